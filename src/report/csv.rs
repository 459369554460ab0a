//! Answers as CSV: one row an entry or a cell. Columns and words are told in `docs/csv.md`: ids and words are those of
//! the JSON output, `unknown` among them; an empty cell says that there is none.

use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use super::answer::{Dialect, Figures, List, Matrix, Metrics, Search, Show, Similar, Topic, Topics};
use super::compare_csv::ends;
use super::json::UNKNOWN;
use crate::dataset::plans::{self, ItemIx};
use crate::dataset::{
    Axis, Cell, Column, Dataset, Entry, EntryIx, EntryKind, Figure, PartIx, Point, Row, RowIx, Source, TopicIx,
};
use crate::query::compare::change;
use crate::query::find::Place;
use crate::query::matrix::place as place_of;
use crate::query::portrait::{Block, Section as Shown, portrait};
use crate::query::summary::counts;
use crate::query::topics::section_of;
use crate::query::worlds::worlds;
use crate::texts::{Lang, Msg};

/// A field of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    /// There is none.
    None,
    /// Text, as it stands.
    Text(String),
    /// A number.
    Number(f64),
}

impl Field {
    pub(super) fn of(text: impl ToString) -> Field {
        Field::Text(text.to_string())
    }

    pub(super) fn count(n: impl TryInto<u32>) -> Field {
        // What a dataset can hold is counted in far less; a number that is not is no number to guess.
        n.try_into().map_or(Field::unknown(), |n| Field::Number(n.into()))
    }

    pub(super) fn if_any(text: Option<impl ToString>) -> Field {
        text.map_or(Field::None, Field::of)
    }

    pub(super) fn unknown() -> Field {
        Field::of(UNKNOWN)
    }

    pub(super) fn yes(yes: bool) -> Field {
        Field::of(if yes { "yes" } else { "no" })
    }

    pub(super) fn ids<'i>(ids: impl IntoIterator<Item = &'i str>) -> Field {
        match ids.into_iter().collect::<Vec<_>>().join(" ") {
            none if none.is_empty() => Field::None,
            ids => Field::Text(ids),
        }
    }

    fn written(self, dialect: Dialect) -> String {
        match self {
            Field::None => String::new(),
            Field::Number(number) => dialect.number(number),
            Field::Text(text) => match dialect {
                Dialect::Excel if is_taken_for_else(&text) => format!("'{text}"),
                _ => text,
            },
        }
    }
}

/// Whether a spreadsheet takes a text for a formula, or for a date or a number and shows another one.
fn is_taken_for_else(text: &str) -> bool {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    formula || digits && text.chars().all(|c| c.is_ascii_digit() || "-/.,: ".contains(c))
}

impl Dialect {
    fn number(self, number: f64) -> String {
        match self {
            Dialect::Plain => number.to_string(),
            Dialect::Excel => number.to_string().replace('.', ","),
        }
    }
}

/// A table that is being written: as many fields a row as there are headings.
pub(super) struct Table<'w, const N: usize> {
    writer: Writer<&'w mut dyn Write>,
    dialect: Dialect,
}

impl<'w, const N: usize> Table<'w, N> {
    pub(super) fn new(heads: [Msg; N], lang: Lang, dialect: Dialect, out: &'w mut dyn Write) -> io::Result<Self> {
        let delimiter = match dialect {
            Dialect::Plain => b',',
            Dialect::Excel => {
                // Without it Excel takes UTF-8 for the code page of Windows.
                out.write_all("\u{feff}".as_bytes())?;
                b';'
            }
        };
        let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(out);
        writer.write_record(heads.map(|head| lang.say(head))).map_err(trouble)?;
        Ok(Table { writer, dialect })
    }

