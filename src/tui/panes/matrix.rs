//! The matrix: the bar, the frozen header and names, the cells, the totals and the inspector.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::super::lines::{Canvas, cut};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::views::matrix::{MatrixView, Pane};
use super::super::views::matrix_text::signs;
use crate::dataset::{Axis, RowIx, Value};
use crate::query::matrix::{Strength, Want};
use crate::query::worlds::{Known, Why, worlds};
use crate::report::matrix as words;
use crate::texts::Msg;

/// Draws the view; returns where the terminal's cursor belongs.
pub fn render(context: &Context<'_>, view: &MatrixView, canvas: &mut Canvas<'_>) -> Position {
    let areas = view.areas(context);
    for (y, line) in (areas.bar.y..areas.bar.bottom()).zip(&view.laid.bar) {
        canvas.line(Rect { x: 1, y, height: 1, width: areas.bar.width.saturating_sub(1) }, line);
    }
    header(context, view, areas.header, canvas);
    let mut cursor = Position::new(0, areas.rows.y);
    let rows = view.answer.rows.iter().enumerate().skip(view.cursor.top);
    for (y, (i, row)) in (areas.rows.y..areas.rows.bottom()).zip(rows) {
        let selected = i == view.cursor.at;
        if let Some(at) = self::row(context, view, *row, selected, y, canvas) {
            cursor = at;
        }
    }
    more(context, view, areas.rows, canvas);
    totals(context, view, areas.totals, canvas);
    let at = inspector(context, view, areas.inspector, canvas);
    for (y, line) in (areas.legend.y..areas.legend.bottom()).zip(&view.laid.legend) {
        canvas.text(1, y, line, Role::Dim, areas.legend.width.saturating_sub(1));
    }
    at.unwrap_or(cursor)
}

/// Where the label and the cells of a column begin: behind its blank, and behind the gap between the axes.
fn inner(view: &MatrixView, i: usize, x: u16) -> u16 {
    let second = i > 0
        && view.columns.get(i).is_some_and(|c| c.axis == Axis::Doelgroepen)
        && view.columns.get(i - 1).is_some_and(|c| c.axis == Axis::Sectors);
    x + 1 + u16::from(second)
}

fn header(context: &Context<'_>, view: &MatrixView, area: Rect, canvas: &mut Canvas<'_>) {
    let dataset = context.dataset;
    let y = area.y;
    let counts = Axis::ALL.map(|axis| format!("n/{}", dataset.columns(axis).len()));
    canvas.text(1, y, context.lang.say(Msg::MatrixRow), Role::Dim, view.grid.name);
    numbers(view, &counts, y, Role::Dim, canvas);
    if view.grid.first > 0 {
        canvas.text(view.grid.x.saturating_sub(1), y, "<", Role::Marker, 1);
    }
    if view.grid.end < view.columns.len() {
        canvas.text(area.right().saturating_sub(1), y, ">", Role::Marker, 1);
    }
    for (i, x, width) in view.grid.columns() {
        let Some(column) = view.columns.get(i) else { continue };
        let x = inner(view, i, x);
        let (sign, role) = match view.filter.want(*column) {
            Want::Free => (" ", Role::Subheading),
            Want::Wanted => ("+", Role::Notice),
            Want::Excluded => ("-", Role::Notice),
        };
        if sign != " " {
            canvas.text(x.saturating_sub(1), y, sign, Role::Marker, 1);
        }
        let role = if i == view.column { Role::Active } else { role };
        canvas.text(x, y, &dataset[*column].label, role, width.saturating_sub(1));
    }
}

/// The two numbers of V's, at the right of their places.
fn numbers(view: &MatrixView, numbers: &[String; 2], y: u16, role: Role, canvas: &mut Canvas<'_>) {
    let [sectors, doelgroepen] = numbers;
    let at = |end: u16, text: &str| end.saturating_sub(u16::try_from(text.width()).unwrap_or(0));
    let end = view.grid.name + 1 + 6;
    canvas.text(at(end, sectors), y, sectors, role, 6);
    canvas.text(at(end + 4, doelgroepen), y, doelgroepen, role, 4);
}

