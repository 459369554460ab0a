//! The dataset put together: every id looked up, every entry in one table, every cell of the matrix computed.
//!
//! [`Dataset::assemble`] refuses what does not fit, without saying all that is wrong: it is the fast path, taken
//! at every start. [`super::check`] is the slow path that finds every fault with its place.

use std::fmt;
use std::ops::{Index, Range};
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cells::{self, Cell};
use super::ids::{Axis, Column, ColumnSet, DocIx, EntryIx, MetricIx, PartIx, RegionIx, RowIx, ThemeIx, TopicIx};
use super::plans::Plans;
use super::raw::{self, Basis, Point, RegionKind, SilenceReason};
use super::text::Text;

/// The dataset: the vocabulary, the regions and all that they say.
#[derive(Debug)]
pub struct Dataset<'a> {
    themes: Vec<raw::Theme<'a>>,
    axes: [Vec<raw::AxisColumn<'a>>; 2],
    topics: Vec<raw::Topic<'a>>,
    metrics: Vec<raw::Metric<'a>>,
    documents: Vec<raw::Document<'a>>,
    regions: Vec<Region<'a>>,
    entries: Vec<Entry<'a>>,
    rows: Vec<Row>,
    silence: Option<TopicIx>,
    works: Works<'a>,
    planned: Vec<(RegionIx, DocIx)>,
    plans: OnceLock<Plans>,
}

/// The text of the plans and of the national picture, in the form that `check::works` gives it.
#[derive(Clone, Copy)]
pub enum Works<'a> {
    /// As it is.
    Plain(&'a str),
    /// Packed by lz4 (a block after its length): inside the program, where it is a megabyte and a half that most
    /// sessions never read.
    Packed(&'a [u8]),
}

impl fmt::Debug for Works<'_> {
    // A megabyte of text tells nobody anything, and how it is kept is no part of what the dataset says.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Works")
    }
}

/// A region: zorgkantoor or ROAZ.
#[derive(Debug)]
pub struct Region<'a> {
    /// Its id.
    pub id: Text<'a>,
    /// Zorgkantoor or ROAZ.
    pub kind: RegionKind,
    /// Its name.
    pub name: Text<'a>,
    /// Other names that a person may type.
    pub also: Vec<Text<'a>>,
    /// Its place on the tile map, column and row from the top left; none for ROAZ.
    pub tile: Option<[u8; 2]>,
    /// Its parts.
    pub parts: Vec<raw::Part<'a>>,
    /// Themes that its plan says nothing about.
    pub silences: Vec<Silence<'a>>,
    /// What is odd in the source.
    pub notes: Vec<Note<'a>>,
    entries: Range<usize>,
    rows: Range<usize>,
}

/// A development, an action line or a focus action.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its id.
    pub id: Text<'a>,
    /// The region that says it.
    pub region: RegionIx,
    /// The part that it belongs to; none where it is the whole region's.
    pub part: Option<PartIx>,
    /// What it is.
    pub kind: EntryKind,
    /// What it says, in the dataset's own words.
    pub text: Text<'a>,
    /// Its topics, the chief one first.
    pub topics: Vec<TopicIx>,
    /// The sectors that it is tagged with.
    pub sectors: ColumnSet,
    /// The doelgroepen that it is tagged with; of a focus action, the one of its box.
    pub doelgroepen: ColumnSet,
    /// Figures that several regions give.
    pub figures: Vec<Figure>,
    /// Where it stands.
    pub source: Source,
}

impl Entry<'_> {
    /// The columns of an axis that the entry is tagged with.
    pub fn tags(&self, axis: Axis) -> ColumnSet {
        match axis {
            Axis::Sectors => self.sectors,
            Axis::Doelgroepen => self.doelgroepen,
        }
    }
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// An expected development in the gap between demand and supply.
    Development,
    /// Planned action under a theme.
    ActionLine(ThemeIx),
    /// What a text box under the doelgroepen says.
    Focus(FocusBox),
}

impl EntryKind {
    /// The word of the JSON output and of the search prefix `kind:`.
    pub fn key(self) -> &'static str {
        match self {
            EntryKind::Development => "development",
            EntryKind::ActionLine(_) => "action_line",
            EntryKind::Focus(_) => "focus",
        }
    }

    /// The theme of an action line.
    pub fn theme(self) -> Option<ThemeIx> {
        match self {
            EntryKind::ActionLine(theme) => Some(theme),
            _ => None,
        }
    }
}

