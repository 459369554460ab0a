//! View 4 and similar regions as a person uses them: keys in, a screen out.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::tiny_files;
use impactkaart::dataset::{RegionKind, embedded};
use impactkaart::memory::Spot;
use impactkaart::query::portrait::Section;
use impactkaart::query::question::Question;
use impactkaart::query::topics::{Scope, Sort};
use impactkaart::tui::action::ViewId;
use impactkaart::tui::copy::copied;
use impactkaart::tui::glyphs::ASCII;
use impactkaart::tui::places;
use impactkaart::tui::views::ranked::Pane;
use screen::{press, size, start, styled, text};

#[test]
fn topics_with_their_bars_on_the_tiny_dataset() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "4 j");
        insta::assert_snapshot!(format!("topics_{width}x{height}"), styled(&state));
        press(&mut state, "<enter> j");
        insta::assert_snapshot!(format!("topics_text_{width}x{height}"), styled(&state));
    }
}

#[test]
fn similar_regions_on_the_tiny_dataset() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = start(&dataset, width, height, Some("aa"));
        press(&mut state, "L");
        insta::assert_snapshot!(format!("similar_{width}x{height}"), styled(&state));
    }
}

#[test]
fn the_real_topics_in_a_narrow_window_and_in_a_meeting() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 60, 20, None);
    press(&mut state, "4");
    assert!(text(&state).contains("▸Digitale zorg en e-health"), "{}", text(&state));
    assert!(!text(&state).contains('│'), "one pane at a time");
    press(&mut state, "<enter>");
    assert!(text(&state).contains("40 van 41 regio's (30 zorgkantoor, 10 ROAZ)"), "{}", text(&state));
    press(&mut state, "z");
    let shown = text(&state);
    assert!(!shown.contains("impactkaart") && shown.contains("balk: 41 regio's"), "{shown}");
    for _ in 0..200 {
        press(&mut state, "<pgdn>");
    }
    assert!(state.topics.cursor.at > 0, "a remote steps to the next topic behind the end of one");
}

#[test]
fn bars_are_read_by_number_and_in_ascii() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    state.context.glyphs = ASCII;
    press(&mut state, "4");
    assert!(text(&state).is_ascii(), "{}", text(&state));
    assert!(text(&state).contains(" 40 =========="), "{}", text(&state));
}

#[test]
fn the_list_goes_by_theme_by_kind_and_by_order_and_escape_clears_it() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "4 n");
    assert_eq!(state.topics.scope.under, Some(Section::Developments), "developments are told apart");
    press(&mut state, "p p");
    assert_eq!(state.topics.scope.under, Some(Section::Focus), "and focus actions, on the other side of all");
    press(&mut state, "t t s");
    assert_eq!((state.topics.scope.kind, state.topics.sort), (Some(RegionKind::Roaz), Sort::Entries));
    assert!(
        text(&state).contains("Focus · alleen ROAZ-regio's · op aantal vermeldingen · volle balk: 10 ROAZ-regio's")
    );
    press(&mut state, "<esc>");
    assert_eq!((state.topics.scope, state.topics.topics.len()), (Scope::default(), 109));
    press(&mut state, "<esc>");
    assert_eq!(state.view, ViewId::Regions, "and then it goes back");
}

#[test]
fn narrowing_finds_a_topic_by_a_term_and_keeps_it_selected() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "4 f v a l p");
    assert_eq!(state.topics.topic(), dataset.topic("valpreventie"));
    assert!(text(&state).contains("12 van 41 regio's (9 zorgkantoor, 3"), "{}", text(&state));
    press(&mut state, "<enter>");
    assert_eq!((state.topics.pane, state.field().is_some()), (Pane::Text, false));
    press(&mut state, "<esc>");
    assert_eq!(state.topics.topics.len(), 109);
    assert_eq!(state.topics.topic(), dataset.topic("valpreventie"), "what was selected stays selected");
    press(&mut state, "f x q z x q");
    assert!(text(&state).contains("Geen onderwerp past"), "{}", text(&state));
    press(&mut state, "<enter> <enter> y a v");
    press(&mut state, "<esc>");
    assert_eq!(state.topics.topics.len(), 109, "nothing is stuck where nothing fitted");
}

#[test]
fn enter_on_an_entry_opens_it_and_back_finds_the_list_as_it_was() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "4 n n s <pgdn> j <enter> j j");
    let (before, entry) = (text(&state), state.topics.entry().unwrap());
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::Regions);
    assert!(text(&state).contains("▸ "), "{}", text(&state));
    assert_eq!(state.regions.place.unwrap().region, dataset[entry].region);
    press(&mut state, "<bs>");
    assert_eq!(text(&state), before);
}

#[test]
fn enter_in_a_region_goes_to_the_topic_of_the_entry_and_asks_which_where_it_has_several() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    let before = text(&state);
    press(&mut state, "<enter>");
    assert_eq!((state.view, state.topics.topic()), (ViewId::Topics, dataset.topic("vergrijzing")));
    let entry = state.topics.entry().unwrap();
    assert_eq!(&*dataset[dataset[entry].region].id, "zeeland", "at the very entry that one came from");
    press(&mut state, "<bs>");
    assert_eq!(text(&state), before);
    press(&mut state, "j j <enter>");
    assert!(text(&state).contains("Naar welk onderwerp?"), "{}", text(&state));
    press(&mut state, "<esc>");
    assert_eq!(state.view, ViewId::Regions);
    press(&mut state, "<enter> j <enter>");
    assert_eq!(state.topics.topic(), dataset.topic("zorgaanbod-tekort"));
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Regions);
}

