//! What the map shows: a choice gives each region a value, and the values a scale of at most five steps.
//!
//! A region without a value never stands in a step: what is unknown, what differs between the rows of a region and what
//! is not named at all are told apart, each with a sign of its own.

use super::compare::change;
use super::matrix::{Filter, Own, Strength, Want, fits};
use crate::dataset::{
    Axis, Column, Dataset, EntryIx, EntryKind, Figure, MetricIx, RegionIx, RegionKind, RowIx, ThemeIx, TopicIx,
};

/// How many steps a scale has at most, and how many patterns there are.
pub const STEPS: usize = 5;

/// Which value of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// The earlier one.
    Start,
    /// The later one.
    End,
    /// How far it is from the one to the other.
    Change,
}

impl End {
    /// All of them.
    pub const ALL: [End; 3] = [End::Start, End::End, End::Change];

    /// The word of the option and of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            End::Start => "start",
            End::End => "end",
            End::Change => "change",
        }
    }

    /// The value of a figure; none where the figure does not give it.
    pub fn of(self, figure: &Figure) -> Option<f64> {
        match self {
            End::Start => figure.from.map(|p| p.value),
            End::End => figure.to.map(|p| p.value),
            End::Change => change(figure),
        }
    }
}

/// What the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// How many V's a row holds over an axis.
    Marks(Axis),
    /// How many entries there are.
    Entries,
    /// Whether a row has a V under a column, at a strength as the filter of the matrix means it.
    Column(Column, Strength),
    /// A figure.
    Figure(MetricIx, End),
    /// How many topics are named under a theme.
    Theme(ThemeIx),
    /// How many entries name a topic.
    Topic(TopicIx),
}

/// What a choice gives a region or a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// The column holds, at this strength and at none that is stronger.
    Holds(Strength),
    /// The row certainly has no V under the column.
    No,
    /// The source does not show it, or not at the strength that is asked for.
    Unknown,
    /// The rows or figures of the region differ.
    Mixed,
    /// The region gives no value, or does not name the topic.
    Nothing,
}

/// A region on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Shade {
    /// The region.
    pub region: RegionIx,
    /// Its value.
    pub value: Value,
    /// Its step, as a place among the steps; none for a value that stands in no step.
    pub step: Option<usize>,
    /// The rows of the matrix that the value comes from, each with its own.
    pub rows: Vec<(RowIx, Value)>,
}

/// Which values stand in a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limits {
    /// Whole numbers, both limits included.
    Whole(f64, f64),
    /// From the first limit up to the second one, which belongs to the next step; the last step holds both.
    Span {
        /** The first limit. */
        from: f64,
        /** The second limit. */
        to: f64,
        /** Whether the second limit belongs to it. */
        last: bool,
    },
    /// The column holds at this strength and at none that is stronger.
    Holds(Strength),
    /// Certainly no V.
    No,
}

impl Limits {
    /// Whether a value stands in the step.
    pub fn hold(self, value: Value) -> bool {
        match (self, value) {
            (Limits::Whole(from, to), Value::Number(n)) => from <= n && n <= to,
            (Limits::Span { from, to, last }, Value::Number(n)) => from <= n && (n < to || last && n <= to),
            (Limits::Holds(wanted), Value::Holds(strength)) => wanted == strength,
            (Limits::No, Value::No) => true,
            _ => false,
        }
    }
}

/// A step of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Which values stand in it.
    pub limits: Limits,
    /// Its pattern, 0 for the lightest up to 4.
    pub pattern: usize,
    /// How many regions stand in it.
    pub count: Count,
}

/// How many regions, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Zorgkantoorregio's.
    pub zorgkantoor: usize,
    /// ROAZ-regio's.
    pub roaz: usize,
}

/// The years of a value of a figure: one, or two for a change; a year is none where the source does not name it.
pub type Years = Vec<Option<u16>>;

/// The map of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Shades {
    /// The choice.
    pub choice: Choice,
    /// Every region, in the order of the dataset.
    pub regions: Vec<Shade>,
    /// The steps, the lowest first; the strongest last for a column.
    pub steps: Vec<Step>,
    /// The values outside the scale that occur, with how many regions have them: unknown, differing, none.
    pub outside: Vec<(Value, Count)>,
    /// The different years that the values of a figure are of.
    pub years: Vec<Years>,
}

