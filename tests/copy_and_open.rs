//! Journeys through copy in the matrix and the comparison, and both opened from the command line: keys as a person
//! presses them, and what is then copied or shown.

#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use impactkaart::dataset::{Axis, Column, Dataset, RegionKind, embedded};
use impactkaart::query::compare::{Only, Section};
use impactkaart::query::find::find;
use impactkaart::query::matrix::{Filter, Sort, Want};
use impactkaart::query::question::{Pair, Question};
use impactkaart::texts::Lang;
use impactkaart::tui::action::ViewId;
use impactkaart::tui::copy::{Copies, Form, copied};
use impactkaart::tui::places;
use impactkaart::tui::state::State;

#[path = "common/screen.rs"]
mod screen;
use screen::{press, start, text};

/// The matrix with the cursor on the first cell that has this many pieces of evidence or more.
fn on_evidence<'a>(dataset: &'a Dataset<'a>, least: usize) -> State<'a> {
    let mut state = start(dataset, 100, 40, None);
    press(&mut state, "2");
    let found = dataset.rows().find_map(|(ix, row)| {
        let fits = |c: &Column| row.cell(*c).is_some_and(|cell| cell.evidence.len() >= least);
        state.matrix.columns.iter().copied().find(fits).map(|column| (ix, column))
    });
    let (row, column) = found.unwrap();
    let context = state.context;
    state.matrix.go_to(&context, row, column);
    state
}

fn comparison<'a>(dataset: &'a Dataset<'a>, section: Section) -> State<'a> {
    opened(dataset, pair(dataset, section, Only::All))
}

fn pair(dataset: &Dataset<'_>, section: Section, only: Only) -> Pair {
    let place = |name| find(dataset, name).unwrap();
    Pair { a: place("zeeland"), b: place("twente"), section: Some(section), only, two_columns: None }
}

fn opened<'a>(dataset: &'a Dataset<'a>, pair: Pair) -> State<'a> {
    let mut state = start(dataset, 100, 40, None);
    places::open(&mut state, &Question::Compare(pair));
    state
}

fn csv(copies: &Copies) -> Vec<csv::StringRecord> {
    let text = copies.form(Form::Csv, Lang::Nl);
    csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn a_cell_is_copied_with_its_ground_in_a_sentence_and_its_evidence_with_pages() {
    let dataset = embedded().unwrap();
    let mut state = on_evidence(&dataset, 2);
    let (row, column) = (state.matrix.row().unwrap(), state.matrix.under().unwrap());
    let evidence = &dataset[row].cell(column).unwrap().evidence;
    let copies = copied(&state).unwrap();
    assert!(copies.heading.contains(dataset[column].name.as_str()), "{}", copies.heading);
    assert!(copies.pieces[0].text.contains("Grond: "), "{:?}", copies.pieces[0]);
    assert_eq!(copies.pieces.len(), evidence.len() + 1);
    assert!(copies.pieces.iter().all(|piece| piece.reference().contains(", p. ")), "{copies:?}");
    assert_eq!(csv(&copies).len(), copies.pieces.len(), "a row for each piece");
    press(&mut state, "y");
    assert_eq!(state.copied.as_ref().unwrap().0, copies.form(Form::Text, Lang::Nl));
}

#[test]
fn on_the_pane_of_evidence_only_the_selected_piece_is_copied() {
    let dataset = embedded().unwrap();
    let mut state = on_evidence(&dataset, 2);
    press(&mut state, "<tab> j");
    let cell = dataset[state.matrix.row().unwrap()].cell(state.matrix.under().unwrap()).unwrap();
    let copies = copied(&state).unwrap();
    assert_eq!((copies.heading.as_str(), copies.pieces.len()), ("", 1));
    assert_eq!(copies.pieces[0].text, dataset[cell.evidence[1]].text.to_string());
}

#[test]
fn a_cell_without_evidence_is_copied_as_its_sentence() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 100, 40, Some("zeeland"));
    let (row, column) = dataset
        .rows()
        .flat_map(|(ix, row)| {
            dataset.columns(Axis::Sectors).map(move |(column, _)| (ix, row.cell(column).unwrap(), column))
        })
        .find_map(|(ix, cell, column)| cell.evidence.is_empty().then_some((ix, column)))
        .unwrap();
    press(&mut state, "2");
    let context = state.context;
    state.matrix.go_to(&context, row, column);
    assert_eq!(copied(&state).unwrap().pieces.len(), 1);
}

#[test]
fn a_pair_is_copied_with_both_sides_under_its_topic_each_with_its_reference() {
    let dataset = embedded().unwrap();
    let mut state = comparison(&dataset, Section::Developments);
    while state.compare.row().is_none_or(|row| row.entries.a.is_empty() || row.entries.b.is_empty()) {
        press(&mut state, "j");
    }
    let row = state.compare.row().unwrap();
    let copies = copied(&state).unwrap();
    assert!(!copies.heading.is_empty());
    assert_eq!(copies.pieces.len(), row.entries.a.len() + row.entries.b.len());
    let places: Vec<&str> = copies.pieces.iter().map(|p| p.place.as_str()).collect();
    assert!(places.contains(&"Zeeland") && places.contains(&"Twente"), "{places:?}");
    assert!(copies.pieces.iter().all(|p| p.reference().contains(", p. ")));
    assert!(csv(&copies).iter().all(|record| record[0] == *copies.heading), "each row says what it is about");
}

