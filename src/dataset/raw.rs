//! The data files as they are written: the types that serde decodes, field by field as in the schemas under
//! `data/schema/`. Nothing is looked up here; [`super::model`] turns these into the dataset.

use serde::{Deserialize, Deserializer};

use super::text::Text;

/// Decodes a field that may be null but must be there; serde takes a missing `Option` for null.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(deserializer)
}

/// The whole dataset as `build.rs` embeds it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle<'a> {
    /// `vocabulary.json`.
    #[serde(borrow)]
    pub vocabulary: Vocabulary<'a>,
    /// `sources.json`.
    #[serde(borrow)]
    pub sources: Sources<'a>,
    /// The files of `regions/`, ordered by id.
    #[serde(borrow)]
    pub regions: Vec<Region<'a>>,
}

/// `vocabulary.json`: the words that the entries are tagged with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary<'a> {
    /// The themes of planned action, in the order of the source.
    #[serde(borrow)]
    pub themes: Vec<Theme<'a>>,
    /// The columns of the first axis.
    #[serde(borrow)]
    pub sectors: Vec<AxisColumn<'a>>,
    /// The columns of the second axis.
    #[serde(borrow)]
    pub doelgroepen: Vec<AxisColumn<'a>>,
    /// The recurring subjects.
    #[serde(borrow)]
    pub topics: Vec<Topic<'a>>,
    /// The figures that several regions give.
    #[serde(borrow)]
    pub metrics: Vec<Metric<'a>>,
}

/// A theme of planned action.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name in the source.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Its name in English.
    #[serde(borrow)]
    pub name_en: Text<'a>,
    /// A short Dutch name for narrow places.
    #[serde(borrow)]
    pub short: Text<'a>,
}

/// A sector or a doelgroep.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxisColumn<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The label of its column, three or four letters.
    #[serde(borrow)]
    pub label: Text<'a>,
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Its name in English.
    #[serde(borrow)]
    pub name_en: Text<'a>,
}

/// A subject that recurs over regions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Its name in English.
    #[serde(borrow)]
    pub name_en: Text<'a>,
    /// Words by which it is recognised in a text.
    #[serde(borrow)]
    pub terms: Vec<Text<'a>>,
}

/// A figure that several regions give.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Its name in English.
    #[serde(borrow)]
    pub name_en: Text<'a>,
    /// The unit of its values.
    #[serde(borrow)]
    pub unit: Text<'a>,
}

/// `sources.json`: the documents that entries cite.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources<'a> {
    /// The documents.
    #[serde(borrow)]
    pub sources: Vec<Document<'a>>,
}

/// A source document; null where its text does not say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its title.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Who published it.
    #[serde(borrow, deserialize_with = "present")]
    pub publisher: Option<Text<'a>>,
    /// The year of publication.
    #[serde(deserialize_with = "present")]
    pub year: Option<u16>,
    /// The name of the text file that was read.
    #[serde(borrow)]
    pub file: Text<'a>,
}

/// A file of `regions/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// `zorgkantoor` or `roaz`.
    pub kind: RegionKind,
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Other names that a person may type.
    #[serde(borrow)]
    pub also: Vec<Text<'a>>,
    /// Its place on the tile map, column and row from the top left; null for ROAZ.
    #[serde(deserialize_with = "present")]
    pub tile: Option<[u8; 2]>,
    /// Its parts.
    #[serde(borrow)]
    pub parts: Vec<Part<'a>>,
    /// Expected developments.
    #[serde(borrow)]
    pub developments: Vec<Development<'a>>,
    /// Passages about planned action.
    #[serde(borrow)]
    pub action_lines: Vec<ActionLine<'a>>,
    /// Themes that the plan says nothing about.
    #[serde(borrow)]
    pub silent_themes: Vec<SilentTheme<'a>>,
    /// Rows of the V-matrix.
    #[serde(borrow)]
    pub focus: Vec<Focus<'a>>,
    /// What is odd in the source.
    #[serde(borrow)]
    pub notes: Vec<Note<'a>>,
}

/// The kind of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RegionKind {
    /// A zorgkantoorregio.
    Zorgkantoor,
    /// A region of the regional consultation on the acute care chain (Regionaal Overleg Acute Zorgketen).
    Roaz,
}

impl RegionKind {
    /// The word of the data files.
    pub fn key(self) -> &'static str {
        match self {
            RegionKind::Zorgkantoor => "zorgkantoor",
            RegionKind::Roaz => "roaz",
        }
    }
}

/// A part of a region.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part<'a> {
    /// Its id, unique within the region.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
}