impl Shades {
    /// The shade of a region.
    pub fn of(&self, region: RegionIx) -> Option<&Shade> {
        self.regions.get(region.place())
    }

    /// The pattern of a shade; none for a value that stands in no step.
    pub fn pattern(&self, shade: &Shade) -> Option<usize> {
        shade.step.and_then(|step| self.steps.get(step)).map(|step| step.pattern)
    }

    /// The regions of a step, or those outside the scale with a value: the highest value first, then by name.
    pub fn at(&self, dataset: &Dataset<'_>, step: Option<usize>, outside: Option<Value>) -> Vec<&Shade> {
        let fits = |shade: &&Shade| shade.step == step && outside.is_none_or(|value| shade.value == value);
        let mut found: Vec<&Shade> = self.regions.iter().filter(fits).collect();
        let number = |shade: &Shade| if let Value::Number(n) = shade.value { n } else { 0.0 };
        let kind = |shade: &Shade| (dataset[shade.region].kind, super::fold::fold_words(&dataset[shade.region].name));
        found.sort_by(|a, b| number(b).total_cmp(&number(a)).then_with(|| kind(a).cmp(&kind(b))));
        found
    }
}

/// The map of a choice; own marks count where they are given.
pub fn shade(dataset: &Dataset<'_>, own: Option<&Own>, choice: Choice) -> Shades {
    let mut regions: Vec<Shade> =
        dataset.regions().map(|(region, _)| of_region(dataset, own, choice, region)).collect();
    let mut steps = steps(choice, &regions);
    let mut outside: Vec<(Value, Count)> =
        [Value::Unknown, Value::Mixed, Value::Nothing].map(|value| (value, Count::default())).to_vec();
    for shade in &mut regions {
        shade.step = steps.iter().position(|step| step.limits.hold(shade.value));
        let count = match shade.step {
            Some(step) => steps.get_mut(step).map(|step| &mut step.count),
            None => outside.iter_mut().find(|(value, _)| *value == shade.value).map(|(_, count)| count),
        };
        if let Some(count) = count {
            match dataset[shade.region].kind {
                RegionKind::Zorgkantoor => count.zorgkantoor += 1,
                RegionKind::Roaz => count.roaz += 1,
            }
        }
    }
    outside.retain(|(_, count)| *count != Count::default());
    Shades { choice, regions, steps, outside, years: years(dataset, choice) }
}

fn of_region(dataset: &Dataset<'_>, own: Option<&Own>, choice: Choice, region: RegionIx) -> Shade {
    let count = |n: usize| if n == 0 { Value::Nothing } else { number(n) };
    let (value, rows) = match choice {
        Choice::Marks(axis) => by_row(dataset, region, |row| match dataset[row].axis(axis).marks {
            Some(marks) => Value::Number(f64::from(marks)),
            None => Value::Unknown,
        }),
        Choice::Column(column, strength) => {
            let mut filter = Filter::default();
            filter.set(column, Want::Wanted);
            by_row(dataset, region, |row| under(dataset, own, &filter, row, strength))
        }
        // A region without a text has none: that is a number, not a gap.
        Choice::Entries => (number(dataset.entries_of(region).count()), Vec::new()),
        Choice::Topic(_) => (count(grounds(dataset, choice, region).len()), Vec::new()),
        Choice::Theme(theme) => (count(topics_under(dataset, region, theme).len()), Vec::new()),
        Choice::Figure(metric, end) => {
            let given = figures_of(dataset, region, metric);
            (same(given.filter_map(|(_, f)| end.of(f)).map(Value::Number)), Vec::new())
        }
    };
    Shade { region, value, step: None, rows }
}

fn number(n: usize) -> Value {
    Value::Number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)))
}

