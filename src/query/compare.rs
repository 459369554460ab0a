//! Two regions or parts side by side, as a value: the screen draws it and the command prints it.
//!
//! Within a section rows pair by any shared topic (see [`super::pairing`] for the rule). A row that only one side
//! names says where else the other names its topic, so that "only A" never claims more than it knows.

use super::alike::{Likeness, likeness};
use super::compare_plan::{PlanTexts, plans};
use super::find::Place;
use super::pairing::{Side, Sides, Who, pair};
use super::summary::belongs;
use crate::dataset::raw::Basis;
use crate::dataset::{
    Axis, Column, Dataset, EntryIx, EntryKind, Figure, MetricIx, Row, RowIx, ThemeIx, TopicIx, Value,
};

/// A section of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Expected developments.
    Developments,
    /// Planned action under a theme.
    Theme(ThemeIx),
    /// Sectors and doelgroepen.
    Focus,
    /// Figures that several regions give.
    Figures,
    /// The regioplannen.
    Plan,
}

/// The sections of a comparison, in order.
pub fn sections(dataset: &Dataset<'_>) -> Vec<Section> {
    let themes = dataset.themes().map(|(ix, _)| Section::Theme(ix));
    std::iter::once(Section::Developments).chain(themes).chain([Section::Focus, Section::Figures]).collect()
}

/// The sections of a comparison of two places: the regioplannen stand in it where one of them has a plan.
pub fn sections_of(dataset: &Dataset<'_>, a: Place, b: Place) -> Vec<Section> {
    let planned = [a, b].iter().any(|place| dataset.has_plan(place.region)).then_some(Section::Plan);
    sections(dataset).into_iter().chain(planned).collect()
}

/// The section that an entry stands in.
pub fn section_of(kind: EntryKind) -> Section {
    match kind {
        EntryKind::Development => Section::Developments,
        EntryKind::ActionLine(theme) => Section::Theme(theme),
        EntryKind::Focus(_) => Section::Focus,
    }
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// What only one side names, and cells that certainly differ.
    Differences,
    /// What both name, and cells that are certainly the same.
    Shared,
}

impl Only {
    /// Whether rows of this kind are shown.
    pub fn shows(self, who: Who) -> bool {
        match self {
            Only::All => true,
            Only::Differences => who != Who::Both,
            Only::Shared => who == Who::Both,
        }
    }

    /// Whether a cell is shown.
    pub fn shows_cell(self, cell: &FocusCell) -> bool {
        match self {
            Only::All => true,
            Only::Differences => cell.differs(),
            Only::Shared => cell.same(),
        }
    }
}

/// The comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Both sides.
    pub places: Sides<Place>,
    /// Developments and themes.
    pub texts: Vec<Texts>,
    /// The cells of both sides, sectors before doelgroepen.
    pub focus: Vec<FocusCell>,
    /// What the text boxes plan, by doelgroep.
    pub actions: Vec<ActionRow>,
    /// The figures that a side gives.
    pub figures: Vec<FigureRow>,
    /// The regioplannen, where a side has one.
    pub plan: Option<PlanTexts>,
}

/// Developments, or a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts {
    /// The section.
    pub section: Section,
    /// The rows: what both name, then what only A and only B name.
    pub rows: Vec<TextRow>,
    /// Per side the silences under this theme, by their place in the region's silences.
    pub silences: Sides<Vec<usize>>,
}

/// A row of entries.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRow {
    /// The topic that pairs it; of a row of one side, what it is chiefly about.
    pub topic: TopicIx,
    /// Who names the topic in this section.
    pub who: Who,
    /// The entries of each side. Where [`Who::Both`] has one side empty, the other's entries with this topic stand in
    /// other rows of the section, and `elsewhere` names them first.
    pub entries: Sides<Vec<EntryIx>>,
    /// Of a row with one side empty: the entries of that side that name the row's topic in other rows and sections, and
    /// then those that name another topic of its entries.
    pub elsewhere: Vec<EntryIx>,
    /// Entries of both sides that are nearly the same text, with the words that differ.
    pub alike: Vec<Alike>,
}

/// Two entries of a row that are nearly the same text.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The entries.
    pub entries: Sides<EntryIx>,
    /// How they are alike.
    pub likeness: Likeness,
}

impl TextRow {
    /// The side without an entry.
    pub fn empty_side(&self) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.entries.of(*side).is_empty())
    }

    /// The likeness of an entry of one side with one of the other.
    pub fn likeness_of(&self, side: Side, entry: EntryIx) -> Option<&Alike> {
        self.alike.iter().find(|alike| *alike.entries.of(side) == entry)
    }
}

