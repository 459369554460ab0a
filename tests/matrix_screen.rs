//! View 2 as a person uses it: keys in, a screen out; and own marks that are kept.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use crossterm::event::KeyCode;
use impactkaart::dataset::embedded;
use impactkaart::own_marks::{CellId, Store, Verdict};
use impactkaart::tui::action::ViewId;
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::ASCII;
use impactkaart::tui::state::{Context, Effect, Size, State};
use impactkaart::tui::update::{open_own, own_mark, read_own, resize};
use proptest::prelude::*;

mod matrix_tiny;
#[path = "common/screen.rs"]
mod screen;
use matrix_tiny::{focus, tiny};
use screen::{context, press_code, text as screen};

fn press(state: &mut State<'_>, codes: impl IntoIterator<Item = KeyCode>) {
    for code in codes {
        press_code(state, code);
        for effect in std::mem::take(&mut state.effects) {
            match effect {
                Effect::OwnMark(change) => own_mark(state, change),
                Effect::ReadOwn => read_own(state),
                _ => {}
            }
        }
    }
}

fn keys(text: &str) -> Vec<KeyCode> {
    text.chars().map(KeyCode::Char).collect()
}

#[test]
fn the_filter_is_said_in_words_with_all_three_counts() {
    let dataset = embedded().unwrap();
    let mut state = State::new(context(&dataset, 120, 40), None);
    press(&mut state, keys("2l "));
    let shown = screen(&state);
    assert!(shown.contains("ggz gewenst"), "{shown}");
    assert!(shown.contains("+GGZ"), "{shown}");
    assert!(shown.contains(" van 46 rijen") && shown.contains(" zeker, ") && shown.contains(" mogelijk"), "{shown}");
    assert!(shown.contains("zeker is zeldzaam"), "{shown}");
    press(&mut state, keys(" "));
    assert!(screen(&state).contains("ggz uitgesloten"), "Space goes on to the next");
    press(&mut state, keys(" "));
    assert!(screen(&state).contains("geen filter"), "and then to free");
}

#[test]
fn clearing_the_filter_keeps_the_row_under_the_cursor() {
    let dataset = embedded().unwrap();
    let mut state = State::new(context(&dataset, 80, 24), None);
    press(&mut state, keys("2 jjj"));
    let row = state.matrix.row();
    press(&mut state, [KeyCode::Esc]);
    assert_eq!(state.matrix.answer.rows.len(), 46);
    assert_eq!(state.matrix.row(), row);
    assert_eq!(state.view, ViewId::Matrix, "the first Esc only clears");
}

#[test]
fn the_row_comes_back_after_a_filter_that_let_none_through() {
    let dataset = embedded().unwrap();
    let mut state = State::new(context(&dataset, 80, 24), None);
    press(&mut state, keys("2jjj"));
    let row = state.matrix.row();
    press(&mut state, keys("t+++++++++++++te"));
    press(&mut state, keys("e"));
    assert!(screen(&state).contains("rijen") || screen(&state).contains("/46"));
    press(&mut state, keys("llllllllllll+++++"));
    press(&mut state, [KeyCode::Esc]);
    assert_eq!(state.matrix.answer.rows.len(), 46);
    assert!(state.matrix.row().is_some() && row.is_some());
}

#[test]
fn enter_opens_the_evidence_and_back_returns_to_the_cell() {
    let dataset = embedded().unwrap();
    let mut state = State::new(context(&dataset, 100, 30), None);
    press(&mut state, keys("2jl"));
    let (row, column) = (state.matrix.row(), state.matrix.column);
    let evidence = dataset[row.unwrap()].cell(state.matrix.under().unwrap()).unwrap().evidence.clone();
    press(&mut state, [KeyCode::Enter]);
    assert_eq!(state.view, ViewId::Regions);
    assert_eq!(state.regions.selected(), evidence.first().map(|e| impactkaart::tui::views::regions::Item::Entry(*e)));
    press(&mut state, [KeyCode::Backspace]);
    assert_eq!((state.view, state.matrix.row(), state.matrix.column), (ViewId::Matrix, row, column));
}

