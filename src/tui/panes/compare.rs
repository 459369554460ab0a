//! The comparison: who is compared, the strip of sections, the section's heading pinned above its rows, both sides
//! in one scroll, and the pages of the selected row.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::super::glyphs::Glyphs;
use super::super::layout;
use super::super::lines::{Canvas, cut};
use super::super::theme::Role;
use super::super::views::compare::{CompareText, CompareView};
use crate::query::compare::Only;
use crate::query::pairing::{Side, Sides};
use crate::texts::{Lang, Msg};

/// What the pane shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The language.
    pub lang: Lang,
    /// The signs.
    pub glyphs: Glyphs,
    /// The names of both sides.
    pub names: Sides<String>,
    /// The view.
    pub view: &'p CompareView,
}

/// Draws the pane; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, areas: layout::Compare, canvas: &mut Canvas<'_>) -> Position {
    let Props { lang, view, .. } = props;
    head(props, areas.head, canvas);
    if let Some(area) = areas.strip {
        strip(props, area, canvas);
    }
    let area = areas.section;
    let width = area.width.saturating_sub(2);
    let heading = cut(&view.text.heading, usize::from(width), props.glyphs.more);
    let x = canvas.text(area.x + 2, area.y, &heading, Role::Heading, width);
    let only = match view.only {
        Only::All => None,
        Only::Differences => Some(Msg::CompareShowsDifferences),
        Only::Shared => Some(Msg::CompareShowsShared),
    };
    if let Some(only) = only.filter(|_| !view.text.heading.is_empty()) {
        canvas.text(x + 2, area.y, lang.say(only), Role::Notice, area.right().saturating_sub(x + 2));
    }
    if area.height > 1 {
        let tally = cut(&view.text.tally, usize::from(width), props.glyphs.more);
        canvas.text(area.x + 2, area.y + 1, &tally, Role::Dim, width);
    }
    if let Some(area) = areas.source {
        let source = cut(&view.text.source, usize::from(area.width.saturating_sub(2)), props.glyphs.more);
        canvas.text(area.x + 2, area.y, &source, Role::Dim, area.width.saturating_sub(2));
    }
    text(&view.text, props.glyphs, areas.text, canvas)
}

/// Both names, each with its letter, at the left of its half.
fn head(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let half = area.width / 2;
    for (side, x, role) in [(Side::A, area.x, Role::SideA), (Side::B, area.x + half, Role::SideB)] {
        let room = half.saturating_sub(3);
        let at = canvas.text(x + 2, area.y, side.letter(), role, room) + 1;
        let name = cut(props.names.of(side), usize::from(room.saturating_sub(2)), props.glyphs.more);
        canvas.text(at, area.y, &name, Role::Title, room.saturating_sub(2));
    }
}

/// The sections with their counts; where they do not all fit, those around the current one.
fn strip(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let labels = &props.view.strip;
    let current = props.view.section;
    let more = props.glyphs.more;
    let room = usize::from(area.width).saturating_sub(2 + 2 * (more.width() + 1));
    let width = |range: std::ops::RangeInclusive<usize>| -> usize {
        labels.iter().enumerate().filter(|(i, _)| range.contains(i)).map(|(_, label)| label.width() + 3).sum()
    };
    let start = (0..=current).find(|start| width(*start..=current) <= room).unwrap_or(current);
    let mut x = area.x + 1;
    let left = |x: u16| area.right().saturating_sub(x);
    if start > 0 {
        x = canvas.text(x, area.y, more, Role::Dim, left(x)) + 1;
    }
    for (i, label) in labels.iter().enumerate().skip(start) {
        let more_behind = usize::from(i + 1 < labels.len()) * (more.width() + 1);
        if i > current && label.width() + 2 + more_behind > usize::from(left(x)) {
            canvas.text(x, area.y, more, Role::Dim, left(x));
            break;
        }
        let (label, role) =
            if i == current { (format!("[{label}]"), Role::Active) } else { (format!(" {label} "), Role::Dim) };
        x = canvas.text(x, area.y, &label, role, left(x)) + 1;
    }
}

fn text(text: &CompareText, glyphs: Glyphs, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let mut at = None;
    for (y, line) in (area.y..area.bottom()).zip(text.lines.iter().skip(text.cursor.top)) {
        let selected = line.item.is_some() && line.item == Some(text.cursor.at);
        let mut x = area.x;
        for span in &line.spans {
            let words = span.role == Role::Text && !span.text.trim().is_empty();
            let role = if selected && words { Role::Selected } else { span.role };
            x = canvas.text(x, y, &span.text, role, area.right().saturating_sub(x));
        }
        if selected {
            if line.first {
                canvas.text(area.x, y, glyphs.marker, Role::Marker, 1);
            }
            at = at.or(Some(Position::new(area.x, y)));
        }
    }
    let Some(x) = area.right().checked_sub(1) else { return Position::new(area.x, area.y) };
    if text.cursor.top > 0 {
        canvas.text(x, area.y, glyphs.up, Role::Dim, 1);
    }
    if text.cursor.top + usize::from(area.height) < text.lines.len() {
        canvas.text(x, area.bottom().saturating_sub(1), glyphs.down, Role::Dim, 1);
    }
    at.unwrap_or(Position::new(area.x, area.y))
}
