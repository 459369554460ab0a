//! View 2: the V-matrix with its filter, the cell under the cursor, and what is said of it.

use ratatui::layout::Position;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::action::Action;
use super::super::layout;
use super::super::lines::{Line, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::update::edit;
use super::matrix_text::{bar, inspector, legend};
use super::{Outcome, Target, ViewSpot};
use crate::dataset::{Axis, Cell, Column, RegionKind, RowIx};
use crate::own_marks::{CellId, Mark, Marks, Verdict};
use crate::query::find::Place;
use crate::query::matrix::{Answer, Filter, Match, Own, Sort, Strength, Want, answer, columns, place};
use crate::query::shade::Choice;
use crate::query::worlds::{Known, Objections, Worlds, objections};
use crate::report::matrix as words;

/// The part of the view that keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The cells.
    Table,
    /// The evidence of the cell under the cursor.
    Evidence,
}

/// An own mark to keep, or to take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The cell.
    pub cell: CellId,
    /// The mark with its remark; none to take it away.
    pub mark: Option<(Verdict, Option<String>)>,
}

/// What an action of this view leaves to be done outside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pending {
    /// Keep or take away an own mark.
    Mark(Change),
    /// Say that a remark needs a mark first.
    NeedsMark,
}

/// Where the columns stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The width of the names.
    pub name: u16,
    /// The width of each column with the blank before it; the first doelgroep has one more.
    pub widths: Vec<u16>,
    /// Where the columns that scroll begin.
    pub x: u16,
    /// The first column shown.
    pub first: usize,
    /// The column behind the last one shown.
    pub end: usize,
}

impl Grid {
    /// The columns that are shown, with where each begins (the blank before it) and its width.
    pub fn columns(&self) -> impl Iterator<Item = (usize, u16, u16)> {
        let mut x = self.x;
        (self.first..self.end).filter_map(move |i| {
            let width = *self.widths.get(i)?;
            let at = x;
            x = x.saturating_add(width);
            Some((i, at, width))
        })
    }
}

/// What is laid out in lines.
#[derive(Debug, Default)]
pub struct Laid {
    /// The filter in words, with the counts.
    pub bar: Vec<Line>,
    /// What is said of the cell under the cursor.
    pub inspector: Vec<Line>,
    /// The first line of each piece of evidence and the line behind its last.
    pub extents: Vec<(usize, usize)>,
    /// What the signs mean.
    pub legend: Vec<String>,
}

/// The state of view 2.
#[derive(Debug)]
pub struct MatrixView {
    /// The filter.
    pub filter: Filter,
    /// The order of the rows.
    pub sort: Sort,
    /// The rows that fit.
    pub answer: Answer,
    /// Every column, sectors first.
    pub columns: Vec<Column>,
    /// The name of each row of the dataset.
    pub names: Vec<String>,
    /// Own marks by cell.
    pub own: Own,
    /// What the source has against them.
    pub objections: Objections,
    /// Where one is among the rows.
    pub cursor: Cursor,
    /// The column under the cursor.
    pub column: usize,
    /// The part that keys go to.
    pub pane: Pane,
    /// Where one is among the evidence; `top` is the first line of the inspector shown.
    pub evidence: Cursor,
    /// The open field for a remark.
    pub field: Option<Input>,
    /// Where the columns stand.
    pub grid: Grid,
    /// What is laid out in lines.
    pub laid: Laid,
    /// What is left to be done outside the view.
    pub pending: Option<Pending>,
    marks: Marks,
    /// The width of the longest name.
    longest: usize,
    /// The row that was last under the cursor, to come back to when the filter let none through.
    last: Option<RowIx>,
}