/// The text box that a focus action comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FocusBox {
    /// The row of the matrix that it stands under.
    pub row: RowIx,
    /// Its number, from 1 in the order of the source.
    pub number: u8,
    /// The doelgroep it is about, as a place on the axis; none where it cannot be assigned.
    pub doelgroep: Option<u8>,
    /// On what ground it was assigned.
    pub basis: Basis,
}

/// A figure: a metric from one year to another; a decrease is negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The metric.
    pub metric: MetricIx,
    /// The earlier value.
    pub from: Option<Point>,
    /// The later value.
    pub to: Option<Point>,
}

/// A place in a source document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub doc: DocIx,
    /// The page, where the document has pages.
    pub page: Option<u16>,
    /// First and last line of the extracted text.
    pub lines: (u32, u32),
}

/// A theme that a plan says nothing about.
#[derive(Debug)]
pub struct Silence<'a> {
    /// The part; none for the whole region.
    pub part: Option<PartIx>,
    /// The theme.
    pub theme: ThemeIx,
    /// How the source shows it.
    pub reason: SilenceReason,
    /// The silence in words.
    pub text: Text<'a>,
    /// Where it stands.
    pub source: Source,
}

/// A note on what is odd in the source.
#[derive(Debug)]
pub struct Note<'a> {
    /// What is odd.
    pub text: Text<'a>,
    /// The places that it is about.
    pub sources: Vec<Source>,
}

/// A row of the V-matrix: the V's of a region or of one of its parts.
#[derive(Debug)]
pub struct Row {
    /// The region.
    pub region: RegionIx,
    /// The part whose row it is; none for the whole region.
    pub part: Option<PartIx>,
    /// The parts whose entries are evidence for the row.
    pub covers: Vec<PartIx>,
    axes: [RowAxis; 2],
}

impl Row {
    /// One axis of the row.
    pub fn axis(&self, axis: Axis) -> &RowAxis {
        &self.axes[axis as usize]
    }

    /// The cell under a column.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        self.axis(column.axis).cells.get(usize::from(column.place))
    }
}

/// One axis of a row: what the source shows of it, and the cells that follow from that.
#[derive(Debug)]
pub struct RowAxis {
    /// How many V's the row holds; none where the row is missing from the source.
    pub marks: Option<u8>,
    /// How many text boxes stand under it (doelgroepen only).
    pub boxes: Option<u8>,
    /// The columns that the V's stand under, where the layout is known.
    pub columns: Option<ColumnSet>,
    /// Where the row stands.
    pub source: Source,
    /// The cells, in the order of the axis.
    pub cells: Vec<Cell>,
}

/// The dataset does not fit together; [`super::check`] says where and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsound;

impl<'a> Dataset<'a> {
    /// Puts the decoded files together.
    ///
    /// # Errors
    /// [`Unsound`] when an id is unknown or used twice, lines run backwards, marks exceed their axis, a part does
    /// not exist, a tile is taken twice, or a table is larger than its identity type can count.
    pub fn assemble(bundle: raw::Bundle<'a>) -> Result<Self, Unsound> {
        Assembler::new(bundle.vocabulary, bundle.sources)?.assemble(bundle.regions)
    }

    /// The dataset with the text of its plans; `start` is how that text begins, up to its index of plans at least.
    #[must_use]
    pub fn with_works(mut self, start: &str, works: Works<'a>) -> Self {
        self.works = works;
        let index = start.strip_prefix("{\"index\":").map(|rest| serde_json::Deserializer::from_str(rest).into_iter());
        let index: Vec<(String, String)> = index.and_then(|mut all| all.next()?.ok()).unwrap_or_default();
        let find = |(region, doc): (String, String)| {
            let region = self.regions().find(|(_, r)| *r.id == *region)?.0;
            Some((region, self.documents().find(|(_, d)| *d.id == *doc)?.0))
        };
        self.planned = index.into_iter().filter_map(find).collect();
        self
    }

    /// The regions whose regioplan is here in depth, each with its document. Known without decoding the plans.
    pub fn planned(&self) -> &[(RegionIx, DocIx)] {
        &self.planned
    }

    /// Whether the regioplan of a region is here in depth. Known without decoding the plans.
    pub fn has_plan(&self, region: RegionIx) -> bool {
        self.planned.iter().any(|(planned, _)| *planned == region)
    }

