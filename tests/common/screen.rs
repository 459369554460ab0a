//! A screen in a test: a dataset, keys as a person types them, and what is then drawn, with styles as role names.
#![allow(dead_code, clippy::unwrap_used, reason = "a test takes its own part of this, and may fail where it stands")]

use crossterm::event::{KeyCode, KeyModifiers};
use impactkaart::dataset::Dataset;
use impactkaart::query::find::find;
use impactkaart::texts::Lang;
use impactkaart::tui::action::Key;
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::UNICODE;
use impactkaart::tui::keymap::USUAL;
use impactkaart::tui::state::{Context, Size, State};
use impactkaart::tui::theme::Scheme;
use impactkaart::tui::update::{resize, update};
use ratatui::layout::Position;

/// A window of this size, in Dutch, whose styles name their roles.
pub fn context<'a>(dataset: &'a Dataset<'a>, width: u16, height: u16) -> Context<'a> {
    let size = Size { width, height };
    Context { dataset, lang: Lang::Nl, scheme: Scheme::Probe, glyphs: UNICODE, keys: &USUAL, size, meeting: false }
}

/// The state at the start, in Dutch, in a window of this size.
pub fn start<'a>(dataset: &'a Dataset<'a>, width: u16, height: u16, place: Option<&str>) -> State<'a> {
    State::new(context(dataset, width, height), place.map(|name| find(dataset, name).unwrap()))
}

/// A key by the name that a person gives it: a letter, or `<enter>`, `<c-l>`, `<a-left>`.
pub fn key(name: &str) -> Key {
    let plain = |code| Key { code, modifiers: KeyModifiers::NONE };
    let Some(name) = name.strip_prefix('<').and_then(|n| n.strip_suffix('>')) else {
        return plain(KeyCode::Char(name.chars().next().unwrap()));
    };
    let (modifiers, name) = match name.split_once('-') {
        Some(("c", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("a", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "space" => KeyCode::Char(' '),
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    Key { code, modifiers }
}

/// Presses keys, parted by blanks.
pub fn press(state: &mut State<'_>, keys: &str) {
    keys.split_whitespace().for_each(|name| press_key(state, key(name)));
}

/// Presses a key by its code.
pub fn press_code(state: &mut State<'_>, code: KeyCode) {
    press_key(state, Key { code, modifiers: KeyModifiers::NONE });
}

fn press_key(state: &mut State<'_>, key: Key) {
    if let Some(action) = state.context.keys.action(key, state.view, state.field().is_some()) {
        update(state, action);
    }
}

/// Gives the window another size.
pub fn size(state: &mut State<'_>, width: u16, height: u16) {
    resize(state, Size { width, height });
}

/// What is drawn, as text.
pub fn text(state: &State<'_>) -> String {
    let frame = draw(state).buffer;
    let row = |y| (0..frame.area.width).map(|x| frame[(x, y)].symbol()).collect::<String>().trim_end().to_string();
    (0..frame.area.height).map(row).collect::<Vec<_>>().join("\n")
}

/// What is drawn, as text and below it the styles: per line runs of cells by role, and where the cursor stands.
pub fn styled(state: &State<'_>) -> String {
    let drawn = draw(state);
    let mut out = text(state);
    out.push_str("\n--- roles\n");
    for y in 0..drawn.buffer.area.height {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for x in 0..drawn.buffer.area.width {
            let cell = &drawn.buffer[(x, y)];
            if cell.symbol() == " " {
                continue;
            }
            let role = Scheme::probe(cell.style()).map_or("none".to_string(), |role| format!("{role:?}"));
            match runs.last_mut() {
                Some((_, to, last)) if *last == role && x <= *to + 2 => *to = x,
                _ => runs.push((x, x, role)),
            }
        }
        if !runs.is_empty() {
            let runs: Vec<String> = runs.iter().map(|(from, to, role)| format!("{role} {from}-{to}")).collect();
            out.push_str(&format!("{y:>3} {}\n", runs.join(", ")));
        }
    }
    let Position { x, y } = drawn.cursor;
    out.push_str(&format!("cursor {x},{y} {}\n", if drawn.visible { "visible" } else { "hidden" }));
    out
}