/// The value of a region from those of its rows.
fn by_row(dataset: &Dataset<'_>, region: RegionIx, of: impl Fn(RowIx) -> Value) -> (Value, Vec<(RowIx, Value)>) {
    let rows: Vec<(RowIx, Value)> = dataset.rows_of(region).map(|(row, _)| (row, of(row))).collect();
    (same(rows.iter().map(|(_, value)| *value)), rows)
}

/// What all values are, where they are the same.
fn same(mut values: impl Iterator<Item = Value>) -> Value {
    let Some(first) = values.next() else { return Value::Nothing };
    if values.all(|value| value == first) { first } else { Value::Mixed }
}

/// What a row has under the wanted column: the strongest strength at which it fits, as far down as the one asked for.
fn under(dataset: &Dataset<'_>, own: Option<&Own>, filter: &Filter, row: RowIx, down_to: Strength) -> Value {
    let fits = |strength: &Strength| fits(dataset, own, filter, row, *strength);
    let asked = Strength::ALL.iter().position(|strength| *strength == down_to).unwrap_or(0);
    match Strength::ALL.iter().take(asked + 1).find(|strength| fits(strength)) {
        Some(strength) => Value::Holds(*strength),
        None if fits(&Strength::Possible) => Value::Unknown,
        None => Value::No,
    }
}

/// The topics that a region names under a theme, in the order in which it does.
pub fn topics_under(dataset: &Dataset<'_>, region: RegionIx, theme: ThemeIx) -> Vec<TopicIx> {
    let mut topics: Vec<TopicIx> = Vec::new();
    for (_, entry) in dataset.entries_of(region).filter(|(_, e)| e.kind.theme() == Some(theme)) {
        let speaking = entry.topics.iter().filter(|t| Some(**t) != dataset.silence_topic());
        for topic in speaking {
            if !topics.contains(topic) {
                topics.push(*topic);
            }
        }
    }
    topics
}

/// The figures of a metric that a region gives, each with its entry.
pub fn figures_of<'d>(
    dataset: &'d Dataset<'d>,
    region: RegionIx,
    metric: MetricIx,
) -> impl Iterator<Item = (EntryIx, &'d Figure)> {
    let entries = dataset.entries_of(region);
    entries.flat_map(move |(ix, e)| e.figures.iter().filter(move |f| f.metric == metric).map(move |f| (ix, f)))
}

/// The entries on which the value of a region rests: for a column its evidence, whatever the cell's value.
pub fn grounds(dataset: &Dataset<'_>, choice: Choice, region: RegionIx) -> Vec<EntryIx> {
    let entries = |fits: &dyn Fn(&crate::dataset::Entry<'_>) -> bool| -> Vec<EntryIx> {
        dataset.entries_of(region).filter(|(_, e)| fits(e)).map(|(ix, _)| ix).collect()
    };
    match choice {
        Choice::Marks(_) | Choice::Entries => Vec::new(),
        Choice::Column(column, _) => {
            let cells = dataset.rows_of(region).filter_map(|(_, row)| row.cell(column));
            let mut found: Vec<EntryIx> = cells.flat_map(|cell| cell.evidence.iter().copied()).collect();
            found.sort_unstable();
            found.dedup();
            found
        }
        Choice::Topic(topic) if Some(topic) == dataset.silence_topic() => Vec::new(),
        Choice::Topic(topic) => entries(&|e| e.topics.contains(&topic)),
        Choice::Theme(theme) => entries(&|e| matches!(e.kind, EntryKind::ActionLine(of) if of == theme)),
        Choice::Figure(metric, _) => entries(&|e| e.figures.iter().any(|f| f.metric == metric)),
    }
}

fn years(dataset: &Dataset<'_>, choice: Choice) -> Vec<Years> {
    let Choice::Figure(metric, end) = choice else { return Vec::new() };
    let mut years: Vec<Years> = dataset
        .regions()
        .flat_map(|(region, _)| figures_of(dataset, region, metric))
        .filter(|(_, figure)| end.of(figure).is_some())
        .map(|(_, figure)| {
            let points = match end {
                End::Start => [figure.from, None],
                End::End => [figure.to, None],
                End::Change => [figure.from, figure.to],
            };
            points.into_iter().flatten().map(|point| point.year).collect()
        })
        .collect();
    years.sort();
    years.dedup();
    years
}

