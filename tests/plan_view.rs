//! The regioplan on the screen: the tree in view 1, the way there and back, the comparison of two plans, the search.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
mod plan_tiny;
#[path = "common/screen.rs"]
mod screen;

use std::collections::HashSet;

use common::region;
use impactkaart::dataset::embedded;
use impactkaart::dataset::plans::{ItemIx, Role};
use impactkaart::query::compare::compare;
use impactkaart::query::find::Place;
use impactkaart::query::pairing::{Side, Who};
use impactkaart::query::passage::Passage;
use impactkaart::query::plan::plans_or_aims;
use impactkaart::query::question::Question;
use impactkaart::tui::action::{Action, ViewId};
use impactkaart::tui::copy::{Form, copied};
use impactkaart::tui::places;
use impactkaart::tui::update::update;
use impactkaart::tui::views::regions::{Item, Pane};
use plan_tiny::planned_files;
use proptest::prelude::*;
use screen::{press, size, start, styled, text};

#[test]
fn the_plan_stands_folded_under_the_text_and_unfolds_level_by_level() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 110, 80, Some("aa"));
    assert!(text(&state).contains("+ De kaart (Enter vouwt open)"), "{}", text(&state));
    press(&mut state, "R");
    assert!(text(&state).contains("- Thema's · 6"), "{}", text(&state));
    assert!(text(&state).contains("+ thema 1 Vallen voorkomen · 3") && !text(&state).contains("Valtraining"));
    assert!(text(&state).contains("+ Partijen · 1"), "other lists stay folded: {}", text(&state));
    press(&mut state, "j j j <right>");
    assert!(text(&state).contains("- thema 1 Vallen voorkomen: Vallen tegengaan."), "{}", text(&state));
    press(&mut state, "<right> j");
    let shown = text(&state);
    assert!(shown.contains("· initiatief Valtraining: Oefenen."), "{shown}");
    for fact in ["wanneer: 2024–2026", "status: gepland", "(trekker)", "(Bee) (afgeleid)"] {
        assert!(shown.contains(fact), "{fact}: {shown}");
    }
    assert!(shown.contains("bron: De kaart, Paragraaf over initiatief"), "{shown}");
    press(&mut state, "i");
    assert!(!text(&state).contains("(afgeleid)") && text(&state).contains("hangt samen met: doel"), "stated stays");
    press(&mut state, "<left>");
    assert_eq!(state.regions.selected().map(Item::of_plan), Some(true), "left goes up to the theme");
    press(&mut state, "<left>");
    assert!(!text(&state).contains("Valtraining"), "and then folds it: {}", text(&state));
    press(&mut state, "<left> <left> <left> <left> <left>");
    assert_eq!(state.regions.pane, Pane::Tree, "and at last leads out of the plan");
}

#[test]
fn plus_unfolds_all_under_what_is_selected_and_minus_folds_it() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 60, Some("aa"));
    press(&mut state, "R +");
    let plans = dataset.plans();
    let all = plans.items_of(plans.of(region(&dataset, "aa")).unwrap()).count();
    let shown = |state: &impactkaart::tui::state::State<'_>| {
        state.regions.text.items.iter().filter(|i| matches!(i, Item::PlanEntry(_))).count()
    };
    assert_eq!(shown(&state), all);
    press(&mut state, "-");
    assert_eq!(shown(&state), 0);
    assert_eq!(state.regions.selected(), Some(Item::Plan));
}

#[test]
fn a_key_leads_from_an_entry_to_its_topic_in_the_plan_and_back_returns() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 30, Some("aa"));
    let valpreventie = dataset.topic("valpreventie").unwrap();
    let at = state.regions.text.items.iter().position(
        |i| matches!(i, Item::Entry(ix) if dataset[*ix].topics == [valpreventie] && dataset[*ix].kind.theme().is_some()),
    );
    (0..at.unwrap()).for_each(|_| update(&mut state, Action::Down));
    let from = state.regions.selected();
    press(&mut state, "r");
    assert_eq!(state.notice.as_deref(), Some("Valpreventie: 1 van 4 in het plan; r volgende, Backspace terug"));
    let mut passed = HashSet::new();
    for _ in 0..4 {
        let Some(Item::PlanEntry(ix)) = state.regions.selected() else { panic!("in the plan: {}", text(&state)) };
        assert!(dataset.plans()[ix].topics.contains(&valpreventie));
        passed.insert(ix);
        press(&mut state, "r");
    }
    assert_eq!(passed.len(), 4, "each once, then the first again");
    press(&mut state, "<bs>");
    assert_eq!(state.regions.selected(), from);
}

