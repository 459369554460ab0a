//! Text laid out in lines for a pane: wrapped by display width, each line knowing its roles and its item.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::theme::{Role, Scheme};
use crate::report::ascii::ascii;
pub use crate::report::lines::{cut, wrap};

/// A run of text of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// A line of a pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its runs, from the left.
    pub spans: Vec<Span>,
    /// The item that it belongs to, where it can be selected.
    pub item: Option<usize>,
    /// Whether it is the first line of its item.
    pub first: bool,
}

impl Line {
    /// A line of one run.
    pub fn of(text: impl Into<String>, role: Role) -> Line {
        Line::default().and(text, role)
    }

    /// The line with a run more.
    pub fn and(mut self, text: impl Into<String>, role: Role) -> Line {
        self.spans.push(Span { text: text.into(), role });
        self
    }

    /// Its width in cells.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|s| s.text.width()).sum()
    }
}

/// A place to draw on, with the scheme and whether letters outside ASCII may be drawn.
#[derive(Debug)]
pub struct Canvas<'b> {
    /// The buffer.
    pub buf: &'b mut Buffer,
    /// The colours.
    pub scheme: Scheme,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

impl Canvas<'_> {
    /// Draws a text from a place on, cut at `width` cells; returns the column behind it.
    pub fn text(&mut self, x: u16, y: u16, text: &str, role: Role, width: u16) -> u16 {
        if !self.buf.area.contains(ratatui::layout::Position { x, y }) {
            return x;
        }
        // What was drawn there before leaves nothing of its look.
        let style = Style::reset().patch(self.scheme.style(role));
        if self.ascii { self.put(x, y, &ascii(text), width, style) } else { self.put(x, y, text, width, style) }
    }

    fn put(&mut self, x: u16, y: u16, text: &str, width: u16, style: Style) -> u16 {
        if !text.chars().all(is_one_cell) {
            return self.buf.set_stringn(x, y, text, usize::from(width), style).0;
        }
        // Nearly all text is of this kind, and needs no search for clusters of characters.
        let area = self.buf.area;
        let from = usize::from(y - area.y) * usize::from(area.width) + usize::from(x - area.x);
        let room = usize::from(width.min(area.right() - x));
        let cells = self.buf.content.get_mut(from..from + room).unwrap_or_default();
        let mut drawn = 0;
        for (cell, sign) in cells.iter_mut().zip(text.chars()) {
            cell.set_char(sign).set_style(style);
            drawn += 1;
        }
        x + drawn
    }

    /// Draws a line at the top of an area, cut at its width.
    pub fn line(&mut self, area: Rect, line: &Line) {
        let mut x = area.x;
        for span in &line.spans {
            x = self.text(x, area.y, &span.text, span.role, area.right().saturating_sub(x));
        }
    }
}

/// Whether a character takes one cell and never joins with its neighbours.
fn is_one_cell(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '‐'..='‧' | '‰'..='⁞' | '←'..='⇿' | '─'..='▟' | '▸')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_of_drawing_draws_what_the_long_way_does() {
        let texts = ["Zeeland", "coördinatie – ‘één’ … 3 · V° ▸ │ → ± ×", "漢字 twee", "re\u{301}gie", "a\u{7}b", ""];
        let style = Scheme::Terminal.style(Role::Heading);
        for (text, width) in texts.into_iter().flat_map(|text| [0u16, 3, 8, 60].map(|width| (text, width))) {
            let (mut short, mut long) = (Buffer::empty(Rect::new(0, 0, 40, 2)), Buffer::empty(Rect::new(0, 0, 40, 2)));
            let mut canvas = Canvas { buf: &mut short, scheme: Scheme::Terminal, ascii: false };
            let end = canvas.text(5, 1, text, Role::Heading, width);
            let (expected, _) = long.set_stringn(5, 1, text, usize::from(width), style);
            assert_eq!((end, short), (expected, long), "{text} in {width}");
        }
        for c in (0..0x3000u32).filter_map(char::from_u32).filter(|c| is_one_cell(*c)) {
            assert_eq!(unicode_width::UnicodeWidthChar::width(c), Some(1), "{:x}", c as u32);
        }
    }
}
