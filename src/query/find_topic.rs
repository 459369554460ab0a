//! Finding a topic by what a person types: by id, name in either language, term, beginning, and at last by the
//! beginnings of its words; the same ranks and the same likeness as for regions.

use fuzzy_matcher::skim::SkimMatcherV2;

use super::find::{HOLDS, begins_words, likeness, nearness};
use super::fold::fold_words;
use crate::dataset::{Dataset, TopicIx};

/// Why a name did not lead to one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFound {
    /// Nothing has this name; what was perhaps meant, the most like first.
    Unknown(Vec<TopicIx>),
    /// Several topics of the same rank have this name.
    Ambiguous(Vec<TopicIx>),
}

/// How well a name fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Id,
    Name,
    Term,
    Beginning,
    TermBeginning,
    Words,
}

/// The topic that a person means.
///
/// # Errors
/// [`NotFound::Ambiguous`] with all topics of the best rank where there are several, [`NotFound::Unknown`] with what
/// was perhaps meant where there is none.
pub fn find(dataset: &Dataset<'_>, asked: &str) -> Result<TopicIx, NotFound> {
    let wanted = fold_words(asked);
    let mut best: Option<Rank> = None;
    let mut found: Vec<TopicIx> = Vec::new();
    each_name(dataset, |exact, beginning, folded, topic| {
        let rank = match () {
            () if wanted.is_empty() => return,
            () if folded == wanted => exact,
            () if folded.starts_with(&wanted) => beginning,
            () if begins_words(folded, &wanted) => Rank::Words,
            () => return,
        };
        if best.is_none_or(|b| rank < b) {
            best = Some(rank);
            found.clear();
        }
        if best == Some(rank) && !found.contains(&topic) {
            found.push(topic);
        }
    });
    match found.as_slice() {
        [topic] => Ok(*topic),
        [] => Err(NotFound::Unknown(near(dataset, &wanted))),
        _ => Err(NotFound::Ambiguous(found)),
    }
}

/// The topics that a narrowing field shows for what was typed, with how well they fit; all when it is empty. Names
/// that hold the words come alone where there are any; else the letters may lie apart.
pub fn narrow(dataset: &Dataset<'_>, typed: &str) -> Vec<(TopicIx, i64)> {
    let wanted = fold_words(typed);
    let matcher = SkimMatcherV2::default();
    let mut scores: Vec<(TopicIx, i64)> = Vec::new();
    each_name(dataset, |_, _, folded, topic| {
        if let Some(score) = likeness(&matcher, folded, &wanted) {
            match scores.last_mut().filter(|(last, _)| *last == topic) {
                Some(known) => known.1 = known.1.max(score),
                None => scores.push((topic, score)),
            }
        }
    });
    if scores.iter().any(|(_, score)| *score >= HOLDS) {
        scores.retain(|(_, score)| *score >= HOLDS);
    }
    scores
}

/// What was perhaps meant, the most like first.
fn near(dataset: &Dataset<'_>, wanted: &str) -> Vec<TopicIx> {
    let matcher = SkimMatcherV2::default();
    let mut near: Vec<((usize, i64), TopicIx)> = Vec::new();
    each_name(dataset, |_, _, folded, topic| {
        near.extend(nearness(&matcher, folded, wanted).map(|nearness| (nearness, topic)));
    });
    near.sort();
    let mut topics: Vec<TopicIx> = Vec::new();
    for (_, topic) in near {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics.truncate(3);
    topics
}

/// Visits every name of every topic, folded, with the ranks of an exact hit and of a beginning. The topic that only
/// marks a silence has none: nobody names it.
fn each_name(dataset: &Dataset<'_>, mut visit: impl FnMut(Rank, Rank, &str, TopicIx)) {
    for (ix, topic) in dataset.topics().filter(|(ix, _)| Some(*ix) != dataset.silence_topic()) {
        visit(Rank::Id, Rank::Beginning, &fold_words(&topic.id), ix);
        visit(Rank::Name, Rank::Beginning, &fold_words(&topic.name), ix);
        visit(Rank::Name, Rank::Beginning, &fold_words(&topic.name_en), ix);
        for term in &topic.terms {
            visit(Rank::Term, Rank::TermBeginning, &fold_words(term), ix);
        }
    }
}
