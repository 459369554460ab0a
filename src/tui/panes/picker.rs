//! A picker: what for, the field, and what fits.

use ratatui::layout::{Position, Rect};
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::glyphs::Glyphs;
use super::super::layout;
use super::super::lines::{Canvas, cut};
use super::super::list::Cursor;
use super::super::theme::Role;
use crate::texts::{Lang, Msg};

/// What the picker shows.
pub struct Props<'p> {
    /// The language.
    pub lang: Lang,
    /// The signs.
    pub glyphs: Glyphs,
    /// What is chosen.
    pub heading: &'p str,
    /// The field.
    pub field: &'p Input,
    /// Where one is.
    pub cursor: Cursor,
    /// How many things fit.
    pub len: usize,
    /// The name of one of them.
    pub name: &'p dyn Fn(usize) -> String,
}

/// Draws the picker; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let areas = layout::picker(area);
    let Props { lang, glyphs, heading, .. } = *props;
    canvas.text(areas.heading.x + 1, areas.heading.y, heading, Role::Heading, area.width.saturating_sub(1));
    let cursor = field(lang.say(Msg::NarrowLabel), props.field, areas.field, canvas);
    if props.len == 0 {
        canvas.text(area.x + 1, areas.list.y, lang.say(Msg::PickNone), Role::Notice, area.width.saturating_sub(1));
    }
    for (y, i) in (areas.list.y..areas.list.bottom()).zip(props.cursor.top..props.len) {
        let selected = i == props.cursor.at;
        if selected {
            canvas.text(area.x, y, glyphs.marker, Role::Marker, 1);
        }
        let width = area.width.saturating_sub(2);
        let name = cut(&(props.name)(i), usize::from(width), glyphs.more);
        canvas.text(area.x + 2, y, &name, if selected { Role::Selected } else { Role::Text }, width);
    }
    cursor
}

/// Draws a label and an open field; returns where the terminal's cursor belongs.
pub(super) fn field(label: &str, input: &Input, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    canvas.text(area.x + 1, area.y, label, Role::Key, area.width.saturating_sub(1));
    let x = area.x + 2 + u16::try_from(label.width()).unwrap_or(0);
    let room = usize::from(area.right().saturating_sub(x).saturating_sub(1));
    let skipped = input.visual_scroll(room);
    let shown: String = input.value().chars().skip(skipped).collect();
    canvas.text(x, area.y, &shown, Role::Selected, area.right().saturating_sub(x));
    let cursor = input.visual_cursor().saturating_sub(skipped).min(room);
    Position::new(x + u16::try_from(cursor).unwrap_or(0), area.y)
}
