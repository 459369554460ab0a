//! A question that the screen can open at, and the command that answers the same one.

use super::agenda;
use super::compare::{self, Section};
use super::concrete::{Asked, Mark, Sort as Order};
use super::figures;
use super::find::Place;
use super::matrix::{Filter, Match, Sort, Strength, Want};
use super::national;
use super::plan;
use super::portrait::Only;
use super::shade::{Choice, End};
use super::topics::{Scope, Sort as TopicSort};
use crate::dataset::{Axis, Column, Dataset, MetricIx, RegionIx, RegionKind, TopicIx};

/// Where the screen opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Where the last session was left.
    LastPlace,
    /// A region, at a theme if one is named.
    Show(Place, Only),
    /// The rows of the matrix that fit a filter, in an order.
    Matrix(Filter, Sort),
    /// A comparison.
    Compare(Pair),
    /// A regioplan, at what of it is asked for.
    Plan(RegionIx, plan::Only),
    /// The hits of a search.
    Search(String),
    /// Topics: one of them if it is named, what counts, and their order.
    Topics(Option<TopicIx>, Scope, TopicSort),
    /// The regions of a kind most alike to a place.
    Similar(Place, Option<RegionKind>),
    /// The map.
    Map(MapQuestion),
    /// The figures of a metric, in an order; of the first one where none is named.
    Figures(Option<MetricIx>, figures::Sort),
    /// The national picture, at a section.
    National(Option<national::Section>),
    /// How concretely regions word their lines, or the lines of one.
    Concrete(Option<RegionIx>, Asked),
    /// The agenda over plans.
    Agenda(agenda::Filter),
}

/// What the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapQuestion {
    /// The choice.
    pub choice: Choice,
    /// Whether own marks count.
    pub own: bool,
}

/// A comparison, and what of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Side A.
    pub a: Place,
    /// Side B.
    pub b: Place,
    /// Only this section.
    pub section: Option<Section>,
    /// Which rows.
    pub only: compare::Only,
    /// Whether both sides stand in columns of their own, where that is asked for.
    pub two_columns: Option<bool>,
}

/// What holds for a command where no option says otherwise: the person's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usual {
    /// How sure a row of the matrix must be.
    pub strength: Strength,
    /// Whether own marks count.
    pub own: bool,
}

impl Question {
    /// The command that answers it without a screen.
    pub fn command(&self, dataset: &Dataset<'_>, usual: Usual) -> String {
        match self {
            Question::LastPlace => "impactkaart list".to_string(),
            Question::Show(place, only) => {
                let theme = only.section.map(|s| format!(" --theme {}", s.id(dataset))).unwrap_or_default();
                format!("impactkaart show {}{theme}", place.id(dataset))
            }
            Question::Matrix(filter, sort) => matrix(dataset, filter, *sort, usual),
            Question::Compare(pair) => pair.command(dataset),
            Question::Topics(topic, scope, sort) => topics(dataset, *topic, *scope, *sort),
            Question::Similar(place, kind) => {
                let kind = kind.map_or("all", |kind| kind.key());
                format!("impactkaart similar {} --kind {kind}", place.id(dataset))
            }
            Question::Map(asked) => map(dataset, *asked),
            Question::Figures(metric, sort) => {
                let metric = metric.map(|m| format!(" {}", dataset[m].id)).unwrap_or_default();
                let mut command = format!("impactkaart figures{metric}");
                add(&mut command, "sort", (*sort != figures::Sort::default()).then(|| sort.key()));
                command
            }
            Question::Plan(region, only) => {
                let mut command = format!("impactkaart plan {}", dataset[*region].id);
                let theme = match only {
                    plan::Only::All => None,
                    plan::Only::Theme(theme) => Some(dataset.plans()[*theme].id.as_str()),
                    plan::Only::Topics(theme, _) => Some(dataset[*theme].id.as_str()),
                };
                add(&mut command, "theme", theme);
                command
            }
            Question::National(section) => {
                let section = section.map(|s| format!(" --section {}", s.key())).unwrap_or_default();
                format!("impactkaart national{section}")
            }
            Question::Concrete(region, asked) => concrete(dataset, *region, *asked),
            Question::Agenda(filter) => agenda(dataset, filter),
            Question::Search(typed) => format!("impactkaart search '{}'", typed.replace('\'', r"'\''")),
        }
    }
}