/// The steps of a choice over the values that the regions have.
fn steps(choice: Choice, regions: &[Shade]) -> Vec<Step> {
    if let Choice::Column(_, down_to) = choice {
        let asked = Strength::ALL.iter().position(|strength| *strength == down_to).unwrap_or(0);
        let holds = Strength::ALL.iter().enumerate().take(asked + 1).rev();
        let holds = holds.map(|(i, strength)| (Limits::Holds(*strength), STEPS - 1 - i));
        let all = std::iter::once((Limits::No, 0)).chain(holds);
        return all.map(|(limits, pattern)| Step { limits, pattern, count: Count::default() }).collect();
    }
    let numbers: Vec<f64> = regions
        .iter()
        .filter_map(|shade| if let Value::Number(n) = shade.value { Some(n) } else { None })
        .filter(|n| n.is_finite())
        .collect();
    let (Some(least), Some(most)) =
        (numbers.iter().copied().min_by(f64::total_cmp), numbers.iter().copied().max_by(f64::total_cmp))
    else {
        return Vec::new();
    };
    let counted = !matches!(choice, Choice::Figure(..));
    let limits = if counted { whole(least, most) } else { spans(least, most) };
    let patterns = patterns(limits.len());
    let steps = limits.into_iter().zip(patterns);
    steps.map(|(limits, pattern)| Step { limits, pattern: *pattern, count: Count::default() }).collect()
}

/// Steps of whole numbers: as many as there are numbers, at most five, none wider than another by more than one.
fn whole(least: f64, most: f64) -> Vec<Limits> {
    let numbers = most - least + 1.0;
    let steps = if numbers < 5.0 { numbers } else { 5.0 };
    let from = |step: f64| least + (step * numbers / steps).floor();
    let all = (0..STEPS).map(|i| f64::from(u8::try_from(i).unwrap_or(0))).take_while(|step| *step < steps);
    all.map(|step| Limits::Whole(from(step), from(step + 1.0) - 1.0)).collect()
}

/// Steps of equal width between limits that are rounded, so that what the legend says is what was done.
fn spans(least: f64, most: f64) -> Vec<Limits> {
    let wide = (most - least) / 5.0;
    let scale = (0..7).map(|decimals| 10f64.powi(decimals)).find(|scale| wide * scale >= 2.0).unwrap_or(1e7);
    let mut limits = vec![least];
    for i in 1..STEPS {
        let limit = ((least + wide * f64::from(u8::try_from(i).unwrap_or(0))) * scale).round() / scale;
        if limits.last().is_some_and(|last| *last < limit) && limit < most {
            limits.push(limit);
        }
    }
    let ends: Vec<f64> = limits.iter().skip(1).copied().chain([most]).collect();
    let last = ends.len().saturating_sub(1);
    let spans = limits.into_iter().zip(ends).enumerate();
    spans.map(|(i, (from, to))| Limits::Span { from, to, last: i == last }).collect()
}

/// The patterns of fewer than five steps: spread, so that they are told apart as well as can be.
fn patterns(steps: usize) -> &'static [usize] {
    match steps {
        0 => &[],
        1 => &[2],
        2 => &[0, 4],
        3 => &[0, 2, 4],
        4 => &[0, 1, 3, 4],
        _ => &[0, 1, 2, 3, 4],
    }
}

/// Every choice that has a value somewhere, in the order in which a picker shows them; columns at this strength.
pub fn choices(dataset: &Dataset<'_>, strength: Strength) -> Vec<Choice> {
    let columns = Axis::ALL.into_iter().flat_map(|axis| dataset.columns(axis).map(|(column, _)| column));
    let mut given: Vec<(MetricIx, End)> = Vec::new();
    for (_, entry) in dataset.entries() {
        for figure in &entry.figures {
            for end in End::ALL.into_iter().filter(|end| end.of(figure).is_some()) {
                if !given.contains(&(figure.metric, end)) {
                    given.push((figure.metric, end));
                }
            }
        }
    }
    let metrics = dataset.metrics().flat_map(|(metric, _)| End::ALL.into_iter().map(move |end| (metric, end)));
    let figures = metrics.filter(|figure| given.contains(figure)).map(|(metric, end)| Choice::Figure(metric, end));
    let topics = dataset.topics().map(|(topic, _)| topic).filter(|topic| Some(*topic) != dataset.silence_topic());
    Axis::ALL
        .into_iter()
        .map(Choice::Marks)
        .chain([Choice::Entries])
        .chain(columns.map(|column| Choice::Column(column, strength)))
        .chain(figures)
        .chain(dataset.themes().map(|(theme, _)| Choice::Theme(theme)))
        .chain(topics.map(Choice::Topic))
        .collect()
}

