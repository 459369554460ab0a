//! How concretely regions word their action lines, written out as text and as JSON, and its words, which the screen
//! shares. The rule stands in every answer.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use super::lines::{cut, pad};
use super::search;
use super::text::{Manner, Pen};
use super::words;
use crate::dataset::{Axis, Dataset, EntryIx, RegionIx, RegionKind};
use crate::query::concrete::{Asked, Concrete, FEW, Mark, Row, Said, Sort, Tally};
use crate::query::find::Place;
use crate::texts::{Lang, Msg};

/// A mark in a word.
pub fn mark(mark: Mark) -> Msg {
    match mark {
        Mark::Figure => Msg::WordFigure,
        Mark::Year => Msg::WordYear,
        Mark::Doelgroep => Msg::WordDoelgroep,
        Mark::Named => Msg::WordNamed,
    }
}

/// By which rule a mark is found.
pub fn rule(mark: Mark) -> Msg {
    match mark {
        Mark::Figure => Msg::WordRuleFigure,
        Mark::Year => Msg::WordRuleYear,
        Mark::Doelgroep => Msg::WordRuleDoelgroep,
        Mark::Named => Msg::WordRuleNamed,
    }
}

/// What of the reflection a mark follows.
pub fn why(mark: Mark) -> Msg {
    match mark {
        Mark::Figure => Msg::WordWhyFigure,
        Mark::Year => Msg::WordWhyYear,
        Mark::Doelgroep => Msg::WordWhyDoelgroep,
        Mark::Named => Msg::WordWhyNamed,
    }
}

/// The regions that are counted, in words.
pub fn kind(kind: Option<RegionKind>) -> Msg {
    match kind {
        None => Msg::WordAll,
        Some(RegionKind::Zorgkantoor) => Msg::WordOnlyZorgkantoor,
        Some(RegionKind::Roaz) => Msg::WordOnlyRoaz,
    }
}

/// How many of how many have a mark; the share beside it only where there are some.
pub fn share(lang: Lang, tally: &Tally, mark: Mark) -> String {
    match tally.percent(mark) {
        Some(percent) => lang.fill(Msg::WordPercent, &[&tally.with(mark), &tally.entries, &percent]),
        None => lang.fill(Msg::WordOf, &[&0, &0]),
    }
}

/// All four marks of a region in a line, with what it is silent on and whether it has few entries.
pub fn tally(dataset: &Dataset<'_>, lang: Lang, row: &Row) -> String {
    let marks = Mark::ALL.map(|m| format!("{} {}", lang.say(mark(m)), row.tally.with(m)));
    let of = lang.fill(Msg::WordOf, &[&marks.join(", "), &row.tally.entries]);
    let mut said = vec![format!("{}: {of}", words::short_place(dataset, lang, Place::whole(row.region)))];
    said.extend(silent(lang, row));
    said.join("; ")
}

/// What the map of a region is silent on.
pub fn silent(lang: Lang, row: &Row) -> Option<String> {
    match row.silent {
        0 => None,
        1 => Some(lang.say(Msg::WordSilentOne).to_string()),
        n => Some(lang.fill(Msg::WordSilent, &[&n])),
    }
}

/// The sign of a region with few entries.
pub const FEW_SIGN: &str = "*";

/// What the sign of few entries means.
pub fn few(lang: Lang) -> String {
    lang.fill(Msg::WordFew, &[&FEW_SIGN, &FEW])
}

/// The totals by kind of region, a line each.
pub fn totals(dataset: &Dataset<'_>, lang: Lang, concrete: &Concrete, asked: Asked) -> Vec<String> {
    let kinds = [Some(RegionKind::Zorgkantoor), Some(RegionKind::Roaz), None];
    let shown = kinds.into_iter().filter(|of| asked.kind.is_none() || *of == asked.kind);
    shown
        .map(|of| {
            let total = concrete.total(dataset, of);
            format!("{}: {}", lang.say(kind(of)), share(lang, &total, asked.mark))
        })
        .collect()
}

/// What makes an entry count: the pieces of its text, or the doelgroepen.
pub fn found(dataset: &Dataset<'_>, lang: Lang, entry: EntryIx, said: &Said, of: Mark) -> String {
    if of == Mark::Doelgroep {
        let named = dataset.columns(Axis::Doelgroepen).filter(|(c, _)| said.doelgroepen.contains(usize::from(c.place)));
        return named.map(|(c, _)| words::column(dataset, lang, c)).collect::<Vec<_>>().join(", ");
    }
    let text = &dataset[entry].text;
    let piece = |(from, to): &(usize, usize)| text.chars().skip(*from).take(to - from).collect::<String>();
    said.spans(of).iter().map(piece).collect::<Vec<_>>().join(", ")
}

