//! What a key sends over the line: as few bytes as the design allows for the cells that change, and a terminal that
//! gets them shows exactly the frame that was drawn.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use impactkaart::dataset::embedded;
use impactkaart::tui::draw::{Drawn, draw};
use impactkaart::tui::screen::Screen;
use impactkaart::tui::state::{Context, State};
use impactkaart::tui::theme::Scheme;
use proptest::prelude::*;
use ratatui::style::Modifier;

#[path = "common/screen.rs"]
mod screen;
use screen::{context, press};

/// A terminal at the other end of the line.
struct Line {
    screen: Screen,
    terminal: vt100::Parser,
}

impl Line {
    fn of(width: u16, height: u16) -> Line {
        Line { screen: Screen::default(), terminal: vt100::Parser::new(height, width, 0) }
    }

    /// Sends a frame; returns the bytes and the cells that changed.
    fn send(&mut self, drawn: Drawn) -> (usize, usize) {
        let before = self.terminal.screen().clone();
        let (rows, columns) = before.size();
        let bytes = self.screen.present(drawn.buffer, drawn.cursor, drawn.visible);
        self.terminal.process(bytes);
        let after = self.terminal.screen();
        let changed = |y, x| {
            let (old, new) = (before.cell(y, x).unwrap(), after.cell(y, x).unwrap());
            let ink = |c: &vt100::Cell| if c.has_contents() { c.contents().to_string() } else { " ".to_string() };
            let look = |c: &vt100::Cell| (c.fgcolor(), c.bgcolor(), c.bold(), c.dim(), c.inverse(), c.underline());
            ink(old) != ink(new) || ink(new) != " " && look(old) != look(new)
        };
        let cells = (0..rows).flat_map(|y| (0..columns).map(move |x| (y, x))).filter(|(y, x)| changed(*y, *x)).count();
        (bytes.len(), cells)
    }
}

#[test]
fn steps_and_pages_send_little_more_than_the_cells_that_change() {
    let dataset = embedded().unwrap();
    let context = Context { scheme: Scheme::Terminal, ..context(&dataset, 120, 40) };
    let mut state = State::new(context, impactkaart::query::find::find(&dataset, "arnhem").ok());
    let mut line = Line::of(120, 40);
    line.send(draw(&state));
    let (step, page, free) = (Some(1.3), Some(1.4), None);
    // Where all rows of the matrix are new, the few signs that change stand three blanks apart: no way of moving between
    // them keeps to the factor of a page.
    let sparse = Some(2.2);
    for (what, keys, times, factor) in [
        ("a step in a region", "j", 12, step),
        ("a page in a region", "<pgdn>", 5, page),
        ("a heading on", "n", 4, page),
        ("to the matrix", "2", 1, free),
        ("a step in the matrix", "j", 30, step),
        ("a column on", "l", 6, step),
        ("to the top", "g", 1, free),
        ("a page in the matrix", "<pgdn>", 3, sparse),
        ("a page back in the matrix", "<pgup>", 3, sparse),
        ("to a comparison", "a 1 g j j j j j j b 3", 1, free),
        ("a step in the comparison", "j", 8, step),
        ("a page in the comparison", "<pgdn>", 4, page),
        ("a theme on", "n", 4, page),
        ("a search", "/ z o r g <enter>", 1, free),
        ("a step among hits", "j", 30, step),
        ("a page of hits", "<pgdn>", 4, page),
    ] {
        for i in 0..times {
            press(&mut state, keys);
            let (bytes, cells) = line.send(draw(&state));
            let limit = factor.map(|factor: f64| factor * cells as f64 + 120.0);
            assert!(limit.is_none_or(|limit| bytes as f64 <= limit), "{what} ({i}): {bytes} bytes, {cells} cells");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_terminal_shows_the_frame_that_was_drawn(
        pressed in prop::collection::vec(prop::sample::select(vec![
            "j", "k", "l", "h", "<pgdn>", "<pgup>", "g", "G", "<space>", "e", "s", "t", "n", "p", "d", "v",
            "1", "2", "3", "/", "z", "<esc>", "<enter>", "<bs>", "<tab>", "a", "b", "?",
        ]), 30),
        width in 40u16..130,
        height in 12u16..45,
    ) {
        let dataset = embedded().unwrap();
        let context = Context { scheme: Scheme::Dark, ..context(&dataset, width, height) };
        let mut state = State::new(context, None);
        let mut line = Line::of(width, height);
        for key in pressed {
            press(&mut state, key);
            let drawn = draw(&state);
            let frame = drawn.buffer.clone();
            line.send(drawn);
            for y in 0..height {
                for x in 0..width {
                    let (cell, shown) = (&frame[(x, y)], line.terminal.screen().cell(y, x).unwrap());
                    let ink = if shown.has_contents() { shown.contents() } else { " " };
                    prop_assert_eq!(ink, cell.symbol(), "{} {}", x, y);
                    if cell.symbol() != " " {
                        let worn = [shown.bold(), shown.dim(), shown.inverse(), shown.underline()];
                        let looks = [Modifier::BOLD, Modifier::DIM, Modifier::REVERSED, Modifier::UNDERLINED];
                        prop_assert_eq!(worn, looks.map(|look| cell.modifier.contains(look)), "{} {}", x, y);
                    }
                }
            }
        }
    }
}
