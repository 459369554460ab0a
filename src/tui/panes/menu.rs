//! A list over the view to choose from.

use ratatui::layout::Rect;

use super::super::lines::{Canvas, Line};

/// What the list shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The lines.
    pub lines: &'p [Line],
    /// The first line shown.
    pub top: usize,
}

/// Draws the list.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    for (y, line) in (area.y..area.bottom()).zip(props.lines.iter().skip(props.top)) {
        canvas.line(Rect::new(area.x + 1, y, area.width.saturating_sub(2), 1), line);
    }
}
