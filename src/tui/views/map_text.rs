//! The texts of the map on the screen: heading, legend, list, and what is said of the selected region.

use unicode_width::UnicodeWidthStr;

use super::super::lines::{Line, cut, wrap};
use super::super::state::Context;
use super::super::theme::Role;
use crate::dataset::{EntryIx, MetricIx, RegionIx};
use crate::query::find::Place;
use crate::query::matrix::Own;
use crate::query::shade::Choice;
use crate::query::shade::{Shade, Shades, Value, grounds, topics_under};
use crate::report::lines::pad;
use crate::report::map as said;
use crate::report::{figures, search, words};
use crate::texts::Msg;

/// What the map shows, and what holds of it as a whole: beside it where that fits, else under it.
pub fn heading(context: &Context<'_>, shades: &Shades, own: bool) -> Vec<Line> {
    let Context { dataset, lang, size, glyphs, .. } = *context;
    let width = usize::from(size.width.saturating_sub(2));
    let name = cut(&said::choice(dataset, lang, shades.choice), width, glyphs.more);
    let line = Line::of(name, Role::Heading);
    match said::remark(lang, shades, own) {
        None => vec![line],
        Some(remark) if line.width() + 2 + remark.width() <= width => {
            vec![line.and("  ", Role::Text).and(remark, remark_role(shades))]
        }
        Some(remark) => vec![line, Line::of(cut(&remark, width, glyphs.more), remark_role(shades))],
    }
}

/// Years that differ are a warning; the rest explains.
fn remark_role(shades: &Shades) -> Role {
    let unlike = shades.years.len() > 1 || shades.years.iter().flatten().any(Option::is_none);
    if unlike { Role::Notice } else { Role::Dim }
}

/// The steps with their limits and how many regions stand in each; in a column of this width, else in running lines.
pub fn legend(context: &Context<'_>, shades: &Shades, side: Option<u16>) -> Vec<Line> {
    let Context { lang, glyphs, size, .. } = *context;
    let patterns = said::patterns(glyphs.ascii);
    let steps = shades.steps.iter().map(|step| {
        let pattern = patterns.get(step.pattern).copied().unwrap_or_default().repeat(2);
        (pattern, said::limits(lang, step.limits), said::count(step.count))
    });
    let outside = shades.outside.iter().map(|(value, count)| {
        let none = if glyphs.ascii { " -" } else { " –" };
        let pattern = match value {
            Value::Nothing => none.to_string(),
            _ => said::outside_pattern(*value, glyphs.ascii).repeat(2),
        };
        (pattern, lang.say(said::outside(shades.choice, *value)).to_string(), said::count(*count))
    });
    let items = steps.chain(outside);
    match side {
        Some(width) => {
            let width = usize::from(width);
            let heading = lang.say(Msg::MapLegend);
            let heading = format!("{}{heading}", " ".repeat(width.saturating_sub(heading.width())));
            let line = |(pattern, name, count): (String, String, String)| {
                let room = width.saturating_sub(3 + count.width() + 1);
                let name = pad(&cut(&name, room, glyphs.more), room);
                Line::of(pattern, Role::Shade).and(format!(" {name} "), Role::Text).and(count, Role::Dim)
            };
            std::iter::once(Line::of(heading, Role::Dim)).chain(items.map(line)).collect()
        }
        None => {
            let width = usize::from(size.width.saturating_sub(2));
            let mut lines: Vec<Line> = Vec::new();
            for (pattern, name, count) in items {
                let item = pattern.width() + name.width() + count.width() + 2;
                if lines.last().is_none_or(|line| line.width() + 2 + item > width) {
                    lines.push(Line::default());
                }
                if let Some(line) = lines.last_mut() {
                    let gap = if line.spans.is_empty() { "" } else { "  " };
                    let whole = std::mem::take(line).and(gap, Role::Text).and(pattern, Role::Shade);
                    *line = whole.and(format!(" {name} "), Role::Text).and(count, Role::Dim);
                }
            }
            lines
        }
    }
}

