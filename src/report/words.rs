//! The words for what the dataset holds, the same on the screen and in what commands print.

use crate::dataset::{
    Axis, Basis, Column, Dataset, EntryKind, Ground, RegionKind, RowIx, SilenceReason, Source, TopicIx, Value,
};
use crate::query::find::Place;
use crate::query::portrait::Section;
use crate::query::summary::Counts;
use crate::texts::{Lang, Msg};

/// The heading of a section.
pub fn section(dataset: &Dataset<'_>, lang: Lang, section: Section) -> String {
    match section {
        Section::Developments => lang.say(Msg::Developments).to_string(),
        Section::Theme(theme) => lang.pick(&dataset[theme].name, &dataset[theme].name_en).to_string(),
        Section::Focus => lang.say(Msg::Focus).to_string(),
        Section::Notes => lang.say(Msg::Notes).to_string(),
    }
}

/// The kind of a region.
pub fn kind(lang: Lang, kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Zorgkantoor => lang.say(Msg::KindZorgkantoor),
        RegionKind::Roaz => lang.say(Msg::KindRoaz),
    }
}

/// The names of topics, parted by a middle dot.
pub fn topics(dataset: &Dataset<'_>, lang: Lang, topics: &[TopicIx]) -> String {
    let names: Vec<&str> = topics.iter().map(|t| lang.pick(&dataset[*t].name, &dataset[*t].name_en)).collect();
    names.join(" · ")
}

/// The name of a column.
pub fn column<'t>(dataset: &'t Dataset<'_>, lang: Lang, column: Column) -> &'t str {
    lang.pick(&dataset[column].name, &dataset[column].name_en)
}

/// How a silence is told.
pub fn silence(reason: SilenceReason) -> Msg {
    match reason {
        SilenceReason::Dash => Msg::SilentDash,
        SilenceReason::Stated => Msg::SilentStated,
    }
}

/// Document and page of a source.
pub fn source(dataset: &Dataset<'_>, lang: Lang, source: Source) -> String {
    let title = &dataset[source.doc].title;
    match source.page {
        Some(page) => lang.fill(Msg::SourcePage, &[title, &page]),
        None => title.to_string(),
    }
}

/// The pages of several sources.
pub fn pages(lang: Lang, sources: &[Source]) -> String {
    let mut pages: Vec<u16> = sources.iter().filter_map(|s| s.page).collect();
    pages.dedup();
    let pages: Vec<String> = pages.iter().map(u16::to_string).collect();
    if pages.is_empty() { String::new() } else { lang.fill(Msg::Page, &[&pages.join(", ")]) }
}

/// A number of things, in the singular or the plural.
pub(super) fn counted(lang: Lang, n: usize, one: Msg, many: Msg) -> String {
    lang.fill(if n == 1 { one } else { many }, &[&n])
}

/// How many developments and action lines there are.
pub fn main_counts(lang: Lang, counts: Counts) -> String {
    let developments = counted(lang, counts.developments, Msg::OneDevelopment, Msg::SomeDevelopments);
    let lines = counted(lang, counts.action_lines, Msg::OneActionLine, Msg::SomeActionLines);
    format!("{developments}, {lines}")
}

/// How many developments, action lines and focus actions there are.
pub fn counts(lang: Lang, counts: Counts) -> String {
    let focus = counted(lang, counts.focus_actions, Msg::OneFocusAction, Msg::SomeFocusActions);
    format!("{}, {focus}", main_counts(lang, counts))
}

/// On what ground a text box was assigned.
pub fn basis(basis: Basis) -> Msg {
    match basis {
        Basis::Named => Msg::BasisNamed,
        Basis::Clear => Msg::BasisClear,
        Basis::Order => Msg::BasisOrder,
        Basis::Unclear => Msg::BasisUnclear,
    }
}

/// The ground of a cell in a sentence.
pub fn ground(ground: Ground) -> Msg {
    match ground {
        Ground::RowFull => Msg::GroundRowFull,
        Ground::Layout => Msg::GroundLayout,
        Ground::Box => Msg::GroundBox,
        Ground::Remainder => Msg::GroundRemainder,
        Ground::RowEmpty => Msg::GroundRowEmpty,
        Ground::ColumnLost => Msg::GroundColumnLost,
        Ground::BoxUnsure => Msg::GroundBoxUnsure,
        Ground::RowMissing => Msg::GroundRowMissing,
    }
}

