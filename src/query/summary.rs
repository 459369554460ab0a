//! What there is of a region at a glance: counts of developments and action lines, themes it speaks of, V's.

use super::find::Place;
use crate::dataset::{Dataset, EntryIx, EntryKind, PartIx, Region, RegionIx, ThemeIx};

/// The counts of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Expected developments.
    pub developments: usize,
    /// Action lines.
    pub action_lines: usize,
    /// Focus actions from the boxes under the doelgroepen.
    pub focus_actions: usize,
}

/// Whether an entry, silence or row of this part belongs to what is shown of a place: all of it for a whole region;
/// for a part its own and what is the whole region's.
pub fn belongs(shown: Option<PartIx>, part: Option<PartIx>) -> bool {
    match (shown, part) {
        (None, _) | (_, None) => true,
        (Some(shown), Some(part)) => shown == part,
    }
}

/// The counts of a place.
pub fn counts(dataset: &Dataset<'_>, place: Place) -> Counts {
    let mut counts = Counts::default();
    for (_, entry) in dataset.entries_of(place.region).filter(|(_, e)| belongs(place.part, e.part)) {
        match entry.kind {
            EntryKind::Development => counts.developments += 1,
            EntryKind::ActionLine(_) => counts.action_lines += 1,
            EntryKind::Focus(_) => counts.focus_actions += 1,
        }
    }
    counts
}

/// The entries of one theme at a place, in source order.
pub fn theme_entries(dataset: &Dataset<'_>, place: Place, theme: ThemeIx) -> Vec<EntryIx> {
    dataset
        .entries_of(place.region)
        .filter(|(_, e)| e.kind.theme() == Some(theme) && belongs(place.part, e.part))
        .map(|(ix, _)| ix)
        .collect()
}

/// The places that share a name with this region: another kind of region, or a part of another region.
pub fn namesakes(dataset: &Dataset<'_>, region: RegionIx) -> Vec<Place> {
    let name = super::fold::fold_words(&dataset[region].name);
    let same = |other: &str| super::fold::fold_words(other) == name;
    let named = |r: &Region<'_>| same(&r.name) || r.also.iter().any(|a| same(a));
    let mut places = Vec::new();
    for (ix, other) in dataset.regions().filter(|(ix, _)| *ix != region) {
        if named(other) {
            places.push(Place::whole(ix));
        }
        for (i, _) in other.parts.iter().enumerate().filter(|(_, p)| same(&p.name)) {
            places.push(Place { region: ix, part: Some(PartIx::new(i)) });
        }
    }
    places
}