impl MatrixView {
    /// The view at the start.
    pub fn new(context: &Context<'_>) -> Self {
        let dataset = context.dataset;
        let mut view = MatrixView {
            filter: Filter::default(),
            sort: Sort::default(),
            answer: Answer::default(),
            columns: columns(dataset),
            names: dataset.rows().map(|(row, _)| words::name(dataset, context.lang, row)).collect(),
            own: Own::default(),
            objections: Objections::default(),
            cursor: Cursor::default(),
            column: 0,
            pane: Pane::Table,
            evidence: Cursor::default(),
            field: None,
            grid: Grid::default(),
            laid: Laid::default(),
            pending: None,
            marks: Marks::default(),
            longest: 0,
            last: None,
        };
        view.longest = view.names.iter().map(|name| name.width()).max().unwrap_or(0);
        view.ask(context);
        view
    }

    /// Starts from the person's own defaults.
    pub fn prefer(&mut self, context: &Context<'_>, strength: Strength, own: bool) {
        if (self.filter.strength, self.filter.own) != (strength, own) {
            (self.filter.strength, self.filter.own) = (strength, own);
            self.ask(context);
        }
    }

    /// Takes over the own marks as they are now.
    pub fn take_marks(&mut self, context: &Context<'_>, marks: Marks) {
        self.own = marks.resolve(context.dataset);
        self.objections = objections(context.dataset, &self.own);
        self.marks = marks;
        self.ask(context);
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<RowIx> {
        self.answer.rows.get(self.cursor.at).copied()
    }

    /// The column under the cursor.
    pub fn under(&self) -> Option<Column> {
        self.columns.get(self.column).copied()
    }

    /// The region or part of the row under the cursor.
    pub fn place(&self, context: &Context<'_>) -> Option<Place> {
        self.row().map(|row| place(context.dataset, row))
    }

    /// The own mark of the cell under the cursor.
    pub fn mark(&self, context: &Context<'_>) -> Option<&Mark> {
        self.marks.get(&CellId::of(context.dataset, self.row()?, self.under()?))
    }

    /// The own marks that count.
    pub fn counted(&self) -> Option<&Own> {
        self.filter.own.then_some(&self.own)
    }

    /// What is known of a cell, with the own marks that count.
    pub fn known(&self, context: &Context<'_>, row: RowIx, column: Column, cell: &Cell) -> Known {
        let worlds = Worlds::of(row, &context.dataset[row], column.axis, self.counted());
        worlds.known(cell, usize::from(column.place))
    }

    /// The areas of the view.
    pub fn areas(&self, context: &Context<'_>) -> layout::Matrix {
        let inspecting = self.pane == Pane::Evidence || self.field.is_some();
        layout::matrix(context.size, self.laid.bar.len(), self.laid.legend.len(), inspecting)
    }

    /// Lays the view out for the size of the window; the selected cell stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        self.laid.bar = bar(context, self);
        self.laid.legend = legend(context, self);
        self.lay_columns(context);
        self.inspect(context);
        self.reveal_row(context);
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        if self.field.is_some() {
            return self.in_field(context, action);
        }
        match action {
            Action::CycleColumn => self.cycle_column(context),
            Action::ToggleMatch => {
                self.filter.matching = if self.filter.matching == Match::All { Match::Any } else { Match::All };
                self.ask(context);
            }
            Action::NextStrength => {
                self.filter.strength = match self.filter.strength {
                    Strength::Certain => Strength::Evidenced,
                    Strength::Evidenced => Strength::Possible,
                    Strength::Possible => Strength::Certain,
                };
                self.ask(context);
            }
            Action::NextKind => {
                self.filter.kind = match self.filter.kind {
                    None => Some(RegionKind::Zorgkantoor),
                    Some(RegionKind::Zorgkantoor) => Some(RegionKind::Roaz),
                    Some(RegionKind::Roaz) => None,
                };
                self.ask(context);
            }
            Action::MoreMarks | Action::FewerMarks => self.least(context, action == Action::MoreMarks),
            Action::CountOwn => {
                self.filter.own = !self.filter.own;
                self.ask(context);
            }
            Action::NextSort => self.next_sort(context),
            Action::OwnMark => self.own_mark(context),
            Action::Remark => self.remark(context),
            Action::Open => return self.open(context),
            Action::ToMap => {
                let choice = self.under().map(|column| Choice::Column(column, self.filter.strength));
                return choice.map_or(Outcome::Stayed, |choice| Outcome::Go(Target::Map(choice)));
            }
            Action::NextPane => {
                self.pane = if self.pane == Pane::Table { Pane::Evidence } else { Pane::Table };
                self.lay_out(context);
            }
            Action::Escape => return self.escape(context),
            _ => return self.go(context, action),
        }
        Outcome::Stayed
    }

