//! The open region: its name and counts, its text, and the source of what is selected.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::super::glyphs::Glyphs;
use super::super::layout;
use super::super::lines::{Canvas, Line, cut, wrap};
use super::super::list::Cursor;
use super::super::theme::Role;
use super::super::views::regions::RegionText;

/// What the pane shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The signs.
    pub glyphs: Glyphs,
    /// The name of the place, with what tells it from its namesakes.
    pub name: &'p str,
    /// Counts, and the namesakes.
    pub counts: &'p str,
    /// What it says.
    pub text: &'p RegionText,
    /// Document and page of the selected item.
    pub source: &'p str,
    /// Whether keys go to this pane.
    pub focused: bool,
}

/// Draws the pane; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, areas: layout::Regions, canvas: &mut Canvas<'_>) -> Option<Position> {
    if let Some(area) = areas.head {
        let name = cut(props.name, usize::from(area.width), props.glyphs.more);
        canvas.text(area.x, area.y, &name, Role::Title, area.width);
        if area.height < 2 {
            return areas.text.and_then(|area| lines(&shown(props), area, canvas));
        }
        let counts = cut(props.counts, usize::from(area.width), props.glyphs.more);
        canvas.text(area.x, area.y + 1, &counts, Role::Dim, area.width);
    }
    if let Some(area) = areas.source {
        let source = wrap(props.source, usize::from(area.width)).into_iter().next().unwrap_or_default();
        canvas.text(area.x, area.y, &source, Role::Dim, area.width);
    }
    areas.text.and_then(|area| lines(&shown(props), area, canvas))
}

fn shown<'p>(props: &Props<'p>) -> Lines<'p> {
    Lines { glyphs: props.glyphs, lines: &props.text.lines, cursor: props.text.cursor, focused: props.focused }
}

/// Lines of which one item is selected.
#[derive(Debug)]
pub struct Lines<'p> {
    /// The signs.
    pub glyphs: Glyphs,
    /// The lines.
    pub lines: &'p [Line],
    /// Where one is.
    pub cursor: Cursor,
    /// Whether keys go to them.
    pub focused: bool,
}

/// Draws lines with the selected item marked; returns where it stands.
pub fn lines(props: &Lines<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
    let cursor = props.cursor;
    let mut at = None;
    for (y, line) in (area.y..area.bottom()).zip(props.lines.iter().skip(cursor.top)) {
        let selected = line.item == Some(cursor.at);
        let row = Rect { y, height: 1, ..area };
        if !selected {
            canvas.line(row, line);
            continue;
        }
        let mut x = row.x;
        for span in &line.spans {
            let role = if span.role == Role::Text && props.focused { Role::Selected } else { span.role };
            x = canvas.text(x, y, &span.text, role, row.right().saturating_sub(x));
        }
        if line.first {
            let role = if props.focused { Role::Marker } else { Role::Dim };
            canvas.text(row.x, y, props.glyphs.marker, role, 1);
        }
        if at.is_none() {
            at = Some(Position::new(row.x, y));
        }
    }
    more(props, area, canvas);
    at
}

/// Signs at the right edge that there is more above or below.
fn more(props: &Lines<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let height = usize::from(area.height);
    let Some(x) = area.right().checked_sub(u16::try_from(props.glyphs.up.width()).unwrap_or(1)) else { return };
    if props.cursor.top > 0 {
        canvas.text(x, area.y, props.glyphs.up, Role::Dim, 1);
    }
    if props.cursor.top + height < props.lines.len() {
        canvas.text(x, area.bottom().saturating_sub(1), props.glyphs.down, Role::Dim, 1);
    }
}
