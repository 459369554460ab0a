//! The agenda over all regioplannen: what is to happen in which year, with what the source itself says of the moment.
//!
//! **A step** is what a plan gives as agenda or planning, and every other entry with a year or a moment of its own.
//! **Its year:** a deadline stands at its last year, a start at its first, a period at its first year, and it runs on in
//! the years after that up to its last. What has no year of its own takes the year of what it stands under, and says
//! so. A moment without a year ("jaarlijks", "over 3-5 jaar") is never given one: it stands in a group of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::dataset::plans::{ItemIx, Plans, Role, WorkIx, Years};
use crate::dataset::{Dataset, RegionIx, TopicIx};

/// The years that may be asked for.
pub const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// When a step happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// In a year.
    In(u16),
    /// From the first year to the last.
    Between(u16, u16),
    /// From a year on; the source names no end.
    From(u16),
    /// In a year at the latest; the source names no start.
    By(u16),
    /// The source gives no year.
    Undated,
}

impl Moment {
    fn of(years: Option<Years>) -> Moment {
        match years.map(|y| (y.from, y.to)) {
            Some((Some(from), Some(to))) if from < to => Moment::Between(from, to),
            Some((Some(year), Some(_))) => Moment::In(year),
            Some((Some(from), None)) => Moment::From(from),
            Some((None, Some(to))) => Moment::By(to),
            Some((None, None)) | None => Moment::Undated,
        }
    }

    /// The word of JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Moment::In(_) => "in",
            Moment::Between(..) => "between",
            Moment::From(_) => "from",
            Moment::By(_) => "by",
            Moment::Undated => "undated",
        }
    }

    /// The year under which it stands.
    pub fn year(self) -> Option<u16> {
        match self {
            Moment::In(year) | Moment::Between(year, _) | Moment::From(year) | Moment::By(year) => Some(year),
            Moment::Undated => None,
        }
    }

    /// Whether it began before a year and still runs in it.
    pub fn runs_on_in(self, year: u16) -> bool {
        matches!(self, Moment::Between(from, to) if from < year && year <= to)
    }
}

/// A step of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The entry of the plan.
    pub item: ItemIx,
    /// The region whose plan it is.
    pub region: RegionIx,
    /// When it happens.
    pub moment: Moment,
    /// The entry above it that the years are taken from, where it has none of its own.
    pub years_of: Option<ItemIx>,
}

/// What is asked of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only this year.
    pub year: Option<u16>,
    /// Only steps with one of these topics.
    pub topics: Option<Vec<TopicIx>>,
    /// Only the plan of this region.
    pub region: Option<RegionIx>,
}

/// The steps of a year, or those without one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The year.
    pub year: Option<u16>,
    /// The steps that stand under it, in the order of the plans.
    pub steps: Vec<Step>,
    /// The steps of earlier years that run on in it.
    pub running: Vec<Step>,
}

/// The agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// By year; at the end those without.
    pub groups: Vec<Group>,
    /// How many steps without a year a filter by year leaves out.
    pub undated_left_out: usize,
    /// The years that have steps where no year is asked for.
    pub years: Vec<u16>,
}

impl Agenda {
    /// How many steps there are, each counted once.
    pub fn len(&self) -> usize {
        let alone = self.groups.len() == 1;
        self.groups.iter().map(|group| group.steps.len() + if alone { group.running.len() } else { 0 }).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// All steps of all plans, in their order.
pub fn steps(plans: &Plans) -> Vec<Step> {
    let regions = plans.works().filter_map(|(ix, work)| work.region.map(|region| (ix, region)));
    regions.flat_map(|(work, region)| steps_of(plans, work, region)).collect()
}

fn steps_of(plans: &Plans, work: WorkIx, region: RegionIx) -> impl Iterator<Item = Step> {
    // The document itself is no step of it.
    let is_step = |role: Role, dated: bool| role == Role::Agenda || dated && role != Role::Plan;
    let dated = plans.items_of(work).map(|(ix, item)| (ix, item, item.years.is_some() || item.when.is_some()));
    dated.filter(move |(_, item, dated)| is_step(item.role, *dated)).map(move |(ix, item, _)| {
        let mut above = std::iter::successors(item.parent, |ix| plans[*ix].parent);
        // A moment of its own without a year is what the source says; the year above it would say more.
        let years_of = match item.years.is_none() && item.when.is_none() {
            true => above.find(|ix| plans[*ix].years.is_some()),
            false => None,
        };
        let years = item.years.or_else(|| years_of.and_then(|ix| plans[ix].years));
        Step { item: ix, region, moment: Moment::of(years), years_of }
    })
}

/// The steps that fit a filter, by year.
pub fn agenda(dataset: &Dataset<'_>, filter: &Filter) -> Agenda {
    let plans = dataset.plans();
    let fits = |step: &Step| {
        let topics = &plans[step.item].topics;
        filter.region.is_none_or(|region| region == step.region)
            && filter.topics.as_ref().is_none_or(|wanted| topics.iter().any(|topic| wanted.contains(topic)))
    };
    let steps: Vec<Step> = steps(plans).into_iter().filter(fits).collect();
    let mut years: BTreeMap<u16, Group> = BTreeMap::new();
    let mut undated = Group::default();
    for step in steps {
        match step.moment.year() {
            Some(year) => years.entry(year).or_default().steps.push(step),
            None => undated.steps.push(step),
        }
        if let Moment::Between(from, to) = step.moment {
            for year in (from..=to).skip(1) {
                years.entry(year).or_default().running.push(step);
            }
        }
    }
    let given = years.keys().copied().collect();
    let with_year = |(year, group): (u16, Group)| Group { year: Some(year), ..group };
    let (groups, undated_left_out) = match filter.year {
        Some(year) => (years.remove_entry(&year).map(with_year).into_iter().collect(), undated.steps.len()),
        None => {
            let undated = (!undated.steps.is_empty()).then_some(undated);
            (years.into_iter().map(with_year).chain(undated).collect(), 0)
        }
    };
    Agenda { groups, undated_left_out, years: given }
}

/// The regions that have a plan.
pub fn planned(dataset: &Dataset<'_>) -> Vec<RegionIx> {
    dataset.plans().works().filter_map(|(_, work)| work.region).collect()
}

/// The topics that steps have, in the order of the vocabulary.
pub fn topics(dataset: &Dataset<'_>) -> Vec<TopicIx> {
    let plans = dataset.plans();
    let all: BTreeSet<TopicIx> = steps(plans).iter().flat_map(|step| plans[step.item].topics.iter().copied()).collect();
    all.into_iter().collect()
}

/// The topics whose name or id holds what was typed; in either language, accents folded.
pub fn topics_like(dataset: &Dataset<'_>, typed: &str) -> Vec<TopicIx> {
    use super::fold::fold_words;
    let wanted = fold_words(typed);
    let holds = |name: &str| fold_words(name).contains(&wanted);
    let topics = dataset.topics().filter(|(_, t)| holds(&t.id) || holds(&t.name) || holds(&t.name_en));
    topics.map(|(ix, _)| ix).collect()
}
