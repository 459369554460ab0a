//! The rows of two regioplannen in words: each entry with the plan's own word for its level, and under it years, status,
//! figures, parties and ties.

use super::compare::{RowWords, Said, SectionWords, name, only, who_says};
use super::plan::{Telling, kind, planned};
use super::{plan, words};
use crate::dataset::Dataset;
use crate::dataset::plans::{ItemIx, Plans};
use crate::query::compare::{Comparison, Only};
use crate::query::compare_plan::{PlanRow, PlanTexts};
use crate::query::pairing::Side;
use crate::query::plan::plans_or_aims;
use crate::texts::{Lang, Msg};

/// Adds the rows that are to be shown, and what is said of the section.
pub(super) fn section(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    only: Only,
    words: &mut SectionWords,
) {
    let Some(texts) = &comparison.plan else {
        return words.remarks.push(lang.fill(Msg::ComparePlanNone, &[&planned(dataset)]));
    };
    let without = Side::BOTH.into_iter().find(|side| !texts.has.of(*side));
    if let Some(side) = without {
        let of = |side: Side| name(dataset, *comparison.places.of(side));
        words.remarks.push(lang.fill(Msg::ComparePlanOne, &[&of(side.other()), &of(side)]));
        return;
    }
    words.remarks.push(lang.say(Msg::ComparePlanRule).to_string());
    let plans = dataset.plans();
    let rows = texts.rows.iter().enumerate().filter(|(_, row)| only.shows(row.who));
    words.rows = rows.map(|(i, planned)| row(dataset, plans, lang, comparison, texts, i, planned)).collect();
}

fn row(
    dataset: &Dataset<'_>,
    plans: &Plans,
    lang: Lang,
    comparison: &Comparison,
    texts: &PlanTexts,
    index: usize,
    row: &PlanRow,
) -> RowWords {
    let about = lang.pick(&dataset[row.topic].name, &dataset[row.topic].name_en).to_string();
    let only = only(row.who);
    let telling = Telling { dataset, plans, lang, inferred: texts.inferred };
    let mut band = crate::query::pairing::Sides::each(|side| -> Vec<Said> {
        row.entries.of(side).iter().flat_map(|ix| entry(&telling, *ix)).collect()
    });
    if let Some(side) = row.empty_side() {
        let who = name(dataset, *comparison.places.of(side));
        *band.of_mut(side) = vec![Said::remark(elsewhere(&telling, texts, row, side, &who))];
    }
    let heading = who_says(lang, Msg::CompareOnlyNames, only.map(Side::letter), &about);
    RowWords { index, heading, about, only, bands: vec![band] }
}

/// An entry, and under it what stands beside it.
fn entry(telling: &Telling<'_>, ix: ItemIx) -> Vec<Said> {
    let item = &telling.plans[ix];
    let mut said = vec![Said { text: plan::said(telling.lang, item), item: Some(ix), ..Said::default() }];
    let facts = telling.facts(ix);
    if !facts.is_empty() {
        said.push(Said::remark(facts.join("; ")));
    }
    said
}

/// Where else a side's plan names the topic of a row in which it has no entry.
fn elsewhere(telling: &Telling<'_>, texts: &PlanTexts, row: &PlanRow, side: Side, who: &str) -> String {
    let Telling { dataset, plans, lang, .. } = *telling;
    let mut here: Vec<String> = Vec::new();
    let mut there: Vec<String> = Vec::new();
    for &ix in &row.elsewhere {
        let (list, said) = if plans_or_aims(&plans[ix]) {
            let other = texts.rows.iter().find(|other| other.entries.of(side).contains(&ix));
            (&mut here, other.map_or(String::new(), |other| words::topics(dataset, lang, &[other.topic])))
        } else {
            (&mut there, kind(lang, &plans[ix]))
        };
        if !list.contains(&said) {
            list.push(said);
        }
    }
    if !here.is_empty() {
        lang.fill(Msg::CompareNamesHere, &[&who, &here.join(", ")])
    } else if !there.is_empty() {
        lang.fill(Msg::ComparePlanOther, &[&who, &there.join(", ")])
    } else {
        lang.fill(Msg::ComparePlanNowhere, &[&who])
    }
}
