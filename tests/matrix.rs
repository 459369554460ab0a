//! The filter of the matrix: by heart on a tiny dataset, against brute force over all placings, and as truths of the
//! bundled dataset.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use impactkaart::dataset::{Axis, Column, Dataset, RegionKind, RowIx, Value, embedded};
use impactkaart::query::matrix::{Filter, Match, Own, Sort, Strength, Want, answer};
use proptest::prelude::*;
use serde_json::Value as Json;

mod matrix_tiny;
use matrix_tiny::{DOELGROEPEN, SECTORS, focus, tiny};

fn filter(dataset: &Dataset<'_>, wanted: &[&str], excluded: &[&str], matching: Match) -> Filter {
    let mut filter = with(Filter::default(), |f| {
        f.matching = matching;
    });
    let find = |id: &str| Axis::ALL.into_iter().find_map(|axis| dataset.column(axis, id)).unwrap();
    wanted.iter().for_each(|id| filter.set(find(id), Want::Wanted));
    excluded.iter().for_each(|id| filter.set(find(id), Want::Excluded));
    filter
}

fn with(mut filter: Filter, change: impl FnOnce(&mut Filter)) -> Filter {
    change(&mut filter);
    filter
}

/// Whether the one row fits: certain, evidenced, possible.
fn fits(dataset: &Dataset<'_>, filter: &Filter) -> [bool; 3] {
    let counts = answer(dataset, &Own::default(), filter, Sort::Kind).counts;
    [counts.certain == 1, counts.evidenced == 1, counts.possible == 1]
}

#[test]
fn a_row_with_one_v_less_than_columns_certainly_has_one_of_two() {
    let files = tiny(&focus(Some(3), Some(3), &[(Some(0), "named"), (Some(1), "named"), (Some(2), "named")]), &[]);
    let dataset = files.decode().unwrap();
    let any = filter(&dataset, &["msz", "ggz"], &[], Match::Any);
    assert_eq!(fits(&dataset, &any), [true, false, true], "every placing of 3 of 4 hits one of two; no evidence does");
    let all = filter(&dataset, &["msz", "ggz"], &[], Match::All);
    assert_eq!(fits(&dataset, &all), [false, false, true]);
}

#[test]
fn a_row_with_one_v_cannot_possibly_have_two_whatever_the_evidence_says() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[(vec!["msz", "ggz"], vec![])]);
    let dataset = files.decode().unwrap();
    let both = filter(&dataset, &["msz", "ggz"], &[], Match::All);
    assert_eq!(fits(&dataset, &both), [false, true, false], "evidence goes cell by cell and is no V");
    let but = filter(&dataset, &["msz"], &["ggz", "efz", "elv"], Match::All);
    assert_eq!(fits(&dataset, &but), [false, false, true]);
}

#[test]
fn the_table_of_the_contract_holds_cell_by_cell() {
    let boxes = [(Some(0), "named"), (Some(1), "order")];
    let files = tiny(&focus(Some(2), Some(2), &boxes), &[(vec!["ggz"], vec![])]);
    let dataset = files.decode().unwrap();
    for (column, wanted, excluded) in [
        ("psychisch", [true, true, true], [false, false, false]),
        ("ggz", [false, true, true], [false, false, true]),
        ("msz", [false, false, true], [false, true, true]),
    ] {
        assert_eq!(fits(&dataset, &filter(&dataset, &[column], &[], Match::All)), wanted, "{column} wanted");
        assert_eq!(fits(&dataset, &filter(&dataset, &[], &[column], Match::All)), excluded, "{column} excluded");
    }
    let files = tiny(&focus(Some(0), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let no = filter(&dataset, &["kanker"], &[], Match::Any);
    assert_eq!(fits(&dataset, &no), [false, false, false], "an empty row has no V");
    assert_eq!(fits(&dataset, &filter(&dataset, &[], &["kanker"], Match::Any)), [true, true, true]);
}

#[test]
fn nothing_wanted_is_true_however_columns_join() {
    let files = tiny(&focus(None, Some(1), &[(None, "unclear")]), &[]);
    let dataset = files.decode().unwrap();
    for matching in [Match::All, Match::Any] {
        assert_eq!(fits(&dataset, &filter(&dataset, &[], &[], matching)), [true, true, true]);
    }
}

#[test]
fn a_missing_row_reaches_a_least_number_of_vs_only_possibly() {
    let files = tiny(&focus(None, Some(1), &[(None, "unclear")]), &[(vec!["ggz"], vec![])]);
    let dataset = files.decode().unwrap();
    let least = |n| {
        with(Filter::default(), |f| {
            f.least = [n, 0];
        })
    };
    assert_eq!(fits(&dataset, &least(0)), [true, true, true]);
    assert_eq!(fits(&dataset, &least(1)), [false, false, true]);
    assert_eq!(fits(&dataset, &least(4)), [false, false, true]);
    assert_eq!(fits(&dataset, &least(5)), [false, false, false]);
}

#[test]
fn own_marks_count_only_once_they_are_switched_on_and_then_the_rest_follows() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let msz = dataset.column(Axis::Sectors, "msz").unwrap();
    let own: Own = [((RowIx::new(0), msz), true)].into_iter().collect();
    let mut asked = filter(&dataset, &["msz"], &["ggz"], Match::All);
    let counts = |asked: &Filter| answer(&dataset, &own, asked, Sort::Kind).counts;
    assert_eq!(counts(&asked).certain, 0, "only shown");
    asked.own = true;
    assert_eq!(counts(&asked).certain, 1, "its only V stands under msz, so ggz has none");
}

#[test]
fn own_marks_that_disagree_with_the_number_of_vs_still_hold() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let of = |id| (RowIx::new(0), dataset.column(Axis::Sectors, id).unwrap());
    let own: Own = [(of("msz"), true), (of("ggz"), true)].into_iter().collect();
    let asked = with(filter(&dataset, &["msz", "ggz"], &[], Match::All), |f| {
        f.own = true;
    });
    let counts = answer(&dataset, &own, &asked, Sort::Kind).counts;
    assert_eq!((counts.certain, counts.possible), (1, 1));
}