    fn cycle_column(&mut self, context: &Context<'_>) {
        let Some(column) = self.under() else { return };
        let next = match self.filter.want(column) {
            Want::Free => Want::Wanted,
            Want::Wanted => Want::Excluded,
            Want::Excluded => Want::Free,
        };
        self.filter.set(column, next);
        self.ask(context);
    }

    /// Asks for a V more or less on the axis of the column under the cursor.
    fn least(&mut self, context: &Context<'_>, more: bool) {
        let Some(column) = self.under() else { return };
        let length = context.dataset.columns(column.axis).len();
        let Some(least) = self.filter.least.get_mut(column.axis as usize) else { return };
        *least = if more { least.saturating_add(1) } else { least.saturating_sub(1) };
        *least = (*least).min(u8::try_from(length).unwrap_or(u8::MAX));
        self.ask(context);
    }

    fn next_sort(&mut self, context: &Context<'_>) {
        self.sort = match self.sort {
            Sort::Kind => Sort::Name,
            Sort::Name => Sort::Marks(Axis::Sectors),
            Sort::Marks(Axis::Sectors) => Sort::Marks(Axis::Doelgroepen),
            Sort::Marks(Axis::Doelgroepen) => self.under().map_or(Sort::Kind, Sort::Column),
            Sort::Column(_) => Sort::Kind,
        };
        self.ask(context);
    }

    /// Sets the mark of the cell to the next of yes, no and nothing; a remark stays while there is a mark.
    fn own_mark(&mut self, context: &Context<'_>) {
        let (Some(row), Some(column)) = (self.row(), self.under()) else { return };
        let now = self.mark(context);
        let next = match now.map(|m| m.value) {
            None => Some(Verdict::Yes),
            Some(Verdict::Yes) => Some(Verdict::No),
            Some(Verdict::No) => None,
        };
        let remark = now.and_then(|m| m.remark.clone());
        let cell = CellId::of(context.dataset, row, column);
        self.pending = Some(Pending::Mark(Change { cell, mark: next.map(|verdict| (verdict, remark)) }));
    }

    fn remark(&mut self, context: &Context<'_>) {
        match self.mark(context) {
            Some(mark) => {
                self.field = Some(Input::new(mark.remark.clone().unwrap_or_default()));
                self.lay_out(context);
            }
            None => self.pending = Some(Pending::NeedsMark),
        }
    }

    fn in_field(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        match action {
            Action::Edit(change) => {
                if let Some(field) = &mut self.field {
                    edit(field, change);
                }
            }
            Action::Open => {
                let written = self.field.take().map(|f| f.value().trim().to_string()).filter(|t| !t.is_empty());
                self.pending = self
                    .mark(context)
                    .map(|mark| Pending::Mark(Change { cell: mark.cell.clone(), mark: Some((mark.value, written)) }));
                self.lay_out(context);
            }
            Action::Escape => {
                self.field = None;
                self.lay_out(context);
            }
            _ => {}
        }
        Outcome::Stayed
    }

    /// Opens the selected piece of evidence, else the region itself.
    fn open(&mut self, context: &Context<'_>) -> Outcome {
        let (Some(row), Some(column)) = (self.row(), self.under()) else { return Outcome::Stayed };
        let evidence = context.dataset[row].cell(column).and_then(|cell| cell.evidence.get(self.evidence.at));
        Outcome::Go(match evidence {
            Some(entry) => Target::Entry(*entry),
            None => Target::Place(place(context.dataset, row)),
        })
    }

