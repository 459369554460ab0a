//! Choosing a region or part by typing: the same list with the same matching wherever one is asked for.

use tui_input::Input;

use super::super::action::Action;
use super::super::layout;
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::update::edit;
use crate::query::find::{Place, narrow};

/// The state of the picker.
#[derive(Debug)]
pub struct Picker {
    /// What is typed.
    pub field: Input,
    /// The places that fit, the best first; all in their order while nothing is typed.
    pub places: Vec<Place>,
    /// Where one is among them.
    pub cursor: Cursor,
}

/// What an action led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// Nothing yet.
    Open,
    /// The picker is to be closed, with nothing chosen.
    Closed,
    /// A place was chosen.
    Chosen(Place),
}

impl Picker {
    /// The picker with an empty field, at the place that is chosen now.
    pub fn new(context: &Context<'_>, now: Option<Place>) -> Self {
        let mut picker = Picker { field: Input::default(), places: Vec::new(), cursor: Cursor::default() };
        picker.narrow(context);
        picker.cursor.at = now.and_then(|now| picker.places.iter().position(|p| *p == now)).unwrap_or(0);
        picker.lay_out(context);
        picker
    }

    /// Keeps the selected place in sight in a window of this size.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let at = self.cursor.at;
        self.cursor.reveal(at, at + 1, height(context), self.places.len());
    }

    /// Changes the picker by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Picked {
        match action {
            Action::Edit(change) => {
                let changed = edit(&mut self.field, change);
                if changed {
                    self.narrow(context);
                }
            }
            Action::Open => {
                return self.places.get(self.cursor.at).map_or(Picked::Open, |place| Picked::Chosen(*place));
            }
            Action::Escape | Action::Back => return Picked::Closed,
            _ => self.cursor.by(delta(action, height(context)).unwrap_or(0), self.places.len()),
        }
        self.lay_out(context);
        Picked::Open
    }

    fn narrow(&mut self, context: &Context<'_>) {
        let mut found = narrow(context.dataset, self.field.value());
        if !self.field.value().trim().is_empty() {
            found.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        }
        self.places = found.into_iter().map(|(place, _)| place).collect();
        self.cursor = Cursor::default();
    }
}

fn height(context: &Context<'_>) -> usize {
    usize::from(layout::picker(layout::frame(context.size).body).list.height).max(1)
}