/// The worlds of an axis by brute force: every set of columns that are yes.
fn worlds(dataset: &Dataset<'_>, axis: Axis, own: Option<&Own>) -> Vec<u32> {
    let shown = dataset[RowIx::new(0)].axis(axis);
    let length = shown.cells.len();
    let value = |i: usize| match own.and_then(|own| own.get(RowIx::new(0), Column::new(axis, i))) {
        Some(yes) => {
            if yes {
                Value::Yes
            } else {
                Value::No
            }
        }
        None => shown.cells[i].value,
    };
    let free = shown.marks.is_none() || shown.boxes.is_some_and(|boxes| boxes > shown.marks.unwrap());
    let fits = |world: u32| {
        (0..length).all(|i| match value(i) {
            Value::Yes => world >> i & 1 == 1,
            Value::No => world >> i & 1 == 0,
            Value::Unknown => true,
        }) && (free || world.count_ones() == u32::from(shown.marks.unwrap()))
    };
    (0..1u32 << length).filter(|world| fits(*world)).collect()
}

/// Certain and possible by trying every placing.
fn brute_force(dataset: &Dataset<'_>, filter: &Filter, own: Option<&Own>) -> (bool, bool) {
    let columns = |want| filter.columns(want);
    let holds = |sectors: u32, doelgroepen: u32| {
        let yes = |c: &Column| (if c.axis == Axis::Sectors { sectors } else { doelgroepen }) >> c.place & 1 == 1;
        let wanted = columns(Want::Wanted);
        let joined = match filter.matching {
            Match::All => wanted.iter().all(yes),
            Match::Any => wanted.is_empty() || wanted.iter().any(yes),
        };
        let enough =
            Axis::ALL.into_iter().zip([sectors, doelgroepen]).zip(filter.least).all(|((axis, world), least)| {
                // The source counts the V's of a row; only of a missing row the world itself does.
                u32::from(least) <= dataset[RowIx::new(0)].axis(axis).marks.map_or(world.count_ones(), u32::from)
            });
        enough && joined && !columns(Want::Excluded).iter().any(yes)
    };
    let (mut certain, mut possible) = (true, false);
    for sectors in worlds(dataset, Axis::Sectors, own) {
        for doelgroepen in worlds(dataset, Axis::Doelgroepen, own) {
            let holds = holds(sectors, doelgroepen);
            certain &= holds;
            possible |= holds;
        }
    }
    (certain, possible)
}

fn any_focus() -> impl Strategy<Value = Json> {
    let marks = |n: u8| prop_oneof![1 => Just(None), 6 => (0..=n).prop_map(Some)];
    let one_box =
        (0usize..3, prop_oneof![4 => Just("named"), 2 => Just("clear"), 1 => Just("order"), 1 => Just("unclear")])
            .prop_map(|(d, basis)| ((basis != "unclear").then_some(d), basis));
    (marks(4), marks(3), prop::collection::vec(one_box, 0..4), any::<bool>()).prop_map(
        |(sectors, doelgroepen, boxes, agree)| {
            // Half of the rows have as many boxes as V's, so that boxes decide.
            let doelgroepen = if agree { Some(boxes.len() as u8) } else { doelgroepen };
            focus(sectors, doelgroepen, &boxes)
        },
    )
}

