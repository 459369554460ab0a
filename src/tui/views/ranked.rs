//! A list of things with bars, and beside it what is said of the selected one: what the views of topics and of
//! similar regions have in common.

use unicode_width::UnicodeWidthStr;

use super::super::action::Action;
use super::super::layout;
use super::super::lines::{Line, cut, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use crate::report::lines::pad;
use crate::report::topics::bar;

/// The pane that keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The list.
    #[default]
    List,
    /// What is said of the selected one.
    Text,
}

/// What is laid out in lines around the text.
#[derive(Debug, Default)]
pub struct Laid {
    /// What the list shows, and how.
    pub bar: Vec<Line>,
    /// The heads of the columns.
    pub columns: Line,
    /// The rows in sight.
    pub rows: Vec<Line>,
    /// The name of the selected one.
    pub name: String,
    /// What is said of it under its name.
    pub about: Vec<String>,
    /// Where the selected item of the text stands.
    pub source: String,
}

/// Text with items to select, laid out.
#[derive(Debug)]
pub struct Reading<I> {
    /// The lines.
    pub lines: Vec<Line>,
    /// What can be selected, in order.
    pub items: Vec<I>,
    /// The first line of each item and the line behind its last.
    pub extents: Vec<(usize, usize)>,
    /// Where one is.
    pub cursor: Cursor,
    width: usize,
    airy: bool,
}

impl<I> Default for Reading<I> {
    fn default() -> Self {
        let cursor = Cursor::default();
        Reading { lines: Vec::new(), items: Vec::new(), extents: Vec::new(), cursor, width: 0, airy: false }
    }
}

impl<I> Reading<I> {
    /// Empty text for a width; `airy` puts blank lines between its items.
    pub fn new(width: usize, airy: bool, cursor: Cursor) -> Self {
        Reading { width, airy, cursor, ..Reading::default() }
    }

    /// The selected item.
    pub fn selected(&self) -> Option<&I> {
        self.items.get(self.cursor.at)
    }

    /// A blank line, where something stands above it.
    pub fn blank(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
    }

    /// A paragraph that cannot be selected.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.lines.extend(wrap(text, self.width.max(1)).into_iter().map(|line| Line::of(line, role)));
    }

    /// An item.
    pub fn item(&mut self, item: I, said: &str) {
        if self.airy && !self.items.is_empty() {
            self.blank();
        }
        let (from, index) = (self.lines.len(), self.items.len());
        for (i, line) in wrap(said, self.width.saturating_sub(2).max(1)).into_iter().enumerate() {
            let line = Line::of("  ", Role::Text).and(line, Role::Text);
            self.lines.push(Line { item: Some(index), first: i == 0, ..line });
        }
        self.items.push(item);
        self.extents.push((from, self.lines.len()));
    }

    /// Moves by an action; returns whether it is one that moves.
    pub fn go(&mut self, action: Action, height: usize) -> bool {
        match action {
            Action::PageDown | Action::PageUp => self.page(action == Action::PageDown, height),
            _ => {
                let Some(delta) = delta(action, 1) else { return false };
                self.cursor.by(delta, self.items.len());
                self.reveal(height);
            }
        }
        true
    }

    /// Scrolls by a page and selects the first item that begins there.
    fn page(&mut self, down: bool, height: usize) {
        let step = height.saturating_sub(1).max(1);
        let last = self.lines.len().saturating_sub(height);
        let top = if down { (self.cursor.top + step).min(last) } else { self.cursor.top.saturating_sub(step) };
        let at_edge = top == self.cursor.top;
        self.cursor.top = top;
        let at = match (at_edge, down) {
            (true, true) => self.extents.len().checked_sub(1),
            (true, false) => Some(0),
            _ => self.extents.iter().position(|(from, _)| *from >= top).or(self.extents.len().checked_sub(1)),
        };
        self.cursor.at = at.unwrap_or(0);
        if at_edge {
            self.reveal(height);
        }
    }

    /// Keeps the selected item in sight; with what stands above it, where both fit.
    pub fn reveal(&mut self, height: usize) {
        self.cursor.at = self.cursor.at.min(self.items.len().saturating_sub(1));
        if let Some((from, to)) = self.extents.get(self.cursor.at).copied() {
            // With the headings above it, which stand behind the item before; where there is room.
            let before = self.cursor.at.checked_sub(1).and_then(|at| self.extents.get(at));
            let lead = before.map_or(0, |(_, end)| *end);
            let from = if to.saturating_sub(lead) <= height { lead } else { from };
            self.cursor.reveal(from, to, height, self.lines.len());
        }
    }

    /// Selects what stands on a line in sight.
    pub fn click(&mut self, line: usize, height: usize) {
        if let Some(item) = self.lines.get(self.cursor.top + line).and_then(|line| line.item) {
            self.cursor.at = item;
            self.reveal(height);
        }
    }
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    /// The name.
    pub name: &'r str,
    /// The number that the bar shows, as it is written.
    pub number: &'r str,
    /// The number, and that of a full bar.
    pub part: (usize, usize),
    /// Another number, where there is room.
    pub aside: &'r str,
    /// Whether it is the selected one, and whether keys go to it.
    pub selected: Option<bool>,
}

