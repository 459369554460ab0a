//! The regioplannen of two regions side by side.
//!
//! What plans or aims pairs, by the rule of [`super::pairing`]: themes and the levels under them, ambitions, goals,
//! challenges, approaches, initiatives, steps of an agenda, and figures that are targets (see
//! [`super::plan::plans_or_aims`]). Problems, facts, conditions, governance, parties and areas do not: they tell why,
//! with whom and where, and a plan that names a topic only there says so in a row that the other side has alone.

use super::find::Place;
use super::pairing::{Side, Sides, Who, pair};
use super::plan::plans_or_aims;
use crate::dataset::plans::{ItemIx, Plans, WorkIx};
use crate::dataset::{Dataset, TopicIx};

/// Two regioplannen, or what is known where only one side has one.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanTexts {
    /// Which sides have a plan here.
    pub has: Sides<bool>,
    /// The rows: what both plan, then what only A and only B plan. None where only one side has a plan.
    pub rows: Vec<PlanRow>,
    /// Whether ties that the dataset concludes are told.
    pub inferred: bool,
}

/// A row of entries of plans.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRow {
    /// The topic that pairs it; of a row of one side, what it is chiefly about.
    pub topic: TopicIx,
    /// Who plans something on the topic.
    pub who: Who,
    /// The entries of each side, in the order of their plan.
    pub entries: Sides<Vec<ItemIx>>,
    /// Of a row with one side empty: where that side's plan names the topic, in other rows first.
    pub elsewhere: Vec<ItemIx>,
}

impl PlanRow {
    /// The side without an entry.
    pub fn empty_side(&self) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.entries.of(*side).is_empty())
    }
}

/// The regioplannen of two places; none where neither has one. Plans are decoded only where both have one.
pub fn plans(dataset: &Dataset<'_>, places: Sides<Place>) -> Option<PlanTexts> {
    let has = Sides::each(|side| dataset.has_plan(places.of(side).region));
    if !has.a && !has.b {
        return None;
    }
    let mut texts = PlanTexts { has, rows: Vec::new(), inferred: true };
    if has.a && has.b && places.a.region != places.b.region {
        let plans = dataset.plans();
        if let (Some(a), Some(b)) = (plans.of(places.a.region), plans.of(places.b.region)) {
            texts.rows = rows(dataset, plans, Sides { a, b });
        }
    }
    Some(texts)
}

fn rows(dataset: &Dataset<'_>, plans: &Plans, works: Sides<WorkIx>) -> Vec<PlanRow> {
    let speaks = |topic: &TopicIx| Some(*topic) != dataset.silence_topic();
    let entries = Sides::each(|side| -> Vec<ItemIx> {
        let planned = plans.items_of(*works.of(side)).filter(|(_, item)| plans_or_aims(item));
        planned.filter(|(_, item)| item.topics.iter().any(speaks)).map(|(ix, _)| ix).collect()
    });
    let topics = Sides::each(|side| -> Vec<Vec<TopicIx>> {
        entries.of(side).iter().map(|ix| plans[*ix].topics.iter().copied().filter(speaks).collect()).collect()
    });
    let row = |paired: super::pairing::Paired| {
        let entries = Sides::each(|side| -> Vec<ItemIx> {
            paired.entries.of(side).iter().filter_map(|i| entries.of(side).get(*i).copied()).collect()
        });
        let mut row = PlanRow { topic: paired.topic, who: paired.who, entries, elsewhere: Vec::new() };
        if let Some(empty) = row.empty_side() {
            row.elsewhere = elsewhere(plans, *works.of(empty), row.topic);
        }
        row
    };
    pair(&topics.a, &topics.b).into_iter().map(row).collect()
}

/// Where a plan names a topic: what plans or aims first, then in its own order.
fn elsewhere(plans: &Plans, work: WorkIx, topic: TopicIx) -> Vec<ItemIx> {
    let named = plans.items_of(work).filter(|(_, item)| item.topics.contains(&topic));
    let (mut planned, others): (Vec<_>, Vec<_>) = named.partition(|(_, item)| plans_or_aims(item));
    planned.extend(others);
    planned.into_iter().map(|(ix, _)| ix).collect()
}
