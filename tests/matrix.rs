//! The filter of the matrix: by heart on a tiny dataset, against brute force over all placings, and as truths of the
//! bundled dataset.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use impactkaart::dataset::{Axis, Column, Dataset, RegionKind, RowIx, Value, embedded};
use impactkaart::query::matrix::{Filter, Match, Own, Sort, Strength, Want, Why, answer};
use impactkaart::query::worlds::{Known, Misfit, objections, worlds};
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

fn marks(dataset: &Dataset<'_>, axis: Axis, marks: &[(&str, bool)]) -> Own {
    marks.iter().map(|(id, yes)| ((RowIx::new(0), dataset.column(axis, id).unwrap()), *yes)).collect()
}

/// The cells of an axis of the one row with own marks counted, as `V`, `.`, `?`; what follows from marks in brackets.
fn cells(dataset: &Dataset<'_>, axis: Axis, own: &Own) -> String {
    let row = RowIx::new(0);
    let known = &worlds(dataset, row, Some(own))[axis as usize];
    let sign = |(i, cell)| match known.known(cell, i) {
        Known { value: Value::Yes, why: Why::Follows } => "(V)",
        Known { value: Value::No, why: Why::Follows } => "(.)",
        Known { value: Value::Yes, .. } => "V",
        Known { value: Value::No, .. } => ".",
        _ => "?",
    };
    dataset[row].axis(axis).cells.iter().enumerate().map(sign).collect()
}

