//! `map` and `figures`: what the map shows, and the figures that regions give.

use std::io::Write;

use super::args::{EndArg, FiguresArgs, FiguresSortArg, MapArgs, PlainFormat, StrengthArg};
use super::error::{Error, code};
use super::plan::Plan;
use crate::dataset::{Dataset, MetricIx};
use crate::query::figures::{self, Sort};
use crate::query::matrix::{Own, Strength};
use crate::query::question::{MapQuestion, Question};
use crate::query::shade::{self, Choice, End};
use crate::report::figures as figure_words;
use crate::report::map_text::{self, Map};
use crate::report::text::Manner;
use crate::texts::{Lang, Msg};

/// The plan for `map`.
///
/// # Errors
/// [`Error::Usage`] with everything that is wrong: a choice that is unknown or means several things, an option that
/// the choice has no use for.
pub fn plan(args: &MapArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let choice = choice(dataset, lang, &args.choice.join(" ")).map_err(|line| Error::Usage(vec![line]))?;
    let name = choice.key(dataset);
    let mut wrong = Vec::new();
    let column = matches!(choice, Choice::Column(..));
    for option in [args.strength.map(|_| "--strength"), args.own.then_some("--own")].into_iter().flatten() {
        if !column {
            wrong.push(lang.fill(Msg::ErrorNoStrength, &[&option, &name]));
        }
    }
    if args.at.is_some() && !matches!(choice, Choice::Figure(..)) {
        wrong.push(lang.fill(Msg::ErrorNoEnd, &[&"--at", &name]));
    }
    if !wrong.is_empty() {
        return Err(Error::Usage(wrong));
    }
    let strength = args.strength.map(|strength| match strength {
        StrengthArg::Certain => Strength::Certain,
        StrengthArg::Evidenced => Strength::Evidenced,
        StrengthArg::Possible => Strength::Possible,
    });
    let end = args.at.map(|end| match end {
        EndArg::Start => End::Start,
        EndArg::End => End::End,
        EndArg::Change => End::Change,
    });
    let asked = MapQuestion { choice: choice.at(strength, end), own: args.own };
    Ok(if args.open { Plan::Screen(Question::Map(asked)) } else { Plan::Map(asked, args.format) })
}

fn choice(dataset: &Dataset<'_>, lang: Lang, asked: &str) -> Result<Choice, String> {
    if asked.is_empty() {
        return Ok(Choice::Marks(crate::dataset::Axis::Sectors));
    }
    match shade::find(dataset, asked).as_slice() {
        [choice] => Ok(*choice),
        [] => Err(lang.fill(Msg::ErrorUnknownChoice, &[&asked])),
        several => {
            let keys: Vec<String> = several.iter().map(|choice| choice.key(dataset)).collect();
            Err(lang.fill(Msg::ErrorChoices, &[&asked, &keys.join(", ")]))
        }
    }
}

/// Prints the map.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print(
    dataset: &Dataset<'_>,
    own: &Own,
    asked: MapQuestion,
    format: PlainFormat,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let own = asked.own.then_some(own);
    let shades = shade::shade(dataset, own, asked.choice);
    let map = Map { dataset, own, shades: &shades };
    let written = match format {
        PlainFormat::Text => map_text::text(map, manner, out),
        PlainFormat::Json => map_text::json(map, out),
    };
    written.map_err(Error::Write)?;
    Ok(if shades.regions.iter().all(|s| s.step.is_none()) { code::FOUND_WANTING } else { code::DONE })
}

/// The plan for `figures`.
///
/// # Errors
/// [`Error::Usage`] when no metric has this name, or several have.
pub fn plan_figures(args: &FiguresArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let metric = metric(dataset, lang, &args.metric.join(" ")).map_err(|line| Error::Usage(vec![line]))?;
    let sort = match args.sort {
        FiguresSortArg::Start => Sort::By(End::Start),
        FiguresSortArg::End => Sort::By(End::End),
        FiguresSortArg::Change => Sort::By(End::Change),
        FiguresSortArg::Name => Sort::Name,
    };
    Ok(if args.open { Plan::Screen(Question::Figures(metric, sort)) } else { Plan::Figures(metric, sort, args.format) })
}

fn metric(dataset: &Dataset<'_>, lang: Lang, asked: &str) -> Result<Option<MetricIx>, String> {
    if asked.is_empty() {
        return Ok(None);
    }
    let ids = |metrics: &mut dyn Iterator<Item = MetricIx>| -> String {
        metrics.map(|metric| dataset[metric].id.to_string()).collect::<Vec<_>>().join(", ")
    };
    match figures::find(dataset, asked).as_slice() {
        [metric] => Ok(Some(*metric)),
        [] => Err(lang.fill(Msg::ErrorUnknownMetric, &[&asked, &ids(&mut dataset.metrics().map(|(m, _)| m))])),
        several => Err(lang.fill(Msg::ErrorChoices, &[&asked, &ids(&mut several.iter().copied())])),
    }
}

/// Prints the metrics, or the figures of one.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print_figures(
    dataset: &Dataset<'_>,
    metric: Option<MetricIx>,
    sort: Sort,
    format: PlainFormat,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let Some(metric) = metric else {
        let all = figures::metrics(dataset);
        match format {
            PlainFormat::Text => figure_words::metrics(dataset, &all, manner, out),
            PlainFormat::Json => figure_words::metrics_json(dataset, &all, out),
        }
        .map_err(Error::Write)?;
        return Ok(if all.is_empty() { code::FOUND_WANTING } else { code::DONE });
    };
    let found = figures::figures(dataset, metric, sort);
    match format {
        PlainFormat::Text => figure_words::text(dataset, &found, manner, out),
        PlainFormat::Json => figure_words::json(dataset, &found, out),
    }
    .map_err(Error::Write)?;
    Ok(if found.given.is_empty() { code::FOUND_WANTING } else { code::DONE })
}
