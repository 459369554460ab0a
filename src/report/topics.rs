//! Topics: their words, the same on the screen and in what `topics` prints, as text and as JSON.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use super::lines::{pad, wrap};
use super::text::{Manner, Pen};
use super::{json as data, words};
use crate::dataset::{Dataset, RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::portrait::Section;
use crate::query::topics::{Beside, Index, OFTEN, Says, Scope, Sort, Tally, regions_of, section_of};
use crate::texts::{Lang, Msg};

/// What a bar is made of.
pub const BAR: &str = "━";

/// The name of a topic.
pub fn name<'d>(dataset: &'d Dataset<'_>, lang: Lang, topic: TopicIx) -> &'d str {
    lang.pick(&dataset[topic].name, &dataset[topic].name_en)
}

/// A number of regions.
pub fn regions(lang: Lang, n: usize) -> String {
    words::counted(lang, n, Msg::OneRegion, Msg::SomeRegions)
}

/// A number of regions of a kind.
pub fn regions_of_kind(lang: Lang, n: usize, kind: Option<RegionKind>) -> String {
    match kind {
        None => regions(lang, n),
        Some(kind) => format!("{n} {}", lang.say(of_kind(kind))),
    }
}

fn of_kind(kind: RegionKind) -> Msg {
    match kind {
        RegionKind::Zorgkantoor => Msg::ManyZorgkantoor,
        RegionKind::Roaz => Msg::ManyRoaz,
    }
}

/// A number of mentions.
pub fn mentions(lang: Lang, n: usize) -> String {
    words::counted(lang, n, Msg::OneMention, Msg::SomeMentions)
}

/// A number of topics.
pub fn topics(lang: Lang, n: usize) -> String {
    words::counted(lang, n, Msg::OneTopic, Msg::SomeTopics)
}

/// The section in few words, all of them where none is asked for.
pub fn under(dataset: &Dataset<'_>, lang: Lang, section: Option<Section>) -> String {
    match section {
        None => lang.say(Msg::TopicsAllThemes).to_string(),
        Some(section) => short(dataset, lang, section),
    }
}

/// A section in few words.
pub fn short(dataset: &Dataset<'_>, lang: Lang, section: Section) -> String {
    match section {
        Section::Developments => lang.say(Msg::CompareShortDevelopments).to_string(),
        Section::Theme(theme) => lang.pick(&dataset[theme].short, &dataset[theme].name_en).to_string(),
        Section::Focus => lang.say(Msg::CompareShortFocus).to_string(),
        Section::Notes => lang.say(Msg::Notes).to_string(),
    }
}

/// The regions that are looked at.
pub fn kind(lang: Lang, kind: Option<RegionKind>) -> &'static str {
    match kind {
        None => lang.say(Msg::TopicsAllKinds),
        Some(RegionKind::Zorgkantoor) => lang.say(Msg::MatrixOnlyZorgkantoor),
        Some(RegionKind::Roaz) => lang.say(Msg::MatrixOnlyRoaz),
    }
}

/// The order of a list.
pub fn sort(sort: Sort) -> Msg {
    match sort {
        Sort::Regions => Msg::TopicsByRegions,
        Sort::Entries => Msg::TopicsByEntries,
        Sort::Name => Msg::TopicsByName,
    }
}

/// How often a topic is named: "36 van 41 regio's (28 zorgkantoor, 8 ROAZ), 64 vermeldingen".
pub fn tally(dataset: &Dataset<'_>, lang: Lang, tally: Tally, kind: Option<RegionKind>) -> String {
    let of = regions_of_kind(lang, regions_of(dataset, kind), kind);
    let said = mentions(lang, tally.entries);
    match kind {
        None => lang.fill(Msg::TopicsOf, &[&tally.regions(), &of, &tally.zorgkantoor, &tally.roaz, &said]),
        Some(_) => lang.fill(Msg::TopicsOfKind, &[&tally.regions(), &of, &said]),
    }
}

/// How many regions name a topic under each section.
pub fn by_section(dataset: &Dataset<'_>, lang: Lang, tallies: &[(Section, Tally)]) -> String {
    let said = tallies.iter().map(|(section, tally)| format!("{} {}", short(dataset, lang, *section), tally.regions()));
    lang.fill(Msg::TopicsPerTheme, &[&said.collect::<Vec<_>>().join(" · ")])
}

/// A topic that stands beside another, with how often.
pub fn beside(dataset: &Dataset<'_>, lang: Lang, beside: &Beside) -> String {
    let name = name(dataset, lang, beside.topic);
    lang.fill(Msg::TopicsBesideOne, &[&name, &regions(lang, beside.regions), &mentions(lang, beside.entries)])
}