/// A row; where it is the selected one, returns the place of the cell under the cursor.
fn row(
    context: &Context<'_>,
    view: &MatrixView,
    row: RowIx,
    selected: bool,
    y: u16,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let dataset = context.dataset;
    let focused = selected && view.pane == Pane::Table;
    if selected {
        let role = if focused { Role::Marker } else { Role::Dim };
        canvas.text(0, y, context.glyphs.marker, role, 1);
    }
    let name = view.names.get(row.place()).map_or("", String::as_str);
    let role = if selected { Role::Selected } else { Role::Text };
    canvas.text(1, y, &cut(name, usize::from(view.grid.name), context.glyphs.more), role, view.grid.name);
    numbers(view, &Axis::ALL.map(|axis| words::marks(dataset, row, axis)), y, Role::Text, canvas);
    let worlds = worlds(dataset, row, view.counted());
    let mut at = None;
    for (i, x, width) in view.grid.columns() {
        let Some(column) = view.columns.get(i) else { continue };
        let Some(cell) = dataset[row].cell(*column) else { continue };
        let own = view.own.get(row, *column);
        let [sectors, doelgroepen] = &worlds;
        let axis = if column.axis == Axis::Sectors { sectors } else { doelgroepen };
        let known = axis.known(cell, usize::from(column.place));
        let sign = words::sign(cell, known, own, signs(context));
        let x = inner(view, i, x);
        if selected && i == view.column {
            let end = canvas.text(x, y, &sign, Role::Active, width.saturating_sub(1));
            canvas.text(x.saturating_sub(1), y, "[", Role::Marker, 1);
            canvas.text(end, y, "]", Role::Marker, 1);
            at = Some(Position::new(x, y));
        } else {
            canvas.text(x, y, &sign, cell_role(known, own), width.saturating_sub(1));
        }
    }
    at
}

/// The style of a cell; the sign alone tells it already.
fn cell_role(known: Known, own: Option<bool>) -> Role {
    match (own, known.value) {
        _ if own.is_some() || known.why == Why::Follows => Role::Own,
        (_, Value::Yes) => Role::Yes,
        (_, Value::No) => Role::No,
        (_, Value::Unknown) => Role::Unknown,
    }
}

/// Signs at the right edge that there are more rows above or below.
fn more(context: &Context<'_>, view: &MatrixView, area: Rect, canvas: &mut Canvas<'_>) {
    let x = area.right().saturating_sub(1);
    if view.cursor.top > 0 {
        canvas.text(x, area.y, context.glyphs.up, Role::Dim, 1);
    }
    if area.height > 0 && view.cursor.top + usize::from(area.height) < view.answer.rows.len() {
        canvas.text(x, area.bottom().saturating_sub(1), context.glyphs.down, Role::Dim, 1);
    }
}

fn totals(context: &Context<'_>, view: &MatrixView, area: Rect, canvas: &mut Canvas<'_>) {
    let all = Strength::ALL;
    let shown = if area.height >= 3 { all.as_slice() } else { std::slice::from_ref(&view.filter.strength) };
    for (y, at) in (area.y..area.bottom()).zip(shown) {
        let role = if *at == view.filter.strength { Role::Subheading } else { Role::Dim };
        let room = view.grid.name + 10;
        canvas.text(1, y, &cut(&words::total(context.lang, *at), usize::from(room), context.glyphs.more), role, room);
        for (i, x, width) in view.grid.columns() {
            let counts = view
                .columns
                .get(i)
                .and_then(|c| view.answer.totals.get(c.axis as usize).and_then(|t| t.get(usize::from(c.place))));
            if let Some(counts) = counts {
                canvas.text(inner(view, i, x), y, &counts.at(*at).to_string(), role, width.saturating_sub(1));
            }
        }
    }
}

/// What is said of the cell; returns where the terminal's cursor belongs while one is in it.
fn inspector(context: &Context<'_>, view: &MatrixView, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
    let focused = view.pane == Pane::Evidence;
    let mut at = None;
    let field = u16::from(view.field.is_some());
    let lines = area.height.saturating_sub(field);
    for (y, line) in (area.y..area.y + lines).zip(view.laid.inspector.iter().skip(view.evidence.top)) {
        let selected = focused && line.item == Some(view.evidence.at);
        let mut x = area.x + 1;
        for span in &line.spans {
            let role = if selected && span.role == Role::Text { Role::Selected } else { span.role };
            x = canvas.text(x, y, &span.text, role, area.right().saturating_sub(x));
        }
        if selected && line.first {
            canvas.text(area.x + 1, y, context.glyphs.marker, Role::Marker, 1);
            at = Some(Position::new(area.x + 1, y));
        }
    }
    let bottom = view.evidence.top + usize::from(lines);
    if bottom < view.laid.inspector.len() && lines > 0 {
        canvas.text(area.right().saturating_sub(1), area.y + lines - 1, context.glyphs.down, Role::Dim, 1);
    }
    let Some(input) = view.field.as_ref() else { return at };
    let y = area.bottom().saturating_sub(1);
    let label = context.lang.say(Msg::RemarkLabel);
    let x = canvas.text(area.x + 1, y, label, Role::Notice, area.width.saturating_sub(1));
    let room = usize::from(area.right().saturating_sub(x + 1)).max(1);
    let scroll = input.visual_scroll(room);
    let typed: String = input.value().chars().skip(scroll).collect();
    canvas.text(x, y, &typed, Role::Text, area.right().saturating_sub(x));
    let offset = input.visual_cursor().saturating_sub(scroll).min(room);
    Some(Position::new(x + u16::try_from(offset).unwrap_or(0), y))
}
