//! The screen: data, keys, what is drawn. Snapshots hold text and styles; read them before accepting them
//! (`cargo insta review`, or the files in `tests/snapshots`).
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;
#[path = "common/screen.rs"]
mod screen;

use common::tiny_files;
use impactkaart::dataset::embedded;
use impactkaart::tui::action::{Action, BINDINGS, Edit, ViewId};
use impactkaart::tui::state::Effect;
use impactkaart::tui::update::update;
use impactkaart::tui::views::regions::Pane;
use proptest::prelude::*;
use screen::{press, size, start, styled, text};

#[test]
fn the_regions_at_80x24_on_the_tiny_dataset() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    insta::assert_snapshot!(styled(&start(&dataset, 80, 24, None)));
}

#[test]
fn a_region_with_all_it_has_at_120x40() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 120, 40, Some("aa"));
    press(&mut state, "j j");
    insta::assert_snapshot!(styled(&state));
}

#[test]
fn the_end_of_a_region_with_its_cells_and_notes_at_80x24() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, Some("aa"));
    press(&mut state, "G");
    insta::assert_snapshot!(styled(&state));
}

#[test]
fn in_meeting_mode_a_blank_line_stands_before_the_heading_of_a_part() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("arnhem"));
    press(&mut state, "z");
    let lines: Vec<String> =
        state.regions.text.lines.iter().map(|l| l.spans.iter().map(|s| s.text.as_str()).collect()).collect();
    let parts: Vec<usize> = (0..lines.len()).filter(|i| lines[*i] == "Achterhoek").collect();
    assert!(parts.len() > 2, "under several headings: {parts:?}");
    assert!(parts.iter().all(|i| lines[i - 1].is_empty() && !lines[i - 2].is_empty()), "one, and only one");
}

#[test]
fn narrowing_the_tree_at_80x24() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "f d a l");
    insta::assert_snapshot!(styled(&state));
}

#[test]
fn the_help_at_80x24_and_120x40() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = start(&dataset, width, height, None);
        press(&mut state, "?");
        insta::assert_snapshot!(format!("help_{width}x{height}"), styled(&state));
    }
}

#[test]
fn a_narrow_window_shows_one_pane_at_a_time() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let mut state = start(&dataset, 40, 12, None);
    assert!(text(&state).contains("Aa Noord") && !text(&state).contains("vergrijzing"));
    press(&mut state, "<enter>");
    assert!(text(&state).contains("De vergrijzing neemt toe.") && !text(&state).contains("Aa Zuid"));
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let dataset = embedded().unwrap();
    for (width, height) in [(39, 12), (40, 11), (20, 3)] {
        let state = start(&dataset, width, height, None);
        assert!(
            text(&state).replace('\n', " ").contains("Dit venster is te klein"),
            "{width}x{height}: {}",
            text(&state)
        );
    }
}

#[test]
fn narrowing_to_zee_and_reading_zeeland() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, None);
    press(&mut state, "f z e e");
    assert!(text(&state).contains("Zeeland (zorgkantoorregio)"), "the best hit is shown while typing");
    press(&mut state, "<enter>");
    assert_eq!(state.regions.pane, Pane::Text, "Enter takes the hit and goes to its text");
    assert!(state.field().is_none());
    assert!(text(&state).contains("▸ "), "something is selected");
    assert!(text(&state).contains("bron: Bijlage 3: Impactkaart per regio, p. 84"), "and says where it stands");
    press(&mut state, "G");
    assert!(text(&state).contains("p. 8"), "to the last item");
}

#[test]
fn escape_closes_the_field_then_clears_the_filter_and_never_quits() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, None);
    press(&mut state, "f z e e <esc>");
    assert!(state.field().is_none());
    assert_eq!(state.regions.filter, "zee", "the filter stays in force and in sight");
    assert!(text(&state).contains("zoek: zee"));
    press(&mut state, "<esc>");
    assert_eq!(state.regions.filter, "");
    assert!(text(&state).contains("Zeeland (zorgkantoorregio)"), "what was open stays open");
    press(&mut state, "<esc> <esc> <esc>");
    assert!(!state.effects.contains(&Effect::Quit));
    press(&mut state, "q");
    assert!(state.effects.contains(&Effect::Quit));
}

