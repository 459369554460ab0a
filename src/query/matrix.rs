//! The V-matrix filtered: which rows certainly, by the evidence, or possibly have the V's that are asked for.
//!
//! A row is a set of possible worlds: its V's stand somewhere among its unknown cells (the dataset's contract, "What
//! a mark means"). *Certain* is what holds in every placing of the V's, *possible* what holds in at least one, both
//! counted and not enumerated. *Evidenced* goes cell by cell: an unknown cell counts as wanted where evidence stands
//! beside it and as excluded where none does. So these three are no ladder: a row with 11 of 12 certainly has one of
//! two columns without evidence for either, and evidence may point to more columns than the row has V's.

use std::cmp::Reverse;

use super::find::Place;
use super::fold::fold_words;
use super::portrait::Section;
use super::topics::Scope;
pub use super::worlds::{Own, Why};
use super::worlds::{Worlds, worlds};
use crate::dataset::{Axis, Column, ColumnSet, Dataset, RegionIx, RegionKind, RowIx, TopicIx, Value};

/// What is asked of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Want {
    /// Nothing.
    #[default]
    Free,
    /// A V.
    Wanted,
    /// No V.
    Excluded,
}

/// How several wanted columns join; every excluded one must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Match {
    /// All of them.
    #[default]
    All,
    /// At least one.
    Any,
}

/// How sure a row must be to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Strength {
    /// True in every placing of the row's V's.
    Certain,
    /// True cell by cell, where evidence stands for a V.
    #[default]
    Evidenced,
    /// True in at least one placing.
    Possible,
}

impl Strength {
    /// All strengths, the strongest first.
    pub const ALL: [Strength; 3] = [Strength::Certain, Strength::Evidenced, Strength::Possible];

    /// The word of the JSON output and of the option.
    pub fn key(self) -> &'static str {
        match self {
            Strength::Certain => "certain",
            Strength::Evidenced => "evidenced",
            Strength::Possible => "possible",
        }
    }
}

/// A filter on the rows of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    wanted: [ColumnSet; 2],
    excluded: [ColumnSet; 2],
    /// How the wanted columns join.
    pub matching: Match,
    /// How sure a row must be to be shown.
    pub strength: Strength,
    /// Only rows of this kind of region.
    pub kind: Option<RegionKind>,
    /// The least number of V's over the sectors and over the doelgroepen.
    pub least: [u8; 2],
    /// Whether own marks count as certain.
    pub own: bool,
    /// Only rows of regions that name a topic.
    pub naming: Option<Naming>,
}

/// A topic that a region names, anywhere or under one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Naming {
    /// The topic.
    pub topic: TopicIx,
    /// The section that it is named under.
    pub under: Option<Section>,
}

impl Naming {
    /// Whether a region or one of its parts names the topic.
    fn holds(self, dataset: &Dataset<'_>, region: RegionIx) -> bool {
        let scope = Scope { under: self.under, kind: None };
        let mut entries = dataset.entries_of(region);
        entries.any(|(ix, entry)| entry.topics.contains(&self.topic) && scope.holds(dataset, ix))
    }
}

impl Filter {
    /// What is asked of a column.
    pub fn want(&self, column: Column) -> Want {
        let (axis, place) = (column.axis as usize, usize::from(column.place));
        match (self.wanted[axis].contains(place), self.excluded[axis].contains(place)) {
            (true, _) => Want::Wanted,
            (_, true) => Want::Excluded,
            _ => Want::Free,
        }
    }

    /// Asks something of a column.
    pub fn set(&mut self, column: Column, want: Want) {
        let (axis, place) = (column.axis as usize, usize::from(column.place));
        self.wanted[axis].remove(place);
        self.excluded[axis].remove(place);
        match want {
            Want::Free => {}
            Want::Wanted => self.wanted[axis].insert(place),
            Want::Excluded => self.excluded[axis].insert(place),
        }
    }

    /// The columns of which this is asked, sectors first.
    pub fn columns(&self, want: Want) -> Vec<Column> {
        let sets = if want == Want::Wanted { self.wanted } else { self.excluded };
        let of = |axis: Axis| sets[axis as usize].iter().map(move |place| Column::new(axis, place));
        if want == Want::Free { Vec::new() } else { Axis::ALL.into_iter().flat_map(of).collect() }
    }

    /// Whether the filter can leave a row out.
    pub fn in_force(&self) -> bool {
        let asked = |sets: [ColumnSet; 2]| sets.iter().any(|s| !s.is_empty());
        asked(self.wanted)
            || asked(self.excluded)
            || self.kind.is_some()
            || self.least != [0, 0]
            || self.naming.is_some()
    }

