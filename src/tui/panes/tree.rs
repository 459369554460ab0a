//! The tree of regions with their parts, and the field that narrows it.

use ratatui::layout::{Position, Rect};
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::glyphs::Glyphs;
use super::super::lines::{Canvas, cut};
use super::super::list::Cursor;
use super::super::theme::Role;
use crate::dataset::{Dataset, RegionKind};
use crate::query::find::Place;
use crate::texts::{Lang, Msg};

/// What the tree shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The dataset.
    pub dataset: &'p Dataset<'p>,
    /// The language.
    pub lang: Lang,
    /// The signs.
    pub glyphs: Glyphs,
    /// The open field, if it is.
    pub field: Option<&'p Input>,
    /// What the tree is narrowed by.
    pub filter: &'p str,
    /// The places, in order.
    pub places: &'p [Place],
    /// Where one is.
    pub cursor: Cursor,
    /// Whether keys go to this pane.
    pub focused: bool,
}

/// Draws the tree; returns where the terminal's cursor belongs.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let mut at = head(props, area, canvas);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let mut line = 0usize;
    let row = |line: usize| {
        (line >= props.cursor.top).then(|| line - props.cursor.top).filter(|r| *r < usize::from(list.height))
    };
    let mut kind = None;
    for (i, place) in props.places.iter().enumerate() {
        let region = &props.dataset[place.region];
        if kind != Some(region.kind) {
            line += usize::from(kind.is_some());
            kind = Some(region.kind);
            if let Some(r) = row(line) {
                let heading = match region.kind {
                    RegionKind::Zorgkantoor => Msg::TreeZorgkantoor,
                    RegionKind::Roaz => Msg::TreeRoaz,
                };
                let y = list.y + u16::try_from(r).unwrap_or(0);
                canvas.text(list.x + 1, y, props.lang.say(heading), Role::Subheading, list.width.saturating_sub(1));
            }
            line += 1;
        }
        if let Some(r) = row(line) {
            let y = list.y + u16::try_from(r).unwrap_or(0);
            entry(props, *place, i, Rect { y, height: 1, ..list }, canvas);
            if i == props.cursor.at && props.field.is_none() {
                at = Position::new(list.x, y);
            }
        } else if line >= props.cursor.top + usize::from(list.height) {
            break;
        }
        line += 1;
    }
    at
}

/// The field, or what the tree is narrowed by.
fn head(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let width = area.width.saturating_sub(1);
    if let Some(field) = props.field {
        let label = props.lang.say(Msg::NarrowLabel);
        let x = canvas.text(area.x + 1, area.y, label, Role::Key, width) + 1;
        let room = usize::from(area.right().saturating_sub(x).saturating_sub(1));
        let skipped = field.visual_scroll(room);
        let shown: String = field.value().chars().skip(skipped).collect();
        canvas.text(x, area.y, &shown, Role::Selected, area.right().saturating_sub(x));
        let cursor = field.visual_cursor().saturating_sub(skipped).min(room);
        return Position::new(x + u16::try_from(cursor).unwrap_or(0), area.y);
    }
    if !props.filter.is_empty() {
        let text = props.lang.fill(Msg::NarrowedTo, &[&props.filter, &props.places.len()]);
        canvas.text(area.x + 1, area.y, &text, Role::Notice, width);
    }
    Position::new(area.x, area.y)
}

fn entry(props: &Props<'_>, place: Place, i: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let selected = i == props.cursor.at;
    let region = &props.dataset[place.region];
    if selected {
        let role = if props.focused { Role::Marker } else { Role::Dim };
        canvas.text(area.x, area.y, props.glyphs.marker, role, 1);
    }
    let (indent, name): (u16, &str) = match place.part {
        None => (2, &region.name),
        Some(part) => (4, &region.parts[part.place()].name),
    };
    let role = if selected { Role::Selected } else { Role::Text };
    let mark =
        if place.part.is_none() && props.dataset.has_plan(place.region) { props.lang.say(Msg::PlanMark) } else { "" };
    let beside = u16::try_from(mark.width()).unwrap_or(0);
    canvas.text(area.right().saturating_sub(beside), area.y, mark, Role::Dim, beside);
    let width = area.width.saturating_sub(indent + if beside > 0 { beside + 1 } else { 0 });
    let name = cut(name, usize::from(width), props.glyphs.more);
    canvas.text(area.x + indent, area.y, &name, role, u16::try_from(name.width()).unwrap_or(width).min(width));
}
