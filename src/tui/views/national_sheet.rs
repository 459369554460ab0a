//! What view 6 is made of: its pages, what can be selected on them, and a page laid out.

use super::super::lines::Line;
use super::super::list::Cursor;
use crate::dataset::plans::ItemIx;
use crate::dataset::{EntryIx, RegionIx};
use crate::query::agenda::Step;
use crate::query::national::Section;
use crate::texts::Msg;

/// A page of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// What the reflection says.
    #[default]
    Reflection,
    /// How concretely regions word their lines.
    Wording,
    /// What is planned for which year.
    Agenda,
}

impl Page {
    /// All of them, in order.
    pub const ALL: [Page; 3] = [Page::Reflection, Page::Wording, Page::Agenda];

    /// Its name.
    pub fn name(self) -> Msg {
        match self {
            Page::Reflection => Msg::PageReflection,
            Page::Wording => Msg::PageWording,
            Page::Agenda => Msg::PageAgenda,
        }
    }

    /// Its word in what is kept between runs.
    pub fn key(self) -> &'static str {
        match self {
            Page::Reflection => "reflection",
            Page::Wording => "wording",
            Page::Agenda => "agenda",
        }
    }

    /// The page of a word.
    pub fn of_key(key: &str) -> Option<Page> {
        Page::ALL.into_iter().find(|page| page.key() == key)
    }

    /// The next one, round.
    pub fn next(self) -> Page {
        match self {
            Page::Reflection => Page::Wording,
            Page::Wording => Page::Agenda,
            Page::Agenda => Page::Reflection,
        }
    }
}

/// Something that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A section of the reflection.
    Section(Section),
    /// An entry of the reflection.
    Entry(ItemIx),
    /// What an entry is tied to, by its number.
    Tie(ItemIx, usize),
    /// A note on the source, by its number.
    Note(usize),
    /// A region with its share.
    Region(RegionIx),
    /// An action line or focus action.
    Line(EntryIx),
    /// A step of the agenda.
    Step(Step),
}

/// A page, laid out.
#[derive(Debug, Default)]
pub struct Sheet {
    /// What it is, and by which rule.
    pub head: Vec<Line>,
    /// The lines of its list.
    pub lines: Vec<Line>,
    /// What can be selected, in order.
    pub items: Vec<Item>,
    /// The first line of each item and the line behind its last.
    pub extents: Vec<(usize, usize)>,
    /// The lines that are headings.
    pub headings: Vec<usize>,
    /// What is told of the selected item.
    pub foot: Vec<Line>,
    /// Where one is.
    pub cursor: Cursor,
}

impl Sheet {
    /// The selected item.
    pub fn selected(&self) -> Option<Item> {
        self.items.get(self.cursor.at).copied()
    }

    /// Scrolls by a page and selects the first item that begins there.
    pub fn page(&mut self, down: bool, height: usize) {
        let step = height.saturating_sub(1).max(1);
        let last = self.lines.len().saturating_sub(height);
        let top = match down {
            true => (self.cursor.top + step).min(last),
            false => self.cursor.top.saturating_sub(step),
        };
        let at_edge = top == self.cursor.top;
        self.cursor.top = top;
        let at = match (at_edge, down) {
            (true, true) => self.extents.len().checked_sub(1),
            (true, false) => Some(0),
            _ => self.extents.iter().position(|(from, _)| *from >= top).or(self.extents.len().checked_sub(1)),
        };
        self.cursor.at = at.unwrap_or(0);
    }
}
