//! The possible worlds of a row of the matrix: which cells are yes, which are unknown, and how many V's stand among
//! these; with own marks or without.
//!
//! What an own mark does once it counts:
//! - A cell that the source shows for certain stays what it is: a mark that says otherwise is told, and counts nothing.
//! - A mark on an unknown cell settles that cell, and a yes takes one of the V's that the row has left.
//! - Where the V's left are none, or as many as the cells left, the rest of the row **follows** from the marks.
//! - Marks that do not fit the number of V's are told; each stands, nothing follows, and every other unknown cell is
//!   for itself.
//! - Where each unknown cell is for itself anyway (more boxes than V's, a missing row), nothing follows.

use std::collections::HashMap;

use crate::dataset::{Axis, Cell, Column, ColumnSet, Dataset, Ground, Row, RowIx, Value};

/// What a person who has the original set of the cells: yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own(HashMap<(RowIx, Column), bool>);

impl Own {
    /// The own mark of a cell: true for yes, false for no.
    pub fn get(&self, row: RowIx, column: Column) -> Option<bool> {
        self.0.get(&(row, column)).copied()
    }

    /// How many cells have an own mark.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no cell has an own mark.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The axes of rows that have a mark, in order.
    pub fn axes(&self) -> Vec<(RowIx, Axis)> {
        let mut axes: Vec<(RowIx, Axis)> = self.0.keys().map(|(row, column)| (*row, column.axis)).collect();
        axes.sort_unstable();
        axes.dedup();
        axes
    }
}

impl FromIterator<((RowIx, Column), bool)> for Own {
    fn from_iter<I: IntoIterator<Item = ((RowIx, Column), bool)>>(marks: I) -> Self {
        Own(marks.into_iter().collect())
    }
}

/// On what ground a cell has its value, own marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// What the source shows.
    Source(Ground),
    /// An own mark that counts.
    Own,
    /// What follows from the own marks that count and from how many V's the row holds.
    Follows,
}

impl Why {
    /// The word of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Why::Source(ground) => ground.key(),
            Why::Own => "own",
            Why::Follows => "follows_own",
        }
    }
}

/// What is known of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Known {
    /// Yes, no or unknown.
    pub value: Value,
    /// On what ground.
    pub why: Why,
}

/// Own marks that do not fit how many V's a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Misfit {
    /// With the marks more cells are yes than the row holds V's: so many cells.
    TooMany(usize),
    /// With the marks fewer cells can be yes than the row holds V's: at most so many cells.
    TooFew(usize),
}

impl Misfit {
    /// The word of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Misfit::TooMany(_) => "too_many",
            Misfit::TooFew(_) => "too_few",
        }
    }
}

/// The worlds of one axis of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worlds {
    pub(super) yes: ColumnSet,
    pub(super) unknown: ColumnSet,
    pub(super) evidence: ColumnSet,
    /// None where each unknown cell is for itself.
    pub(super) left: Option<usize>,
    /// How many V's the source shows; none where the row is missing.
    pub(super) marks: Option<usize>,
    own: ColumnSet,
    follows: ColumnSet,
    /// Marks that say otherwise than a cell that the source shows for certain.
    against: ColumnSet,
    misfit: Option<Misfit>,
}

impl Worlds {
    /// The worlds of an axis of a row, with the own marks that count, if any.
    pub fn of(row: RowIx, shown: &Row, axis: Axis, own: Option<&Own>) -> Worlds {
        let axis_of_row = shown.axis(axis);
        let where_is = |fits: &dyn Fn(&Cell) -> bool| -> ColumnSet {
            axis_of_row.cells.iter().enumerate().filter(|(_, cell)| fits(cell)).map(|(place, _)| place).collect()
        };
        let valued = |value: Value| where_is(&|cell| cell.value == value);
        let (yes, no, unknown) = (valued(Value::Yes), valued(Value::No), valued(Value::Unknown));
        let evidence = where_is(&|cell| !cell.evidence.is_empty());
        let marks = axis_of_row.marks.map(usize::from);
        let each_for_itself = axis_of_row.boxes.zip(axis_of_row.marks).is_some_and(|(boxes, marks)| boxes > marks);
        let left = marks.filter(|_| !each_for_itself).map(|m| m.saturating_sub(yes.len()).min(unknown.len()));
        let none = ColumnSet::default();
        let bare =
            Worlds { yes, unknown, evidence, left, marks, own: none, follows: none, against: none, misfit: None };
        let marked = |wanted: bool| -> ColumnSet {
            let is = |place: &usize| own.and_then(|own| own.get(row, Column::new(axis, *place))) == Some(wanted);
            (0..axis_of_row.cells.len()).filter(is).collect()
        };
        if own.is_none_or(Own::is_empty) { bare } else { bare.with(marked(true), marked(false), no) }
    }

