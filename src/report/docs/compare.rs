//! A comparison as a document: what both sides say side by side, their cells as tables.

use super::super::answer::Compare;
use super::super::compare::{RowWords, Said, is_cells, runs, section, seen_sign, seen_value};
use super::super::doc::{Block, Cell, Column, Document, Head, Item, Look, Shade, Table, Text};
use super::super::words;
use crate::dataset::{Axis, Dataset, Value};
use crate::query::compare::{FocusCell, Section, Seen};
use crate::query::pairing::{Side, Sides};
use crate::texts::{Lang, Msg};

/// `compare`: the sections that are wanted, with the rows that are to be shown.
pub fn compare(answer: &Compare<'_>, lang: Lang) -> Document {
    let &Compare { dataset, comparison, sections, only, .. } = answer;
    let names = Sides::each(|side| words::place(dataset, lang, *comparison.places.of(side)));
    let short = Sides::each(|side| words::short_place(dataset, lang, *comparison.places.of(side)));
    let mut document = Document::new(lang, lang.fill(Msg::DocCompare, &[&short.a, &short.b]));
    for side in Side::BOTH {
        let text = Text::default().and(side.letter(), Look::Strong);
        document.item(text.and(format!(": {}", names.of(side)), Look::Plain), "");
    }
    let sections: Vec<_> = sections.iter().map(|s| (*s, section(dataset, lang, comparison, *s, only))).collect();
    let said = sections.iter().flat_map(|(_, s)| &s.rows).flat_map(|r| &r.bands).flat_map(|b| b.a.iter().chain(&b.b));
    if said.into_iter().any(|said| !said.changed.is_empty()) {
        document.aside(lang.say(Msg::DocChanged));
    }
    for (section, said) in &sections {
        document.heading(2, said.heading.as_str());
        document.aside(said.tally.as_str());
        for remark in &said.remarks {
            document.paragraph(Text::of(remark.as_str()));
        }
        for row in &said.rows {
            match is_cells(*section, row) {
                true => cells(answer, lang, *section, row, &mut document),
                false => {
                    document.heading(3, row.heading.as_str());
                    document.blocks.extend(row.bands.iter().map(|band| pair(answer, lang, band)));
                }
            }
        }
    }
    super::source(
        dataset,
        dataset.entries_of(comparison.places.a.region).next().map(|(_, e)| e.source.doc),
        &mut document,
    );
    document
}

/// What both sides say at one height.
fn pair(answer: &Compare<'_>, lang: Lang, band: &Sides<Vec<Said>>) -> Block {
    Block::Pair(Sides::each(|side| Column {
        letter: side.letter().to_string(),
        name: words::short_place(answer.dataset, lang, *answer.comparison.places.of(side)),
        items: items(answer.dataset, lang, band.of(side)),
    }))
}

/// The texts of a side; a remark belongs to the text before it.
fn items(dataset: &Dataset<'_>, lang: Lang, said: &[Said]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for said in said {
        match items.last_mut() {
            Some(last) if said.remark => {
                let parted = if last.under.is_empty() { "" } else { "; " };
                last.under.push_str(&format!("{parted}{}", said.text));
            }
            _ if said.remark => items.push(Item { text: Text::remark(said.text.as_str()), under: String::new() }),
            _ => {
                let under = said.entry.map(|entry| words::pages(lang, &[dataset[entry].source]));
                items.push(Item { text: marked(said), under: under.unwrap_or_default() });
            }
        }
    }
    items
}

/// A text with the words that the other side words differently.
fn marked(said: &Said) -> Text {
    runs(&said.text, &said.changed, 0..said.text.len()).into_iter().fold(Text::default(), |text, (run, changed)| {
        text.and_data(run, if changed { Look::Changed } else { Look::Plain })
    })
}

/// The cells of an axis, a row a column.
fn cells(answer: &Compare<'_>, lang: Lang, section: Section, row: &RowWords, document: &mut Document) {
    let &Compare { dataset, comparison, only, .. } = answer;
    let axis = Axis::ALL.into_iter().nth(row.index);
    let shown = comparison.focus.iter().filter(|c| Some(c.column.axis) == axis && only.shows_cell(c));
    // How many V's each side has stands before the cells.
    let marks = row.bands.first().map(|band| {
        let of = |side: Side| {
            let said: Vec<&str> = band.of(side).iter().map(|said| said.text.as_str()).collect();
            format!("{} {}", side.letter(), said.join(", "))
        };
        Side::BOTH.map(of).join("; ")
    });
    let names = Side::BOTH.map(|side| {
        let name = words::short_place(dataset, lang, *comparison.places.of(side));
        Head::of(format!("{} {name}", side.letter()))
    });
    document.heading(3, row.heading.as_str());
    debug_assert!(is_cells(section, row), "only rows of cells are tables");
    document.blocks.push(Block::Table(Table {
        caption: marks.unwrap_or_default(),
        heads: std::iter::once(Head::of(row.about.as_str())).chain(names).collect(),
        rows: shown.map(|cell| self::row(dataset, lang, cell)).collect(),
        totals: Vec::new(),
    }));
}

fn row(dataset: &Dataset<'_>, lang: Lang, cell: &FocusCell) -> Vec<Cell> {
    let name = Cell::of(words::column(dataset, lang, cell.column));
    let sides = Side::BOTH.map(|side| {
        let seen = *cell.seen.of(side);
        let shade = match seen {
            _ if cell.differs() => Shade::Differs,
            Seen::Same(Value::Yes) => Shade::Yes,
            Seen::Same(Value::No) => Shade::No,
            Seen::Same(Value::Unknown) | Seen::Mixed => Shade::Unknown,
        };
        Cell { text: format!("{} {}", seen_sign(seen), seen_value(lang, seen)), said: None, shade }
    });
    std::iter::once(name).chain(sides).collect()
}