    pub(super) fn row(&mut self, fields: [Field; N]) -> io::Result<()> {
        self.writer.write_record(fields.map(|field| field.written(self.dialect))).map_err(trouble)
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The trouble of the writer itself, so that a reader that has gone is known as one.
fn trouble(e: csv::Error) -> io::Error {
    match e.into_kind() {
        csv::ErrorKind::Io(e) => e,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Region and part, each by id and name.
pub(super) fn place(dataset: &Dataset<'_>, place: Place) -> [Field; 4] {
    let region = &dataset[place.region];
    let part = place.part.and_then(|part| region.parts.get(part.place()));
    [
        Field::of(&region.id),
        Field::of(&region.name),
        Field::if_any(part.map(|part| &part.id)),
        Field::if_any(part.map(|part| &part.name)),
    ]
}

/// Document, page, first and last line.
pub(super) fn source(dataset: &Dataset<'_>, source: Source) -> [Field; 4] {
    let page = source.page.map_or(Field::None, Field::count);
    [Field::of(&dataset[source.doc].id), page, Field::count(source.lines.0), Field::count(source.lines.1)]
}

pub(super) fn topics(dataset: &Dataset<'_>, topics: &[TopicIx]) -> Field {
    Field::ids(topics.iter().map(|topic| dataset[*topic].id.as_str()))
}

pub(super) fn tags(dataset: &Dataset<'_>, entry: &Entry<'_>, axis: Axis) -> Field {
    let tagged = |(column, _): &(Column, _)| entry.tags(axis).contains(usize::from(column.place));
    Field::ids(dataset.columns(axis).filter(tagged).map(|(_, column)| &*column.id))
}

/// The figures of an entry in a line: `aandeel-65-plus: 20.5 % (2023) > 25.5 % (2040)`.
fn figures(dataset: &Dataset<'_>, entry: &Entry<'_>, dialect: Dialect) -> Field {
    let point = |point: Option<Point>, unit: &str| {
        point.map_or(UNKNOWN.to_string(), |point| {
            let year = point.year.map_or(UNKNOWN.to_string(), |year| year.to_string());
            format!("{} {unit} ({year})", dialect.number(point.value))
        })
    };
    let figure = |figure: &Figure| {
        let metric = &dataset[figure.metric];
        format!("{}: {} > {}", metric.id, point(figure.from, &metric.unit), point(figure.to, &metric.unit))
    };
    let figures: Vec<String> = entry.figures.iter().map(figure).collect();
    if figures.is_empty() { Field::None } else { Field::Text(figures.join(" | ")) }
}

/// What an entry is, its section, id, text, figures, topics and tags.
fn said(dataset: &Dataset<'_>, ix: EntryIx, dialect: Dialect) -> [Field; 8] {
    let entry = &dataset[ix];
    [
        Field::of(entry.kind.key()),
        Field::of(section_of(entry.kind).id(dataset)),
        Field::of(&entry.id),
        Field::of(&entry.text),
        figures(dataset, entry, dialect),
        topics(dataset, &entry.topics),
        tags(dataset, entry, Axis::Sectors),
        tags(dataset, entry, Axis::Doelgroepen),
    ]
}

/// The words of an entry of a plan or of the national picture, in the columns of [`said`].
pub(super) fn of_item(dataset: &Dataset<'_>, ix: ItemIx, dialect: Dialect) -> [Field; 8] {
    let plans = dataset.plans();
    let item = &plans[ix];
    let tagged = |axis: Axis| {
        let columns = dataset.columns(axis).filter(|(c, _)| item.tags(axis).contains(usize::from(c.place)));
        Field::ids(columns.map(|(_, column)| &*column.id))
    };
    let number = |figure: &plans::Figure| {
        let value = figure.value.map(|value| dialect.number(value)).or_else(|| figure.said.clone());
        let year = figure.year.map_or(UNKNOWN.to_string(), |year| year.to_string());
        let unit = figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        format!("{}: {}{unit} ({year})", figure.metric, value.unwrap_or_else(|| UNKNOWN.to_string()))
    };
    let text = item.name.as_ref().map_or(item.text.clone(), |name| format!("{name}: {}", item.text));
    [
        Field::of(if plans[item.work].region.is_some() { "plan" } else { "national" }),
        Field::if_any(plans.theme_of(ix).map(|theme| &plans[theme].id)),
        Field::of(&item.id),
        Field::of(text),
        Field::if_any(item.figure.as_ref().map(number)),
        topics(dataset, &item.topics),
        tagged(Axis::Sectors),
        tagged(Axis::Doelgroepen),
    ]
}

/// Where an entry of a plan stands: its document has no pages.
pub(super) fn item_source(dataset: &Dataset<'_>, ix: ItemIx) -> [Field; 4] {
    let source = &dataset.plans()[ix].source;
    let (first, last) = source.lines;
    [Field::of(&dataset[source.doc].id), Field::None, Field::count(first), Field::count(last)]
}

fn of_entry(dataset: &Dataset<'_>, ix: EntryIx) -> [Field; 4] {
    place(dataset, Place { region: dataset[ix].region, part: dataset[ix].part })
}

fn kind_of(dataset: &Dataset<'_>, place: Place) -> Field {
    Field::of(dataset[place.region].kind.key())
}

/// Fields of several groups in one row; what is left stays empty.
pub(super) fn joined<const N: usize>(groups: &[&[Field]]) -> [Field; N] {
    let mut fields = groups.iter().flat_map(|group| group.iter().cloned());
    std::array::from_fn(|_| fields.next().unwrap_or(Field::None))
}

const PLACE: [Msg; 4] = [Msg::HeadRegion, Msg::HeadRegionName, Msg::HeadPart, Msg::HeadPartName];

/// `list`: a row a region or part. The counts of a part are those of `show`, with what is the whole region's.
///
/// # Errors
/// When the writer fails.
pub fn list(answer: &List<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let [region, region_name, part, part_name] = PLACE;
    let heads = [region, region_name, part, part_name, Msg::HeadKind, Msg::HeadDevelopments, Msg::HeadActionLines];
    let mut table = Table::new(heads, lang, dialect, out)?;
    let dataset = answer.dataset;
    for (region, said) in dataset.regions().filter(|(_, region)| answer.kind.is_none_or(|kind| kind == region.kind)) {
        let parts = (0..said.parts.len()).map(|part| Some(PartIx::new(part)));
        for part in std::iter::once(None).chain(parts) {
            let at = Place { region, part };
            let counts = counts(dataset, at);
            let counts = [Field::count(counts.developments), Field::count(counts.action_lines)];
            table.row(joined(&[&place(dataset, at), &[kind_of(dataset, at)], &counts]))?;
        }
    }
    table.end()
}

const SHOW: [Msg; 24] = [
    Msg::HeadRegion,
    Msg::HeadRegionName,
    Msg::HeadPart,
    Msg::HeadPartName,
    Msg::HeadKind,
    Msg::HeadWhat,
    Msg::HeadTheme,
    Msg::HeadId,
    Msg::HeadText,
    Msg::HeadFigures,
    Msg::HeadTopics,
    Msg::HeadSectors,
    Msg::HeadDoelgroepen,
    Msg::HeadDocument,
    Msg::HeadPage,
    Msg::HeadFirstLine,
    Msg::HeadLastLine,
    Msg::HeadBox,
    Msg::HeadBasis,
    Msg::HeadAxis,
    Msg::HeadColumn,
    Msg::HeadValue,
    Msg::HeadGround,
    Msg::HeadEvidence,
];

/// `show`: a row an entry, a silence, a cell and a place of a note.
///
/// # Errors
/// When the writer fails.
pub fn show(answer: &Show<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(SHOW, lang, dialect, out)?;
    let dataset = answer.dataset;
    let region = &dataset[answer.place.region];
    let kind = [kind_of(dataset, answer.place)];
    let at = |part: Option<PartIx>| place(dataset, Place { part, ..answer.place });
    for block in portrait(dataset, answer.place, answer.only) {
        match block {
            Block::Entry(ix) => {
                let said = said(dataset, ix, dialect);
                let stands = source(dataset, dataset[ix].source);
                table.row(joined(&[&of_entry(dataset, ix), &kind, &said, &stands, &text_box(dataset, ix)]))?;
            }
            Block::Silence(i) => {
                let Some(silence) = region.silences.get(i) else { continue };
                let what = [Field::of("silence"), Field::of(&dataset[silence.theme].id), Field::None];
                let text = [Field::of(&silence.text), Field::None, Field::None, Field::None, Field::None];
                let reason = [Field::None, Field::of(silence.reason.key())];
                let stands = source(dataset, silence.source);
                table.row(joined(&[&at(silence.part), &kind, &what, &text, &stands, &reason]))?;
            }
            Block::Row(row) => cells(dataset, row, &mut table)?,
            Block::Note(i) => {
                let Some(note) = region.notes.get(i) else { continue };
                let what = [Field::of("note"), Field::of(Shown::Notes.id(dataset)), Field::None];
                let text = [Field::of(&note.text), Field::None, Field::None, Field::None, Field::None];
                for stands in &note.sources {
                    table.row(joined(&[&at(None), &kind, &what, &text, &source(dataset, *stands)]))?;
                }
            }
            Block::Section(_) | Block::Nothing | Block::Part(_) | Block::FocusBox(..) => {}
        }
    }
    table.end()
}

/// The text box of a focus action: its number, on what ground it was assigned, and to which doelgroep.
fn text_box(dataset: &Dataset<'_>, ix: EntryIx) -> [Field; 4] {
    let EntryKind::Focus(focus) = dataset[ix].kind else { return [const { Field::None }; 4] };
    let doelgroep = focus.doelgroep.map(|place| &dataset[Column { axis: Axis::Doelgroepen, place }].id);
    [
        Field::count(focus.number),
        Field::of(focus.basis.key()),
        Field::of(Axis::Doelgroepen.key()),
        doelgroep.map_or(Field::unknown(), Field::of),
    ]
}

/// The cells of a row of the matrix, in the table of `show`.
fn cells(dataset: &Dataset<'_>, ix: RowIx, table: &mut Table<'_, { SHOW.len() }>) -> io::Result<()> {
    let at = place_of(dataset, ix);
    for (axis, column, cell) in each_cell(dataset, &dataset[ix]) {
        let what = [kind_of(dataset, at), Field::of("cell"), Field::of(Shown::Focus.id(dataset))];
        let none = [const { Field::None }; 6];
        let stands = source(dataset, dataset[ix].axis(axis).source);
        let value = [Field::None, Field::None, Field::of(axis.key()), Field::of(&dataset[column].id)];
        let value =
            [value.as_slice(), &[Field::of(cell.value.key()), Field::of(cell.ground.key()), evidence(dataset, cell)]];
        table.row(joined(&[&place(dataset, at), &what, &none, &stands, value[0], value[1]]))?;
    }
    Ok(())
}

fn each_cell<'d>(dataset: &'d Dataset<'_>, row: &'d Row) -> impl Iterator<Item = (Axis, Column, &'d Cell)> {
    Axis::ALL.into_iter().flat_map(move |axis| {
        dataset.columns(axis).zip(&row.axis(axis).cells).map(move |((column, _), cell)| (axis, column, cell))
    })
}

fn evidence(dataset: &Dataset<'_>, cell: &Cell) -> Field {
    Field::ids(cell.evidence.iter().map(|entry| dataset[*entry].id.as_str()))
}

/// `matrix`: a row a cell.
///
/// # Errors
/// When the writer fails.
pub fn matrix(answer: &Matrix<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let [region, region_name, part, part_name] = PLACE;
    let heads = [
        region,
        region_name,
        part,
        part_name,
        Msg::HeadKind,
        Msg::HeadAxis,
        Msg::HeadColumn,
        Msg::HeadColumnName,
        Msg::HeadValue,
        Msg::HeadGround,
        Msg::HeadEvidenceCount,
        Msg::HeadEvidence,
        Msg::HeadMarks,
        Msg::HeadColumns,
        Msg::HeadDocument,
        Msg::HeadPage,
        Msg::HeadFirstLine,
        Msg::HeadLastLine,
    ];
    let mut table = Table::new(heads, lang, dialect, out)?;
    let dataset = answer.dataset;
    for row in &answer.answer.rows {
        let at = place_of(dataset, *row);
        let worlds = worlds(dataset, *row, answer.filter.own.then_some(answer.own));
        for (axis, column, cell) in each_cell(dataset, &dataset[*row]) {
            let shown = dataset[*row].axis(axis);
            let known = worlds.get(axis as usize).map(|worlds| worlds.known(cell, usize::from(column.place)));
            let named = &dataset[column];
            let what = [kind_of(dataset, at), Field::of(axis.key()), Field::of(&named.id)];
            let value = [
                Field::of(lang.pick(&named.name, &named.name_en)),
                known.map_or(Field::unknown(), |known| Field::of(known.value.key())),
                known.map_or(Field::unknown(), |known| Field::of(known.why.key())),
                Field::count(cell.evidence.len()),
                evidence(dataset, cell),
            ];
            let marks = [shown.marks.map_or(Field::unknown(), Field::count), Field::count(shown.cells.len())];
            table.row(joined(&[&place(dataset, at), &what, &value, &marks, &source(dataset, shown.source)]))?;
        }
    }
    table.end()
}

const ENTRY: [Msg; 17] = [
    Msg::HeadRegion,
    Msg::HeadRegionName,
    Msg::HeadPart,
    Msg::HeadPartName,
    Msg::HeadKind,
    Msg::HeadWhat,
    Msg::HeadTheme,
    Msg::HeadId,
    Msg::HeadText,
    Msg::HeadFigures,
    Msg::HeadTopics,
    Msg::HeadSectors,
    Msg::HeadDoelgroepen,
    Msg::HeadDocument,
    Msg::HeadPage,
    Msg::HeadFirstLine,
    Msg::HeadLastLine,
];

fn entry(dataset: &Dataset<'_>, ix: EntryIx, dialect: Dialect) -> [Field; 17] {
    let kind = [kind_of(dataset, Place::whole(dataset[ix].region))];
    let stands = source(dataset, dataset[ix].source);
    joined(&[&of_entry(dataset, ix), &kind, &said(dataset, ix, dialect), &stands])
}

/// `search`: a row a hit.
///
/// # Errors
/// When the writer fails.
pub fn search(answer: &Search<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(ENTRY, lang, dialect, out)?;
    let dataset = answer.dataset;
    for hit in &answer.found.answer.hits {
        table.row(entry(dataset, *hit, dialect))?;
    }
    for hit in &answer.found.answer.items {
        let region = dataset.plans()[dataset.plans()[*hit].work].region.map(Place::whole);
        let whose = region.map_or([const { Field::None }; 4], |at| place(dataset, at));
        let kind = [region.map_or(Field::None, |at| kind_of(dataset, at))];
        table.row(joined(&[&whose, &kind, &of_item(dataset, *hit, dialect), &item_source(dataset, *hit)]))?;
    }
    table.end()
}

/// `topics TOPIC`: a row an entry that mentions it.
///
/// # Errors
/// When the writer fails.
pub fn topic(answer: &Topic<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(ENTRY, lang, dialect, out)?;
    for speaker in answer.index.speakers(answer.dataset, answer.topic, answer.asked.scope) {
        for said in speaker.says.iter().flat_map(|says| &says.entries) {
            table.row(entry(answer.dataset, *said, dialect))?;
        }
    }
    table.end()
}

/// `topics`: a row a topic.
///
/// # Errors
/// When the writer fails.
pub fn topics_list(answer: &Topics<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let heads =
        [Msg::HeadTopic, Msg::HeadTopicName, Msg::HeadRegions, Msg::HeadZorgkantoor, Msg::HeadRoaz, Msg::HeadEntries];
    let mut table = Table::new(heads, lang, dialect, out)?;
    for (topic, tally) in answer.listed {
        let topic = &answer.dataset[*topic];
        table.row([
            Field::of(&topic.id),
            Field::of(lang.pick(&topic.name, &topic.name_en)),
            Field::count(tally.regions()),
            Field::count(tally.zorgkantoor),
            Field::count(tally.roaz),
            Field::count(tally.entries),
        ])?;
    }
    table.end()
}

/// `similar`: a row a region.
///
/// # Errors
/// When the writer fails.
pub fn similar(answer: &Similar<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        Msg::HeadRank,
        Msg::HeadRegion,
        Msg::HeadRegionName,
        Msg::HeadKind,
        Msg::HeadScore,
        Msg::HeadSharedCount,
        Msg::HeadOnlyAskedCount,
        Msg::HeadOnlyThisCount,
        Msg::HeadShared,
        Msg::HeadOnlyAsked,
        Msg::HeadOnlyThis,
    ];
    let mut table = Table::new(heads, lang, dialect, out)?;
    let dataset = answer.dataset;
    for (i, alike) in answer.found.iter().enumerate() {
        let region = &dataset[alike.place.region];
        table.row([
            Field::count(i + 1),
            Field::of(&region.id),
            Field::of(&region.name),
            kind_of(dataset, alike.place),
            Field::Number(super::similar::rounded(alike.score)),
            Field::count(alike.shared.len()),
            Field::count(alike.only_asked.len()),
            Field::count(alike.only_this.len()),
            topics(dataset, &alike.shared),
            topics(dataset, &alike.only_asked),
            topics(dataset, &alike.only_this),
        ])?;
    }
    table.end()
}

/// `figures`: a row a metric.
///
/// # Errors
/// When the writer fails.
pub fn metrics(answer: &Metrics<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let heads = [Msg::HeadMetric, Msg::HeadMetricName, Msg::HeadUnit, Msg::HeadRegions];
    let mut table = Table::new(heads, lang, dialect, out)?;
    for (metric, regions) in answer.all {
        let said = &answer.dataset[*metric];
        let name = Field::of(lang.pick(&said.name, &said.name_en));
        table.row([Field::of(&said.id), name, Field::of(&said.unit), Field::count(*regions)])?;
    }
    table.end()
}

/// `figures METRIC`: a row a figure, in the order asked for, then a row for each region that gives none.
///
/// # Errors
/// When the writer fails.
pub fn figures_of(answer: &Figures<'_>, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let [region, region_name, part, part_name] = PLACE;
    let heads = [
        region,
        region_name,
        part,
        part_name,
        Msg::HeadKind,
        Msg::HeadMetric,
        Msg::HeadUnit,
        Msg::HeadFromYear,
        Msg::HeadFromValue,
        Msg::HeadToYear,
        Msg::HeadToValue,
        Msg::HeadChange,
        Msg::HeadId,
        Msg::HeadDocument,
        Msg::HeadPage,
        Msg::HeadFirstLine,
        Msg::HeadLastLine,
    ];
    let mut table = Table::new(heads, lang, dialect, out)?;
    let Figures { dataset, found } = *answer;
    let metric = [Field::of(&dataset[found.metric].id), Field::of(&dataset[found.metric].unit)];
    for given in &found.given {
        let kind = [kind_of(dataset, Place::whole(dataset[given.entry].region))];
        let [from, to] = [given.figure.from, given.figure.to].map(ends);
        let change = [change(&given.figure).map_or(Field::unknown(), Field::Number)];
        let id = [Field::of(&dataset[given.entry].id)];
        let stands = source(dataset, dataset[given.entry].source);
        let whose = of_entry(dataset, given.entry);
        table.row(joined(&[&whose, &kind, &metric, &from, &to, &change, &id, &stands]))?;
    }
    for region in &found.without {
        let at = Place::whole(*region);
        table.row(joined(&[&place(dataset, at), &[kind_of(dataset, at)], &metric]))?;
    }
    table.end()
}
