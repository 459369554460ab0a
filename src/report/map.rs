//! The words and signs of the map, which the command and the screen share.

use unicode_width::UnicodeWidthStr;

use super::compare::number;
use super::figures::values;
use super::lines::{cut, pad};
use super::matrix::{self, Signs, sign};
use super::words;
use crate::dataset::{Axis, Column, Dataset, RegionKind, RowIx};
use crate::query::figures::Given;
use crate::query::find::Place;
use crate::query::matrix::{Own, Strength};
use crate::query::shade::{Choice, Count, End, Limits, Shade, Shades, Value, figures_of};
use crate::query::summary::counts;
use crate::query::worlds::worlds;
use crate::texts::{Lang, Msg};

/// The patterns of the steps, the lightest first, each a cell wide.
pub fn patterns(ascii: bool) -> [&'static str; 5] {
    if ascii { [".", ":", "+", "X", "#"] } else { ["·", "░", "▒", "▓", "█"] }
}

/// The pattern of a value that stands in no step.
pub fn outside_pattern(value: Value, ascii: bool) -> &'static str {
    match value {
        Value::Unknown => "?",
        Value::Mixed if ascii => "~",
        Value::Mixed => "±",
        _ => " ",
    }
}

/// The pattern of a region.
pub fn pattern(shades: &Shades, shade: &Shade, ascii: bool) -> &'static str {
    let of_step = shades.pattern(shade).and_then(|pattern| patterns(ascii).get(pattern).copied());
    of_step.unwrap_or(outside_pattern(shade.value, ascii))
}

/// The name of a choice in full.
pub fn choice(dataset: &Dataset<'_>, lang: Lang, choice: Choice) -> String {
    match choice {
        Choice::Column(_, strength) => {
            lang.fill(Msg::ChoiceColumn, &[&thing(dataset, lang, choice), &lang.say(matrix::strength(strength))])
        }
        Choice::Figure(metric, at) => {
            let metric = &dataset[metric];
            let name = lang.pick(&metric.name, &metric.name_en);
            lang.fill(Msg::ChoiceFigure, &[&name, &metric.unit, &lang.say(end(at))])
        }
        _ => thing(dataset, lang, choice),
    }
}

/// The name of a choice without its strength.
pub fn thing(dataset: &Dataset<'_>, lang: Lang, choice: Choice) -> String {
    match choice {
        Choice::Marks(Axis::Sectors) => lang.say(Msg::ChoiceMarksSectors).to_string(),
        Choice::Marks(Axis::Doelgroepen) => lang.say(Msg::ChoiceMarksDoelgroepen).to_string(),
        Choice::Entries => lang.say(Msg::ChoiceEntries).to_string(),
        Choice::Column(column, _) => {
            let msg = if column.axis == Axis::Sectors { Msg::ChoiceSector } else { Msg::ChoiceDoelgroep };
            lang.fill(msg, &[&words::column(dataset, lang, column)])
        }
        Choice::Theme(theme) => {
            lang.fill(Msg::ChoiceTheme, &[&lang.pick(&dataset[theme].name, &dataset[theme].name_en)])
        }
        Choice::Topic(topic) => {
            lang.fill(Msg::ChoiceTopic, &[&lang.pick(&dataset[topic].name, &dataset[topic].name_en)])
        }
        Choice::Figure(..) => self::choice(dataset, lang, choice),
    }
}

/// Which value of a figure, in a word.
pub fn end(end: End) -> Msg {
    match end {
        End::Start => Msg::EndStart,
        End::End => Msg::EndEnd,
        End::Change => Msg::EndChange,
    }
}

/// What holds of the choice as a whole: what its strength means, or of which years its values are.
pub fn remark(lang: Lang, shades: &Shades, own: bool) -> Option<String> {
    match shades.choice {
        Choice::Column(_, strength) => {
            let said = lang.say(match strength {
                Strength::Certain => Msg::MapStrengthCertain,
                Strength::Evidenced => Msg::MapStrengthEvidenced,
                Strength::Possible => Msg::MapStrengthPossible,
            });
            Some(if own { format!("{said}; {}", lang.say(Msg::MapOwnCount)) } else { said.to_string() })
        }
        Choice::Figure(..) => {
            let year = |year: &Option<u16>| year.map_or(lang.say(Msg::YearUnnamed).to_string(), |y| y.to_string());
            let all = shades.years.iter().map(|years| years.iter().map(year).collect::<Vec<_>>().join(" → "));
            let all: Vec<String> = all.collect();
            let alone = shades.years.iter().flatten().all(Option::is_some);
            match all.as_slice() {
                [] => None,
                [one] if alone => Some(lang.fill(Msg::MapAllFrom, &[one])),
                _ => Some(lang.fill(Msg::MapYearsDiffer, &[&all.join(", ")])),
            }
        }
        _ => None,
    }
}

