//! The comparison as a person meets it: the command, and view 3 from keys to cells.

#![cfg(feature = "tui")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::{Ran, impactkaart_of};
use crossterm::event::{KeyCode, KeyModifiers};
use impactkaart::cli::env::Env;
use impactkaart::dataset::{Dataset, embedded};
use impactkaart::query::find::find;
use impactkaart::tui::action::{Action, Key, ViewId};
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::{ASCII, UNICODE};
use impactkaart::tui::state::{Size, State};
use impactkaart::tui::theme::{Role, Scheme};
use impactkaart::tui::update::{resize, update};
use proptest::prelude::*;
use screen::{press_code, text};
use unicode_width::UnicodeWidthStr;

/// Runs a command line; returns exit code, output and messages.
fn command(line: &[&str]) -> (u8, String, String) {
    let env = Env { messages: "nl_NL.UTF-8".into(), locale: "nl_NL.UTF-8".into(), ..Env::default() };
    let Ran { code, out, err } = impactkaart_of(line, &env);
    (code, out, err)
}

#[test]
fn text_stands_in_two_columns_from_sixty_cells_on_and_never_runs_over() {
    for width in [20usize, 40, 59, 60, 80, 120] {
        let (code, text, _) = command(&["compare", "zeeland", "twente", "--width", &width.to_string()]);
        assert_eq!(code, 0);
        assert_eq!(text.contains(" │ "), width >= 60, "at {width}");
        for line in text.lines() {
            assert!(line.width() <= width, "{line:?} is wider than {width}");
        }
    }
    let (_, text, _) = command(&["compare", "zeeland", "twente", "--width", "40", "--columns", "2"]);
    assert!(text.contains(" │ "), "a person may force two columns");
    let (_, text, _) = command(&["compare", "zeeland", "twente"]);
    assert!(!text.contains(" │ ") && text.contains("\nA  "), "piped, each side says who it is");
    let (_, text, _) = command(&["compare", "friesland", "twente", "--ascii", "--width", "80"]);
    assert!(text.is_ascii() && text.contains(" | "));
}

#[test]
fn json_has_the_promised_keys_and_every_section() {
    let (code, text, _) = command(&["compare", "arnhem/achterhoek", "zeeland", "--format", "json"]);
    assert_eq!(code, 0);
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&answer), ["a", "b", "themes", "focus", "focus_actions", "figures"]);
    assert_eq!(answer["a"], serde_json::json!({"region": "arnhem", "part": "achterhoek"}));
    assert_eq!(answer["b"], serde_json::json!({"region": "zeeland", "part": null}));
    let themes = answer["themes"].as_array().unwrap();
    assert_eq!(themes.len(), 8, "developments and seven themes");
    assert_eq!(themes[0]["theme"], "developments");
    assert_eq!(keys(&themes[1]), ["theme", "rows", "silent"]);
    let row = themes.iter().flat_map(|t| t["rows"].as_array().unwrap()).next().unwrap();
    assert_eq!(keys(row), ["topic", "a", "b", "elsewhere", "named_by"]);
    let focus = answer["focus"].as_array().unwrap();
    assert_eq!(focus.len(), 17, "twelve sectors and five doelgroepen");
    assert_eq!(keys(&focus[0]), ["axis", "column", "a", "b", "differs"]);
    for cell in focus {
        let known = |side: &str| ["yes", "no"].iter().any(|v| cell[side] == *v);
        let differs = known("a") && known("b") && cell["a"] != cell["b"];
        assert_eq!(cell["differs"], differs, "an unknown is never a difference: {cell}");
    }
}

#[test]
fn a_theme_and_a_choice_of_rows_narrow_the_answer() {
    let ask = |more: &[&str]| {
        let line = [&["compare", "zeeland", "twente", "--format", "json"], more].concat();
        let (code, text, _) = command(&line);
        (code, serde_json::from_str::<serde_json::Value>(&text).unwrap())
    };
    let (_, digital) = ask(&["--theme", "digitale-zorg"]);
    assert_eq!(digital["themes"].as_array().unwrap().len(), 1);
    assert_eq!(digital["focus"], serde_json::json!([]));
    let rows = |answer: &serde_json::Value| -> usize {
        answer["themes"].as_array().unwrap().iter().map(|t| t["rows"].as_array().unwrap().len()).sum()
    };
    let all = rows(&ask(&[]).1);
    assert_eq!(all, rows(&ask(&["--only", "differences"]).1) + rows(&ask(&["--only", "shared"]).1));
    let (code, _) = ask(&["--theme", "focus", "--only", "differences"]);
    assert!(code <= 1, "nothing to show is an answer too");
}

