//! The agenda over plans written out, as text and as JSON, and its words, which the screen shares.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::national::{json_item, json_years, kind, line, name, parties};
use super::text::{Manner, Pen};
use super::words;
use crate::dataset::Dataset;
use crate::query::agenda::{Agenda, Filter, Group, Moment, Step, planned, topics};
use crate::query::find::Place;
use crate::texts::{Lang, Msg};

/// When a step happens, in words that keep a deadline a deadline and a start a start.
pub fn moment(lang: Lang, moment: Moment) -> String {
    match moment {
        Moment::In(year) => lang.fill(Msg::AgendaIn, &[&year]),
        Moment::Between(from, to) => lang.fill(Msg::AgendaBetween, &[&from, &to]),
        Moment::From(year) => lang.fill(Msg::AgendaFrom, &[&year]),
        Moment::By(year) => lang.fill(Msg::AgendaBy, &[&year]),
        Moment::Undated => lang.say(Msg::AgendaNoYear).to_string(),
    }
}

/// The heading of a group, with how many steps it has and how many run on in it.
pub fn heading(lang: Lang, group: &Group) -> String {
    let steps = match group.steps.len() {
        1 => lang.say(Msg::AgendaStepsOne).to_string(),
        n => lang.fill(Msg::AgendaSteps, &[&n]),
    };
    let running = match group.running.len() {
        0 => String::new(),
        1 => format!("; {}", lang.say(Msg::AgendaRunningOne)),
        n => format!("; {}", lang.fill(Msg::AgendaRunning, &[&n])),
    };
    let year = group.year.map_or(lang.say(Msg::AgendaUndated).to_string(), |year| year.to_string());
    format!("{year} ({steps}{running})")
}

/// The theme of the plan that a step stands under; what stands under none is of the plan as a whole.
pub fn theme(dataset: &Dataset<'_>, lang: Lang, step: Step) -> String {
    let plans = dataset.plans();
    let theme = plans.theme_of(step.item).map(|ix| name(&plans[ix]));
    theme.unwrap_or_else(|| lang.say(Msg::AgendaPlanAsAWhole).to_string())
}

