//! What the regions speak of: topics by how many regions name them, who says what about one, and what often stands
//! beside it.
//!
//! An entry *mentions* each of its topics, and a region *names* a topic where an entry of it, or of one of its parts,
//! mentions it. The topic that only marks a silence is no topic that a region names: it is never counted.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::fold_words;
use super::portrait::Section;
use crate::dataset::{Dataset, EntryIx, EntryKind, PartIx, RegionIx, RegionKind, TopicIx};
use crate::texts::Lang;

/// Which entries count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Scope {
    /// Only those of this section: the developments, a theme, the focus actions.
    pub under: Option<Section>,
    /// Only those of this kind of region.
    pub kind: Option<RegionKind>,
}

impl Scope {
    /// Whether an entry counts.
    pub fn holds(self, dataset: &Dataset<'_>, entry: EntryIx) -> bool {
        let said = &dataset[entry];
        self.under.is_none_or(|section| section == section_of(said.kind))
            && self.kind.is_none_or(|kind| kind == dataset[said.region].kind)
    }
}

/// The section that an entry stands in.
pub fn section_of(kind: EntryKind) -> Section {
    match kind {
        EntryKind::Development => Section::Developments,
        EntryKind::ActionLine(theme) => Section::Theme(theme),
        EntryKind::Focus(_) => Section::Focus,
    }
}

/// The sections that entries stand in, in the order of the source.
pub fn sections(dataset: &Dataset<'_>) -> Vec<Section> {
    let themes = dataset.themes().map(|(theme, _)| Section::Theme(theme));
    std::iter::once(Section::Developments).chain(themes).chain([Section::Focus]).collect()
}

/// How often a topic is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many zorgkantoorregio's name it.
    pub zorgkantoor: usize,
    /// How many ROAZ-regio's name it.
    pub roaz: usize,
    /// How many entries mention it.
    pub entries: usize,
}

impl Tally {
    /// How many regions name it.
    pub fn regions(self) -> usize {
        self.zorgkantoor + self.roaz
    }
}

/// The order of a list of topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Most regions first, then most entries.
    #[default]
    Regions,
    /// Most entries first, then most regions.
    Entries,
    /// By name.
    Name,
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 3] = [Sort::Regions, Sort::Entries, Sort::Name];

    /// The word of the option.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Regions => "regions",
            Sort::Entries => "entries",
            Sort::Name => "name",
        }
    }
}

/// A region that names a topic, with all that it says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The region.
    pub region: RegionIx,
    /// What it says, by section and by part.
    pub says: Vec<Says>,
}

/// What a region or one of its parts says under a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// The section.
    pub section: Section,
    /// The part; none for the whole region.
    pub part: Option<PartIx>,
    /// The entries, in source order.
    pub entries: Vec<EntryIx>,
}

/// A topic that often stands beside another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The topic.
    pub topic: TopicIx,
    /// In how many regions an entry mentions both.
    pub regions: usize,
    /// How many entries mention both.
    pub entries: usize,
}

/// From how many regions on two topics stand together often.
pub const OFTEN: usize = 2;

/// The entries that mention each topic, gathered once.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Vec<EntryIx>>,
}

impl Index {
    /// Gathers the entries of a dataset.
    pub fn new(dataset: &Dataset<'_>) -> Index {
        let mut entries: Vec<Vec<EntryIx>> = vec![Vec::new(); dataset.topics().len()];
        for (ix, entry) in dataset.entries() {
            for topic in entry.topics.iter().filter(|t| Some(**t) != dataset.silence_topic()) {
                // A topic that an entry lists twice is mentioned once.
                if let Some(of) = entries.get_mut(topic.place()).filter(|of| of.last() != Some(&ix)) {
                    of.push(ix);
                }
            }
        }
        Index { entries }
    }

    /// The entries that mention a topic, in the order of the dataset.
    pub fn mentions(&self, dataset: &Dataset<'_>, topic: TopicIx, scope: Scope) -> impl Iterator<Item = EntryIx> {
        let all = self.entries.get(topic.place()).map(Vec::as_slice).unwrap_or_default();
        all.iter().copied().filter(move |entry| scope.holds(dataset, *entry))
    }

    /// How often a topic is named.
    pub fn tally(&self, dataset: &Dataset<'_>, topic: TopicIx, scope: Scope) -> Tally {
        let mut tally = Tally::default();
        let mut last = None;
        for entry in self.mentions(dataset, topic, scope) {
            let region = dataset[entry].region;
            tally.entries += 1;
            if last.replace(region) != Some(region) {
                match dataset[region].kind {
                    RegionKind::Zorgkantoor => tally.zorgkantoor += 1,
                    RegionKind::Roaz => tally.roaz += 1,
                }
            }
        }
        tally
    }