#[test]
fn what_cannot_be_compared_is_refused_with_a_remedy() {
    let (code, _, err) = command(&["compare", "zeeland", "zeeland"]);
    assert_eq!(code, 2);
    assert!(err.contains("twee verschillende"), "{err}");
    let (code, _, err) = command(&["compare", "zeelnd", "nergenshuizen", "--theme", "x"]);
    assert_eq!(code, 2);
    assert_eq!(err.lines().count(), 3, "both names and the theme are reported together: {err}");
    assert!(err.contains("zeeland"), "{err}");
    let (code, ..) = command(&["compare", "zeeland", "twente", "--theme", "figures", "--only", "shared"]);
    assert!(code <= 1);
}

#[test]
fn a_silent_theme_is_said_to_be_silent_and_a_lone_row_says_where_else_its_topic_is_named() {
    let (_, text, _) = command(&["compare", "zeeland", "roaz limburg", "--theme", "contractering", "--width", "100"]);
    assert!(text.contains("Limburg: Het plan noemt bij dit thema niets"), "{text}");
    let (_, text, _) = command(&["compare", "zeeland", "twente"]);
    let lines: Vec<&str> = text.lines().collect();
    let lone = lines.iter().enumerate().filter(|(_, l)| l.contains(" noemt dit hier: "));
    let mut count = 0;
    for (i, heading) in lone {
        let other = if heading.starts_with("alleen A") { "B  (Twente" } else { "A  (Zeeland" };
        let row = lines[i + 1..].iter().take_while(|l| !l.is_empty());
        assert!(row.clone().any(|l| l.starts_with(other)), "{heading}");
        count += 1;
    }
    assert!(count > 5);
}

#[test]
fn nearly_equal_texts_are_told_apart_word_by_word() {
    let (_, text, _) = command(&["compare", "west-brabant/oost", "west-brabant/west", "--theme", "digitale-zorg"]);
    assert!(text.contains("(in dezelfde woorden)"), "{text}");
}

/// Types keys as a person does: `Enter`, `PgDn` and such by name, the rest letter by letter.
fn keys(state: &mut State<'_>, typed: &str) {
    for word in typed.split(' ') {
        let named = match word {
            "Enter" => Some(KeyCode::Enter),
            "Esc" => Some(KeyCode::Esc),
            "Back" => Some(KeyCode::Backspace),
            "Down" => Some(KeyCode::Down),
            "Right" => Some(KeyCode::Right),
            "PgDn" => Some(KeyCode::PageDown),
            "PgUp" => Some(KeyCode::PageUp),
            _ => None,
        };
        let codes = named.map_or_else(|| word.chars().map(KeyCode::Char).collect(), |code| vec![code]);
        codes.into_iter().for_each(|code| press_code(state, code));
    }
}

fn screen(state: &State<'_>) -> Vec<String> {
    text(state).lines().map(String::from).collect()
}

fn start<'a>(dataset: &'a Dataset<'a>, region: &str, width: u16, height: u16) -> State<'a> {
    screen::start(dataset, width, height, Some(region))
}

#[test]
fn the_region_that_is_open_becomes_a_and_the_view_says_how_to_choose_b() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, "zeeland", 80, 24);
    keys(&mut state, "3");
    let shown = screen(&state).join("\n");
    assert!(shown.contains("A Zeeland") && shown.contains("B nog niet gekozen"), "{shown}");
    assert!(shown.contains("Kies B: druk op b"), "{shown}");
    keys(&mut state, "b twen");
    assert!(screen(&state).join("\n").contains("▸ Twente"), "the best hit is selected");
    keys(&mut state, "Enter");
    assert!(screen(&state).join("\n").contains("B Twente"));
}

#[test]
fn a_and_b_made_elsewhere_are_compared_by_c() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, "zeeland", 100, 30);
    keys(&mut state, "a");
    assert!(screen(&state).last().unwrap().contains("A is nu Zeeland"), "what a key did is said");
    keys(&mut state, "f twente Enter c");
    let shown = screen(&state).join("\n");
    assert!(shown.contains("A Zeeland") && shown.contains("B Twente"), "{shown}");
    keys(&mut state, "s");
    let shown = screen(&state).join("\n");
    assert!(shown.contains("A Twente") && shown.contains("B Zeeland"), "{shown}");
}

#[test]
fn enter_opens_the_entry_and_back_returns_to_the_same_row() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, "zeeland", 80, 24);
    keys(&mut state, "3 b twente Enter n n Down Down");
    let before = (state.compare.section, state.compare.row().map(|r| r.index), screen(&state));
    keys(&mut state, "Enter");
    assert_eq!(state.view, ViewId::Regions);
    keys(&mut state, "Back");
    assert_eq!(state.view, ViewId::Compare);
    let after = (state.compare.section, state.compare.row().map(|r| r.index), screen(&state));
    assert_eq!(before, after);
}

