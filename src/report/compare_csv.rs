//! A comparison as CSV: one row an entry, a silence, a cell or a figure of a side.

use std::io::{self, Write};

use super::answer::{Compare, Dialect};
use super::compare_json::who;
use super::csv::{Field, Table, item_source, joined, of_item, place, source, tags, topics};
use crate::dataset::{Axis, EntryIx, Point};
use crate::query::compare::{FocusCell, Section, change};
use crate::query::find::Place;
use crate::query::pairing::Side;
use crate::query::portrait::Section as Shown;
use crate::texts::{Lang, Msg};

const COMPARE: [Msg; 32] = [
    Msg::HeadTheme,
    Msg::HeadWhat,
    Msg::HeadRow,
    Msg::HeadTopic,
    Msg::HeadNamedBy,
    Msg::HeadSide,
    Msg::HeadRegion,
    Msg::HeadRegionName,
    Msg::HeadPart,
    Msg::HeadPartName,
    Msg::HeadId,
    Msg::HeadText,
    Msg::HeadTopics,
    Msg::HeadSectors,
    Msg::HeadDoelgroepen,
    Msg::HeadDocument,
    Msg::HeadPage,
    Msg::HeadFirstLine,
    Msg::HeadLastLine,
    Msg::HeadElsewhere,
    Msg::HeadAxis,
    Msg::HeadColumn,
    Msg::HeadValue,
    Msg::HeadDiffers,
    Msg::HeadCertain,
    Msg::HeadMetric,
    Msg::HeadUnit,
    Msg::HeadFromYear,
    Msg::HeadFromValue,
    Msg::HeadToYear,
    Msg::HeadToValue,
    Msg::HeadChange,
];

/// `compare`: a row an entry, a silence, a cell or a figure of a side.
///
/// # Errors
/// When the writer fails.
pub fn compare(answer: &Compare<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut sides = SidesTable { answer, table: Table::new(COMPARE, lang, dialect, out)? };
    sides.texts()?;
    if answer.sections.contains(&Section::Focus) {
        sides.focus()?;
    }
    if answer.sections.contains(&Section::Figures) {
        sides.figures()?;
    }
    if answer.sections.contains(&Section::Plan) {
        sides.plans(dialect)?;
    }
    sides.table.end()
}

/// The table of a comparison: its columns in the groups that are filled together.
struct SidesTable<'a, 'w> {
    answer: &'a Compare<'a>,
    table: Table<'w, { COMPARE.len() }>,
}

/// What stands before the place in a row of a comparison.
struct Head<'h> {
    theme: &'h str,
    what: &'h str,
    row: Option<usize>,
    topic: Option<&'h str>,
    named_by: Option<&'h str>,
    side: Side,
}

impl SidesTable<'_, '_> {
    fn texts(&mut self) -> io::Result<()> {
        let Compare { dataset, comparison, sections, only, .. } = *self.answer;
        for texts in comparison.texts.iter().filter(|texts| sections.contains(&texts.section)) {
            let theme = match texts.section {
                Section::Theme(theme) => dataset[theme].id.as_str(),
                _ => "developments",
            };
            for (i, row) in texts.rows.iter().enumerate().filter(|(_, row)| only.shows(row.who)) {
                let elsewhere = Field::ids(row.elsewhere.iter().map(|entry| dataset[*entry].id.as_str()));
                let (topic, named_by) = (Some(dataset[row.topic].id.as_str()), Some(who(row.who)));
                for side in Side::BOTH {
                    for entry in row.entries.of(side) {
                        let what = dataset[*entry].kind.key();
                        let head = Head { theme, what, row: Some(i + 1), topic, named_by, side };
                        self.entry(&head, *entry, std::slice::from_ref(&elsewhere))?;
                    }
                }
            }
            for side in Side::BOTH {
                let region = &dataset[comparison.places.of(side).region];
                for silence in texts.silences.of(side).iter().filter_map(|i| region.silences.get(*i)) {
                    let head = Head { theme, what: "silence", row: None, topic: None, named_by: None, side };
                    let at = Place { part: silence.part, ..*comparison.places.of(side) };
                    let text = [Field::None, Field::of(&silence.text), Field::None, Field::None, Field::None];
                    self.line(&head, at, &text, &source(dataset, silence.source), &[])?;
                }
            }
        }
        Ok(())
    }

