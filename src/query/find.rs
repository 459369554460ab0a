//! Finding a region by what a person types: by id, name (zorgkantoor before ROAZ), other name, part, beginning and
//! at last by likeness, in this order; accents folded on both sides.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::fold_words;
use crate::dataset::{Dataset, PartIx, RegionIx, RegionKind};

/// A region, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The region.
    pub region: RegionIx,
    /// The part; none for the whole region.
    pub part: Option<PartIx>,
}

impl Place {
    /// The whole of a region.
    pub fn whole(region: RegionIx) -> Self {
        Place { region, part: None }
    }

    /// The id of the place: `zeeland`, or `arnhem/achterhoek` for a part.
    pub fn id(self, dataset: &Dataset<'_>) -> String {
        let region = &dataset[self.region];
        match self.part {
            None => region.id.to_string(),
            Some(part) => format!("{}/{}", region.id, region.parts[part.place()].id),
        }
    }

    /// The name of the place: `Zeeland`, or `Achterhoek (Arnhem)` for a part.
    pub fn name(self, dataset: &Dataset<'_>) -> String {
        let region = &dataset[self.region];
        match self.part {
            None => region.name.to_string(),
            Some(part) => format!("{} ({})", region.parts[part.place()].name, region.name),
        }
    }
}

/// Why a name did not lead to one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFound {
    /// Nothing has this name; what was perhaps meant, the most like first.
    Unknown {
        /// What was typed.
        asked: String,
        /// What was perhaps meant.
        near: Vec<Place>,
    },
    /// Several places of the same rank have this name.
    Ambiguous {
        /// What was typed.
        asked: String,
        /// The places.
        candidates: Vec<Place>,
    },
}

/// How well a name fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Id,
    Name,
    RoazName,
    Also,
    RoazAlso,
    Part,
    Beginning,
    RoazBeginning,
    PartBeginning,
}

/// The place that a person means.
///
/// `arnhem/achterhoek` names a part of a region, `roaz zwolle` and `zorgkantoor zwolle` force the kind.
///
/// # Errors
/// [`NotFound::Ambiguous`] with all places of the best rank where there are several, [`NotFound::Unknown`] with
/// what was perhaps meant where there is none.
pub fn find(dataset: &Dataset<'_>, asked: &str) -> Result<Place, NotFound> {
    if let Some(place) = by_region_and_part(dataset, asked)? {
        return Ok(place);
    }
    let (kind, name) = forced_kind(asked);
    let wanted = fold_words(name);
    let mut best: Option<Rank> = None;
    let mut places: Vec<Place> = Vec::new();
    each_name(dataset, kind, asked, |rank_exact, rank_begin, folded, place| {
        let rank = if folded == wanted {
            rank_exact
        } else if !wanted.is_empty() && folded.starts_with(&wanted) {
            rank_begin
        } else {
            return;
        };
        if best.is_none_or(|b| rank < b) {
            best = Some(rank);
            places.clear();
        }
        if best == Some(rank) && !places.contains(&place) {
            places.push(place);
        }
    });
    match places.as_slice() {
        [place] => Ok(*place),
        [] => fuzzy(dataset, kind, asked, &wanted),
        _ => Err(NotFound::Ambiguous { asked: asked.to_string(), candidates: places }),
    }
}

/// The places that a narrowing field shows for what was typed, in the order of the dataset, with how well they fit;
/// all when it is empty. Names that hold the words come alone where there are any; else the letters may lie apart.
pub fn narrow(dataset: &Dataset<'_>, typed: &str) -> Vec<(Place, i64)> {
    let wanted = fold_words(typed);
    let mut scores: Vec<(Place, i64)> = Vec::new();
    let matcher = SkimMatcherV2::default();
    each_name(dataset, None, typed, |_, _, folded, place| {
        if let Some(score) = likeness(&matcher, folded, &wanted) {
            match scores.last_mut().filter(|(last, _)| *last == place) {
                Some(known) => known.1 = known.1.max(score),
                None => scores.push((place, score)),
            }
        }
    });
    if scores.iter().any(|(_, score)| *score >= HOLDS) {
        scores.retain(|(_, score)| *score >= HOLDS);
    }
    scores
}

