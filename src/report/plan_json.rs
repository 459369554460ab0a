//! `plan` as JSON. The answer: `region`, `doc` (`id`, `title`), `theme` (the id of the plan's theme, or of the theme of
//! the impactkaart whose topics were asked for; null where all is shown), `lists` (each `list` with its `entries`) and
//! `notes` (`text`, `sources`; only where all is shown).
//!
//! An entry has `id`, `kind` (the plan's own word; of a figure `target`, `forecast`, `fact` or `estimate`), `role` (the
//! same over all plans), `nr`, `name`, `text`, `also`, `topics`, `sectors`, `doelgroepen`, `source` (`doc`, `section`,
//! `lines`), `ties` (`to`, `basis`: `stated` or `inferred`), `parties` (`party`, `name`, `as`), `years` (`from`, `to`),
//! `when` and `status` in the plan's words, `figure` (`metric`, `value`, `value_to`, `bound`, `said`, `unit`, `year`,
//! `from`, `scope`), `version`, `inhabitants`, `baseline`, `target`, and `children`. What the plan does not say is null.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::write as write_json;
use super::plan::Telling;
use crate::dataset::plans::{Item, ItemIx, Source, Target, TieBasis, WorkIx};
use crate::dataset::{Axis, Dataset};
use crate::query::plan::{Only, outline};

/// `plan --format json`.
///
/// # Errors
/// When the writer fails.
pub fn write(telling: &Telling<'_>, work: WorkIx, only: &Only, out: &mut dyn Write) -> io::Result<()> {
    let Telling { dataset, plans, .. } = *telling;
    let lists = outline(plans, work, only).into_iter().map(|listed| {
        let mut items = listed.items.as_slice();
        json!({"list": listed.list.key(), "entries": entries(telling, &mut items, 0)})
    });
    let lists: Vec<Value> = lists.collect();
    let theme = match only {
        Only::All => None,
        Only::Theme(theme) => Some(plans[*theme].id.as_str()),
        Only::Topics(theme, _) => Some(dataset[*theme].id.as_str()),
    };
    let notes = plans[work].notes.iter().filter(|_| *only == Only::All).map(|note| {
        let sources: Vec<Value> = note.sources.iter().map(|s| source(dataset, s)).collect();
        json!({"text": note.text, "sources": sources})
    });
    let doc = &dataset[plans[work].doc];
    let answer = json!({
        "region": plans[work].region.map(|r| dataset[r].id.as_str()),
        "doc": {"id": doc.id.as_str(), "title": doc.title.as_str()},
        "theme": theme,
        "lists": lists,
        "notes": notes.collect::<Vec<_>>(),
    });
    write_json(&answer, out)
}

/// The entries at a depth, each with those behind it that stand deeper.
fn entries(telling: &Telling<'_>, left: &mut &[ItemIx], depth: u8) -> Vec<Value> {
    let mut out = Vec::new();
    while let Some((&ix, rest)) = left.split_first() {
        let item = &telling.plans[ix];
        if item.depth < depth {
            break;
        }
        *left = rest;
        let children = entries(telling, left, item.depth.saturating_add(1));
        out.push(entry(telling, item, children));
    }
    out
}

fn entry(telling: &Telling<'_>, item: &Item, children: Vec<Value>) -> Value {
    let Telling { dataset, plans, inferred, .. } = *telling;
    let ties = item.ties.iter().filter(|tie| inferred || tie.basis == TieBasis::Stated).map(|tie| {
        let to = match tie.to {
            Target::Item(ix) => plans[ix].id.as_str(),
            Target::Entry(ix) => dataset[ix].id.as_str(),
            Target::Region(ix) => dataset[ix].id.as_str(),
        };
        json!({"to": to, "basis": tie.basis.key()})
    });
    let parties = item.parties.iter().map(|party| {
        let named = &plans[party.party];
        json!({"party": named.id, "name": named.name, "as": party.part})
    });
    json!({
        "id": item.id,
        "kind": item.kind,
        "role": item.role.key(),
        "nr": item.nr,
        "name": item.name,
        "text": item.text,
        "also": item.also,
        "topics": item.topics.iter().map(|t| dataset[*t].id.as_str()).collect::<Vec<_>>(),
        "sectors": tags(dataset, item, Axis::Sectors),
        "doelgroepen": tags(dataset, item, Axis::Doelgroepen),
        "source": source(dataset, &item.source),
        "ties": ties.collect::<Vec<_>>(),
        "parties": parties.collect::<Vec<_>>(),
        "years": item.years.map(|years| json!({"from": years.from, "to": years.to})),
        "when": item.when,
        "status": item.status,
        "figure": figure(item),
        "version": item.more.version,
        "inhabitants": item.more.inhabitants,
        "baseline": item.more.baseline,
        "target": item.more.target,
        "children": children,
    })
}

fn figure(item: &Item) -> Option<Value> {
    let figure = item.figure.as_ref()?;
    Some(json!({
        "metric": figure.metric,
        "value": figure.value,
        "value_to": figure.value_to,
        "bound": figure.bound.map(|b| b.key()),
        "said": figure.said,
        "unit": figure.unit,
        "year": figure.year,
        "from": figure.from.map(|from| json!({"year": from.year, "value": from.value})),
        "scope": figure.scope.map(|s| s.key()),
    }))
}

fn tags<'d>(dataset: &'d Dataset<'_>, item: &Item, axis: Axis) -> Vec<&'d str> {
    let tags = item.tags(axis);
    let tagged = dataset.columns(axis).filter(|(column, _)| tags.contains(usize::from(column.place)));
    tagged.map(|(_, column)| column.id.as_str()).collect()
}

fn source(dataset: &Dataset<'_>, source: &Source) -> Value {
    json!({"doc": dataset[source.doc].id.as_str(), "section": source.section, "lines": [source.lines.0, source.lines.1]})
}
