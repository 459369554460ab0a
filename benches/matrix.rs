//! The matrix: asking the filter, and a key to a drawn frame at 120x40.

mod common;

use common::context;
use impactkaart::dataset::{Axis, embedded};
use impactkaart::query::matrix::{Filter, Own, Sort, Want, answer};
use impactkaart::tui::action::{Action, ViewId};
use impactkaart::tui::draw::draw;
use impactkaart::tui::state::State;
use impactkaart::tui::update::update;

fn main() {
    divan::main();
}

#[divan::bench]
fn ask(bencher: divan::Bencher<'_, '_>) {
    let Ok(dataset) = embedded() else { return };
    let mut filter = Filter::default();
    for column in ["ggz", "msz"].into_iter().filter_map(|id| dataset.column(Axis::Sectors, id)) {
        filter.set(column, Want::Wanted);
    }
    bencher.bench_local(|| answer(&dataset, &Own::default(), &filter, Sort::Kind));
}

/// A key to a frame, the first of a pair of actions and then the second, so that the view ends where it began.
#[divan::bench(args = ["step", "page", "column", "filter", "sort"])]
fn key_to_frame(bencher: divan::Bencher<'_, '_>, what: &str) {
    let Ok(dataset) = embedded() else { return };
    let mut state = State::new(context(&dataset), None);
    update(&mut state, Action::View(ViewId::Matrix));
    let pair = match what {
        "step" => [Action::Down, Action::Up],
        "page" => [Action::PageDown, Action::PageUp],
        "column" => [Action::Right, Action::Left],
        "filter" => [Action::CycleColumn, Action::CycleColumn],
        _ => [Action::NextSort, Action::NextSort],
    };
    let mut turn = 0;
    bencher.bench_local(|| {
        update(&mut state, pair[turn % 2]);
        turn += 1;
        draw(&state)
    });
}
