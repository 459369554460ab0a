//! Topics and similar regions: the questions, and a key to a drawn frame at 120x40.

mod common;

use common::context;
use impactkaart::dataset::{RegionIx, embedded};
use impactkaart::query::find::Place;
use impactkaart::query::similar::Weights;
use impactkaart::query::topics::{Index, Scope, Sort};
use impactkaart::texts::Lang;
use impactkaart::tui::action::{Action, ViewId};
use impactkaart::tui::draw::draw;
use impactkaart::tui::state::State;
use impactkaart::tui::update::update;

fn main() {
    divan::main();
}

#[divan::bench]
fn index_and_list(bencher: divan::Bencher<'_, '_>) {
    let Ok(dataset) = embedded() else { return };
    bencher.bench_local(|| Index::new(&dataset).list(&dataset, Lang::Nl, Scope::default(), Sort::Regions));
}

#[divan::bench]
fn similar(bencher: divan::Bencher<'_, '_>) {
    let Ok(dataset) = embedded() else { return };
    bencher.bench_local(|| Weights::new(&dataset).similar(&dataset, Place::whole(RegionIx::new(0)), None));
}

/// A key to a frame, the first of a pair of actions and then the second, so that the view ends where it began.
#[divan::bench(args = ["step", "page", "theme", "sort", "text step", "text page", "pane", "similar step"])]
fn key_to_frame(bencher: divan::Bencher<'_, '_>, what: &str) {
    let Ok(dataset) = embedded() else { return };
    let mut state = State::new(context(&dataset), None);
    update(&mut state, if what == "similar step" { Action::Similar } else { Action::View(ViewId::Topics) });
    if what.starts_with("text") {
        update(&mut state, Action::Open);
    }
    let pair = match what {
        "page" | "text page" => [Action::PageDown, Action::PageUp],
        "theme" => [Action::NextHeading, Action::PreviousHeading],
        "sort" => [Action::NextSort, Action::NextSort],
        "pane" => [Action::NextPane, Action::NextPane],
        _ => [Action::Down, Action::Up],
    };
    let mut turn = 0;
    bencher.bench_local(|| {
        update(&mut state, pair[turn % 2]);
        turn += 1;
        draw(&state)
    });
}
