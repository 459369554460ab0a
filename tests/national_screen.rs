//! View 6 as a journey and as snapshots: the reflection, how regions word their lines, the agenda.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
mod national_tiny;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use impactkaart::dataset::embedded;
use impactkaart::query::agenda::Filter;
use impactkaart::query::concrete::Mark;
use impactkaart::tui::action::{Action, BINDINGS, Edit, ViewId};
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::ASCII;
use impactkaart::tui::state::Effect;
use impactkaart::tui::state::{Context, State};
use impactkaart::tui::theme::Scheme;
use impactkaart::tui::update::update;
use impactkaart::tui::views::national::{Item, Page};
use impactkaart::tui::views::regions;
use proptest::prelude::*;
use screen::{context, press, press_code, size, start, styled, text};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn the_reflection_with_its_first_bottleneck_unfolded() {
    let files = national_tiny::files();
    let dataset = files.decode().unwrap();
    for (width, height) in SIZES {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "6 j l j");
        insta::assert_snapshot!(format!("reflection_{width}x{height}"), styled(&state));
    }
}

#[test]
fn how_regions_word_their_lines_and_which_of_them_count() {
    let files = national_tiny::files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "6 <tab> s s");
    insta::assert_snapshot!("wording_80x24", styled(&state));
    press(&mut state, "<enter>");
    insta::assert_snapshot!("wording_of_a_region_80x24", styled(&state));
}

#[test]
fn the_agenda_over_plans() {
    let files = national_tiny::files();
    let dataset = files.decode().unwrap();
    for (width, height) in SIZES {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "6 w j");
        insta::assert_snapshot!(format!("agenda_{width}x{height}"), styled(&state));
    }
}

#[test]
fn from_a_share_to_the_lines_that_count_to_the_region_and_back() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "6");
    assert!(text(&state).contains("Knelpunten in de zorgkantoorregiobeelden (5)"), "{}", text(&state));
    press(&mut state, "<tab> s g");
    assert_eq!((state.national.page, state.national.asked.mark), (Page::Wording, Mark::Year));
    let shown = text(&state);
    assert!(shown.contains("geen oordeel") && shown.contains("1900 tot en met 2100"), "the rule is in sight: {shown}");
    assert!(shown.contains(" van ") && shown.contains("%)"), "a share says of how many: {shown}");
    let Some(Item::Region(region)) = state.national.selected() else { panic!("no region") };
    press(&mut state, "<enter>");
    assert!(text(&state).contains("Telt mee: "), "{}", text(&state));
    let Some(Item::Line(first)) = state.national.selected() else { panic!("no line") };
    assert!(dataset[first].text.contains("20"), "the first that is shown counts: {}", dataset[first].text);
    press(&mut state, "n");
    let Some(Item::Line(other)) = state.national.selected() else { panic!("no line") };
    assert_ne!(first, other, "n goes on to those that do not count");
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::Regions);
    assert_eq!(state.regions.selected(), Some(regions::Item::Entry(other)), "Enter opens the line where it stands");
    press(&mut state, "<bs>");
    assert_eq!((state.view, state.national.selected()), (ViewId::National, Some(Item::Line(other))));
    press(&mut state, "<esc>");
    assert_eq!(state.national.selected(), Some(Item::Region(region)), "and back to its share");
}

#[test]
fn another_mark_keeps_the_region_under_the_cursor() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "6 <tab> j j j");
    let before = state.national.selected();
    press(&mut state, "s s s s");
    assert_eq!(state.national.selected(), before);
    press(&mut state, "t");
    assert!(text(&state).contains("zorgkantoorregio's: ") && !text(&state).contains("ROAZ Euregio"));
    press(&mut state, "t");
    assert!(text(&state).contains("ROAZ Euregio") && !text(&state).contains("Zeeland "));
}

#[test]
fn the_agenda_is_narrowed_by_year_topic_and_region_and_escape_clears_it() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "6 w");
    assert!(text(&state).contains("Agenda van de regioplannen"));
    press(&mut state, "f g o v e r n <enter>");
    assert!(text(&state).contains("onderwerp ‘govern’: Governance"), "{}", text(&state));
    press(&mut state, "t s s s");
    assert!(state.national.filter.region.is_some() && state.national.filter.year.is_some());
    press(&mut state, "<esc>");
    assert_eq!(state.national.filter, Filter::default());
    assert_eq!(state.view, ViewId::National, "the first Esc only clears");
    let Some(Item::Step(step)) = state.national.selected() else { panic!("no step") };
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::Regions, "a step opens the plan of its region");
    assert_eq!(state.regions.place.unwrap().region, step.region);
    press(&mut state, "<bs>");
    assert_eq!(state.national.selected(), Some(Item::Step(step)));
    press(&mut state, "f q q q q");
    assert!(text(&state).contains("geen stap past; er zijn stappen over: "), "{}", text(&state));
}

