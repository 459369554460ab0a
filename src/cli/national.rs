//! `national`, `concrete` and `agenda`: what was typed, and the answers printed.

use std::io::Write;

use super::args::{AgendaArgs, ConcreteArgs, MarkArg, NationalArgs, PlainFormat, WordingSortArg};
use super::error::{Error, code};
use super::plan::{Plan, kind, region};
use crate::dataset::{Dataset, RegionIx, TopicIx};
use crate::query::agenda::{Filter, YEARS, agenda, planned, topics_like};
use crate::query::concrete::{Asked, Concrete, Mark, Sort};
use crate::query::find::find;
use crate::query::fold::fold_words;
use crate::query::national::{Section, sections};
use crate::query::question::Question;
use crate::report::text::Manner;
use crate::report::{agenda as agenda_report, concrete as concrete_report, national as report};
use crate::texts::{Lang, Msg};

/// What `national` will do.
///
/// # Errors
/// [`Error::Usage`] where a section is unknown.
pub fn plan(args: &NationalArgs, lang: Lang) -> Result<Plan, Error> {
    let mut asked = Vec::new();
    let mut wrong = Vec::new();
    for key in &args.section {
        match Section::of_key(key.trim()) {
            found if found.is_empty() => {
                let allowed: Vec<&str> = Section::ALL.into_iter().map(Section::key).collect();
                wrong.push(lang.fill(Msg::ErrorUnknownSection, &[key, &allowed.join(", ")]));
            }
            found => asked.extend(found),
        }
    }
    match wrong.is_empty() {
        true if args.open => Ok(Plan::Screen(Question::National(asked.first().copied()))),
        true => Ok(Plan::National(asked, args.format)),
        false => Err(Error::Usage(wrong)),
    }
}

/// What `concrete` will do.
///
/// # Errors
/// [`Error::Usage`] where the region is unknown or ambiguous.
pub fn plan_concrete(args: &ConcreteArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let of = match args.of.is_empty() {
        true => None,
        // An entry of a part belongs to its region.
        false => Some(region(dataset, lang, &args.of)?.region),
    };
    let mark = match args.mark {
        MarkArg::Figure => Mark::Figure,
        MarkArg::Year => Mark::Year,
        MarkArg::Doelgroep => Mark::Doelgroep,
        MarkArg::Named => Mark::Named,
    };
    let sort = match args.sort {
        WordingSortArg::Share => Sort::Share,
        WordingSortArg::Name => Sort::Name,
    };
    let asked = Asked { mark, sort, kind: args.kind.map(kind) };
    Ok(match args.open {
        true => Plan::Screen(Question::Concrete(of, asked)),
        false => Plan::Concrete(of, asked, args.format),
    })
}

/// What `agenda` will do.
///
/// # Errors
/// [`Error::Usage`] with everything that is wrong: an unknown or ambiguous topic or region, a region without a plan.
pub fn plan_agenda(args: &AgendaArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let mut wrong = Vec::new();
    let mut filter = Filter { year: args.year, ..Filter::default() };
    if let Some(typed) = &args.topic {
        match topic(dataset, lang, typed) {
            Ok(topic) => filter.topics = Some(vec![topic]),
            Err(line) => wrong.push(line),
        }
    }
    if let Some(typed) = &args.of {
        match find(dataset, typed) {
            Ok(place) => filter.region = Some(place.region),
            Err(why) => wrong.extend(Error::not_found(dataset, lang, &why).say(lang)),
        }
    }
    match wrong.is_empty() {
        true if args.open => Ok(Plan::Screen(Question::Agenda(filter))),
        true => Ok(Plan::Agenda(filter, args.format)),
        false => Err(Error::Usage(wrong)),
    }
}

/// The years that `--year` takes.
pub fn years() -> clap::builder::RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(i64::from(*YEARS.start())..=i64::from(*YEARS.end()))
}

