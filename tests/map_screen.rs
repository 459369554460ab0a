//! View 5 as a person uses it: keys in, a screen out.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::tiny_files;
use impactkaart::dataset::{Axis, Dataset, embedded};
use impactkaart::query::matrix::Strength;
use impactkaart::query::question::Question;
use impactkaart::query::shade::{Choice, Value};
use impactkaart::query::{figures, shade};
use impactkaart::tui::action::ViewId;
use impactkaart::tui::copy::{Form, copied};
use impactkaart::tui::draw::draw;
use impactkaart::tui::glyphs::ASCII;
use impactkaart::tui::places;
use impactkaart::tui::state::{Context, State};
use impactkaart::tui::theme::Scheme;
use impactkaart::tui::views::map::{Mode, Pane};
use proptest::prelude::*;
use screen::{context, press, size, start, styled, text};

fn selected(state: &State<'_>) -> String {
    state.context.dataset[state.map.region().unwrap()].id.to_string()
}

fn on_map<'a>(dataset: &'a Dataset<'a>, width: u16, height: u16, asked: &str) -> State<'a> {
    let mut state = start(dataset, width, height, None);
    press(&mut state, "5 f");
    for letter in asked.chars() {
        press(&mut state, &letter.to_string());
    }
    press(&mut state, "<enter>");
    state
}

#[test]
fn the_map_at_80x24_and_120x40_on_the_tiny_dataset() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "5 l");
        insta::assert_snapshot!(format!("map_{width}x{height}"), styled(&state));
        press(&mut state, "f g g z <enter> <tab>");
        insta::assert_snapshot!(format!("map_column_{width}x{height}"), styled(&state));
        press(&mut state, "v");
        insta::assert_snapshot!(format!("figures_{width}x{height}"), styled(&state));
    }
}

#[test]
fn the_map_and_the_figures_in_meeting_mode() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 z");
    insta::assert_snapshot!("map_meeting_80x24", styled(&state));
    press(&mut state, "v");
    insta::assert_snapshot!("figures_meeting_80x24", styled(&state));
}

#[test]
fn the_picker_finds_what_the_map_can_show() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 f v a l");
    insta::assert_snapshot!("map_picker_80x24", styled(&state));
    press(&mut state, "<esc>");
    assert!(state.field().is_none() && state.view == ViewId::Map, "Esc only closes the picker");
}

#[test]
fn all_31_tiles_with_legend_list_and_detail_fit_at_80x24() {
    let dataset = embedded().unwrap();
    for keys in ["5", "5 z", "5 n n n", "5 n n n z"] {
        let mut state = start(&dataset, 80, 24, None);
        press(&mut state, keys);
        let shown = text(&state);
        for tile in &state.map.tiles {
            assert!(shown.contains(&tile.label), "{keys}: {} in {shown}", tile.label);
        }
        for said in ["ROAZ-REGIO'S", "Zwolle ", "Euregio", "zorgk.+ROAZ", "(zorgkantoorregio)"] {
            assert!(shown.contains(said), "{keys}: {said} in {shown}");
        }
    }
}

#[test]
fn a_wide_window_shows_names_in_place_of_labels() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "5");
    let shown = text(&state);
    assert!(shown.contains("Kennemerland") && shown.contains("N-Holland") && !shown.contains("Kenn "), "{shown}");
}

#[test]
fn arrows_move_over_the_tiles_and_enter_opens_the_region_and_back_returns() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 G");
    assert_eq!(selected(&state), "zuid-limburg", "the last tile");
    press(&mut state, "k k h h");
    let here = selected(&state);
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::Regions);
    assert_eq!(&*dataset[state.regions.place.unwrap().region].id, here);
    press(&mut state, "<bs>");
    assert_eq!((state.view, selected(&state)), (ViewId::Map, here));
}

#[test]
fn tab_goes_to_the_roaz_list_which_is_shaded_alike_and_back() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 <tab> j");
    assert_eq!((state.map.pane, selected(&state).as_str()), (Pane::List, "roaz-euregio"));
    assert!(text(&state).contains("Euregio (ROAZ-regio)"), "{}", text(&state));
    press(&mut state, "<tab>");
    assert_eq!(state.map.pane, Pane::Tiles);
}

