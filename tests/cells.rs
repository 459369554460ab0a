//! Cells of three values with their ground and evidence, on the tiny dataset.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::{region, tiny_files};
use impactkaart::dataset::{Axis, Cell, Dataset, Ground, Value};

fn cell<'d>(dataset: &'d Dataset<'_>, id: &str, axis: Axis, column: &str) -> &'d Cell {
    let (_, row) = dataset.rows_of(region(dataset, id)).next().unwrap();
    row.cell(dataset.column(axis, column).unwrap()).unwrap()
}

fn evidence<'d>(dataset: &'d Dataset<'_>, cell: &Cell) -> Vec<&'d str> {
    cell.evidence.iter().map(|e| dataset[*e].id.as_str()).collect()
}

#[test]
fn a_full_row_is_yes_everywhere() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (column, _) in dataset.columns(Axis::Sectors) {
        let (_, row) = dataset.rows_of(region(&dataset, "bee")).next().unwrap();
        let cell = row.cell(column).unwrap();
        assert_eq!((cell.value, cell.ground), (Value::Yes, Ground::RowFull));
    }
}

#[test]
fn a_row_that_lost_its_columns_is_unknown_with_the_evidence_of_what_it_covers() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let district = cell(&dataset, "aa", Axis::Sectors, "wijkverpleging");
    assert_eq!((district.value, district.ground), (Value::Unknown, Ground::ColumnLost));
    assert_eq!(evidence(&dataset, district), ["aa.noord.preventie.1", "aa.focus.kwetsbare-ouderen.1"]);
    let social = cell(&dataset, "aa", Axis::Sectors, "sociaal-domein");
    assert_eq!(evidence(&dataset, social), ["aa.preventie.1"], "an entry of the whole region counts");
    let mental = cell(&dataset, "aa", Axis::Sectors, "ggz");
    assert_eq!(evidence(&dataset, mental), Vec::<&str>::new(), "zuid is not covered, and developments are no evidence");
}

#[test]
fn a_named_box_is_yes_and_the_rest_of_an_accounted_row_is_no() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let older = cell(&dataset, "aa", Axis::Doelgroepen, "kwetsbare-ouderen");
    assert_eq!((older.value, older.ground), (Value::Yes, Ground::Box));
    let cancer = cell(&dataset, "aa", Axis::Doelgroepen, "kanker");
    assert_eq!((cancer.value, cancer.ground), (Value::No, Ground::Remainder));
}

#[test]
fn a_box_that_cannot_be_assigned_leaves_the_rest_of_its_row_unknown() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mental = cell(&dataset, "bee", Axis::Doelgroepen, "psychisch");
    assert_eq!((mental.value, mental.ground), (Value::Yes, Ground::Box));
    for column in ["kanker", "kwetsbare-ouderen"] {
        let cell = cell(&dataset, "bee", Axis::Doelgroepen, column);
        assert_eq!((cell.value, cell.ground), (Value::Unknown, Ground::BoxUnsure), "{column}");
    }
}

#[test]
fn a_missing_row_is_unknown_and_an_empty_one_is_no() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let missing = cell(&dataset, "roaz-bee", Axis::Sectors, "msz");
    assert_eq!((missing.value, missing.ground), (Value::Unknown, Ground::RowMissing));
    let empty = cell(&dataset, "roaz-bee", Axis::Doelgroepen, "kanker");
    assert_eq!((empty.value, empty.ground), (Value::No, Ground::RowEmpty));
}

/// The tiny dataset with one text replaced by another in the file of a region.
fn changed(region: &str, from: &str, to: &str) -> impactkaart::dataset::Files {
    let names = ["vocabulary.json", "sources.json", "regions/aa.json", "regions/bee.json", "regions/roaz-bee.json"];
    impactkaart::dataset::Files::of(names.map(|name| {
        let text = std::fs::read_to_string(common::tiny_folder().join(name)).unwrap();
        let text = if name == format!("regions/{region}.json") {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        } else {
            text
        };
        (name.to_string(), text.into_bytes())
    }))
}

#[test]
fn a_known_layout_decides_every_cell() {
    let files = changed("aa", "\"marks\": 2, \"columns\": null", "\"marks\": 2, \"columns\": [\"ggz\", \"msz\"]");
    let dataset = files.decode().unwrap();
    for (column, value) in [("msz", Value::Yes), ("ggz", Value::Yes), ("wijkverpleging", Value::No)] {
        let cell = cell(&dataset, "aa", Axis::Sectors, column);
        assert_eq!((cell.value, cell.ground), (value, Ground::Layout), "{column}");
    }
}

#[test]
fn more_boxes_than_marks_decide_nothing() {
    let files = changed("aa", "\"marks\": 1, \"boxes\": 1", "\"marks\": 1, \"boxes\": 2");
    let dataset = files.decode().unwrap();
    let older = cell(&dataset, "aa", Axis::Doelgroepen, "kwetsbare-ouderen");
    assert_eq!((older.value, older.ground), (Value::Unknown, Ground::ColumnLost));
    assert_eq!(evidence(&dataset, older), ["aa.noord.preventie.1", "aa.focus.kwetsbare-ouderen.1"]);
}

#[test]
fn a_box_assigned_by_its_place_leaves_its_cell_unknown() {
    let files = changed("aa", "\"basis\": \"named\"", "\"basis\": \"order\"");
    let dataset = files.decode().unwrap();
    for column in ["kwetsbare-ouderen", "kanker"] {
        let cell = cell(&dataset, "aa", Axis::Doelgroepen, column);
        assert_eq!((cell.value, cell.ground), (Value::Unknown, Ground::BoxUnsure), "{column}");
    }
}