/// The widths of the columns of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    name: usize,
    number: usize,
    bar: usize,
    aside: usize,
}

impl Columns {
    /// The columns in a width, for names and numbers of a length; names come before bars, and bars before the rest.
    pub fn new(width: usize, longest: usize, number: usize, aside: usize) -> Columns {
        // The marker, and a blank before each column.
        let room = width.saturating_sub(1 + 1 + number);
        let aside = if room >= 24 + 1 + 6 + 1 + aside { aside } else { 0 };
        let room = room.saturating_sub(if aside > 0 { aside + 1 } else { 0 });
        let bar = (room / 3).clamp(4, 30).min(room);
        let name = room.saturating_sub(bar + 1).min(longest);
        // What short names leave is given to the bars.
        let bar = room.saturating_sub(name + 1).min(30);
        Columns { name, number, bar, aside }
    }

    /// The heads above the columns.
    pub fn heads(self, context: &Context<'_>, name: &str, number: &str, aside: &str) -> Line {
        let more = context.glyphs.more;
        // The head of the number stands over its bar as well.
        let wide = self.number + 1 + self.bar;
        let mut text = format!(" {} {}", pad(&cut(name, self.name, more), self.name), cut(number, wide, more));
        if self.aside > 0 {
            let before = 1 + self.name + 1 + wide + 1;
            text = pad(&text, before) + &right(&cut(aside, self.aside, ""), self.aside);
        }
        Line::of(text, Role::Dim)
    }

    /// A row.
    pub fn row(self, context: &Context<'_>, row: Row<'_>) -> Line {
        let glyphs = context.glyphs;
        let (marker, marker_role) = match row.selected {
            Some(true) => (glyphs.marker, Role::Marker),
            Some(false) => (glyphs.marker, Role::Dim),
            None => (" ", Role::Text),
        };
        let role = if row.selected.is_some() { Role::Selected } else { Role::Text };
        let name = cut(row.name, self.name, glyphs.more);
        let gap = " ".repeat(self.name.saturating_sub(name.width()) + 1);
        let full = bar(row.part.0, row.part.1, self.bar);
        let mut line = Line::of(marker, marker_role)
            .and(name, role)
            .and(gap, Role::Text)
            .and(right(row.number, self.number), role)
            .and(" ", Role::Text)
            .and(glyphs.bar.repeat(full), Role::Dim);
        if self.aside > 0 {
            let blanks = " ".repeat(self.bar.saturating_sub(full) + 1);
            line = line.and(blanks, Role::Text).and(right(row.aside, self.aside), Role::Dim);
        }
        line
    }
}

fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

/// The areas, for a bar of so many lines.
pub fn areas(context: &Context<'_>, pane: Pane, bar: usize) -> layout::Ranked {
    layout::ranked(context.size, context.meeting, pane == Pane::List, bar)
}

/// The width and the height of the text.
pub fn text_size(areas: &layout::Ranked) -> (usize, usize) {
    // The last column is for the signs that there is more.
    areas.text.map_or((0, 1), |area| (usize::from(area.width).saturating_sub(1), usize::from(area.height).max(1)))
}