/// The limits of a step.
pub fn limits(lang: Lang, limits: Limits) -> String {
    let n = |value| number(lang, value);
    match limits {
        Limits::Whole(from, to) if from == to => n(from),
        Limits::Whole(from, to) => lang.fill(Msg::LimitsWhole, &[&n(from), &n(to)]),
        Limits::Span { from, to, .. } if from == to => n(from),
        Limits::Span { from, to, last: true } => lang.fill(Msg::LimitsLast, &[&n(from), &n(to)]),
        Limits::Span { from, to, last: false } => lang.fill(Msg::LimitsSpan, &[&n(from), &n(to)]),
        Limits::Holds(strength) => lang.say(sure(strength)).to_string(),
        Limits::No => lang.say(Msg::ShadeNo).to_string(),
    }
}

fn sure(strength: Strength) -> Msg {
    match strength {
        Strength::Certain => Msg::ShadeCertain,
        Strength::Evidenced => Msg::ShadeEvidenced,
        Strength::Possible => Msg::ShadePossible,
    }
}

/// A value that stands in no step, in the legend.
pub fn outside(choice: Choice, value: Value) -> Msg {
    match (value, choice) {
        (Value::Unknown, _) => Msg::ShadeUnknown,
        (Value::Mixed, _) => Msg::ShadeMixed,
        (_, Choice::Topic(_)) => Msg::ShadeNotNamed,
        _ => Msg::ShadeNothing,
    }
}

/// How many regions, zorgkantoor and ROAZ.
pub fn count(count: Count) -> String {
    format!("{}+{}", count.zorgkantoor, count.roaz)
}

/// A value in a tile: a number, the sign of the cell, or the sign of what stands in no step.
pub fn short(
    dataset: &Dataset<'_>,
    lang: Lang,
    own: Option<&Own>,
    shades: &Shades,
    shade: &Shade,
    ascii: bool,
) -> String {
    match (shades.choice, shade.rows.as_slice()) {
        (Choice::Column(column, _), [(row, _)]) => cell(dataset, own, *row, column, ascii),
        (choice, _) => plain(lang, choice, shade.value, ascii),
    }
}

/// The value of one row in few words.
fn of_row(
    dataset: &Dataset<'_>,
    lang: Lang,
    own: Option<&Own>,
    choice: Choice,
    row: (RowIx, Value),
    ascii: bool,
) -> String {
    match choice {
        Choice::Column(column, _) => cell(dataset, own, row.0, column, ascii),
        _ => plain(lang, choice, row.1, ascii),
    }
}

fn cell(dataset: &Dataset<'_>, own: Option<&Own>, row: RowIx, column: Column, ascii: bool) -> String {
    let signs: Signs = matrix::signs(ascii);
    let mark = own.and_then(|own| own.get(row, column));
    let [sectors, doelgroepen] = worlds(dataset, row, own);
    let axis = if column.axis == Axis::Sectors { sectors } else { doelgroepen };
    let known = |cell| axis.known(cell, usize::from(column.place));
    dataset[row].cell(column).map(|cell| sign(cell, known(cell), mark, signs)).unwrap_or_default()
}

fn plain(lang: Lang, choice: Choice, value: Value, ascii: bool) -> String {
    match value {
        Value::Number(n) if matches!(choice, Choice::Figure(_, End::Change)) && n > 0.0 => {
            format!("+{}", number(lang, n))
        }
        Value::Number(n) => number(lang, n),
        Value::Unknown => "?".to_string(),
        Value::Mixed => outside_pattern(value, ascii).to_string(),
        Value::Nothing if ascii => "-".to_string(),
        Value::Nothing => "–".to_string(),
        Value::Holds(_) => "V".to_string(),
        Value::No => patterns(ascii).first().copied().unwrap_or_default().to_string(),
    }
}

