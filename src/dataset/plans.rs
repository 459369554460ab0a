//! The regioplannen in depth and the national picture: trees of entries, with their topics, parties and ties looked up.
//!
//! They are decoded on first use ([`super::Dataset::plans`]): most sessions never ask for them, and the first frame
//! does not pay for them. A tree is kept flat, in the order of the file; what stands under an entry are the entries
//! up to its end. It owns its texts: a cell of [`super::Dataset`] that is filled later must not tie its lifetime.

use std::ops::{Index, Range};

use rustc_hash::FxHashMap;

use super::ids::{Axis, ColumnSet, DocIx, EntryIx, RegionIx, TopicIx};
use super::model::{Dataset, Unsound};
use super::raw::{Point, RegionKind};
use super::raw_plan as raw;
pub use super::raw_plan::{Bound, FIGURE_KINDS, List, Role, Scope, TieBasis, Years};
use super::text::Text;

/// A regioplan, or the national picture: its place in [`Plans`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkIx(u16);

/// An entry of a regioplan or of the national picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIx(u32);

impl ItemIx {
    /// The entry at a place among all.
    pub fn new(place: usize) -> Self {
        ItemIx(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Its place among all.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

/// The regioplannen, and the national picture.
#[derive(Debug, Default)]
pub struct Plans {
    works: Vec<Work>,
    items: Vec<Item>,
}

/// A regioplan or the national picture.
#[derive(Debug)]
pub struct Work {
    /// The region whose plan it is; none for the national picture.
    pub region: Option<RegionIx>,
    /// The source that it tells.
    pub doc: DocIx,
    /// What is odd in the source.
    pub notes: Vec<Note>,
    items: Range<usize>,
}

/// An entry.
#[derive(Debug)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// The plan or picture that says it.
    pub work: WorkIx,
    /// The list in which it stands.
    pub list: List,
    /// How deep it stands in its list, from 0.
    pub depth: u8,
    /// The entry that it stands under.
    pub parent: Option<ItemIx>,
    /// What it is, the same over all plans.
    pub role: Role,
    /// The plan's own word for it; of a party the sort of organisation, of a figure one of [`FIGURE_KINDS`].
    pub kind: String,
    /// The number or letter that the source gives it.
    pub nr: Option<String>,
    /// Title or short label.
    pub name: Option<String>,
    /// What it says, in the dataset's own words.
    pub text: String,
    /// Other names.
    pub also: Vec<String>,
    /// Topics, the chief one first.
    pub topics: Vec<TopicIx>,
    /// The sectors that it is tagged with.
    pub sectors: ColumnSet,
    /// The doelgroepen that it is tagged with.
    pub doelgroepen: ColumnSet,
    /// Where it stands.
    pub source: Source,
    /// What it is tied to.
    pub ties: Vec<Tie>,
    /// Who takes part.
    pub parties: Vec<PartyRef>,
    /// When it happens.
    pub years: Option<Years>,
    /// The moment in the source's terms.
    pub when: Option<String>,
    /// How far it is, in the source's terms.
    pub status: Option<String>,
    /// The figure that it gives.
    pub figure: Option<Figure>,
    /// What only few sorts of entries have.
    pub more: More,
    end: u32,
}

impl Item {
    /// The columns of an axis that the entry is tagged with.
    pub fn tags(&self, axis: Axis) -> ColumnSet {
        match axis {
            Axis::Sectors => self.sectors,
            Axis::Doelgroepen => self.doelgroepen,
        }
    }
}

/// What only few sorts of entries have.
#[derive(Debug, Default)]
pub struct More {
    /// Of the document: its version.
    pub version: Option<String>,
    /// Of the national picture: the kind of region that it holds for.
    pub region_kind: Option<RegionKind>,
    /// Of an area: how many live there.
    pub inhabitants: Option<u32>,
    /// Of an indicator: the value now; none where the source gives none.
    pub baseline: Option<String>,
    /// Of an indicator: the value wanted; none where the source gives none.
    pub target: Option<String>,
}

/// A figure: a target, a forecast, a fact or an estimate.
#[derive(Debug)]
pub struct Figure {
    /// What is measured.
    pub metric: String,
    /// Its value; none where the source tells it in words.
    pub value: Option<f64>,
    /// The upper end of a range.
    pub value_to: Option<f64>,
    /// How the value is meant; none as it stands.
    pub bound: Option<Bound>,
    /// The value in words.
    pub said: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Its year.
    pub year: Option<u16>,
    /// The value that it comes from.
    pub from: Option<Point>,
    /// The area that it holds for; none where the source does not say.
    pub scope: Option<Scope>,
}

/// A place in a source without pages: the heading under which it stands, and the lines.
#[derive(Debug, Clone)]
pub struct Source {
    /// The document.
    pub doc: DocIx,
    /// The heading under which it stands.
    pub section: String,
    /// First and last line of the extracted text.
    pub lines: (u32, u32),
}

/// A tie to something else in the dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// What it leads to.
    pub to: Target,
    /// Who ties them.
    pub basis: TieBasis,
}

/// What a tie leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An entry of a plan or of the national picture.
    Item(ItemIx),
    /// An entry of a region's impactkaart.
    Entry(EntryIx),
    /// A region.
    Region(RegionIx),
}