#[test]
fn every_row_of_every_section_is_reached_by_going_down() {
    let dataset = embedded().unwrap();
    for (width, height) in [(40, 12), (80, 24)] {
        let mut state = start(&dataset, "zeeland", width, height);
        keys(&mut state, "3 b gooi Enter p p p");
        let mut seen = std::collections::HashSet::new();
        for _ in 0..400 {
            seen.insert((state.compare.section, state.compare.row().map(|r| r.index)));
            keys(&mut state, "Down");
        }
        assert_eq!(state.compare.section, state.compare.sections.len() - 1);
        for section in 0..state.compare.sections.len() {
            let at = seen.iter().filter(|(s, row)| *s == section && row.is_some()).count();
            state.compare.section = section;
            let context = state.context;
            state.compare.lay_out(&context);
            assert_eq!(at, state.compare.text.rows.len(), "section {section} at {width}x{height}");
        }
    }
}

#[test]
fn d_steps_through_differences_and_shared_and_escape_takes_it_off_before_it_leaves() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, "zeeland", 80, 24);
    keys(&mut state, "c b twente Enter n n n n d");
    assert!(screen(&state).join("\n").contains("alleen verschillen"));
    keys(&mut state, "d");
    let shown = screen(&state).join("\n");
    assert!(shown.contains("alleen wat beide noemen") && !shown.contains("alleen A noemt dit hier"), "{shown}");
    keys(&mut state, "Esc");
    assert_eq!(state.view, ViewId::Compare);
    assert!(!screen(&state).join("\n").contains("alleen wat beide noemen"));
    keys(&mut state, "Esc");
    assert_eq!(state.view, ViewId::Regions);
}

#[test]
fn a_certain_difference_wears_the_role_of_changed_and_an_unknown_does_not() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, "zeeland", 100, 60);
    keys(&mut state, "3 b gooi Enter n n n n n n n");
    let buffer = draw(&state).buffer;
    for y in 0..buffer.area.height {
        let line: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        let role = |x: u16| Scheme::probe(buffer[(x, y)].style());
        let changed = (0..buffer.area.width).any(|x| role(x) == Some(Role::Changed));
        assert!(!changed || !line.contains("onbekend"), "{line}");
    }
}

#[test]
fn meeting_mode_shows_nothing_but_the_content_and_page_keys_step_through_everything() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, "zeeland", 80, 24);
    keys(&mut state, "3 b twente Enter z");
    let shown = screen(&state);
    assert!(!shown.iter().any(|l| l.contains("impactkaart") || l.contains("volgend thema")), "{shown:#?}");
    for _ in 0..80 {
        keys(&mut state, "PgDn");
    }
    assert_eq!(state.compare.section, state.compare.sections.len() - 1);
    for _ in 0..80 {
        keys(&mut state, "PgUp");
    }
    assert_eq!(state.compare.section, 0);
    keys(&mut state, "Esc");
    assert!(screen(&state)[0].contains("impactkaart"), "Esc leaves meeting mode first");
    assert_eq!(state.view, ViewId::Compare);
    keys(&mut state, "1 z");
    let mut headings = std::collections::HashSet::new();
    for _ in 0..60 {
        headings.insert(screen(&state)[2].clone());
        keys(&mut state, "PgDn");
    }
    for (_, theme) in dataset.themes() {
        assert!(headings.iter().any(|h| h.contains(theme.name.as_str())), "{} is never at the top", theme.name);
    }
    keys(&mut state, "z");
    assert!(screen(&state)[0].contains("impactkaart"));
}

fn any_action() -> impl Strategy<Value = Action> {
    let typed = "abcdnpsvzhjklgG?/123 fqtwe".chars().map(KeyCode::Char).collect::<Vec<_>>();
    let codes = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Tab,
        KeyCode::Backspace,
    ];
    let all: Vec<KeyCode> = typed.into_iter().chain(codes).collect();
    prop::sample::select(all).prop_map(|code| {
        let key = Key { code, modifiers: KeyModifiers::NONE };
        impactkaart::tui::keymap::USUAL.action(key, ViewId::Compare, false).unwrap_or(Action::Down)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn random_keys_over_random_sizes_never_panic(
        steps in prop::collection::vec((any_action(), 1u16..200, 1u16..70), 1..40),
        b in prop::sample::select(vec!["twente", "gooi", "west-brabant/oost", "roaz-noord-holland-flevoland", "zeeland"]),
        ascii in any::<bool>(),
    ) {
        let dataset = embedded().unwrap();
        let mut state = start(&dataset, "zeeland", 80, 24);
        state.context.glyphs = if ascii { ASCII } else { UNICODE };
        state.compare.set(&state.context, None, find(&dataset, b).ok());
        update(&mut state, Action::View(ViewId::Compare));
        for (i, (action, width, height)) in steps.into_iter().enumerate() {
            update(&mut state, action);
            if i % 3 == 0 {
                resize(&mut state, Size { width, height });
            }
            let drawn = draw(&state);
            prop_assert_eq!(drawn.buffer.area.width, state.context.size.width);
            if ascii {
                prop_assert!(drawn.buffer.content.iter().all(|cell| cell.symbol().is_ascii()));
            }
        }
    }
}
