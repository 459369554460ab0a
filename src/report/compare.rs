//! A comparison put into words: the headings, the texts of both sides and the remarks, the same on the screen and in
//! what `compare` prints. Where the lines break and what a role looks like is theirs.

use std::ops::Range;

use super::{compare_plan, words};
use crate::dataset::plans::ItemIx;
use crate::dataset::raw::Basis;
use crate::dataset::{Axis, Dataset, EntryIx, EntryKind, Figure, Point, SilenceReason, TopicIx, Value};
use crate::query::compare::{
    ActionRow, Alike, Comparison, Counts, FigureRow, FocusCell, Only, Section, Seen, TextRow, change, rows_of,
    section_of,
};
use crate::query::find::Place;
use crate::query::pairing::{Side, Sides, Who};
use crate::texts::{Lang, Msg};

/// A text on one side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The text.
    pub text: String,
    /// The stretches of it, in bytes, that the other side words differently.
    pub changed: Vec<Range<usize>>,
    /// Whether it is a remark of the program and not what the region says.
    pub remark: bool,
    /// The entry that says it.
    pub entry: Option<EntryIx>,
    /// The entry of a regioplan that says it.
    pub item: Option<ItemIx>,
}

impl Said {
    pub(super) fn remark(text: String) -> Said {
        Said { text, remark: true, ..Said::default() }
    }

    /// Whether a region or its plan says it, and not the program.
    pub fn is_said(&self) -> bool {
        self.entry.is_some() || self.item.is_some()
    }
}

/// A row in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowWords {
    /// The place of the row in its section, whichever rows are shown.
    pub index: usize,
    /// The topic that pairs it, or who alone names it.
    pub heading: String,
    /// What it is about: the topic, the metric or the axis.
    pub about: String,
    /// The side that alone names it.
    pub only: Option<Side>,
    /// What stands side by side; what is at the same height belongs together only where the texts are alike.
    pub bands: Vec<Sides<Vec<Said>>>,
}

impl RowWords {
    /// The entries of a side.
    pub fn entries(&self, side: Side) -> impl Iterator<Item = EntryIx> {
        self.bands.iter().flat_map(move |band| band.of(side)).filter_map(|said| said.entry)
    }
}

impl RowWords {
    /// The entries of a side's regioplan.
    pub fn items(&self, side: Side) -> impl Iterator<Item = ItemIx> {
        self.bands.iter().flat_map(move |band| band.of(side)).filter_map(|said| said.item)
    }
}

/// A section in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionWords {
    /// Its heading.
    pub heading: String,
    /// The counts of both, only A and only B, in words.
    pub tally: String,
    /// What is said of the section as a whole: silences, and that there is nothing.
    pub remarks: Vec<String>,
    /// The rows.
    pub rows: Vec<RowWords>,
}

/// The heading of a section.
pub fn heading(dataset: &Dataset<'_>, lang: Lang, section: Section) -> String {
    match section {
        Section::Developments => lang.say(Msg::Developments).into(),
        Section::Theme(theme) => lang.pick(&dataset[theme].name, &dataset[theme].name_en).into(),
        Section::Focus => lang.say(Msg::Focus).into(),
        Section::Figures => lang.say(Msg::CompareFigures).into(),
        Section::Plan => lang.say(Msg::PlanHeading).into(),
    }
}

/// The short name of a section, for the strip and for "elsewhere".
pub fn short(dataset: &Dataset<'_>, lang: Lang, section: Section) -> String {
    match section {
        Section::Developments => lang.say(Msg::CompareShortDevelopments).into(),
        Section::Theme(theme) => lang.pick(&dataset[theme].short, &dataset[theme].name_en).into(),
        Section::Focus => lang.say(Msg::CompareShortFocus).into(),
        Section::Figures => lang.say(Msg::CompareFigures).into(),
        Section::Plan => lang.say(Msg::PlanHeading).into(),
    }
}

/// A section of a comparison in words, with the rows that are to be shown.
pub fn section(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    section: Section,
    only: Only,
) -> SectionWords {
    let counts = comparison.counts(section);
    let mut words = SectionWords {
        heading: heading(dataset, lang, section),
        tally: tally(lang, section, counts),
        ..SectionWords::default()
    };
    match section {
        Section::Focus => focus(dataset, lang, comparison, only, &mut words),
        Section::Figures => {
            let rows = comparison.figures.iter().enumerate().filter(|(_, row)| only.shows(row.who()));
            words.rows = rows.map(|(i, row)| figure_row(dataset, lang, i, row)).collect();
        }
        Section::Plan => compare_plan::section(dataset, lang, comparison, only, &mut words),
        _ => texts(dataset, lang, comparison, section, only, &mut words),
    }
    // That a plan is not here is said in words of its own.
    let apart = section == Section::Plan && !comparison.plan.as_ref().is_some_and(|p| p.has.a && p.has.b);
    if words.rows.is_empty() && !apart {
        let hidden = counts != Counts::default() && only != Only::All;
        words.remarks.push(lang.say(if hidden { Msg::CompareNoneShown } else { none(section) }).into());
    }
    words
}

