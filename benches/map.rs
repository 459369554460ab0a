//! The map: shading by a choice, and a key to a drawn frame at 120x40.

mod common;

use common::context;
use impactkaart::dataset::embedded;
use impactkaart::query::shade::{find, shade};
use impactkaart::tui::action::{Action, ViewId};
use impactkaart::tui::draw::draw;
use impactkaart::tui::state::State;
use impactkaart::tui::update::update;

fn main() {
    divan::main();
}

#[divan::bench(args = ["sectors", "sector:ggz", "topic:vergrijzing", "theme:digitale-zorg"])]
fn ask(bencher: divan::Bencher<'_, '_>, what: &str) {
    let Ok(dataset) = embedded() else { return };
    let Some(choice) = find(&dataset, what).first().copied() else { return };
    bencher.bench_local(|| shade(&dataset, None, choice));
}

/// A key to a frame, the first of a pair of actions and then the second, so that the view ends where it began.
#[divan::bench(args = ["tile", "choice", "mode", "picker"])]
fn key_to_frame(bencher: divan::Bencher<'_, '_>, what: &str) {
    let Ok(dataset) = embedded() else { return };
    let mut state = State::new(context(&dataset), None);
    update(&mut state, Action::View(ViewId::Map));
    let pair = match what {
        "tile" => [Action::Down, Action::Up],
        "choice" => [Action::NextHeading, Action::PreviousHeading],
        "picker" => [Action::Choose, Action::Escape],
        _ => [Action::MapMode, Action::MapMode],
    };
    let mut turn = 0;
    bencher.bench_local(|| {
        update(&mut state, pair[turn % 2]);
        turn += 1;
        draw(&state)
    });
}
