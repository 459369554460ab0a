//! The palette and the help: all that can be done and gone to, found by typing and done by Enter.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::tiny_files;
use impactkaart::dataset::{SILENCE_TOPIC, embedded};
use impactkaart::query::find::find;
use impactkaart::query::matrix::Strength;
use impactkaart::settings;
use impactkaart::texts::Lang;
use impactkaart::tui::action::{Action, BINDINGS, Scope, ViewId};
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::ASCII;
use impactkaart::tui::keymap::Keymap;
use impactkaart::tui::state::{Context, Effect, Overlay, State, Wishes};
use impactkaart::tui::update::{paste, update, wish};
use impactkaart::tui::views::finder::{Does, Finder};
use impactkaart::tui::views::regions::Pane;
use screen::{context, press, size, start, styled, text};

/// Types a text, letter by letter.
fn write(state: &mut State<'_>, text: &str) {
    for c in text.chars() {
        press(state, &if c == ' ' { "<space>".to_string() } else { c.to_string() });
    }
}

fn open<'s>(state: &'s State<'_>) -> &'s Finder {
    match &state.overlay {
        Some(Overlay::Help(finder) | Overlay::Palette(finder)) => finder,
        other => panic!("no list is open: {other:?}"),
    }
}

fn keymap(text: &str) -> Keymap {
    let (settings, complaints) = settings::parse(text);
    let (keymap, clashes) = Keymap::of(&settings.keys);
    assert_eq!((complaints, clashes), (Vec::new(), Vec::new()));
    keymap
}

#[test]
fn the_palette_and_the_help_at_80x24_and_120x40() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, ":");
        insta::assert_snapshot!(format!("palette_{width}x{height}"), styled(&state));
        write(&mut state, "ver");
        insta::assert_snapshot!(format!("palette_narrowed_{width}x{height}"), styled(&state));
        press(&mut state, "<esc> ?");
        write(&mut state, "merk");
        insta::assert_snapshot!(format!("help_narrowed_{width}x{height}"), styled(&state));
    }
}

#[test]
fn every_action_of_every_view_is_in_the_palette_and_in_the_help_with_its_keys() {
    let dataset = embedded().unwrap();
    for view in ViewId::ALL {
        let mut state = start(&dataset, 120, 40, None);
        update(&mut state, Action::View(view));
        for opener in [Action::Palette, Action::Help] {
            update(&mut state, opener);
            for binding in BINDINGS.iter().filter(|b| b.scope != Scope::Field) {
                let row = open(&state).rows.iter().find(|row| row.does == Does::Act(binding.action));
                let row = row.unwrap_or_else(|| panic!("{:?} in {view:?}, {opener:?}", binding.action));
                assert!(!row.keys.is_empty(), "{:?}", binding.action);
            }
            update(&mut state, Action::Escape);
        }
    }
}

#[test]
fn what_works_here_comes_first_and_what_does_not_says_where_it_does() {
    let dataset = embedded().unwrap();
    for view in ViewId::ALL {
        let mut state = start(&dataset, 120, 40, None);
        update(&mut state, Action::View(view));
        update(&mut state, Action::Palette);
        let rows = &open(&state).rows;
        let works =
            |action: Action| rows.iter().filter(|r| r.does == Does::Act(action) && r.elsewhere.is_none()).count();
        for binding in BINDINGS.iter().filter(|b| b.scope != Scope::Field) {
            let here = state.context.keys.here(view).any(|b| b.action == binding.action);
            assert_eq!(works(binding.action), usize::from(here), "{:?} in {view:?}", binding.action);
        }
        let working: Vec<bool> = open(&state).rows.iter().map(|row| row.elsewhere.is_none()).collect();
        assert!(working.is_sorted_by(|a, b| a >= b), "none that works behind one that does not, in {view:?}");
    }
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, ":");
    write(&mut state, "eigen merken tellen");
    press(&mut state, "<enter>");
    assert!(text(&state).contains("hier niet: eigen merken tellen mee kan in Matrix"), "{}", text(&state));
    assert!(state.overlay.is_some(), "the list stays, for another try");
}

