//! A comparison as JSON. Developments stand in `themes` under the id `developments`, before the seven themes. Cells
//! are `yes`, `no`, `unknown`, or `mixed` where a region has several rows that differ; `elsewhere` holds the entries
//! by which the side without one names the topic, or another of the row's entries, in other rows and sections, and
//! `named_by` who names it under this theme: a side without an entry in the row may name it in another one. What the
//! text boxes plan stands in `focus_actions` by doelgroep, `unknown` where a box cannot be assigned. Where a side has a
//! regioplan, the rows of both plans follow under the id `plan`, with ids of their entries; there are none where only
//! one side has one.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::{or_unknown, point, write};
use crate::dataset::plans::ItemIx;
use crate::dataset::{Dataset, EntryIx, Figure};
use crate::query::compare::{Comparison, Only, Section, Texts, change};
use crate::query::find::Place;
use crate::query::pairing::{Side, Who};

/// `compare --format json`.
///
/// # Errors
/// When the writer fails.
pub fn compare(
    dataset: &Dataset<'_>,
    comparison: &Comparison,
    wanted: &[Section],
    only: Only,
    out: &mut dyn Write,
) -> io::Result<()> {
    let themes: Vec<Value> = comparison
        .texts
        .iter()
        .filter(|texts| wanted.contains(&texts.section))
        .map(|texts| {
            let id = match texts.section {
                Section::Theme(theme) => dataset[theme].id.as_str(),
                _ => "developments",
            };
            let rows = texts.rows.iter().filter(|row| only.shows(row.who)).map(|row| {
                json!({
                    "topic": dataset[row.topic].id.as_str(),
                    "a": ids(dataset, &row.entries.a),
                    "b": ids(dataset, &row.entries.b),
                    "elsewhere": ids(dataset, &row.elsewhere),
                    "named_by": who(row.who),
                })
            });
            let silent = |side: Side| silences(dataset, comparison, texts, side);
            let silent = json!({"a": silent(Side::A), "b": silent(Side::B)});
            json!({"theme": id, "rows": rows.collect::<Vec<_>>(), "silent": silent})
        })
        .collect();
    let plan = comparison.plan.iter().filter(|_| wanted.contains(&Section::Plan));
    let plan = plan.map(|texts| {
        let ids = |items: &[ItemIx]| items.iter().map(|ix| dataset.plans()[*ix].id.as_str()).collect::<Vec<_>>();
        let rows = texts.rows.iter().filter(|row| only.shows(row.who)).map(|row| {
            json!({
                "topic": dataset[row.topic].id.as_str(),
                "a": ids(&row.entries.a),
                "b": ids(&row.entries.b),
                "elsewhere": ids(&row.elsewhere),
                "named_by": who(row.who),
            })
        });
        json!({"theme": "plan", "rows": rows.collect::<Vec<_>>(), "silent": {"a": [], "b": []}})
    });
    let themes: Vec<Value> = themes.into_iter().chain(plan).collect();
    let cells = comparison.focus.iter().filter(|c| wanted.contains(&Section::Focus) && only.shows_cell(c));
    let focus: Vec<Value> = cells
        .map(|cell| {
            json!({
                "axis": cell.column.axis.key(),
                "column": dataset[cell.column].id.as_str(),
                "a": cell.seen.a.key(),
                "b": cell.seen.b.key(),
                "differs": cell.differs(),
            })
        })
        .collect();
    let actions = comparison.actions.iter().filter(|row| wanted.contains(&Section::Focus) && row.shown(only));
    let actions: Vec<Value> = actions
        .map(|row| {
            json!({
                "doelgroep": or_unknown(row.doelgroep.map(|column| dataset[column].id.as_str())),
                "a": ids(dataset, &row.entries.a),
                "b": ids(dataset, &row.entries.b),
                "certain": row.sure,
            })
        })
        .collect();
    let given = comparison.figures.iter().filter(|r| wanted.contains(&Section::Figures) && only.shows(r.who()));
    let figures: Vec<Value> = given
        .map(|row| {
            let side =
                |side: Side| row.figures.of(side).iter().map(|(e, f)| figure(dataset, *e, f)).collect::<Vec<_>>();
            let metric = &dataset[row.metric];
            json!({"metric": metric.id.as_str(), "unit": metric.unit.as_str(), "a": side(Side::A), "b": side(Side::B)})
        })
        .collect();
    let answer = json!({
        "a": place(dataset, comparison.places.a),
        "b": place(dataset, comparison.places.b),
        "themes": themes,
        "focus": focus,
        "focus_actions": actions,
        "figures": figures,
    });
    write(&answer, out)
}

/// Who names the topic of a row.
pub fn who(who: Who) -> &'static str {
    match who {
        Who::Both => "both",
        Who::OnlyA => "a",
        Who::OnlyB => "b",
    }
}

/// Where the source says nothing under a theme, and how it shows that.
fn silences(dataset: &Dataset<'_>, comparison: &Comparison, texts: &Texts, side: Side) -> Vec<Value> {
    let region = &dataset[comparison.places.of(side).region];
    let silences = texts.silences.of(side).iter().filter_map(|i| region.silences.get(*i));
    let part = |part: crate::dataset::PartIx| region.parts.get(part.place()).map(|part| part.id.as_str());
    silences.map(|silence| json!({"part": silence.part.and_then(part), "reason": silence.reason.key()})).collect()
}

fn ids<'d>(dataset: &'d Dataset<'_>, entries: &[EntryIx]) -> Vec<&'d str> {
    entries.iter().map(|e| dataset[*e].id.as_str()).collect()
}

fn place(dataset: &Dataset<'_>, place: Place) -> Value {
    let region = &dataset[place.region];
    let part = place.part.and_then(|p| region.parts.get(p.place())).map(|p| p.id.as_str());
    json!({"region": region.id.as_str(), "part": part})
}

fn figure(dataset: &Dataset<'_>, entry: EntryIx, figure: &Figure) -> Value {
    json!({
        "entry": dataset[entry].id.as_str(),
        "from": point(figure.from),
        "to": point(figure.to),
        "change": change(figure),
    })
}
