//! How concretely regions word what they plan, by marks that the NZa's reflection asks for: counted by a fixed rule,
//! never judged.
//!
//! **What is counted.** Action lines and focus actions. Developments are left out: their figures are forecasts, and the
//! reflection asks of goals and plans, not of trends, that they can be measured. A theme that a region is silent on has
//! no entry: it counts in no share and is told beside it.
//!
//! **The marks**, and what of the reflection they follow:
//! - *figure*: a number in digits, or from two to twelve in words, that is no year, no date, no number of a thing and
//!   not glued to a word ("a health goal is a target value, and measurable"). Also a figure of the dataset.
//! - *year*: a year from 1900 to 2100 ("in 2040", in its examples of health goals).
//! - *doelgroep*: tagged with one of the doelgroepen of the IZA; a focus action only where its text box names the
//!   doelgroep or leaves no doubt ("the doelgroep of the bottleneck is named").
//! - *named*: the name of a party or programme: a word with a capital inside a sentence, or a title with a capital in
//!   ‘quotation marks’, without the list of kinds of care, methods, laws and places in [`names`] ("decide who does
//!   what").
//!
//! The texts are the dataset's own words, which by its rules keep every figure, year, programme and organisation of the
//! source, so counting them counts the source. What the marks cannot see: whether a figure is a goal, whether a name
//! will do anything, other groups than the doelgroepen of the IZA, and all that the regioplan itself says beyond the
//! impactkaart.

pub mod names;
pub mod signs;

use std::cmp::Reverse;

pub use signs::Span;
use signs::{NoNames, figures, years};

use super::fold::fold_words;
use crate::dataset::{Axis, Basis, ColumnSet, Dataset, EntryIx, EntryKind, RegionIx, RegionKind};

/// A mark of concrete wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Mark {
    /// A figure.
    #[default]
    Figure,
    /// A year.
    Year,
    /// A named doelgroep.
    Doelgroep,
    /// A named party or programme.
    Named,
}

impl Mark {
    /// All of them.
    pub const ALL: [Mark; 4] = [Mark::Figure, Mark::Year, Mark::Doelgroep, Mark::Named];

    /// The word of the command line and of JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Mark::Figure => "figure",
            Mark::Year => "year",
            Mark::Doelgroep => "doelgroep",
            Mark::Named => "named",
        }
    }

    /// The mark of a word.
    pub fn of_key(key: &str) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.key() == key)
    }

    /// The next one, round.
    #[must_use]
    pub fn next(self) -> Mark {
        Mark::ALL.into_iter().cycle().skip_while(|mark| *mark != self).nth(1).unwrap_or_default()
    }

    /// The one before, round.
    #[must_use]
    pub fn previous(self) -> Mark {
        Mark::ALL.into_iter().rev().cycle().skip_while(|mark| *mark != self).nth(1).unwrap_or_default()
    }
}

/// What is concrete in an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Where figures stand in its text.
    pub figures: Vec<Span>,
    /// Where years stand.
    pub years: Vec<Span>,
    /// Where names of parties and programmes stand.
    pub names: Vec<Span>,
    /// The doelgroepen that it names.
    pub doelgroepen: ColumnSet,
    /// Whether the dataset holds a figure of it that other regions give too.
    pub measured: bool,
}

impl Said {
    /// Whether the entry has a mark.
    pub fn has(&self, mark: Mark) -> bool {
        match mark {
            Mark::Figure => self.measured || !self.figures.is_empty(),
            Mark::Year => !self.years.is_empty(),
            Mark::Doelgroep => !self.doelgroepen.is_empty(),
            Mark::Named => !self.names.is_empty(),
        }
    }

    /// Where a mark stands in the text; nowhere where it is a tag.
    pub fn spans(&self, mark: Mark) -> &[Span] {
        match mark {
            Mark::Figure => &self.figures,
            Mark::Year => &self.years,
            Mark::Named => &self.names,
            Mark::Doelgroep => &[],
        }
    }

    /// The marks that it has.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        Mark::ALL.into_iter().filter(|mark| self.has(*mark))
    }
}

/// How many entries of how many have each mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many entries are counted.
    pub entries: usize,
    /// How many of them have each mark, in the order of [`Mark::ALL`].
    pub with: [usize; 4],
}

impl Tally {
    /// How many entries have a mark.
    pub fn with(&self, mark: Mark) -> usize {
        self.with[mark as usize]
    }

    /// The share with a mark in whole percents, rounded half up; none of no entries.
    pub fn percent(&self, mark: Mark) -> Option<usize> {
        (self.with(mark) * 200 + self.entries).checked_div(self.entries * 2)
    }

    fn count(&mut self, said: &Said) {
        self.entries += 1;
        for mark in said.marks() {
            self.with[mark as usize] += 1;
        }
    }

