//! The one place that changes the state: an action comes in, the state changes, effects go out.

use tui_input::{Input, InputRequest};

use super::action::{Action, Edit, ViewId};
use super::state::{Effect, Overlay, Size, Spot, State};
use super::views::help::HelpView;
use super::views::regions::Outcome;

/// Changes the state by an action.
pub fn update(state: &mut State<'_>, action: Action) {
    state.notice = None;
    match action {
        Action::Quit => state.effects.push(Effect::Quit),
        Action::Repaint => state.effects.push(Effect::Repaint),
        Action::Suspend => state.effects.push(Effect::Suspend),
        _ if state.overlay.is_some() => overlay(state, action),
        Action::Help => state.overlay = Some(Overlay::Help(HelpView::new(&state.context, state.view))),
        Action::View(view) => state.view = view,
        Action::Back => back(state),
        _ => match state.view {
            ViewId::Regions => regions(state, action),
        },
    }
}

/// The window has a new size; every view keeps its place.
pub fn resize(state: &mut State<'_>, size: Size) {
    state.context.size = size;
    state.regions.lay_out(&state.context);
    if let Some(Overlay::Help(help)) = &mut state.overlay {
        help.lay_out(&state.context);
    }
}

/// Text was pasted: into the open field, else into the field that narrows.
pub fn paste(state: &mut State<'_>, text: &str) {
    if state.overlay.is_some() {
        return;
    }
    if state.field().is_none() {
        update(state, Action::Narrow);
    }
    for c in text.chars().filter(|c| !c.is_control()).take(200) {
        update(state, Action::Edit(Edit::Insert(c)));
    }
}

/// Edits the text of a field; returns whether the text changed.
pub fn edit(field: &mut Input, edit: Edit) -> bool {
    let request = match edit {
        Edit::Insert(c) => InputRequest::InsertChar(c),
        Edit::Erase => InputRequest::DeletePrevChar,
        Edit::Delete => InputRequest::DeleteNextChar,
        Edit::EraseWord => InputRequest::DeletePrevWord,
        Edit::Clear => InputRequest::DeleteLine,
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Home => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
    };
    field.handle(request).is_some_and(|changed| changed.value)
}

fn overlay(state: &mut State<'_>, action: Action) {
    let Some(Overlay::Help(help)) = &mut state.overlay else { return };
    if matches!(action, Action::Help | Action::Escape | Action::Back | Action::Open) {
        state.overlay = None;
    } else {
        help.update(&state.context, action);
    }
}

fn regions(state: &mut State<'_>, action: Action) {
    let before = spot(state);
    match state.regions.update(&state.context, action) {
        Outcome::Stayed => {}
        Outcome::Opened => push(state, before),
        Outcome::Unused if action == Action::Escape => back(state),
        Outcome::Unused => {}
    }
}

fn spot(state: &State<'_>) -> Option<Spot> {
    let place = state.regions.place?;
    Some(Spot { view: state.view, place, item: state.regions.text.cursor.at })
}

fn push(state: &mut State<'_>, spot: Option<Spot>) {
    const DEPTH: usize = 100;
    if let Some(spot) = spot.filter(|s| state.back.last() != Some(s)) {
        if state.back.len() == DEPTH {
            state.back.remove(0);
        }
        state.back.push(spot);
    }
}

fn back(state: &mut State<'_>) {
    if let Some(spot) = state.back.pop() {
        state.view = spot.view;
        state.regions.go_to(&state.context, spot.place, spot.item);
    }
}
