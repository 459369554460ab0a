//! The matrix written out, as text and as JSON, and its words, which the screen shares.

use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};
use unicode_width::UnicodeWidthStr;

use super::ascii::ascii;
use super::json::or_unknown;
use super::lines::{cut, pad, wrap_to};
use super::text::Manner;
use super::words;
use crate::dataset::{Axis, Cell, Column, Dataset, RegionKind, RowIx, Value};
use crate::own_marks::Verdict;
use crate::query::matrix::{Answer, Counts, Filter, Match, Own, Strength, Want, place};
use crate::query::worlds::{Known, Why, Worlds, against, objections, worlds};
use crate::texts::{Lang, Msg};

/// The signs of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Unknown.
    pub unknown: &'static str,
    /// After an own mark.
    pub own: &'static str,
    /// After a value that follows from own marks.
    pub follows: &'static str,
    /// After the value of a cell that an own mark says otherwise of.
    pub against: &'static str,
}

/// The sign of a cell: yes, no, unknown with the number of pieces of evidence, or an own mark as such. Where an own
/// mark says otherwise than the source shows for certain, the source's sign stays.
pub fn sign(cell: &Cell, known: Known, own: Option<bool>, signs: Signs) -> String {
    let against = against(cell, own);
    let value = match own.filter(|_| !against) {
        Some(true) => Value::Yes,
        Some(false) => Value::No,
        None => known.value,
    };
    let sign = match value {
        Value::Yes => signs.yes,
        Value::No => signs.no,
        Value::Unknown => signs.unknown,
    };
    match (value, known.why) {
        _ if against => format!("{sign}{}", signs.against),
        _ if own.is_some() => format!("{sign}{}", signs.own),
        (_, Why::Follows) => format!("{sign}{}", signs.follows),
        (Value::Unknown, _) if !cell.evidence.is_empty() => format!("{sign}{}", cell.evidence.len()),
        _ => sign.to_string(),
    }
}

/// Which signs of own marks a legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnSigns {
    /// That of own marks.
    pub marks: bool,
    /// That of what follows from them.
    pub follows: bool,
    /// That of marks that the source speaks against.
    pub against: bool,
}

/// What the signs mean.
pub fn legend(lang: Lang, signs: Signs, own: OwnSigns) -> Vec<String> {
    let always = [
        (true, Msg::LegendYes, signs.yes),
        (true, Msg::LegendNo, signs.no),
        (true, Msg::LegendUnknown, signs.unknown),
        (true, Msg::LegendEvidence, signs.unknown),
        (own.marks, Msg::LegendOwn, signs.own),
        (own.follows, Msg::LegendFollows, signs.follows),
        (own.against, Msg::LegendAgainst, signs.against),
    ];
    always.into_iter().filter(|(shown, ..)| *shown).map(|(_, msg, sign)| lang.fill(msg, &[&sign])).collect()
}

/// The name of a row, with what tells a ROAZ-regio from a zorgkantoorregio of the same name.
pub fn name(dataset: &Dataset<'_>, lang: Lang, row: RowIx) -> String {
    words::short_place(dataset, lang, place(dataset, row))
}

/// How many V's a row holds of how many columns; `?` where the row is missing.
pub fn marks(dataset: &Dataset<'_>, row: RowIx, axis: Axis) -> String {
    let shown = dataset[row].axis(axis);
    format!("{}/{}", shown.marks.map_or("?".to_string(), |m| m.to_string()), shown.cells.len())
}

/// A strength in a word.
pub fn strength(strength: Strength) -> Msg {
    match strength {
        Strength::Certain => Msg::StrengthCertain,
        Strength::Evidenced => Msg::StrengthEvidenced,
        Strength::Possible => Msg::StrengthPossible,
    }
}

/// An own mark in a word.
pub fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::Yes => Msg::CellYes,
        Verdict::No => Msg::CellNo,
    }
}

