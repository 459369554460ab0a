//! Similar regions: their words, the same on the screen and in what `similar` prints, as text and as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::text::{Manner, Pen};
use super::{json as data, topics, words};
use crate::dataset::{Dataset, RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::similar::{Alike, Weights};
use crate::texts::{Lang, Msg};

/// How many topics are told of each list in text.
const TOLD: usize = 5;

/// The rule in a sentence.
pub fn rule(dataset: &Dataset<'_>, lang: Lang) -> String {
    lang.fill(Msg::SimilarRule, &[&dataset.regions().len()])
}

/// A score in percent.
pub fn percent(score: f64) -> u32 {
    // A score lies between 0 and 1.
    (score * 100.0).round() as u32
}

/// A topic, with how many regions name it.
pub fn weighed(dataset: &Dataset<'_>, lang: Lang, weights: &Weights, topic: TopicIx) -> String {
    let name = topics::name(dataset, lang, topic);
    lang.fill(Msg::SimilarWeighs, &[&name, &topics::regions(lang, weights.regions(topic))])
}

/// How alike two places are, and how many topics they share.
pub fn counts(dataset: &Dataset<'_>, lang: Lang, asked: Place, alike: &Alike) -> String {
    let (a, b) = (words::short_place(dataset, lang, asked), words::short_place(dataset, lang, alike.place));
    let percent = percent(alike.score);
    lang.fill(
        Msg::SimilarCounts,
        &[&percent, &alike.shared.len(), &alike.only_asked.len(), &a, &alike.only_this.len(), &b],
    )
}

/// The first of some topics in a line, and how many there are more.
fn told(dataset: &Dataset<'_>, lang: Lang, weights: &Weights, all: &[TopicIx]) -> String {
    let mut said: Vec<String> = all.iter().take(TOLD).map(|t| weighed(dataset, lang, weights, *t)).collect();
    if all.is_empty() {
        said.push(lang.say(Msg::SimilarNothing).to_string());
    } else if all.len() > TOLD {
        said.push(lang.fill(Msg::SimilarMore, &[&(all.len() - TOLD)]));
    }
    said.join("; ")
}

/// What both name, what only the asked place names, and what only the other does: the first topics of each.
pub fn lines(dataset: &Dataset<'_>, lang: Lang, weights: &Weights, asked: Place, alike: &Alike) -> [String; 3] {
    let (a, b) = (words::short_place(dataset, lang, asked), words::short_place(dataset, lang, alike.place));
    let told = |topics: &[TopicIx]| told(dataset, lang, weights, topics);
    [
        lang.fill(Msg::SimilarSharedLine, &[&told(&alike.shared)]),
        lang.fill(Msg::SimilarOnlyLine, &[&a, &told(&alike.only_asked)]),
        lang.fill(Msg::SimilarOnlyLine, &[&b, &told(&alike.only_this)]),
    ]
}

/// `similar`: the other regions, the most alike first.
///
/// # Errors
/// When the writer fails.
pub fn text(
    dataset: &Dataset<'_>,
    weights: &Weights,
    asked: Place,
    kind: Option<RegionKind>,
    found: &[Alike],
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut pen = Pen { out, manner };
    let lang = manner.lang;
    pen.bold(&lang.fill(Msg::SimilarTitle, &[&words::place(dataset, lang, asked)]))?;
    pen.dim("", &rule(dataset, lang))?;
    pen.dim("", &lang.fill(Msg::SimilarAgainst, &[&topics::kind(lang, kind)]))?;
    if kind != Some(RegionKind::Zorgkantoor) {
        pen.dim("", lang.say(Msg::SimilarSlides))?;
    }
    if found.is_empty() {
        pen.blank()?;
        return pen.plain("", lang.say(Msg::SimilarNone));
    }
    for alike in found {
        pen.blank()?;
        pen.bold(&words::place(dataset, lang, alike.place))?;
        pen.plain("", &counts(dataset, lang, asked, alike))?;
        for line in lines(dataset, lang, weights, asked, alike) {
            pen.plain("- ", &line)?;
        }
    }
    Ok(())
}

/// `similar --format json`: scores to four decimals, all topics with their weights.
///
/// # Errors
/// When the writer fails.
pub fn json(
    dataset: &Dataset<'_>,
    weights: &Weights,
    asked: Place,
    kind: Option<RegionKind>,
    found: &[Alike],
    out: &mut dyn Write,
) -> io::Result<()> {
    let topics = |topics: &[TopicIx]| -> Vec<Value> {
        let one = |t: &TopicIx| json!({"id": dataset[*t].id.as_str(), "weight": rounded(weights.weight(*t))});
        topics.iter().map(one).collect()
    };
    let regions = found.iter().map(|alike| {
        let region = &dataset[alike.place.region];
        json!({
            "region": region.id.as_str(),
            "kind": region.kind.key(),
            "name": region.name.as_str(),
            "score": rounded(alike.score),
            "shared": topics(&alike.shared),
            "only_asked": topics(&alike.only_asked),
            "only_this": topics(&alike.only_this),
        })
    });
    let region = &dataset[asked.region];
    let answer = json!({
        "region": region.id.as_str(),
        "part": asked.part.and_then(|part| region.parts.get(part.place())).map(|part| part.id.as_str()),
        "kind": kind.map(RegionKind::key),
        "rule": rule(dataset, Lang::En),
        "regions": regions.collect::<Vec<_>>(),
    });
    data::write(&answer, out)
}

/// A number to four decimals.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