#[test]
fn enter_does_what_the_key_would_have_done_in_the_view_beneath() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "2 :");
    write(&mut state, "sterkte");
    press(&mut state, "<enter>");
    assert!(state.overlay.is_none());
    assert_eq!((state.view, state.matrix.filter.strength), (ViewId::Matrix, Strength::Possible));
    press(&mut state, "?");
    write(&mut state, "alle/een");
    press(&mut state, "<enter>");
    assert!(state.overlay.is_none(), "the help can be acted on too");
    assert_eq!(state.matrix.filter.matching, impactkaart::query::matrix::Match::Any);
    press(&mut state, ":");
    write(&mut state, "stop");
    press(&mut state, "<enter>");
    assert!(state.effects.contains(&Effect::Quit));
}

#[test]
fn a_region_opens_to_be_read_and_back_leads_to_where_one_was() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "2 :");
    write(&mut state, "fryslan");
    press(&mut state, "<enter>");
    assert_eq!((state.view, state.regions.pane), (ViewId::Regions, Pane::Text));
    assert_eq!(state.regions.place, find(&dataset, "friesland").ok(), "found by its other name");
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Matrix);
    press(&mut state, ":");
    write(&mut state, "achterhoek");
    press(&mut state, "<enter>");
    assert_eq!(state.regions.place, find(&dataset, "arnhem/achterhoek").ok(), "parts as well");
}

#[test]
fn a_topic_leads_to_who_names_it_and_silence_is_no_topic() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    press(&mut state, ":");
    write(&mut state, "valpreventie");
    assert_eq!(open(&state).selected().unwrap().label, "Valpreventie");
    press(&mut state, "<enter>");
    assert_ne!(state.view, ViewId::Regions);
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Regions);
    press(&mut state, ":");
    let silence = dataset.topic(SILENCE_TOPIC).unwrap();
    assert!(open(&state).rows.iter().all(|row| row.does != Does::Topic(silence)));
    let topics = open(&state).rows.iter().filter(|row| matches!(row.does, Does::Topic(_))).count();
    assert_eq!(topics, dataset.topics().len() - 1);
}

#[test]
fn what_holds_the_letters_comes_alone_and_accents_do_not_matter() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, ":");
    write(&mut state, "coordinatie");
    let with_accent = text(&state);
    press(&mut state, "<c-u>");
    write(&mut state, "coördinatie");
    assert_eq!(with_accent.lines().skip(4).collect::<Vec<_>>(), text(&state).lines().skip(4).collect::<Vec<_>>());
    press(&mut state, "<c-u>");
    write(&mut state, "kpieer");
    assert_eq!(open(&state).selected().unwrap().label, "kopieer", "letters that lie apart, where nothing holds them");
    write(&mut state, "qqq");
    assert!(text(&state).contains("Niets gevonden"), "{}", text(&state));
    press(&mut state, "<enter>");
    assert!(state.overlay.is_some(), "Enter on nothing does nothing");
}

#[test]
fn a_key_finds_what_it_does_and_the_opener_closes_again() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    for (typed, does) in [("y", "kopieer"), ("Y", "kopieer als"), ("/", "zoek tekst")] {
        press(&mut state, "?");
        write(&mut state, typed);
        assert_eq!(open(&state).selected().unwrap().label, does, "{typed}");
        press(&mut state, "<esc>");
    }
    for opener in ["?", ":"] {
        press(&mut state, opener);
        assert!(state.overlay.is_some());
        press(&mut state, opener);
        assert!(state.overlay.is_none(), "{opener}");
    }
}

#[test]
fn the_whole_help_can_be_reached_and_says_when_there_is_more() {
    let dataset = embedded().unwrap();
    for (width, height) in [(80, 24), (40, 12), (60, 20)] {
        let mut state = start(&dataset, width, height, None);
        let told = vec!["bestand: /home/a/settings.toml".to_string(), "settings.toml:3: een lange klacht ".repeat(5)];
        wish(&mut state, Wishes { told, ..Wishes::default() });
        press(&mut state, "?");
        assert!(text(&state).contains('↓'), "{}", text(&state));
        let mut seen = text(&state);
        for _ in 0..200 {
            press(&mut state, "<down>");
            seen.push_str(&text(&state));
            assert!(text(&state).contains('▸'), "the selected row is in sight: {}", text(&state));
        }
        for needed in
            ["Ctrl-L", "Overal", "Wat een teken betekent", "In een tekstveld", "settings.toml:3", "Alleen in scherm"]
        {
            assert!(seen.contains(needed), "{needed} at {width}x{height}");
        }
        assert!(text(&state).contains('↑') && !text(&state).contains('↓'), "{}", text(&state));
        press(&mut state, "<home>");
        assert!(!text(&state).contains('↑'));
        press(&mut state, "<end>");
        assert!(text(&state).contains("klacht"), "{}", text(&state));
        write(&mut state, "instellingen");
        assert!(text(&state).contains("bestand: "), "{}", text(&state));
    }
}