/// A party of an entry.
#[derive(Debug)]
pub struct PartyRef {
    /// The party.
    pub party: ItemIx,
    /// The part that it plays, in the plan's word; none where the source only names it.
    pub part: Option<String>,
}

/// What is odd in a source.
#[derive(Debug)]
pub struct Note {
    /// What is odd.
    pub text: String,
    /// The places that it is about.
    pub sources: Vec<Source>,
}

impl Plans {
    /// Looks up what the decoded files name.
    ///
    /// # Errors
    /// [`Unsound`] where a region, document, topic, column, party or tied entry does not exist, or an id is used twice.
    pub fn assemble(dataset: &Dataset<'_>, works: raw::Works<'_>) -> Result<Self, Unsound> {
        let mut all = Assembler::new(dataset);
        for plan in works.plans {
            let region = all.regions.get(&*plan.id).copied().ok_or(Unsound)?;
            all.work(Some(region), plan)?;
        }
        if let Some(national) = works.national {
            all.work(None, national)?;
        }
        all.finish()
    }

    /// The regioplannen, by the id of their region, then the national picture.
    pub fn works(&self) -> impl ExactSizeIterator<Item = (WorkIx, &Work)> {
        self.works.iter().enumerate().map(|(i, work)| (WorkIx(u16::try_from(i).unwrap_or(u16::MAX)), work))
    }

    /// The plan of a region.
    pub fn of(&self, region: RegionIx) -> Option<WorkIx> {
        self.works().find(|(_, work)| work.region == Some(region)).map(|(ix, _)| ix)
    }

    /// The national picture.
    pub fn national(&self) -> Option<WorkIx> {
        self.works().find(|(_, work)| work.region.is_none()).map(|(ix, _)| ix)
    }

    /// All entries of a plan or of the picture, in the order of the file: an entry before what stands under it.
    pub fn items_of(&self, work: WorkIx) -> impl DoubleEndedIterator<Item = (ItemIx, &Item)> {
        let range = self[work].items.clone();
        range.clone().map(ItemIx::new).zip(self.items.get(range).unwrap_or_default())
    }

    /// The entries of one list, those at its top and those under them.
    pub fn list(&self, work: WorkIx, list: List) -> impl Iterator<Item = (ItemIx, &Item)> {
        self.items_of(work).filter(move |(_, item)| item.list == list)
    }

    /// All entries of all plans and of the picture.
    pub fn items(&self) -> impl ExactSizeIterator<Item = (ItemIx, &Item)> {
        self.items.iter().enumerate().map(|(i, item)| (ItemIx::new(i), item))
    }