/// What a line of totals is called.
pub fn total(lang: Lang, at: Strength) -> String {
    lang.fill(Msg::TotalOf, &[&lang.say(strength(at))])
}

/// All three counts in words.
pub fn counts(lang: Lang, counts: Counts) -> String {
    lang.fill(Msg::MatrixCounts, &[&counts.certain, &counts.evidenced, &counts.possible])
}

/// What a filter asks, in words: nothing but the strength where it lets every row through. Columns go by their ids, as
/// the command line takes them: names are phrases, and half names half ids would read as two sorts of things.
pub fn filter(dataset: &Dataset<'_>, lang: Lang, filter: &Filter) -> String {
    let named = |want: Want| {
        let names: Vec<&str> = filter.columns(want).into_iter().map(|c| &*dataset[c].id).collect();
        names.join(", ")
    };
    let mut said: Vec<String> = Vec::new();
    let wanted = filter.columns(Want::Wanted).len();
    if wanted > 0 {
        let how = lang.say(if filter.matching == Match::All { Msg::MatrixAll } else { Msg::MatrixAny });
        let names = lang.fill(Msg::MatrixWanted, &[&named(Want::Wanted)]);
        said.push(if wanted > 1 || filter.matching == Match::Any { format!("{names} ({how})") } else { names });
    }
    if !filter.columns(Want::Excluded).is_empty() {
        said.push(lang.fill(Msg::MatrixExcluded, &[&named(Want::Excluded)]));
    }
    said.extend(filter.kind.map(|kind| match kind {
        RegionKind::Zorgkantoor => lang.say(Msg::MatrixOnlyZorgkantoor).to_string(),
        RegionKind::Roaz => lang.say(Msg::MatrixOnlyRoaz).to_string(),
    }));
    said.extend(filter.naming.map(|naming| {
        let name = super::topics::name(dataset, lang, naming.topic);
        match naming.under {
            None => lang.fill(Msg::MatrixNaming, &[&name]),
            Some(section) => lang.fill(Msg::MatrixNamingUnder, &[&name, &words::section(dataset, lang, section)]),
        }
    }));
    for (msg, least) in [Msg::MatrixLeastSectors, Msg::MatrixLeastDoelgroepen].into_iter().zip(filter.least) {
        said.extend((least > 0).then(|| lang.fill(msg, &[&least])));
    }
    if said.is_empty() {
        said.push(lang.say(Msg::MatrixNoFilter).to_string());
    }
    if filter.own {
        said.push(lang.say(Msg::MatrixOwnCount).to_string());
    }
    said.join("; ")
}

/// `matrix --format json`.
///
/// # Errors
/// When the writer fails.
pub fn json(dataset: &Dataset<'_>, own: &Own, filter: &Filter, answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let ids = |columns: Vec<Column>| columns.into_iter().map(|c| dataset[c].id.to_string()).collect::<Vec<_>>();
    let wanted = |axis: Axis| ids(filter.columns(Want::Wanted).into_iter().filter(|c| c.axis == axis).collect());
    let rows: Vec<Json> = answer.rows.iter().map(|row| json_row(dataset, own, filter, *row)).collect();
    let mut value = json!({
        "filter": {
            "sectors": wanted(Axis::Sectors),
            "doelgroepen": wanted(Axis::Doelgroepen),
            "not": ids(filter.columns(Want::Excluded)),
            "match": match filter.matching { Match::All => "all", Match::Any => "any" },
            "strength": filter.strength.key(),
            "kind": filter.kind.map(RegionKind::key),
            "min_sectors": filter.least[0],
            "min_doelgroepen": filter.least[1],
            "own": filter.own,
            "naming": filter.naming.map(|naming| json!({
                "topic": dataset[naming.topic].id.as_str(),
                "theme": naming.under.map(|section| section.id(dataset)),
            })),
        },
        "counts": {
            "certain": answer.counts.certain,
            "evidenced": answer.counts.evidenced,
            "possible": answer.counts.possible,
        },
        "rows": rows,
    });
    // Only the screen can ask for regions that name a topic.
    if let (Some(naming), Some(filter)) = (filter.naming, value.get_mut("filter").and_then(Json::as_object_mut)) {
        let under = naming.under.map(|section| section.id(dataset));
        filter.insert("naming".into(), json!({"topic": dataset[naming.topic].id.as_str(), "theme": under}));
    }
    super::json::write(&value, out)
}