    /// The regioplannen in depth and the national picture, decoded when they are first asked for. A text that does
    /// not decode gives none: the build, and the reading of a folder, refuse it before.
    pub fn plans(&self) -> &Plans {
        self.plans.get_or_init(|| self.read_plans().unwrap_or_default())
    }

    /// Decodes the plans.
    ///
    /// # Errors
    /// [`Unsound`] where they do not fit the dataset.
    pub fn read_plans(&self) -> Result<Plans, Unsound> {
        let unpacked: Vec<u8>;
        let text = match self.works {
            Works::Plain("") => return Ok(Plans::default()),
            Works::Plain(text) => text,
            Works::Packed(packed) => {
                unpacked = lz4_flex::block::decompress_size_prepended(packed).map_err(|_| Unsound)?;
                std::str::from_utf8(&unpacked).map_err(|_| Unsound)?
            }
        };
        Plans::assemble(self, serde_json::from_str(text).map_err(|_| Unsound)?)
    }

    /// The regions: zorgkantoor first, then ROAZ, each by id.
    pub fn regions(&self) -> impl ExactSizeIterator<Item = (RegionIx, &Region<'a>)> {
        self.regions.iter().enumerate().map(|(i, r)| (RegionIx::new(i), r))
    }

    /// The rows of the matrix, in the order of the regions.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (RowIx, &Row)> {
        self.rows.iter().enumerate().map(|(i, r)| (RowIx::new(i), r))
    }

    /// All entries, in the order of the regions and of the source.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (EntryIx, &Entry<'a>)> {
        self.entries.iter().enumerate().map(|(i, e)| (EntryIx::new(i), e))
    }

    /// The entries of a region: developments, action lines, focus actions.
    pub fn entries_of(&self, region: RegionIx) -> impl Iterator<Item = (EntryIx, &Entry<'a>)> {
        let range = self[region].entries.clone();
        range.clone().map(EntryIx::new).zip(&self.entries[range])
    }

    /// The rows of a region.
    pub fn rows_of(&self, region: RegionIx) -> impl Iterator<Item = (RowIx, &Row)> {
        let range = self[region].rows.clone();
        range.clone().map(RowIx::new).zip(&self.rows[range])
    }

    /// The themes, in the order of the source.
    pub fn themes(&self) -> impl ExactSizeIterator<Item = (ThemeIx, &raw::Theme<'a>)> {
        self.themes.iter().enumerate().map(|(i, t)| (ThemeIx::new(i), t))
    }

    /// The topics of the vocabulary.
    pub fn topics(&self) -> impl ExactSizeIterator<Item = (TopicIx, &raw::Topic<'a>)> {
        self.topics.iter().enumerate().map(|(i, t)| (TopicIx::new(i), t))
    }

    /// The metrics of the vocabulary.
    pub fn metrics(&self) -> impl ExactSizeIterator<Item = (MetricIx, &raw::Metric<'a>)> {
        self.metrics.iter().enumerate().map(|(i, m)| (MetricIx::new(i), m))
    }

    /// The source documents.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = (DocIx, &raw::Document<'a>)> {
        self.documents.iter().enumerate().map(|(i, d)| (DocIx::new(i), d))
    }

    /// The columns of an axis, in the order of the source.
    pub fn columns(&self, axis: Axis) -> impl ExactSizeIterator<Item = (Column, &raw::AxisColumn<'a>)> {
        self.axes[axis as usize].iter().enumerate().map(move |(i, c)| (Column::new(axis, i), c))
    }

    /// The column with this id.
    pub fn column(&self, axis: Axis, id: &str) -> Option<Column> {
        self.axes[axis as usize].iter().position(|c| &*c.id == id).map(|i| Column::new(axis, i))
    }

    /// The theme with this id.
    pub fn theme(&self, id: &str) -> Option<ThemeIx> {
        self.themes.iter().position(|t| &*t.id == id).map(ThemeIx::new)
    }

    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<TopicIx> {
        self.topics.iter().position(|t| &*t.id == id).map(TopicIx::new)
    }

    /// The part of a region with this id.
    pub fn part(&self, region: RegionIx, id: &str) -> Option<PartIx> {
        self[region].parts.iter().position(|p| &*p.id == id).map(PartIx::new)
    }

    /// The topic that only marks a silence; it says nothing about what a region plans.
    pub fn silence_topic(&self) -> Option<TopicIx> {
        self.silence
    }
}