/// What is told of a step under its text: region and theme; moment and the source's own word for it; status, parties,
/// topics.
pub fn about(dataset: &Dataset<'_>, lang: Lang, step: Step) -> Vec<String> {
    let plans = dataset.plans();
    let item = &plans[step.item];
    let region = words::short_place(dataset, lang, Place::whole(step.region));
    let mut when = vec![moment(lang, step.moment)];
    when.extend(item.when.as_ref().map(|said| lang.fill(Msg::AgendaSaid, &[said])));
    when.extend(step.years_of.map(|ix| lang.fill(Msg::AgendaYearsOf, &[&name(&plans[ix])])));
    when.extend(item.status.as_ref().map(|status| lang.fill(Msg::AgendaStatus, &[status])));
    let topics = words::topics(dataset, lang, &item.topics);
    let who = parties(plans, lang, item).into_iter().chain((!topics.is_empty()).then_some(topics));
    let place = [region, theme(dataset, lang, step), kind(lang, item)].join(" · ");
    let lines = [place, when.join("; "), who.collect::<Vec<_>>().join("; ")];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// What was asked, in words.
pub fn filter(dataset: &Dataset<'_>, lang: Lang, filter: &Filter) -> String {
    let region = match filter.region {
        Some(region) => words::short_place(dataset, lang, Place::whole(region)),
        None => {
            let names: Vec<String> = planned(dataset).into_iter().map(|r| dataset[r].name.to_string()).collect();
            format!("{} ({})", lang.say(Msg::AgendaAllRegions), names.join(", "))
        }
    };
    let topics = filter.topics.as_ref().map(|topics| words::topics(dataset, lang, topics));
    let year = filter.year.map(|year| year.to_string());
    [year, Some(region), topics].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// `agenda`: under each year its steps.
///
/// # Errors
/// When the writer fails.
pub fn text(
    dataset: &Dataset<'_>,
    asked: &Filter,
    agenda: &Agenda,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = manner.lang;
    let mut pen = Pen { out, manner };
    pen.bold(lang.say(Msg::AgendaTitle))?;
    if planned(dataset).is_empty() {
        return pen.plain("", lang.say(Msg::AgendaNoPlans));
    }
    pen.plain("", &filter(dataset, lang, asked))?;
    pen.dim("", lang.say(Msg::AgendaRule))?;
    if agenda.is_empty() {
        pen.plain("", &nothing(dataset, lang, asked, agenda))?;
    }
    for group in &agenda.groups {
        pen.blank()?;
        pen.bold(&heading(lang, group))?;
        for step in &group.steps {
            self::step(&mut pen, dataset, *step)?;
        }
        // In the agenda of all years they stand in full under the year that they begin in.
        if asked.year.is_some() && !group.running.is_empty() {
            pen.blank()?;
            pen.plain("", &format!("{}:", lang.say(Msg::AgendaRunningHead)))?;
            for step in &group.running {
                self::step(&mut pen, dataset, *step)?;
            }
        }
    }
    if agenda.undated_left_out > 0 {
        pen.blank()?;
        pen.dim("", &lang.fill(Msg::AgendaLeftOut, &[&agenda.undated_left_out]))?;
    }
    Ok(())
}

/// That nothing fits, and in which years or on which topics something would.
pub fn nothing(dataset: &Dataset<'_>, lang: Lang, asked: &Filter, agenda: &Agenda) -> String {
    let years: Vec<String> = agenda.years.iter().map(u16::to_string).collect();
    if asked.year.is_some() && !years.is_empty() {
        return lang.fill(Msg::AgendaNothing, &[&years.join(", ")]);
    }
    match asked.topics {
        Some(_) => {
            let names = topics(dataset).into_iter().map(|t| lang.pick(&dataset[t].name, &dataset[t].name_en));
            lang.fill(Msg::AgendaNothingTopic, &[&names.collect::<Vec<_>>().join(", ")])
        }
        None => lang.say(Msg::AgendaNothingAtAll).to_string(),
    }
}

fn step(pen: &mut Pen<'_>, dataset: &Dataset<'_>, step: Step) -> io::Result<()> {
    let item = &dataset.plans()[step.item];
    pen.plain("- ", &line(item))?;
    for said in about(dataset, pen.manner.lang, step) {
        pen.dim("    ", &said)?;
    }
    pen.dim("    ", &super::national::source(dataset, pen.manner.lang, &item.source))
}

/// `agenda --format json`.
///
/// # Errors
/// When the writer fails.
pub fn json(dataset: &Dataset<'_>, asked: &Filter, agenda: &Agenda, out: &mut dyn Write) -> io::Result<()> {
    let topics = asked.topics.as_ref().map(|topics| topics.iter().map(|t| dataset[*t].id.as_str()).collect::<Vec<_>>());
    let groups: Vec<Value> = agenda
        .groups
        .iter()
        .map(|group| {
            let running: Vec<&str> = group.running.iter().map(|step| dataset.plans()[step.item].id.as_str()).collect();
            let full = |steps: &[Step]| steps.iter().map(|step| json_step(dataset, *step)).collect::<Vec<_>>();
            let mut value = json!({"year": group.year, "steps": full(&group.steps), "running": running});
            if asked.year.is_some() {
                value["running"] = full(&group.running).into();
            }
            value
        })
        .collect();
    let value = json!({
        "filter": {
            "year": asked.year,
            "topics": topics,
            "region": asked.region.map(|region| dataset[region].id.as_str()),
        },
        "counts": {"steps": agenda.len(), "undated_left_out": agenda.undated_left_out},
        "groups": groups,
    });
    super::json::write(&value, out)
}

fn json_step(dataset: &Dataset<'_>, step: Step) -> Value {
    let plans = dataset.plans();
    let mut value = json_item(dataset, step.item);
    let theme = plans.theme_of(step.item).map(|ix| json!({"id": plans[ix].id, "name": plans[ix].name}));
    let years = plans[step.item].years.or_else(|| step.years_of.and_then(|ix| plans[ix].years));
    value.insert("region".into(), dataset[step.region].id.as_str().into());
    value.insert("theme".into(), json!(theme));
    value.insert("moment".into(), step.moment.key().into());
    value.insert("years".into(), json_years(years));
    value.insert("years_of".into(), json!(step.years_of.map(|ix| plans[ix].id.as_str())));
    Value::Object(value)
}