impl Pair {
    fn command(&self, dataset: &Dataset<'_>) -> String {
        let mut command = format!("impactkaart compare {} {}", self.a.id(dataset), self.b.id(dataset));
        let theme = self.section.map(|section| match section {
            Section::Developments => "developments",
            Section::Theme(theme) => dataset[theme].id.as_str(),
            Section::Focus => "focus",
            Section::Figures => "figures",
            Section::Plan => "plan",
        });
        add(&mut command, "theme", theme);
        let only = match self.only {
            compare::Only::All => None,
            compare::Only::Differences => Some("differences"),
            compare::Only::Shared => Some("shared"),
        };
        add(&mut command, "only", only);
        add(&mut command, "columns", self.two_columns.map(|two| if two { "2" } else { "1" }));
        command
    }
}

fn map(dataset: &Dataset<'_>, asked: MapQuestion) -> String {
    let mut command = format!("impactkaart map {}", asked.choice.key(dataset));
    match asked.choice {
        Choice::Column(_, strength) => {
            add(&mut command, "strength", (strength != Strength::default()).then(|| strength.key()));
        }
        Choice::Figure(_, end) => add(&mut command, "at", (end != End::End).then(|| end.key())),
        _ => {}
    }
    if asked.own {
        command.push_str(" --own");
    }
    command
}

fn concrete(dataset: &Dataset<'_>, region: Option<RegionIx>, asked: Asked) -> String {
    let mut command = "impactkaart concrete".to_string();
    if let Some(region) = region {
        command.push_str(&format!(" {}", dataset[region].id));
    }
    add(&mut command, "mark", (asked.mark != Mark::default()).then(|| asked.mark.key()));
    add(&mut command, "sort", (asked.sort == Order::Name).then_some("name"));
    add(&mut command, "kind", asked.kind.map(|kind| kind.key()));
    command
}

fn agenda(dataset: &Dataset<'_>, filter: &agenda::Filter) -> String {
    let mut command = "impactkaart agenda".to_string();
    add(&mut command, "year", filter.year.map(|year| year.to_string()).as_deref());
    let topic = filter.topics.as_ref().and_then(|topics| topics.first());
    add(&mut command, "topic", topic.map(|topic| dataset[*topic].id.as_str()));
    add(&mut command, "region", filter.region.map(|region| dataset[region].id.as_str()));
    command
}

/// The command with the options that differ from what holds without them.
fn matrix(dataset: &Dataset<'_>, filter: &Filter, sort: Sort, usual: Usual) -> String {
    let ids = |want: Want, axes: &[Axis]| {
        let columns = filter.columns(want).into_iter().filter(|c| axes.contains(&c.axis));
        let ids: Vec<&str> = columns.map(|c: Column| dataset[c].id.as_str()).collect();
        (!ids.is_empty()).then(|| ids.join(","))
    };
    let least = |axis: Axis| filter.least.get(axis as usize).filter(|n| **n > 0).map(u8::to_string);
    let mut command = "impactkaart matrix".to_string();
    add(&mut command, "sector", ids(Want::Wanted, &[Axis::Sectors]).as_deref());
    add(&mut command, "doelgroep", ids(Want::Wanted, &[Axis::Doelgroepen]).as_deref());
    add(&mut command, "not", ids(Want::Excluded, &Axis::ALL).as_deref());
    add(&mut command, "match", (filter.matching == Match::Any).then_some("any"));
    add(&mut command, "strength", (filter.strength != usual.strength).then(|| filter.strength.key()));
    add(&mut command, "kind", filter.kind.map(|kind| kind.key()));
    if filter.own != usual.own {
        command.push_str(if filter.own { " --own" } else { " --no-own" });
    }
    add(&mut command, "min-sectors", least(Axis::Sectors).as_deref());
    add(&mut command, "min-doelgroepen", least(Axis::Doelgroepen).as_deref());
    let order = match sort {
        Sort::Kind => None,
        Sort::Name => Some("name"),
        Sort::Marks(axis) => Some(axis.key()),
        Sort::Column(column) => Some(dataset[column].id.as_str()),
    };
    add(&mut command, "sort", order);
    command
}

/// The command with the options that differ from what holds without them.
fn topics(dataset: &Dataset<'_>, topic: Option<TopicIx>, scope: Scope, sort: TopicSort) -> String {
    let mut command = "impactkaart topics".to_string();
    if let Some(topic) = topic {
        command.push_str(&format!(" {}", dataset[topic].id));
    }
    add(&mut command, "theme", scope.under.map(|section| section.id(dataset)));
    add(&mut command, "kind", scope.kind.map(|kind| kind.key()));
    add(&mut command, "sort", (sort != TopicSort::default()).then(|| sort.key()));
    command
}

fn add(command: &mut String, option: &str, value: Option<&str>) {
    if let Some(value) = value {
        command.push_str(&format!(" --{option} {value}"));
    }
}