fn none(section: Section) -> Msg {
    if section == Section::Figures { Msg::CompareNoFigures } else { Msg::CompareNothing }
}

/// The counts of a section in words.
pub fn tally(lang: Lang, section: Section, counts: Counts) -> String {
    let msg = match section {
        Section::Focus => Msg::CompareTallyFocus,
        Section::Figures => Msg::CompareTallyFigures,
        _ => Msg::CompareTally,
    };
    lang.fill(msg, &[&counts.both, &counts.a, &counts.b])
}

fn texts(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    section: Section,
    only: Only,
    words: &mut SectionWords,
) {
    let Some(texts) = comparison.texts(section) else { return };
    for side in Side::BOTH {
        let place = *comparison.places.of(side);
        let region = &dataset[place.region];
        let silences = texts.silences.of(side).iter().filter_map(|i| region.silences.get(*i));
        let mut said: Vec<(SilenceReason, Vec<String>)> = Vec::new();
        for silence in silences {
            let who = name(dataset, Place { part: silence.part, ..place });
            match said.iter_mut().find(|(reason, _)| *reason == silence.reason) {
                Some((_, names)) => names.push(who),
                None => said.push((silence.reason, vec![who])),
            }
        }
        let silent = !said.is_empty();
        let sentence = |(reason, names): (SilenceReason, Vec<String>)| {
            format!("{}: {}", names.join(", "), lang.say(words::silence(reason)))
        };
        words.remarks.extend(said.into_iter().map(sentence));
        let speaks = texts.rows.iter().any(|row| !row.entries.of(side).is_empty());
        if !silent && !speaks && !texts.rows.is_empty() {
            words.remarks.push(lang.fill(Msg::CompareSaysNothing, &[&name(dataset, place)]));
        }
    }
    let rows = texts.rows.iter().enumerate().filter(|(_, row)| only.shows(row.who));
    words.rows = rows.map(|(i, row)| text_row(dataset, lang, comparison, section, i, row)).collect();
}

/// The name of a place, short: the region, or the part alone.
pub fn name(dataset: &Dataset<'_>, place: Place) -> String {
    let region = &dataset[place.region];
    place.part.and_then(|part| region.parts.get(part.place())).map_or(&region.name, |part| &part.name).to_string()
}

/// The side that alone names something.
pub(super) fn only(who: Who) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| who == Who::only(*side))
}

/// What a row is about, with who alone says it, where that is so.
pub(super) fn who_says(lang: Lang, alone: Msg, who: Option<&str>, about: &str) -> String {
    who.map_or(about.to_string(), |who| lang.fill(alone, &[&who, &about]))
}

/// The heading of a row away from the screen: names in place of letters, and where else a topic is named that a side
/// does not name here.
pub fn heading_by_name(
    dataset: &Dataset<'_>,
    lang: Lang,
    places: Sides<Place>,
    section: Section,
    row: &RowWords,
) -> String {
    let alone = match section {
        Section::Figures => Msg::CompareOnlyGives,
        Section::Focus => Msg::CompareOnlyBox,
        _ => Msg::CompareOnlyNames,
    };
    let who = row.only.map(|side| words::short_place(dataset, lang, *places.of(side)));
    let heading = who_says(lang, alone, who.as_deref(), &row.about);
    let elsewhere = Side::BOTH
        .into_iter()
        .filter(|side| !is_cells(section, row) && row.entries(*side).next().is_none())
        .filter(|side| row.items(*side).next().is_none());
    let remarks = elsewhere.flat_map(|side| row.bands.iter().flat_map(move |band| band.of(side)));
    std::iter::once(heading.as_str()).chain(remarks.map(|said| said.text.as_str())).collect::<Vec<_>>().join(" ")
}

/// Whether a row shows cells, and not what a side says.
pub fn is_cells(section: Section, row: &RowWords) -> bool {
    section == Section::Focus && row.index < Axis::ALL.len()
}