/// Where an entry stands: its part, and its theme or kind.
pub fn place(dataset: &Dataset<'_>, lang: Lang, entry: EntryIx) -> String {
    let held = &dataset[entry];
    let part = held.part.and_then(|part| dataset[held.region].parts.get(part.place())).map(|p| p.name.to_string());
    part.into_iter().chain([search::heading(dataset, lang, entry)]).collect::<Vec<_>>().join(" · ")
}

/// The bar of a share, over at most so many cells; a share above none has at least one.
pub fn bar(tally: &Tally, mark: Mark, largest: usize, cells: usize, sign: &str) -> String {
    let percent = tally.percent(mark).unwrap_or(0);
    let length = (percent * cells).div_ceil(largest.max(1));
    sign.repeat(if tally.with(mark) > 0 { length.max(1).min(cells) } else { 0 })
}

/// `concrete`: a line a region with all four marks.
///
/// # Errors
/// When the writer fails.
pub fn text(
    dataset: &Dataset<'_>,
    concrete: &Concrete,
    asked: Asked,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = manner.lang;
    let mut pen = Pen { out, manner };
    head(&mut pen, lang, None)?;
    pen.blank()?;
    let rows = concrete.rows(dataset, asked);
    match manner.width {
        // Too narrow for a table.
        Some(width) if width < COLUMNS + 16 => {
            for row in &rows {
                pen.plain("- ", &tally(dataset, lang, row))?;
            }
            for total in totals(dataset, lang, concrete, asked) {
                pen.bold(&total)?;
            }
        }
        _ => table(&mut pen, dataset, concrete, asked, &rows)?,
    }
    pen.blank()?;
    let sorted = match asked.sort {
        Sort::Share => lang.fill(Msg::WordSortedBy, &[&lang.say(mark(asked.mark))]),
        Sort::Name => lang.say(Msg::WordSortedByName).to_string(),
    };
    pen.dim("", &sorted)?;
    let silent = rows.iter().filter(|row| row.silent > 0);
    let silent =
        silent.map(|row| format!("{} {}", words::short_place(dataset, lang, Place::whole(row.region)), row.silent));
    let silent: Vec<String> = silent.collect();
    if !silent.is_empty() {
        pen.dim("", &lang.fill(Msg::WordSilentList, &[&silent.join(", ")]))?;
    }
    if rows.iter().any(|row| row.tally.entries < FEW) {
        pen.dim("", &few(lang))?;
    }
    pen.dim("", lang.say(Msg::WordLimit))
}

fn table(pen: &mut Pen<'_>, dataset: &Dataset<'_>, concrete: &Concrete, asked: Asked, rows: &[Row]) -> io::Result<()> {
    let Manner { lang, .. } = pen.manner;
    let names: Vec<String> =
        rows.iter().map(|row| words::short_place(dataset, lang, Place::whole(row.region))).collect();
    let room = pen.manner.width.map_or(usize::MAX, |width| width.saturating_sub(COLUMNS).max(12));
    let width = names.iter().map(|name| name.width() + 1).max().unwrap_or(0).min(room);
    let heads: String = Mark::ALL.iter().map(|m| format!("{:>12}", lang.say(mark(*m)))).collect();
    pen.plain("", &format!("{}{:>7}{heads}", pad("", width), lang.say(Msg::WordEntries)))?;
    for (row, name) in rows.iter().zip(&names) {
        let sign = if row.tally.entries < FEW { FEW_SIGN } else { "" };
        let name = cut(name, width.saturating_sub(sign.len()), "…") + sign;
        pen.plain("", &line(&name, width, &row.tally))?;
    }
    for of in [Some(RegionKind::Zorgkantoor), Some(RegionKind::Roaz), None] {
        if asked.kind.is_none() || asked.kind == of {
            let name = cut(lang.say(kind(of)), width, "…");
            pen.bold(&line(&name, width, &concrete.total(dataset, of)))?;
        }
    }
    Ok(())
}

/// The cells behind the name of a region: how many entries, and the four marks.
const COLUMNS: usize = 7 + 4 * 12;

fn line(name: &str, width: usize, tally: &Tally) -> String {
    let cell = |m: &Mark| match tally.percent(*m) {
        Some(percent) => format!("{:>5} {:>6}", tally.with(*m), format!("({percent}%)")),
        None => format!("{:>12}", 0),
    };
    let cells: String = Mark::ALL.iter().map(cell).collect();
    format!("{}{:>7}{cells}", pad(name, width), tally.entries)
}

/// What it is, and by which rule it is counted.
fn head(pen: &mut Pen<'_>, lang: Lang, of: Option<Mark>) -> io::Result<()> {
    pen.bold(lang.say(Msg::WordTitle))?;
    pen.plain("", lang.say(Msg::WordRule))?;
    for m in Mark::ALL.into_iter().filter(|m| of.is_none_or(|of| of == *m)) {
        pen.dim("- ", &format!("{} {}", lang.say(rule(m)), lang.say(why(m))))?;
    }
    Ok(())
}