/// An expected development.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Development<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The part that it belongs to; null where it is the whole region's.
    #[serde(borrow, deserialize_with = "present")]
    pub part: Option<Text<'a>>,
    /// What it says, in the dataset's own words.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// Figures that several regions give.
    #[serde(borrow)]
    pub figures: Vec<Figure<'a>>,
    /// Its topics, the chief one first.
    #[serde(borrow)]
    pub topics: Vec<Text<'a>>,
    /// Sectors that the passage names.
    #[serde(borrow)]
    pub sectors: Vec<Text<'a>>,
    /// Doelgroepen that the passage names.
    #[serde(borrow)]
    pub doelgroepen: Vec<Text<'a>>,
    /// Where it stands.
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// A passage about planned action: a development's fields and a theme. Written out, since serde refuses unknown fields
/// only where it knows all of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionLine<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The part that it belongs to; null where it is the whole region's.
    #[serde(borrow, deserialize_with = "present")]
    pub part: Option<Text<'a>>,
    /// The theme that it stands under.
    #[serde(borrow)]
    pub theme: Text<'a>,
    /// What it says, in the dataset's own words.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// Figures that several regions give.
    #[serde(borrow)]
    pub figures: Vec<Figure<'a>>,
    /// Its topics, the chief one first.
    #[serde(borrow)]
    pub topics: Vec<Text<'a>>,
    /// Sectors that the passage names.
    #[serde(borrow)]
    pub sectors: Vec<Text<'a>>,
    /// Doelgroepen that the passage names.
    #[serde(borrow)]
    pub doelgroepen: Vec<Text<'a>>,
    /// Where it stands.
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// A figure: a metric from one year to another; a decrease is negative.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure<'a> {
    /// The metric.
    #[serde(borrow)]
    pub metric: Text<'a>,
    /// The earlier value.
    #[serde(deserialize_with = "present")]
    pub from: Option<Point>,
    /// The later value.
    #[serde(deserialize_with = "present")]
    pub to: Option<Point>,
}

/// A value of a metric in a year; the year is null where the source gives none.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The year.
    #[serde(deserialize_with = "present")]
    pub year: Option<u16>,
    /// The value, in the metric's unit.
    pub value: f64,
}

/// A place in a source document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    /// The document.
    #[serde(borrow)]
    pub doc: Text<'a>,
    /// The page.
    #[serde(deserialize_with = "present")]
    pub page: Option<u16>,
    /// First and last line of the extracted text.
    pub lines: [u32; 2],
}

/// A theme that the plan says nothing about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SilentTheme<'a> {
    /// The part, null for the whole region.
    #[serde(borrow, deserialize_with = "present")]
    pub part: Option<Text<'a>>,
    /// The theme.
    #[serde(borrow)]
    pub theme: Text<'a>,
    /// How the source shows it.
    pub reason: SilenceReason,
    /// The silence in words, so that it can be cited like any other cell.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The topic that marks a silence.
    #[serde(borrow)]
    pub topics: Vec<Text<'a>>,
    /// Where it stands.
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// How the source shows that a plan is silent on a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SilenceReason {
    /// The cell holds only a dash.
    Dash,
    /// The cell says so in words.
    Stated,
}

impl SilenceReason {
    /// The word of the data files.
    pub fn key(self) -> &'static str {
        match self {
            SilenceReason::Dash => "dash",
            SilenceReason::Stated => "stated",
        }
    }
}

/// A row of the V-matrix.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Focus<'a> {
    /// The part whose row it is; null for the whole region.
    #[serde(borrow, deserialize_with = "present")]
    pub part: Option<Text<'a>>,
    /// The parts whose entries are evidence for the row.
    #[serde(borrow)]
    pub covers: Vec<Text<'a>>,
    /// The row over the sectors.
    #[serde(borrow)]
    pub sectors: SectorRow<'a>,
    /// The row over the doelgroepen.
    #[serde(borrow)]
    pub doelgroepen: DoelgroepRow<'a>,
    /// What the text boxes under the doelgroepen say.
    #[serde(borrow)]
    pub actions: Vec<FocusAction<'a>>,
}

/// The row over the sectors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorRow<'a> {
    /// How many V's the row holds; null where the row is missing from the source.
    #[serde(deserialize_with = "present")]
    pub marks: Option<u8>,
    /// The columns that the V's stand under, where a text with layout shows them.
    #[serde(borrow, deserialize_with = "present")]
    pub columns: Option<Vec<Text<'a>>>,
    /// Where the row stands.
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// The row over the doelgroepen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoelgroepRow<'a> {
    /// How many V's the row holds; null where the row is missing from the source.
    #[serde(deserialize_with = "present")]
    pub marks: Option<u8>,
    /// How many text boxes stand under it.
    pub boxes: u8,
    /// The columns that the V's stand under, where a text with layout shows them.
    #[serde(borrow, deserialize_with = "present")]
    pub columns: Option<Vec<Text<'a>>>,
    /// Where the row stands.
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// What a text box under the doelgroepen says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FocusAction<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The number of its box, from 1 in the order of the source.
    #[serde(rename = "box")]
    pub box_number: u8,
    /// The doelgroep that the box is about; null where it cannot be assigned.
    #[serde(borrow, deserialize_with = "present")]
    pub doelgroep: Option<Text<'a>>,
    /// On what ground the box was assigned.
    pub basis: Basis,
    /// What it says, in the dataset's own words.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// Figures that several regions give.
    #[serde(borrow)]
    pub figures: Vec<Figure<'a>>,
    /// Its topics, the chief one first.
    #[serde(borrow)]
    pub topics: Vec<Text<'a>>,
    /// Sectors that the box names.
    #[serde(borrow)]
    pub sectors: Vec<Text<'a>>,
    /// Where it stands.
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// On what ground a text box was assigned to a doelgroep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The box names the doelgroep.
    Named,
    /// Its content leaves no doubt.
    Clear,
    /// Only its place among the boxes says so.
    Order,
    /// It cannot be assigned.
    Unclear,
}

impl Basis {
    /// The word of the data files.
    pub fn key(self) -> &'static str {
        match self {
            Basis::Named => "named",
            Basis::Clear => "clear",
            Basis::Order => "order",
            Basis::Unclear => "unclear",
        }
    }
}

/// A note on the source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note<'a> {
    /// What is odd.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The places that it is about.
    #[serde(borrow)]
    pub sources: Vec<Source<'a>>,
}