fn text_row(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    section: Section,
    index: usize,
    row: &TextRow,
) -> RowWords {
    let topic = lang.pick(&dataset[row.topic].name, &dataset[row.topic].name_en);
    let only = only(row.who);
    let heading = who_says(lang, Msg::CompareOnlyNames, only.map(Side::letter), topic);
    let mut bands = bands(dataset, lang, comparison, &row.entries, &row.alike);
    if let Some(side) = row.empty_side()
        && let Some(band) = bands.first_mut()
    {
        *band.of_mut(side) = vec![Said::remark(elsewhere(dataset, lang, comparison, section, row, side))];
    }
    RowWords { index, heading, about: topic.to_string(), only, bands }
}

/// What is nearly the same stands side by side; the rest follows, each side on its own.
fn bands(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    entries: &Sides<Vec<EntryIx>>,
    alike: &[Alike],
) -> Vec<Sides<Vec<Said>>> {
    let mut bands: Vec<Sides<Vec<Said>>> = Vec::new();
    for pair in alike {
        bands.push(Sides::each(|side| {
            let changed = pair.likeness.changed.of(side).clone();
            let mut said = entry(dataset, lang, comparison, changed, side, *pair.entries.of(side));
            if pair.likeness.ratio >= 1.0 && side == Side::B {
                said.push(Said::remark(lang.say(Msg::CompareSameWords).into()));
            }
            said
        }));
    }
    let rest = Sides::each(|side| -> Vec<Said> {
        let alone = |e: &&EntryIx| !alike.iter().any(|pair| pair.entries.of(side) == *e);
        let entries = entries.of(side).iter().filter(alone);
        entries.flat_map(|e| entry(dataset, lang, comparison, Vec::new(), side, *e)).collect()
    });
    if !rest.a.is_empty() || !rest.b.is_empty() {
        bands.push(rest);
    }
    bands
}

/// An entry, with its part where the place has several, and with the basis of a text box that is assigned by its place
/// alone.
fn entry(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    changed: Vec<Range<usize>>,
    side: Side,
    ix: EntryIx,
) -> Vec<Said> {
    let entry = &dataset[ix];
    let mut said = vec![Said { text: entry.text.to_string(), changed, entry: Some(ix), ..Said::default() }];
    if let EntryKind::Focus(focus) = entry.kind
        && focus.basis == Basis::Order
    {
        said.push(Said::remark(format!("({})", lang.say(words::basis(focus.basis)))));
    }
    let shown = comparison.places.of(side).part;
    if let Some(part) = entry.part.filter(|part| shown != Some(*part)) {
        let name = self::name(dataset, Place { region: entry.region, part: Some(part) });
        said.push(Said::remark(name));
    }
    said
}

/// Where else a side names the topic of a row in which it has no entry.
fn elsewhere(
    dataset: &Dataset<'_>,
    lang: Lang,
    comparison: &Comparison,
    section: Section,
    row: &TextRow,
    side: Side,
) -> String {
    let who = name(dataset, *comparison.places.of(side));
    let mut here: Vec<String> = Vec::new();
    let mut there: Vec<String> = Vec::new();
    let named = |ix: &&EntryIx| dataset[**ix].topics.contains(&row.topic);
    for &ix in row.elsewhere.iter().filter(named) {
        let at = section_of(dataset[ix].kind);
        let (list, said) = if at == section {
            let rows = comparison.texts(section).map(|t| t.rows.as_slice()).unwrap_or_default();
            let other = rows.iter().find(|r| r.entries.of(side).contains(&ix));
            let topic = other.map_or(String::new(), |r| words::topics(dataset, lang, &[r.topic]));
            (&mut here, topic)
        } else {
            (&mut there, short(dataset, lang, at))
        };
        if !list.contains(&said) {
            list.push(said);
        }
    }
    if !here.is_empty() {
        lang.fill(Msg::CompareNamesHere, &[&who, &here.join(", ")])
    } else if !there.is_empty() {
        lang.fill(Msg::CompareNamesThere, &[&who, &there.join(", ")])
    } else if row.elsewhere.is_empty() {
        lang.fill(Msg::CompareNamesNowhere, &[&who])
    } else {
        akin(dataset, lang, &who, row, side.other())
    }
}

/// Where a side names not the topic of a row, but another one that the row's entries carry.
fn akin(dataset: &Dataset<'_>, lang: Lang, who: &str, row: &TextRow, side: Side) -> String {
    let (mut topics, mut sections): (Vec<TopicIx>, Vec<String>) = (Vec::new(), Vec::new());
    let asked = |topic: &TopicIx| row.entries.of(side).iter().any(|e| dataset[*e].topics.contains(topic));
    for &ix in &row.elsewhere {
        for topic in dataset[ix].topics.iter().filter(|t| asked(t)) {
            if !topics.contains(topic) {
                topics.push(*topic);
            }
        }
        let at = short(dataset, lang, section_of(dataset[ix].kind));
        if !sections.contains(&at) {
            sections.push(at);
        }
    }
    lang.fill(Msg::CompareNamesAkin, &[&who, &words::topics(dataset, lang, &topics), &sections.join(", ")])
}

