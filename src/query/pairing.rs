//! Pairing what two sides say, by topic: which entries of A and of B stand in one row, and which stand alone.
//!
//! An entry stands in exactly one row. A row of both sides holds entries that all carry its topic. The rule takes
//! nothing but the topics of the entries, goes through topics in the order of the vocabulary, and treats both sides
//! alike, so that swapping the sides mirrors the rows:
//!
//! 1. entries of both sides with the same first topic form a row;
//! 2. of those left, a topic that comes first for one of them pairs them, and then any other shared topic does;
//! 3. who is left joins a row whose topic it carries, by its own order of topics;
//! 4. who still shares a topic with the other side only through entries that stand in other rows gets one of them
//!    where its row can spare it, and else stands alone in a row that is **not** called one-sided;
//! 5. the rest is named by one side only, in a row for each first topic.

use std::collections::{BTreeMap, BTreeSet};

use crate::dataset::TopicIx;

/// A side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Side A.
    A,
    /// Side B.
    B,
}

impl Side {
    /// Both sides.
    pub const BOTH: [Side; 2] = [Side::A, Side::B];

    /// The other side.
    pub fn other(self) -> Side {
        match self {
            Side::A => Side::B,
            Side::B => Side::A,
        }
    }

    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Side::A => "A",
            Side::B => "B",
        }
    }
}

/// Two things, one of each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Sides<T> {
    /// That of side A.
    pub a: T,
    /// That of side B.
    pub b: T,
}

impl<T> Sides<T> {
    /// Makes both from their side.
    pub fn each(mut make: impl FnMut(Side) -> T) -> Self {
        Sides { a: make(Side::A), b: make(Side::B) }
    }

    /// That of one side.
    pub fn of(&self, side: Side) -> &T {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// That of one side, to change it.
    pub fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::A => &mut self.a,
            Side::B => &mut self.b,
        }
    }
}

/// Who names the topic of a row in this section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Both sides.
    Both,
    /// Only side A, as far as the topics tell.
    OnlyA,
    /// Only side B, as far as the topics tell.
    OnlyB,
}

impl Who {
    /// Only this side.
    pub fn only(side: Side) -> Who {
        match side {
            Side::A => Who::OnlyA,
            Side::B => Who::OnlyB,
        }
    }
}

/// A row of the pairing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paired {
    /// The topic that pairs it; of a row of one side, what it is chiefly about.
    pub topic: TopicIx,
    /// Who names the topic here. A row of [`Who::Both`] may hold entries of one side only: then those of the other
    /// that name its topic stand in other rows.
    pub who: Who,
    /// The entries of each side, as places in what was given, in order.
    pub entries: Sides<Vec<usize>>,
}

/// Pairs the entries of two sides, each given by its topics in its own order.
pub fn pair(a: &[Vec<TopicIx>], b: &[Vec<TopicIx>]) -> Vec<Paired> {
    let mut pairing = Pairing::new(Sides { a, b });
    pairing.by_first_topics();
    pairing.by_any_topic(true);
    pairing.by_any_topic(false);
    pairing.join();
    pairing.spare();
    pairing.rows()
}

/// What makes entries stand in one row, and orders the rows: who names it, whether its partners stand in other rows,
/// the topic, and the side where those partners are not.
type RowKey = (Who, bool, TopicIx, Option<Side>);

/// The seats while they are being given: per side and entry the topic of its row.
struct Pairing<'t> {
    topics: Sides<&'t [Vec<TopicIx>]>,
    seats: Sides<Vec<Option<TopicIx>>>,
    shared: BTreeSet<TopicIx>,
    rows: BTreeSet<TopicIx>,
}

impl<'t> Pairing<'t> {
    fn new(topics: Sides<&'t [Vec<TopicIx>]>) -> Self {
        let all = |side| -> BTreeSet<TopicIx> { topics.of(side).iter().flatten().copied().collect() };
        let shared = all(Side::A).intersection(&all(Side::B)).copied().collect();
        let seats = Sides::each(|side| vec![None; topics.of(side).len()]);
        Pairing { topics, seats, shared, rows: BTreeSet::new() }
    }

    /// The entries of a side without a seat that fit.
    fn free(&self, side: Side, fits: impl Fn(&[TopicIx]) -> bool) -> Vec<usize> {
        let seats = self.seats.of(side).iter();
        let all = self.topics.of(side).iter().zip(seats).enumerate();
        all.filter(|(_, (topics, seat))| seat.is_none() && fits(topics)).map(|(i, _)| i).collect()
    }

