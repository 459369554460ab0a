//! Search over every entry: its own words, the names of its topics, the names of its region and part. Text is matched
//! exactly, with accents and case folded on both sides; several words mean all of them.
//!
//! An [`Index`] holds the folded text, made once. An [`Answer`] keeps where each term was found, so that a letter more
//! only looks where the letters before it were found.

pub mod bits;
pub mod parse;
pub mod spans;

use memchr::memmem::Finder;

use self::bits::Bits;
use self::parse::{Filter, Query};
use super::fold::{fold, fold_into};
use crate::dataset::raw::Topic;
use crate::dataset::{Dataset, EntryIx, EntryKind, RegionIx};
use crate::texts::Lang;

/// The folded text of a dataset.
#[derive(Debug)]
pub struct Index {
    /// The text of all entries, a line each.
    text: String,
    /// Where the line of each entry begins; at last the end.
    starts: Vec<usize>,
    /// The name of each topic, in the language of the interface.
    topics: Vec<String>,
    /// The names of each region, a line each, and of each of its parts.
    regions: Vec<(String, Vec<String>)>,
}

/// How many hits there are of each kind and under each theme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Developments, action lines, focus actions.
    pub kinds: [usize; 3],
    /// Under each theme, in the order of the dataset.
    pub themes: Vec<usize>,
    /// In how many regions.
    pub regions: usize,
}

/// The place of a kind in [`Counts::kinds`].
pub fn kind_place(kind: EntryKind) -> usize {
    match kind {
        EntryKind::Development => 0,
        EntryKind::ActionLine(_) => 1,
        EntryKind::Focus(_) => 2,
    }
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The hits, in the order of the dataset.
    pub hits: Vec<EntryIx>,
    /// Their counts.
    pub counts: Counts,
    /// Where each term of the query was found, before the terms were taken together.
    found: Vec<(String, Bits)>,
}

/// The names by which a topic is found: the data is Dutch in both languages, and English readers see English names.
fn topic_names(topic: &Topic<'_>, lang: Lang) -> String {
    match lang {
        Lang::Nl => fold(&topic.name),
        Lang::En => fold(&topic.name) + "\n" + &fold(&topic.name_en),
    }
}

impl Index {
    /// Folds the text of a dataset.
    pub fn new(dataset: &Dataset<'_>, lang: Lang) -> Index {
        let mut index = Index {
            text: String::with_capacity(dataset.entries().map(|(_, e)| e.text.len() + 1).sum()),
            starts: Vec::with_capacity(dataset.entries().len() + 1),
            topics: dataset.topics().map(|(_, topic)| topic_names(topic, lang)).collect(),
            regions: Vec::with_capacity(dataset.regions().len()),
        };
        for (_, entry) in dataset.entries() {
            index.starts.push(index.text.len());
            fold_into(&entry.text, &mut index.text);
            index.text.push('\n');
        }
        index.starts.push(index.text.len());
        for (_, region) in dataset.regions() {
            let mut names = fold(&region.name);
            for other in &region.also {
                names.push('\n');
                names.push_str(&fold(other));
            }
            index.regions.push((names, region.parts.iter().map(|p| fold(&p.name)).collect()));
        }
        index
    }

    /// Answers a query. The answer before it, where there is one, only makes this faster.
    pub fn answer(&self, dataset: &Dataset<'_>, query: &Query, before: Option<&Answer>) -> Answer {
        if query.is_empty() {
            return Answer::default();
        }
        let mut all = Bits::all(dataset.entries().len());
        let mut found = Vec::with_capacity(query.terms.len());
        for term in &query.terms {
            let bits = self.occurrences(dataset, &term.text, before);
            if term.not {
                all.without(&bits);
            } else {
                all.and(&bits);
            }
            found.push((term.text.clone(), bits));
        }
        let passes = |ix: &EntryIx| query.filters.iter().all(|f| f.passes(dataset, *ix));
        let hits: Vec<EntryIx> = all.iter().map(EntryIx::new).filter(passes).collect();
        Answer { counts: count(dataset, &hits), hits, found }
    }