macro_rules! indexed {
    ($($ix:ty => $field:ident : $out:ty),+ $(,)?) => {$(
        impl<'a> Index<$ix> for Dataset<'a> {
            type Output = $out;
            fn index(&self, ix: $ix) -> &Self::Output {
                &self.$field[ix.place()]
            }
        }
    )+};
}

indexed! {
    RegionIx => regions: Region<'a>,
    EntryIx => entries: Entry<'a>,
    RowIx => rows: Row,
    ThemeIx => themes: raw::Theme<'a>,
    TopicIx => topics: raw::Topic<'a>,
    MetricIx => metrics: raw::Metric<'a>,
    DocIx => documents: raw::Document<'a>,
}

impl<'a> Index<Column> for Dataset<'a> {
    type Output = raw::AxisColumn<'a>;
    fn index(&self, column: Column) -> &Self::Output {
        &self.axes[column.axis as usize][usize::from(column.place)]
    }
}

/// The id of the vocabulary's topic that marks a silence.
pub const SILENCE_TOPIC: &str = "geen-actielijn";

/// The last year that a figure or a document may have.
const LAST_YEAR: u16 = 9_999;

struct Assembler<'a> {
    dataset: Dataset<'a>,
    topics: FxHashMap<String, TopicIx>,
    ids: FxHashSet<Text<'a>>,
    tiles: FxHashSet<[u8; 2]>,
}

fn distinct<'t>(ids: impl Iterator<Item = &'t str>, room: usize) -> Result<(), Unsound> {
    let mut seen = FxHashSet::default();
    for id in ids {
        if !seen.insert(id) {
            return Err(Unsound);
        }
    }
    if seen.len() > room { Err(Unsound) } else { Ok(()) }
}

impl<'a> Assembler<'a> {
    fn new(vocabulary: raw::Vocabulary<'a>, sources: raw::Sources<'a>) -> Result<Self, Unsound> {
        distinct(vocabulary.themes.iter().map(|t| &*t.id), usize::from(u8::MAX))?;
        distinct(vocabulary.sectors.iter().map(|c| &*c.id), ColumnSet::CAPACITY)?;
        distinct(vocabulary.doelgroepen.iter().map(|c| &*c.id), ColumnSet::CAPACITY)?;
        distinct(vocabulary.topics.iter().map(|t| &*t.id), usize::from(u16::MAX))?;
        distinct(vocabulary.metrics.iter().map(|m| &*m.id), usize::from(u16::MAX))?;
        distinct(sources.sources.iter().map(|d| &*d.id), usize::from(u16::MAX))?;
        if sources.sources.iter().any(|d| d.year.is_some_and(|year| year > LAST_YEAR)) {
            return Err(Unsound);
        }
        let topics: FxHashMap<String, TopicIx> =
            vocabulary.topics.iter().enumerate().map(|(i, t)| (t.id.to_string(), TopicIx::new(i))).collect();
        let dataset = Dataset {
            silence: topics.get(SILENCE_TOPIC).copied(),
            themes: vocabulary.themes,
            axes: [vocabulary.sectors, vocabulary.doelgroepen],
            topics: vocabulary.topics,
            metrics: vocabulary.metrics,
            documents: sources.sources,
            regions: Vec::new(),
            entries: Vec::new(),
            rows: Vec::new(),
            works: Works::Plain(""),
            planned: Vec::new(),
            plans: OnceLock::new(),
        };
        Ok(Assembler { dataset, topics, ids: FxHashSet::default(), tiles: FxHashSet::default() })
    }

