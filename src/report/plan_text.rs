//! `plan` as text: headings by list and theme, each entry under what it stands under, with what stands beside it and
//! its section.

use std::io::{self, Write};

use super::plan::{self, Telling};
use super::text::{Manner, Pen};
use super::words;
use crate::dataset::plans::{ItemIx, List, Role, WorkIx};
use crate::dataset::{Dataset, RegionIx};
use crate::query::find::Place;
use crate::query::plan::{Only, outline};
use crate::texts::Msg;

/// `plan`: what of the plan is asked for.
///
/// # Errors
/// When the writer fails.
pub fn write(telling: &Telling<'_>, work: WorkIx, only: &Only, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let Telling { dataset, plans, lang, .. } = *telling;
    let mut pen = Pen { out, manner };
    let lists = outline(plans, work, only);
    if let Some(region) = plans[work].region {
        head(dataset, region, &plan::document(dataset, plans[work].doc), &mut pen)?;
    }
    let shown: usize = lists.iter().map(|l| l.items.len()).sum();
    pen.dim("", &lang.fill(Msg::PlanCount, &[&shown]))?;
    if let Only::Topics(theme, topics) = only {
        let theme = lang.pick(&dataset[*theme].name, &dataset[*theme].name_en);
        let said = match topics.as_slice() {
            [] => lang.fill(Msg::PlanNoTopics, &[&theme]),
            topics => lang.fill(Msg::PlanOnTopics, &[&theme, &words::topics(dataset, lang, topics)]),
        };
        pen.plain("", &said)?;
        if lists.is_empty() && !topics.is_empty() {
            pen.plain("", lang.say(Msg::PlanNoneOfThese))?;
        }
    }
    for listed in &lists {
        pen.blank()?;
        pen.bold(plan::list(lang, listed.list))?;
        let mut section = None;
        for &ix in &listed.items {
            let now = plans[ix].source.section.as_str();
            let anew = section.replace(now) != Some(now);
            entry(telling, ix, anew, &mut pen)?;
        }
    }
    if *only == Only::All && !plans[work].notes.is_empty() {
        pen.blank()?;
        pen.bold(lang.say(Msg::Notes))?;
        for note in &plans[work].notes {
            pen.plain("- ", &note.text)?;
            let sections: Vec<&str> = note.sources.iter().map(|s| s.section.as_str()).collect();
            pen.dim("    ", &lang.fill(Msg::PlanSection, &[&sections.join("; ")]))?;
        }
    }
    pen.blank()?;
    pen.dim("", &lang.fill(Msg::SourceLine, &[&plan::document(dataset, plans[work].doc)]))
}

fn head(dataset: &Dataset<'_>, region: RegionIx, title: &str, pen: &mut Pen<'_>) -> io::Result<()> {
    let place = words::place(dataset, pen.manner.lang, Place::whole(region));
    pen.bold(title)?;
    pen.plain("", &place)
}

/// An entry; its section where that is another than that of the entry before it.
fn entry(telling: &Telling<'_>, ix: ItemIx, section: bool, pen: &mut Pen<'_>) -> io::Result<()> {
    let Telling { plans, lang, .. } = *telling;
    let item = &plans[ix];
    let top = item.role == Role::Theme && item.list == List::Themes;
    let indent = "  ".repeat(usize::from(item.depth).min(6));
    let under = format!("{indent}    ");
    match &item.name {
        Some(name) if top => {
            pen.blank()?;
            pen.bold(&format!("{} {name}", plan::level(lang, item)))?;
            pen.plain("  ", &item.text)?;
        }
        _ => pen.plain(&format!("{indent}- "), &plan::said(lang, item))?,
    }
    let facts = telling.facts(ix);
    if !facts.is_empty() {
        pen.dim(&under, &facts.join("; "))?;
    }
    let topics = telling.topics(item);
    if section {
        let section = lang.fill(Msg::PlanSection, &[&item.source.section]);
        pen.dim(&under, &if topics.is_empty() { section } else { format!("{topics}; {section}") })
    } else if topics.is_empty() {
        Ok(())
    } else {
        pen.dim(&under, &topics)
    }
}
