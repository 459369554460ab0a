//! The palette and the help: a key to a drawn frame at 120x40, opening and a letter that narrows.

mod common;

use common::context;
use impactkaart::dataset::embedded;
use impactkaart::tui::action::{Action, Edit};
use impactkaart::tui::draw::draw;
use impactkaart::tui::state::State;
use impactkaart::tui::update::update;

fn main() {
    divan::main();
}

/// Opening the list and closing it again: two keys, two frames.
#[divan::bench(args = ["palette", "help"])]
fn open_and_close(bencher: divan::Bencher<'_, '_>, what: &str) {
    let Ok(dataset) = embedded() else { return };
    let mut state = State::new(context(&dataset), None);
    let opener = if what == "palette" { Action::Palette } else { Action::Help };
    bencher.bench_local(|| {
        for action in [opener, Action::Escape] {
            update(&mut state, action);
            std::hint::black_box(draw(&state));
        }
    });
}

/// A letter and taking it away again: what holds it, and what only fuzzy finds.
#[divan::bench(args = ["v", "valpreventi", "kpieer"])]
fn letter_and_back(bencher: divan::Bencher<'_, '_>, typed: &str) {
    let Ok(dataset) = embedded() else { return };
    let mut state = State::new(context(&dataset), None);
    update(&mut state, Action::Palette);
    let mut letters = typed.chars().rev();
    let Some(last) = letters.next() else { return };
    for c in letters.rev() {
        update(&mut state, Action::Edit(Edit::Insert(c)));
    }
    bencher.bench_local(|| {
        for edit in [Edit::Insert(last), Edit::Erase] {
            update(&mut state, Action::Edit(edit));
            std::hint::black_box(draw(&state));
        }
    });
}