    /// The filter that lets every row through, with strength, joining and the counting of own marks as they are.
    pub fn cleared(&self) -> Filter {
        let mut filter = self.clone();
        filter.clear();
        filter
    }

    /// Lets every row through again; strength, joining and the counting of own marks stay as they are.
    pub fn clear(&mut self) {
        (self.wanted, self.excluded) = Default::default();
        (self.kind, self.least, self.naming) = (None, [0, 0], None);
    }
}

/// Both axes of a row as worlds; the world of the row is one of each, in every combination.
#[derive(Debug, Clone, Copy)]
struct RowWorlds([Worlds; 2]);

impl RowWorlds {
    fn holds(&self, filter: &Filter, strength: Strength) -> bool {
        // A world of a missing row holds as many V's as it may: all but those that are excluded.
        let enough = self.axes(filter).zip(filter.least).all(|((axis, _, excluded), least)| {
            let (known, at_most) = (axis.marks.unwrap_or(axis.yes.len()), axis.yes.or(axis.unknown).minus(excluded));
            let reached = if strength == Strength::Possible { axis.marks.unwrap_or(at_most.len()) } else { known };
            usize::from(least) <= reached
        });
        enough
            && match strength {
                Strength::Certain => self.certain(filter),
                Strength::Evidenced => self.evidenced(filter),
                Strength::Possible => self.possible(filter),
            }
    }

    fn axes<'f>(&'f self, filter: &'f Filter) -> impl Iterator<Item = (&'f Worlds, ColumnSet, ColumnSet)> {
        self.0.iter().zip(filter.wanted).zip(filter.excluded).map(|((axis, wanted), excluded)| (axis, wanted, excluded))
    }

    fn certain(&self, filter: &Filter) -> bool {
        let avoided = self.axes(filter).all(|(axis, _, excluded)| axis.sometimes().and(excluded).is_empty());
        // The axes are placed apart from each other: one of them must hit in every one of its own placings.
        avoided
            && match filter.matching {
                _ if nothing(filter.wanted) => true,
                Match::All => self.axes(filter).all(|(axis, wanted, _)| wanted.minus(axis.always()).is_empty()),
                Match::Any => self.axes(filter).any(|(axis, wanted, _)| axis.every_hits(wanted) && !wanted.is_empty()),
            }
    }

    fn evidenced(&self, filter: &Filter) -> bool {
        let avoided = self.axes(filter).all(|(axis, _, excluded)| axis.likely().and(excluded).is_empty());
        avoided
            && match filter.matching {
                _ if nothing(filter.wanted) => true,
                Match::All => self.axes(filter).all(|(axis, wanted, _)| wanted.minus(axis.likely()).is_empty()),
                Match::Any => self.axes(filter).any(|(axis, wanted, _)| !wanted.and(axis.likely()).is_empty()),
            }
    }

    fn possible(&self, filter: &Filter) -> bool {
        let avoidable =
            |(axis, _, excluded): (&Worlds, ColumnSet, ColumnSet)| axis.some_world(ColumnSet::default(), excluded);
        match filter.matching {
            _ if nothing(filter.wanted) => self.axes(filter).all(avoidable),
            Match::All => self.axes(filter).all(|(axis, wanted, excluded)| axis.some_world(wanted, excluded)),
            Match::Any => {
                self.axes(filter).all(avoidable)
                    && self.axes(filter).any(|(axis, wanted, excluded)| axis.some_world_hits(wanted, excluded))
            }
        }
    }
}

fn nothing(sets: [ColumnSet; 2]) -> bool {
    sets.iter().all(|s| s.is_empty())
}

/// Whether a row fits a filter at a strength, whichever strength and kind the filter names; own marks count where they
/// are given.
pub fn fits(dataset: &Dataset<'_>, own: Option<&Own>, filter: &Filter, row: RowIx, strength: Strength) -> bool {
    RowWorlds(worlds(dataset, row, own)).holds(filter, strength)
}

/// How many rows fit a filter, or have a V under a column, at each strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// For certain.
    pub certain: usize,
    /// By the evidence.
    pub evidenced: usize,
    /// Possibly.
    pub possible: usize,
}

impl Counts {
    /// The count at a strength.
    pub fn at(self, strength: Strength) -> usize {
        match strength {
            Strength::Certain => self.certain,
            Strength::Evidenced => self.evidenced,
            Strength::Possible => self.possible,
        }
    }