/// How it is counted what stands beside what.
pub fn beside_rule(lang: Lang) -> String {
    lang.fill(Msg::TopicsBesideRule, &[&OFTEN])
}

/// The heading of what is said under a section, with the part that says it.
pub fn says(dataset: &Dataset<'_>, lang: Lang, region: crate::dataset::RegionIx, says: &Says) -> String {
    let section = words::section(dataset, lang, says.section);
    match says.part.and_then(|part| dataset[region].parts.get(part.place())) {
        Some(part) => format!("{section} ({})", part.name),
        None => section,
    }
}

/// How many cells of a bar are full; what is not nothing shows.
pub fn bar(n: usize, of: usize, cells: usize) -> usize {
    if n == 0 || of == 0 {
        return 0;
    }
    ((n * cells * 2 + of) / (of * 2)).max(1).min(cells)
}

/// What is asked of `topics`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Which entries count.
    pub scope: Scope,
    /// The order of the list.
    pub sort: Sort,
}

/// `topics`: a line a topic.
///
/// # Errors
/// When the writer fails.
pub fn list(
    dataset: &Dataset<'_>,
    listed: &[(TopicIx, Tally)],
    asked: Asked,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut pen = Pen { out, manner };
    let lang = manner.lang;
    let Scope { under, kind } = asked.scope;
    let all = regions_of(dataset, kind);
    pen.bold(&lang.fill(Msg::TopicsTotal, &[&listed.len()]))?;
    let full = lang.fill(Msg::TopicsFullBar, &[&regions_of_kind(lang, all, kind)]);
    // A bar is for the eye. Piped text is read by programs or aloud, where it would only be in the way.
    let bars = manner.width.is_some();
    let how = [&self::under(dataset, lang, under), self::kind(lang, kind), lang.say(sort(asked.sort)), &full];
    pen.dim("", &how.get(..how.len() - usize::from(!bars)).unwrap_or_default().join("; "))?;
    pen.blank()?;
    let heads = [Msg::TopicsColumnRegions, Msg::TopicsColumnEntries].map(|msg| lang.say(msg));
    let numbers = heads[0].width() + heads[1].width() + 4;
    // Names come before bars.
    let cells = manner.width.map_or(20, |width| width.saturating_sub(numbers + 2 + 28).clamp(4, 20));
    let longest = listed.iter().map(|(topic, _)| name(dataset, lang, *topic).width()).max().unwrap_or(0);
    let room = manner.width.map_or(longest, |width| width.saturating_sub(numbers + cells + 2).max(16));
    let width = longest.min(room).max(lang.say(Msg::TopicsColumn).width());
    pen.dim(&format!("{}  {}  {}", pad(lang.say(Msg::TopicsColumn), width), heads[0], heads[1]), "")?;
    for (topic, tally) in listed {
        let mut lines = wrap(name(dataset, lang, *topic), width).into_iter();
        let first = pad(&lines.next().unwrap_or_default(), width);
        let (regions, entries) = (tally.regions(), tally.entries);
        let bar = if bars { BAR.repeat(bar(regions, all, cells)) } else { String::new() };
        let (a, b) = (heads[0].width(), heads[1].width());
        pen.plain(format!("{first}  {regions:>a$}  {entries:>b$}  {bar}").trim_end(), "")?;
        for rest in lines {
            pen.plain(&rest, "")?;
        }
    }
    Ok(())
}

/// `topics --format json`.
///
/// # Errors
/// When the writer fails.
pub fn list_json(
    dataset: &Dataset<'_>,
    index: &Index,
    listed: &[(TopicIx, Tally)],
    scope: Scope,
    out: &mut dyn Write,
) -> io::Result<()> {
    let topics = listed.iter().map(|(topic, tally)| {
        let mut value = head(dataset, *topic, *tally);
        let themes = index.by_section(dataset, *topic, scope.kind).into_iter();
        let themes = themes.filter(|(section, _)| scope.under.is_none_or(|under| under == *section));
        let themes: Map<String, Value> =
            themes.map(|(section, tally)| (section.id(dataset).to_string(), counts(tally))).collect();
        value.insert("themes".into(), Value::Object(themes));
        Value::Object(value)
    });
    data::write(&Value::Array(topics.collect()), out)
}

fn counts(tally: Tally) -> Value {
    json!({"regions": tally.regions(), "entries": tally.entries})
}

fn head(dataset: &Dataset<'_>, topic: TopicIx, tally: Tally) -> Map<String, Value> {
    let said = &dataset[topic];
    let mut value = Map::new();
    value.insert("id".into(), said.id.as_str().into());
    value.insert("name".into(), said.name.as_str().into());
    value.insert("regions".into(), tally.regions().into());
    value.insert("entries".into(), tally.entries.into());
    value.insert("zorgkantoor".into(), tally.zorgkantoor.into());
    value.insert("roaz".into(), tally.roaz.into());
    value
}