    /// The topics that are named at all, in an order.
    pub fn list(&self, dataset: &Dataset<'_>, lang: Lang, scope: Scope, sort: Sort) -> Vec<(TopicIx, Tally)> {
        let all = dataset.topics().map(|(topic, _)| (topic, self.tally(dataset, topic, scope)));
        let mut named: Vec<(TopicIx, Tally)> = all.filter(|(_, tally)| tally.entries > 0).collect();
        named.sort_by_cached_key(|(topic, tally)| {
            let (regions, entries) = (Reverse(tally.regions()), Reverse(tally.entries));
            let (first, second) = match sort {
                Sort::Regions => (regions, entries),
                Sort::Entries => (entries, regions),
                Sort::Name => (Reverse(0), Reverse(0)),
            };
            let topic = &dataset[*topic];
            (first, second, fold_words(lang.pick(&topic.name, &topic.name_en)))
        });
        named
    }

    /// How often a topic is named under each section, in their order; what has none is left out.
    pub fn by_section(&self, dataset: &Dataset<'_>, topic: TopicIx, kind: Option<RegionKind>) -> Vec<(Section, Tally)> {
        let tally = |section| (section, self.tally(dataset, topic, Scope { under: Some(section), kind }));
        sections(dataset).into_iter().map(tally).filter(|(_, tally)| tally.entries > 0).collect()
    }

    /// Who says what about a topic, by region, section and part.
    pub fn speakers(&self, dataset: &Dataset<'_>, topic: TopicIx, scope: Scope) -> Vec<Speaker> {
        let rank = |section: Section| match section {
            Section::Developments => (0, 0),
            Section::Theme(theme) => (1, theme.place()),
            Section::Focus | Section::Notes => (2, 0),
        };
        let mut said: Vec<EntryIx> = self.mentions(dataset, topic, scope).collect();
        said.sort_by_key(|ix| {
            let entry = &dataset[*ix];
            (entry.region, rank(section_of(entry.kind)), entry.part, *ix)
        });
        let mut speakers: Vec<Speaker> = Vec::new();
        for ix in said {
            let entry = &dataset[ix];
            if speakers.last().is_none_or(|speaker| speaker.region != entry.region) {
                speakers.push(Speaker { region: entry.region, says: Vec::new() });
            }
            let Some(speaker) = speakers.last_mut() else { continue };
            let (section, part) = (section_of(entry.kind), entry.part);
            match speaker.says.last_mut().filter(|says| (says.section, says.part) == (section, part)) {
                Some(says) => says.entries.push(ix),
                None => speaker.says.push(Says { section, part, entries: vec![ix] }),
            }
        }
        speakers
    }

    /// The topics that often stand beside a topic: entries of at least [`OFTEN`] regions mention both, and more
    /// entries do than if topics were dealt out by chance (`both / all > one / all * other / all`). Most regions
    /// first, then most entries.
    pub fn beside(&self, dataset: &Dataset<'_>, topic: TopicIx, scope: Scope) -> Vec<Beside> {
        let mut both: FxHashMap<TopicIx, Beside> = FxHashMap::default();
        let mut seen: FxHashSet<(TopicIx, RegionIx)> = FxHashSet::default();
        let (mut one, silence) = (0, dataset.silence_topic());
        for ix in self.mentions(dataset, topic, scope) {
            one += 1;
            let entry = &dataset[ix];
            for (i, other) in entry.topics.iter().enumerate() {
                let again = entry.topics.iter().take(i).any(|t| t == other);
                if *other == topic || Some(*other) == silence || again {
                    continue;
                }
                let beside = both.entry(*other).or_insert(Beside { topic: *other, regions: 0, entries: 0 });
                beside.entries += 1;
                beside.regions += usize::from(seen.insert((*other, entry.region)));
            }
        }
        let mut often: Vec<Beside> = both.into_values().filter(|beside| beside.regions >= OFTEN).collect();
        if !often.is_empty() {
            let all = dataset.entries().filter(|(ix, _)| scope.holds(dataset, *ix)).count();
            often.retain(|b| b.entries * all > one * self.mentions(dataset, b.topic, scope).count());
        }
        often.sort_by_key(|beside| (Reverse(beside.regions), Reverse(beside.entries), beside.topic));
        often
    }
}

/// How many regions of a kind there are.
pub fn regions_of(dataset: &Dataset<'_>, kind: Option<RegionKind>) -> usize {
    dataset.regions().filter(|(_, region)| kind.is_none_or(|kind| kind == region.kind)).count()
}
