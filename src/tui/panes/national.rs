//! View 6: the names of its pages, and one or two pages, each with a head, a list and a foot.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::super::layout;
use super::super::lines::{Canvas, Line};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::views::national::{NationalView, Page, Sheet};
use crate::texts::Msg;

/// Draws the view; returns where the terminal's cursor belongs.
pub fn render(context: &Context<'_>, view: &NationalView, canvas: &mut Canvas<'_>) -> Position {
    let areas = layout::national(context.size, context.meeting);
    let mut cursor = None;
    if let Some(area) = areas.strip {
        cursor = strip(context, view, area, canvas);
    }
    if let (Some(right), true) = (areas.right, view.page != Page::Agenda) {
        if let Some(area) = areas.rule {
            for y in area.y..area.bottom() {
                canvas.text(area.x, y, context.glyphs.rule, Role::Rule, 1);
            }
        }
        let left = sheet(context, &view.reflection, view.page == Page::Reflection, areas.left, canvas);
        let right = sheet(context, &view.wording, view.page == Page::Wording, right, canvas);
        return cursor.or(left).or(right).unwrap_or(areas.left.as_position());
    }
    let area = NationalView::area(context, view.page);
    let at = sheet(context, view.sheet(view.page), true, area, canvas);
    cursor.or(at).unwrap_or(area.as_position())
}

/// The names of the pages, or the open field; returns where the cursor of the field is.
fn strip(context: &Context<'_>, view: &NationalView, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
    let left = |x: u16| area.right().saturating_sub(x);
    let mut x = area.x + 1;
    for page in Page::ALL {
        let role = if page == view.page { Role::Active } else { Role::Dim };
        x = canvas.text(x, area.y, &format!(" {} ", context.lang.say(page.name())), role, left(x)) + 1;
    }
    let field = view.field.as_ref()?;
    let x = canvas.text(x + 1, area.y, context.lang.say(Msg::AgendaField), Role::Key, left(x + 1)) + 1;
    let room = usize::from(left(x).saturating_sub(1)).max(1);
    let skipped = field.visual_scroll(room);
    let typed: String = field.value().chars().skip(skipped).collect();
    canvas.text(x, area.y, &typed, Role::Selected, left(x));
    let cells = field.visual_cursor().saturating_sub(skipped).min(room);
    let at = x.saturating_add(u16::try_from(cells).unwrap_or(0));
    Some(Position::new(at.min(area.right().saturating_sub(1)), area.y))
}

/// A page; where it has the focus, returns the place of its selected item.
fn sheet(context: &Context<'_>, sheet: &Sheet, focused: bool, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
    let areas = layout::page(area, sheet.head.len(), sheet.foot.len());
    plain(&sheet.head, areas.head, canvas);
    plain(&sheet.foot, areas.foot, canvas);
    let mut cursor = None;
    let list = areas.list;
    let right = list.right();
    for (y, line) in (list.y..list.bottom()).zip(sheet.lines.iter().skip(sheet.cursor.top)) {
        let selected = focused && line.item == Some(sheet.cursor.at);
        if selected && line.first {
            canvas.text(list.x, y, context.glyphs.marker, Role::Marker, 1);
            cursor = Some(Position::new(list.x, y));
        }
        let mut x = list.x + 2;
        for span in &line.spans {
            let role = if selected && span.role == Role::Text { Role::Selected } else { span.role };
            x = canvas.text(x, y, &span.text, role, right.saturating_sub(x));
        }
    }
    let edge = |y: u16, sign: &str, canvas: &mut Canvas<'_>| {
        let x = right.saturating_sub(u16::try_from(sign.width()).unwrap_or(1));
        canvas.text(x, y, sign, Role::Dim, 1);
    };
    if list.height > 0 && sheet.cursor.top > 0 {
        edge(list.y, context.glyphs.up, canvas);
    }
    if list.height > 0 && sheet.cursor.top + usize::from(list.height) < sheet.lines.len() {
        edge(list.bottom().saturating_sub(1), context.glyphs.down, canvas);
    }
    cursor
}

fn plain(lines: &[Line], area: Rect, canvas: &mut Canvas<'_>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}