    fn add(&mut self, strength: Strength) {
        match strength {
            Strength::Certain => self.certain += 1,
            Strength::Evidenced => self.evidenced += 1,
            Strength::Possible => self.possible += 1,
        }
    }
}

/// In which order rows come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Zorgkantoor first, then ROAZ, each by name.
    #[default]
    Kind,
    /// By name.
    Name,
    /// By the number of V's over an axis, the most first, a missing row last.
    Marks(Axis),
    /// By a column: yes, then unknown with the most evidence, then no.
    Column(Column),
}

/// What a filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The rows that fit at the filter's strength, in order.
    pub rows: Vec<RowIx>,
    /// How many rows fit at each strength.
    pub counts: Counts,
    /// Of the rows that fit, how many have a V under each column, by axis and column.
    pub totals: [Vec<Counts>; 2],
}

/// The rows that fit a filter, in order, with the counts at every strength and the totals per column.
pub fn answer(dataset: &Dataset<'_>, own: &Own, filter: &Filter, sort: Sort) -> Answer {
    let counted = filter.own.then_some(own);
    let mut answer =
        Answer { totals: Axis::ALL.map(|a| vec![Counts::default(); dataset.columns(a).len()]), ..Answer::default() };
    for (ix, row) in dataset.rows() {
        if filter.kind.is_some_and(|kind| kind != dataset[row.region].kind) {
            continue;
        }
        if filter.naming.is_some_and(|naming| !naming.holds(dataset, row.region)) {
            continue;
        }
        let worlds = RowWorlds(worlds(dataset, ix, counted));
        for strength in Strength::ALL {
            if worlds.holds(filter, strength) {
                answer.counts.add(strength);
                if strength == filter.strength {
                    answer.rows.push(ix);
                    add_totals(&mut answer.totals, &worlds);
                }
            }
        }
    }
    order(dataset, counted, sort, &mut answer.rows);
    answer
}

fn add_totals(totals: &mut [Vec<Counts>; 2], worlds: &RowWorlds) {
    for (columns, axis) in totals.iter_mut().zip(&worlds.0) {
        let (always, sometimes) = (axis.always(), axis.sometimes());
        let likely = axis.likely();
        for (place, counts) in columns.iter_mut().enumerate() {
            counts.certain += usize::from(always.contains(place));
            counts.evidenced += usize::from(likely.contains(place));
            counts.possible += usize::from(sometimes.contains(place));
        }
    }
}

fn order(dataset: &Dataset<'_>, own: Option<&Own>, sort: Sort, rows: &mut [RowIx]) {
    let usual = |ix: &RowIx| {
        let place = place(dataset, *ix);
        let part = place.part.map(|p| fold_words(&dataset[place.region].parts[p.place()].name));
        (dataset[place.region].kind, fold_words(&dataset[place.region].name), part)
    };
    match sort {
        Sort::Kind => rows.sort_by_cached_key(usual),
        Sort::Name => rows.sort_by_cached_key(|ix| {
            let (kind, name, part) = usual(ix);
            (part.unwrap_or(name), kind)
        }),
        Sort::Marks(axis) => rows.sort_by_cached_key(|ix| {
            let marks = dataset[*ix].axis(axis).marks;
            (marks.is_none(), Reverse(marks), usual(ix))
        }),
        Sort::Column(column) => rows.sort_by_cached_key(|ix| (cell_rank(dataset, own, *ix, column), usual(ix))),
    }
}

/// Yes first, then unknown with the most evidence, then no.
fn cell_rank(dataset: &Dataset<'_>, own: Option<&Own>, row: RowIx, column: Column) -> (u8, Reverse<usize>) {
    let Some(cell) = dataset[row].cell(column) else { return (3, Reverse(0)) };
    let worlds = Worlds::of(row, &dataset[row], column.axis, own);
    match worlds.known(cell, usize::from(column.place)).value {
        Value::Yes => (0, Reverse(0)),
        Value::Unknown => (1, Reverse(cell.evidence.len())),
        Value::No => (2, Reverse(0)),
    }
}

/// The region or part whose row it is.
pub fn place(dataset: &Dataset<'_>, row: RowIx) -> Place {
    Place { region: dataset[row].region, part: dataset[row].part }
}

/// Every column, sectors first.
pub fn columns(dataset: &Dataset<'_>) -> Vec<Column> {
    Axis::ALL.into_iter().flat_map(|axis| dataset.columns(axis).map(|(column, _)| column)).collect()
}
