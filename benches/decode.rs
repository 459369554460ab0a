//! What the budgets of the design measure inside the process: decoding the bundled dataset (at most 2 ms), the first
//! frame after it, a step and a page. `cargo bench`.

mod common;

use std::hint::black_box;

use common::context;
use divan::Bencher;
use impactkaart::dataset::{Dataset, Fault, embedded};
use impactkaart::query::find::find;
use impactkaart::tui::action::Action;
use impactkaart::tui::draw::draw;
use impactkaart::tui::screen::Screen;
use impactkaart::tui::state::State;
use impactkaart::tui::update::update;

fn main() {
    divan::main();
}

/// The dataset is handed back, so that letting go of it is not timed.
#[divan::bench]
fn decode_the_bundled_dataset() -> Result<Dataset<'static>, Vec<Fault>> {
    embedded()
}

#[divan::bench]
fn first_frame(bencher: Bencher) {
    let Ok(dataset) = embedded() else { return };
    let place = find(&dataset, "arnhem").ok();
    bencher.bench_local(|| {
        let state = State::new(context(&dataset), place);
        let drawn = draw(&state);
        Screen::default().present(drawn.buffer, drawn.cursor, drawn.visible).len()
    });
}

fn keys(bencher: Bencher, there: Action, back: Action) {
    let Ok(dataset) = embedded() else { return };
    let mut state = State::new(context(&dataset), find(&dataset, "arnhem").ok());
    let mut screen = Screen::default();
    bencher.bench_local(|| {
        for action in [there, back] {
            update(&mut state, action);
            let drawn = draw(&state);
            black_box(screen.present(drawn.buffer, drawn.cursor, drawn.visible).len());
        }
    });
}

/// Two keys: a step down and one up.
#[divan::bench]
fn a_step_and_back(bencher: Bencher) {
    keys(bencher, Action::Down, Action::Up);
}

/// Two keys: a page down and one up.
#[divan::bench]
fn a_page_and_back(bencher: Bencher) {
    keys(bencher, Action::PageDown, Action::PageUp);
}
