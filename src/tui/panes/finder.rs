//! A list with a field above it: the help and the palette.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::super::glyphs::Glyphs;
use super::super::layout;
use super::super::lines::{Canvas, cut};
use super::super::theme::Role;
use super::super::views::finder::Finder;
use super::picker;
use crate::texts::{Lang, Msg};

/// What the list shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The language.
    pub lang: Lang,
    /// The signs.
    pub glyphs: Glyphs,
    /// The list.
    pub finder: &'p Finder,
}

/// Draws the list; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let areas = layout::picker(area);
    let Props { lang, glyphs, finder } = *props;
    let width = area.width.saturating_sub(1);
    let count = u16::try_from(finder.count.width()).unwrap_or(0);
    let heading = width.saturating_sub(count + 2);
    let heading = cut(lang.say(finder.heading), usize::from(heading), glyphs.more);
    canvas.text(areas.heading.x + 1, areas.heading.y, &heading, Role::Heading, width);
    canvas.text(area.right().saturating_sub(count + 1), areas.heading.y, &finder.count, Role::Dim, count);
    let cursor = picker::field(lang.say(Msg::NarrowLabel), &finder.field, areas.field, canvas);
    if finder.lines.is_empty() {
        canvas.text(area.x + 1, areas.list.y, lang.say(Msg::PickNone), Role::Notice, width);
    }
    for (y, line) in (areas.list.y..areas.list.bottom()).zip(&finder.lines) {
        canvas.line(Rect { y, height: 1, ..areas.list }, line);
    }
    let x = area.right().saturating_sub(u16::try_from(glyphs.up.width()).unwrap_or(1));
    if finder.more.0 {
        canvas.text(x, areas.list.y, glyphs.up, Role::Dim, 1);
    }
    if finder.more.1 {
        canvas.text(x, areas.list.bottom().saturating_sub(1), glyphs.down, Role::Dim, 1);
    }
    cursor
}
