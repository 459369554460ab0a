//! The cells of the V-matrix: yes, no or unknown, with the ground and the evidence.
//!
//! The extraction of the source kept how many V's a row holds and lost under which columns they stand. A column is
//! never guessed: a cell is yes or no only on one of the grounds below (the contract of the dataset, "What a mark
//! means"), and else unknown with the evidence beside it.

use super::ids::{Axis, ColumnSet, EntryIx};
use super::model::{Dataset, EntryKind, Row, RowAxis};
use super::raw::Basis;

/// A cell of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Yes, no or unknown.
    pub value: Value,
    /// On what ground.
    pub ground: Ground,
    /// The action lines and focus actions tagged with the column, from the parts that the row covers.
    pub evidence: Vec<EntryIx>,
}

/// What is known of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// A V stands there.
    Yes,
    /// No V stands there.
    No,
    /// The source does not show whether a V stands there.
    Unknown,
}

impl Value {
    /// The word of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Value::Yes => "yes",
            Value::No => "no",
            Value::Unknown => "unknown",
        }
    }
}

/// The ground on which a cell has its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Every column of the row holds a V.
    RowFull,
    /// The layout of the document is known.
    Layout,
    /// A text box names the doelgroep or leaves no doubt, and boxes and V's agree in number.
    Box,
    /// All V's of the row are accounted for by other columns.
    Remainder,
    /// The row holds no V, and a second sign says that it was empty.
    RowEmpty,
    /// The row holds V's, and the column is lost.
    ColumnLost,
    /// A text box is assigned only by its place, or cannot be assigned.
    BoxUnsure,
    /// The row is missing from the source, and nothing says that it was empty.
    RowMissing,
}

impl Ground {
    /// All grounds, in the order of the contract.
    pub const ALL: [Ground; 8] = [
        Ground::RowFull,
        Ground::Layout,
        Ground::Box,
        Ground::Remainder,
        Ground::RowEmpty,
        Ground::ColumnLost,
        Ground::BoxUnsure,
        Ground::RowMissing,
    ];

    /// The word of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Ground::RowFull => "row_full",
            Ground::Layout => "layout",
            Ground::Box => "box",
            Ground::Remainder => "remainder",
            Ground::RowEmpty => "row_empty",
            Ground::ColumnLost => "column_lost",
            Ground::BoxUnsure => "box_unsure",
            Ground::RowMissing => "row_missing",
        }
    }
}

/// A text box as the values of a row need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct BoxSeen {
    number: u8,
    doelgroep: Option<usize>,
    sure: bool,
}

/// The cells of every row, both axes.
pub(super) fn compute(dataset: &Dataset<'_>) -> Vec<[Vec<Cell>; 2]> {
    let mut all = Vec::with_capacity(dataset.rows().len());
    for (row_ix, row) in dataset.rows() {
        let mut boxes: Vec<BoxSeen> = Vec::new();
        let mut evidence = Axis::ALL.map(|axis| vec![Vec::new(); dataset.columns(axis).len()]);
        for (entry_ix, entry) in dataset.entries_of(row.region) {
            match entry.kind {
                EntryKind::Development => continue,
                EntryKind::Focus(focus) if focus.row == row_ix => {
                    let seen = BoxSeen {
                        number: focus.number,
                        doelgroep: focus.doelgroep.map(usize::from),
                        sure: matches!(focus.basis, Basis::Named | Basis::Clear),
                    };
                    if !boxes.contains(&seen) {
                        boxes.push(seen);
                    }
                }
                EntryKind::Focus(_) => continue,
                EntryKind::ActionLine(_) if !counts_for(row, entry.part) => continue,
                EntryKind::ActionLine(_) => {}
            }
            for axis in Axis::ALL {
                for place in entry.tags(axis).iter() {
                    if let Some(list) = evidence[axis as usize].get_mut(place) {
                        list.push(entry_ix);
                    }
                }
            }
        }
        let [sectors, doelgroepen] = evidence;
        all.push([
            join(sector_values(row.axis(Axis::Sectors), sectors.len()), sectors),
            join(doelgroep_values(row.axis(Axis::Doelgroepen), doelgroepen.len(), &boxes), doelgroepen),
        ]);
    }
    all
}

/// Whether an entry of this part is evidence for the row: it covers the part, or the entry is the whole region's.
fn counts_for(row: &Row, part: Option<super::ids::PartIx>) -> bool {
    part.is_none_or(|part| row.covers.contains(&part))
}

fn join(values: Vec<(Value, Ground)>, evidence: Vec<Vec<EntryIx>>) -> Vec<Cell> {
    values.into_iter().zip(evidence).map(|((value, ground), evidence)| Cell { value, ground, evidence }).collect()
}

/// What the row itself shows, whatever its axis; none where only text boxes could tell more.
fn row_values(axis: &RowAxis, length: usize) -> Option<Vec<(Value, Ground)>> {
    if let Some(columns) = axis.columns {
        let at = |place| if columns.contains(place) { Value::Yes } else { Value::No };
        return Some((0..length).map(|place| (at(place), Ground::Layout)).collect());
    }
    let all = |value, ground| Some(vec![(value, ground); length]);
    match axis.marks {
        None => all(Value::Unknown, Ground::RowMissing),
        Some(marks) if usize::from(marks) == length => all(Value::Yes, Ground::RowFull),
        Some(0) => all(Value::No, Ground::RowEmpty),
        Some(_) => None,
    }
}

fn sector_values(axis: &RowAxis, length: usize) -> Vec<(Value, Ground)> {
    row_values(axis, length).unwrap_or_else(|| vec![(Value::Unknown, Ground::ColumnLost); length])
}

fn doelgroep_values(axis: &RowAxis, length: usize, boxes: &[BoxSeen]) -> Vec<(Value, Ground)> {
    if let Some(values) = row_values(axis, length) {
        return values;
    }
    if axis.marks != axis.boxes {
        return vec![(Value::Unknown, Ground::ColumnLost); length];
    }
    let sure: ColumnSet = boxes.iter().filter(|b| b.sure).filter_map(|b| b.doelgroep).collect();
    let accounted = boxes.iter().all(|b| b.sure) && Some(sure.len()) == axis.marks.map(usize::from);
    let rest = if accounted { (Value::No, Ground::Remainder) } else { (Value::Unknown, Ground::BoxUnsure) };
    (0..length).map(|place| if sure.contains(place) { (Value::Yes, Ground::Box) } else { rest }).collect()
}
