//! The national picture in the order in which it is read: what hampers care, what was found, what makes a plan sharp,
//! what comes next; then what the reflection is, who is in it, and what is odd in the source.

use crate::dataset::plans::{Item, ItemIx, List, Plans, WorkIx};
use crate::dataset::{Dataset, RegionKind};

/// A section of the national picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The bottlenecks of the regiobeelden of a kind of region.
    Bottlenecks(RegionKind),
    /// What was observed.
    Findings,
    /// Marks of a clear regiobeeld, a sharp bottleneck, a useful health goal.
    Criteria,
    /// Points of attention.
    Attention,
    /// From IZA to regioplan.
    Timeline,
    /// What the NZa does.
    Nza,
    /// What the reflection is and rests on.
    About,
    /// Who is in it.
    Parties,
    /// Notes on the source.
    Notes,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Section; 10] = [
        Section::Bottlenecks(RegionKind::Zorgkantoor),
        Section::Bottlenecks(RegionKind::Roaz),
        Section::Findings,
        Section::Criteria,
        Section::Attention,
        Section::Timeline,
        Section::Nza,
        Section::About,
        Section::Parties,
        Section::Notes,
    ];

    /// The word of the command line and of JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Section::Bottlenecks(RegionKind::Zorgkantoor) => "bottlenecks-zorgkantoor",
            Section::Bottlenecks(RegionKind::Roaz) => "bottlenecks-roaz",
            Section::Findings => List::Findings.key(),
            Section::Criteria => List::Criteria.key(),
            Section::Attention => List::Attention.key(),
            Section::Timeline => List::Timeline.key(),
            Section::Nza => List::Nza.key(),
            Section::About => List::About.key(),
            Section::Parties => List::Parties.key(),
            Section::Notes => "notes",
        }
    }

    /// The sections of a word: both kinds of bottlenecks go by one too.
    pub fn of_key(key: &str) -> Vec<Section> {
        let fits = |section: &Section| match section {
            Section::Bottlenecks(_) => section.key() == key || key == List::Bottlenecks.key(),
            _ => section.key() == key,
        };
        Section::ALL.into_iter().filter(fits).collect()
    }

    fn list(self) -> Option<List> {
        Some(match self {
            Section::Bottlenecks(_) => List::Bottlenecks,
            Section::Findings => List::Findings,
            Section::Criteria => List::Criteria,
            Section::Attention => List::Attention,
            Section::Timeline => List::Timeline,
            Section::Nza => List::Nza,
            Section::About => List::About,
            Section::Parties => List::Parties,
            Section::Notes => return None,
        })
    }

    /// The entries at its top, in the order of the source.
    pub fn entries(self, plans: &Plans, national: WorkIx) -> Vec<(ItemIx, &Item)> {
        let Some(list) = self.list() else { return Vec::new() };
        let top = plans.list(national, list).filter(|(_, item)| item.depth == 0);
        match self {
            // A bottleneck that names no kind holds for both.
            Section::Bottlenecks(kind) => {
                top.filter(|(_, item)| item.more.region_kind.is_none_or(|of| of == kind)).collect()
            }
            _ => top.collect(),
        }
    }

    /// How many things stand at its top.
    pub fn len(self, plans: &Plans, national: WorkIx) -> usize {
        match self {
            Section::Notes => plans[national].notes.len(),
            _ => self.entries(plans, national).len(),
        }
    }
}

/// The sections that have something, of those asked for.
pub fn sections(dataset: &Dataset<'_>, asked: &[Section]) -> Vec<Section> {
    let plans = dataset.plans();
    let Some(national) = plans.national() else { return Vec::new() };
    let all = Section::ALL.into_iter().filter(|section| asked.is_empty() || asked.contains(section));
    all.filter(|section| section.len(plans, national) > 0).collect()
}