#[test]
fn a_region_without_a_plan_says_which_regions_have_one_and_no_more() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 40, Some("roaz bee"));
    press(&mut state, "<end>");
    let shown = text(&state);
    assert!(shown.contains("geen regioplan; wel van") && shown.contains("  Aâland, Bee."), "{shown}");
    press(&mut state, "r");
    assert!(state.notice.as_deref().unwrap().contains("Aâland, Bee"));
    let tiny = common::tiny_files();
    let tiny = tiny.decode().unwrap();
    let mut state = start(&tiny, 80, 60, Some("aa"));
    press(&mut state, "<end>");
    assert!(!text(&state).to_lowercase().contains("regioplan"), "without any plan nothing is said: {}", text(&state));
}

#[test]
fn the_plan_at_both_sizes() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = start(&dataset, width, height, Some("aa"));
        press(&mut state, "R j j j j j j <right> <down> <down>");
        insta::assert_snapshot!(format!("plan_{width}x{height}"), styled(&state));
        let mut state = start(&dataset, width, height, None);
        let pair = impactkaart::query::question::Pair {
            a: Place::whole(region(&dataset, "aa")),
            b: Place::whole(region(&dataset, "bee")),
            section: Some(impactkaart::query::compare::Section::Plan),
            only: impactkaart::query::compare::Only::All,
            two_columns: None,
        };
        places::open(&mut state, &Question::Compare(pair));
        insta::assert_snapshot!(format!("plan_compare_{width}x{height}"), styled(&state));
    }
}

#[test]
fn what_is_copied_carries_region_level_and_section() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 100, 40, None);
    let item = dataset.plans().find("aa.plan.vallen.training").unwrap();
    press(&mut state, "/ v a l t r a i n <enter>");
    assert_eq!(state.regions.selected(), Some(Item::PlanEntry(item)), "{}", text(&state));
    let copy = copied(&state).unwrap();
    assert_eq!(
        copy.form(Form::Text, state.context.lang),
        "Valtraining: Oefenen.\n(Aâland, Regioplan, thema 1 Vallen voorkomen; De kaart, Paragraaf over initiatief)"
    );
    // A bookmark leads back to it, from elsewhere and when it is folded away.
    press(&mut state, "m");
    let spot = places::here(&state).unwrap();
    press(&mut state, "R - 2");
    assert!(places::go(&mut state, &spot));
    assert_eq!((state.view, state.regions.selected()), (ViewId::Regions, Some(Item::PlanEntry(item))));
    assert!(places::label(&state.context, &spot).ends_with("Valtraining: Oefenen."));
}

#[test]
fn a_hit_in_a_plan_opens_there_and_back_returns_to_the_list() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    places::open(&mut state, &Question::Search("kind:plan valpreventie".into()));
    assert!(matches!(state.search.hit(), Some(Passage::Item(_))), "{}", text(&state));
    press(&mut state, "j <enter>");
    assert!(matches!(state.regions.selected(), Some(Item::PlanEntry(_))), "{}", text(&state));
    press(&mut state, "<bs>");
    assert_eq!((state.view, state.search.cursor.at), (ViewId::Search, 1));
}