impl Choice {
    /// The choice as it is typed after `map`, and as JSON names it: `ggz`'s column is `sector:ggz`.
    pub fn key(self, dataset: &Dataset<'_>) -> String {
        match self {
            Choice::Marks(axis) => axis.key().to_string(),
            Choice::Entries => "entries".to_string(),
            Choice::Column(column, _) if column.axis == Axis::Sectors => format!("sector:{}", dataset[column].id),
            Choice::Column(column, _) => format!("doelgroep:{}", dataset[column].id),
            Choice::Figure(metric, _) => format!("figure:{}", dataset[metric].id),
            Choice::Theme(theme) => format!("theme:{}", dataset[theme].id),
            Choice::Topic(topic) => format!("topic:{}", dataset[topic].id),
        }
    }

    /// The same choice at another strength or end, where it has one.
    pub fn at(self, strength: Option<Strength>, end: Option<End>) -> Choice {
        match self {
            Choice::Column(column, was) => Choice::Column(column, strength.unwrap_or(was)),
            Choice::Figure(metric, was) => Choice::Figure(metric, end.unwrap_or(was)),
            other => other,
        }
    }

    /// Whether two choices are of the same thing, whatever their strength or end.
    pub fn same_thing(self, other: Choice) -> bool {
        self.at(Some(Strength::Certain), Some(End::Start)) == other.at(Some(Strength::Certain), Some(End::Start))
    }
}

/// The choices that a person may mean: those with this key, id, label or name; else those whose name begins so.
pub fn find(dataset: &Dataset<'_>, asked: &str) -> Vec<Choice> {
    use super::fold::fold_words;
    let wanted = fold_words(asked);
    let mut all = choices(dataset, Strength::default());
    // Of a figure the later value, else what there is.
    all.sort_by_key(|choice| matches!(choice, Choice::Figure(_, end) if *end != End::End));
    let mut things: Vec<Choice> = Vec::new();
    for choice in all {
        if !things.iter().any(|known| known.same_thing(choice)) {
            things.push(choice);
        }
    }
    let keyed: Vec<Choice> = things.iter().copied().filter(|c| c.key(dataset) == asked.trim()).collect();
    if !keyed.is_empty() || wanted.is_empty() {
        return keyed;
    }
    let names = |choice: &Choice| names(dataset, *choice).map(fold_words);
    let exact: Vec<Choice> = things.iter().copied().filter(|c| names(c).contains(&wanted)).collect();
    if !exact.is_empty() {
        return exact;
    }
    things.retain(|c| names(c).iter().any(|name| name.starts_with(&wanted)));
    things
}

/// The names that a choice goes by: id, label, and the names in both languages.
pub fn names<'d>(dataset: &'d Dataset<'_>, choice: Choice) -> [&'d str; 4] {
    match choice {
        Choice::Marks(axis) => [axis.key(); 4],
        Choice::Entries => ["entries"; 4],
        Choice::Column(c, _) => [&dataset[c].id, &dataset[c].label, &dataset[c].name, &dataset[c].name_en],
        Choice::Figure(m, _) => [&dataset[m].id, &dataset[m].id, &dataset[m].name, &dataset[m].name_en],
        Choice::Theme(t) => [&dataset[t].id, &dataset[t].short, &dataset[t].name, &dataset[t].name_en],
        Choice::Topic(t) => [&dataset[t].id, &dataset[t].id, &dataset[t].name, &dataset[t].name_en],
    }
}