    fn seat(&mut self, side: Side, entry: usize, topic: TopicIx) {
        if let Some(seat) = self.seats.of_mut(side).get_mut(entry) {
            *seat = Some(topic);
        }
    }

    /// Opens a row for a topic with these entries, where both sides have some.
    fn open(&mut self, topic: TopicIx, entries: Sides<Vec<usize>>) {
        if entries.a.is_empty() || entries.b.is_empty() {
            return;
        }
        self.rows.insert(topic);
        for side in Side::BOTH {
            for &entry in entries.of(side) {
                self.seat(side, entry, topic);
            }
        }
    }

    fn by_first_topics(&mut self) {
        for topic in self.shared.clone() {
            let entries = Sides::each(|side| self.free(side, |topics| topics.first() == Some(&topic)));
            self.open(topic, entries);
        }
    }

    fn by_any_topic(&mut self, first_for_one: bool) {
        for topic in self.shared.clone() {
            if self.rows.contains(&topic) {
                continue;
            }
            let entries = Sides::each(|side| self.free(side, |topics| topics.contains(&topic)));
            let first = Side::BOTH.iter().any(|side| {
                let topics = self.topics.of(*side);
                entries.of(*side).iter().any(|&i| topics.get(i).and_then(|t| t.first()) == Some(&topic))
            });
            if first || !first_for_one {
                self.open(topic, entries);
            }
        }
    }

    fn join(&mut self) {
        for side in Side::BOTH {
            for entry in self.free(side, |_| true) {
                let topics = self.topics.of(side).get(entry).map(Vec::as_slice).unwrap_or_default();
                if let Some(topic) = topics.iter().find(|t| self.rows.contains(t)).copied() {
                    self.seat(side, entry, topic);
                }
            }
        }
    }

    /// Gives those who are left an entry of the other side out of a row that keeps another one of that side.
    fn spare(&mut self) {
        for topic in self.shared.clone() {
            for side in Side::BOTH {
                let left = self.free(side, |topics| topics.contains(&topic));
                if left.is_empty() {
                    continue;
                }
                if let Some(spared) = self.spared(side.other(), topic) {
                    let both = match side {
                        Side::A => Sides { a: left, b: vec![spared] },
                        Side::B => Sides { a: vec![spared], b: left },
                    };
                    self.open(topic, both);
                }
            }
        }
    }

    /// An entry of a side that carries the topic and can leave its row: the one that it matters most to.
    fn spared(&self, side: Side, topic: TopicIx) -> Option<usize> {
        let seats = self.seats.of(side);
        let company = |seat: &Option<TopicIx>| seats.iter().filter(|s| *s == seat).count();
        let holders = self.topics.of(side).iter().zip(seats).enumerate().filter_map(|(i, (topics, seat))| {
            let rank = topics.iter().position(|t| *t == topic)?;
            (seat.is_some() && company(seat) > 1).then_some((rank, i))
        });
        holders.min().map(|(_, i)| i)
    }