    fn escape(&mut self, context: &Context<'_>) -> Outcome {
        if self.pane == Pane::Evidence {
            self.pane = Pane::Table;
            self.lay_out(context);
            return Outcome::Stayed;
        }
        if !self.filter.in_force() {
            return Outcome::Unused;
        }
        self.filter.clear();
        self.ask(context);
        Outcome::Stayed
    }

    fn go(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let sideways = match action {
            Action::Left => Some(self.column.saturating_sub(1)),
            Action::Right => Some((self.column + 1).min(self.columns.len().saturating_sub(1))),
            _ => None,
        };
        if let Some(column) = sideways {
            self.column = column;
            self.cell_changed(context);
            return Outcome::Stayed;
        }
        let areas = self.areas(context);
        if self.pane == Pane::Evidence {
            let Some(delta) = delta(action, 3) else { return Outcome::Unused };
            self.evidence.by(delta, self.laid.extents.len());
            self.reveal_evidence(context);
        } else {
            let Some(delta) = delta(action, usize::from(areas.rows.height).saturating_sub(1)) else {
                return Outcome::Unused;
            };
            self.cursor.by(delta, self.answer.rows.len());
            self.cell_changed(context);
        }
        Outcome::Stayed
    }

    /// Selects what stands at a place on the screen: a cell, a row by its name, a column by its label, or a piece of
    /// evidence.
    pub fn click(&mut self, context: &Context<'_>, at: Position) {
        if self.field.is_some() {
            return;
        }
        let areas = self.areas(context);
        let under = self.grid.columns().find(|(_, x, width)| (*x..x + width).contains(&at.x)).map(|(i, ..)| i);
        if areas.rows.contains(at) {
            let row = self.cursor.top + usize::from(at.y - areas.rows.y);
            if row < self.answer.rows.len() {
                (self.pane, self.cursor.at) = (Pane::Table, row);
                self.column = under.unwrap_or(self.column);
                self.cell_changed(context);
            }
        } else if areas.header.contains(at) {
            self.column = under.unwrap_or(self.column);
            self.cell_changed(context);
        } else if areas.inspector.contains(at) {
            let line = self.evidence.top + usize::from(at.y - areas.inspector.y);
            if let Some(item) = self.laid.inspector.get(line).and_then(|line| line.item) {
                (self.pane, self.evidence.at) = (Pane::Evidence, item);
                self.lay_out(context);
            }
        }
    }

    fn cell_changed(&mut self, context: &Context<'_>) {
        self.last = self.row().or(self.last);
        self.evidence = Cursor::default();
        self.lay_columns(context);
        self.inspect(context);
        self.reveal_row(context);
    }

    /// Asks the filter anew; the row under the cursor stays under it where it still fits.
    fn ask(&mut self, context: &Context<'_>) {
        let was = self.row().or(self.last);
        self.answer = answer(context.dataset, &self.own, &self.filter, self.sort);
        let kept = was.and_then(|row| self.answer.rows.iter().position(|r| *r == row));
        self.cursor.at = kept.unwrap_or(self.cursor.at.min(self.answer.rows.len().saturating_sub(1)));
        self.last = self.row().or(was);
        if self.row() != was {
            self.evidence = Cursor::default();
        }
        self.lay_out(context);
    }

    /// Where the columns stand; names get what the columns leave, and the column under the cursor is shown.
    fn lay_columns(&mut self, context: &Context<'_>) {
        let dataset = context.dataset;
        let label = |column: &Column| dataset[*column].label.width().clamp(3, 8);
        let first_of_second = self.columns.iter().position(|c| c.axis == Axis::Doelgroepen);
        let gap = |i: usize| usize::from(Some(i) == first_of_second && i > 0);
        let cells = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        let widths: Vec<u16> = self.columns.iter().enumerate().map(|(i, c)| cells(label(c) + 1 + gap(i))).collect();
        // The marker, the two numbers of V's with their blanks, and a place for the bracket behind the last cell.
        let all: u16 = widths.iter().sum::<u16>().saturating_add(FROZEN + 1);
        let least = if context.size.width < 60 { 12 } else { 16 };
        let name = context.size.width.saturating_sub(all).max(least).min(cells(self.longest).max(least));
        let x = name.saturating_add(FROZEN);
        let room = context.size.width.saturating_sub(x + 1);
        let (first, end) = shown(&widths, room, self.grid.first, self.column);
        self.grid = Grid { name, widths, x, first, end };
    }

