//! The hits of a search, as text for people and as JSON.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{Effects, Style};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::lines::wrap_to;
use super::text::{Manner, Pen};
use super::{plan, words};
use crate::dataset::{Dataset, EntryIx, EntryKind};
use crate::query::passage::Passage;
use crate::query::portrait::Section;
use crate::query::search::parse::{NATIONAL, PLAN, Problem, Query};
use crate::query::search::spans::{line_starts, runs, spans, within};
use crate::query::search::{Answer, Counts};
use crate::texts::{Lang, Msg};

/// What was found.
#[derive(Debug, Clone, Copy)]
pub struct Found<'f> {
    /// What was typed.
    pub typed: &'f str,
    /// The query that it is.
    pub query: &'f Query,
    /// The answer.
    pub answer: &'f Answer,
}

/// Hits as JSON; spans are in characters of the text. `section` is the heading of the source under which a hit of a
/// regioplan or of the national picture stands, `theme` then the id of the plan's theme; both may be null.
///
/// # Errors
/// When the writer fails.
pub fn json(dataset: &Dataset<'_>, found: Found<'_>, out: &mut dyn Write) -> io::Result<()> {
    let entries = found.answer.hits.iter().map(|ix| {
        let entry = &dataset[*ix];
        let region = &dataset[entry.region];
        let spans: Vec<[usize; 2]> = spans(&entry.text, found.query).into_iter().map(|(a, b)| [a, b]).collect();
        json!({
            "id": entry.id.as_str(),
            "region": region.id.as_str(),
            "part": entry.part.map(|p| region.parts[p.place()].id.as_str()),
            "kind": entry.kind.key(),
            "theme": entry.kind.theme().map(|t| dataset[t].id.as_str()),
            "text": entry.text.as_str(),
            "spans": spans,
            "section": null,
        })
    });
    let plans = dataset.plans();
    let items = found.answer.items.iter().map(|ix| {
        let item = &plans[*ix];
        let region = plans[item.work].region;
        let spans: Vec<[usize; 2]> = spans(&item.text, found.query).into_iter().map(|(a, b)| [a, b]).collect();
        json!({
            "id": item.id,
            "region": region.map(|r| dataset[r].id.as_str()),
            "part": null,
            "kind": if region.is_some() { PLAN } else { NATIONAL },
            "theme": plans.theme_of(*ix).map(|theme| plans[theme].id.as_str()),
            "text": item.text,
            "spans": spans,
            "section": item.source.section,
        })
    });
    let hits: Vec<Value> = entries.chain(items).collect();
    super::json::write(&json!({"query": found.typed, "hits": hits}), out)
}

/// Hits as text, under their region.
///
/// # Errors
/// When the writer fails.
pub fn text(dataset: &Dataset<'_>, found: Found<'_>, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let mut pen = Pen { out, manner };
    let lang = manner.lang;
    pen.bold(&total(lang, found.answer))?;
    for line in counts(dataset, lang, &found.answer.counts) {
        pen.dim("", &line)?;
    }
    let mut last = None;
    for hit in found.answer.all() {
        let whose = place(dataset, lang, hit);
        if last.as_ref() != Some(&whose) {
            pen.blank()?;
            pen.bold(&whose)?;
            last = Some(whose);
        }
        marked(&mut pen, &said(dataset, hit), found.query)?;
        pen.dim("    ", &under(dataset, lang, hit))?;
    }
    Ok(())
}

/// Whose a hit is, and of a plan that it stands in one.
pub fn place(dataset: &Dataset<'_>, lang: Lang, hit: Passage) -> String {
    let name = hit.place(dataset).map(|place| words::place(dataset, lang, place));
    match (name, hit) {
        (Some(name), Passage::Entry(_)) => name,
        (Some(name), Passage::Item(_)) => format!("{name}: {}", lang.say(Msg::PlanHeading)),
        (None, _) => lang.say(Msg::NationalHeading).to_string(),
    }
}

/// What a hit says; an entry of a plan with its name.
pub fn said<'d>(dataset: &'d Dataset<'_>, hit: Passage) -> Cow<'d, str> {
    match hit {
        Passage::Entry(ix) => Cow::Borrowed(dataset[ix].text.as_str()),
        Passage::Item(ix) => Cow::Owned(plan::text(&dataset.plans()[ix])),
    }
}

