//! The matrix as a document: a table with a row a region, and what its signs mean.

use super::super::answer::Matrix;
use super::super::doc::{Block, Cell, Document, Head, Shade, Stands, Table, Text};
use super::super::matrix::{self as words, OwnSigns, Signs};
use super::super::own_marks;
use super::super::words as shared;
use crate::dataset::{Axis, Cell as Known, RowIx, Value};
use crate::query::matrix::{Strength, Why};
use crate::query::worlds::{Worlds, against, objections};
use crate::texts::{Lang, Msg};

const SIGNS: Signs = Signs { yes: "V", no: "·", unknown: "?", own: "°", follows: "'", against: "!" };

/// `matrix`.
pub fn matrix(answer: &Matrix<'_>, lang: Lang) -> Document {
    let &Matrix { dataset, own, filter, answer: found } = answer;
    let title = format!("{}: {}", lang.say(Msg::ViewMatrix), words::filter(dataset, lang, filter));
    let mut document = Document::new(lang, title);
    document.wide = true;
    document.paragraph(Text::of(words::counts(lang, found.counts)));
    document.aside(lang.say(Msg::MatrixWhyRare));
    if found.rows.is_empty() {
        document.paragraph(Text::of(lang.fill(Msg::MatrixNoRow, &[&found.counts.possible])));
        return document;
    }
    let counts = filter.own && !own.is_empty();
    let objections = if counts { objections(dataset, own) } else { Default::default() };
    let explained = OwnSigns { marks: counts, follows: counts, against: !objections.against.is_empty() };
    document.aside(words::legend(lang, SIGNS, explained).join("; "));
    document.blocks.push(Block::Table(table(answer, lang)));
    for line in own_marks::objections(dataset, lang, own, &objections) {
        document.paragraph(Text::of(line));
    }
    let names = Axis::ALL.iter().flat_map(|axis| dataset.columns(*axis));
    let names = names.map(|(ix, column)| format!("{}: {}", column.label, shared::column(dataset, lang, ix)));
    document.aside(lang.fill(Msg::DocColumns, &[&names.collect::<Vec<_>>().join("; ")]));
    let doc = found.rows.first().map(|row| dataset[*row].axis(Axis::Sectors).source.doc);
    super::source(dataset, doc, &mut document);
    document
}

fn table(answer: &Matrix<'_>, lang: Lang) -> Table {
    let &Matrix { dataset, filter, answer: found, .. } = answer;
    let left = lang.fill(Msg::MatrixLeft, &[&found.rows.len(), &dataset.rows().len()]);
    let left = format!("{left} ({})", lang.say(words::strength(filter.strength)));
    let mut table = Table { caption: lang.fill(Msg::MatrixShown, &[&left]), ..Table::default() };
    table.heads.push(Head::of(lang.say(Msg::MatrixRow)));
    for axis in Axis::ALL {
        table.heads.push(Head::number(format!("n/{}", dataset.columns(axis).len())));
        table.heads.extend(dataset.columns(axis).map(|(ix, column)| Head {
            text: column.label.to_string(),
            full: Some(shared::column(dataset, lang, ix).to_string()),
            stands: Stands::Centre,
        }));
    }
    table.heads.push(Head::of(lang.say(Msg::DocPage)));
    table.rows = found.rows.iter().map(|row| self::row(answer, lang, *row)).collect();
    table.totals = Strength::ALL.map(|at| totals(answer, lang, at)).to_vec();
    table
}

fn row(answer: &Matrix<'_>, lang: Lang, row: RowIx) -> Vec<Cell> {
    let dataset = answer.dataset;
    let mut cells = vec![Cell::of(words::name(dataset, lang, row))];
    for axis in Axis::ALL {
        cells.push(Cell::of(words::marks(dataset, row, axis)));
        cells.extend(self::cells(answer, lang, row, axis));
    }
    cells.push(Cell::of(shared::pages(lang, &Axis::ALL.map(|axis| dataset[row].axis(axis).source))));
    cells
}

/// The cells of an axis, each with its sign in words.
fn cells<'a>(answer: &Matrix<'a>, lang: Lang, row: RowIx, axis: Axis) -> impl Iterator<Item = Cell> + use<'a> {
    let &Matrix { dataset, own, filter, .. } = answer;
    let counted = filter.own.then_some(own);
    let worlds = Worlds::of(row, &dataset[row], axis, counted);
    let cells = dataset.columns(axis).zip(&dataset[row].axis(axis).cells).enumerate();
    cells.map(move |(i, ((column, _), cell))| {
        let known = worlds.known(cell, i);
        let own = counted.and_then(|own| own.get(row, column));
        let value = match own.filter(|_| !against(cell, own)) {
            Some(true) => Value::Yes,
            Some(false) => Value::No,
            None => known.value,
        };
        let said = said(lang, cell, value, against(cell, own), own.is_some(), known.why == Why::Follows);
        let shade = match value {
            Value::Yes => Shade::Yes,
            Value::No => Shade::No,
            Value::Unknown if cell.evidence.is_empty() => Shade::Unknown,
            Value::Unknown => Shade::Evidence,
        };
        Cell { text: words::sign(cell, known, own, SIGNS), said: Some(said), shade }
    })
}

/// What a sign says.
fn said(lang: Lang, cell: &Known, value: Value, against: bool, own: bool, follows: bool) -> String {
    let value_word = lang.say(shared::value(value));
    let with = |msg: Msg| lang.fill(msg, &[&format!("{value_word},")]);
    match (value, cell.evidence.len()) {
        _ if against => with(Msg::LegendAgainst),
        _ if own => with(Msg::LegendOwn),
        _ if follows => with(Msg::LegendFollows),
        (Value::Unknown, 1) => lang.fill(Msg::DocEvidenceOne, &[&value_word]),
        (Value::Unknown, n) if n > 1 => lang.fill(Msg::DocEvidence, &[&value_word, &n]),
        _ => value_word.to_string(),
    }
}

fn totals(answer: &Matrix<'_>, lang: Lang, at: Strength) -> Vec<Cell> {
    let mut cells = vec![Cell::of(words::total(lang, at))];
    for totals in &answer.answer.totals {
        cells.push(Cell::default());
        cells.extend(totals.iter().map(|counts| Cell::of(counts.at(at).to_string())));
    }
    cells.push(Cell::default());
    cells
}