    /// What stands directly under an entry.
    pub fn children(&self, of: ItemIx) -> impl Iterator<Item = (ItemIx, &Item)> {
        self.under(of).filter(move |(_, item)| item.parent == Some(of))
    }

    /// All that stands under an entry, in the order of the file.
    pub fn under(&self, of: ItemIx) -> impl Iterator<Item = (ItemIx, &Item)> {
        let range = of.place() + 1..self[of].end as usize;
        range.clone().map(ItemIx::new).zip(self.items.get(range).unwrap_or_default())
    }

    /// The theme that an entry stands under, or is.
    pub fn theme_of(&self, item: ItemIx) -> Option<ItemIx> {
        std::iter::successors(Some(item), |ix| self[*ix].parent).find(|ix| self[*ix].role == Role::Theme)
    }

    /// The entry with this id.
    pub fn find(&self, id: &str) -> Option<ItemIx> {
        self.items.iter().position(|item| *item.id == *id).map(ItemIx::new)
    }

    /// The years of an entry: its own, else those of what it stands under.
    pub fn years_of(&self, item: ItemIx) -> Option<Years> {
        std::iter::successors(Some(item), |ix| self[*ix].parent).find_map(|ix| self[ix].years)
    }
}

impl Index<WorkIx> for Plans {
    type Output = Work;
    fn index(&self, ix: WorkIx) -> &Work {
        &self.works[usize::from(ix.0)]
    }
}

impl Index<ItemIx> for Plans {
    type Output = Item;
    fn index(&self, ix: ItemIx) -> &Item {
        &self.items[ix.place()]
    }
}

/// Ties and parties may point forward, so they are looked up when all entries are there.
struct Pending<'a> {
    links: Vec<raw::Link<'a>>,
    parties: Vec<raw::PartyRef<'a>>,
}

struct Assembler<'d, 'a> {
    dataset: &'d Dataset<'a>,
    topics: FxHashMap<&'d str, TopicIx>,
    regions: FxHashMap<&'d str, RegionIx>,
    plans: Plans,
    pending: Vec<Pending<'a>>,
}

impl<'d, 'a> Assembler<'d, 'a> {
    fn new(dataset: &'d Dataset<'a>) -> Self {
        Assembler {
            dataset,
            topics: dataset.topics().map(|(ix, topic)| (topic.id.as_str(), ix)).collect(),
            regions: dataset.regions().map(|(ix, region)| (region.id.as_str(), ix)).collect(),
            plans: Plans::default(),
            pending: Vec::new(),
        }
    }

