//! The picker of a region or part: what for, the field, and the places that fit.

use ratatui::layout::{Position, Rect};
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::glyphs::Glyphs;
use super::super::layout;
use super::super::lines::{Canvas, cut};
use super::super::theme::Role;
use super::super::views::picker::Picker;
use crate::dataset::Dataset;
use crate::report::words;
use crate::texts::{Lang, Msg};

/// What the picker shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The dataset.
    pub dataset: &'p Dataset<'p>,
    /// The language.
    pub lang: Lang,
    /// The signs.
    pub glyphs: Glyphs,
    /// What the place is chosen for.
    pub heading: &'p str,
    /// The picker.
    pub picker: &'p Picker,
}

/// Draws the picker; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let areas = layout::picker(area);
    let Props { dataset, lang, glyphs, heading, picker } = *props;
    canvas.text(areas.heading.x + 1, areas.heading.y, heading, Role::Heading, area.width.saturating_sub(1));
    let cursor = field(lang.say(Msg::NarrowLabel), &picker.field, areas.field, canvas);
    if picker.places.is_empty() {
        canvas.text(area.x + 1, areas.list.y, lang.say(Msg::PickNone), Role::Notice, area.width.saturating_sub(1));
    }
    let rows = (areas.list.y..areas.list.bottom()).zip(picker.places.iter().enumerate().skip(picker.cursor.top));
    for (y, (i, place)) in rows {
        let selected = i == picker.cursor.at;
        if selected {
            canvas.text(area.x, y, glyphs.marker, Role::Marker, 1);
        }
        let width = area.width.saturating_sub(2);
        let name = cut(&words::place(dataset, lang, *place), usize::from(width), glyphs.more);
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