#[test]
fn plans_pair_by_what_plans_or_aims_and_say_where_else_a_topic_stands() {
    let files = planned_files();
    let dataset = files.decode().unwrap();
    let place = |id: &str| Place::whole(region(&dataset, id));
    let comparison = compare(&dataset, place("aa"), place("bee"));
    let plans = dataset.plans();
    let ids = |items: &[ItemIx]| items.iter().map(|ix| plans[*ix].id.clone()).collect::<Vec<_>>().join(" ");
    let rows: Vec<_> = comparison.plan.as_ref().unwrap().rows.iter().collect();
    let told: Vec<(&str, Who, String, String, String)> = rows
        .iter()
        .map(|r| (&*dataset[r.topic].id, r.who, ids(&r.entries.a), ids(&r.entries.b), ids(&r.elsewhere)))
        .collect();
    assert_eq!(
        told,
        [
            (
                "valpreventie",
                Who::Both,
                "aa.plan.vallen aa.plan.vallen.doel aa.plan.vallen.training aa.plan.vallen.cijfer".into(),
                "bee.plan.bewegen".into(),
                String::new()
            ),
            ("beeldbellen", Who::OnlyA, "aa.plan.beeld".into(), String::new(), "bee.plan.voorwaarde".into()),
            (
                "vergrijzing",
                Who::OnlyB,
                String::new(),
                "bee.plan.stap".into(),
                "aa.plan.document aa.plan.beeld.knelpunt".into()
            ),
        ]
    );
    assert!(compare(&dataset, place("aa"), place("roaz-bee")).plan.unwrap().rows.is_empty());
}

#[test]
fn of_all_plans_each_entry_that_plans_or_aims_stands_in_one_row_and_one_sided_rows_tell_the_truth() {
    let dataset = embedded().unwrap();
    let planned: Vec<_> = dataset.planned().iter().map(|(region, _)| *region).collect();
    let plans = dataset.plans();
    for (i, a) in planned.iter().enumerate() {
        for b in &planned[i + 1..] {
            let comparison = compare(&dataset, Place::whole(*a), Place::whole(*b));
            let rows = comparison.plan.unwrap().rows;
            for (side, region) in [(Side::A, a), (Side::B, b)] {
                let work = plans.of(*region).unwrap();
                let wanted: HashSet<ItemIx> =
                    plans.items_of(work).filter(|(_, item)| plans_or_aims(item)).map(|(ix, _)| ix).collect();
                let mut seen: Vec<ItemIx> = rows.iter().flat_map(|r| r.entries.of(side)).copied().collect();
                let count = seen.len();
                seen.sort();
                seen.dedup();
                assert_eq!((seen.len(), seen.into_iter().collect::<HashSet<_>>()), (count, wanted));
                for row in rows.iter().filter(|r| r.who == Who::only(side.other())) {
                    let names = plans.items_of(work).filter(|(_, i)| plans_or_aims(i) && i.topics.contains(&row.topic));
                    assert_eq!(names.count(), 0, "{}", dataset[row.topic].id);
                }
            }
        }
    }
}

#[test]
fn parties_areas_and_context_never_pair() {
    let dataset = embedded().unwrap();
    for (_, item) in dataset.plans().items().filter(|(_, item)| plans_or_aims(item)) {
        // What a plan wants to reach is an aim wherever it stands.
        let aim = item.figure.is_some() && item.kind == "target";
        assert!(aim || !matches!(item.role, Role::Party | Role::Area | Role::Context | Role::Condition), "{}", item.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Random keys in a plan, at random sizes: nothing panics, and what is selected is shown.
    #[test]
    fn no_keys_in_a_plan_break_it(
        presses in prop::collection::vec(
            prop::sample::select(vec!["r", "R", "+", "-", "i", "<enter>", "<left>", "<right>", "j", "k", "n", "p", "g",
                "G", "<pgdn>", "<pgup>", "z", "<tab>", "<bs>", "<esc>", "y", "m", "c", "1", "3", "/"]), 1..60),
        sizes in prop::collection::vec((1u16..=200, 1u16..=60), 1..5),
    ) {
        let files = planned_files();
        let dataset = files.decode().unwrap();
        let mut state = start(&dataset, 80, 24, Some("aa"));
        for (i, keys) in presses.iter().enumerate() {
            press(&mut state, keys);
            let (width, height) = sizes[i % sizes.len()];
            size(&mut state, width, height);
            let drawn = impactkaart::tui::draw::draw(&state);
            prop_assert!(drawn.cursor.x < width && drawn.cursor.y < height);
            let text = &state.regions.text;
            prop_assert!(text.items.is_empty() || text.cursor.at < text.items.len());
            prop_assert_eq!(text.items.len(), text.extents.len());
        }
    }
}