    /// The entries in which a term occurs.
    fn occurrences(&self, dataset: &Dataset<'_>, term: &str, before: Option<&Answer>) -> Bits {
        let finder = Finder::new(term);
        // What holds this term holds every piece of it: one of the terms before may leave few entries to look at.
        let known = before.into_iter().flat_map(|answer| &answer.found).filter(|(t, _)| term.contains(t.as_str()));
        let narrowed = known.map(|(_, bits)| (bits.count(), bits)).min_by_key(|(count, _)| *count);
        let mut bits = match narrowed {
            Some((count, bits)) if count * 4 < self.starts.len() => self.within(&finder, bits),
            _ => self.everywhere(&finder),
        };
        self.by_name(dataset, &finder, &mut bits);
        bits
    }

    /// Looks for a term in the text of some entries.
    fn within(&self, finder: &Finder<'_>, entries: &Bits) -> Bits {
        let mut bits = Bits::none(entries.len());
        for entry in entries.iter() {
            let line = self.starts.get(entry).zip(self.starts.get(entry + 1));
            let line = line.and_then(|(from, to)| self.text.as_bytes().get(*from..*to));
            if line.is_some_and(|line| finder.find(line).is_some()) {
                bits.insert(entry);
            }
        }
        bits
    }

    /// Looks for a term in all text in one sweep.
    fn everywhere(&self, finder: &Finder<'_>) -> Bits {
        let mut bits = Bits::none(self.starts.len().saturating_sub(1));
        let (mut from, mut entry) = (0, 0);
        while let Some(at) = self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            while self.starts.get(entry + 1).is_some_and(|next| *next <= at) {
                entry += 1;
            }
            bits.insert(entry);
            match self.starts.get(entry + 1) {
                Some(next) => from = *next,
                None => break,
            }
        }
        bits
    }

    /// Adds the entries whose topic, region or part has the term in its name.
    fn by_name(&self, dataset: &Dataset<'_>, finder: &Finder<'_>, bits: &mut Bits) {
        let holds = |name: &String| finder.find(name.as_bytes()).is_some();
        let topics: Vec<bool> = self.topics.iter().map(holds).collect();
        if topics.contains(&true) {
            for (ix, entry) in dataset.entries() {
                if entry.topics.iter().any(|t| topics.get(t.place()) == Some(&true)) {
                    bits.insert(ix.place());
                }
            }
        }
        for (place, (names, parts)) in self.regions.iter().enumerate() {
            let whole = holds(names);
            let parts: Vec<bool> = parts.iter().map(holds).collect();
            if whole || parts.contains(&true) {
                for (ix, entry) in dataset.entries_of(RegionIx::new(place)) {
                    if whole || entry.part.is_some_and(|p| parts.get(p.place()) == Some(&true)) {
                        bits.insert(ix.place());
                    }
                }
            }
        }
    }
}

/// Answers a query once.
pub fn search(dataset: &Dataset<'_>, lang: Lang, query: &Query) -> Answer {
    Index::new(dataset, lang).answer(dataset, query, None)
}

fn count(dataset: &Dataset<'_>, hits: &[EntryIx]) -> Counts {
    let mut counts = Counts { themes: vec![0; dataset.themes().len()], ..Counts::default() };
    let mut region = None;
    for &hit in hits {
        let entry = &dataset[hit];
        if let Some(kind) = counts.kinds.get_mut(kind_place(entry.kind)) {
            *kind += 1;
        }
        if let Some(theme) = entry.kind.theme().and_then(|t| counts.themes.get_mut(t.place())) {
            *theme += 1;
        }
        counts.regions += usize::from(region.replace(entry.region) != Some(entry.region));
    }
    counts
}

impl Filter {
    fn passes(&self, dataset: &Dataset<'_>, ix: EntryIx) -> bool {
        let entry = &dataset[ix];
        self.values.iter().any(|value| value.fits(dataset, entry, self.not)) != self.not
    }
}

#[cfg(test)]
mod tests;
