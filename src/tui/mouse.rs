//! The mouse, where it is on: the wheel scrolls, a click selects.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::action::{Action, ViewId};
use super::layout;
use super::state::State;
use super::update::update;
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
            let areas = layout::regions(context.size, state.regions.pane == Pane::Tree);
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
        ViewId::National => state.national.click(&context, at),
        ViewId::Matrix | ViewId::Compare => {}
    }
}
