//! The words of view 2: the filter in force with its counts, and what is said of the cell under the cursor.

use unicode_width::UnicodeWidthStr;

use super::super::action::{Action, ViewId};
use super::super::layout;
use super::super::lines::{Line, cut, wrap};
use super::super::state::Context;
use super::super::theme::Role;
use super::matrix::{MatrixView, paragraph};
use crate::dataset::{Axis, Cell, Column, EntryIx, EntryKind, RowIx};
use crate::query::matrix::{Sort, Why};
use crate::query::worlds::{Known, against};
use crate::report::matrix::{self as words, OwnSigns, Signs};
use crate::report::own_marks;
use crate::report::words as said;
use crate::texts::Msg;

/// The signs of the cells.
pub fn signs(context: &Context<'_>) -> Signs {
    let glyphs = context.glyphs;
    let (yes, no, unknown) = (glyphs.yes, glyphs.no, glyphs.unknown);
    Signs { yes, no, unknown, own: glyphs.own, follows: glyphs.follows, against: glyphs.against }
}

/// What the signs mean, those of own marks only where there are any, in as many lines as there is room for.
pub fn legend(context: &Context<'_>, view: &MatrixView) -> Vec<String> {
    let (width, more) = (usize::from(context.size.width).saturating_sub(2), context.glyphs.more);
    let marks = !view.own.is_empty();
    let against = !view.objections.against.is_empty();
    let own = OwnSigns { marks, follows: marks && view.filter.own, against };
    let mut lines: Vec<String> = Vec::new();
    for meaning in words::legend(context.lang, signs(context), own) {
        match lines.last_mut().filter(|line| line.width() + 3 + meaning.width() <= width) {
            Some(line) => *line = format!("{line}   {meaning}"),
            None => lines.push(meaning),
        }
    }
    let room = layout::matrix_legend(context.size);
    if lines.len() > room {
        // The rest stands in the help.
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}   {more}"), width, more);
        }
    }
    lines
}

/// The filter in words, all three counts, how many rows are left, and, where there is room, why certain is rare.
pub fn bar(context: &Context<'_>, view: &MatrixView) -> Vec<Line> {
    let Context { dataset, lang, glyphs, size, .. } = *context;
    let width = usize::from(size.width).saturating_sub(2);
    let room = layout::matrix_bar(size);
    let (filter, role) = match view.filter.in_force() || view.filter.own {
        true => (words::filter(dataset, lang, &view.filter), Role::Notice),
        false => (lang.fill(Msg::MatrixHint, &[&context.keys.key_of(ViewId::Matrix, Action::CycleColumn)]), Role::Dim),
    };
    let shown = lang.fill(Msg::MatrixShown, &[&lang.say(words::strength(view.filter.strength))]);
    let filter = format!("{filter} {} {shown}", glyphs.dot);
    let mut lines: Vec<Line> = wrap(&filter, width).into_iter().map(|piece| Line::of(piece, role)).collect();
    if lines.len() >= room {
        // The counts must be seen whatever the filter is; what is asked also stands over the columns.
        lines.truncate(room.saturating_sub(1));
        if let Some(span) = lines.last_mut().and_then(|line| line.spans.first_mut()) {
            span.text = cut(&format!("{} {}", span.text, glyphs.more), width, glyphs.more);
        }
    }
    lines.push(Line::of(counts(context, view, width), Role::Text));
    let why = wrap(lang.say(Msg::MatrixWhyShort), width);
    if lines.len() + why.len() <= room {
        lines.extend(why.into_iter().map(|piece| Line::of(piece, Role::Dim)));
    }
    lines
}

/// The rows left and all three counts in one line, as many words as fit.
fn counts(context: &Context<'_>, view: &MatrixView, width: usize) -> String {
    let Context { dataset, lang, glyphs, .. } = *context;
    let (left, all, counts) = (view.answer.rows.len(), dataset.rows().len(), view.answer.counts);
    let long = [
        lang.fill(Msg::MatrixLeft, &[&left, &all]),
        words::counts(lang, counts),
        lang.fill(Msg::MatrixSorted, &[&sort(context, view.sort)]),
    ];
    let long = long.join(&format!(" {} ", glyphs.dot));
    if long.width() <= width {
        return long;
    }
    let short =
        [&left, &all, &counts.certain, &counts.evidenced, &counts.possible].map(|n| n as &dyn std::fmt::Display);
    lang.fill(Msg::MatrixCountsShort, &short)
}

fn sort(context: &Context<'_>, sort: Sort) -> String {
    let lang = context.lang;
    match sort {
        Sort::Kind => lang.say(Msg::SortKind).to_string(),
        Sort::Name => lang.say(Msg::SortName).to_string(),
        Sort::Marks(Axis::Sectors) => lang.say(Msg::SortSectors).to_string(),
        Sort::Marks(Axis::Doelgroepen) => lang.say(Msg::SortDoelgroepen).to_string(),
        Sort::Column(column) => context.dataset[column].label.to_string(),
    }
}