/// The value of a cell.
pub fn value(value: Value) -> Msg {
    match value {
        Value::Yes => Msg::CellYes,
        Value::No => Msg::CellNo,
        Value::Unknown => Msg::CellUnknown,
    }
}

/// The heading of a text box: its number, its doelgroep and on what ground.
pub fn focus_box(dataset: &Dataset<'_>, lang: Lang, row: RowIx, number: u8) -> String {
    let found = dataset.entries_of(dataset[row].region).find_map(|(_, entry)| match entry.kind {
        EntryKind::Focus(focus) if focus.row == row && focus.number == number => Some(focus),
        _ => None,
    });
    let Some(focus) = found else { return lang.fill(Msg::FocusBox, &[&number, &"?", &""]) };
    let name = match focus.doelgroep {
        Some(place) => column(dataset, lang, Column { axis: Axis::Doelgroepen, place }),
        None => lang.say(Msg::DoelgroepUnknown),
    };
    lang.fill(Msg::FocusBox, &[&number, &name, &lang.say(basis(focus.basis))])
}

/// A line that tells of a row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowLine {
    /// The line.
    pub text: String,
    /// Whether it is a heading.
    pub heading: bool,
}

/// A row of the matrix in words: per axis how many V's, and which columns are yes, no and unknown.
pub fn row(dataset: &Dataset<'_>, lang: Lang, row: RowIx) -> Vec<RowLine> {
    let mut lines = Vec::new();
    for axis in Axis::ALL {
        let shown = dataset[row].axis(axis);
        let length = shown.cells.len();
        let marks = shown.marks.map_or("?".to_string(), |m| m.to_string());
        let heading = match axis {
            Axis::Sectors => lang.fill(Msg::RowSectors, &[&marks, &length]),
            Axis::Doelgroepen => {
                let boxes = counted(lang, usize::from(shown.boxes.unwrap_or(0)), Msg::OneBox, Msg::SomeBoxes);
                lang.fill(Msg::RowDoelgroepen, &[&marks, &length, &boxes])
            }
        };
        lines.push(RowLine { text: heading, heading: true });
        for (wanted, ground) in value_and_ground(dataset, row, axis) {
            let names: Vec<String> = dataset
                .columns(axis)
                .zip(&shown.cells)
                .filter(|(_, cell)| (cell.value, cell.ground) == (wanted, ground))
                .map(|((column, _), cell)| named_cell(dataset, lang, column, wanted, cell.evidence.len()))
                .collect();
            let text =
                format!("{}: {} ({})", lang.say(value(wanted)), names.join(", "), lang.say(self::ground(ground)));
            lines.push(RowLine { text, heading: false });
        }
    }
    lines
}

/// The combinations of value and ground on an axis of a row: yes first, then no, then unknown.
fn value_and_ground(dataset: &Dataset<'_>, row: RowIx, axis: Axis) -> Vec<(Value, Ground)> {
    let mut pairs = Vec::new();
    for value in [Value::Yes, Value::No, Value::Unknown] {
        for ground in Ground::ALL {
            if dataset[row].axis(axis).cells.iter().any(|c| c.value == value && c.ground == ground) {
                pairs.push((value, ground));
            }
        }
    }
    pairs
}

/// A cell by name; of an unknown one how much evidence stands beside it.
fn named_cell(dataset: &Dataset<'_>, lang: Lang, column: Column, value: Value, evidence: usize) -> String {
    let name = self::column(dataset, lang, column);
    match (value, evidence) {
        (Value::Unknown, 0) => format!("{name} ?"),
        (Value::Unknown, n) => format!("{name} ?{n}"),
        _ => name.to_string(),
    }
}

/// The name of a place in few words: a ROAZ-regio is told from a zorgkantoorregio of the same name.
pub fn short_place(dataset: &Dataset<'_>, lang: Lang, place: Place) -> String {
    match dataset[place.region].kind {
        RegionKind::Zorgkantoor => place.name(dataset),
        RegionKind::Roaz => lang.fill(Msg::RoazPrefix, &[&place.name(dataset)]),
    }
}

/// The name of a place with what tells it from its namesakes: its kind, or the region that it is a part of.
pub fn place(dataset: &Dataset<'_>, lang: Lang, place: Place) -> String {
    let region = &dataset[place.region];
    match place.part {
        None => format!("{} ({})", region.name, kind(lang, region.kind)),
        Some(part) => {
            lang.fill(Msg::PartOf, &[&region.parts[part.place()].name, &kind(lang, region.kind), &region.name])
        }
    }
}
