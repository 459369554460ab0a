//! `topics` and `similar`: what was typed, and the answers printed.

use std::io::Write;

use super::args::{AnyKindArg, Format, SimilarArgs, TopicSortArg, TopicsArgs};
use super::error::{Error, code};
use super::plan::{Plan, find_theme, kind, region};
use crate::dataset::{Dataset, RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::find_topic::{NotFound, find};
use crate::query::portrait::Section;
use crate::query::question::Question;
use crate::query::similar::Weights;
use crate::query::topics::{Index, Scope, Sort};
use crate::report::text::Manner;
use crate::report::topics::Asked;
use crate::report::{similar, topics};
use crate::texts::{Lang, Msg};

/// What `topics` will do.
///
/// # Errors
/// [`Error::Usage`] with everything that is wrong: an unknown or ambiguous topic, an unknown theme.
pub fn plan(args: &TopicsArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let mut wrong = Vec::new();
    let mut keep = |line: String| wrong.push(line);
    let typed = args.topic.join(" ");
    let topic = match args.topic.is_empty() {
        true => None,
        false => find(dataset, &typed).map_err(|why| keep(not_found(dataset, lang, &typed, &why))).ok(),
    };
    let under = args.theme.as_deref().and_then(|name| section(dataset, lang, name).map_err(&mut keep).ok());
    if !wrong.is_empty() {
        return Err(Error::Usage(wrong));
    }
    let scope = Scope { under, kind: args.kind.map(kind) };
    let sort = match args.sort {
        TopicSortArg::Regions => Sort::Regions,
        TopicSortArg::Entries => Sort::Entries,
        TopicSortArg::Name => Sort::Name,
    };
    Ok(match args.open {
        true => Plan::Screen(Question::Topics(topic, scope, sort)),
        false => Plan::Topics(topic, Asked { scope, sort }, args.format),
    })
}

/// What `similar` will do.
///
/// # Errors
/// [`Error::Usage`] where the region is unknown or ambiguous.
pub fn plan_similar(args: &SimilarArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let place = region(dataset, lang, &args.region)?;
    let kind = match args.kind {
        Some(AnyKindArg::All) => None,
        Some(AnyKindArg::Zorgkantoor) => Some(RegionKind::Zorgkantoor),
        Some(AnyKindArg::Roaz) => Some(RegionKind::Roaz),
        None => Some(dataset[place.region].kind),
    };
    Ok(match args.open {
        true => Plan::Screen(Question::Similar(place, kind)),
        false => Plan::Similar(place, kind, usize::from(args.limit), args.format),
    })
}

/// A theme, or one of the sections that are none.
fn section(dataset: &Dataset<'_>, lang: Lang, name: &str) -> Result<Section, String> {
    match name {
        "developments" | "ontwikkelingen" => Ok(Section::Developments),
        "focus" => Ok(Section::Focus),
        _ => find_theme(dataset, lang, name).map(Section::Theme).map_err(|line| format!("{line}, developments, focus")),
    }
}

/// A topic that was not found, and what to do.
fn not_found(dataset: &Dataset<'_>, lang: Lang, typed: &str, why: &NotFound) -> String {
    let ids = |topics: &[TopicIx]| -> Vec<String> { topics.iter().map(|t| dataset[*t].id.to_string()).collect() };
    match why {
        NotFound::Ambiguous(topics) => lang.fill(Msg::ErrorAmbiguousTopic, &[&typed, &ids(topics).join(", ")]),
        NotFound::Unknown(near) => {
            let quoted: Vec<String> = ids(near).iter().map(|id| format!("\"{id}\"")).collect();
            let hint = match quoted.is_empty() {
                true => lang.say(Msg::ErrorListTopics).to_string(),
                false => lang.fill(Msg::ErrorDidYouMean, &[&quoted.join(lang.say(Msg::And))]),
            };
            lang.fill(Msg::ErrorUnknownTopic, &[&typed]) + &hint
        }
    }
}

/// Prints topics, or who says what about one.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print(
    dataset: &Dataset<'_>,
    topic: Option<TopicIx>,
    asked: Asked,
    format: Format,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let index = Index::new(dataset);
    let (written, any) = match topic {
        None => {
            let listed = index.list(dataset, manner.lang, asked.scope, asked.sort);
            let written = match format {
                Format::Text => topics::list(dataset, &listed, asked, manner, out),
                Format::Json => topics::list_json(dataset, &index, &listed, asked.scope, out),
            };
            (written, !listed.is_empty())
        }
        Some(topic) => {
            let written = match format {
                Format::Text => topics::detail(dataset, &index, topic, asked.scope, manner, out),
                Format::Json => topics::detail_json(dataset, &index, topic, asked.scope, out),
            };
            (written, index.mentions(dataset, topic, asked.scope).next().is_some())
        }
    };
    written.map_err(Error::Write)?;
    Ok(if any { code::DONE } else { code::FOUND_WANTING })
}

/// Prints the regions most alike to a place.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print_similar(
    dataset: &Dataset<'_>,
    place: Place,
    kind: Option<RegionKind>,
    limit: usize,
    format: Format,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let weights = Weights::new(dataset);
    let mut found = weights.similar(dataset, place, kind);
    found.truncate(limit);
    match format {
        Format::Text => similar::text(dataset, &weights, place, kind, &found, manner, out),
        Format::Json => similar::json(dataset, &weights, place, kind, &found, out),
    }
    .map_err(Error::Write)?;
    Ok(if found.is_empty() { code::FOUND_WANTING } else { code::DONE })
}
