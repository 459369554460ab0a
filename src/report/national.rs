//! The national picture written out, as text and as JSON, and the words for entries of plans, which the agenda and the
//! screen share.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::text::{Manner, Pen};
use super::words;
use crate::dataset::plans::{Item, ItemIx, Plans, Source, Target, Tie, TieBasis, Years};
use crate::dataset::{Axis, Dataset, RegionKind};
use crate::query::find::Place;
use crate::query::national::Section;
use crate::texts::{Lang, Msg};

/// The heading of a section.
pub fn section(section: Section) -> Msg {
    match section {
        Section::Bottlenecks(RegionKind::Zorgkantoor) => Msg::NatBottlenecksZk,
        Section::Bottlenecks(RegionKind::Roaz) => Msg::NatBottlenecksRoaz,
        Section::Findings => Msg::NatFindings,
        Section::Criteria => Msg::NatCriteria,
        Section::Attention => Msg::NatAttention,
        Section::Timeline => Msg::NatTimeline,
        Section::Nza => Msg::NatNza,
        Section::About => Msg::NatAbout,
        Section::Parties => Msg::NatParties,
        Section::Notes => Msg::NatNotes,
    }
}

/// What an entry says, with its number and its name before it.
pub fn line(item: &Item) -> String {
    let nr = item.nr.as_ref().map(|nr| format!("{nr} ")).unwrap_or_default();
    match &item.name {
        Some(name) => format!("{nr}{name}: {}", item.text),
        None => format!("{nr}{}", item.text),
    }
}

/// What an entry says, with the source's own word for it where it stands under another; a name is word enough.
pub fn under(lang: Lang, item: &Item) -> String {
    match &item.name {
        Some(_) => line(item),
        None => format!("{}: {}", kind(lang, item), line(item)),
    }
}

/// The source's own word for what an entry is; of a figure how it is meant.
pub fn kind(lang: Lang, item: &Item) -> String {
    let figure = item.figure.is_some().then_some(item.kind.as_str());
    match figure {
        Some("target") => lang.say(Msg::FigureTarget).to_string(),
        Some("forecast") => lang.say(Msg::FigureForecast).to_string(),
        Some("fact") => lang.say(Msg::FigureFact).to_string(),
        Some("estimate") => lang.say(Msg::FigureEstimate).to_string(),
        _ => item.kind.clone(),
    }
}

/// The name of an entry; where it has none, the beginning of its text.
pub fn name(item: &Item) -> String {
    const WORDS: usize = 6;
    item.name.clone().unwrap_or_else(|| {
        let words: Vec<&str> = item.text.split(' ').collect();
        let more = if words.len() > WORDS { "…" } else { "" };
        words.into_iter().take(WORDS).collect::<Vec<_>>().join(" ") + more
    })
}

/// What is told of an entry beside its text: moment, status, sectors, doelgroepen, parties.
pub fn about(dataset: &Dataset<'_>, lang: Lang, item: &Item) -> String {
    let mut said: Vec<String> = Vec::new();
    said.extend(item.when.as_ref().map(|when| lang.fill(Msg::AgendaSaid, &[when])));
    said.extend(item.status.as_ref().map(|status| lang.fill(Msg::AgendaStatus, &[status])));
    for (axis, msg) in [(Axis::Sectors, Msg::NatSectors), (Axis::Doelgroepen, Msg::NatDoelgroepen)] {
        let names: Vec<&str> = dataset
            .columns(axis)
            .filter(|(column, _)| item.tags(axis).contains(usize::from(column.place)))
            .map(|(column, _)| words::column(dataset, lang, column))
            .collect();
        said.extend((!names.is_empty()).then(|| lang.fill(msg, &[&names.join(", ")])));
    }
    said.extend(parties(dataset.plans(), lang, item));
    said.join("; ")
}

/// Who takes part in an entry, with the part that each plays.
pub fn parties(plans: &Plans, lang: Lang, item: &Item) -> Option<String> {
    let named = |party: &crate::dataset::plans::PartyRef| {
        let name = name(&plans[party.party]);
        party.part.as_ref().map_or(name.clone(), |part| format!("{name} ({part})"))
    };
    let names: Vec<String> = item.parties.iter().map(named).collect();
    (!names.is_empty()).then(|| lang.fill(Msg::NatParty, &[&names.join(", ")]))
}

/// Document and heading of a source.
pub fn source(dataset: &Dataset<'_>, lang: Lang, source: &Source) -> String {
    lang.fill(Msg::NatSourceSection, &[&dataset[source.doc].title, &source.section])
}

/// What an entry is tied to, and who ties them.
pub fn tie(dataset: &Dataset<'_>, lang: Lang, tie: Tie) -> String {
    let to = match tie.to {
        Target::Item(ix) => name(&dataset.plans()[ix]),
        Target::Entry(ix) => dataset[ix].text.to_string(),
        Target::Region(ix) => words::place(dataset, lang, Place::whole(ix)),
    };
    let basis = match tie.basis {
        TieBasis::Stated => Msg::NatTieStated,
        TieBasis::Inferred => Msg::NatTieInferred,
    };
    lang.fill(basis, &[&to])
}