/// The value of a region in words.
pub fn said(dataset: &Dataset<'_>, lang: Lang, own: Option<&Own>, shades: &Shades, shade: &Shade) -> String {
    if shade.value == Value::Mixed && !shade.rows.is_empty() {
        return lang.say(Msg::MapMixed).to_string();
    }
    let counted = |one: Msg, some: Msg| match shade.value {
        Value::Number(1.0) => lang.say(one).to_string(),
        Value::Number(n) => lang.fill(some, &[&number(lang, n)]),
        _ => String::new(),
    };
    match (shades.choice, shade.value) {
        (Choice::Marks(axis), value) => marks(dataset, lang, axis, value),
        (Choice::Entries, _) => words::counts(lang, counts(dataset, Place::whole(shade.region))),
        (Choice::Column(column, _), value) => column_said(dataset, lang, own, column, value, &shade.rows),
        (Choice::Topic(_), Value::Number(_)) => counted(Msg::MapTopicOne, Msg::MapTopicSome),
        (Choice::Topic(_), _) => lang.say(Msg::MapTopicNone).to_string(),
        (Choice::Theme(_), Value::Number(_)) => counted(Msg::MapThemeOne, Msg::MapThemeSome),
        (Choice::Theme(theme), _) => {
            let silence = dataset[shade.region].silences.iter().find(|s| s.theme == theme);
            lang.say(silence.map_or(Msg::MapThemeNone, |s| words::silence(s.reason))).to_string()
        }
        (Choice::Figure(metric, _), _) => {
            let given = figures_of(dataset, shade.region, metric);
            let given = given.map(|(entry, f)| values(dataset, lang, &Given { entry, figure: *f }));
            let given: Vec<String> = given.collect();
            if given.is_empty() { lang.say(Msg::MapNoFigure).to_string() } else { given.join("; ") }
        }
    }
}

fn marks(dataset: &Dataset<'_>, lang: Lang, axis: Axis, value: Value) -> String {
    let name = lang.say(match axis {
        Axis::Sectors => Msg::AxisSectors,
        Axis::Doelgroepen => Msg::AxisDoelgroepen,
    });
    match value {
        Value::Number(n) => lang.fill(Msg::MapMarks, &[&number(lang, n), &dataset.columns(axis).len(), &name]),
        Value::Unknown => lang.say(Msg::MapMarksMissing).to_string(),
        _ => lang.say(Msg::MapNoRow).to_string(),
    }
}

fn column_said(
    dataset: &Dataset<'_>,
    lang: Lang,
    own: Option<&Own>,
    column: Column,
    value: Value,
    rows: &[(RowIx, Value)],
) -> String {
    let [(row, _)] = rows else {
        return match value {
            Value::Holds(strength) => lang.say(sure(strength)).to_string(),
            Value::No => lang.say(Msg::MapNo).to_string(),
            Value::Unknown => lang.say(Msg::ShadeUnknown).to_string(),
            _ => lang.say(Msg::MapNoRow).to_string(),
        };
    };
    let Some(cell) = dataset[*row].cell(column) else { return lang.say(Msg::MapNoRow).to_string() };
    let known = match (value, cell.evidence.len()) {
        (Value::Holds(Strength::Certain), _) => lang.say(Msg::MapCertain).to_string(),
        (Value::No, _) => lang.say(Msg::MapNo).to_string(),
        (_, 0) => lang.say(Msg::MapPossible).to_string(),
        (_, 1) => lang.say(Msg::MapEvidencedOne).to_string(),
        (_, n) => lang.fill(Msg::MapEvidenced, &[&n]),
    };
    let ground = match own.and_then(|own| own.get(*row, column)) {
        Some(yes) => lang.fill(Msg::CellOwn, &[&lang.say(if yes { Msg::CellYes } else { Msg::CellNo })]),
        None => lang.say(words::ground(cell.ground)).to_string(),
    };
    format!("{known} ({ground})")
}

/// The rows of a region that has several, each with its value.
pub fn rows(
    dataset: &Dataset<'_>,
    lang: Lang,
    own: Option<&Own>,
    shades: &Shades,
    shade: &Shade,
    ascii: bool,
) -> Vec<String> {
    if shade.rows.len() < 2 {
        return Vec::new();
    }
    let rows = shade.rows.iter().map(|row| {
        let place = crate::query::matrix::place(dataset, row.0);
        format!("{} {}", super::compare::name(dataset, place), of_row(dataset, lang, own, shades.choice, *row, ascii))
    });
    rows.collect()
}

