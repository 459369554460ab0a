//! The map: what it shows, the tiles, the legend, the regions without a tile, and the selected region.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::super::layout;
use super::super::lines::{Canvas, cut};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::views::map::{MapView, Pane};
use crate::texts::Msg;

/// Draws the map; returns where the terminal's cursor belongs.
pub fn render(context: &Context<'_>, view: &MapView, canvas: &mut Canvas<'_>) -> Position {
    let areas = view.areas(context);
    for (area, lines) in
        [(areas.heading, &view.laid.heading), (areas.legend, &view.laid.legend), (areas.detail, &view.laid.detail)]
    {
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            canvas.line(Rect { x: area.x + 1, y, height: 1, width: area.width.saturating_sub(1) }, line);
        }
    }
    let on_tile = tiles(context, view, &areas, canvas);
    let on_line = list(context, view, &areas, canvas);
    let at = if view.pane == Pane::Tiles { on_tile } else { on_line };
    at.unwrap_or(Position::new(areas.heading.x, areas.heading.y))
}

fn tiles(context: &Context<'_>, view: &MapView, areas: &layout::Map, canvas: &mut Canvas<'_>) -> Option<Position> {
    let area = areas.tiles;
    if view.tiles.is_empty() && area.height > 0 {
        let text = context.lang.say(Msg::MapNoTiles);
        canvas.text(area.x + 1, area.y, text, Role::Notice, area.width.saturating_sub(1));
    }
    let [first_column, first_row] = view.first;
    let mut cursor = None;
    for (i, (tile, lines)) in view.tiles.iter().zip(&view.laid.tiles).enumerate() {
        let (Some(column), Some(row)) = (tile.at[0].checked_sub(first_column), tile.at[1].checked_sub(first_row))
        else {
            continue;
        };
        if column >= areas.columns() || row >= areas.rows() {
            continue;
        }
        let x = area.x + u16::try_from(column).unwrap_or(0) * areas.pitch;
        let y = area.y + u16::try_from(row).unwrap_or(0) * areas.height;
        let selected = i == view.tile;
        if selected {
            let role = if view.pane == Pane::Tiles { Role::Marker } else { Role::Dim };
            canvas.text(x, y, context.glyphs.marker, role, 1);
            cursor = Some(Position::new(x + 1, y));
        }
        let role = if selected && view.pane == Pane::Tiles { Role::Active } else { Role::Text };
        for (y, (text, pattern)) in (y..area.bottom()).zip(lines) {
            // The text as far as it goes, so that a selected tile is no wider than its name.
            let shown = text.trim_end();
            canvas.text(x + 1, y, shown, role, areas.pitch.saturating_sub(1));
            let swatch = x + 1 + u16::try_from(text.width()).unwrap_or(0);
            canvas.text(swatch, y, pattern, Role::Shade, (x + areas.pitch).saturating_sub(swatch));
        }
    }
    cursor
}

fn list(context: &Context<'_>, view: &MapView, areas: &layout::Map, canvas: &mut Canvas<'_>) -> Option<Position> {
    let area = areas.list;
    if area.height == 0 || view.listed.is_empty() {
        return None;
    }
    let heading = areas.listed;
    canvas.text(heading.x + 1, heading.y, view.laid.listed, Role::Heading, heading.width.saturating_sub(1));
    let values = view.laid.list.iter().map(|(_, _, value)| value.width()).max().unwrap_or(0);
    let room = usize::from(area.width).saturating_sub(1 + 2 + 1 + 1 + values);
    let mut cursor = None;
    for (y, (i, (pattern, name, value))) in
        (area.y..area.bottom()).zip(view.laid.list.iter().enumerate().skip(view.list.top))
    {
        let selected = i == view.list.at && view.pane == Pane::List;
        if selected {
            canvas.text(area.x, y, context.glyphs.marker, Role::Marker, 1);
            cursor = Some(Position::new(area.x, y));
        }
        let x = canvas.text(area.x + 1, y, pattern, Role::Shade, 2);
        let role = if selected { Role::Active } else { Role::Text };
        canvas.text(x + 1, y, &cut(name, room, context.glyphs.more), role, u16::try_from(room).unwrap_or(0));
        let at = area.right().saturating_sub(u16::try_from(value.width()).unwrap_or(0));
        canvas.text(at, y, value, Role::Text, area.right().saturating_sub(at));
    }
    let right = area.right().saturating_sub(1);
    if view.list.top + usize::from(area.height) < view.listed.len() {
        canvas.text(right, area.bottom().saturating_sub(1), context.glyphs.down, Role::Dim, 1);
    }
    cursor
}