    fn assemble(mut self, mut regions: Vec<raw::Region<'a>>) -> Result<Dataset<'a>, Unsound> {
        if regions.is_empty() || regions.len() > usize::from(u16::MAX) {
            return Err(Unsound);
        }
        regions.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        self.dataset.regions.reserve(regions.len());
        let said = |r: &raw::Region<'_>| 1 + r.developments.len() + r.action_lines.len() + 4 * r.focus.len();
        self.ids.reserve(regions.iter().map(said).sum());
        for region in regions {
            self.region(region)?;
        }
        let mut dataset = self.dataset;
        let cells = cells::compute(&dataset);
        for (row, axes) in dataset.rows.iter_mut().zip(cells) {
            let [sectors, doelgroepen] = axes;
            row.axes[0].cells = sectors;
            row.axes[1].cells = doelgroepen;
        }
        Ok(dataset)
    }

    fn region(&mut self, region: raw::Region<'a>) -> Result<(), Unsound> {
        let ix = RegionIx::new(self.dataset.regions.len());
        distinct(region.parts.iter().map(|p| &*p.id), usize::from(u8::MAX))?;
        if !self.new_id(&region.id) {
            return Err(Unsound);
        }
        if region.kind == RegionKind::Roaz && region.tile.is_some() {
            return Err(Unsound);
        }
        if region.tile.is_some_and(|tile| !self.tiles.insert(tile)) {
            return Err(Unsound);
        }
        let (first_entry, first_row) = (self.dataset.entries.len(), self.dataset.rows.len());
        let parts = region.parts;
        for entry in region.developments {
            self.passage(ix, &parts, EntryKind::Development, entry)?;
        }
        for entry in region.action_lines {
            self.action_line(ix, &parts, entry)?;
        }
        for focus in region.focus {
            self.focus(ix, &parts, focus)?;
        }
        let silences = region.silent_themes.into_iter().map(|s| self.silence(&parts, s)).collect::<Result<_, _>>()?;
        let notes = region.notes.into_iter().map(|n| self.note(n)).collect::<Result<_, _>>()?;
        self.dataset.regions.push(Region {
            id: region.id,
            kind: region.kind,
            name: region.name,
            also: region.also,
            tile: region.tile,
            parts,
            silences,
            notes,
            entries: first_entry..self.dataset.entries.len(),
            rows: first_row..self.dataset.rows.len(),
        });
        Ok(())
    }

    fn action_line(
        &mut self,
        region: RegionIx,
        parts: &[raw::Part<'a>],
        said: raw::ActionLine<'a>,
    ) -> Result<(), Unsound> {
        let kind = EntryKind::ActionLine(self.dataset.theme(&said.theme).ok_or(Unsound)?);
        let raw::ActionLine { id, part, theme: _, text, figures, topics, sectors, doelgroepen, source } = said;
        let said = raw::Development { id, part, text, figures, topics, sectors, doelgroepen, source };
        self.passage(region, parts, kind, said)
    }

    fn passage(
        &mut self,
        region: RegionIx,
        parts: &[raw::Part<'a>],
        kind: EntryKind,
        said: raw::Development<'a>,
    ) -> Result<(), Unsound> {
        let entry = Entry {
            region,
            part: part(parts, said.part.as_deref())?,
            kind,
            topics: self.topics(&said.topics)?,
            sectors: self.columns(Axis::Sectors, &said.sectors)?,
            doelgroepen: self.columns(Axis::Doelgroepen, &said.doelgroepen)?,
            figures: self.figures(&said.figures)?,
            source: self.source(&said.source)?,
            id: said.id,
            text: said.text,
        };
        self.push(entry)
    }

    /// Whether this is an id, and not used before in the dataset.
    fn new_id(&mut self, id: &Text<'a>) -> bool {
        let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
        id.bytes().all(sign) && self.ids.insert(id.clone())
    }

    fn push(&mut self, entry: Entry<'a>) -> Result<(), Unsound> {
        if !self.new_id(&entry.id) || entry.topics.is_empty() {
            return Err(Unsound);
        }
        self.dataset.entries.push(entry);
        Ok(())
    }

    fn focus(&mut self, region: RegionIx, parts: &[raw::Part<'a>], focus: raw::Focus<'a>) -> Result<(), Unsound> {
        let row = RowIx::new(self.dataset.rows.len());
        let of_part = part(parts, focus.part.as_deref())?;
        let covers = focus
            .covers
            .iter()
            .map(|id| part(parts, Some(id)).and_then(|p| p.ok_or(Unsound)))
            .collect::<Result<_, _>>()?;
        let raw::Focus { sectors, doelgroepen, .. } = &focus;
        let boxes = doelgroepen.boxes;
        let axes = [
            self.row_axis(Axis::Sectors, sectors.marks, None, sectors.columns.as_deref(), &sectors.source)?,
            self.row_axis(
                Axis::Doelgroepen,
                doelgroepen.marks,
                Some(boxes),
                doelgroepen.columns.as_deref(),
                &doelgroepen.source,
            )?,
        ];
        for action in focus.actions {
            if (action.basis == Basis::Unclear) != action.doelgroep.is_none()
                || !(1..=boxes).contains(&action.box_number)
            {
                return Err(Unsound);
            }
            let doelgroep = match &action.doelgroep {
                Some(id) => Some(self.dataset.column(Axis::Doelgroepen, id).ok_or(Unsound)?.place),
                None => None,
            };
            let focus_box = FocusBox { row, number: action.box_number, doelgroep, basis: action.basis };
            let entry = Entry {
                region,
                part: of_part,
                kind: EntryKind::Focus(focus_box),
                topics: self.topics(&action.topics)?,
                sectors: self.columns(Axis::Sectors, &action.sectors)?,
                doelgroepen: doelgroep.map(usize::from).into_iter().collect(),
                figures: self.figures(&action.figures)?,
                source: self.source(&action.source)?,
                id: action.id,
                text: action.text,
            };
            self.push(entry)?;
        }
        self.dataset.rows.push(Row { region, part: of_part, covers, axes });
        Ok(())
    }

    fn row_axis(
        &self,
        axis: Axis,
        marks: Option<u8>,
        boxes: Option<u8>,
        columns: Option<&[Text<'a>]>,
        source: &raw::Source<'a>,
    ) -> Result<RowAxis, Unsound> {
        let columns = columns.map(|ids| self.columns(axis, ids)).transpose()?;
        let length = self.dataset.axes[axis as usize].len();
        let fits = marks.is_none_or(|marks| usize::from(marks) <= length)
            && columns.is_none_or(|c| marks.map(usize::from) == Some(c.len()));
        let source = self.source(source)?;
        if fits { Ok(RowAxis { marks, boxes, columns, source, cells: Vec::new() }) } else { Err(Unsound) }
    }

    fn silence(&self, parts: &[raw::Part<'a>], raw: raw::SilentTheme<'a>) -> Result<Silence<'a>, Unsound> {
        self.topics(&raw.topics)?;
        Ok(Silence {
            part: part(parts, raw.part.as_deref())?,
            theme: self.dataset.theme(&raw.theme).ok_or(Unsound)?,
            reason: raw.reason,
            source: self.source(&raw.source)?,
            text: raw.text,
        })
    }

    fn note(&self, raw: raw::Note<'a>) -> Result<Note<'a>, Unsound> {
        let sources = raw.sources.iter().map(|s| self.source(s)).collect::<Result<_, _>>()?;
        Ok(Note { text: raw.text, sources })
    }

    fn topics(&self, ids: &[Text<'a>]) -> Result<Vec<TopicIx>, Unsound> {
        let topics: Vec<TopicIx> =
            ids.iter().map(|id| self.topics.get(&**id).copied().ok_or(Unsound)).collect::<Result<_, _>>()?;
        let twice = topics.iter().enumerate().any(|(i, t)| topics[..i].contains(t));
        if twice { Err(Unsound) } else { Ok(topics) }
    }

    fn columns(&self, axis: Axis, ids: &[Text<'a>]) -> Result<ColumnSet, Unsound> {
        let mut set = ColumnSet::default();
        for id in ids {
            set.insert(self.dataset.column(axis, id).map(|c| usize::from(c.place)).ok_or(Unsound)?);
        }
        if set.len() == ids.len() { Ok(set) } else { Err(Unsound) }
    }

    fn figures(&self, raw: &[raw::Figure<'a>]) -> Result<Vec<Figure>, Unsound> {
        raw.iter()
            .map(|figure| {
                let metric = self.dataset.metrics.iter().position(|m| m.id == figure.metric).ok_or(Unsound)?;
                let late = |p: Option<Point>| p.and_then(|p| p.year).is_some_and(|year| year > LAST_YEAR);
                if late(figure.from) || late(figure.to) {
                    return Err(Unsound);
                }
                Ok(Figure { metric: MetricIx::new(metric), from: figure.from, to: figure.to })
            })
            .collect()
    }

    fn source(&self, raw: &raw::Source<'a>) -> Result<Source, Unsound> {
        let doc = self.dataset.documents.iter().position(|d| d.id == raw.doc).ok_or(Unsound)?;
        let [first, last] = raw.lines;
        if first == 0 || first > last {
            return Err(Unsound);
        }
        Ok(Source { doc: DocIx::new(doc), page: raw.page, lines: (first, last) })
    }
}

fn part(parts: &[raw::Part<'_>], id: Option<&str>) -> Result<Option<PartIx>, Unsound> {
    match id {
        None => Ok(None),
        Some(id) => parts.iter().position(|p| &*p.id == id).map(|i| Some(PartIx::new(i))).ok_or(Unsound),
    }
}
