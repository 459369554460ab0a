//! Answers as JSON: stable keys, every value that the dataset holds, unknown as `"unknown"`.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::dataset::{Axis, Dataset, Entry, EntryKind, Figure, Point, RegionKind, Row, RowIx, Source};
use crate::query::find::Place;
use crate::query::portrait::{Block, Only, portrait};
use crate::query::summary::counts;

/// `list`: the regions with their counts.
///
/// # Errors
/// When the writer fails.
pub fn list(dataset: &Dataset<'_>, kind: Option<RegionKind>, out: &mut dyn Write) -> io::Result<()> {
    let regions: Vec<Value> = dataset
        .regions()
        .filter(|(_, r)| kind.is_none_or(|k| k == r.kind))
        .map(|(ix, region)| {
            let counts = counts(dataset, Place::whole(ix));
            json!({
                "id": region.id.as_str(),
                "kind": region.kind.key(),
                "name": region.name.as_str(),
                "parts": parts(dataset, ix),
                "developments": counts.developments,
                "action_lines": counts.action_lines,
            })
        })
        .collect();
    write(&Value::Array(regions), out)
}

/// `show`: a region, or the part of it that is asked for, with its cells resolved.
///
/// # Errors
/// When the writer fails.
pub fn show(dataset: &Dataset<'_>, place: Place, only: Only, out: &mut dyn Write) -> io::Result<()> {
    let region = &dataset[place.region];
    let (mut developments, mut lines, mut silent, mut focus, mut notes) = (vec![], vec![], vec![], vec![], vec![]);
    for block in portrait(dataset, place, only) {
        match block {
            Block::Entry(ix) => match dataset[ix].kind {
                EntryKind::Development => developments.push(entry(dataset, &dataset[ix])),
                EntryKind::ActionLine(_) => lines.push(entry(dataset, &dataset[ix])),
                EntryKind::Focus(_) => {}
            },
            Block::Silence(i) => {
                let silence = &region.silences[i];
                silent.push(json!({
                    "part": part_id(dataset, place, silence.part),
                    "theme": dataset[silence.theme].id.as_str(),
                    "reason": silence.reason.key(),
                    "source": source(dataset, silence.source),
                }));
            }
            Block::Row(ix) => focus.push(row(dataset, ix)),
            Block::Note(i) => {
                let note = &region.notes[i];
                let sources: Vec<Value> = note.sources.iter().map(|s| source(dataset, *s)).collect();
                notes.push(json!({"text": note.text.as_str(), "sources": sources}));
            }
            Block::Section(_) | Block::Nothing | Block::Part(_) | Block::FocusBox(..) => {}
        }
    }
    let answer = json!({
        "id": region.id.as_str(),
        "kind": region.kind.key(),
        "name": region.name.as_str(),
        "also": region.also.iter().map(|a| a.as_str()).collect::<Vec<_>>(),
        "tile": region.tile,
        "parts": parts(dataset, place.region),
        "part": part_id(dataset, place, place.part),
        "theme": only.section.map(|section| section.id(dataset)),
        "developments": developments,
        "action_lines": lines,
        "silent_themes": silent,
        "focus": focus,
        "notes": notes,
    });
    write(&answer, out)
}