fn focus(dataset: &Dataset<'_>, lang: Lang, comparison: &Comparison, only: Only, words: &mut SectionWords) {
    let differ: Vec<&str> =
        comparison.focus.iter().filter(|c| c.differs()).map(|c| words::column(dataset, lang, c.column)).collect();
    words.remarks.push(match differ.as_slice() {
        [] => lang.say(Msg::CompareNoneDiffers).into(),
        names => lang.fill(Msg::CompareDiffers, &[&names.join(", ")]),
    });
    for (index, axis) in Axis::ALL.into_iter().enumerate() {
        let shown = comparison.focus.iter().filter(|c| c.column.axis == axis && only.shows_cell(c));
        let cells: Vec<&FocusCell> = shown.collect();
        if cells.is_empty() {
            continue;
        }
        let heading = lang.say(match axis {
            Axis::Sectors => Msg::CompareSectors,
            Axis::Doelgroepen => Msg::CompareDoelgroepen,
        });
        let marks = Sides::each(|side| {
            let rows: Vec<_> = rows_of(dataset, *comparison.places.of(side)).collect();
            let text = match rows.as_slice() {
                [(_, row)] => {
                    let shown = row.axis(axis);
                    let marks = shown.marks.map_or("?".to_string(), |m| m.to_string());
                    lang.fill(Msg::CompareMarks, &[&marks, &shown.cells.len()])
                }
                rows => lang.fill(Msg::CompareRows, &[&rows.len()]),
            };
            vec![Said::remark(text)]
        });
        let mut bands = vec![marks];
        bands.extend(cells.iter().map(|cell| Sides::each(|side| vec![focus_cell(dataset, lang, cell, side)])));
        words.rows.push(RowWords { index, heading: heading.into(), about: heading.into(), only: None, bands });
    }
    let actions = comparison.actions.iter().enumerate().filter(|(_, row)| row.shown(only));
    words.rows.extend(actions.map(|(i, row)| action_row(dataset, lang, comparison, Axis::ALL.len() + i, row)));
}

/// What the text boxes of both sides plan for a doelgroep.
fn action_row(dataset: &Dataset<'_>, lang: Lang, comparison: &Comparison, index: usize, row: &ActionRow) -> RowWords {
    let name = row.doelgroep.map_or(lang.say(Msg::DoelgroepUnknown), |column| words::column(dataset, lang, column));
    let only = row.only();
    let heading = match only {
        Some(side) => lang.fill(Msg::CompareOnlyBox, &[&side.letter(), &name]),
        None => lang.fill(Msg::CompareBox, &[&name]),
    };
    let mut bands = bands(dataset, lang, comparison, &row.entries, &row.alike);
    if let Some(side) = row.empty_side()
        && let Some(band) = bands.first_mut()
    {
        let who = self::name(dataset, *comparison.places.of(side));
        let msg = if row.sure { Msg::CompareNoBox } else { Msg::CompareUnsureBoxes };
        *band.of_mut(side) = vec![Said::remark(lang.fill(msg, &[&who]))];
    }
    RowWords { index, heading, about: name.to_string(), only, bands }
}

/// The sign of what is known of a cell.
pub fn seen_sign(seen: Seen) -> &'static str {
    match seen {
        Seen::Same(Value::Yes) => "V",
        Seen::Same(Value::No) => "·",
        Seen::Same(Value::Unknown) => "?",
        Seen::Mixed => "±",
    }
}

/// What is known of a cell, in a word.
pub fn seen_value(lang: Lang, seen: Seen) -> &'static str {
    match seen {
        Seen::Same(value) => lang.say(words::value(value)),
        Seen::Mixed => lang.say(Msg::CompareMixed),
    }
}

fn focus_cell(dataset: &Dataset<'_>, lang: Lang, cell: &FocusCell, side: Side) -> Said {
    let seen = *cell.seen.of(side);
    let name = words::column(dataset, lang, cell.column);
    let text = format!("{} {name}: {}", seen_sign(seen), seen_value(lang, seen));
    let changed = if cell.differs() { std::iter::once(0..text.len()).collect() } else { Vec::new() };
    Said { text, changed, ..Said::default() }
}