/// `concrete REGION`: the entries that have the mark, and those that do not.
///
/// # Errors
/// When the writer fails.
pub fn region_text(
    dataset: &Dataset<'_>,
    concrete: &Concrete,
    region: RegionIx,
    of: Mark,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = manner.lang;
    let mut pen = Pen { out, manner };
    head(&mut pen, lang, Some(of))?;
    pen.blank()?;
    if let Some(row) = concrete.row(region) {
        pen.bold(&format!("{}: {}", words::place(dataset, lang, Place::whole(region)), share(lang, &row.tally, of)))?;
        pen.dim("", &tally(dataset, lang, row))?;
    }
    let groups = concrete.groups(dataset, region, of);
    for (group, msg) in groups.iter().zip([Msg::WordCounts, Msg::WordCountsNot]) {
        pen.blank()?;
        pen.bold(&lang.fill(msg, &[&group.len()]))?;
        for (entry, said) in group {
            pen.plain("- ", &dataset[*entry].text)?;
            let found = found(dataset, lang, *entry, said, of);
            let found = (!found.is_empty()).then(|| format!("{}: {found}", lang.say(mark(of))));
            let page = words::pages(lang, &[dataset[*entry].source]);
            let under = found.into_iter().chain([place(dataset, lang, *entry), page]);
            pen.dim("    ", &under.filter(|s| !s.is_empty()).collect::<Vec<_>>().join("; "))?;
        }
    }
    pen.blank()?;
    pen.dim("", lang.say(Msg::WordLimit))
}

/// `concrete --format json`.
///
/// # Errors
/// When the writer fails.
pub fn json(
    dataset: &Dataset<'_>,
    concrete: &Concrete,
    asked: Asked,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let regions: Vec<Value> = concrete.rows(dataset, asked).iter().map(|row| json_row(dataset, row)).collect();
    let value = json!({
        "rule": json_rule(lang),
        "mark": asked.mark.key(),
        "sort": match asked.sort { Sort::Share => "share", Sort::Name => "name" },
        "kind": asked.kind.map(RegionKind::key),
        "totals": {
            "zorgkantoor": json_tally(&concrete.total(dataset, Some(RegionKind::Zorgkantoor))),
            "roaz": json_tally(&concrete.total(dataset, Some(RegionKind::Roaz))),
            "all": json_tally(&concrete.total(dataset, None)),
        },
        "regions": regions,
    });
    super::json::write(&value, out)
}

/// `concrete REGION --format json`: every entry with all its marks, and what makes it have them.
///
/// # Errors
/// When the writer fails.
pub fn region_json(
    dataset: &Dataset<'_>,
    concrete: &Concrete,
    region: RegionIx,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries: Vec<Value> = concrete
        .of(dataset, region)
        .map(|(entry, said)| {
            let held = &dataset[entry];
            let ids = dataset.columns(Axis::Doelgroepen).filter(|(c, _)| said.doelgroepen.contains(c.place.into()));
            let part = held.part.and_then(|part| dataset[held.region].parts.get(part.place()));
            json!({
                "id": held.id.as_str(),
                "part": part.map(|part| part.id.as_str()),
                "kind": held.kind.key(),
                "text": held.text.as_str(),
                "marks": said.marks().map(Mark::key).collect::<Vec<_>>(),
                "figure": said.figures,
                "year": said.years,
                "doelgroep": ids.map(|(_, c)| c.id.as_str()).collect::<Vec<_>>(),
                "named": said.names,
            })
        })
        .collect();
    let mut value = Map::new();
    value.insert("rule".into(), json_rule(lang));
    if let Some(Value::Object(row)) = concrete.row(region).map(|row| json_row(dataset, row)) {
        value.extend(row);
    }
    value.insert("lines".into(), entries.into());
    super::json::write(&Value::Object(value), out)
}

fn json_rule(lang: Lang) -> Value {
    use crate::query::concrete::names::{GENERAL, PHRASES, PLACES};
    let rules: Map<String, Value> = Mark::ALL
        .iter()
        .map(|m| (m.key().to_string(), format!("{} {}", lang.say(rule(*m)), lang.say(why(*m))).into()))
        .collect();
    json!({
        "what": lang.say(Msg::WordRule),
        "limits": lang.say(Msg::WordLimit),
        "marks": rules,
        "no_names": {"words": GENERAL, "places": PLACES, "phrases": PHRASES},
    })
}

fn json_row(dataset: &Dataset<'_>, row: &Row) -> Value {
    let region = &dataset[row.region];
    json!({
        "region": region.id.as_str(),
        "kind": region.kind.key(),
        "counts": json_tally(&row.tally),
        "silent_themes": row.silent,
        "few": row.tally.entries < FEW,
    })
}

fn json_tally(tally: &Tally) -> Value {
    let mut value = Map::new();
    value.insert("entries".into(), tally.entries.into());
    value.extend(Mark::ALL.iter().map(|m| (m.key().to_string(), tally.with(*m).into())));
    Value::Object(value)
}