fn any_lines() -> impl Strategy<Value = Vec<(Vec<&'static str>, Vec<&'static str>)>> {
    let line =
        (prop::sample::subsequence(SECTORS.to_vec(), 0..=2), prop::sample::subsequence(DOELGROEPEN.to_vec(), 0..=1));
    prop::collection::vec(line, 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn certain_and_possible_are_what_all_placings_say(
        focus in any_focus(),
        lines in any_lines(),
        wants in prop::collection::vec(0u8..4, 7),
        any_of in any::<bool>(),
        least in prop_oneof![3 => Just([0, 0]), 1 => (0u8..=4, 0u8..=3).prop_map(|(a, b)| [a, b])],
        marks in prop::collection::vec((0usize..7, any::<bool>()), 0..3),
    ) {
        let files = tiny(&focus, &lines);
        let dataset = files.decode().unwrap();
        let columns = impactkaart::query::matrix::columns(&dataset);
        let matching = if any_of { Match::Any } else { Match::All };
        let mut filter = with(Filter::default(), |f| { f.matching = matching; });
        for (column, want) in columns.iter().zip(&wants) {
            filter.set(*column, [Want::Free, Want::Free, Want::Wanted, Want::Excluded][usize::from(*want)]);
        }
        let counts = answer(&dataset, &Own::default(), &filter, Sort::Kind).counts;
        let bare = (counts.certain == 1, counts.possible == 1);
        prop_assert_eq!(bare, brute_force(&dataset, &filter, None));
        filter.least = least;
        let counts = answer(&dataset, &Own::default(), &filter, Sort::Kind).counts;
        prop_assert_eq!((counts.certain == 1, counts.possible == 1), brute_force(&dataset, &filter, None));
        filter.least = [0, 0];
        let counts = answer(&dataset, &Own::default(), &filter, Sort::Kind).counts;

        // Cell by cell, as the table of the contract says.
        let row = &dataset[RowIx::new(0)];
        let likely = |c: &Column| {
            let cell = row.cell(*c).unwrap();
            cell.value == Value::Yes || cell.value == Value::Unknown && !cell.evidence.is_empty()
        };
        let wanted = filter.columns(Want::Wanted);
        let joined = if any_of { wanted.is_empty() || wanted.iter().any(likely) } else { wanted.iter().all(likely) };
        let avoided = !filter.columns(Want::Excluded).iter().any(likely);
        prop_assert_eq!(counts.evidenced == 1, joined && avoided);

        // And with own marks that leave at least one world.
        let own: Own = marks.iter().map(|(c, yes)| ((RowIx::new(0), columns[*c]), *yes)).collect();
        let sound = Axis::ALL.into_iter().all(|axis| !worlds(&dataset, axis, Some(&own)).is_empty());
        if sound {
            filter.own = true;
            let counts = answer(&dataset, &own, &filter, Sort::Kind).counts;
            prop_assert_eq!((counts.certain == 1, counts.possible == 1), brute_force(&dataset, &filter, Some(&own)));
        }
    }
}

fn row_of(dataset: &Dataset<'_>, region: &str) -> RowIx {
    dataset.rows().find(|(_, row)| *dataset[row.region].id == *region).unwrap().0
}

#[test]
fn amsterdam_with_eleven_of_twelve_certainly_has_msz_or_ggz() {
    let dataset = embedded().unwrap();
    let asked = with(filter(&dataset, &["msz", "ggz"], &[], Match::Any), |f| {
        f.strength = Strength::Certain;
    });
    let rows = answer(&dataset, &Own::default(), &asked, Sort::Kind).rows;
    assert!(rows.contains(&row_of(&dataset, "amsterdam")));
    assert!(rows.contains(&row_of(&dataset, "gooi")));
    assert!(!rows.contains(&row_of(&dataset, "twente")), "8 of 12 leave room beside two columns");
}

#[test]
fn a_row_of_four_cannot_possibly_have_five() {
    let dataset = embedded().unwrap();
    let five = ["msz", "ggz", "efz", "mdz", "elv"];
    let asked = with(filter(&dataset, &five, &[], Match::All), |f| {
        f.strength = Strength::Possible;
    });
    let rows = answer(&dataset, &Own::default(), &asked, Sort::Kind).rows;
    assert!(!rows.contains(&row_of(&dataset, "zeeland")));
    assert!(rows.contains(&row_of(&dataset, "flevoland")));
    assert!(rows.contains(&row_of(&dataset, "noordoost-brabant")), "its row is missing");
}

#[test]
fn the_bundled_rows_are_counted_and_sorted() {
    let dataset = embedded().unwrap();
    let all = answer(&dataset, &Own::default(), &Filter::default(), Sort::Marks(Axis::Sectors));
    assert_eq!(all.rows.len(), 46);
    assert_eq!((all.counts.certain, all.counts.evidenced, all.counts.possible), (46, 46, 46));
    let marks: Vec<Option<u8>> = all.rows.iter().map(|r| dataset[*r].axis(Axis::Sectors).marks).collect();
    assert_eq!(marks.first(), Some(&Some(12)));
    assert_eq!(marks.last(), Some(&None), "the missing row comes last");
    assert!(marks.is_sorted_by_key(|m| (m.is_none(), std::cmp::Reverse(*m))));
    assert!(all.totals[0].iter().all(|c| c.certain <= c.evidenced && c.evidenced <= c.possible));
    let roaz = with(Filter::default(), |f| {
        f.kind = Some(RegionKind::Roaz);
    });
    assert_eq!(answer(&dataset, &Own::default(), &roaz, Sort::Name).rows.len(), 15);
    let full = with(Filter::default(), |f| {
        f.least = [12, 0];
    });
    let counts = answer(&dataset, &Own::default(), &full, Sort::Kind).counts;
    assert_eq!(counts.possible, counts.certain + 1, "Noordoost-Brabant's sectors are missing from the source");
}