/// What is said of the cell under the cursor, and where its pieces of evidence stand in it.
pub fn inspector(context: &Context<'_>, view: &MatrixView) -> (Vec<Line>, Vec<(usize, usize)>) {
    let (dataset, lang) = (context.dataset, context.lang);
    let width = usize::from(context.size.width).saturating_sub(2);
    let (Some(row), Some(column)) = (view.row(), view.under()) else {
        let keys = [Action::Escape, Action::NextStrength].map(|action| context.keys.key_of(ViewId::Matrix, action));
        return (paragraph(&lang.fill(Msg::MatrixNone, &[&keys[0], &keys[1]]), Role::Text, 0, width), Vec::new());
    };
    let Some(cell) = dataset[row].cell(column) else { return (Vec::new(), Vec::new()) };
    let known = view.known(context, row, column, cell);
    let mut lines = paragraph(&heading(context, row, column, known), Role::Heading, 0, width);
    for text in own(context, view) {
        lines.extend(paragraph(&text, Role::Own, 0, width));
    }
    lines.extend(paragraph(&explain(context, row, column, cell, known), Role::Text, 0, width));
    let mut extents = Vec::new();
    for (i, entry) in cell.evidence.iter().enumerate() {
        let from = lines.len();
        lines.extend(evidence(context, *entry, i, width));
        extents.push((from, lines.len()));
    }
    if let Some(counts) = view.answer.totals.get(column.axis as usize).and_then(|t| t.get(usize::from(column.place))) {
        let text = lang.fill(Msg::CellColumn, &[&words::counts(lang, *counts)]);
        lines.extend(paragraph(&text, Role::Dim, 0, width));
    }
    (lines, extents)
}

/// Which cell it is, and its value.
pub fn heading(context: &Context<'_>, row: RowIx, column: Column, known: Known) -> String {
    let (dataset, lang) = (context.dataset, context.lang);
    let place = said::place(dataset, lang, crate::query::matrix::place(dataset, row));
    let name = said::column(dataset, lang, column);
    lang.fill(Msg::CellHeading, &[&place, &name, &lang.say(said::value(known.value))])
}

/// The own mark of the cell under the cursor with its remark, and what the source has against it or against the marks
/// of its row.
pub fn own(context: &Context<'_>, view: &MatrixView) -> Vec<String> {
    let (dataset, lang) = (context.dataset, context.lang);
    let (Some(row), Some(column)) = (view.row(), view.under()) else { return Vec::new() };
    let mut said = Vec::new();
    if let Some(mark) = view.mark(context) {
        let remark = mark.remark.as_ref().map_or(String::new(), |r| format!(" ({r})"));
        let mut text = lang.fill(Msg::CellOwn, &[&lang.say(words::verdict(mark.value))]) + &remark;
        let cell = dataset[row].cell(column).filter(|cell| against(cell, view.own.get(row, column)));
        if let Some(cell) = cell {
            text.push_str(". ");
            text.push_str(&own_marks::against(lang, cell));
        }
        said.push(text);
    }
    let misfits = view.objections.misfits.iter().filter(|(at, axis, _)| (*at, *axis) == (row, column.axis));
    said.extend(
        misfits.map(|(_, axis, misfit)| {
            lang.fill(Msg::OwnMisfit, &[&own_marks::misfit(dataset, lang, row, *axis, *misfit)])
        }),
    );
    said
}

/// Why the cell is what it is: what the row counts, the ground, and how much evidence there is.
pub fn explain(context: &Context<'_>, row: RowIx, column: Column, cell: &Cell, known: Known) -> String {
    let lang = context.lang;
    let shown = context.dataset[row].axis(column.axis);
    let axis = lang.say(own_marks::axis(column.axis));
    let length = shown.cells.len();
    let mut sentences = vec![match shown.marks {
        None => lang.fill(Msg::CellMissing, &[&axis]),
        Some(1) => lang.fill(Msg::CellCountsOne, &[&length, &axis]),
        Some(marks) => lang.fill(Msg::CellCounts, &[&marks, &length, &axis]),
    }];
    if let Some(boxes) = shown.boxes.filter(|boxes| shown.marks != Some(*boxes)) {
        sentences.push(lang.fill(Msg::CellBoxes, &[&boxes]));
    }
    if shown.marks.is_some() || known.why != Why::Source(cell.ground) {
        sentences.push(lang.fill(Msg::CellWhy, &[&lang.say(own_marks::ground(known))]));
    }
    sentences.push(match cell.evidence.len() {
        0 => lang.say(Msg::CellNoEvidence).to_string(),
        1 => lang.say(Msg::CellEvidenceOne).to_string(),
        n => lang.fill(Msg::CellEvidence, &[&n]),
    });
    sentences.join(" ")
}

/// A piece of evidence: what it says, its theme and its page.
fn evidence(context: &Context<'_>, ix: EntryIx, item: usize, width: usize) -> Vec<Line> {
    let (dataset, lang) = (context.dataset, context.lang);
    let entry = &dataset[ix];
    let theme = match entry.kind {
        EntryKind::ActionLine(theme) => lang.pick(&dataset[theme].short, &dataset[theme].name_en).to_string(),
        EntryKind::Focus(focus) => lang.fill(Msg::EvidenceBox, &[&focus.number]),
        EntryKind::Development => lang.say(Msg::Developments).to_string(),
    };
    let page = said::pages(lang, &[entry.source]);
    let from = if page.is_empty() { theme } else { format!("{theme}, {page}") };
    let text = lang.fill(Msg::EvidenceFrom, &[&from, &entry.text]);
    let mut lines = paragraph(&text, Role::Text, 2, width);
    for (i, line) in lines.iter_mut().enumerate() {
        (line.item, line.first) = (Some(item), i == 0);
    }
    lines
}