/// What is known of a cell at a place, which may have several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seen {
    /// What every row of the place says.
    Same(Value),
    /// The rows of its parts differ.
    Mixed,
}

impl Seen {
    /// The word of the JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Seen::Same(value) => value.key(),
            Seen::Mixed => "mixed",
        }
    }
}

/// A cell of both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FocusCell {
    /// The column.
    pub column: Column,
    /// What each side shows.
    pub seen: Sides<Seen>,
}

impl FocusCell {
    /// Whether the cells certainly differ: yes against no. An unknown is never called a difference.
    pub fn differs(&self) -> bool {
        matches!(
            (self.seen.a, self.seen.b),
            (Seen::Same(Value::Yes), Seen::Same(Value::No)) | (Seen::Same(Value::No), Seen::Same(Value::Yes))
        )
    }

    /// Whether the cells are certainly the same.
    pub fn same(&self) -> bool {
        self.seen.a == self.seen.b && matches!(self.seen.a, Seen::Same(Value::Yes | Value::No))
    }
}

/// What the text boxes of both sides plan for a doelgroep.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionRow {
    /// The doelgroep; none for boxes that cannot be assigned.
    pub doelgroep: Option<Column>,
    /// The focus actions of each side.
    pub entries: Sides<Vec<EntryIx>>,
    /// Entries of both sides that are nearly the same text, with the words that differ.
    pub alike: Vec<Alike>,
    /// Whether it is certain which boxes are about this doelgroep: those here are, and the other side has none that may
    /// be about any.
    pub sure: bool,
}

impl ActionRow {
    /// The side without a box.
    pub fn empty_side(&self) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.entries.of(*side).is_empty())
    }

    /// The side that certainly alone has a box.
    pub fn only(&self) -> Option<Side> {
        self.empty_side().map(Side::other).filter(|_| self.sure)
    }

    /// Whether the row is shown; what is not certain is no difference.
    pub fn shown(&self, only: Only) -> bool {
        match only {
            Only::All => true,
            Only::Differences => self.only().is_some(),
            Only::Shared => self.empty_side().is_none(),
        }
    }
}

/// A metric that a side gives, with its figures in source order.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    /// The metric.
    pub metric: MetricIx,
    /// The figures of each side, each with its entry.
    pub figures: Sides<Vec<(EntryIx, Figure)>>,
}

impl FigureRow {
    /// Who gives the metric.
    pub fn who(&self) -> Who {
        match (self.figures.a.is_empty(), self.figures.b.is_empty()) {
            (false, true) => Who::OnlyA,
            (true, false) => Who::OnlyB,
            _ => Who::Both,
        }
    }
}

/// How far a figure goes from one year to the other, where it gives both values.
pub fn change(figure: &Figure) -> Option<f64> {
    // Values are decimals of a text: what binary fractions add behind the ninth place is noise.
    Some(((figure.to?.value - figure.from?.value) * 1e9).round() / 1e9)
}

/// How many rows both, only A and only B have in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows of both; cells that are yes for both.
    pub both: usize,
    /// Rows of A alone; cells that are yes for A and no for B.
    pub a: usize,
    /// Rows of B alone; cells that are no for A and yes for B.
    pub b: usize,
}

impl Counts {
    fn add(&mut self, who: Who) {
        match who {
            Who::Both => self.both += 1,
            Who::OnlyA => self.a += 1,
            Who::OnlyB => self.b += 1,
        }
    }
}

impl Comparison {
    /// The developments or the theme of a section.
    pub fn texts(&self, section: Section) -> Option<&Texts> {
        self.texts.iter().find(|t| t.section == section)
    }

    /// Whether a section has a row that is shown.
    pub fn shows_any(&self, section: Section, only: Only) -> bool {
        match section {
            Section::Focus => {
                self.focus.iter().any(|cell| only.shows_cell(cell)) || self.actions.iter().any(|row| row.shown(only))
            }
            Section::Figures => self.figures.iter().any(|row| only.shows(row.who())),
            Section::Plan => self.plan.iter().flat_map(|p| &p.rows).any(|row| only.shows(row.who)),
            _ => self.texts(section).iter().flat_map(|t| &t.rows).any(|row| only.shows(row.who)),
        }
    }

    /// The counts of a section.
    pub fn counts(&self, section: Section) -> Counts {
        let mut counts = Counts::default();
        match section {
            Section::Focus => {
                let yes = Seen::Same(Value::Yes);
                for cell in &self.focus {
                    match (cell.seen.a == yes, cell.seen.b == yes) {
                        (true, true) => counts.add(Who::Both),
                        (true, false) if cell.differs() => counts.add(Who::OnlyA),
                        (false, true) if cell.differs() => counts.add(Who::OnlyB),
                        _ => {}
                    }
                }
            }
            Section::Figures => self.figures.iter().for_each(|row| counts.add(row.who())),
            Section::Plan => self.plan.iter().flat_map(|p| &p.rows).for_each(|row| counts.add(row.who)),
            _ => self.texts(section).iter().flat_map(|t| &t.rows).for_each(|row| counts.add(row.who)),
        }
        counts
    }
}

