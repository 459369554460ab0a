//! The matrix, the comparison and the search at 80x24 and 120x40, on the tiny dataset: snapshots of text and styles.
//! Read them before accepting them.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::tiny_files;
use screen::{press, start, styled, text};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn the_matrix_with_a_filter_in_force() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in SIZES {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "2 l <space> l <space> <space>");
        insta::assert_snapshot!(format!("matrix_{width}x{height}"), styled(&state));
    }
}

#[test]
fn the_matrix_explains_a_cell_with_its_evidence() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "2 l l <tab>");
    insta::assert_snapshot!("matrix_evidence_120x40", styled(&state));
    press(&mut state, "<enter>");
    assert!(
        text(&state).contains("▸ Valpartijen bij ouderen voorkomen."),
        "Enter opens the evidence: {}",
        text(&state)
    );
    press(&mut state, "<bs>");
    assert!(text(&state).contains("Wijkverpleging"), "and back comes back to the cell: {}", text(&state));
}

#[test]
fn the_comparison_of_two_regions() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in SIZES {
        let mut state = start(&dataset, width, height, Some("aa"));
        press(&mut state, "a f b e e <enter> b c");
        insta::assert_snapshot!(format!("compare_{width}x{height}"), styled(&state));
        press(&mut state, "n");
        insta::assert_snapshot!(format!("compare_theme_{width}x{height}"), styled(&state));
    }
}

#[test]
fn the_comparison_in_meeting_mode() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, Some("aa"));
    press(&mut state, "a f b e e <enter> b c z <pgdn>");
    insta::assert_snapshot!("compare_meeting_80x24", styled(&state));
}

#[test]
fn the_search_with_its_hits() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in SIZES {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "/ v a l");
        insta::assert_snapshot!(format!("search_{width}x{height}"), styled(&state));
    }
}

#[test]
fn the_menu_of_forms_to_copy_in() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, Some("aa"));
    press(&mut state, "Y");
    insta::assert_snapshot!("copy_menu_80x24", styled(&state));
}