#[test]
fn keys_that_are_bound_anew_show_wherever_keys_are_named() {
    let dataset = embedded().unwrap();
    let keys = keymap(
        "[keys]\nquit = \"Q\"\nhelp = \"F1\"\nview-matrix = \"F4\"\ncopy-as = \"F6\"\nmark = \"F5\"\ncompare = \"F3\"\n\
         [keys.in.matrix]\ncycle-column = \"F2\"\n[keys.in.field]\nopen = \"Alt-Enter\"\n",
    );
    let mut state = State::new(Context { keys: &keys, ..context(&dataset, 120, 40) }, None);
    assert!(text(&state).contains("F1 hulp") && text(&state).contains("Q stop"), "the footer: {}", text(&state));
    assert!(text(&state).contains("1 Regio's   F4 Matrix   3 Vergelijk"), "the tabs: {}", text(&state));
    press(&mut state, "a");
    assert!(text(&state).contains("; F3 vergelijkt"), "a message: {}", text(&state));
    update(&mut state, Action::View(ViewId::Matrix));
    assert!(text(&state).contains("F2 vraagt een V in de kolom"), "the hint of a view: {}", text(&state));
    for opener in [Action::Palette, Action::Help] {
        update(&mut state, opener);
        write(&mut state, "kopieer als");
        assert!(text(&state).contains("F6") && text(&state).contains("Alt-Enter voer uit"), "{}", text(&state));
        update(&mut state, Action::Escape);
    }
    press(&mut state, "M");
    assert!(text(&state).contains("Nog geen bladwijzers: F5 zet er een."), "{}", text(&state));
    press(&mut state, "<esc> q");
    assert!(!state.effects.contains(&Effect::Quit), "the usual key is free");
    press(&mut state, "Q");
    assert!(state.effects.contains(&Effect::Quit));
}

#[test]
fn the_screen_starts_as_the_settings_say() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    let notice = Some("settings.toml:1: mouse kan niet 3 zijn".to_string());
    wish(&mut state, Wishes { mouse: true, strength: Strength::Certain, own: true, notice, told: Vec::new() });
    assert!(state.mouse && text(&state).contains("mouse kan niet 3 zijn"), "{}", text(&state));
    press(&mut state, "2");
    assert!(
        text(&state).contains("getoond: zeker") && text(&state).contains("eigen merken tellen mee"),
        "{}",
        text(&state)
    );
    press(&mut state, "<space>");
    assert!(state.matrix.answer.rows.len() < 46);
    press(&mut state, "<esc>");
    assert_eq!(state.matrix.filter.strength, Strength::Certain, "clearing the filter leaves it");
}

#[test]
fn text_that_is_pasted_lands_in_the_field_of_the_list() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, ":");
    paste(&mut state, "zuid-holland\nnoord");
    assert_eq!(open(&state).selected().unwrap().label, "Zuid-Holland Noord (zorgkantoorregio)");
    assert_eq!(state.view, ViewId::Regions, "and opens no search");
}

#[test]
fn both_are_plain_in_ascii_in_english_and_in_meeting_mode() {
    let dataset = embedded().unwrap();
    for opener in [":", "?"] {
        let mut state = start(&dataset, 80, 24, None);
        (state.context.glyphs, state.context.lang) = (ASCII, Lang::En);
        press(&mut state, "z");
        press(&mut state, opener);
        assert!(text(&state).is_ascii(), "{}", text(&state));
        for (width, height) in [(40, 12), (250, 80), (60, 20)] {
            size(&mut state, width, height);
            write(&mut state, "s");
            let drawn = draw(&state);
            assert!(drawn.visible && drawn.cursor.x < width && drawn.cursor.y < height);
        }
        press(&mut state, "<esc>");
        assert!(state.context.meeting, "closing the list does not end meeting mode");
    }
}