#[test]
fn a_row_of_one_side_says_so_by_name_since_letters_mean_nothing_elsewhere() {
    let dataset = embedded().unwrap();
    let theme = dataset.themes().next().unwrap().0;
    let mut state = opened(&dataset, pair(&dataset, Section::Theme(theme), Only::Differences));
    let heading = copied(&state).unwrap().heading;
    assert!(heading.starts_with("alleen Zeeland noemt dit hier: ") && heading.contains("Twente"), "{heading}");
    press(&mut state, "G");
    let heading = copied(&state).unwrap().heading;
    assert!(heading.starts_with("alleen Twente noemt dit hier: ") && heading.contains("Zeeland"), "{heading}");
}

#[test]
fn cells_and_figures_of_a_comparison_are_copied_side_by_side() {
    let dataset = embedded().unwrap();
    let mut state = comparison(&dataset, Section::Focus);
    for axis in Axis::ALL {
        let copies = copied(&state).unwrap();
        assert_eq!(copies.pieces.len(), 2);
        assert!(copies.pieces.iter().all(|p| p.reference().contains(", p. ")), "{copies:?}");
        let cells = dataset.columns(axis).len();
        assert!(copies.pieces.iter().all(|p| p.text.lines().count() == cells + 1), "the count, and a line a cell");
        press(&mut state, "j");
    }
    let rows = |a: &str, b: &str| {
        let (a, b) = (find(&dataset, a).unwrap(), find(&dataset, b).unwrap());
        opened(&dataset, Pair { a, b, ..pair(&dataset, Section::Figures, Only::All) })
    };
    let state = rows("zeeland", "twente");
    if let Some(row) = state.compare.row() {
        let copies = copied(&state).unwrap();
        assert_eq!(copies.pieces.len(), row.entries.a.len() + row.entries.b.len());
    }
}

#[test]
fn every_row_of_a_comparison_can_be_copied() {
    let dataset = embedded().unwrap();
    let mut state = comparison(&dataset, Section::Developments);
    for _ in 0..300 {
        assert_eq!(copied(&state).is_some(), state.compare.row().is_some());
        press(&mut state, "j");
    }
    assert_eq!(state.compare.section + 1, state.compare.sections.len());
}

#[test]
fn the_matrix_opens_with_its_filter_and_order_in_force_at_the_column_asked_for() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    let column = dataset.column(Axis::Doelgroepen, "kwetsbare-ouderen").unwrap();
    let mut filter = Filter::default();
    filter.set(column, Want::Wanted);
    places::open(&mut state, &Question::Matrix(filter.clone(), Sort::Name));
    assert_eq!((state.view, &state.matrix.filter, state.matrix.sort), (ViewId::Matrix, &filter, Sort::Name));
    assert_eq!(state.matrix.under(), Some(column));
    assert!(state.matrix.answer.rows.len() < 46);
    let shown = text(&state);
    assert!(shown.contains("gewenst"), "{shown}");
    press(&mut state, "<esc>");
    assert_eq!(state.matrix.answer.rows.len(), 46, "and it is cleared as ever");
}

#[test]
fn a_comparison_opens_with_its_sides_section_rows_and_columns() {
    let dataset = embedded().unwrap();
    let theme = dataset.themes().last().unwrap().0;
    let asked = Pair { two_columns: Some(false), ..pair(&dataset, Section::Theme(theme), Only::Differences) };
    let state = opened(&dataset, asked);
    assert_eq!(state.view, ViewId::Compare);
    assert_eq!((state.compare.a, state.compare.b), (Some(asked.a), Some(asked.b)));
    assert_eq!(state.compare.sections[state.compare.section], Section::Theme(theme));
    assert!(!state.compare.two(&state.context));
    let shown = text(&state);
    assert!(
        shown.contains("alleen verschillen") && shown.contains("A Zeeland") && shown.contains("B Twente"),
        "{shown}"
    );
}

#[test]
fn a_bookmark_in_the_matrix_leads_back_to_its_cell_even_past_a_filter() {
    let dataset = embedded().unwrap();
    let mut state = on_evidence(&dataset, 1);
    let (row, column) = (state.matrix.row().unwrap(), state.matrix.under());
    press(&mut state, "m g 1 2");
    let mut filter = Filter::default();
    filter.kind =
        [RegionKind::Zorgkantoor, RegionKind::Roaz].into_iter().find(|k| *k != dataset[dataset[row].region].kind);
    places::open(&mut state, &Question::Matrix(filter, Sort::Name));
    press(&mut state, "1 M <enter>");
    assert_eq!((state.view, state.matrix.row(), state.matrix.under()), (ViewId::Matrix, Some(row), column));
}

#[test]
fn a_bookmark_in_the_comparison_leads_back_to_both_sides() {
    let dataset = embedded().unwrap();
    let mut state = comparison(&dataset, Section::Focus);
    press(&mut state, "m s 1 M <enter>");
    assert_eq!(state.view, ViewId::Compare);
    assert_eq!((state.compare.a, state.compare.b), (find(&dataset, "zeeland").ok(), find(&dataset, "twente").ok()));
}

#[test]
fn a_region_of_the_tree_is_copied_with_what_there_is_of_it_and_the_pages_that_tell_it() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 100, 40, Some("zeeland"));
    press(&mut state, "<tab>");
    let copies = copied(&state).unwrap();
    let said = copies.form(Form::Text, Lang::Nl);
    assert!(said.starts_with("Zeeland (zorgkantoorregio): 4 ontwikkelingen"), "{said}");
    assert!(said.ends_with("(Zeeland; Bijlage 3: Impactkaart per regio, p. 84, 85, 86)"), "{said}");
    let row = &csv(&copies)[0];
    assert_eq!((&row[1], &row[3]), ("Zeeland", "Bijlage 3: Impactkaart per regio, p. 84, 85, 86"));
}