/// Which of these names fit what was typed, in their order, each with how well; all when it is empty. The same matching
/// as that of regions: `names` are folded, and a thing may have several.
pub fn rank<'n>(typed: &str, names: impl Iterator<Item = (usize, &'n str)>) -> Vec<(usize, i64)> {
    let wanted = fold_words(typed);
    let matcher = SkimMatcherV2::default();
    let mut scores: Vec<(usize, i64)> = Vec::new();
    for (thing, name) in names {
        if let Some(score) = likeness(&matcher, name, &wanted) {
            match scores.last_mut().filter(|(last, _)| *last == thing) {
                Some(known) => known.1 = known.1.max(score),
                None => scores.push((thing, score)),
            }
        }
    }
    if scores.iter().any(|(_, score)| *score >= HOLDS) {
        scores.retain(|(_, score)| *score >= HOLDS);
    }
    scores
}

/// From this likeness on a name holds what was typed.
pub const HOLDS: i64 = 1_000_000;

/// What was typed, to be held against names of all sorts.
pub struct Wanted {
    folded: String,
    matcher: SkimMatcherV2,
}

impl Wanted {
    /// What was typed.
    pub fn new(typed: &str) -> Self {
        Wanted { folded: fold_words(typed), matcher: SkimMatcherV2::default() }
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// How well a folded name fits; none where it does not at all.
    pub fn likeness(&self, folded: &str) -> Option<i64> {
        likeness(&self.matcher, folded, &self.folded)
    }
}

/// How well a folded name fits what was typed.
pub(super) fn likeness(matcher: &SkimMatcherV2, folded: &str, wanted: &str) -> Option<i64> {
    if folded == wanted || wanted.is_empty() {
        Some(HOLDS + 3)
    } else if folded.starts_with(wanted) {
        Some(HOLDS + 2)
    } else if begins_words(folded, wanted) {
        Some(HOLDS + 1)
    } else if folded.contains(wanted) {
        Some(HOLDS)
    } else {
        matcher.fuzzy_match(folded, wanted)
    }
}

/// Whether the typed words begin words of the name, in order: `holl noord` in `zuid holland noord`.
pub(super) fn begins_words(name: &str, wanted: &str) -> bool {
    let mut words = name.split(' ');
    !wanted.is_empty() && wanted.split(' ').all(|w| words.any(|word| word.starts_with(w)))
}

fn by_region_and_part(dataset: &Dataset<'_>, asked: &str) -> Result<Option<Place>, NotFound> {
    let Some((region, part)) = asked.split_once('/') else { return Ok(None) };
    let Ok(place) = find(dataset, region) else { return Ok(None) };
    Ok(part_of(dataset, place.region, part).map(|part| Place { region: place.region, part: Some(part) }))
}

/// The part of a region with this id or name, else the only one whose id or name begins so.
pub fn part_of(dataset: &Dataset<'_>, region: RegionIx, asked: &str) -> Option<PartIx> {
    let wanted = fold_words(asked);
    let names = dataset[region].parts.iter().map(|p| (fold_words(&p.id), fold_words(&p.name)));
    let names: Vec<(String, String)> = names.collect();
    let exact = names.iter().position(|(id, name)| *id == wanted || *name == wanted);
    let mut begin = names
        .iter()
        .enumerate()
        .filter(|(_, (id, name))| !wanted.is_empty() && (id.starts_with(&wanted) || name.starts_with(&wanted)));
    let only = begin.next().filter(|_| begin.next().is_none()).map(|(i, _)| i);
    exact.or(only).map(PartIx::new)
}

fn forced_kind(asked: &str) -> (Option<RegionKind>, &str) {
    let trimmed = asked.trim();
    let Some((first, rest)) = trimmed.split_once(char::is_whitespace) else { return (None, trimmed) };
    match first.to_lowercase().as_str() {
        "roaz" => (Some(RegionKind::Roaz), rest.trim()),
        "zorgkantoor" | "zorgkantoorregio" => (Some(RegionKind::Zorgkantoor), rest.trim()),
        _ => (None, trimmed),
    }
}

/// Visits every name of every place, folded, with the ranks of an exact hit and of a beginning.
fn each_name(
    dataset: &Dataset<'_>,
    kind: Option<RegionKind>,
    asked: &str,
    mut visit: impl FnMut(Rank, Rank, &str, Place),
) {
    let literal = asked.trim().to_lowercase();
    for (ix, region) in dataset.regions() {
        let place = Place::whole(ix);
        if *region.id == *literal && kind.is_none() {
            visit(Rank::Id, Rank::Id, &fold_words(asked), place);
        }
        if kind.is_some_and(|k| k != region.kind) {
            continue;
        }
        let roaz = region.kind == RegionKind::Roaz;
        let pick = |z: Rank, r: Rank| if roaz && kind.is_none() { r } else { z };
        let (name, begin) = (pick(Rank::Name, Rank::RoazName), pick(Rank::Beginning, Rank::RoazBeginning));
        let also = pick(Rank::Also, Rank::RoazAlso);
        visit(name, begin, &fold_words(&region.id), place);
        visit(name, begin, &fold_words(&region.name), place);
        for other in &region.also {
            visit(also, begin, &fold_words(other), place);
        }
        for (i, part) in region.parts.iter().enumerate() {
            let place = Place { region: ix, part: Some(PartIx::new(i)) };
            visit(Rank::Part, Rank::PartBeginning, &fold_words(&part.name), place);
            visit(Rank::Part, Rank::PartBeginning, &fold_words(&part.id), place);
        }
    }
}

/// The last resort: the one place whose words begin as the typed ones do, in order; else what was perhaps meant.
/// Letters scattered over a name are no name: those are only suggested.
fn fuzzy(dataset: &Dataset<'_>, kind: Option<RegionKind>, asked: &str, wanted: &str) -> Result<Place, NotFound> {
    let matcher = SkimMatcherV2::default();
    let (mut fits, mut near): (Vec<Place>, Vec<(usize, i64, Place)>) = (Vec::new(), Vec::new());
    each_name(dataset, kind, asked, |_, _, folded, place| {
        if begins_words(folded, wanted) {
            fits.push(place);
        }
        near.extend(nearness(&matcher, folded, wanted).map(|(distance, letters)| (distance, letters, place)));
    });
    dedup(&mut fits);
    match fits.as_slice() {
        [place] => Ok(*place),
        [] => {
            near.sort();
            let mut near: Vec<Place> = near.into_iter().map(|(_, _, place)| place).collect();
            dedup(&mut near);
            near.truncate(3);
            Err(NotFound::Unknown { asked: asked.to_string(), near })
        }
        _ => Err(NotFound::Ambiguous { asked: asked.to_string(), candidates: fits }),
    }
}

/// How near a name is that was perhaps meant, the nearest first; none where it is not.
pub(super) fn nearness(matcher: &SkimMatcherV2, folded: &str, wanted: &str) -> Option<(usize, i64)> {
    let distance = strsim::osa_distance(folded, wanted);
    let letters = matcher.fuzzy_match(folded, wanted);
    let length = wanted.chars().count();
    let near = distance * 5 <= length * 2 || letters.is_some() && length >= 3;
    near.then(|| (distance, -letters.unwrap_or(0)))
}

fn dedup(places: &mut Vec<Place>) {
    let mut seen = std::collections::HashSet::new();
    places.retain(|p| seen.insert(*p));
}
