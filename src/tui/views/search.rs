//! Search over every entry.

use tui_input::Input;

use super::super::action::Action;
use super::super::state::Context;
use super::{Outcome, ViewSpot};

/// The state of the search.
#[derive(Debug)]
pub struct SearchView {
    /// The open field.
    pub field: Option<Input>,
}

impl SearchView {
    /// The view at the start.
    pub fn new(_context: &Context<'_>) -> Self {
        SearchView { field: None }
    }

    /// Lays the view out for the size of the window.
    pub fn lay_out(&mut self, _context: &Context<'_>) {}

    /// Opens the field.
    pub fn open(&mut self, _context: &Context<'_>) {
        self.field = Some(Input::default());
    }

    /// Changes the view by an action.
    pub fn update(&mut self, _context: &Context<'_>, _action: Action) -> Outcome {
        Outcome::Unused
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Search { query: String::new(), at: 0 }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, _context: &Context<'_>, _query: &str, _at: usize) {}
}
