//! A region laid out to be read: what it says, in order, as blocks that the screen draws and the commands print.

use super::find::Place;
use super::summary::belongs;
use crate::dataset::{Dataset, EntryIx, EntryKind, PartIx, RowIx, ThemeIx};

/// A block of a region's portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section.
    Section(Section),
    /// The section has nothing: the source holds no text of it for this place.
    Nothing,
    /// The part whose entries follow, in a region with parts; none for those of the whole region.
    Part(Option<PartIx>),
    /// An entry.
    Entry(EntryIx),
    /// A theme that the plan says nothing about: its place in the region's silences.
    Silence(usize),
    /// A row of the V-matrix, with its cells.
    Row(RowIx),
    /// A text box: its number, with the entries that follow.
    FocusBox(RowIx, u8),
    /// A note on the source: its place in the region's notes.
    Note(usize),
}

/// A section of a region's portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Expected developments.
    Developments,
    /// Planned action under a theme.
    Theme(ThemeIx),
    /// Sectors and doelgroepen.
    Focus,
    /// Notes on the source.
    Notes,
}

impl Section {
    /// Its word in options and in JSON: the id of a theme, `developments`, `focus`, `notes`.
    pub fn id<'d>(self, dataset: &'d Dataset<'_>) -> &'d str {
        match self {
            Section::Developments => "developments",
            Section::Theme(theme) => &dataset[theme].id,
            Section::Focus => "focus",
            Section::Notes => "notes",
        }
    }
}

/// What is shown of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Only {
    /// Only this section.
    pub section: Option<Section>,
}

impl Only {
    /// Only one section.
    pub fn section(section: Section) -> Only {
        Only { section: Some(section) }
    }

    fn shows(self, section: Section) -> bool {
        self.section.is_none_or(|only| only == section)
    }
}

/// The blocks of a place, in the order of the source: developments, themes, focus, notes.
pub fn portrait(dataset: &Dataset<'_>, place: Place, only: Only) -> Vec<Block> {
    let mut blocks = Vec::new();
    if only.shows(Section::Developments) {
        blocks.push(Block::Section(Section::Developments));
        by_part(dataset, place, &mut blocks, |kind| kind == EntryKind::Development, None);
    }
    for (theme, _) in dataset.themes().filter(|(ix, _)| only.shows(Section::Theme(*ix))) {
        blocks.push(Block::Section(Section::Theme(theme)));
        by_part(dataset, place, &mut blocks, |kind| kind.theme() == Some(theme), Some(theme));
    }
    if only.shows(Section::Focus) {
        focus(dataset, place, &mut blocks);
    }
    if only.shows(Section::Notes) {
        let notes = &dataset[place.region].notes;
        if !notes.is_empty() {
            blocks.push(Block::Section(Section::Notes));
            blocks.extend((0..notes.len()).map(Block::Note));
        }
    }
    blocks
}

fn by_part(
    dataset: &Dataset<'_>,
    place: Place,
    blocks: &mut Vec<Block>,
    wanted: impl Fn(EntryKind) -> bool,
    theme: Option<ThemeIx>,
) {
    let region = &dataset[place.region];
    let before = blocks.len();
    let parts = std::iter::once(None).chain((0..region.parts.len()).map(|i| Some(PartIx::new(i))));
    for part in parts.filter(|part| belongs(place.part, *part)) {
        let start = blocks.len();
        for (ix, _) in dataset.entries_of(place.region).filter(|(_, e)| e.part == part && wanted(e.kind)) {
            blocks.push(Block::Entry(ix));
        }
        for (i, silence) in region.silences.iter().enumerate() {
            if silence.part == part && Some(silence.theme) == theme {
                blocks.push(Block::Silence(i));
            }
        }
        if blocks.len() > start && !region.parts.is_empty() {
            blocks.insert(start, Block::Part(part));
        }
    }
    if blocks.len() == before {
        blocks.push(Block::Nothing);
    }
}

fn focus(dataset: &Dataset<'_>, place: Place, blocks: &mut Vec<Block>) {
    blocks.push(Block::Section(Section::Focus));
    for (row_ix, row) in dataset.rows_of(place.region) {
        let covered = place.part.is_none_or(|p| row.part.is_none() || row.covers.contains(&p));
        if !covered {
            continue;
        }
        if row.part.is_some() {
            blocks.push(Block::Part(row.part));
        }
        blocks.push(Block::Row(row_ix));
        let mut last = None;
        for (ix, entry) in dataset.entries_of(place.region) {
            let EntryKind::Focus(focus) = entry.kind else { continue };
            if focus.row != row_ix {
                continue;
            }
            if last != Some(focus.number) {
                last = Some(focus.number);
                blocks.push(Block::FocusBox(row_ix, focus.number));
            }
            blocks.push(Block::Entry(ix));
        }
    }
}
