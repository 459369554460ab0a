//! The footer: the keys that work here, or a message.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::lines::Canvas;
use super::super::theme::Role;

/// The cells between one key and the next.
pub const GAP: usize = GAP_CELLS as usize;

const GAP_CELLS: u16 = 3;

/// What the footer shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// Keys with what they do, the most useful first; those that do not fit are left out.
    pub keys: &'p [(String, &'static str)],
    /// A message that stands in their place.
    pub notice: Option<&'p str>,
}

/// Draws the footer.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    if let Some(notice) = props.notice {
        canvas.text(area.x + 1, area.y, notice, Role::Notice, area.width.saturating_sub(1));
        return;
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