fn json_row(dataset: &Dataset<'_>, own: &Own, filter: &Filter, row: RowIx) -> Json {
    let region = &dataset[dataset[row].region];
    let part = dataset[row].part.map(|p| region.parts[p.place()].id.to_string());
    let mut value = Map::new();
    value.insert("region".into(), region.id.as_str().into());
    value.insert("part".into(), part.into());
    value.insert("kind".into(), region.kind.key().into());
    let worlds = worlds(dataset, row, filter.own.then_some(own));
    for (axis, worlds) in Axis::ALL.into_iter().zip(&worlds) {
        let shown = dataset[row].axis(axis);
        let cells: Map<String, Json> = dataset
            .columns(axis)
            .zip(&shown.cells)
            .enumerate()
            .map(|(i, ((_, named), cell))| (named.id.to_string(), json_cell(dataset, cell, worlds.known(cell, i))))
            .collect();
        value.insert(axis.key().into(), json!({"marks": or_unknown(shown.marks), "cells": cells}));
    }
    Json::Object(value)
}

/// A cell; where own marks count, its ground may be `own` or `follows_own`.
fn json_cell(dataset: &Dataset<'_>, cell: &Cell, known: Known) -> Json {
    let evidence: Vec<&str> = cell.evidence.iter().map(|e| dataset[*e].id.as_str()).collect();
    json!({"value": known.value.key(), "ground": known.why.key(), "evidence": evidence})
}

/// `matrix` for people: what was asked, all three counts, a line a row, the totals, and what the signs mean. Where
/// both axes do not fit beside each other, one comes under the other.
///
/// # Errors
/// When the writer fails.
pub fn text(
    dataset: &Dataset<'_>,
    own: &Own,
    filter: &Filter,
    answer: &Answer,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = manner.lang;
    let mut say = |line: &str| {
        let line = line.trim_end();
        if manner.ascii { writeln!(out, "{}", ascii(line)) } else { writeln!(out, "{line}") }
    };
    let left = lang.fill(Msg::MatrixLeft, &[&answer.rows.len(), &dataset.rows().len()]);
    let left = format!("{left} ({})", lang.say(strength(filter.strength)));
    let shown = lang.fill(Msg::MatrixShown, &[&left]);
    for line in [self::filter(dataset, lang, filter), format!("{}; {shown}", counts(lang, answer.counts))] {
        for piece in wrap_to(&line, manner.width) {
            say(&piece)?;
        }
    }
    if answer.rows.is_empty() {
        return say(&lang.fill(Msg::MatrixNoRow, &[&answer.counts.possible]));
    }
    let signs = signs(manner.ascii);
    let table = Table { dataset, own, filter, answer, lang, signs, ascii: manner.ascii };
    for axes in table.blocks(manner.width) {
        say("")?;
        for line in table.lines(&axes, manner.width) {
            say(&line)?;
        }
    }
    say("")?;
    let counts = filter.own && !own.is_empty();
    let objections = if counts { objections(dataset, own) } else { Default::default() };
    let explained = OwnSigns { marks: counts, follows: counts, against: !objections.against.is_empty() };
    let legend = legend(lang, signs, explained).join("   ");
    let objections = super::own_marks::objections(dataset, lang, own, &objections);
    let lines = [legend.as_str(), lang.say(Msg::MatrixWhyRare)].into_iter().map(String::from).chain(objections);
    for line in lines {
        for piece in wrap_to(&line, manner.width) {
            say(&piece)?;
        }
    }
    Ok(())
}