#[test]
fn folding_keeps_what_one_looks_at_and_a_tie_leads_to_its_region() {
    let files = national_tiny::files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 40, None);
    press(&mut state, "6 x");
    let shown = text(&state);
    assert!(shown.contains("oorzaak: Er zijn te weinig mensen.") && shown.contains("Een datum staat er tweemaal."));
    press(&mut state, "j l j");
    assert!(matches!(state.national.selected(), Some(Item::Entry(_))));
    press(&mut state, "h");
    assert!(text(&state).contains("▸   - 1 Te veel vraag"), "Left leads to what it stands under: {}", text(&state));
    press(&mut state, "x");
    assert!(!text(&state).contains("oorzaak"), "{}", text(&state));
    press(&mut state, "x G");
    while !matches!(state.national.selected(), Some(Item::Tie(..)) | None) {
        press(&mut state, "k");
    }
    assert!(text(&state).contains("Bee (zorgkantoorregio) (afgeleid, niet in de bron)"), "{}", text(&state));
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::Regions);
    assert!(text(&state).contains("Bee (zorgkantoorregio)"));
}

#[test]
fn in_ascii_without_colour_and_in_a_meeting_it_reads_the_same() {
    let dataset = embedded().unwrap();
    let context = Context { glyphs: ASCII, scheme: Scheme::Plain, ..context(&dataset, 80, 24) };
    let mut state = State::new(context, None);
    for keys in ["6", "<tab>", "<enter>", "w"] {
        press(&mut state, keys);
        assert!(text(&state).is_ascii(), "{}", text(&state));
    }
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "6 z");
    let shown = text(&state);
    assert!(!shown.contains("impactkaart") && shown.contains("Mismatch"), "nothing but the content: {shown}");
    press(&mut state, "<pgdn> <pgdn>");
    assert!(text(&state).contains('▸'), "{}", text(&state));
}

#[test]
fn what_is_selected_is_copied_with_its_source_and_marked_with_its_page() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "6 j y");
    let (copied, _) = state.copied.clone().unwrap();
    assert!(copied.contains("Mismatch") && copied.contains("Reflectie op de regiobeelden, onder ‘2.3.1"), "{copied}");
    press(&mut state, "<tab> y");
    let (copied, _) = state.copied.clone().unwrap();
    assert!(copied.contains("geen oordeel") && copied.contains(" van 42"), "a number goes with its rule: {copied}");
    press(&mut state, "m M");
    assert!(text(&state).contains("Landelijk: Formulering · getal"), "{}", text(&state));
}

#[test]
fn nothing_of_it_is_worked_out_before_it_is_opened() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "2 3 1");
    assert!(state.national.concrete.is_none());
    press(&mut state, "6");
    assert!(state.national.concrete.is_some());
}

fn keys() -> impl Strategy<Value = Vec<Action>> {
    let own = prop::sample::select(
        BINDINGS.iter().filter(|b| !matches!(b.action, Action::View(_))).map(|b| b.action).collect::<Vec<_>>(),
    );
    let walk = prop::sample::select(vec![Action::Down, Action::Up, Action::PageDown, Action::Open, Action::NextPane]);
    let typed = prop::sample::select(vec!['z', 'e', 'ë', ' ', '漢']).prop_map(|c| Action::Edit(Edit::Insert(c)));
    prop::collection::vec(prop_oneof![4 => own, 4 => walk, 1 => typed], 0..50)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    /// Random keys in view 6 over random sizes: nothing panics, and the selected item is in sight.
    #[test]
    fn no_key_in_no_window_ends_in_a_panic(
        actions in keys(),
        sizes in prop::collection::vec((1u16..=250, 1u16..=80), 1..5),
    ) {
        let dataset = embedded().unwrap();
        let mut state = start(&dataset, 80, 24, None);
        for (i, action) in actions.into_iter().enumerate() {
            if state.view != ViewId::National && state.overlay.is_none() && state.field().is_none() {
                update(&mut state, Action::View(ViewId::National));
            }
            update(&mut state, action);
            let (width, height) = sizes[i % sizes.len()];
            size(&mut state, width, height);
            let drawn = draw(&state);
            prop_assert!(drawn.cursor.x < width && drawn.cursor.y < height, "{:?} in {width}x{height}", drawn.cursor);
            let sheet = state.national.sheet(state.national.page);
            prop_assert!(sheet.items.is_empty() || sheet.selected().is_some());
            state.effects.retain(|effect| *effect != Effect::Quit);
        }
    }
}

#[test]
fn a_hit_of_the_search_in_the_reflection_is_opened_where_it_stands() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "/");
    "kind:national knelpunt".chars().for_each(|c| press_code(&mut state, KeyCode::Char(c)));
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::National);
    let Some(Item::Entry(item)) = state.national.sheet(Page::Reflection).selected() else { panic!("an entry") };
    let plans = dataset.plans();
    assert!(plans[plans[item].work].region.is_none());
    assert!(state.national.sheet(Page::Reflection).items.contains(&Item::Entry(item)), "it is in sight");
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Search);
}