#[test]
fn a_narrow_window_shows_tiles_or_list() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 60, 20, None);
    press(&mut state, "5");
    assert!(text(&state).contains("Zeel") && !text(&state).contains("Euregio"), "{}", text(&state));
    press(&mut state, "<tab>");
    assert!(!text(&state).contains("Zeel") && text(&state).contains("Euregio"), "{}", text(&state));
}

#[test]
fn a_topic_is_chosen_by_name_and_what_does_not_name_it_has_a_sign_of_its_own() {
    let dataset = embedded().unwrap();
    let state = on_map(&dataset, 80, 24, "valpreventie");
    assert!(matches!(state.map.choice, Choice::Topic(_)), "{:?}", state.map.choice);
    let shown = text(&state);
    assert!(shown.contains("Onderwerp Valpreventie") && shown.contains("– noemt niet"), "{shown}");
    assert!(!shown.contains(" 0 "), "no region that does not name it is shown as zero: {shown}");
}

#[test]
fn e_steps_through_the_strengths_and_the_legend_says_what_is_shown() {
    let dataset = embedded().unwrap();
    let mut state = on_map(&dataset, 80, 24, "wijkverpleging");
    assert!(text(&state).contains("aanwijzing"), "{}", text(&state));
    press(&mut state, "e");
    assert!(text(&state).contains("mogelijk"), "{}", text(&state));
    let shades = state.map.shades.as_ref().unwrap();
    assert!(shades.regions.iter().all(|s| s.value != Value::Unknown), "at this strength nothing is left open");
    press(&mut state, "e");
    assert!(text(&state).contains("alleen wat zeker is"), "{}", text(&state));
}

#[test]
fn what_a_part_says_is_told_as_that_parts() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    let (_, entry) = dataset
        .entries()
        .find(|(_, e)| e.part.is_some() && e.kind.theme().is_some() && dataset[e.region].tile.is_some())
        .unwrap();
    press(&mut state, "5");
    let context = state.context;
    state.map.go_to(&context, Choice::Topic(entry.topics[0]), Some(entry.region), None);
    let part = &dataset[entry.region].parts[entry.part.unwrap().place()].name;
    assert!(text(&state).contains(&format!("{part}, ")), "{part}: {}", text(&state));
}

#[test]
fn a_and_c_take_the_tile_to_the_comparison() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 a G b");
    assert!(text(&state).contains("B is nu Zuid-Limburg"), "{}", text(&state));
    press(&mut state, "c");
    assert_eq!(state.view, ViewId::Compare);
    let name = |place: Option<impactkaart::query::find::Place>| dataset[place.unwrap().region].id.to_string();
    assert_eq!((name(state.compare.a), name(state.compare.b)), ("friesland".into(), "zuid-limburg".into()));
}

#[test]
fn the_column_under_the_cursor_of_the_matrix_is_taken_to_the_map_at_its_strength() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "2 l e u K");
    assert_eq!(state.view, ViewId::Map);
    let ggz = dataset.column(Axis::Sectors, "ggz").unwrap();
    assert_eq!(state.map.choice, Choice::Column(ggz, Strength::Possible));
    assert!(text(&state).contains("eigen merken tellen mee"), "{}", text(&state));
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Matrix);
}

#[test]
fn figures_are_bars_with_both_values_and_years_and_the_rest_is_counted() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 v");
    let shown = text(&state);
    assert!(shown.contains("81,7% (2023) → 104,6% (2040), verschil +22,9"), "{shown}");
    assert!(shown.contains("8 van 41 regio's") && shown.contains("Let op"), "{shown}");
    press(&mut state, "G");
    assert!(text(&state).contains("Zonder dit cijfer (33)"), "{}", text(&state));
    let last = state.map.bars.entry();
    press(&mut state, "s");
    assert_eq!(state.map.bars.entry(), last, "another order keeps the selected one");
    press(&mut state, "<enter>");
    assert_eq!(state.view, ViewId::Regions);
    press(&mut state, "<bs>");
    assert_eq!((state.view, state.map.mode, state.map.bars.entry()), (ViewId::Map, Mode::Bars, last));
}

#[test]
fn a_figure_on_the_map_is_taken_along_to_the_bars() {
    let dataset = embedded().unwrap();
    let mut state = on_map(&dataset, 80, 24, "bevolkingsgroei");
    assert!(text(&state).contains("ongelijke jaren: 2030, 2040"), "{}", text(&state));
    press(&mut state, "v");
    assert!(text(&state).contains("Bevolkingsgroei (%)") && text(&state).contains("│"), "{}", text(&state));
    press(&mut state, "f a a n d e e l - 8 0 <enter>");
    assert!(text(&state).contains("Aandeel 80-plussers"), "{}", text(&state));
}