/// The signs of the text form.
pub(super) fn signs(ascii: bool) -> Signs {
    let (no, own) = if ascii { (".", "*") } else { ("·", "°") };
    Signs { yes: "V", no, unknown: "?", own, follows: "'", against: "!" }
}

/// The table of the text form.
struct Table<'t> {
    dataset: &'t Dataset<'t>,
    own: &'t Own,
    filter: &'t Filter,
    answer: &'t Answer,
    lang: Lang,
    signs: Signs,
    ascii: bool,
}

impl Table<'_> {
    /// The width of an axis: the number of V's, and its columns with a blank before each.
    fn width(&self, axis: Axis) -> usize {
        7 + self.dataset.columns(axis).map(|(_, c)| c.label.width().max(3) + 1).sum::<usize>()
    }

    fn name_width(&self, width: Option<usize>, axes: &[Axis]) -> usize {
        let names = self.answer.rows.iter().map(|row| name(self.dataset, self.lang, *row).width());
        let totals = Strength::ALL.map(|s| total(self.lang, s).width());
        let longest = names.chain(totals).max().unwrap_or(0);
        let columns: usize = axes.iter().map(|axis| self.width(*axis)).sum();
        width.map_or(longest, |width| longest.min(width.saturating_sub(columns).max(12)))
    }

    /// Both axes in one table where they fit, else a table each.
    fn blocks(&self, width: Option<usize>) -> Vec<Vec<Axis>> {
        let both: usize = Axis::ALL.iter().map(|axis| self.width(*axis)).sum();
        let fits = width.is_none_or(|width| both + 20 <= width);
        if fits { vec![Axis::ALL.to_vec()] } else { Axis::ALL.iter().map(|axis| vec![*axis]).collect() }
    }

    fn lines(&self, axes: &[Axis], width: Option<usize>) -> Vec<String> {
        let names = self.name_width(width, axes);
        let mut lines = vec![self.line(axes, names, self.lang.say(Msg::MatrixRow), |axis| {
            (format!("n/{}", self.dataset.columns(axis).len()), self.labels(axis))
        })];
        for row in &self.answer.rows {
            lines.push(self.line(axes, names, &name(self.dataset, self.lang, *row), |axis| {
                (marks(self.dataset, *row, axis), self.cells(*row, axis))
            }));
        }
        for at in Strength::ALL {
            lines.push(self.line(axes, names, &total(self.lang, at), |axis| {
                let totals = self.answer.totals[axis as usize].iter();
                (String::new(), totals.map(|counts| counts.at(at).to_string()).collect())
            }));
        }
        lines
    }

    fn line(&self, axes: &[Axis], names: usize, name: &str, of: impl Fn(Axis) -> (String, Vec<String>)) -> String {
        let more = if self.ascii { "..." } else { "…" };
        let mut line = pad(&cut(name, names, more), names);
        for axis in axes {
            let (marks, cells) = of(*axis);
            line.push_str(&format!("{marks:>7}"));
            for ((_, column), cell) in self.dataset.columns(*axis).zip(cells) {
                line.push(' ');
                line.push_str(&pad(&cell, column.label.width().max(3)));
            }
        }
        line
    }

    fn labels(&self, axis: Axis) -> Vec<String> {
        self.dataset.columns(axis).map(|(_, c)| c.label.to_string()).collect()
    }

    fn cells(&self, row: RowIx, axis: Axis) -> Vec<String> {
        let counted = self.filter.own.then_some(self.own);
        let worlds = Worlds::of(row, &self.dataset[row], axis, counted);
        let cells = self.dataset.columns(axis).zip(&self.dataset[row].axis(axis).cells).enumerate();
        let own = |column| counted.and_then(|own| own.get(row, column));
        cells.map(|(i, ((column, _), cell))| sign(cell, worlds.known(cell, i), own(column), self.signs)).collect()
    }
}
