//! A regioplan to be read: its lists in reading order, what of it is asked for, which of its entries plan or aim, and
//! where it speaks of a topic.

use rustc_hash::FxHashSet;

use super::fold::fold_words;
use crate::dataset::plans::{Item, ItemIx, List, Plans, Role, WorkIx};
use crate::dataset::{Dataset, EntryIx, RegionIx, ThemeIx, TopicIx};

/// The lists of a plan in the order in which it is read: what is planned first, who and where at the end.
pub const LISTS: [List; 12] = [
    List::Plan,
    List::Ambition,
    List::Themes,
    List::Across,
    List::Agenda,
    List::Monitoring,
    List::Conditions,
    List::Agreements,
    List::Governance,
    List::Context,
    List::Area,
    List::Parties,
];

/// What of a plan is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Only {
    /// All of it.
    #[default]
    All,
    /// One of its themes.
    Theme(ItemIx),
    /// What speaks of the topics that the region names under a theme of the impactkaart.
    Topics(ThemeIx, Vec<TopicIx>),
}

/// A list of a plan with what is shown of it: entries in the order of the source, each before what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The list.
    pub list: List,
    /// Its entries.
    pub items: Vec<ItemIx>,
}

/// What is shown of a plan. Lists without an entry are left out; what an entry stands under is shown with it.
pub fn outline(plans: &Plans, work: WorkIx, only: &Only) -> Vec<Listed> {
    let kept = kept(plans, work, only);
    let items = |list: List| -> Vec<ItemIx> {
        plans.list(work, list).map(|(ix, _)| ix).filter(|ix| kept.as_ref().is_none_or(|k| k.contains(ix))).collect()
    };
    LISTS.into_iter().map(|list| Listed { list, items: items(list) }).filter(|l| !l.items.is_empty()).collect()
}

/// The entries that are shown; none where all are.
fn kept(plans: &Plans, work: WorkIx, only: &Only) -> Option<FxHashSet<ItemIx>> {
    match only {
        Only::All => None,
        Only::Theme(theme) => Some(std::iter::once(*theme).chain(plans.under(*theme).map(|(ix, _)| ix)).collect()),
        Only::Topics(_, topics) => {
            let speaks = plans.items_of(work).filter(|(_, item)| item.topics.iter().any(|t| topics.contains(t)));
            Some(speaks.flat_map(|(ix, _)| above(plans, ix)).collect())
        }
    }
}

/// An entry, and what it stands under, from the inside out.
pub fn above(plans: &Plans, item: ItemIx) -> impl Iterator<Item = ItemIx> {
    std::iter::successors(Some(item), |ix| plans[*ix].parent)
}

/// Whether an entry plans or aims: a theme, a level under it, an ambition, a goal, a challenge, an approach, an
/// initiative, a step of an agenda, or a figure that is a target. These are compared between plans. Context, problems,
/// conditions, governance, parties and areas are not: they tell why, with whom and where.
pub fn plans_or_aims(item: &Item) -> bool {
    matches!(
        item.role,
        Role::Theme
            | Role::Group
            | Role::Ambition
            | Role::Goal
            | Role::Challenge
            | Role::Approach
            | Role::Initiative
            | Role::Agenda
    ) || is_target(item)
}

/// Whether an entry is a figure that the plan wants to reach.
pub fn is_target(item: &Item) -> bool {
    item.figure.is_some() && item.kind == "target"
}

/// The entries of a plan that carry one of the topics, each once with the topic by which it was found: by the order of
/// the topics, then what plans or aims first, then what is chiefly about the topic first, then in the order of the plan.
pub fn on_topics(plans: &Plans, work: WorkIx, topics: &[TopicIx]) -> Vec<(ItemIx, TopicIx)> {
    let mut found: Vec<((usize, bool, bool), ItemIx, TopicIx)> = Vec::new();
    for (ix, item) in plans.items_of(work) {
        let first = topics.iter().enumerate().find(|(_, topic)| item.topics.contains(topic));
        if let Some((rank, topic)) = first {
            found.push(((rank, !plans_or_aims(item), item.topics.first() != Some(topic)), ix, *topic));
        }
    }
    found.sort_by_key(|(rank, ix, _)| (*rank, *ix));
    found.into_iter().map(|(_, ix, topic)| (ix, topic)).collect()
}

