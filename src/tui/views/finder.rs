//! A list with a field above it: what is typed narrows the list, Enter chooses. The help and the palette are such lists.

use std::cmp::Reverse;

use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::action::{Action, Edit};
use super::super::layout;
use super::super::lines::{Line, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::update::edit;
use crate::dataset::TopicIx;
use crate::query::find::{HOLDS, Place, Wanted};
use crate::texts::Msg;

/// What choosing a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// As if a key of the action was pressed.
    Act(Action),
    /// Opens a region or part.
    Place(Place),
    /// Goes to a topic.
    Topic(TopicIx),
    /// Nothing: it is there to be read.
    Nothing,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its group, by its place among the groups.
    pub group: usize,
    /// The keys.
    pub keys: Vec<String>,
    /// What it is.
    pub label: String,
    /// Where it works, for what does not work here.
    pub elsewhere: Option<String>,
    /// What choosing it does.
    pub does: Does,
    /// What it is found by, folded.
    pub names: Vec<String>,
}

/// What an action led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing yet.
    Open,
    /// The list is to be closed.
    Closed,
    /// A row was chosen.
    Chosen(usize),
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    Gap,
    Heading(usize),
    /// A row, and which piece of its label.
    Row(usize, usize),
}

/// The list and its field.
#[derive(Debug)]
pub struct Finder {
    /// What the list is.
    pub heading: Msg,
    /// What is typed.
    pub field: Input,
    /// The rows.
    pub rows: Vec<Row>,
    /// The lines in sight.
    pub lines: Vec<Line>,
    /// Where one is, and how many rows there are to choose from.
    pub count: String,
    /// Whether there are lines above those in sight, and below.
    pub more: (bool, bool),
    /// The line among those in sight that the selected row begins on.
    pub at: Option<usize>,
    groups: Vec<String>,
    /// Whether the best row comes first; else all keep their order and the best is selected.
    ranked: bool,
    picked: Vec<usize>,
    cursor: Cursor,
}

impl Finder {
    /// The list with an empty field.
    pub fn new(context: &Context<'_>, heading: Msg, groups: Vec<String>, rows: Vec<Row>, ranked: bool) -> Finder {
        let mut finder = Finder {
            heading,
            field: Input::default(),
            rows,
            lines: Vec::new(),
            count: String::new(),
            more: (false, false),
            at: None,
            groups,
            ranked,
            picked: Vec::new(),
            cursor: Cursor::default(),
        };
        finder.narrow(context);
        finder
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&Row> {
        self.rows.get(*self.picked.get(self.cursor.at)?)
    }

    /// Whether something is typed.
    pub fn typed(&self) -> bool {
        !self.field.value().is_empty()
    }

    /// Changes the list by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Found {
        // An empty field has no ends to go to; the list has.
        let action = match action {
            Action::Edit(Edit::Home) if !self.typed() => Action::Top,
            Action::Edit(Edit::End) if !self.typed() => Action::Bottom,
            other => other,
        };
        match action {
            Action::Edit(change) => {
                if edit(&mut self.field, change) {
                    self.narrow(context);
                }
            }
            Action::Open => return self.picked.get(self.cursor.at).map_or(Found::Open, |row| Found::Chosen(*row)),
            Action::Escape | Action::Back => return Found::Closed,
            _ => {
                let page = height(context).saturating_sub(1);
                self.cursor.by(delta(action, page).unwrap_or(0), self.picked.len());
                self.lay_out(context);
            }
        }
        Found::Open
    }

    /// Puts a text in the field, in one go.
    pub fn insert(&mut self, context: &Context<'_>, text: &str) {
        for c in text.chars() {
            edit(&mut self.field, Edit::Insert(c));
        }
        self.narrow(context);
    }

    /// Shows the rows that fit what is typed: those that hold it where there are any, else those that are like it.
    fn narrow(&mut self, context: &Context<'_>) {
        let typed = self.field.value().trim();
        let wanted = Wanted::new(typed);
        let score = |row: &Row| match row.keys.iter().any(|key| key == typed) {
            true => Some(HOLDS + 100),
            false if wanted.is_empty() && !typed.is_empty() => None,
            false => row.names.iter().filter_map(|name| wanted.likeness(name)).max(),
        };
        let mut scored: Vec<(usize, i64)> =
            self.rows.iter().enumerate().filter_map(|(i, row)| Some((i, score(row)?))).collect();
        if scored.iter().any(|(_, score)| *score >= HOLDS) {
            scored.retain(|(_, score)| *score >= HOLDS);
        }
        self.cursor = Cursor::default();
        if self.ranked && !typed.is_empty() {
            self.rank(&mut scored);
        } else {
            // What works comes before what does not, and the first before the others.
            let best = |(at, (row, score)): (usize, &(usize, i64))| (self.works(*row), *score, Reverse(at));
            let best = scored.iter().enumerate().max_by_key(|(at, pair)| best((*at, pair))).map(|(at, _)| at);
            self.cursor.at = if typed.is_empty() { 0 } else { best.unwrap_or(0) };
        }
        self.picked = scored.into_iter().map(|(row, _)| row).collect();
        self.lay_out(context);
    }

    /// The best rows first, within their groups; the group with the best row first, and last what works elsewhere.
    fn rank(&self, scored: &mut [(usize, i64)]) {
        let mut best = vec![(false, i64::MIN); self.groups.len()];
        for (row, score) in scored.iter() {
            if let Some(best) = self.rows.get(*row).and_then(|r| best.get_mut(r.group)) {
                *best = (*best).max((self.works(*row), *score));
            }
        }
        scored.sort_by_key(|(row, score)| {
            let group = self.rows.get(*row).map_or(0, |r| r.group);
            (Reverse(best.get(group).copied()), group, Reverse(*score))
        });
    }