fn figure_row(dataset: &Dataset<'_>, lang: Lang, index: usize, row: &FigureRow) -> RowWords {
    let metric = &dataset[row.metric];
    let name = lang.pick(&metric.name, &metric.name_en);
    let only = only(row.who());
    let heading = who_says(lang, Msg::CompareOnlyGives, only.map(Side::letter), name);
    let band = Sides::each(|side| {
        let said = |(entry, figure): &(EntryIx, Figure)| Said {
            text: self::figure(lang, &metric.unit, figure),
            entry: Some(*entry),
            ..Said::default()
        };
        row.figures.of(side).iter().map(said).collect::<Vec<_>>()
    });
    RowWords { index, heading, about: name.to_string(), only, bands: vec![band] }
}

/// A figure: both values with their years, and the change.
pub fn figure(lang: Lang, unit: &str, figure: &Figure) -> String {
    let unit = if unit == "%" { unit.to_string() } else { format!(" {unit}") };
    let point = |point: Point| match point.year {
        Some(year) => format!("{}{unit} ({year})", number(lang, point.value)),
        None => format!("{}{unit}", number(lang, point.value)),
    };
    let mut text = match (figure.from, figure.to) {
        (Some(from), Some(to)) => format!("{} → {}", point(from), point(to)),
        (Some(only), None) | (None, Some(only)) => point(only),
        (None, None) => lang.say(Msg::CompareNoValue).to_string(),
    };
    if let Some(change) = change(figure) {
        let sign = if change > 0.0 { "+" } else { "" };
        text.push_str(&lang.fill(Msg::CompareChange, &[&format!("{sign}{}", number(lang, change))]));
    }
    text
}

/// A number with at most two decimals, with the decimal sign of the language.
pub(super) fn number(lang: Lang, value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.').to_string();
    if lang == Lang::Nl { text.replace('.', ",") } else { text }
}

/// Breaks a text into lines of at most `width` cells, each in runs that are changed or not.
pub fn wrap(text: &str, changed: &[Range<usize>], width: usize) -> Vec<Vec<(String, bool)>> {
    let mut lines = Vec::new();
    let mut from = 0;
    for line in textwrap::wrap(text, super::lines::manner(width)) {
        // Lines are stretches of the text in order, so each begins at or behind the end of the one before.
        let at = text.get(from..).and_then(|rest| rest.find(&*line)).map_or(from, |found| from + found);
        let end = at + line.len();
        lines.push(runs(text, changed, at..end));
        from = end;
    }
    lines
}

/// A stretch of a text cut up: runs, and whether each is changed.
pub fn runs(text: &str, changed: &[Range<usize>], line: Range<usize>) -> Vec<(String, bool)> {
    let mut runs = Vec::new();
    let mut at = line.start;
    let mut push = |from: usize, to: usize, marked: bool| {
        if let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) {
            runs.push((piece.to_string(), marked));
        }
    };
    for span in changed.iter().filter(|s| s.end > line.start && s.start < line.end) {
        let (from, to) = (span.start.max(at), span.end.min(line.end));
        push(at, from, false);
        push(from, to, true);
        at = to.max(at);
    }
    push(at, line.end, false);
    runs
}

/// A text in ASCII, with its changed stretches where they then are.
pub fn in_ascii(text: &str, changed: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let at = |byte: usize| super::ascii::ascii(text.get(..byte).unwrap_or(text)).len();
    (super::ascii::ascii(text), changed.iter().map(|s| at(s.start)..at(s.end)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_stretch_is_kept_over_the_break_of_a_line() {
        let text = "een twee drie vier";
        let lines = wrap(text, &[4..13, 14..18], 9);
        let said = |runs: &[(String, bool)]| {
            runs.iter().map(|(t, c)| if *c { format!("[{t}]") } else { t.clone() }).collect::<String>()
        };
        assert_eq!(lines.iter().map(|l| said(l)).collect::<Vec<_>>(), ["een [twee]", "[drie] [vier]"]);
    }

    #[test]
    fn a_figure_reads_as_the_language_writes_numbers() {
        let point = |year, value| Some(Point { year, value });
        let figure = Figure {
            metric: crate::dataset::MetricIx::new(0),
            from: point(Some(2023), 73.4),
            to: point(Some(2040), 91.8),
        };
        assert_eq!(self::figure(Lang::Nl, "%", &figure), "73,4% (2023) → 91,8% (2040), verschil +18,4");
        assert_eq!(self::figure(Lang::En, "%", &figure), "73.4% (2023) → 91.8% (2040), change +18.4");
    }
}