#[test]
fn a_scope_that_would_hide_the_entry_is_cleared_on_the_way_to_it() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    press(&mut state, "4 t t 1 <enter>");
    assert_eq!((state.topics.scope, state.topics.topic()), (Scope::default(), dataset.topic("vergrijzing")));
}

#[test]
fn from_a_topic_to_its_matrix_rows_and_back() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "4 f v a l p <enter> v");
    assert_eq!(state.view, ViewId::Matrix);
    assert!(text(&state).contains("regio's die Valpreventie noemen"), "{}", text(&state));
    assert!(state.matrix.answer.rows.len() < 46);
    press(&mut state, "<esc>");
    assert_eq!((state.view, state.matrix.answer.rows.len()), (ViewId::Matrix, 46));
    press(&mut state, "<bs>");
    assert_eq!((state.view, state.topics.topic()), (ViewId::Topics, dataset.topic("valpreventie")));
}

#[test]
fn two_of_its_regions_are_compared_where_the_topic_stands() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "4 <enter> a");
    let a = state.topics.place(&state.context);
    while state.topics.place(&state.context) == a {
        press(&mut state, "j");
    }
    let b = state.topics.place(&state.context);
    press(&mut state, "b c");
    assert_eq!((state.view, state.compare.a, state.compare.b), (ViewId::Compare, a, b));
    assert!(text(&state).contains("Digitale zorg"), "{}", text(&state));
    press(&mut state, "<bs> G a");
    assert!(text(&state).contains("kies eerst een vermelding"), "no region stands there: {}", text(&state));
}

#[test]
fn what_often_stands_beside_a_topic_leads_there() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "4 f v a l p <enter> G k k <enter>");
    assert_eq!(state.topics.topic(), dataset.topic("ketenaanpakken"));
    press(&mut state, "<bs>");
    assert_eq!(state.topics.topic(), dataset.topic("valpreventie"));
}

#[test]
fn similar_regions_lead_to_a_comparison_to_a_topic_and_to_the_region() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    let zeeland = state.regions.place;
    press(&mut state, "L");
    assert!(text(&state).contains("Soortgelijke regio's: Zeeland (zorgkantoorregio)"), "{}", text(&state));
    assert!(text(&state).contains("Gelijkenis: het gewicht van wat beide noemen"), "the rule is shown");
    assert_eq!(state.similar.found.len(), 30, "a zorgkantoorregio is held against its own kind");
    press(&mut state, "t t j");
    assert!(text(&state).contains("alleen zorgkantoorregio's") || state.similar.kind.is_none());
    press(&mut state, "t j");
    let before = text(&state);
    let other = state.similar.place();
    press(&mut state, "<enter>");
    assert_eq!((state.view, state.compare.a, state.compare.b), (ViewId::Compare, zeeland, other));
    press(&mut state, "<bs>");
    assert_eq!(text(&state), before, "and back finds the list as it was");
    press(&mut state, "<tab> j <enter>");
    assert_eq!(state.view, ViewId::Topics);
    press(&mut state, "<bs> r");
    assert_eq!((state.view, state.regions.place), (ViewId::Regions, other));
    press(&mut state, "<bs> L <bs>");
    assert_eq!(state.similar.asked, zeeland, "those of another one, and back");
}

#[test]
fn topics_and_similar_regions_are_copied_kept_and_opened_from_the_command_line() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    let topic = dataset.topic("valpreventie");
    let scope = Scope { under: Some(Section::Focus), kind: None };
    places::open(&mut state, &Question::Topics(topic, scope, Sort::Name));
    assert_eq!((state.view, state.topics.topic(), state.topics.scope), (ViewId::Topics, topic, scope));
    assert!(copied(&state).unwrap().pieces[0].reference().contains(", p. "));
    press(&mut state, "h");
    let all = copied(&state).unwrap();
    assert_eq!(
        (all.heading.as_str(), all.pieces.len()),
        ("Valpreventie", state.topics.topics[state.topics.cursor.at].1.entries)
    );
    let spot = places::here(&state).unwrap();
    assert_eq!(spot, Spot::Topics { topic: Some("valpreventie".into()) });
    press(&mut state, "1");
    assert!(places::go(&mut state, &spot));
    assert_eq!((state.view, state.topics.topic()), (ViewId::Topics, topic));
    let zeeland = impactkaart::query::find::find(&dataset, "zeeland").unwrap();
    places::open(&mut state, &Question::Similar(zeeland, None));
    assert_eq!((state.view, state.similar.found.len()), (ViewId::Similar, 40));
    assert!(copied(&state).unwrap().pieces[0].text.contains("% gelijk"));
    let there = places::here(&state).unwrap();
    assert!(places::go(&mut state, &there));
}

#[test]
fn resizing_keeps_the_topic_and_the_entry() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "4 j j <enter> j j j j");
    let (topic, entry) = (state.topics.topic(), state.topics.entry());
    for (width, height) in [(80, 24), (40, 12), (200, 50), (10, 3), (120, 40)] {
        size(&mut state, width, height);
        assert_eq!((state.topics.topic(), state.topics.entry()), (topic, entry), "{width}x{height}");
        if width >= 40 {
            assert!(text(&state).contains('▸'), "{width}x{height}: {}", text(&state));
        }
    }
}