/// Compares two places.
pub fn compare(dataset: &Dataset<'_>, a: Place, b: Place) -> Comparison {
    let places = Sides { a, b };
    let texts = sections(dataset)
        .into_iter()
        .filter(|s| !matches!(s, Section::Focus | Section::Figures))
        .map(|section| texts(dataset, places, section))
        .collect();
    let (focus, actions, plan) = (focus(dataset, places), actions(dataset, places), plans(dataset, places));
    Comparison { places, texts, focus, actions, figures: figures(dataset, places), plan }
}

/// The entries of a place, in source order.
fn entries_of<'d>(
    dataset: &'d Dataset<'d>,
    place: Place,
) -> impl Iterator<Item = (EntryIx, &'d crate::dataset::Entry<'d>)> {
    dataset.entries_of(place.region).filter(move |(_, e)| belongs(place.part, e.part))
}

fn texts(dataset: &Dataset<'_>, places: Sides<Place>, section: Section) -> Texts {
    let entries = Sides::each(|side| -> Vec<EntryIx> {
        entries_of(dataset, *places.of(side)).filter(|(_, e)| section_of(e.kind) == section).map(|(ix, _)| ix).collect()
    });
    let topics = Sides::each(|side| -> Vec<Vec<TopicIx>> {
        entries.of(side).iter().map(|e| speaking_topics(dataset, *e)).collect()
    });
    let mut rows: Vec<TextRow> = Vec::new();
    for paired in pair(&topics.a, &topics.b) {
        let of_row = Sides::each(|side| -> Vec<EntryIx> {
            paired.entries.of(side).iter().filter_map(|i| entries.of(side).get(*i).copied()).collect()
        });
        rows.push(row(dataset, places, section, paired.topic, paired.who, of_row));
    }
    for side in Side::BOTH {
        // What carries no topic but the mark of silence pairs with nothing, and still must not get lost.
        for (&entry, _) in entries.of(side).iter().zip(topics.of(side)).filter(|(_, t)| t.is_empty()) {
            let alone = Sides::each(|s| if s == side { vec![entry] } else { Vec::new() });
            let mark = dataset[entry].topics.first().copied();
            rows.extend(mark.map(|topic| row(dataset, places, section, topic, Who::only(side), alone)));
        }
    }
    let silences = Sides::each(|side| {
        let place = *places.of(side);
        let all = dataset[place.region].silences.iter().enumerate();
        all.filter(|(_, s)| section == Section::Theme(s.theme) && belongs(place.part, s.part)).map(|(i, _)| i).collect()
    });
    Texts { section, rows, silences }
}

fn row(
    dataset: &Dataset<'_>,
    places: Sides<Place>,
    section: Section,
    topic: TopicIx,
    who: Who,
    entries: Sides<Vec<EntryIx>>,
) -> TextRow {
    let mut row = TextRow { topic, who, alike: alike(dataset, &entries), entries, elsewhere: Vec::new() };
    if let Some(empty) = row.empty_side() {
        row.elsewhere = elsewhere(dataset, *places.of(empty), &row, empty.other(), section);
    }
    row
}

/// The topics of an entry by which it can pair: a mark of silence pairs nothing.
fn speaking_topics(dataset: &Dataset<'_>, entry: EntryIx) -> Vec<TopicIx> {
    let topics = &dataset[entry].topics;
    let speaking = |t: &TopicIx| Some(*t) != dataset.silence_topic();
    topics.iter().copied().filter(speaking).collect()
}

/// Where a place names a topic of a row of the other side: the row's own topic first, then any other that its entries
/// carry; each in the section itself before others, and in the order of the source.
fn elsewhere(dataset: &Dataset<'_>, place: Place, row: &TextRow, side: Side, section: Section) -> Vec<EntryIx> {
    let topics: Vec<TopicIx> = row.entries.of(side).iter().flat_map(|e| speaking_topics(dataset, *e)).collect();
    let rank = |entry: &crate::dataset::Entry<'_>| {
        let own = entry.topics.contains(&row.topic) && topics.contains(&row.topic);
        let named = own || entry.topics.iter().any(|t| topics.contains(t));
        named.then_some((!own, section_of(entry.kind) != section))
    };
    let mut named: Vec<_> =
        entries_of(dataset, place).filter_map(|(ix, entry)| rank(entry).map(|rank| (rank, ix))).collect();
    named.sort_unstable();
    named.into_iter().map(|(_, ix)| ix).collect()
}