/// A topic by its id or name in either language, else the only one whose id or name holds what was typed.
fn topic(dataset: &Dataset<'_>, lang: Lang, typed: &str) -> Result<TopicIx, String> {
    let wanted = fold_words(typed);
    let exact = |name: &str| fold_words(name) == wanted;
    let named = |topic: TopicIx| {
        let held = &dataset[topic];
        exact(&held.id) || exact(&held.name) || exact(&held.name_en)
    };
    let like = match wanted.is_empty() {
        true => Vec::new(),
        false => topics_like(dataset, typed),
    };
    let like: Vec<TopicIx> = like.into_iter().filter(|topic| Some(*topic) != dataset.silence_topic()).collect();
    let ids = |topics: &[TopicIx]| topics.iter().map(|t| dataset[*t].id.to_string()).collect::<Vec<_>>();
    if let Some(topic) = like.iter().copied().find(|topic| named(*topic)) {
        return Ok(topic);
    }
    match like.as_slice() {
        [topic] => Ok(*topic),
        [] => {
            let near = near(dataset, &wanted);
            let near: Vec<String> = ids(&near).iter().map(|id| format!("\"{id}\"")).collect();
            let hint = match near.is_empty() {
                // All of them: what is allowed.
                true => {
                    let all: Vec<TopicIx> = dataset.topics().map(|(ix, _)| ix).collect();
                    format!("; {}", ids(&all).join(", "))
                }
                false => lang.fill(Msg::ErrorDidYouMean, &[&near.join(lang.say(Msg::And))]),
            };
            Err(lang.fill(Msg::ErrorNoTopic, &[&typed, &hint]))
        }
        _ => Err(lang.fill(Msg::ErrorTopics, &[&typed, &ids(&like).join(", ")])),
    }
}

/// The topics that were perhaps meant: a few letters apart.
fn near(dataset: &Dataset<'_>, wanted: &str) -> Vec<TopicIx> {
    let mut near: Vec<(usize, TopicIx)> = dataset
        .topics()
        .filter(|(ix, _)| Some(*ix) != dataset.silence_topic())
        .map(|(ix, topic)| {
            let of = |name: &str| strsim::osa_distance(&fold_words(name), wanted);
            (of(&topic.id).min(of(&topic.name)), ix)
        })
        .filter(|(distance, _)| distance * 5 <= wanted.chars().count() * 2)
        .collect();
    near.sort();
    near.into_iter().map(|(_, ix)| ix).take(3).collect()
}

/// Prints the national picture.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print(
    dataset: &Dataset<'_>,
    asked: &[Section],
    format: PlainFormat,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let shown = sections(dataset, asked);
    let written = match format {
        PlainFormat::Text => report::text(dataset, &shown, manner, out),
        PlainFormat::Json => report::json(dataset, &shown, out),
    };
    done(written, !shown.is_empty())
}

/// Prints how concretely regions word their lines.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print_concrete(
    dataset: &Dataset<'_>,
    region: Option<RegionIx>,
    asked: Asked,
    format: PlainFormat,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let concrete = Concrete::new(dataset);
    let lang = manner.lang;
    let (written, any) = match region {
        None => {
            let written = match format {
                PlainFormat::Text => concrete_report::text(dataset, &concrete, asked, manner, out),
                PlainFormat::Json => concrete_report::json(dataset, &concrete, asked, lang, out),
            };
            (written, concrete.total(dataset, asked.kind).entries > 0)
        }
        Some(region) => {
            let written = match format {
                PlainFormat::Text => concrete_report::region_text(dataset, &concrete, region, asked.mark, manner, out),
                PlainFormat::Json => concrete_report::region_json(dataset, &concrete, region, lang, out),
            };
            (written, concrete.row(region).is_some_and(|row| row.tally.entries > 0))
        }
    };
    done(written, any)
}

/// Prints the agenda.
///
/// # Errors
/// [`Error::Write`] when the output cannot be written.
pub fn print_agenda(
    dataset: &Dataset<'_>,
    filter: &Filter,
    format: PlainFormat,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let found = agenda(dataset, filter);
    // A region that has no plan in the dataset is no agenda without steps: that is told.
    if let Some(region) = filter.region.filter(|region| !planned(dataset).contains(region))
        && format == PlainFormat::Text
    {
        let others: Vec<&str> = planned(dataset).into_iter().map(|r| dataset[r].id.as_str()).collect();
        let line = manner.lang.fill(Msg::AgendaNoPlanOf, &[&dataset[region].name, &others.join(", ")]);
        return done(writeln!(out, "{line}"), false);
    }
    let written = match format {
        PlainFormat::Text => agenda_report::text(dataset, filter, &found, manner, out),
        PlainFormat::Json => agenda_report::json(dataset, filter, &found, out),
    };
    done(written, !found.is_empty())
}

fn done(written: std::io::Result<()>, any: bool) -> Result<u8, Error> {
    written.map_err(Error::Write)?;
    Ok(if any { code::DONE } else { code::FOUND_WANTING })
}
