//! Search over every entry: its own words, the names of its topics, the names of its region and part; of an entry of a
//! regioplan also its name and who takes part. Plans are decoded at the first search. Text is matched exactly, with accents and case folded on both sides; several words mean all of them.
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
use super::passage::Passage;
use crate::dataset::plans::{Item, ItemIx, Plans};
use crate::dataset::raw::Topic;
use crate::dataset::{Dataset, EntryIx, EntryKind, RegionIx};
use crate::texts::Lang;

/// The folded text of a dataset.
#[derive(Debug)]
pub struct Index {
    /// The text of all entries, a line each: those of the impactkaart, then those of plans and of the national picture.
    text: String,
    /// How many of them are of the impactkaart.
    entries: usize,
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
    /// Developments, action lines, focus actions, entries of regioplannen, entries of the national picture.
    pub kinds: [usize; 5],
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
    /// The hits in the impactkaart, in the order of the dataset.
    pub hits: Vec<EntryIx>,
    /// The hits in regioplannen and in the national picture, which stand behind the others.
    pub items: Vec<ItemIx>,
    /// Their counts.
    pub counts: Counts,
    /// Where each term of the query was found, before the terms were taken together.
    found: Vec<(String, Bits)>,
}

impl Answer {
    /// How many hits there are.
    pub fn len(&self) -> usize {
        self.hits.len() + self.items.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty() && self.items.is_empty()
    }

    /// A hit by its number.
    pub fn get(&self, at: usize) -> Option<Passage> {
        let item = || self.items.get(at.checked_sub(self.hits.len())?).map(|ix| Passage::Item(*ix));
        self.hits.get(at).map(|ix| Passage::Entry(*ix)).or_else(item)
    }

    /// All hits.
    pub fn all(&self) -> impl Iterator<Item = Passage> {
        let entries = self.hits.iter().map(|ix| Passage::Entry(*ix));
        entries.chain(self.items.iter().map(|ix| Passage::Item(*ix)))
    }
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
        let plans = dataset.plans();
        let mut index = Index {
            text: String::with_capacity(dataset.entries().map(|(_, e)| e.text.len() + 1).sum()),
            entries: dataset.entries().len(),
            starts: Vec::with_capacity(dataset.entries().len() + plans.items().len() + 1),
            topics: dataset.topics().map(|(_, topic)| topic_names(topic, lang)).collect(),
            regions: Vec::with_capacity(dataset.regions().len()),
        };
        for (_, entry) in dataset.entries() {
            index.starts.push(index.text.len());
            fold_into(&entry.text, &mut index.text);
            index.text.push('\n');
        }
        for (_, item) in plans.items() {
            index.starts.push(index.text.len());
            index.item(plans, item);
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

    /// Adds the words of an entry of a plan, apart from each other, so that no phrase is found over their borders.
    fn item(&mut self, plans: &Plans, item: &Item) {
        let parties = item.parties.iter().filter_map(|party| plans[party.party].name.as_ref());
        let metric = item.figure.as_ref().map(|figure| &figure.metric);
        let own = item.name.iter().chain([&item.text]).chain(&item.also).chain(&item.when).chain(&item.status);
        for text in own.chain(metric).chain(parties) {
            self.text.push_str(&fold(text));
            self.text.push('\u{1f}');
        }
        self.text.push('\n');
    }

    /// Answers a query. The answer before it, where there is one, only makes this faster.
    pub fn answer(&self, dataset: &Dataset<'_>, query: &Query, before: Option<&Answer>) -> Answer {
        if query.is_empty() {
            return Answer::default();
        }
        let plans = dataset.plans();
        let mut all = Bits::all(self.starts.len().saturating_sub(1));
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
        let fits = |ix: &ItemIx| query.filters.iter().all(|f| f.passes_item(dataset, plans, *ix));
        let first = |at: &usize| *at < self.entries;
        let hits: Vec<EntryIx> = all.iter().take_while(first).map(EntryIx::new).filter(passes).collect();
        let items = all.iter().skip_while(first).map(|at| ItemIx::new(at - self.entries));
        let items: Vec<ItemIx> = items.filter(fits).collect();
        Answer { counts: count(dataset, &hits, &items), hits, items, found }
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
        let plans = dataset.plans();
        let holds = |name: &String| finder.find(name.as_bytes()).is_some();
        let topics: Vec<bool> = self.topics.iter().map(holds).collect();
        if topics.contains(&true) {
            for (ix, entry) in dataset.entries() {
                if entry.topics.iter().any(|t| topics.get(t.place()) == Some(&true)) {
                    bits.insert(ix.place());
                }
            }
            for (ix, item) in plans.items() {
                if item.topics.iter().any(|t| topics.get(t.place()) == Some(&true)) {
                    bits.insert(self.entries + ix.place());
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
            if whole && let Some(work) = plans.of(RegionIx::new(place)) {
                plans.items_of(work).for_each(|(ix, _)| bits.insert(self.entries + ix.place()));
            }
        }
    }
}

/// Answers a query once.
pub fn search(dataset: &Dataset<'_>, lang: Lang, query: &Query) -> Answer {
    Index::new(dataset, lang).answer(dataset, query, None)
}

fn count(dataset: &Dataset<'_>, hits: &[EntryIx], items: &[ItemIx]) -> Counts {
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
    let plans = dataset.plans();
    let [.., of_plans, national] = &mut counts.kinds;
    let mut last = None;
    for &item in items {
        let work = plans[item].work;
        match plans[work].region {
            Some(region) => {
                *of_plans += 1;
                let anew = last.replace(region) != Some(region);
                // A region that both its impactkaart and its plan bring is one region.
                let known = || hits.binary_search_by_key(&region, |hit| dataset[*hit].region).is_ok();
                counts.regions += usize::from(anew && !known());
            }
            None => *national += 1,
        }
    }
    counts
}

impl Filter {
    fn passes(&self, dataset: &Dataset<'_>, ix: EntryIx) -> bool {
        let entry = &dataset[ix];
        self.values.iter().any(|value| value.fits(dataset, entry, self.not)) != self.not
    }

    fn passes_item(&self, dataset: &Dataset<'_>, plans: &Plans, ix: ItemIx) -> bool {
        self.values.iter().any(|value| value.fits_item(dataset, plans, &plans[ix], self.not)) != self.not
    }
}

#[cfg(test)]
mod tests;
