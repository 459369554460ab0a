//! View 2: the V-matrix.

use super::super::action::Action;
use super::super::state::Context;
use super::{Outcome, ViewSpot};

/// The state of view 2.
#[derive(Debug)]
pub struct MatrixView {}

impl MatrixView {
    /// The view at the start.
    pub fn new(_context: &Context<'_>) -> Self {
        MatrixView {}
    }

    /// Lays the view out for the size of the window; the selected cell stays in sight.
    pub fn lay_out(&mut self, _context: &Context<'_>) {}

    /// Changes the view by an action.
    pub fn update(&mut self, _context: &Context<'_>, _action: Action) -> Outcome {
        Outcome::Unused
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Matrix { row: 0, column: 0 }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, _context: &Context<'_>, _row: usize, _column: usize) {}
}
