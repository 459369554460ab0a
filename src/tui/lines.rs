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
        if self.ascii {
            self.buf.set_stringn(x, y, ascii(text), usize::from(width), style).0
        } else {
            self.buf.set_stringn(x, y, text, usize::from(width), style).0
        }
    }

    /// Draws a line at the top of an area, cut at its width.
    pub fn line(&mut self, area: Rect, line: &Line) {
        let mut x = area.x;
        for span in &line.spans {
            x = self.text(x, area.y, &span.text, span.role, area.right().saturating_sub(x));
        }
    }
}
