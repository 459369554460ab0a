//! A list with bars and what is said of the selected one: the views of topics and of similar regions.

use ratatui::layout::{Position, Rect};
use tui_input::Input;

use super::super::glyphs::Glyphs;
use super::super::layout;
use super::super::lines::{Canvas, Line, cut};
use super::super::list::Cursor;
use super::super::theme::Role;
use super::super::views::ranked::Laid;
use super::region;

/// What the pane shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The signs.
    pub glyphs: Glyphs,
    /// What stands before the field.
    pub label: &'p str,
    /// The open field, if it is.
    pub field: Option<&'p Input>,
    /// What is laid out around the text.
    pub laid: &'p Laid,
    /// The place of the selected row among those in sight.
    pub row: usize,
    /// The text.
    pub text: &'p [Line],
    /// Where one is in it.
    pub cursor: Cursor,
    /// Whether keys go to the text.
    pub in_text: bool,
}

/// Draws the pane; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, areas: layout::Ranked, canvas: &mut Canvas<'_>) -> Position {
    let mut at = Position::new(0, 0);
    if let Some(area) = areas.list {
        canvas.line(Rect { height: 1, ..area }, &props.laid.columns);
        for (y, line) in (area.y + 1..area.bottom()).zip(&props.laid.rows) {
            canvas.line(Rect { y, height: 1, ..area }, line);
        }
        let row = u16::try_from(props.row).unwrap_or(0);
        at = Position::new(area.x, (area.y + 1 + row).min(area.bottom().saturating_sub(1)));
    }
    if let Some(area) = areas.rule {
        for y in area.y..area.bottom() {
            canvas.text(area.x, y, props.glyphs.rule, Role::Rule, 1);
        }
    }
    let said = said(props, areas, canvas);
    if props.in_text {
        at = said.unwrap_or(at);
    }
    bar(props, areas.bar, canvas).unwrap_or(at)
}

/// What is said of the selected one.
fn said(props: &Props<'_>, areas: layout::Ranked, canvas: &mut Canvas<'_>) -> Option<Position> {
    if let Some(area) = areas.head {
        let name = cut(&props.laid.name, usize::from(area.width), props.glyphs.more);
        canvas.text(area.x, area.y, &name, Role::Title, area.width);
        for (y, line) in (area.y + 1..area.bottom()).zip(&props.laid.about) {
            canvas.text(area.x, y, line, Role::Dim, area.width);
        }
    }
    if let Some(area) = areas.source {
        let source = cut(&props.laid.source, usize::from(area.width), props.glyphs.more);
        canvas.text(area.x, area.y, &source, Role::Dim, area.width);
    }
    let lines = region::Lines { glyphs: props.glyphs, lines: props.text, cursor: props.cursor, focused: props.in_text };
    areas.text.and_then(|area| region::lines(&lines, area, canvas))
}

/// What the list shows, or the field that narrows it; returns where the cursor of the field stands.
fn bar(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
    let Some(field) = props.field else {
        for (y, line) in (area.y..area.bottom()).zip(&props.laid.bar) {
            canvas.line(Rect { x: area.x + 1, y, height: 1, width: area.width.saturating_sub(1) }, line);
        }
        return None;
    };
    let x = canvas.text(area.x + 1, area.y, props.label, Role::Key, area.width) + 1;
    let room = usize::from(area.right().saturating_sub(x).saturating_sub(1));
    let skipped = field.visual_scroll(room);
    let shown: String = field.value().chars().skip(skipped).collect();
    canvas.text(x, area.y, &shown, Role::Selected, area.right().saturating_sub(x));
    let cursor = field.visual_cursor().saturating_sub(skipped).min(room);
    Some(Position::new(x + u16::try_from(cursor).unwrap_or(0), area.y))
}
