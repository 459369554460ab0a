//! The hits of a search, as text for people and as JSON.

use std::io::{self, Write};

use anstyle::{Effects, Style};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::lines::wrap_to;
use super::text::{Manner, Pen};
use super::words;
use crate::dataset::{Dataset, EntryIx, EntryKind};
use crate::query::find::Place;
use crate::query::portrait::Section;
use crate::query::search::parse::{Problem, Query};
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

/// Hits as JSON; spans are in characters of the text.
///
/// # Errors
/// When the writer fails.
pub fn json(dataset: &Dataset<'_>, found: Found<'_>, out: &mut dyn Write) -> io::Result<()> {
    let hits: Vec<Value> = found
        .answer
        .hits
        .iter()
        .map(|ix| {
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
            })
        })
        .collect();
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
    for &hit in &found.answer.hits {
        let entry = &dataset[hit];
        let place = Place { region: entry.region, part: entry.part };
        if last.replace(place) != Some(place) {
            pen.blank()?;
            pen.bold(&words::place(dataset, lang, place))?;
        }
        marked(&mut pen, &entry.text, found.query)?;
        pen.dim("    ", &under(dataset, lang, hit))?;
    }
    Ok(())
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
    match answer.hits.len() {
        0 => lang.say(Msg::SearchNothing).to_string(),
        1 => lang.say(Msg::SearchOne).to_string(),
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
    let kinds = [Msg::SearchDevelopments, Msg::SearchActionLines, Msg::SearchFocus];
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

/// What an entry is, its topics and its page.
pub fn under(dataset: &Dataset<'_>, lang: Lang, entry: EntryIx) -> String {
    let pieces = [
        heading(dataset, lang, entry),
        words::topics(dataset, lang, &dataset[entry].topics),
        words::pages(lang, &[dataset[entry].source]),
    ];
    pieces.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("; ")
}
