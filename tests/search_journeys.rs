//! Journeys through search, copy and bookmarks: keys as a person presses them, and what the screen then holds.

#![cfg(feature = "tui")]

#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use impactkaart::dataset::{Dataset, embedded};
use impactkaart::memory::Memory;
use impactkaart::query::question::Question;
use impactkaart::texts::Lang;
use impactkaart::tui::action::ViewId;
use impactkaart::tui::copy::copied;
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::ASCII;
use impactkaart::tui::places;
use impactkaart::tui::state::{Effect, Overlay, Size, State};
use impactkaart::tui::theme::Role;
use impactkaart::tui::update::{paste, resize};
use proptest::prelude::*;
use screen::{press_code as press, start, text as screen};

fn state<'a>(dataset: &'a Dataset<'a>, width: u16, height: u16) -> State<'a> {
    start(dataset, width, height, None)
}

fn write(state: &mut State<'_>, text: &str) {
    text.chars().for_each(|c| press(state, KeyCode::Char(c)));
}

#[test]
fn enter_goes_to_the_entry_and_back_returns_to_the_list_as_it_was() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    write(&mut state, "/zorg");
    (0..20).for_each(|_| press(&mut state, KeyCode::Down));
    let (hit, top) = (state.search.selected(), state.search.cursor.top);
    press(&mut state, KeyCode::Enter);
    assert_eq!(state.view, ViewId::Regions);
    assert_eq!(dataset[hit.unwrap()].region, state.regions.place.unwrap().region);
    press(&mut state, KeyCode::Backspace);
    assert_eq!((state.view, state.search.selected(), state.search.cursor.top), (ViewId::Search, hit, top));
    assert!(top > 0, "the list had scrolled");
}

#[test]
fn every_line_of_the_list_shows_its_hit_where_the_word_is_in_the_text() {
    let dataset = embedded().unwrap();
    for width in [60, 80, 120] {
        let mut state = state(&dataset, width, 40);
        // A plan is found by the names of its parties too, which its line does not show.
        write(&mut state, "/mantelzorg !topic:mantelzorg !kind:plan");
        let shown = state.search.lines.iter().filter(|l| l.spans.len() > 1);
        for line in shown {
            assert!(line.spans.iter().any(|s| s.role == Role::Hit), "{width}: {line:?}");
        }
    }
}

#[test]
fn escape_closes_the_field_then_goes_back_to_where_one_was() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    write(&mut state, "/zeeland");
    press(&mut state, KeyCode::Esc);
    assert_eq!((state.view, state.field().is_some()), (ViewId::Search, false), "letters are commands now");
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.view, ViewId::Regions);
}

#[test]
fn an_empty_field_offers_what_was_searched_for_before() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    for text in ["/zeeland", "/ggz"] {
        write(&mut state, text);
        press(&mut state, KeyCode::Enter);
    }
    write(&mut state, "/");
    assert!(screen(&state).contains("Eerder gezocht"), "{}", screen(&state));
    press(&mut state, KeyCode::Down);
    press(&mut state, KeyCode::Enter);
    assert_eq!(state.search.typed, "zeeland");
    assert!(state.field().is_some(), "and it can be changed");
}

#[test]
fn a_paste_outside_a_field_opens_search_with_its_words() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    paste(&mut state, "digitale\nzorg\u{1b}[0m\n");
    assert_eq!((state.view, state.search.typed.as_str()), (ViewId::Search, "digitale zorg [0m"));
}

#[test]
fn a_filter_that_means_nothing_says_what_is_allowed() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    write(&mut state, "/theme:prijs");
    assert!(screen(&state).contains("theme:prijs betekent niets"), "{}", screen(&state));
    assert!(screen(&state).contains("preventie"));
}

#[test]
fn copying_takes_the_reference_along() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    write(&mut state, "/in:zeeland theme:digitale-zorg");
    press(&mut state, KeyCode::Enter);
    let copy = copied(&state).unwrap().pieces.remove(0);
    assert!(copy.reference().starts_with("Zeeland, Digitale zorg; "), "{}", copy.reference());
    assert!(copy.reference().contains(", p. "), "{}", copy.reference());
    write(&mut state, "y");
    assert!(state.effects.contains(&Effect::Copy));
    assert!(state.copied.as_ref().unwrap().0.ends_with(')'));
    write(&mut state, "Y");
    assert!(matches!(state.overlay, Some(Overlay::Menu(_))));
}

#[test]
fn a_bookmark_is_set_gone_to_and_taken_away() {
    let dataset = embedded().unwrap();
    let mut state = state(&dataset, 80, 24);
    write(&mut state, "/in:zeeland theme:digitale-zorg");
    press(&mut state, KeyCode::Enter);
    let there = places::here(&state);
    write(&mut state, "m1");
    press(&mut state, KeyCode::Backspace);
    write(&mut state, "M");
    press(&mut state, KeyCode::Enter);
    assert_eq!(places::here(&state), there);
    write(&mut state, "Mm");
    assert!(state.memory.bookmarks().is_empty());
}

#[test]
fn the_last_place_opens_again() {
    let dataset = embedded().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut state = state(&dataset, 80, 24);
    state.memory = Memory::open(Some(folder.path()), Lang::Nl);
    places::open(&mut state, &Question::Search("valpreventie".into()));
    state.memory.at(places::here(&state).unwrap());
    drop(state);
    let mut next = self::state(&dataset, 80, 24);
    next.memory = Memory::open(Some(folder.path()), Lang::Nl);
    places::open(&mut next, &Question::LastPlace);
    assert_eq!((next.view, next.search.typed.as_str()), (ViewId::Search, "valpreventie"));
}

const KEYS: &str = "/abcfghjklmyzMYTSGgn123? !:+\"éz";

fn keys() -> impl Strategy<Value = Vec<(usize, u16, u16)>> {
    prop::collection::vec((0usize..60, 1u16..250, 1u16..80), 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_at_any_size_break_it(presses in keys(), ascii in any::<bool>()) {
        let dataset = embedded().unwrap();
        let mut state = state(&dataset, 80, 24);
        if ascii {
            state.context.glyphs = ASCII;
        }
        let special = [KeyCode::Enter, KeyCode::Esc, KeyCode::Up, KeyCode::Down, KeyCode::PageDown, KeyCode::PageUp,
            KeyCode::Backspace, KeyCode::Home, KeyCode::End, KeyCode::Tab, KeyCode::Delete];
        for (key, width, height) in presses {
            match (KEYS.chars().nth(key), special.get(key % special.len())) {
                (Some(c), _) => press(&mut state, KeyCode::Char(c)),
                (None, Some(code)) => press(&mut state, *code),
                _ => {}
            }
            if key % 7 == 0 {
                resize(&mut state, Size { width, height });
            }
            state.effects.clear();
            draw(&state);
        }
    }
}

#[test]
fn a_part_of_a_roaz_regio_is_told_from_the_zorgkantoorregio_of_the_same_name() {
    let dataset = embedded().unwrap();
    for width in [60, 100] {
        let mut state = state(&dataset, width, 40);
        write(&mut state, "/zorg in:roaz-noord-holland-flevoland/kennemerland");
        let shown = screen(&state);
        assert!(shown.contains("ROAZ Kennemerland") || shown.contains("Kennemerland (deel van ROAZ-regio"), "{shown}");
    }
}
