//! `topics` and `similar`: what was typed.

use super::args::{AnyKindArg, SimilarArgs, TopicSortArg, TopicsArgs};
use super::error::Error;
use super::plan::{Plan, find_theme, kind, region};
use crate::dataset::{Dataset, RegionKind, TopicIx};
use crate::query::find_topic::{NotFound, find};
use crate::query::portrait::Section;
use crate::query::question::Question;
use crate::query::topics::{Scope, Sort};
use crate::report::topics::Asked;
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
        false => Plan::Topics(topic, Asked { scope, sort }),
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
        false => Plan::Similar(place, kind, usize::from(args.limit)),
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
