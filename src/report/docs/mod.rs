//! The answers as documents, in the words that the screen and the text share. A command that comes later adds a
//! function here, and has Markdown and a page with it.

mod compare;
mod matrix;

pub use compare::compare;
pub use matrix::matrix;

use super::answer::{List, Search, Show, Similar, Topic, Topics};
use super::doc::{Block as Piece, Cell, Document, Head, Look, Table, Text};
use super::{search as hits, similar as alikes, topics as subjects, words};
use crate::dataset::{Dataset, DocIx, EntryIx, RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::portrait::{Block, portrait};
use crate::query::search::spans::{runs, spans};
use crate::query::summary::{counts, namesakes};
use crate::query::topics::regions_of;
use crate::texts::{Lang, Msg};

/// The line that names the document that is cited.
fn source(dataset: &Dataset<'_>, doc: Option<DocIx>, document: &mut Document) {
    if let Some(doc) = doc {
        document.aside(document.lang.fill(Msg::SourceLine, &[&dataset[doc].title]));
    }
}

/// The pieces that are not empty, parted.
fn joined<const N: usize>(pieces: [String; N]) -> String {
    pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The topics of an entry and its page.
fn under(dataset: &Dataset<'_>, lang: Lang, entry: EntryIx) -> String {
    let entry = &dataset[entry];
    joined([words::topics(dataset, lang, &entry.topics), words::pages(lang, &[entry.source])])
}

/// `list`: a table a kind.
pub fn list(answer: &List<'_>, lang: Lang) -> Document {
    let dataset = answer.dataset;
    let mut document = Document::new(lang, lang.say(Msg::DocRegions));
    for kind in [RegionKind::Zorgkantoor, RegionKind::Roaz] {
        if answer.kind.is_some_and(|wanted| wanted != kind) {
            continue;
        }
        let name = lang.say(match kind {
            RegionKind::Zorgkantoor => Msg::ListZorgkantoor,
            RegionKind::Roaz => Msg::ListRoaz,
        });
        let rows = dataset.regions().filter(|(_, region)| region.kind == kind).map(|(ix, region)| {
            let counts = counts(dataset, Place::whole(ix));
            let parts: Vec<String> =
                region.parts.iter().map(|part| format!("{} ({}/{})", part.name, region.id, part.id)).collect();
            let parts = if parts.is_empty() { lang.say(Msg::DocNoParts).to_string() } else { parts.join(", ") };
            let numbers = [counts.developments, counts.action_lines].map(|n| n.to_string());
            let [developments, lines] = numbers;
            [region.name.to_string(), region.id.to_string(), developments, lines, parts].map(Cell::of).to_vec()
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        let say = |msg: Msg| lang.say(msg).to_string();
        let heads = vec![
            Head::of(say(Msg::SimilarColumn)),
            Head::of(say(Msg::DocId)),
            Head::number(say(Msg::DocDevelopments)),
            Head::number(say(Msg::DocActionLines)),
            Head::of(say(Msg::DocParts)),
        ];
        document.heading(2, name);
        let caption = subjects::regions_of_kind(lang, rows.len(), Some(kind));
        document.blocks.push(Piece::Table(Table { caption, heads, rows, totals: Vec::new() }));
    }
    document
}

/// `show`: all that a place says.
pub fn show(answer: &Show<'_>, lang: Lang) -> Document {
    let &Show { dataset, place, only } = answer;
    let region = &dataset[place.region];
    let mut document = Document::new(lang, words::place(dataset, lang, place));
    document.paragraph(Text::of(words::counts(lang, counts(dataset, place))));
    let others = namesakes(dataset, place.region);
    if place.part.is_none() && !others.is_empty() {
        let others: Vec<String> = others.iter().map(|p| words::place(dataset, lang, *p)).collect();
        document.aside(lang.fill(Msg::AlsoCalled, &[&others.join(", ")]));
    }
    // The level under the last heading: a text box stands under its part where the section has parts.
    let mut level = 3;
    for block in portrait(dataset, place, only) {
        match block {
            Block::Section(section) => {
                document.heading(2, words::section(dataset, lang, section));
                level = 3;
            }
            Block::Nothing => document.item(Text::remark(lang.say(Msg::SourceHasNone)), ""),
            Block::Part(part) => {
                let part = part.and_then(|part| region.parts.get(part.place()));
                document.heading(3, part.map_or(lang.say(Msg::WholeRegion), |part| &part.name));
                level = 4;
            }
            Block::Entry(ix) => document.item(Text::data(dataset[ix].text.as_str()), under(dataset, lang, ix)),
            Block::Silence(i) => {
                if let Some(silence) = region.silences.get(i) {
                    let text = Text::remark(lang.say(words::silence(silence.reason)));
                    document.item(text, words::pages(lang, &[silence.source]));
                }
            }
            Block::Row(ix) => {
                for line in words::row(dataset, lang, ix) {
                    match line.heading {
                        true => document.paragraph(Text::default().and(line.text, Look::Strong)),
                        false => document.item(Text::of(line.text), ""),
                    }
                }
                document.aside([Msg::HelpUnknown, Msg::HelpEvidence].map(|msg| lang.say(msg)).join("; "));
            }
            Block::FocusBox(row, number) => document.heading(level, words::focus_box(dataset, lang, row, number)),
            Block::Note(i) => {
                if let Some(note) = region.notes.get(i) {
                    document.item(Text::data(note.text.as_str()), words::pages(lang, &note.sources));
                }
            }
        }
    }
    source(dataset, dataset.entries_of(place.region).next().map(|(_, e)| e.source.doc), &mut document);
    document
}

/// `search`: the hits under their region.
pub fn search(answer: &Search<'_>, lang: Lang) -> Document {
    let Search { dataset, found } = *answer;
    let mut document = Document::new(lang, lang.fill(Msg::DocSearch, &[&found.typed]));
    document.paragraph(Text::of(hits::total(lang, found.answer)));
    for line in hits::counts(dataset, lang, &found.answer.counts) {
        document.aside(line);
    }
    let mut last = None;
    for hit in found.answer.all() {
        let whose = hits::place(dataset, lang, hit);
        if last.as_ref() != Some(&whose) {
            document.heading(2, whose.clone());
            last = Some(whose);
        }
        let said = hits::said(dataset, hit);
        let cut = runs(&said, &spans(&said, found.query));
        let looks = cut
            .into_iter()
            .fold(Text::default(), |text, (run, hit)| text.and_data(run, if hit { Look::Strong } else { Look::Plain }));
        document.item(looks, hits::under(dataset, lang, hit));
    }
    source(dataset, found.answer.hits.first().map(|hit| dataset[*hit].source.doc), &mut document);
    document
}

/// `topics`: a row a topic.
pub fn topics(answer: &Topics<'_>, lang: Lang) -> Document {
    let Topics { dataset, asked, listed, .. } = answer;
    let mut document = Document::new(lang, lang.fill(Msg::TopicsTotal, &[&listed.len()]));
    let scope = asked.scope;
    let how = [
        subjects::under(dataset, lang, scope.under),
        subjects::kind(lang, scope.kind).to_string(),
        lang.say(subjects::sort(asked.sort)).to_string(),
    ];
    document.paragraph(Text::of(how.join("; ")));
    let rows = listed.iter().map(|(topic, tally)| {
        let name = subjects::name(dataset, lang, *topic).to_string();
        [name, tally.regions().to_string(), tally.entries.to_string()].map(Cell::of).to_vec()
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    if rows.is_empty() {
        document.paragraph(Text::of(lang.say(Msg::TopicsNone)));
        return document;
    }
    let heads = vec![
        Head::of(lang.say(Msg::TopicsColumn)),
        Head::number(lang.say(Msg::TopicsColumnRegions)),
        Head::number(lang.say(Msg::TopicsColumnEntries)),
    ];
    let of = subjects::regions_of_kind(lang, regions_of(dataset, scope.kind), scope.kind);
    let caption = lang.fill(Msg::TopicsOfAll, &[&of]);
    document.blocks.push(Piece::Table(Table { caption, heads, rows, totals: Vec::new() }));
    document
}

/// `topics TOPIC`: who says what about a topic, and what often stands beside it.
pub fn topic(answer: &Topic<'_>, lang: Lang) -> Document {
    let &Topic { dataset, index, asked, topic } = answer;
    let scope = asked.scope;
    let mut document = Document::new(lang, subjects::name(dataset, lang, topic));
    let tally = subjects::tally(dataset, lang, index.tally(dataset, topic, scope), scope.kind);
    document.paragraph(Text::of(tally));
    if let Some(section) = scope.under {
        document.aside(words::section(dataset, lang, section));
    } else {
        document.aside(subjects::by_section(dataset, lang, &index.by_section(dataset, topic, scope.kind)));
        document.aside(lang.say(Msg::TopicsPerThemeRule));
    }
    let speakers = index.speakers(dataset, topic, scope);
    if speakers.is_empty() {
        document.paragraph(Text::of(lang.say(Msg::TopicsNobody)));
        return document;
    }
    for speaker in &speakers {
        document.heading(2, words::place(dataset, lang, Place::whole(speaker.region)));
        for said in &speaker.says {
            document.heading(3, subjects::says(dataset, lang, speaker.region, said));
            for &ix in &said.entries {
                let entry = &dataset[ix];
                let others: Vec<TopicIx> = entry.topics.iter().copied().filter(|t| *t != topic).collect();
                let under = joined([words::topics(dataset, lang, &others), words::pages(lang, &[entry.source])]);
                document.item(Text::data(entry.text.as_str()), under);
            }
        }
    }
    document.heading(2, lang.say(Msg::TopicsBeside));
    let often = index.beside(dataset, topic, scope);
    if often.is_empty() {
        document.paragraph(Text::of(lang.say(Msg::TopicsBesideNone)));
    }
    for other in &often {
        document.item(Text::of(subjects::beside(dataset, lang, other)), "");
    }
    document.aside(subjects::beside_rule(lang));
    source(dataset, index.mentions(dataset, topic, scope).next().map(|e| dataset[e].source.doc), &mut document);
    document
}

/// `similar`: the other regions, the most alike first, with the heaviest topics.
pub fn similar(answer: &Similar<'_>, lang: Lang) -> Document {
    let &Similar { dataset, weights, place, kind, found } = answer;
    let mut document = Document::new(lang, lang.fill(Msg::SimilarTitle, &[&words::place(dataset, lang, place)]));
    document.paragraph(Text::of(lang.fill(Msg::SimilarAgainst, &[&subjects::kind(lang, kind)])));
    document.aside(alikes::rule(dataset, lang));
    if kind != Some(RegionKind::Zorgkantoor) {
        document.aside(lang.say(Msg::SimilarSlides));
    }
    if found.is_empty() {
        document.paragraph(Text::of(lang.say(Msg::SimilarNone)));
    }
    for alike in found {
        document.heading(2, words::place(dataset, lang, alike.place));
        document.paragraph(Text::of(alikes::counts(dataset, lang, place, alike)));
        for line in alikes::lines(dataset, lang, weights, place, alike) {
            document.item(Text::of(line), "");
        }
    }
    document
}
