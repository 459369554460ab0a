//! The field for the name of a file.

use ratatui::layout::{Position, Rect};

use super::super::layout;
use super::super::lines::{Canvas, cut};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::views::save::SaveView;
use super::picker;
use crate::texts::Msg;

/// Draws the field; returns where the terminal's cursor belongs.
pub fn render(context: &Context<'_>, view: &SaveView, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let areas = layout::picker(area);
    let width = area.width.saturating_sub(2);
    let heading = cut(&view.heading, usize::from(width), context.glyphs.more);
    canvas.text(areas.heading.x + 1, areas.heading.y, &heading, Role::Heading, width);
    let cursor = picker::field(context.lang.say(Msg::ExportLabel), &view.field, areas.field, canvas);
    for (y, line) in (areas.list.y..areas.list.bottom()).zip(&view.lines) {
        canvas.line(Rect::new(area.x + 1, y, width, 1), line);
    }
    cursor
}
