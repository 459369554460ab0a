//! The footer: the keys that work here, or a message.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::lines::{Canvas, cut, wrap};
use super::super::theme::Role;
use crate::report::ascii::ascii;

/// The cells between one key and the next.
pub const GAP: usize = GAP_CELLS as usize;

const GAP_CELLS: u16 = 3;

/// How many lines a message may take.
const MOST_LINES: u16 = 4;

/// What the footer shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// Keys with what they do, the most useful first; those that do not fit are left out.
    pub keys: &'p [(String, &'static str)],
    /// A message that stands in their place.
    pub notice: Option<&'p str>,
}

/// A message, whole: where one line is too short it stands over the lowest lines of the view, until the next key.
fn notice(text: &str, area: Rect, canvas: &mut Canvas<'_>) {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let (text, more) = if canvas.ascii { (ascii(text), "...") } else { (text.to_string(), "…") };
    let room = area.y.min(MOST_LINES - 1) + 1;
    let mut lines = wrap(&text, width);
    if lines.len() > usize::from(room) {
        lines.truncate(usize::from(room));
        if let Some(last) = lines.last_mut() {
            *last = format!("{} {more}", cut(last, width.saturating_sub(more.width() + 1), ""));
        }
    }
    let top = area.y.saturating_sub(u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0));
    for (y, line) in (top..=area.y).zip(&lines) {
        canvas.text(0, y, &" ".repeat(usize::from(area.width)), Role::Text, area.width);
        canvas.text(area.x + 1, y, line, Role::Notice, area.width.saturating_sub(1));
    }
}

/// Draws the footer.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    if let Some(notice) = props.notice {
        return self::notice(notice, area, canvas);
    }
    let mut x = area.x + 1;
    for (keys, what) in props.keys {
        let width = u16::try_from(keys.width() + 1 + what.width()).unwrap_or(u16::MAX);
        if x.saturating_add(width) > area.right() {
            break;
        }
        x = canvas.text(x, area.y, keys, Role::Key, area.right().saturating_sub(x)) + 1;
        x = canvas.text(x, area.y, what, Role::Dim, area.right().saturating_sub(x)) + GAP_CELLS;
    }
}