/// Writes a value as JSON with an indent, and a newline at its end.
///
/// # Errors
/// When the writer fails.
pub fn write(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

fn parts(dataset: &Dataset<'_>, region: crate::dataset::RegionIx) -> Vec<Value> {
    dataset[region].parts.iter().map(|p| json!({"id": p.id.as_str(), "name": p.name.as_str()})).collect()
}

fn part_id(dataset: &Dataset<'_>, place: Place, part: Option<crate::dataset::PartIx>) -> Option<String> {
    part.map(|p| dataset[place.region].parts[p.place()].id.to_string())
}

/// An entry with its tags as ids.
pub fn entry(dataset: &Dataset<'_>, entry: &Entry<'_>) -> Value {
    let mut value = Map::new();
    value.insert("id".into(), entry.id.as_str().into());
    value.insert("part".into(), json!(part_id(dataset, Place::whole(entry.region), entry.part)));
    match entry.kind {
        EntryKind::Development => {}
        EntryKind::ActionLine(theme) => {
            value.insert("theme".into(), dataset[theme].id.as_str().into());
        }
        EntryKind::Focus(focus) => {
            let doelgroep = focus
                .doelgroep
                .map(|p| dataset[crate::dataset::Column { axis: Axis::Doelgroepen, place: p }].id.to_string());
            value.insert("box".into(), focus.number.into());
            value.insert("doelgroep".into(), or_unknown(doelgroep));
            value.insert("basis".into(), focus.basis.key().into());
        }
    }
    value.insert("text".into(), entry.text.as_str().into());
    value.insert("figures".into(), entry.figures.iter().map(|f| figure(dataset, f)).collect());
    value.insert("topics".into(), entry.topics.iter().map(|t| dataset[*t].id.as_str()).collect::<Vec<_>>().into());
    for axis in Axis::ALL {
        let ids: Vec<&str> = dataset
            .columns(axis)
            .filter(|(c, _)| entry.tags(axis).contains(usize::from(c.place)))
            .map(|(_, column)| column.id.as_str())
            .collect();
        value.insert(axis.key().into(), ids.into());
    }
    value.insert("source".into(), source(dataset, entry.source));
    Value::Object(value)
}

fn figure(dataset: &Dataset<'_>, figure: &Figure) -> Value {
    let metric = &dataset[figure.metric];
    json!({
        "metric": metric.id.as_str(),
        "unit": metric.unit.as_str(),
        "from": point(figure.from),
        "to": point(figure.to),
    })
}

/// One end of a figure; null where the source gives none.
pub fn point(point: Option<Point>) -> Value {
    point.map_or(Value::Null, |p| json!({"year": p.year, "value": p.value}))
}

/// A value, or the word for one that the source has and that was lost: null is kept for what there is none of.
pub fn or_unknown(value: Option<impl Into<Value>>) -> Value {
    value.map_or_else(|| UNKNOWN.into(), Into::into)
}

/// The word for what is unknown, in all data that is printed.
pub const UNKNOWN: &str = "unknown";

fn source(dataset: &Dataset<'_>, source: Source) -> Value {
    json!({"doc": dataset[source.doc].id.as_str(), "page": source.page, "lines": [source.lines.0, source.lines.1]})
}

fn row(dataset: &Dataset<'_>, ix: RowIx) -> Value {
    let row = &dataset[ix];
    let place = Place::whole(row.region);
    let covers: Vec<Option<String>> = row.covers.iter().map(|p| part_id(dataset, place, Some(*p))).collect();
    let actions: Vec<Value> = dataset
        .entries_of(row.region)
        .filter(|(_, e)| matches!(e.kind, EntryKind::Focus(focus) if focus.row == ix))
        .map(|(_, e)| entry(dataset, e))
        .collect();
    json!({
        "part": part_id(dataset, place, row.part),
        "covers": covers,
        "sectors": row_axis(dataset, row, Axis::Sectors),
        "doelgroepen": row_axis(dataset, row, Axis::Doelgroepen),
        "actions": actions,
    })
}

/// One axis of a row, with its cells by column id.
pub fn row_axis(dataset: &Dataset<'_>, row: &Row, axis: Axis) -> Value {
    let shown = row.axis(axis);
    let mut value = Map::new();
    value.insert("marks".into(), or_unknown(shown.marks));
    if axis == Axis::Doelgroepen {
        value.insert("boxes".into(), or_unknown(shown.boxes));
    }
    let mut cells = Map::new();
    for ((_, column), cell) in dataset.columns(axis).zip(&shown.cells) {
        let evidence: Vec<&str> = cell.evidence.iter().map(|e| dataset[*e].id.as_str()).collect();
        let cell = json!({"value": cell.value.key(), "ground": cell.ground.key(), "evidence": evidence});
        cells.insert(column.id.to_string(), cell);
    }
    value.insert("cells".into(), Value::Object(cells));
    value.insert("source".into(), source(dataset, shown.source));
    Value::Object(value)
}