/// The entries of a row that are nearly the same text, the most alike first taken; each stands in one pair.
fn alike(dataset: &Dataset<'_>, entries: &Sides<Vec<EntryIx>>) -> Vec<Alike> {
    let mut found: Vec<Alike> = Vec::new();
    for &a in &entries.a {
        for &b in &entries.b {
            if let Some(likeness) = likeness(&dataset[a].text, &dataset[b].text) {
                found.push(Alike { entries: Sides { a, b }, likeness });
            }
        }
    }
    found.sort_by(|x, y| y.likeness.ratio.total_cmp(&x.likeness.ratio));
    let mut taken: Vec<Alike> = Vec::new();
    for alike in found {
        if !taken.iter().any(|t| t.entries.a == alike.entries.a || t.entries.b == alike.entries.b) {
            taken.push(alike);
        }
    }
    taken.sort_by_key(|t| (t.entries.a, t.entries.b));
    taken
}

/// The rows of the matrix that tell of a place.
pub fn rows_of<'d>(dataset: &'d Dataset<'d>, place: Place) -> impl Iterator<Item = (RowIx, &'d Row)> {
    let tells = move |row: &Row| place.part.is_none_or(|p| row.part.is_none() || row.covers.contains(&p));
    dataset.rows_of(place.region).filter(move |(_, row)| tells(row))
}

fn focus(dataset: &Dataset<'_>, places: Sides<Place>) -> Vec<FocusCell> {
    let columns = Axis::ALL.into_iter().flat_map(|axis| dataset.columns(axis).map(|(column, _)| column));
    let seen = |place: Place, column: Column| {
        let mut values = rows_of(dataset, place).filter_map(|(_, row)| row.cell(column)).map(|cell| cell.value);
        let first = values.next().unwrap_or(Value::Unknown);
        if values.all(|value| value == first) { Seen::Same(first) } else { Seen::Mixed }
    };
    columns.map(|column| FocusCell { column, seen: Sides::each(|side| seen(*places.of(side), column)) }).collect()
}

fn actions(dataset: &Dataset<'_>, places: Sides<Place>) -> Vec<ActionRow> {
    let boxes = Sides::each(|side| -> Vec<(EntryIx, Option<Column>, bool)> {
        let of = |(ix, entry): (EntryIx, &crate::dataset::Entry<'_>)| match entry.kind {
            EntryKind::Focus(focus) => {
                let column = focus.doelgroep.map(|place| Column { axis: Axis::Doelgroepen, place });
                Some((ix, column, matches!(focus.basis, Basis::Named | Basis::Clear)))
            }
            _ => None,
        };
        entries_of(dataset, *places.of(side)).filter_map(of).collect()
    });
    let columns = dataset.columns(Axis::Doelgroepen).map(|(column, _)| Some(column)).chain([None]);
    let row = |doelgroep: Option<Column>| {
        let entries = Sides::each(|side| -> Vec<EntryIx> {
            boxes.of(side).iter().filter(|(_, of, _)| *of == doelgroep).map(|(ix, ..)| *ix).collect()
        });
        let empty = Side::BOTH.into_iter().find(|side| entries.of(*side).is_empty());
        let certain = |side: Side| {
            let doubtful =
                boxes.of(side).iter().any(|(_, of, sure)| !sure && (*of == doelgroep || empty == Some(side)));
            !doubtful
        };
        let sure = Side::BOTH.into_iter().all(certain);
        ActionRow { doelgroep, alike: alike(dataset, &entries), entries, sure }
    };
    columns.map(row).filter(|row| !(row.entries.a.is_empty() && row.entries.b.is_empty())).collect()
}

fn figures(dataset: &Dataset<'_>, places: Sides<Place>) -> Vec<FigureRow> {
    let given = |side: Side| -> Vec<(EntryIx, Figure)> {
        let entries = entries_of(dataset, *places.of(side));
        entries.flat_map(|(ix, entry)| entry.figures.iter().map(move |f| (ix, *f))).collect()
    };
    let given = Sides::each(given);
    let of = |side: Side, metric: MetricIx| -> Vec<(EntryIx, Figure)> {
        given.of(side).iter().filter(|(_, f)| f.metric == metric).copied().collect()
    };
    let mut rows: Vec<FigureRow> = dataset
        .metrics()
        .map(|(metric, _)| FigureRow { metric, figures: Sides::each(|side| of(side, metric)) })
        .filter(|row| !(row.figures.a.is_empty() && row.figures.b.is_empty()))
        .collect();
    rows.sort_by_key(FigureRow::who);
    rows
}

#[cfg(test)]
mod tests;