    /// The worlds once these own marks count.
    fn with(self, own_yes: ColumnSet, own_no: ColumnSet, no: ColumnSet) -> Worlds {
        let against = own_yes.and(no).or(own_no.and(self.yes));
        let (own_yes, own_no) = (own_yes.and(self.unknown), own_no.and(self.unknown));
        let rest = self.unknown.minus(own_yes).minus(own_no);
        let mut worlds = Worlds { yes: self.yes.or(own_yes), unknown: rest, own: own_yes.or(own_no), against, ..self };
        let Some(left) = self.left.filter(|_| !worlds.own.is_empty()) else { return worlds };
        worlds.misfit = if own_yes.len() > left {
            Some(Misfit::TooMany(worlds.yes.len()))
        } else if left - own_yes.len() > rest.len() {
            Some(Misfit::TooFew(worlds.yes.or(rest).len()))
        } else {
            None
        };
        worlds.left = if worlds.misfit.is_none() { Some(left - own_yes.len()) } else { None };
        if worlds.left == Some(0) || worlds.left == Some(rest.len()) {
            worlds.follows = rest;
            worlds.unknown = ColumnSet::default();
            worlds.yes = if worlds.left == Some(0) { worlds.yes } else { worlds.yes.or(rest) };
            worlds.left = Some(0);
        }
        worlds
    }

    /// What is known of a cell of the axis.
    pub fn known(&self, cell: &Cell, place: usize) -> Known {
        let why = if self.own.contains(place) {
            Why::Own
        } else if self.follows.contains(place) {
            Why::Follows
        } else {
            return Known { value: cell.value, why: Why::Source(cell.ground) };
        };
        Known { value: if self.yes.contains(place) { Value::Yes } else { Value::No }, why }
    }

    /// How the own marks of the axis do not fit the number of V's, where they do not.
    pub fn misfit(&self) -> Option<Misfit> {
        self.misfit
    }

    /// The cells that are yes in every world.
    pub(super) fn always(&self) -> ColumnSet {
        if self.left == Some(self.unknown.len()) { self.yes.or(self.unknown) } else { self.yes }
    }

    /// The cells that are yes in at least one world.
    pub(super) fn sometimes(&self) -> ColumnSet {
        if self.left == Some(0) { self.yes } else { self.yes.or(self.unknown) }
    }

    /// The cells that are yes, or unknown with evidence beside them.
    pub(super) fn likely(&self) -> ColumnSet {
        self.yes.or(self.unknown.and(self.evidence))
    }

    /// Whether every world has one of these cells: the V's left do not fit beside them.
    pub(super) fn every_hits(&self, wanted: ColumnSet) -> bool {
        let beside = self.unknown.minus(wanted).len();
        !self.yes.and(wanted).is_empty() || self.left.is_some_and(|left| left > beside)
    }

    /// Whether a world has all of these cells and none of those.
    pub(super) fn some_world(&self, wanted: ColumnSet, excluded: ColumnSet) -> bool {
        let known = self.yes.and(excluded).is_empty() && wanted.and(excluded).is_empty();
        let reachable = wanted.minus(self.yes.or(self.unknown)).is_empty();
        let room = self
            .left
            .is_none_or(|left| wanted.and(self.unknown).len() <= left && left <= self.unknown.minus(excluded).len());
        known && reachable && room
    }

    /// Whether a world has one of these cells and none of those.
    pub(super) fn some_world_hits(&self, wanted: ColumnSet, excluded: ColumnSet) -> bool {
        wanted.iter().any(|place| self.some_world([place].into_iter().collect(), excluded))
    }
}

/// The worlds of both axes of a row.
pub fn worlds(dataset: &Dataset<'_>, row: RowIx, own: Option<&Own>) -> [Worlds; 2] {
    Axis::ALL.map(|axis| Worlds::of(row, &dataset[row], axis, own))
}

/// Whether an own mark says otherwise than what the source shows for certain.
pub fn against(cell: &Cell, own: Option<bool>) -> bool {
    matches!((own, cell.value), (Some(true), Value::No) | (Some(false), Value::Yes))
}

/// What own marks say that the source does not bear out, whether they count or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objections {
    /// Cells whose mark says otherwise than what the source shows for certain.
    pub against: Vec<(RowIx, Column)>,
    /// Axes of rows whose marks do not fit the number of V's.
    pub misfits: Vec<(RowIx, Axis, Misfit)>,
}

/// What own marks say that the source does not bear out, in the order of the rows.
pub fn objections(dataset: &Dataset<'_>, own: &Own) -> Objections {
    let mut found = Objections::default();
    for (row, axis) in own.axes() {
        let worlds = Worlds::of(row, &dataset[row], axis, Some(own));
        found.against.extend(worlds.against.iter().map(|place| (row, Column::new(axis, place))));
        found.misfits.extend(worlds.misfit.map(|misfit| (row, axis, misfit)));
    }
    found
}
