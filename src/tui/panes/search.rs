//! The search: its field and total, counts, hits, and the selected hit in full.

use ratatui::layout::{Position, Rect};
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::layout;
use super::super::lines::{Canvas, Line};
use super::super::theme::Role;

/// What the pane shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// What stands before the field.
    pub label: &'p str,
    /// The open field, if it is.
    pub field: Option<&'p Input>,
    /// What was typed.
    pub typed: &'p str,
    /// How much was found.
    pub total: &'p str,
    /// Counts, or what is wrong with a filter.
    pub head: &'p [Line],
    /// The rows in sight.
    pub lines: &'p [Line],
    /// The selected hit in full.
    pub detail: &'p [Line],
}

/// Draws the pane; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, areas: layout::Search, canvas: &mut Canvas<'_>) -> Position {
    let field = field(props, areas.field, canvas);
    lines(props.head, areas.head, canvas);
    lines(props.lines, areas.list, canvas);
    lines(props.detail, areas.detail, canvas);
    let selected =
        props.lines.iter().position(|l| l.spans.first().is_some_and(|s| s.role == Role::Marker && s.text.trim() != ""));
    match selected.and_then(|y| u16::try_from(y).ok()) {
        Some(y) if props.field.is_none() => Position::new(areas.list.x, areas.list.y + y),
        _ => field,
    }
}

fn lines(lines: &[Line], area: Rect, canvas: &mut Canvas<'_>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}

fn field(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let total = u16::try_from(props.total.width()).unwrap_or(0);
    // The total gives way where the field would become too narrow to type in.
    let total = if area.width > total + 30 { total } else { 0 };
    let right = area.right().saturating_sub(if total > 0 { total + 2 } else { 0 });
    let x = canvas.text(area.x, area.y, props.label, Role::Key, area.width) + 1;
    let room = right.saturating_sub(x);
    if total > 0 {
        canvas.text(area.right().saturating_sub(total), area.y, props.total, Role::Title, total);
    }
    let Some(field) = props.field else {
        canvas.text(x, area.y, props.typed, Role::Notice, room);
        return Position::new(x, area.y);
    };
    let cells = usize::from(room.saturating_sub(1));
    let skipped = field.visual_scroll(cells);
    let shown: String = field.value().chars().skip(skipped).collect();
    canvas.text(x, area.y, &shown, Role::Selected, room);
    let cursor = field.visual_cursor().saturating_sub(skipped).min(cells);
    Position::new(x + u16::try_from(cursor).unwrap_or(0), area.y)
}