/// An entry with its hits emphasised.
fn marked(pen: &mut Pen<'_>, text: &str, query: &Query) -> io::Result<()> {
    if !pen.manner.colour {
        return pen.plain("- ", text);
    }
    let look = Style::new().effects(Effects::BOLD | Effects::UNDERLINE);
    let lines = wrap_to(text, pen.manner.width.map(|w| w.saturating_sub(2).max(10)));
    let spans = spans(text, query);
    for (i, (line, start)) in lines.iter().zip(line_starts(text, &lines)).enumerate() {
        write!(pen.out, "{}", if i == 0 { "- " } else { "  " })?;
        for (run, hit) in runs(line, &within(&spans, start, start + line.chars().count())) {
            let run = if pen.manner.ascii { super::ascii::ascii(&run) } else { run };
            match hit {
                true => write!(pen.out, "{}{run}{}", look.render(), look.render_reset())?,
                false => write!(pen.out, "{run}")?,
            }
        }
        writeln!(pen.out)?;
    }
    Ok(())
}

/// How much was found, in a line.
pub fn total(lang: Lang, answer: &Answer) -> String {
    match answer.len() {
        0 => lang.say(Msg::SearchNothing).to_string(),
        1 => lang.say(Msg::SearchOne).to_string(),
        n if answer.counts.regions == 0 => lang.fill(Msg::SearchTotalNational, &[&n]),
        n => lang.fill(Msg::SearchTotal, &[&n, &answer.counts.regions]),
    }
}

/// What is wrong with a filter, and what it may be.
pub fn problem(lang: Lang, problem: &Problem) -> String {
    let allowed = problem.allowed().join(", ");
    match problem {
        Problem::Filter { prefix } => lang.fill(Msg::SearchNoFilter, &[prefix, &allowed]),
        Problem::Value { key, value, .. } if value.is_empty() => {
            lang.fill(Msg::SearchAllowed, &[&key.prefix(), &allowed])
        }
        Problem::Value { key, value, .. } => lang.fill(Msg::SearchProblem, &[&key.prefix(), value, &allowed]),
    }
}

/// The counts per kind and, in a second line, per theme; what has none is left out.
pub fn counts(dataset: &Dataset<'_>, lang: Lang, counts: &Counts) -> Vec<String> {
    let kinds =
        [Msg::SearchDevelopments, Msg::SearchActionLines, Msg::SearchFocus, Msg::SearchPlans, Msg::SearchNational];
    let kinds = kinds.into_iter().zip(counts.kinds).map(|(msg, n)| (lang.say(msg).to_string(), n));
    let themes = dataset.themes().zip(&counts.themes).map(|((_, theme), n)| {
        let name = if lang == Lang::Nl { &theme.short } else { &theme.name_en };
        (name.to_string(), *n)
    });
    let line = |counts: &mut dyn Iterator<Item = (String, usize)>| {
        let said: Vec<String> = counts.filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n}")).collect();
        said.join(" · ")
    };
    [line(&mut kinds.into_iter()), line(&mut themes.into_iter())].into_iter().filter(|l| l.width() > 0).collect()
}

/// What an entry is: its theme, or its kind.
pub fn heading(dataset: &Dataset<'_>, lang: Lang, entry: EntryIx) -> String {
    let section = match dataset[entry].kind {
        EntryKind::Development => Section::Developments,
        EntryKind::ActionLine(theme) => Section::Theme(theme),
        EntryKind::Focus(_) => Section::Focus,
    };
    words::section(dataset, lang, section)
}

/// What a hit is, its topics and where it stands.
pub fn under(dataset: &Dataset<'_>, lang: Lang, hit: Passage) -> String {
    let pieces = [about(dataset, lang, hit), topics(dataset, lang, hit), stands(dataset, lang, hit)];
    pieces.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("; ")
}

/// What a hit is: its theme or its kind; in a plan its level and the theme that it stands under.
pub fn about(dataset: &Dataset<'_>, lang: Lang, hit: Passage) -> String {
    match hit {
        Passage::Entry(ix) => heading(dataset, lang, ix),
        Passage::Item(ix) => {
            let plans = dataset.plans();
            let own = plans.theme_of(ix) == Some(ix);
            let level = plan::level(lang, &plans[ix]);
            if own { plan::heading(plans, lang, ix) } else { format!("{}, {level}", plan::heading(plans, lang, ix)) }
        }
    }
}

/// The names of a hit's topics.
pub fn topics(dataset: &Dataset<'_>, lang: Lang, hit: Passage) -> String {
    match hit {
        Passage::Entry(ix) => words::topics(dataset, lang, &dataset[ix].topics),
        Passage::Item(ix) => words::topics(dataset, lang, &dataset.plans()[ix].topics),
    }
}

/// The page of a hit, or the section where its document has none.
pub fn stands(dataset: &Dataset<'_>, lang: Lang, hit: Passage) -> String {
    match hit {
        Passage::Entry(ix) => words::pages(lang, &[dataset[ix].source]),
        Passage::Item(ix) => lang.fill(Msg::PlanSection, &[&dataset.plans()[ix].source.section]),
    }
}
