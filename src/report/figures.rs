//! Figures written out, as text and as JSON, and their words, which the screen shares.

use std::io::{self, Write};

use serde_json::{Value as Json, json};
use unicode_width::UnicodeWidthStr;

use super::compare::number;
use super::lines::{cut, pad};
use super::map::end;
use super::text::{Manner, Pen};
use super::words;
use crate::dataset::{Dataset, MetricIx, Point};
use crate::query::compare::change;
use crate::query::figures::{Axis, Figures, Given, Part, Sort};
use crate::query::find::Place;
use crate::texts::{Lang, Msg};

/// The sign of a stretch of a bar.
pub fn sign(part: Option<Part>, ascii: bool) -> &'static str {
    match (part, ascii) {
        (None, _) => " ",
        (Some(Part::Base), false) => "▒",
        (Some(Part::Growth), false) => "█",
        (Some(Part::Decline), false) => "░",
        (Some(Part::OnlyStart), false) => "▒",
        (Some(Part::OnlyEnd), false) => "▓",
        (Some(Part::Base | Part::OnlyStart), true) => "=",
        (Some(Part::Growth), true) => "#",
        (Some(Part::Decline), true) => "-",
        (Some(Part::OnlyEnd), true) => "+",
    }
}

/// A bar as text; where values lie on both sides of zero, zero has a cell of its own.
pub fn bar(axis: Axis, given: &Given, cells: usize, ascii: bool) -> String {
    let both_sides = axis.from < 0.0;
    let cells = cells.saturating_sub(usize::from(both_sides));
    let mut signs: Vec<&str> = axis.bar(&given.figure, cells).into_iter().map(|part| sign(part, ascii)).collect();
    if both_sides {
        signs.insert(axis.cell(0.0, cells), if ascii { "|" } else { "│" });
    }
    signs.concat()
}

/// What the signs of the bars mean, of those that occur.
pub fn legend(lang: Lang, figures: &Figures, ascii: bool) -> String {
    let occurs = |fits: fn(&Given) -> bool| figures.given.iter().any(fits);
    let both = |g: &Given| g.figure.from.is_some() && g.figure.to.is_some();
    let items = [
        (occurs(both), Part::Base, Msg::FiguresBase),
        (occurs(|g| change(&g.figure).is_some_and(|c| c > 0.0)), Part::Growth, Msg::FiguresGrowth),
        (occurs(|g| change(&g.figure).is_some_and(|c| c < 0.0)), Part::Decline, Msg::FiguresDecline),
        (occurs(|g| g.figure.to.is_none()), Part::OnlyStart, Msg::FiguresOnlyStart),
        (occurs(|g| g.figure.from.is_none()), Part::OnlyEnd, Msg::FiguresOnlyEnd),
    ];
    let said = items.into_iter().filter(|(there, ..)| *there);
    let mut said: Vec<String> =
        said.map(|(_, part, msg)| format!("{} {}", sign(Some(part), ascii), lang.say(msg))).collect();
    said.push(lang.say(Msg::FiguresZero).to_string());
    said.join("   ")
}

/// The name of a metric.
pub fn metric<'d>(dataset: &'d Dataset<'_>, lang: Lang, metric: MetricIx) -> &'d str {
    lang.pick(&dataset[metric].name, &dataset[metric].name_en)
}

/// The heading: the metric with its unit, how many regions give it, in which order.
pub fn heading(dataset: &Dataset<'_>, lang: Lang, figures: &Figures) -> (String, String) {
    let name = format!("{} ({})", metric(dataset, lang, figures.metric), dataset[figures.metric].unit);
    let count = lang.fill(Msg::FiguresCount, &[&figures.regions, &dataset.regions().len()]);
    let sorted = lang.fill(Msg::FiguresSorted, &[&lang.say(sort(figures.sort))]);
    (name, format!("{count}; {sorted}"))
}

/// An order in a word.
pub fn sort(sort: Sort) -> Msg {
    match sort {
        Sort::By(by) => end(by),
        Sort::Name => Msg::SortName,
    }
}

/// Whose figure it is.
pub fn place(dataset: &Dataset<'_>, lang: Lang, given: &Given) -> String {
    let entry = &dataset[given.entry];
    words::short_place(dataset, lang, Place { region: entry.region, part: entry.part })
}

/// The values with their years and the change; that the source names no year, or one end only, is said.
pub fn values(dataset: &Dataset<'_>, lang: Lang, given: &Given) -> String {
    let unit = &dataset[given.figure.metric].unit;
    let unit = if unit.as_str() == "%" { unit.to_string() } else { format!(" {unit}") };
    let point = |point: Point| {
        let year = point.year.map_or(lang.say(Msg::YearUnnamed).to_string(), |year| year.to_string());
        lang.fill(Msg::FigurePoint, &[&format!("{}{unit}", number(lang, point.value)), &year])
    };
    let alone = |at: Point, msg: Msg| format!("{}, {}", point(at), lang.say(msg));
    let mut said = match (given.figure.from, given.figure.to) {
        (Some(from), Some(to)) => format!("{} → {}", point(from), point(to)),
        (Some(from), None) => alone(from, Msg::FiguresOnlyStart),
        (None, Some(to)) => alone(to, Msg::FiguresOnlyEnd),
        (None, None) => lang.say(Msg::CompareNoValue).to_string(),
    };
    if let Some(change) = change(&given.figure) {
        let sign = if change > 0.0 { "+" } else { "" };
        said.push_str(&lang.fill(Msg::CompareChange, &[&format!("{sign}{}", number(lang, change))]));
    }
    said
}

