//! Which places are most alike by what they speak of.
//!
//! The rule, weighted Jaccard: the weight of the topics that both name, divided by the weight of the topics that at
//! least one of them names. A topic weighs `ln(N / n)`, where `n` of the `N` regions of the dataset name it: what all
//! regions name weighs nothing, what few name weighs most. The weights are those of the whole dataset whichever
//! regions are looked at, so two places have one score, the same from either side.

use super::find::Place;
use super::summary::belongs;
use crate::dataset::{Dataset, RegionKind, TopicIx};

/// A place beside the one that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The place.
    pub place: Place,
    /// From 0 (no topic that weighs in common) to 1 (the same topics).
    pub score: f64,
    /// The topics that both name, the heaviest first.
    pub shared: Vec<TopicIx>,
    /// Those that only the asked place names, the heaviest first.
    pub only_asked: Vec<TopicIx>,
    /// Those that only this place names, the heaviest first.
    pub only_this: Vec<TopicIx>,
}

/// What each topic weighs, and in how many regions it is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    weights: Vec<f64>,
    regions: Vec<usize>,
    /// The topics that each region names, by their places.
    named: Vec<Vec<bool>>,
}

impl Weights {
    /// The weights of a dataset.
    pub fn new(dataset: &Dataset<'_>) -> Weights {
        let named: Vec<Vec<bool>> = dataset.regions().map(|(ix, _)| named(dataset, Place::whole(ix))).collect();
        let mut regions = vec![0usize; dataset.topics().len()];
        for topics in &named {
            for (n, named) in regions.iter_mut().zip(topics) {
                *n += usize::from(*named);
            }
        }
        let weight = |n: &usize| if *n == 0 { 0.0 } else { (named.len() as f64 / *n as f64).ln() };
        Weights { weights: regions.iter().map(weight).collect(), regions, named }
    }

    /// What a topic weighs.
    pub fn weight(&self, topic: TopicIx) -> f64 {
        self.weights.get(topic.place()).copied().unwrap_or(0.0)
    }

    /// How many regions name a topic.
    pub fn regions(&self, topic: TopicIx) -> usize {
        self.regions.get(topic.place()).copied().unwrap_or(0)
    }

    /// How alike two places are, and what they share.
    pub fn alike(&self, dataset: &Dataset<'_>, asked: Place, other: Place) -> Alike {
        self.between(&self.topics(dataset, asked), &self.topics(dataset, other), other)
    }

    /// The other regions of a kind, the most alike first; those with the same score in the order of the dataset. A
    /// part is not held against the region that it belongs to.
    pub fn similar(&self, dataset: &Dataset<'_>, asked: Place, kind: Option<RegionKind>) -> Vec<Alike> {
        let of_asked = self.topics(dataset, asked);
        let others = dataset.regions().filter(|(ix, r)| *ix != asked.region && kind.is_none_or(|k| k == r.kind));
        let mut all: Vec<Alike> = others
            .map(|(ix, _)| self.between(&of_asked, self.named.get(ix.place()).unwrap_or(&of_asked), Place::whole(ix)))
            .collect();
        all.sort_by(|a, b| b.score.total_cmp(&a.score));
        all
    }

    fn topics(&self, dataset: &Dataset<'_>, place: Place) -> Vec<bool> {
        match (place.part, self.named.get(place.region.place())) {
            (None, Some(named)) => named.clone(),
            _ => named(dataset, place),
        }
    }

    fn between(&self, asked: &[bool], this: &[bool], place: Place) -> Alike {
        let (mut shared, mut only_asked, mut only_this) = (Vec::new(), Vec::new(), Vec::new());
        let (mut both, mut any) = (0.0, 0.0);
        // In the order of the vocabulary from either side, so that both sides add up to the very same number.
        for (i, (asked, this)) in asked.iter().zip(this).enumerate() {
            let topic = TopicIx::new(i);
            let weight = self.weight(topic);
            match (asked, this) {
                (true, true) => {
                    shared.push(topic);
                    both += weight;
                }
                (true, false) => only_asked.push(topic),
                (false, true) => only_this.push(topic),
                (false, false) => continue,
            }
            any += weight;
        }
        for topics in [&mut shared, &mut only_asked, &mut only_this] {
            topics.sort_by(|a, b| self.weight(*b).total_cmp(&self.weight(*a)));
        }
        let score = if any > 0.0 { both / any } else { 0.0 };
        Alike { place, score, shared, only_asked, only_this }
    }
}

/// Which topics a place names, by their places in the vocabulary.
fn named(dataset: &Dataset<'_>, place: Place) -> Vec<bool> {
    let mut named = vec![false; dataset.topics().len()];
    for (_, entry) in dataset.entries_of(place.region).filter(|(_, entry)| belongs(place.part, entry.part)) {
        for topic in entry.topics.iter().filter(|topic| Some(**topic) != dataset.silence_topic()) {
            if let Some(named) = named.get_mut(topic.place()) {
                *named = true;
            }
        }
    }
    named
}