    fn work(&mut self, region: Option<RegionIx>, work: raw::Work<'a>) -> Result<(), Unsound> {
        let ix = WorkIx(u16::try_from(self.plans.works.len()).map_err(|_| Unsound)?);
        let start = self.plans.items.len();
        for (list, entries) in work.lists {
            for entry in entries {
                self.entry(ix, list, None, 0, entry)?;
            }
        }
        let note = |note: raw::Note<'a>| {
            let sources = note.sources.into_iter().map(|s| self.source(s)).collect::<Result<_, _>>()?;
            Ok(Note { text: note.text.to_string(), sources })
        };
        let notes = work.notes.into_iter().map(note).collect::<Result<_, _>>()?;
        let doc = self.doc(&work.doc)?;
        self.plans.works.push(Work { region, doc, notes, items: start..self.plans.items.len() });
        Ok(())
    }

    fn entry(
        &mut self,
        work: WorkIx,
        list: List,
        parent: Option<ItemIx>,
        depth: u8,
        entry: raw::Entry<'a>,
    ) -> Result<(), Unsound> {
        let ix = ItemIx::new(self.plans.items.len());
        let item = Item {
            work,
            list,
            depth,
            parent,
            role: entry.role,
            topics: self.topics(&entry.topics)?,
            sectors: self.columns(Axis::Sectors, &entry.sectors)?,
            doelgroepen: self.columns(Axis::Doelgroepen, &entry.doelgroepen)?,
            source: self.source(entry.source)?,
            ties: Vec::new(),
            parties: Vec::new(),
            years: entry.years,
            figure: entry.metric.map(|metric| Figure {
                metric: metric.to_string(),
                value: entry.value,
                value_to: entry.value_to,
                bound: entry.bound,
                said: owned(entry.said),
                unit: owned(entry.unit),
                year: entry.year,
                from: entry.from,
                scope: entry.scope,
            }),
            more: More {
                version: owned(entry.version),
                region_kind: entry.region_kind,
                inhabitants: entry.inhabitants,
                baseline: owned(entry.baseline),
                target: owned(entry.target),
            },
            id: entry.id.to_string(),
            kind: entry.kind.to_string(),
            nr: owned(entry.nr),
            name: owned(entry.name),
            text: entry.text.to_string(),
            also: entry.also.iter().map(Text::to_string).collect(),
            when: owned(entry.when),
            status: owned(entry.status),
            end: 0,
        };
        self.plans.items.push(item);
        self.pending.push(Pending { links: entry.links, parties: entry.parties });
        for child in entry.children {
            self.entry(work, list, Some(ix), depth.saturating_add(1), child)?;
        }
        let end = u32::try_from(self.plans.items.len()).map_err(|_| Unsound)?;
        self.plans.items.get_mut(ix.place()).ok_or(Unsound)?.end = end;
        Ok(())
    }

    fn finish(mut self) -> Result<Plans, Unsound> {
        let mut targets: FxHashMap<&str, Target> = FxHashMap::default();
        targets.extend(self.regions.iter().map(|(id, ix)| (*id, Target::Region(*ix))));
        targets.extend(self.dataset.entries().map(|(ix, entry)| (entry.id.as_str(), Target::Entry(ix))));
        for (ix, item) in self.plans.items() {
            if targets.insert(&item.id, Target::Item(ix)).is_some() {
                return Err(Unsound);
            }
        }
        let find = |id: &Text<'_>| targets.get(id.as_str()).copied().ok_or(Unsound);
        let mut resolved = Vec::with_capacity(self.pending.len());
        for pending in self.pending {
            let tie = |link: raw::Link<'a>| Ok(Tie { to: find(&link.to)?, basis: link.basis });
            let party = |named: raw::PartyRef<'a>| match find(&named.party)? {
                Target::Item(party) => Ok(PartyRef { party, part: owned(named.part) }),
                Target::Entry(_) | Target::Region(_) => Err(Unsound),
            };
            let ties: Vec<Tie> = pending.links.into_iter().map(tie).collect::<Result<_, _>>()?;
            let parties: Vec<PartyRef> = pending.parties.into_iter().map(party).collect::<Result<_, _>>()?;
            resolved.push((ties, parties));
        }
        for (item, (ties, parties)) in self.plans.items.iter_mut().zip(resolved) {
            item.ties = ties;
            item.parties = parties;
        }
        Ok(self.plans)
    }

    fn topics(&self, ids: &[Text<'a>]) -> Result<Vec<TopicIx>, Unsound> {
        ids.iter().map(|id| self.topics.get(id.as_str()).copied().ok_or(Unsound)).collect()
    }

    fn columns(&self, axis: Axis, ids: &[Text<'a>]) -> Result<ColumnSet, Unsound> {
        ids.iter().map(|id| self.dataset.column(axis, id).map(|c| usize::from(c.place)).ok_or(Unsound)).collect()
    }

    fn doc(&self, id: &str) -> Result<DocIx, Unsound> {
        self.dataset.documents().find(|(_, doc)| *doc.id == *id).map(|(ix, _)| ix).ok_or(Unsound)
    }

    fn source(&self, raw: raw::Source<'a>) -> Result<Source, Unsound> {
        let [first, last] = raw.lines;
        Ok(Source { doc: self.doc(&raw.doc)?, section: raw.section.to_string(), lines: (first, last) })
    }
}

fn owned(text: Option<Text<'_>>) -> Option<String> {
    text.map(|text| text.to_string())
}