    fn add(&mut self, other: &Tally) {
        self.entries += other.entries;
        for (sum, with) in self.with.iter_mut().zip(other.with) {
            *sum += with;
        }
    }

    /// Larger for a larger share; without entries the least.
    fn share(&self, mark: Mark) -> u64 {
        let (with, entries) = (self.with(mark) as u64, self.entries as u64);
        (with * 1_000_000).checked_div(entries).map_or(0, |share| share + 1)
    }
}

/// Fewer entries than this make a share jump by more than five percents with each of them.
pub const FEW: usize = 20;

/// A region with its counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The region.
    pub region: RegionIx,
    /// Its counts.
    pub tally: Tally,
    /// On how many themes its map names nothing; of a region with parts, themes of parts.
    pub silent: usize,
}

/// The order of the regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// By the share with the chosen mark, the largest first.
    #[default]
    Share,
    /// By name.
    Name,
}

/// What is asked of the regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// The mark that is looked at.
    pub mark: Mark,
    /// The order.
    pub sort: Sort,
    /// Only regions of this kind.
    pub kind: Option<RegionKind>,
}

/// What every entry that counts says concretely, worked out once.
#[derive(Debug)]
pub struct Concrete {
    entries: Vec<(EntryIx, Said)>,
    rows: Vec<Row>,
}

impl Concrete {
    /// Works out all entries of a dataset.
    pub fn new(dataset: &Dataset<'_>) -> Self {
        let no_names = NoNames::of(dataset);
        let mut rows: Vec<Row> = dataset
            .regions()
            .map(|(region, held)| Row { region, tally: Tally::default(), silent: held.silences.len() })
            .collect();
        let mut entries = Vec::new();
        for (ix, entry) in dataset.entries().filter(|(_, e)| e.kind != EntryKind::Development) {
            let said = Said {
                figures: figures(&entry.text),
                years: years(&entry.text),
                names: no_names.names(&entry.text),
                doelgroepen: doelgroepen(entry.kind, entry.tags(Axis::Doelgroepen)),
                measured: !entry.figures.is_empty(),
            };
            if let Some(row) = rows.get_mut(entry.region.place()) {
                row.tally.count(&said);
            }
            entries.push((ix, said));
        }
        Concrete { entries, rows }
    }

    /// The regions of a kind, in an order; those of equal share by the number that it comes from, then by name.
    pub fn rows(&self, dataset: &Dataset<'_>, asked: Asked) -> Vec<Row> {
        let of_kind = |row: &&Row| asked.kind.is_none_or(|kind| dataset[row.region].kind == kind);
        let mut rows: Vec<Row> = self.rows.iter().filter(of_kind).copied().collect();
        rows.sort_by_cached_key(|row| {
            let share = match asked.sort {
                Sort::Share => (row.tally.share(asked.mark), row.tally.with(asked.mark)),
                Sort::Name => (0, 0),
            };
            (Reverse(share), fold_words(&dataset[row.region].name), dataset[row.region].kind)
        });
        rows
    }

    /// A region with its counts.
    pub fn row(&self, region: RegionIx) -> Option<&Row> {
        self.rows.get(region.place())
    }

    /// The counts over the regions of a kind, or over all.
    pub fn total(&self, dataset: &Dataset<'_>, kind: Option<RegionKind>) -> Tally {
        let mut total = Tally::default();
        for row in self.rows.iter().filter(|row| kind.is_none_or(|kind| dataset[row.region].kind == kind)) {
            total.add(&row.tally);
        }
        total
    }

    /// The entries of a region that count, in the order of the source.
    pub fn of<'c>(
        &'c self,
        dataset: &'c Dataset<'_>,
        region: RegionIx,
    ) -> impl Iterator<Item = (EntryIx, &'c Said)> + use<'c> {
        let of_region = move |(ix, _): &&(EntryIx, Said)| dataset[*ix].region == region;
        self.entries.iter().filter(of_region).map(|(ix, said)| (*ix, said))
    }

    /// The entries of a region in two groups: those with a mark, and those without.
    pub fn groups<'c>(
        &'c self,
        dataset: &'c Dataset<'_>,
        region: RegionIx,
        mark: Mark,
    ) -> [Vec<(EntryIx, &'c Said)>; 2] {
        let (with, without) = self.of(dataset, region).partition(|(_, said)| said.has(mark));
        [with, without]
    }
}

/// The doelgroepen that an entry names: its tags; of a focus action only where its box names the doelgroep or leaves no
/// doubt, not where only its place says so.
fn doelgroepen(kind: EntryKind, tags: ColumnSet) -> ColumnSet {
    match kind {
        EntryKind::Focus(focus) if !matches!(focus.basis, Basis::Named | Basis::Clear) => ColumnSet::default(),
        _ => tags,
    }
}