#[test]
fn what_follows_from_own_marks_is_shown_in_the_cells() {
    let files = tiny(&focus(Some(2), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let cells = |own: &[(&str, bool)]| cells(&dataset, Axis::Sectors, &marks(&dataset, Axis::Sectors, own));
    assert_eq!(cells(&[("msz", true)]), "V???", "one V is left for three cells");
    assert_eq!(cells(&[("msz", true), ("ggz", true)]), "VV(.)(.)", "both V's are found");
    assert_eq!(cells(&[("msz", false), ("ggz", false)]), "..(V)(V)", "both V's have only two cells left");
    assert_eq!(cells(&[("msz", false), ("ggz", true), ("efz", false)]), ".V.(V)");
}

#[test]
fn own_marks_that_do_not_fit_the_number_of_vs_are_told_and_nothing_follows() {
    let files = tiny(&focus(Some(1), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let own = marks(&dataset, Axis::Sectors, &[("msz", true), ("ggz", true)]);
    assert_eq!(cells(&dataset, Axis::Sectors, &own), "VV??", "each stands for itself");
    let told = objections(&dataset, &own).misfits;
    assert_eq!(told, [(RowIx::new(0), Axis::Sectors, Misfit::TooMany(2))]);
    let asked = with(filter(&dataset, &["msz", "ggz"], &[], Match::All), |f| {
        f.own = true;
    });
    let counts = answer(&dataset, &own, &asked, Sort::Kind).counts;
    assert_eq!((counts.certain, counts.possible), (1, 1));
    let all_no = marks(&dataset, Axis::Sectors, &SECTORS.map(|id| (id, false)));
    assert_eq!(objections(&dataset, &all_no).misfits, [(RowIx::new(0), Axis::Sectors, Misfit::TooFew(0))]);
}

#[test]
fn what_the_source_shows_for_certain_outweighs_an_own_mark_and_is_told() {
    let files = tiny(&focus(Some(4), Some(0), &[]), &[]);
    let dataset = files.decode().unwrap();
    let full = marks(&dataset, Axis::Sectors, &[("msz", false)]);
    assert_eq!(cells(&dataset, Axis::Sectors, &full), "VVVV", "the row is full");
    let empty = marks(&dataset, Axis::Doelgroepen, &[("kanker", true)]);
    assert_eq!(cells(&dataset, Axis::Doelgroepen, &empty), "...", "the row is empty");
    let both: Own = [(Axis::Sectors, "msz", false), (Axis::Doelgroepen, "kanker", true)]
        .map(|(axis, id, yes)| ((RowIx::new(0), dataset.column(axis, id).unwrap()), yes))
        .into_iter()
        .collect();
    let told = objections(&dataset, &both);
    assert_eq!((told.against.len(), told.misfits.len()), (2, 0));
    let asked = with(filter(&dataset, &["kanker"], &[], Match::All), |f| {
        f.own = true;
    });
    assert_eq!(answer(&dataset, &both, &asked, Sort::Kind).counts.possible, 0);
}

/// The worlds of an axis by brute force: every set of columns that are yes. What the source shows for certain holds,
/// then own marks; the number of V's holds where that leaves a world.
fn all_worlds(dataset: &Dataset<'_>, axis: Axis, own: Option<&Own>) -> Vec<u32> {
    let shown = dataset[RowIx::new(0)].axis(axis);
    let length = shown.cells.len();
    let marked = |i: usize| own.and_then(|own| own.get(RowIx::new(0), Column::new(axis, i)));
    let value = |i: usize| match (shown.cells[i].value, marked(i)) {
        (Value::Unknown, Some(true)) => Value::Yes,
        (Value::Unknown, Some(false)) => Value::No,
        (value, _) => value,
    };
    let free = shown.marks.is_none() || shown.boxes.is_some_and(|boxes| boxes > shown.marks.unwrap());
    let fits = |world: &u32| {
        (0..length).all(|i| match value(i) {
            Value::Yes => world >> i & 1 == 1,
            Value::No => world >> i & 1 == 0,
            Value::Unknown => true,
        })
    };
    let all: Vec<u32> = (0..1u32 << length).filter(fits).collect();
    let counted = |world: &u32| free || world.count_ones() == u32::from(shown.marks.unwrap());
    let few: Vec<u32> = all.iter().copied().filter(counted).collect();
    if few.is_empty() { all } else { few }
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
    for sectors in all_worlds(dataset, Axis::Sectors, own) {
        for doelgroepen in all_worlds(dataset, Axis::Doelgroepen, own) {
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
        marks in prop::collection::vec((0usize..7, any::<bool>()), 0..6),
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

        // And with own marks, whether they fit the row or not.
        let own: Own = marks.iter().map(|(c, yes)| ((RowIx::new(0), columns[*c]), *yes)).collect();
        filter.own = true;
        filter.least = least;
        let counts = answer(&dataset, &own, &filter, Sort::Kind).counts;
        prop_assert_eq!((counts.certain == 1, counts.possible == 1), brute_force(&dataset, &filter, Some(&own)));
        cells_and_totals_are_what_all_placings_say(&dataset, None);
        cells_and_totals_are_what_all_placings_say(&dataset, Some(&own));
    }
}

/// A cell that is the same in every world says so, and no other does; the totals count just these cells.
fn cells_and_totals_are_what_all_placings_say(dataset: &Dataset<'_>, own: Option<&Own>) {
    let row = RowIx::new(0);
    let all = with(Filter::default(), |f| {
        f.own = own.is_some();
    });
    let answer = answer(dataset, own.unwrap_or(&Own::default()), &all, Sort::Kind);
    let known = worlds(dataset, row, own);
    for axis in Axis::ALL {
        let placings = all_worlds(dataset, axis, own);
        for (i, cell) in dataset[row].axis(axis).cells.iter().enumerate() {
            let in_placings = placings.iter().filter(|world| **world >> i & 1 == 1).count();
            let expected = match in_placings {
                0 => Value::No,
                n if n == placings.len() => Value::Yes,
                _ => Value::Unknown,
            };
            let shown = known[axis as usize].known(cell, i);
            assert_eq!(shown.value, expected, "{axis:?} {i} {shown:?}");
            let totals = answer.totals[axis as usize][i];
            let likely = expected == Value::Yes || expected == Value::Unknown && !cell.evidence.is_empty();
            let said = [totals.certain, totals.evidenced, totals.possible].map(|n| n == 1);
            assert_eq!(said, [expected == Value::Yes, likely, expected != Value::No], "{axis:?} {i}");
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
fn the_totals_of_the_bundled_rows_are_what_their_cells_show() {
    let dataset = embedded().unwrap();
    let all = answer(&dataset, &Own::default(), &Filter::default(), Sort::Kind);
    for column in impactkaart::query::matrix::columns(&dataset) {
        let cells = || dataset.rows().filter_map(|(_, row)| row.cell(column));
        let of = |value: Value| cells().filter(|cell| cell.value == value).count();
        let unknown = cells().filter(|cell| cell.value == Value::Unknown && !cell.evidence.is_empty()).count();
        let totals = all.totals[column.axis as usize][usize::from(column.place)];
        let (yes, no) = (of(Value::Yes), of(Value::No));
        assert_eq!((totals.certain, totals.evidenced, totals.possible), (yes, yes + unknown, 46 - no), "{column:?}");
    }
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