    fn rows(self) -> Vec<Paired> {
        let mut rows: BTreeMap<RowKey, Sides<Vec<usize>>> = BTreeMap::new();
        for side in Side::BOTH {
            for (i, (topics, seat)) in self.topics.of(side).iter().zip(self.seats.of(side)).enumerate() {
                let shared = topics.iter().find(|t| self.shared.contains(t));
                let key = match (seat, shared, topics.first()) {
                    (Some(topic), _, _) => (Who::Both, false, *topic, None),
                    (None, Some(topic), _) => (Who::Both, true, *topic, Some(side)),
                    (None, None, Some(topic)) => (Who::only(side), false, *topic, None),
                    (None, None, None) => continue,
                };
                rows.entry(key).or_default().of_mut(side).push(i);
            }
        }
        rows.into_iter().map(|((who, _, topic, _), entries)| Paired { topic, who, entries }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn topics(entries: &[&[usize]]) -> Vec<Vec<TopicIx>> {
        entries.iter().map(|e| e.iter().map(|t| TopicIx::new(*t)).collect()).collect()
    }

    /// Rows as `topic who a/b`.
    fn said(a: &[&[usize]], b: &[&[usize]]) -> Vec<String> {
        let rows = pair(&topics(a), &topics(b));
        let row = |r: &Paired| format!("{} {:?} {:?}/{:?}", r.topic.place(), r.who, r.entries.a, r.entries.b);
        rows.iter().map(row).collect()
    }

    #[test]
    fn entries_with_the_same_first_topic_stand_in_one_row() {
        assert_eq!(said(&[&[1], &[2], &[1]], &[&[2], &[1]]), ["1 Both [0, 2]/[1]", "2 Both [1]/[0]"]);
    }

    #[test]
    fn any_shared_topic_pairs_where_the_first_ones_do_not() {
        assert_eq!(said(&[&[1, 7]], &[&[7]]), ["7 Both [0]/[0]"]);
        assert_eq!(said(&[&[1, 7]], &[&[2, 7]]), ["7 Both [0]/[0]"]);
    }

    #[test]
    fn a_first_topic_pairs_before_one_that_comes_later() {
        // Entry 0 of A shares topic 1 with the second of B only in passing, and topic 5 with the first as its own.
        assert_eq!(said(&[&[5, 1]], &[&[5], &[2, 1]]), ["5 Both [0]/[0]", "1 Both []/[1]"]);
    }

    #[test]
    fn who_is_left_joins_a_row_whose_topic_it_carries() {
        assert_eq!(said(&[&[1], &[4, 1]], &[&[1]]), ["1 Both [0, 1]/[0]"]);
    }

    #[test]
    fn a_row_that_can_spare_an_entry_gives_it_to_one_that_would_stand_alone() {
        assert_eq!(said(&[&[1], &[6]], &[&[1], &[1, 6]]), ["1 Both [0]/[0]", "6 Both [1]/[1]"]);
    }

    #[test]
    fn what_one_side_names_alone_is_told_by_its_first_topic() {
        assert_eq!(said(&[&[3, 4], &[3]], &[&[9]]), ["3 OnlyA [0, 1]/[]", "9 OnlyB []/[0]"]);
        assert_eq!(said(&[], &[&[9]]), ["9 OnlyB []/[0]"]);
    }

    fn side() -> impl Strategy<Value = Vec<Vec<TopicIx>>> {
        let entry = prop::collection::vec((0..9usize).prop_map(TopicIx::new), 1..4);
        prop::collection::vec(entry, 0..9)
    }

    fn check_row(row: &Paired, given: Sides<&Vec<Vec<TopicIx>>>) {
        for side in Side::BOTH {
            for &i in row.entries.of(side) {
                let mine = &given.of(side)[i];
                assert!(mine.contains(&row.topic), "a row holds only entries that carry its topic");
                let theirs = given.of(side.other());
                let shares = theirs.iter().any(|t| t.iter().any(|t| mine.contains(t)));
                let named = theirs.iter().any(|t| t.contains(&row.topic));
                match row.who {
                    Who::Both => assert!(named, "both name the topic of a shared row"),
                    _ => assert!(!shares, "a row of one side claims no more than it knows"),
                }
            }
        }
    }

    proptest! {
        #[test]
        fn every_entry_stands_in_one_row_and_no_row_says_too_much(a in side(), b in side()) {
            let rows = pair(&a, &b);
            for (side, given) in [(Side::A, &a), (Side::B, &b)] {
                let mut seen: Vec<usize> = rows.iter().flat_map(|r| r.entries.of(side).clone()).collect();
                seen.sort_unstable();
                prop_assert_eq!(seen, (0..given.len()).collect::<Vec<_>>());
            }
            for row in &rows {
                check_row(row, Sides { a: &a, b: &b });
            }
        }

        #[test]
        fn swapping_the_sides_mirrors_the_rows(a in side(), b in side()) {
            let key = |r: &Paired| (r.topic, r.who, r.entries.clone());
            let mirrored = |r: &Paired| {
                let who = match r.who { Who::Both => Who::Both, Who::OnlyA => Who::OnlyB, Who::OnlyB => Who::OnlyA };
                (r.topic, who, Sides { a: r.entries.b.clone(), b: r.entries.a.clone() })
            };
            let there: Vec<_> = pair(&a, &b).iter().map(key).collect();
            let back: Vec<_> = pair(&b, &a).iter().map(mirrored).collect();
            for row in &back {
                prop_assert!(there.contains(row), "{:?} is not in {:?}", row, there);
            }
            prop_assert_eq!(there.len(), back.len());
        }
    }
}