#[test]
fn page_keys_step_through_what_the_map_shows_as_a_remote_sends_them() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "5 z <pgdn>");
    assert!(text(&state).contains("Aantal V's over de doelgroepen"), "{}", text(&state));
    press(&mut state, "<pgup> v <pgdn>");
    assert!(text(&state).contains("Aandeel 65-plussers"), "{}", text(&state));
}

#[test]
fn without_colour_and_in_ascii_five_patterns_stay_five() {
    let dataset = embedded().unwrap();
    let context = Context { glyphs: ASCII, scheme: Scheme::Plain, ..context(&dataset, 80, 24) };
    let mut state = State::new(context, None);
    press(&mut state, "5");
    let shown = text(&state);
    assert!(shown.is_ascii(), "{shown}");
    for pattern in ["..", "::", "++", "XX", "##", "??", "~~"] {
        assert!(shown.contains(pattern), "{pattern}: {shown}");
    }
    press(&mut state, "v");
    assert!(text(&state).is_ascii() && text(&state).contains("###"), "{}", text(&state));
}

#[test]
fn the_value_and_what_it_rests_on_is_copied_with_its_reference() {
    let dataset = embedded().unwrap();
    let mut state = on_map(&dataset, 80, 24, "valpreventie");
    press(&mut state, "G");
    for _ in 0..40 {
        if state.map.selected().is_some_and(|s| s.value != Value::Nothing) {
            break;
        }
        press(&mut state, "h");
        press(&mut state, "k");
    }
    let copies = copied(&state).unwrap();
    let entries = shade::grounds(&dataset, state.map.choice, state.map.region().unwrap());
    assert_eq!(copies.pieces.len(), entries.len() + 1);
    assert!(copies.form(Form::Text, state.context.lang).contains(", p. "), "{copies:?}");
}

#[test]
fn a_bookmark_and_the_last_place_lead_back_to_the_choice_and_the_region() {
    let dataset = embedded().unwrap();
    let mut state = on_map(&dataset, 80, 24, "valpreventie");
    press(&mut state, "G m");
    let (choice, region) = (state.map.choice, state.map.region());
    press(&mut state, "n g 1 M <enter>");
    assert_eq!((state.view, state.map.choice, state.map.region()), (ViewId::Map, choice, region));
    press(&mut state, "v n m 1 M j <enter>");
    assert_eq!((state.view, state.map.mode), (ViewId::Map, Mode::Bars));
    assert_eq!(state.map.bars.metric(), dataset.metrics().nth(1).map(|(metric, _)| metric));
}

#[test]
fn both_open_from_the_command_line() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    let metric = dataset.metrics().nth(2).unwrap().0;
    places::open(&mut state, &Question::Figures(Some(metric), figures::Sort::Name));
    assert!(text(&state).contains("Groei van het aantal 65-plussers"), "{}", text(&state));
    assert!(text(&state).contains("op naam"), "{}", text(&state));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_key_in_no_window_ends_in_a_panic(
        sizes in prop::collection::vec((1u16..=220, 1u16..=70), 4),
        pressed in prop::collection::vec(prop_oneof![
            4 => prop::sample::select("hjklgGfvnpesuzabL".chars().map(|c| c.to_string()).collect::<Vec<_>>()),
            2 => prop::sample::select(vec!["<enter>", "<esc>", "<tab>", "<pgdn>", "<pgup>", "<bs>"])
                .prop_map(str::to_string),
        ], 40),
    ) {
        let dataset = embedded().unwrap();
        let mut state = start(&dataset, 80, 24, None);
        press(&mut state, "5");
        for (i, key) in pressed.into_iter().enumerate() {
            if i % 10 == 0 {
                let (width, height) = sizes[i / 10];
                size(&mut state, width, height);
            }
            press(&mut state, &key);
            if state.view != ViewId::Map && state.field().is_none() {
                press(&mut state, "5");
            }
            let drawn = draw(&state);
            let area = drawn.buffer.area;
            prop_assert!(drawn.cursor.x < area.width.max(1) && drawn.cursor.y < area.height.max(1));
        }
    }
}
