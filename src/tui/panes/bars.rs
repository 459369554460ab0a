//! The figures as bars: what they are, a bar for each, what the signs mean, and the entry of the selected one.

use ratatui::layout::{Position, Rect};

use super::super::lines::Canvas;
use super::super::state::Context;
use super::super::theme::Role;
use super::super::views::bars::Bars;

/// Draws the bars; returns where the terminal's cursor belongs.
pub fn render(context: &Context<'_>, view: &Bars, canvas: &mut Canvas<'_>) -> Position {
    let areas = view.areas(context);
    for (area, lines) in [(areas.heading, &view.heading), (areas.legend, &view.legend), (areas.detail, &view.detail)] {
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            canvas.line(Rect { x: area.x + 1, y, height: 1, width: area.width.saturating_sub(1) }, line);
        }
    }
    let area = areas.list;
    let mut cursor = Position::new(area.x, area.y);
    for (y, line) in (area.y..area.bottom()).zip(view.lines.iter().skip(view.cursor.top)) {
        let selected = line.item == Some(view.cursor.at);
        // A bar stands a little to the right of the name above it, the rest begins at the margin.
        let mut x = area.x + 1 + u16::from(line.item.is_some()) * 2;
        if selected && line.first {
            canvas.text(area.x + 1, y, context.glyphs.marker, Role::Marker, 1);
            cursor = Position::new(area.x + 1, y);
        }
        for span in &line.spans {
            let role = if selected && span.role == Role::Text { Role::Selected } else { span.role };
            x = canvas.text(x, y, &span.text, role, area.right().saturating_sub(x));
        }
    }
    let right = area.right().saturating_sub(1);
    if view.cursor.top > 0 {
        canvas.text(right, area.y, context.glyphs.up, Role::Dim, 1);
    }
    if area.height > 0 && view.cursor.top + usize::from(area.height) < view.lines.len() {
        canvas.text(right, area.bottom().saturating_sub(1), context.glyphs.down, Role::Dim, 1);
    }
    cursor
}