/// The regions without a tile: pattern, name and value of each.
pub fn list(
    context: &Context<'_>,
    shades: &Shades,
    own: Option<&Own>,
    listed: &[RegionIx],
) -> Vec<(String, String, String)> {
    let Context { dataset, lang, glyphs, .. } = *context;
    let line = |region: &RegionIx| {
        let shade = shades.of(*region)?;
        let pattern = said::pattern(shades, shade, glyphs.ascii).repeat(2);
        let value = said::short(dataset, lang, own, shades, shade, glyphs.ascii);
        Some((pattern, dataset[*region].name.to_string(), value))
    };
    listed.iter().map(|region| line(region).unwrap_or_default()).collect()
}

/// What is said of a region, in at most so many cells and lines: its name and value, the value of each of its rows,
/// and the entries or topics that the value rests on.
pub fn detail(
    context: &Context<'_>,
    shades: &Shades,
    shade: &Shade,
    own: Option<&Own>,
    (width, height): (usize, usize),
) -> Vec<Line> {
    let Context { dataset, lang, glyphs, .. } = *context;
    let name = words::place(dataset, lang, Place::whole(shade.region));
    let mut lines: Vec<Line> = wrap(&name, width).into_iter().map(|line| Line::of(line, Role::Selected)).collect();
    let value = said::said(dataset, lang, own, shades, shade);
    // Name and value on one line where they fit.
    match lines.last_mut() {
        Some(line) if line.width() + 2 + value.width() <= width => {
            *line = std::mem::take(line).and(format!(": {value}"), Role::Text);
        }
        _ => lines.extend(wrap(&value, width).into_iter().map(|line| Line::of(line, Role::Text))),
    }
    let rows = said::rows(dataset, lang, own, shades, shade, glyphs.ascii);
    if !rows.is_empty() {
        lines.extend(wrap(&rows.join("; "), width).into_iter().map(|line| Line::of(line, Role::Text)));
    }
    if let Choice::Theme(theme) = shades.choice {
        let topics = words::topics(dataset, lang, &topics_under(dataset, shade.region, theme));
        lines.extend(wrap(&topics, width).into_iter().map(|line| Line::of(line, Role::Dim)));
    } else {
        entries(context, &grounds(dataset, shades.choice, shade.region), width, height, &mut lines);
    }
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            let text: String = last.spans.iter().map(|span| span.text.as_str()).collect();
            let role = last.spans.first().map_or(Role::Text, |span| span.role);
            *last = Line::of(cut(&format!("{text} {}", glyphs.more), width, glyphs.more), role);
        }
    }
    lines
}

/// Entries with where they stand, as many as fit, and how many more there are.
fn entries(context: &Context<'_>, entries: &[EntryIx], width: usize, height: usize, lines: &mut Vec<Line>) {
    let Context { dataset, lang, .. } = *context;
    for (i, ix) in entries.iter().enumerate() {
        let entry = &dataset[*ix];
        let about = search::heading(dataset, lang, *ix);
        let page = words::pages(lang, &[entry.source]);
        // What a part says is told as that part's.
        let part = entry.part.and_then(|part| dataset[entry.region].parts.get(part.place()));
        let about = part.map_or(about.clone(), |part| format!("{}, {about}", part.name));
        let text = format!("{about}: {} ({page})", entry.text);
        let piece = wrap(&text, width);
        let left = entries.len() - i;
        // The last line is kept for saying that there are more.
        let room = height.saturating_sub(lines.len()).saturating_sub(usize::from(left > 1));
        if piece.len() > room && i > 0 {
            lines.push(Line::of(lang.fill(Msg::MapMore, &[&left]), Role::Dim));
            return;
        }
        let role = |line: usize| if line == 0 { Role::Text } else { Role::Dim };
        lines.extend(piece.into_iter().map(|line| Line::of(line, role(1))));
        if lines.len() >= height {
            return;
        }
    }
}

/// A metric in a picker, with how many regions give it.
pub fn metric(context: &Context<'_>, metric: MetricIx, regions: usize) -> String {
    let Context { dataset, lang, .. } = *context;
    let count = lang.fill(Msg::FiguresRegions, &[&regions]);
    format!("{} ({count})", figures::metric(dataset, lang, metric))
}