/// The topics of an entry of the impactkaart by which a plan can speak of it; a mark of silence is none.
pub fn topics_of(dataset: &Dataset<'_>, entry: EntryIx) -> Vec<TopicIx> {
    speaking(dataset, dataset[entry].topics.iter().copied())
}

/// The topics that a region names under a theme of the impactkaart, in the order of the source.
pub fn topics_under(dataset: &Dataset<'_>, region: RegionIx, theme: ThemeIx) -> Vec<TopicIx> {
    let entries = dataset.entries_of(region).filter(|(_, entry)| entry.kind.theme() == Some(theme));
    speaking(dataset, entries.flat_map(|(_, entry)| entry.topics.iter().copied()))
}

fn speaking(dataset: &Dataset<'_>, topics: impl Iterator<Item = TopicIx>) -> Vec<TopicIx> {
    let mut seen = FxHashSet::default();
    topics.filter(|t| Some(*t) != dataset.silence_topic() && seen.insert(*t)).collect()
}

/// Why what was typed led to no theme of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoTheme {
    /// Several themes have this name.
    Several(Vec<ItemIx>),
    /// None has.
    None,
}

/// The themes of a plan.
pub fn themes(plans: &Plans, work: WorkIx) -> impl Iterator<Item = ItemIx> {
    plans.list(work, List::Themes).filter(|(_, item)| item.role == Role::Theme).map(|(ix, _)| ix)
}

/// The theme of a plan that a person means: by id or its end, number with its kind, name, beginning, or a word of it.
///
/// # Errors
/// [`NoTheme::Several`] where several fit equally well, [`NoTheme::None`] where none does.
pub fn find_theme(plans: &Plans, work: WorkIx, typed: &str) -> Result<ItemIx, NoTheme> {
    let wanted = fold_words(typed);
    let themes: Vec<(ItemIx, Vec<String>)> = themes(plans, work).map(|ix| (ix, names(&plans[ix]))).collect();
    if wanted.is_empty() {
        return Err(NoTheme::None);
    }
    let ranks: [&dyn Fn(&str) -> bool; 4] = [
        &|name| name == wanted,
        &|name| name.starts_with(&wanted),
        &|name| name.match_indices(&wanted).any(|(at, _)| name.get(..at).is_some_and(|b| b.ends_with(' '))),
        &|name| name.contains(&wanted),
    ];
    for fits in ranks {
        let found: Vec<ItemIx> =
            themes.iter().filter(|(_, names)| names.iter().any(|n| fits(n))).map(|(ix, _)| *ix).collect();
        match found.as_slice() {
            [] => {}
            [theme] => return Ok(*theme),
            _ => return Err(NoTheme::Several(found)),
        }
    }
    Err(NoTheme::None)
}

/// The theme of a plan whose name is nearly what was typed.
pub fn near_theme(plans: &Plans, work: WorkIx, typed: &str) -> Option<ItemIx> {
    let wanted = fold_words(typed);
    let distance = |ix: ItemIx| names(&plans[ix]).iter().map(|name| strsim::osa_distance(name, &wanted)).min();
    let near = themes(plans, work).filter_map(|ix| Some((distance(ix)?, ix))).min()?;
    (near.0 * 4 <= wanted.chars().count()).then_some(near.1)
}

/// The names by which a theme is known, folded.
fn names(item: &Item) -> Vec<String> {
    let end = item.id.rsplit('.').next().map(str::to_string);
    let numbered = item.nr.iter().flat_map(|nr| [nr.clone(), format!("{} {nr}", item.kind)]);
    let all = [item.id.clone()].into_iter().chain(end).chain(numbered).chain(item.name.clone());
    all.chain(item.also.iter().cloned()).map(|name| fold_words(&name)).collect()
}
