//! Journeys through the export of what is shown: the forms that are offered, the name that is proposed, the file that
//! is then there, and that none is ever written over unasked.

#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use std::fs;
use std::path::Path;

use common::impactkaart;
use impactkaart::dataset::{Axis, Dataset, embedded};
use impactkaart::query::compare::Only;
use impactkaart::query::find::find;
use impactkaart::query::matrix::{Filter, Sort, Want, columns};
use impactkaart::query::question::{Pair, Question};
use impactkaart::query::topics::{Scope, Sort as Order};
use impactkaart::texts::{Lang, Msg};
use impactkaart::tui::action::ViewId;
use impactkaart::tui::export::export;
use impactkaart::tui::places;
use impactkaart::tui::state::{Effect, State};
use impactkaart::tui::views::ranked::Pane;
use screen::{press, size, start, styled, text};

/// A screen at a region, in a folder of its own.
fn in_folder<'a>(dataset: &'a Dataset<'a>, folder: &Path, place: Option<&str>) -> State<'a> {
    let mut state = start(dataset, 80, 24, place);
    state.folder = folder.to_path_buf();
    state
}

/// Presses Enter in the field and does what the loop then does.
fn write(state: &mut State<'_>) {
    press(state, "<enter>");
    for effect in std::mem::take(&mut state.effects) {
        assert_eq!(effect, Effect::Export);
        export(state);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Types a text in the open field.
fn type_in(state: &mut State<'_>, name: &str) {
    press(state, "<c-u>");
    press(state, &name.chars().map(String::from).collect::<Vec<_>>().join(" "));
}

#[test]
fn a_region_is_written_as_markdown_under_the_name_that_is_proposed() {
    let (dataset, folder) = (embedded().unwrap(), tempfile::tempdir().unwrap());
    let mut state = in_folder(&dataset, folder.path(), Some("zeeland"));
    press(&mut state, "E");
    assert!(text(&state).contains("Exporteren als") && text(&state).contains("Webpagina (HTML)"));
    press(&mut state, "<enter>");
    assert!(text(&state).contains("bestand: impactkaart-zeeland.md"), "{}", text(&state));
    assert!(text(&state).contains(&format!("in {}", folder.path().display())), "it says where the file goes");
    write(&mut state);
    assert_eq!(names(folder.path()), ["impactkaart-zeeland.md"]);
    let written = fs::read_to_string(folder.path().join("impactkaart-zeeland.md")).unwrap();
    assert_eq!(written, impactkaart("show zeeland --format md").out);
    let notice = state.notice.clone().unwrap();
    assert!(notice.starts_with("geschreven: impactkaart-zeeland.md (Markdown) in "), "{notice}");
    assert!(state.overlay.is_none() && state.field().is_none(), "one is back where one was");
}

#[test]
fn what_is_exported_is_what_the_command_of_the_same_question_writes() {
    let (dataset, folder) = (embedded().unwrap(), tempfile::tempdir().unwrap());
    let place = |name| find(&dataset, name).unwrap();
    let filter = || {
        let mut filter = Filter::default();
        let ggz = columns(&dataset).into_iter().find(|c| &*dataset[*c].id == "ggz");
        filter.set(ggz.unwrap(), Want::Wanted);
        filter
    };
    let (a, b, only) = (place("zeeland"), place("twente"), Only::Differences);
    let pair = Pair { a, b, section: None, only, two_columns: None };
    let sort = Sort::Marks(Axis::Sectors);
    let topic = dataset.topics().find(|(_, t)| &*t.id == "valpreventie").map(|(ix, _)| ix);
    let kind = Some(dataset[place("zeeland").region].kind);
    let (list, detail) = (Some(Pane::List), Some(Pane::Text));
    let similar = Question::Similar(place("zeeland"), kind);
    for (question, pane, command, name) in [
        (Question::Matrix(filter(), sort), None, "matrix --sector ggz --sort sectors", "matrix-ggz"),
        (Question::Compare(pair), None, "compare zeeland twente --only differences", "zeeland-twente"),
        (
            Question::Search("mantelzorg in:zeeland".into()),
            None,
            "search mantelzorg in:zeeland",
            "zoek-mantelzorg-in-zeeland",
        ),
        (Question::Topics(None, Scope::default(), Order::default()), list, "topics", "onderwerpen"),
        (
            Question::Topics(topic, Scope::default(), Order::default()),
            detail,
            "topics valpreventie",
            "onderwerp-valpreventie",
        ),
        (similar, None, "similar zeeland --limit 100", "soortgelijk-zeeland"),
    ] {
        let mut state = in_folder(&dataset, folder.path(), None);
        places::open(&mut state, &question);
        // Of the topics, the list is shown in one pane and what is said of one topic in the other.
        if pane.is_some_and(|pane| pane != state.topics.pane) {
            press(&mut state, "<tab>");
        }
        press(&mut state, "E <enter>");
        let file = format!("impactkaart-{name}.md");
        assert!(text(&state).contains(&format!("bestand: {file}")), "{command}: {}", text(&state));
        write(&mut state);
        let written = fs::read_to_string(folder.path().join(&file)).unwrap();
        assert_eq!(written, impactkaart(&format!("{command} --format md")).out, "{command}");
    }
}

#[test]
fn one_theme_of_a_region_can_be_written_alone() {
    let (dataset, folder) = (embedded().unwrap(), tempfile::tempdir().unwrap());
    let mut state = in_folder(&dataset, folder.path(), Some("zeeland"));
    press(&mut state, "<tab> n E");
    assert!(text(&state).contains("Markdown; alleen Preventie en voorlichting"), "{}", text(&state));
    press(&mut state, "<down> <down> <down> <down> <down> <down> <enter>");
    assert!(text(&state).contains("bestand: impactkaart-zeeland-preventie.md"), "{}", text(&state));
    write(&mut state);
    let written = fs::read_to_string(folder.path().join("impactkaart-zeeland-preventie.md")).unwrap();
    assert_eq!(written, impactkaart("show zeeland --theme preventie --format md").out);
}

#[test]
fn a_file_that_is_there_is_asked_about_and_only_the_same_name_again_writes_over_it() {
    let (dataset, folder) = (embedded().unwrap(), tempfile::tempdir().unwrap());
    let path = folder.path().join("impactkaart-zeeland.md");
    fs::write(&path, "mine").unwrap();
    let mut state = in_folder(&dataset, folder.path(), Some("zeeland"));
    press(&mut state, "E <enter>");
    write(&mut state);
    assert!(text(&state).contains("is er al") && text(&state).contains("Enter"), "{}", text(&state));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    // Another name is another question.
    press(&mut state, "<bs> d");
    write(&mut state);
    assert!(text(&state).contains("is er al"), "the name was changed and changed back: it asks again");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    write(&mut state);
    assert!(fs::read_to_string(&path).unwrap().starts_with("# Zeeland"));
    assert_eq!(names(folder.path()), ["impactkaart-zeeland.md"]);
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_field_open_and_says_why() {
    let (dataset, folder) = (embedded().unwrap(), tempfile::tempdir().unwrap());
    let mut state = in_folder(&dataset, folder.path(), Some("zeeland"));
    press(&mut state, "E <enter>");
    type_in(&mut state, "no/such/place.md");
    write(&mut state);
    assert!(text(&state).contains("ging niet"), "{}", text(&state));
    type_in(&mut state, "");
    write(&mut state);
    assert!(text(&state).contains("typ een naam voor het bestand"));
    assert_eq!(names(folder.path()), Vec::<String>::new());
    press(&mut state, "<esc>");
    let place = state.regions.place.unwrap().id(&dataset);
    assert!(state.overlay.is_none() && place == "zeeland", "one is back where one was");
}

#[test]
fn only_what_has_a_page_is_offered_as_one_and_where_nothing_is_shown_that_is_said() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    press(&mut state, "4 E");
    assert!(text(&state).contains("Exporteren als") && !text(&state).contains("HTML"), "{}", text(&state));
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "/ <esc>");
    state.view = ViewId::Search;
    press(&mut state, "E");
    assert_eq!(state.notice.as_deref(), Some(Lang::Nl.say(Msg::ExportNothing)));
}

#[test]
fn the_field_keeps_within_a_small_window_and_shows_the_end_of_a_long_name() {
    let (dataset, folder) = (embedded().unwrap(), tempfile::tempdir().unwrap());
    let mut state = in_folder(&dataset, folder.path(), Some("zeeland"));
    press(&mut state, "E <enter>");
    size(&mut state, 40, 12);
    type_in(&mut state, "een-heel-lange-naam-voor-een-bestand-die-niet-past.md");
    assert!(text(&state).contains("niet-past.md"), "{}", text(&state));
    write(&mut state);
    let shown = text(&state).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("geschreven: een-heel"), "{shown}");
}

#[test]
fn the_forms_and_the_field_at_80x24_and_120x40() {
    let dataset = embedded().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = in_folder(&dataset, Path::new("/home/someone"), Some("zeeland"));
        size(&mut state, width, height);
        press(&mut state, "<tab> n E");
        insta::assert_snapshot!(format!("export_forms_{width}x{height}"), styled(&state));
        press(&mut state, "<enter>");
        insta::assert_snapshot!(format!("export_field_{width}x{height}"), styled(&state));
    }
}