/// The regions without the figure, counted and named; none where every region gives it.
pub fn without(dataset: &Dataset<'_>, lang: Lang, figures: &Figures) -> Option<String> {
    let names = figures.without.iter().map(|r| words::short_place(dataset, lang, Place::whole(*r)));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| lang.fill(Msg::FiguresWithout, &[&names.len(), &names.join(", ")]))
}

/// `figures`: every metric with how many regions give it.
///
/// # Errors
/// When the writer fails.
pub fn metrics(
    dataset: &Dataset<'_>,
    all: &[(MetricIx, usize)],
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = manner.lang;
    let mut pen = Pen { out, manner };
    pen.bold(lang.say(if all.is_empty() { Msg::FiguresNoMetrics } else { Msg::FiguresTitle }))?;
    let width = all.iter().map(|(m, _)| dataset[*m].id.width()).max().unwrap_or(0);
    for (ix, regions) in all {
        let said = format!("{} ({})", metric(dataset, lang, *ix), dataset[*ix].unit);
        let count = lang.fill(Msg::FiguresRegions, &[regions]);
        pen.plain(&format!("{}  ", pad(&dataset[*ix].id, width)), &format!("{said}; {count}"))?;
    }
    Ok(())
}

/// `figures --format json`.
///
/// # Errors
/// When the writer fails.
pub fn metrics_json(dataset: &Dataset<'_>, all: &[(MetricIx, usize)], out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<Json> = all
        .iter()
        .map(|(ix, regions)| {
            let metric = &dataset[*ix];
            json!({"id": metric.id.as_str(), "name": metric.name.as_str(), "name_en": metric.name_en.as_str(),
                "unit": metric.unit.as_str(), "regions": regions})
        })
        .collect();
    super::json::write(&Json::Array(all), out)
}

/// The width of the bars where no width is known.
const BARS: usize = 30;

/// `figures METRIC`: a line for each figure, its bar, and the values with their years.
///
/// # Errors
/// When the writer fails.
pub fn text(dataset: &Dataset<'_>, figures: &Figures, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let Manner { lang, ascii, width, .. } = manner;
    let mut pen = Pen { out, manner };
    let (name, said) = heading(dataset, lang, figures);
    pen.bold(&name)?;
    pen.plain("", &said)?;
    if figures.years_differ {
        pen.plain("", lang.say(Msg::FiguresYears))?;
    }
    pen.blank()?;
    let names: Vec<String> = figures.given.iter().map(|g| place(dataset, lang, g)).collect();
    let values: Vec<String> = figures.given.iter().map(|g| self::values(dataset, lang, g)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| text.width()).max().unwrap_or(0);
    let (named, valued) = (widest(&names), widest(&values));
    let bars = width.map_or(BARS, |width| width.saturating_sub(named.min(30) + valued + 4).min(60));
    let axis = Axis::of(figures);
    for ((given, name), values) in figures.given.iter().zip(&names).zip(&values) {
        if bars >= 12 {
            let name = pad(&cut(name, named.min(30), "…"), named.min(30));
            pen.whole(&format!("{name}  {}  {values}", bar(axis, given, bars, ascii)))?;
        } else {
            // Too narrow for all on a line: the words first, the bar under them.
            pen.plain("", &format!("{name}: {values}"))?;
            pen.whole(&format!("  {}", bar(axis, given, width.unwrap_or(BARS).saturating_sub(4), ascii)))?;
        }
    }
    if figures.given.is_empty() {
        return pen.plain("", lang.say(Msg::FiguresNone));
    }
    pen.blank()?;
    pen.plain("", &legend(lang, figures, ascii))?;
    without(dataset, lang, figures).map_or(Ok(()), |line| pen.plain("", &line))
}

/// `figures METRIC --format json`.
///
/// # Errors
/// When the writer fails.
pub fn json(dataset: &Dataset<'_>, figures: &Figures, out: &mut dyn Write) -> io::Result<()> {
    let metric = &dataset[figures.metric];
    let point = |point: Option<Point>| point.map(|p| json!({"year": p.year, "value": p.value}));
    let given: Vec<Json> = figures
        .given
        .iter()
        .map(|g| {
            let entry = &dataset[g.entry];
            let region = &dataset[entry.region];
            let part = entry.part.and_then(|p| region.parts.get(p.place())).map(|p| p.id.to_string());
            json!({
                "region": region.id.as_str(),
                "part": part,
                "from": point(g.figure.from),
                "to": point(g.figure.to),
                "change": change(&g.figure),
                "entry": entry.id.as_str(),
                "page": entry.source.page,
            })
        })
        .collect();
    let answer = json!({
        "metric": {"id": metric.id.as_str(), "name": metric.name.as_str(), "name_en": metric.name_en.as_str(),
            "unit": metric.unit.as_str()},
        "sort": figures.sort.key(),
        "regions": figures.regions,
        "years_differ": figures.years_differ,
        "figures": given,
        "without": figures.without.iter().map(|r| dataset[*r].id.as_str()).collect::<Vec<_>>(),
    });
    super::json::write(&answer, out)
}