/// A region with what tells it from its namesakes.
pub fn region(dataset: &Dataset<'_>, lang: Lang, region: crate::dataset::RegionIx) -> String {
    words::short_place(dataset, lang, Place::whole(region))
}

/// The heading above the regions without a tile.
pub fn listed(dataset: &Dataset<'_>, listed: &[crate::dataset::RegionIx]) -> Msg {
    let roaz = listed.iter().all(|region| dataset[*region].kind == RegionKind::Roaz);
    if roaz { Msg::TreeRoaz } else { Msg::MapWithoutTile }
}

/// A name in at most so many lines of at most so many cells: broken at blanks and hyphens, its directions shortened
/// where it is too long, then cut.
pub fn name_lines(name: &str, width: usize, lines: usize, more: &str) -> Vec<String> {
    let whole = broken(name, width);
    if whole.len() <= lines {
        return whole;
    }
    let mut short = broken(&shortened(name), width);
    if short.len() > lines {
        let rest = short.split_off(lines.saturating_sub(1)).join(" ");
        short.push(cut(&format!("{rest}{more}"), width, more));
    }
    short
}

/// Directions as their first letter: `Noord-Holland` becomes `N-Holland`.
fn shortened(name: &str) -> String {
    let mut name = name.to_string();
    for (long, short) in [
        ("Noordoost-", "NO-"),
        ("Zuidoost-", "ZO-"),
        ("Noord-", "N-"),
        ("Midden-", "M-"),
        ("Zuid-", "Z-"),
        ("West-", "W-"),
    ] {
        name = name.replace(long, short);
    }
    name
}

/// Lines filled word by word; a word ends at a blank, a hyphen or a slash.
fn broken(name: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_inclusive([' ', '-', '/']) {
        match lines.last_mut() {
            Some(line) if line.width() + word.trim_end().width() <= width => line.push_str(word),
            _ => lines.push(word.to_string()),
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_string()).collect()
}

/// Whether a name has no word that is too long for a line, once shortened.
pub fn fits(name: &str, width: usize) -> bool {
    broken(&shortened(name), width).iter().all(|line| line.width() <= width)
}

/// How tiles are written: their size without the blank between them, and what stands in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileForm {
    /// The cells of a line.
    pub width: usize,
    /// The lines.
    pub height: usize,
    /// How many lines the name takes; none where a label stands in its place.
    pub names: Option<usize>,
    /// The width of the longest value.
    pub value: usize,
}

impl TileForm {
    /// The lines of a tile, each a text and the pattern behind it, which together fill the width.
    pub fn lines(self, name: &[String], value: &str, pattern: &str) -> Vec<(String, String)> {
        let head = self.names.unwrap_or(1);
        let cells = |i: usize| match self.names {
            Some(names) if i < names => self.width,
            // A blank keeps value and pattern apart where there is room.
            _ => self.value.max(LABEL).min(self.width.saturating_sub(1)),
        };
        let text = |i: usize| -> String {
            if self.height == 1 {
                let label = name.first().map_or("", String::as_str);
                let both = format!("{label} {value}");
                return if LABEL + 1 + self.value < self.width { both } else { label.to_string() };
            }
            if i == head { value.to_string() } else { name.get(i).cloned().unwrap_or_default() }
        };
        let line = |i: usize| {
            let one = LABEL + if LABEL + 1 + self.value < self.width { 1 + self.value } else { 0 };
            let room = if self.height == 1 { one.min(self.width.saturating_sub(1)) } else { cells(i) };
            let text = pad(&cut(&text(i), room, ""), room);
            (text, pattern.repeat(self.width.saturating_sub(room)))
        };
        (0..self.height).map(line).collect()
    }
}

/// The width of a label.
pub const LABEL: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_at_hyphens_are_shortened_and_only_then_cut() {
        let lines = |name: &str| name_lines(name, 12, 2, "…");
        assert_eq!(lines("Midden-Brabant"), ["Midden-", "Brabant"]);
        assert_eq!(lines("Noord-Holland Noord"), ["N-Holland", "Noord"]);
        assert_eq!(lines("Zuid-Hollandse Eilanden"), ["Z-Hollandse", "Eilanden"]);
        assert_eq!(lines("Westland Schieland Delfland"), ["Westland", "Schieland D…"]);
        assert!(fits("Kennemerland", 12) && !fits("Kennemerland", 11));
    }
}