    fn inspect(&mut self, context: &Context<'_>) {
        let (lines, extents) = inspector(context, self);
        (self.laid.inspector, self.laid.extents) = (lines, extents);
        self.evidence.at = self.evidence.at.min(self.laid.extents.len().saturating_sub(1));
        self.reveal_evidence(context);
    }

    fn reveal_row(&mut self, context: &Context<'_>) {
        let height = usize::from(self.areas(context).rows.height);
        self.cursor.reveal(self.cursor.at, self.cursor.at + 1, height, self.answer.rows.len());
    }

    fn reveal_evidence(&mut self, context: &Context<'_>) {
        if self.pane == Pane::Table {
            self.evidence.top = 0;
            return;
        }
        let height = usize::from(self.areas(context).inspector.height);
        if let Some((from, to)) = self.laid.extents.get(self.evidence.at).copied() {
            let from = if self.evidence.at == 0 { 0 } else { from };
            self.evidence.reveal(from, to, height, self.laid.inspector.len());
        }
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Matrix { row: self.row().or(self.last).map_or(0, RowIx::place), column: self.column }
    }

    /// Opens the view with a filter and an order, at the column that they are about.
    pub fn open_at(&mut self, context: &Context<'_>, filter: Filter, sort: Sort) {
        let asked = match sort {
            Sort::Column(column) => Some(column),
            _ => filter.columns(Want::Wanted).first().copied(),
        };
        let column = asked.and_then(|asked| self.columns.iter().position(|c| *c == asked));
        self.column = column.unwrap_or(self.column);
        (self.filter, self.sort) = (filter, sort);
        self.ask(context);
    }

    /// Goes to a cell; a filter that hides its row is cleared.
    pub fn go_to(&mut self, context: &Context<'_>, row: RowIx, column: Column) {
        if !self.answer.rows.contains(&row) {
            self.filter.clear();
            self.ask(context);
        }
        let column = self.columns.iter().position(|c| *c == column).unwrap_or(self.column);
        self.restore(context, row.place(), column);
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, row: usize, column: usize) {
        let at = self.answer.rows.iter().position(|r| r.place() == row);
        let same = at == Some(self.cursor.at) && column == self.column;
        self.cursor.at = at.unwrap_or(self.cursor.at);
        self.column = column.min(self.columns.len().saturating_sub(1));
        if same {
            self.lay_out(context);
        } else {
            self.cell_changed(context);
        }
    }
}

/// The cells beside the name that stay: the marker, and both numbers of V's with their blanks.
const FROZEN: u16 = 1 + 6 + 5;

/// The columns that fit in the room, from `first` on, moved so that the one under the cursor is among them.
fn shown(widths: &[u16], room: u16, first: usize, at: usize) -> (usize, usize) {
    let end_from = |first: usize| {
        let mut left = room;
        let mut end = first;
        for width in widths.iter().skip(first) {
            let Some(rest) = left.checked_sub(*width) else { break };
            (left, end) = (rest, end + 1);
        }
        end
    };
    let mut first = first.min(at);
    while end_from(first) <= at && first < at {
        first += 1;
    }
    // Room that the last columns leave is given to those before.
    while first > 0 && end_from(first - 1) == widths.len() {
        first -= 1;
    }
    (first, end_from(first).max((first + 1).min(widths.len())))
}

/// Lines of one role, wrapped, with an indent.
pub(super) fn paragraph(text: &str, role: Role, indent: usize, width: usize) -> Vec<Line> {
    let pieces = wrap(text, width.saturating_sub(indent).max(1));
    pieces.into_iter().map(|piece| Line::of(" ".repeat(indent), Role::Text).and(piece, role)).collect()
}
