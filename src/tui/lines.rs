//! Text laid out in lines for a pane: wrapped by display width, each line knowing its roles and its item.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::theme::{Role, Scheme};
use crate::report::ascii::ascii;

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

/// Wraps a text to lines of at most `width` cells; a word that is longer is broken.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width.max(1))
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(true);
    textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
}

/// Cuts a text to at most `width` cells, with `more` at its end where something was cut.
pub fn cut(text: &str, width: usize, more: &str) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let room = width.saturating_sub(more.width());
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        let w = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used + w > room {
            break;
        }
        used += w;
        out.push(c);
    }
    if more.width() <= width { out + more } else { out }
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
        let style = self.scheme.style(role);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_wraps_at_words_and_breaks_only_what_is_longer_than_a_line() {
        assert_eq!(wrap("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrap("zorgcoördinatiecentrum", 10), ["zorgcoördi", "natiecentr", "um"]);
    }

    #[test]
    fn cutting_leaves_a_sign_that_there_is_more() {
        assert_eq!(cut("Noord-Holland Noord", 8, "…"), "Noord-H…");
        assert_eq!(cut("Zeeland", 8, "…"), "Zeeland");
    }
}
