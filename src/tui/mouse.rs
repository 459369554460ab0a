//! The mouse, where it is on: the wheel scrolls, a click selects.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::action::{Action, ViewId};
use super::layout;
use super::state::State;
use super::update::update;
use super::views::ranked;
use super::views::regions::Pane;

/// How many items a notch of the wheel moves.
const NOTCH: usize = 3;

/// Changes the state by what the mouse did.
pub fn mouse(state: &mut State<'_>, event: MouseEvent) {
    match event.kind {
        MouseEventKind::ScrollUp => (0..NOTCH).for_each(|_| update(state, Action::Up)),
        MouseEventKind::ScrollDown => (0..NOTCH).for_each(|_| update(state, Action::Down)),
        MouseEventKind::Down(MouseButton::Left) if state.overlay.is_none() => {
            click(state, Position::new(event.column, event.row));
        }
        _ => {}
    }
}

fn click(state: &mut State<'_>, at: Position) {
    let line = |area: Rect| area.contains(at).then(|| usize::from(at.y - area.y));
    let context = state.context;
    match state.view {
        ViewId::Regions => {
            let areas = match context.meeting {
                true => layout::regions_in_meeting(context.size),
                false => layout::regions(context.size, state.regions.pane == Pane::Tree),
            };
            if let Some(line) = areas.tree.and_then(line) {
                state.regions.click_tree(&context, line);
            } else if let Some(line) = areas.text.and_then(line) {
                state.regions.click_text(&context, line);
            }
        }
        ViewId::Search => {
            if let Some(line) = line(layout::search(context.size).list) {
                state.search.click(&context, line);
            }
        }
        ViewId::Topics => {
            let areas = ranked::areas(&context, state.topics.pane, state.topics.laid.bar.len());
            if let Some(line) = areas.list.and_then(line) {
                state.topics.click_list(&context, line);
            } else if let Some(line) = areas.text.and_then(line) {
                state.topics.click_text(&context, line);
            }
        }
        ViewId::Similar => {
            let areas = ranked::areas(&context, state.similar.pane, state.similar.laid.bar.len());
            if let Some(line) = areas.list.and_then(line) {
                state.similar.click_list(&context, line);
            } else if let Some(line) = areas.text.and_then(line) {
                state.similar.click_text(&context, line);
            }
        }
        ViewId::Matrix => state.matrix.click(&context, at),
        ViewId::Compare => {
            if let Some(line) = line(layout::compare(context.size, context.meeting).text) {
                state.compare.click(&context, line);
            }
        }
        ViewId::Map => state.map.click(&context, at),
        ViewId::National => state.national.click(&context, at),
    }
}