    /// The entries of two regioplannen.
    fn plans(&mut self, dialect: Dialect) -> io::Result<()> {
        let Compare { dataset, comparison, only, .. } = *self.answer;
        let rows = comparison.plan.iter().flat_map(|texts| &texts.rows).filter(|row| only.shows(row.who));
        for (i, row) in rows.enumerate() {
            let plans = dataset.plans();
            let elsewhere = Field::ids(row.elsewhere.iter().map(|item| plans[*item].id.as_str()));
            let (topic, named_by) = (Some(dataset[row.topic].id.as_str()), Some(who(row.who)));
            for side in Side::BOTH {
                for item in row.entries.of(side) {
                    let what = plans[*item].role.key();
                    let head = Head { theme: "plan", what, row: Some(i + 1), topic, named_by, side };
                    let [_, _, id, text, _, topics, sectors, doelgroepen] = of_item(dataset, *item, dialect);
                    let at = Place::whole(comparison.places.of(side).region);
                    let said = [id, text, topics, sectors, doelgroepen];
                    self.line(&head, at, &said, &item_source(dataset, *item), std::slice::from_ref(&elsewhere))?;
                }
            }
        }
        Ok(())
    }

    fn focus(&mut self) -> io::Result<()> {
        let Compare { dataset, comparison, only, .. } = *self.answer;
        let theme = Shown::Focus.id(dataset);
        let cells = comparison.focus.iter().filter(|cell| only.shows_cell(cell));
        for (i, cell) in cells.enumerate() {
            for side in Side::BOTH {
                let head = Head { theme, what: "cell", row: Some(i + 1), topic: None, named_by: None, side };
                let seen = [
                    Field::None,
                    Field::of(cell.column.axis.key()),
                    Field::of(&dataset[cell.column].id),
                    Field::of(cell.seen.of(side).key()),
                    differs(cell),
                ];
                self.line(&head, *comparison.places.of(side), &[], &[], &seen)?;
            }
        }
        for (i, row) in comparison.actions.iter().filter(|row| row.shown(only)).enumerate() {
            let doelgroep = row.doelgroep.map_or(Field::unknown(), |column| Field::of(&dataset[column].id));
            let of = [Field::None, Field::of(Axis::Doelgroepen.key()), doelgroep, Field::None, Field::None];
            for side in Side::BOTH {
                for entry in row.entries.of(side) {
                    let head = Head { theme, what: "focus", row: Some(i + 1), topic: None, named_by: None, side };
                    self.entry(&head, *entry, &[of.as_slice(), &[Field::yes(row.sure)]].concat())?;
                }
            }
        }
        Ok(())
    }

    fn figures(&mut self) -> io::Result<()> {
        let Compare { dataset, comparison, only, .. } = *self.answer;
        for (i, row) in comparison.figures.iter().filter(|row| only.shows(row.who())).enumerate() {
            let metric = &dataset[row.metric];
            for side in Side::BOTH {
                for (entry, figure) in row.figures.of(side) {
                    let named_by = Some(who(row.who()));
                    let head = Head { theme: "figures", what: "figure", row: Some(i + 1), topic: None, named_by, side };
                    let named = [Field::of(&metric.id), Field::of(&metric.unit)];
                    let [from, to] = [figure.from, figure.to].map(ends);
                    let change = change(figure).map_or(Field::unknown(), Field::Number);
                    let none = [const { Field::None }; 6];
                    self.entry(&head, *entry, &[none.as_slice(), &named, &from, &to, &[change]].concat())?;
                }
            }
        }
        Ok(())
    }

    fn entry(&mut self, head: &Head<'_>, ix: EntryIx, more: &[Field]) -> io::Result<()> {
        let dataset = self.answer.dataset;
        let entry = &dataset[ix];
        let text = [
            Field::of(&entry.id),
            Field::of(&entry.text),
            topics(dataset, &entry.topics),
            tags(dataset, entry, Axis::Sectors),
            tags(dataset, entry, Axis::Doelgroepen),
        ];
        let at = Place { region: entry.region, part: entry.part };
        self.line(head, at, &text, &source(dataset, entry.source), more)
    }

    fn line(&mut self, head: &Head<'_>, at: Place, text: &[Field], stands: &[Field], more: &[Field]) -> io::Result<()> {
        let side = match head.side {
            Side::A => "a",
            Side::B => "b",
        };
        let first = [
            Field::of(head.theme),
            Field::of(head.what),
            head.row.map_or(Field::None, Field::count),
            Field::if_any(head.topic),
            Field::if_any(head.named_by),
            Field::of(side),
        ];
        let filled = |fields: &[Field], n: usize| -> Vec<Field> {
            let none = std::iter::repeat_n(Field::None, n.saturating_sub(fields.len()));
            fields.iter().cloned().chain(none).collect()
        };
        let at = place(self.answer.dataset, at);
        self.table.row(joined(&[&first, &at, &filled(text, 5), &filled(stands, 4), more]))
    }
}

/// Whether cells differ, where it is certain.
fn differs(cell: &FocusCell) -> Field {
    match (cell.differs(), cell.same()) {
        (true, _) => Field::yes(true),
        (_, true) => Field::yes(false),
        _ => Field::unknown(),
    }
}

/// Year and value of an end of a figure.
pub(super) fn ends(point: Option<Point>) -> [Field; 2] {
    let year = point.and_then(|point| point.year).map_or(Field::unknown(), Field::count);
    [year, point.map_or(Field::unknown(), |point| Field::Number(point.value))]
}