/// `topics TOPIC`: who says what about a topic, and what often stands beside it.
///
/// # Errors
/// When the writer fails.
pub fn detail(
    dataset: &Dataset<'_>,
    index: &Index,
    topic: TopicIx,
    scope: Scope,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut pen = Pen { out, manner };
    let lang = manner.lang;
    pen.bold(name(dataset, lang, topic))?;
    pen.dim("", &tally(dataset, lang, index.tally(dataset, topic, scope), scope.kind))?;
    if let Some(section) = scope.under {
        pen.dim("", &words::section(dataset, lang, section))?;
    } else {
        pen.dim("", &by_section(dataset, lang, &index.by_section(dataset, topic, scope.kind)))?;
        pen.dim("", lang.say(Msg::TopicsPerThemeRule))?;
    }
    let speakers = index.speakers(dataset, topic, scope);
    if speakers.is_empty() {
        pen.blank()?;
        return pen.plain("", lang.say(Msg::TopicsNobody));
    }
    for speaker in &speakers {
        pen.blank()?;
        pen.bold(&words::place(dataset, lang, Place::whole(speaker.region)))?;
        for said in &speaker.says {
            pen.plain("", &format!("{}:", says(dataset, lang, speaker.region, said)))?;
            for entry in &said.entries {
                pen.plain("- ", &dataset[*entry].text)?;
                let page = words::pages(lang, &[dataset[*entry].source]);
                let others: Vec<TopicIx> = dataset[*entry].topics.iter().copied().filter(|t| *t != topic).collect();
                let under = [words::topics(dataset, lang, &others), page];
                let under: Vec<String> = under.into_iter().filter(|piece| !piece.is_empty()).collect();
                pen.dim("    ", &under.join("; "))?;
            }
        }
    }
    pen.blank()?;
    pen.bold(lang.say(Msg::TopicsBeside))?;
    let often = index.beside(dataset, topic, scope);
    if often.is_empty() {
        pen.dim("", lang.say(Msg::TopicsBesideNone))?;
    }
    for other in &often {
        pen.plain("- ", &beside(dataset, lang, other))?;
    }
    pen.dim("", &beside_rule(lang))?;
    source(dataset, index, topic, &mut pen)
}

/// The document that is cited.
fn source(dataset: &Dataset<'_>, index: &Index, topic: TopicIx, pen: &mut Pen<'_>) -> io::Result<()> {
    let Some(entry) = index.mentions(dataset, topic, Scope::default()).next() else { return Ok(()) };
    pen.blank()?;
    let title = &dataset[dataset[entry].source.doc].title;
    pen.dim("", &pen.manner.lang.fill(Msg::SourceLine, &[title]))
}

/// `topics TOPIC --format json`.
///
/// # Errors
/// When the writer fails.
pub fn detail_json(
    dataset: &Dataset<'_>,
    index: &Index,
    topic: TopicIx,
    scope: Scope,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut topic_value = head(dataset, topic, index.tally(dataset, topic, scope));
    topic_value.insert("name_en".into(), dataset[topic].name_en.as_str().into());
    let regions = index.speakers(dataset, topic, scope).into_iter().map(|speaker| {
        let entries = speaker.says.iter().flat_map(|says| &says.entries).map(|ix| {
            let entry = &dataset[*ix];
            let mut value = Map::new();
            // Here every entry says what it is, where `show` tells it by the list that it stands in.
            value.insert("kind".into(), entry.kind.key().into());
            value.insert("under".into(), section_of(entry.kind).id(dataset).into());
            if let Value::Object(said) = data::entry(dataset, entry) {
                value.extend(said);
            }
            Value::Object(value)
        });
        let region = &dataset[speaker.region];
        json!({"region": region.id.as_str(), "kind": region.kind.key(), "entries": entries.collect::<Vec<_>>()})
    });
    let together = index.beside(dataset, topic, scope).into_iter().map(|beside| {
        let other = &dataset[beside.topic];
        json!({
            "id": other.id.as_str(), "name": other.name.as_str(), "regions": beside.regions, "entries": beside.entries,
        })
    });
    let answer = json!({
        "topic": topic_value,
        "theme": scope.under.map(|section| section.id(dataset)),
        "kind": scope.kind.map(RegionKind::key),
        "regions": regions.collect::<Vec<_>>(),
        "together": together.collect::<Vec<_>>(),
    });
    data::write(&answer, out)
}