#[test]
fn a_narrow_window_scrolls_the_columns_and_keeps_names_and_numbers() {
    let dataset = embedded().unwrap();
    let mut state = State::new(context(&dataset, 60, 20), None);
    press(&mut state, keys("2"));
    press(&mut state, vec![KeyCode::Right; 16]);
    let shown = screen(&state);
    assert!(shown.contains("OUD") && !shown.contains("MSZ"), "{shown}");
    assert!(shown.contains("n/12 n/5"), "{shown}");
    resize(&mut state, Size { width: 130, height: 20 });
    let shown = screen(&state);
    assert!(shown.contains("OUD") && shown.contains("MSZ"), "a wide window shows all: {shown}");
}

#[test]
fn cells_are_told_apart_in_ascii_and_without_colour() {
    let dataset = embedded().unwrap();
    let context = Context { glyphs: ASCII, ..context(&dataset, 120, 40) };
    let mut state = State::new(context, None);
    press(&mut state, keys("2"));
    let shown = screen(&state);
    assert!(shown.is_ascii(), "{shown}");
    assert!(shown.contains("V ja   . nee   ? onbekend"), "{shown}");
}

#[test]
fn an_own_mark_is_kept_shown_as_such_and_counted_only_when_asked() {
    let dataset = embedded().unwrap();
    let home = tempfile::tempdir().unwrap();
    let store = Store::at(Some(home.path().join("data")));
    let mut state = State::new(context(&dataset, 120, 40), None);
    open_own(&mut state, store.clone());
    press(&mut state, keys("2jx"));
    assert!(screen(&state).contains("[V°]"), "{}", screen(&state));
    press(&mut state, keys("rgezien op p. 3"));
    press(&mut state, [KeyCode::Enter]);
    let kept = store.load().unwrap().value;
    assert_eq!(kept.marks.len(), 1);
    assert_eq!(kept.marks[0].value, Verdict::Yes);
    assert_eq!(kept.marks[0].remark.as_deref(), Some("gezien op p. 3"));
    assert!(screen(&state).contains("gezien op p. 3"));
    press(&mut state, keys("x"));
    assert_eq!(store.load().unwrap().value.marks[0].value, Verdict::No);
    press(&mut state, keys("x"));
    assert!(store.load().unwrap().value.marks.is_empty(), "the third time takes it away");
    press(&mut state, keys("x "));
    let certain = state.matrix.answer.counts.certain;
    press(&mut state, keys("u"));
    assert_eq!(state.matrix.answer.counts.certain, certain + 1, "now it counts");
}

#[test]
fn what_follows_from_own_marks_stands_in_the_cells_the_inspector_and_the_totals() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut state = State::new(context(&dataset, 120, 40), None);
    open_own(&mut state, Store::at(Some(home.path().join("data"))));
    press(&mut state, keys("2xl"));
    let shown = screen(&state);
    assert!(shown.contains("V° [?]  ?   ?"), "marks are only shown: {shown}");
    press(&mut state, keys("u"));
    let shown = screen(&state);
    assert!(shown.contains("V° [·'] ·'  ·'"), "the one V of the row is found, so the rest is no: {shown}");
    assert!(shown.contains("× ggz: nee") && shown.contains("Grond: volgt uit eigen merken"), "{shown}");
    assert!(shown.contains("' volgt uit eigen merken"), "the legend says what the sign means: {shown}");
    assert!(shown.contains("totaal mogelijk             1   0   0   0"), "{shown}");
}

#[test]
fn own_marks_that_do_not_fit_the_source_are_told_in_the_inspector() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut state = State::new(context(&dataset, 120, 40), None);
    open_own(&mut state, Store::at(Some(home.path().join("data"))));
    press(&mut state, keys("2xlxl"));
    let shown = screen(&state);
    assert!(shown.contains("Let op: met de eigen merken komt de rij op 2 V's, in de bron op 1;"), "{shown}");
    press(&mut state, keys("llllx"));
    let shown = screen(&state);
    assert!(shown.contains("[·!]"), "the source's value stays: {shown}");
    assert!(shown.contains("Eigen merk: ja. De bron zegt zeker nee (de rij is leeg); die telt"), "{shown}");
    assert!(shown.contains("! eigen merk dat de bron tegenspreekt"), "{shown}");
}