#[test]
fn resizing_keeps_the_place() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 120, 40, Some("arnhem"));
    press(&mut state, "<pgdn> <pgdn> j j j");
    let before = state.regions.selected();
    for (width, height) in [(80, 24), (40, 12), (250, 80), (10, 3), (120, 40)] {
        size(&mut state, width, height);
        assert_eq!(state.regions.selected(), before, "{width}x{height}");
        if width >= 40 && height >= 12 {
            assert!(text(&state).contains('▸'), "the selected item is in sight at {width}x{height}");
        }
    }
}

#[test]
fn pages_reach_every_item_and_end_at_the_last() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("arnhem"));
    let mut seen = vec![state.regions.text.cursor.top];
    for _ in 0..200 {
        press(&mut state, "<pgdn>");
        seen.push(state.regions.text.cursor.top);
    }
    assert!(seen.windows(2).all(|w| w[1] <= w[0] + 20), "no page skips a line");
    assert_eq!(state.regions.text.cursor.at, state.regions.text.items.len() - 1);
    for _ in 0..200 {
        press(&mut state, "<pgup>");
    }
    assert_eq!((state.regions.text.cursor.at, state.regions.text.cursor.top), (0, 0));
}

#[test]
fn headings_jump_from_theme_to_theme_and_back() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    let heading = |state: &impactkaart::tui::state::State<'_>| {
        let lines = text(state);
        lines.lines().nth(5).unwrap_or_default().to_string()
    };
    press(&mut state, "n");
    assert!(heading(&state).contains("Preventie en voorlichting"), "{}", text(&state));
    press(&mut state, "n n p");
    assert!(heading(&state).contains("Zorg rondom en met de cliënt"), "{}", text(&state));
}

#[test]
fn every_action_has_a_key_and_stands_in_the_help() {
    let dataset = embedded().unwrap();
    for &view in ViewId::ALL.iter() {
        let mut state = start(&dataset, 200, 200, None);
        update(&mut state, Action::View(view));
        update(&mut state, Action::Help);
        let help = text(&state);
        for binding in BINDINGS {
            let elsewhere = matches!(binding.scope, impactkaart::tui::action::Scope::View(v) if v != view);
            assert!(
                elsewhere || help.contains(state.context.lang.say(binding.msg)),
                "{:?} in {view:?}",
                binding.action
            );
        }
    }
}

fn keys() -> impl Strategy<Value = Vec<Action>> {
    let any = prop::sample::select(BINDINGS.iter().map(|b| b.action).collect::<Vec<_>>());
    let typed = prop::sample::select(vec!['a', 'z', 'e', 'ë', ' ', '/', '!', '"', '漢'])
        .prop_map(|c| Action::Edit(Edit::Insert(c)));
    prop::collection::vec(prop_oneof![3 => any, 1 => typed], 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    /// Random actions over random sizes: nothing panics, the frame has the size of the window, and the cursor is in it.
    #[test]
    fn nothing_panics_at_any_size(
        actions in keys(),
        sizes in prop::collection::vec((1u16..=250, 1u16..=80), 1..5),
    ) {
        let dataset = embedded().unwrap();
        let mut state = start(&dataset, sizes[0].0, sizes[0].1, None);
        for (i, action) in actions.into_iter().enumerate() {
            update(&mut state, action);
            let (width, height) = sizes[i % sizes.len()];
            size(&mut state, width, height);
            let drawn = impactkaart::tui::draw::draw(&state);
            prop_assert_eq!((drawn.buffer.area.width, drawn.buffer.area.height), (width, height));
            prop_assert!(drawn.cursor.x < width && drawn.cursor.y < height, "{:?} in {}x{}", drawn.cursor, width, height);
        }
    }
}

#[test]
fn back_leads_from_view_to_view_and_escape_does_too() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 80, 24, Some("zeeland"));
    press(&mut state, "2 3 1");
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Compare);
    press(&mut state, "<esc>");
    assert_eq!(state.view, ViewId::Matrix);
    press(&mut state, "<bs>");
    assert_eq!(state.view, ViewId::Regions);
    assert!(text(&state).contains("Zeeland (zorgkantoorregio)"));
}

#[test]
fn the_page_of_the_source_stays_in_sight_in_a_narrow_window() {
    let dataset = embedded().unwrap();
    let mut state = start(&dataset, 40, 12, Some("zeeland"));
    press(&mut state, "<enter>");
    assert!(text(&state).contains("bron: p. 84"), "{}", text(&state));
}