    fn works(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.elsewhere.is_none() && row.does != Does::Nothing)
    }

    /// Lays the list out for the size of the window; the selected row stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let widths = Widths::of(self, context);
        let (mut shown, mut group, mut extent) = (Vec::with_capacity(self.picked.len() + 16), None, (0, 0));
        for (i, &row) in self.picked.iter().enumerate() {
            let Some(said) = self.rows.get(row) else { continue };
            if group.replace(said.group) != Some(said.group) {
                if !shown.is_empty() {
                    shown.push(Shown::Gap);
                }
                shown.push(Shown::Heading(said.group));
            }
            let from = shown.len();
            shown.extend((0..widths.pieces(said)).map(|piece| Shown::Row(row, piece)));
            if i == self.cursor.at {
                // The first row of a group shows its heading.
                let heading = from > 0 && matches!(shown.get(from - 1), Some(Shown::Heading(_)));
                extent = (from - usize::from(heading), shown.len());
            }
        }
        let height = height(context);
        self.cursor.reveal(extent.0, extent.1, height, shown.len());
        let top = self.cursor.top;
        self.more = (top > 0, top + height < shown.len());
        let selected = self.picked.get(self.cursor.at).copied();
        let in_sight = shown.iter().skip(top).take(height);
        self.at = in_sight.clone().position(|s| matches!(s, Shown::Row(row, 0) if Some(*row) == selected));
        self.lines = in_sight.map(|s| self.line(context, s, selected, &widths)).collect();
        let at = (self.cursor.at + 1).min(self.picked.len());
        self.count = context.lang.fill(Msg::FinderCount, &[&at, &self.picked.len()]);
    }

    fn line(&self, context: &Context<'_>, shown: &Shown, selected: Option<usize>, widths: &Widths) -> Line {
        let (row, piece) = match shown {
            Shown::Gap => return Line::default(),
            Shown::Heading(group) => {
                let heading = self.groups.get(*group).map(String::as_str).unwrap_or_default();
                return Line::of(format!(" {heading}"), Role::Subheading);
            }
            Shown::Row(row, piece) => (*row, *piece),
        };
        let Some(said) = self.rows.get(row) else { return Line::default() };
        let is_selected = Some(row) == selected;
        let mark = if is_selected && piece == 0 { context.glyphs.marker } else { " " };
        let role = match (is_selected, &said.elsewhere) {
            (true, _) => Role::Selected,
            (false, None) => Role::Text,
            (false, Some(_)) => Role::Dim,
        };
        let keys = if piece == 0 { said.keys.join(" ") } else { String::new() };
        let label = widths.label(said).into_iter().nth(piece).unwrap_or_default();
        let key_role = if said.elsewhere.is_some() { Role::Dim } else { Role::Key };
        let line = Line::of(format!("{mark}  "), Role::Marker);
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        if said.keys.is_empty() {
            return line.and(label, role);
        }
        if !self.ranked {
            let pad = pad(&keys, widths.keys);
            return line.and(keys, key_role).and(pad, Role::Text).and(label, role);
        }
        let pad = pad(&label, widths.label + 2);
        line.and(label, role).and(pad, Role::Text).and(keys, key_role)
    }
}

/// How wide the columns are: keys before what they do, or in the palette behind it.
struct Widths {
    keys: usize,
    label: usize,
    /// The label of a row without keys.
    alone: usize,
    /// Whether a label says where it works; in the help a heading does.
    places: bool,
}

impl Widths {
    fn of(finder: &Finder, context: &Context<'_>) -> Widths {
        let width = usize::from(context.size.width).saturating_sub(6);
        // All rows count, so that the columns stay where they are while the list is narrowed.
        let with_keys = || finder.rows.iter().filter(|row| !row.keys.is_empty());
        let keys = (with_keys().map(keys_width).max().unwrap_or(0) + 2).min(width / 2);
        let room = width.saturating_sub(keys).max(1);
        if finder.ranked {
            let longest = with_keys().map(label_width).max().unwrap_or(0);
            return Widths { keys, label: room.min(longest), alone: width.max(1), places: true };
        }
        Widths { keys, label: room, alone: width.max(1), places: false }
    }

    /// The label, with where it works, in lines.
    fn label(&self, row: &Row) -> Vec<String> {
        match row.elsewhere.as_ref().filter(|_| self.places) {
            Some(place) => wrap(&format!("{} ({place})", row.label), self.room(row)),
            None => wrap(&row.label, self.room(row)),
        }
    }

    fn room(&self, row: &Row) -> usize {
        if row.keys.is_empty() { self.alone } else { self.label }
    }

    fn pieces(&self, row: &Row) -> usize {
        if label_width(row) <= self.room(row) { 1 } else { self.label(row).len() }
    }
}

fn label_width(row: &Row) -> usize {
    row.label.width() + row.elsewhere.as_ref().map_or(0, |place| place.width() + 3)
}

fn keys_width(row: &Row) -> usize {
    row.keys.iter().map(|key| key.width() + 1).sum::<usize>().saturating_sub(1)
}

fn height(context: &Context<'_>) -> usize {
    usize::from(layout::picker(layout::frame(context.size).body).list.height).max(1)
}