/// `national`: the sections with their entries, those under them indented.
///
/// # Errors
/// When the writer fails.
pub fn text(dataset: &Dataset<'_>, sections: &[Section], manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let lang = manner.lang;
    let mut pen = Pen { out, manner };
    let plans = dataset.plans();
    let Some(national) = plans.national() else { return pen.plain("", lang.say(Msg::NatNone)) };
    pen.bold(lang.say(Msg::NatTitle))?;
    pen.dim("", &lang.fill(Msg::SourceLine, &[&dataset[plans[national].doc].title]))?;
    for section in sections {
        pen.blank()?;
        pen.bold(lang.say(self::section(*section)))?;
        for (ix, item) in section.entries(plans, national) {
            entry(&mut pen, dataset, ix, item)?;
            for (ix, item) in plans.under(ix) {
                entry(&mut pen, dataset, ix, item)?;
            }
        }
        if *section == Section::Notes {
            for note in &plans[national].notes {
                pen.plain("- ", &note.text)?;
                let headings: Vec<&str> = note.sources.iter().map(|s| s.section.as_str()).collect();
                pen.dim("    ", &headings.join("; "))?;
            }
        }
    }
    Ok(())
}

fn entry(pen: &mut Pen<'_>, dataset: &Dataset<'_>, ix: ItemIx, item: &Item) -> io::Result<()> {
    let lang = pen.manner.lang;
    let plans = dataset.plans();
    let indent = "  ".repeat(usize::from(item.depth));
    let text = if item.depth == 0 { line(item) } else { under(lang, item) };
    pen.plain(&format!("{indent}- "), &text)?;
    let about = about(dataset, lang, item);
    // A heading that is the same as above is not said again.
    let above = item.parent.map(|parent| plans[parent].source.section.as_str());
    let heading = (above != Some(&item.source.section)).then(|| item.source.section.clone());
    let said: Vec<String> = [about].into_iter().chain(heading).filter(|said| !said.is_empty()).collect();
    if !said.is_empty() {
        pen.dim(&format!("{indent}    "), &said.join("; "))?;
    }
    for tied in &plans[ix].ties {
        pen.dim(&format!("{indent}    → "), &tie(dataset, lang, *tied))?;
    }
    Ok(())
}

/// `national --format json`.
///
/// # Errors
/// When the writer fails.
pub fn json(dataset: &Dataset<'_>, sections: &[Section], out: &mut dyn Write) -> io::Result<()> {
    let plans = dataset.plans();
    let Some(national) = plans.national() else {
        return super::json::write(&json!({"source": null, "sections": []}), out);
    };
    let sections: Vec<Value> = sections
        .iter()
        .map(|section| match section {
            Section::Notes => {
                let note = |note: &crate::dataset::plans::Note| {
                    let sources: Vec<Value> = note.sources.iter().map(|s| json_source(dataset, s)).collect();
                    json!({"text": note.text, "sources": sources})
                };
                json!({"section": section.key(), "notes": plans[national].notes.iter().map(note).collect::<Vec<_>>()})
            }
            _ => {
                let entries = section.entries(plans, national);
                let entries: Vec<Value> = entries.into_iter().map(|(ix, _)| json_tree(dataset, ix)).collect();
                json!({"section": section.key(), "entries": entries})
            }
        })
        .collect();
    let doc = &dataset[plans[national].doc];
    super::json::write(
        &json!({"source": {"doc": doc.id.as_str(), "title": doc.title.as_str()}, "sections": sections}),
        out,
    )
}

fn json_tree(dataset: &Dataset<'_>, ix: ItemIx) -> Value {
    let plans = dataset.plans();
    let mut value = json_item(dataset, ix);
    let children: Vec<Value> = plans.children(ix).map(|(child, _)| json_tree(dataset, child)).collect();
    value.insert("children".into(), children.into());
    Value::Object(value)
}

/// An entry of a plan or of the national picture, without what stands under it.
pub(super) fn json_item(dataset: &Dataset<'_>, ix: ItemIx) -> Map<String, Value> {
    let plans = dataset.plans();
    let item = &plans[ix];
    let columns = |axis: Axis| -> Vec<&str> {
        let tagged = dataset.columns(axis).filter(|(c, _)| item.tags(axis).contains(usize::from(c.place)));
        tagged.map(|(_, column)| column.id.as_str()).collect()
    };
    let topics: Vec<&str> = item.topics.iter().map(|t| dataset[*t].id.as_str()).collect();
    let party = |party: &crate::dataset::plans::PartyRef| {
        let named = &plans[party.party];
        json!({"id": named.id, "name": named.name, "as": party.part})
    };
    let link = |tie: &Tie| {
        let to = match tie.to {
            Target::Item(ix) => plans[ix].id.as_str(),
            Target::Entry(ix) => dataset[ix].id.as_str(),
            Target::Region(ix) => dataset[ix].id.as_str(),
        };
        json!({"to": to, "basis": tie.basis.key()})
    };
    let mut value = Map::new();
    value.insert("id".into(), item.id.as_str().into());
    value.insert("role".into(), item.role.key().into());
    value.insert("kind".into(), item.kind.as_str().into());
    value.insert("nr".into(), json!(item.nr));
    value.insert("name".into(), json!(item.name));
    value.insert("text".into(), item.text.as_str().into());
    value.insert("years".into(), json_years(item.years));
    value.insert("when".into(), json!(item.when));
    value.insert("status".into(), json!(item.status));
    value.insert("parties".into(), item.parties.iter().map(party).collect());
    value.insert("topics".into(), topics.into());
    value.insert("sectors".into(), columns(Axis::Sectors).into());
    value.insert("doelgroepen".into(), columns(Axis::Doelgroepen).into());
    value.insert("links".into(), item.ties.iter().map(link).collect());
    value.insert("source".into(), json_source(dataset, &item.source));
    value
}

/// First and last year, where there is one.
pub(super) fn json_years(years: Option<Years>) -> Value {
    years.map_or(Value::Null, |years| json!({"from": years.from, "to": years.to}))
}

fn json_source(dataset: &Dataset<'_>, source: &Source) -> Value {
    let (first, last) = source.lines;
    json!({"doc": dataset[source.doc].id.as_str(), "page": null, "section": source.section, "lines": [first, last]})
}