#[test]
fn the_legend_is_whole_in_a_narrow_window() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let home = tempfile::tempdir().unwrap();
    for (width, height) in [(60, 30), (80, 30), (120, 40)] {
        let mut state = State::new(context(&dataset, width, height), None);
        open_own(&mut state, Store::at(Some(home.path().join(format!("data-{width}")))));
        press(&mut state, keys("2xullllx"));
        let shown = screen(&state);
        for meaning in
            ["V ja", "? onbekend", "?3 onbekend, drie aanwijzingen", "° eigen merk", "' volgt uit eigen merken"]
        {
            assert!(shown.contains(meaning), "{width}: {shown}");
        }
        assert!(shown.contains("! eigen merk dat de bron tegenspreekt"), "{width}: {shown}");
    }
}

#[test]
fn a_long_message_is_told_whole_and_goes_with_the_next_key() {
    let dataset = embedded().unwrap();
    for (width, height) in [(60, 20), (80, 24), (40, 12)] {
        let mut state = State::new(context(&dataset, width, height), None);
        press(&mut state, keys("2jx"));
        let said = state.notice.clone().unwrap();
        assert_eq!(said, "eigen merken kunnen nergens bewaard worden: er is geen thuismap");
        let shown = screen(&state);
        let lines: Vec<&str> = shown.lines().rev().take(3).collect();
        let below = lines.into_iter().rev().collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = below.split_whitespace().collect();
        assert!(words.join(" ").ends_with(&said), "{width}: {shown}");
        press(&mut state, keys("j"));
        assert!(!screen(&state).contains("geen thuismap"));
    }
    let mut state = State::new(context(&dataset, 40, 12), None);
    state.notice = Some("woord ".repeat(60));
    let shown = screen(&state);
    assert!(shown.ends_with("woord …"), "what does not fit at all ends with a sign: {shown}");
}

#[test]
fn marks_of_another_session_show_when_the_matrix_is_opened() {
    let dataset = embedded().unwrap();
    let home = tempfile::tempdir().unwrap();
    let store = Store::at(Some(home.path().join("data")));
    let mut state = State::new(context(&dataset, 120, 40), None);
    open_own(&mut state, store.clone());
    press(&mut state, keys("2"));
    let cell = CellId::of(&dataset, state.matrix.row().unwrap(), state.matrix.under().unwrap());
    store.set(&cell, Some((Verdict::No, None))).unwrap();
    press(&mut state, keys("1"));
    assert!(state.matrix.own.is_empty());
    press(&mut state, keys("2"));
    assert_eq!(state.matrix.own.len(), 1);
    press(&mut state, keys("1"));
    press(&mut state, [KeyCode::Backspace]);
    assert_eq!(state.view, ViewId::Matrix, "back opens it too");
}

#[test]
fn a_makes_the_row_side_a_of_the_comparison() {
    let dataset = embedded().unwrap();
    let mut state = State::new(context(&dataset, 80, 24), None);
    press(&mut state, keys("2jja"));
    assert_eq!(state.compare.a, state.matrix.place(&state.context));
}

#[test]
fn the_view_at_the_sizes_that_people_use() {
    let boxes = [(Some(0), "named"), (Some(1), "order")];
    let lines = [(vec!["ggz", "msz"], vec!["kanker"]), (vec!["ggz"], vec![])];
    let files = tiny(&focus(Some(2), Some(2), &boxes), &lines);
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let mut state = State::new(context(&dataset, width, height), None);
        press(&mut state, keys("2l lll x"));
        // The title and the footer are every view's.
        let shown = screen(&state);
        let body: Vec<&str> = shown.lines().skip(2).take(usize::from(height) - 3).collect();
        insta::assert_snapshot!(format!("matrix_{width}x{height}"), body.join("\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_key_in_no_window_ends_in_a_panic(
        sizes in prop::collection::vec((1u16..=200, 1u16..=70), 4),
        pressed in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(keys("hjklgG wests+-txru")),
            1 => Just(KeyCode::Enter), 1 => Just(KeyCode::Esc), 1 => Just(KeyCode::Tab),
            1 => Just(KeyCode::PageDown), 1 => Just(KeyCode::Backspace), 1 => Just(KeyCode::End),
        ], 40),
    ) {
        let dataset = embedded().unwrap();
        let mut state = State::new(context(&dataset, 80, 24), None);
        press(&mut state, keys("2"));
        for (i, key) in pressed.into_iter().enumerate() {
            if i % 10 == 0 {
                let (width, height) = sizes[i / 10];
                resize(&mut state, Size { width, height });
            }
            press(&mut state, [key]);
            if state.view != ViewId::Matrix {
                press(&mut state, keys("2"));
            }
            let _ = draw(&state);
        }
    }
}
