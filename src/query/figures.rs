//! Figures that several regions give: who gives a metric, from which year to which, in order, and who does not.

use std::cmp::Ordering;

use super::fold::fold_words;
use super::shade::{End, figures_of};
use crate::dataset::{Dataset, EntryIx, Figure, MetricIx, Point, RegionIx};

/// In which order figures come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By a value, the highest first, what does not give it last.
    By(End),
    /// By the name of the region.
    Name,
}

impl Default for Sort {
    fn default() -> Self {
        Sort::By(End::End)
    }
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 4] = [Sort::By(End::Start), Sort::By(End::End), Sort::By(End::Change), Sort::Name];

    /// The word of the option and of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Sort::By(end) => end.key(),
            Sort::Name => "name",
        }
    }
}

/// A figure that a region gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The entry that gives it.
    pub entry: EntryIx,
    /// The figure.
    pub figure: Figure,
}

/// The figures of a metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The metric.
    pub metric: MetricIx,
    /// In which order.
    pub sort: Sort,
    /// Every figure that a region or part gives, in order; a figure without any value is none.
    pub given: Vec<Given>,
    /// How many regions give it.
    pub regions: usize,
    /// The regions that do not, by kind and name.
    pub without: Vec<RegionIx>,
    /// Whether figures are of different years, or a year is not named, so that they must not be read as of one moment.
    pub years_differ: bool,
}

/// The figures of a metric, in an order.
pub fn figures(dataset: &Dataset<'_>, metric: MetricIx, sort: Sort) -> Figures {
    let name = |region: RegionIx| (dataset[region].kind, fold_words(&dataset[region].name));
    let (mut given, mut without, mut regions): (Vec<Given>, Vec<RegionIx>, usize) = Default::default();
    for (region, _) in dataset.regions() {
        let before = given.len();
        let valued = figures_of(dataset, region, metric).filter(|(_, f)| f.from.is_some() || f.to.is_some());
        given.extend(valued.map(|(entry, figure)| Given { entry, figure: *figure }));
        if given.len() == before { without.push(region) } else { regions += 1 }
    }
    without.sort_by_cached_key(|region| name(*region));
    given.sort_by_cached_key(|g| name(dataset[g.entry].region));
    if let Sort::By(first) = sort {
        given.sort_by(|a, b| {
            let by = |end: End| falling(end.of(&a.figure), end.of(&b.figure));
            by(first).then_with(|| by(End::End)).then_with(|| by(End::Start))
        });
    }
    let years_differ = years_differ(&given);
    Figures { metric, sort, given, regions, without, years_differ }
}

/// Whether the earlier or the later values are of different years, or of a year that is not named.
fn years_differ(given: &[Given]) -> bool {
    let differ = |mut years: Vec<Option<u16>>| {
        years.sort_unstable();
        years.len() > 1 && (years.first() != years.last() || years.contains(&None))
    };
    let years = |of: fn(&Figure) -> Option<Point>| given.iter().filter_map(|g| of(&g.figure)).map(|p| p.year).collect();
    differ(years(|f| f.from)) || differ(years(|f| f.to))
}

/// The higher value first, none last.
fn falling(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Every metric, with how many regions give it.
pub fn metrics(dataset: &Dataset<'_>) -> Vec<(MetricIx, usize)> {
    dataset.metrics().map(|(metric, _)| (metric, figures(dataset, metric, Sort::Name).regions)).collect()
}

/// The metrics that a person may mean: the one with this id or name, else those whose name begins so.
pub fn find(dataset: &Dataset<'_>, asked: &str) -> Vec<MetricIx> {
    let wanted = fold_words(asked);
    let folded = |metric: MetricIx| {
        let metric = &dataset[metric];
        [fold_words(&metric.id), fold_words(&metric.name), fold_words(&metric.name_en)]
    };
    let all = || dataset.metrics().map(|(metric, _)| metric);
    let exact: Vec<MetricIx> = all().filter(|m| folded(*m).contains(&wanted)).collect();
    if !exact.is_empty() || wanted.is_empty() {
        return exact;
    }
    all().filter(|m| folded(*m).iter().any(|name| name.starts_with(&wanted))).collect()
}

/// A stretch of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Up to the value that both years reach.
    Base,
    /// What comes to it.
    Growth,
    /// What goes off it.
    Decline,
    /// The earlier value, where no later one is given.
    OnlyStart,
    /// The later value, where no earlier one is given.
    OnlyEnd,
}

/// The scale of the bars: zero is always on it, so that lengths are true.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Its left end, zero or below.
    pub from: f64,
    /// Its right end, zero or above.
    pub to: f64,
}

impl Axis {
    /// The scale on which all figures fit.
    pub fn of(figures: &Figures) -> Axis {
        let values = figures.given.iter().flat_map(|g| [g.figure.from, g.figure.to]).flatten().map(|p| p.value);
        values.filter(|value| value.is_finite()).fold(Axis { from: 0.0, to: 0.0 }, |axis, value| Axis {
            from: axis.from.min(value),
            to: axis.to.max(value),
        })
    }

    /// Where a value stands on so many cells.
    pub fn cell(self, value: f64, cells: usize) -> usize {
        let whole = self.to - self.from;
        let cells = f64::from(u16::try_from(cells).unwrap_or(u16::MAX));
        let at = if whole > 0.0 { (value - self.from) / whole * cells } else { 0.0 };
        // Between 0 and the number of cells.
        at.round().clamp(0.0, cells) as usize
    }

    /// A figure as a bar on so many cells: what each cell shows. A change that is none too small for the scale still
    /// takes a cell.
    pub fn bar(self, figure: &Figure, cells: usize) -> Vec<Option<Part>> {
        let mut bar = vec![None; cells];
        let mut fill = |a: f64, b: f64, part: Part| {
            let (from, to) = (self.cell(a.min(b), cells), self.cell(a.max(b), cells));
            // Always at least a cell for a value that is there.
            let (from, to) =
                if from == to && a != b { if to == 0 { (0, 1) } else { (to - 1, to) } } else { (from, to) };
            bar.iter_mut().take(to).skip(from).for_each(|cell| *cell = Some(part));
        };
        match (figure.from.map(|p| p.value), figure.to.map(|p| p.value)) {
            (Some(from), Some(to)) => {
                if from * to > 0.0 {
                    let near = if from.abs() < to.abs() { from } else { to };
                    fill(0.0, near, Part::Base);
                }
                fill(from, to, if to > from { Part::Growth } else { Part::Decline });
            }
            (Some(only), None) => fill(0.0, only, Part::OnlyStart),
            (None, Some(only)) => fill(0.0, only, Part::OnlyEnd),
            (None, None) => {}
        }
        bar
    }
}
