//! View 3: two regions side by side.

use super::super::action::Action;
use super::super::state::Context;
use super::{Outcome, ViewSpot};
use crate::query::find::Place;

/// The state of view 3.
#[derive(Debug)]
pub struct CompareView {
    /// Side A.
    pub a: Option<Place>,
    /// Side B.
    pub b: Option<Place>,
}

impl CompareView {
    /// The view at the start.
    pub fn new(_context: &Context<'_>) -> Self {
        CompareView { a: None, b: None }
    }

    /// Lays the view out for the size of the window; the selected row stays in sight.
    pub fn lay_out(&mut self, _context: &Context<'_>) {}

    /// Sets a side.
    pub fn set(&mut self, context: &Context<'_>, a: Option<Place>, b: Option<Place>) {
        self.a = a.or(self.a);
        self.b = b.or(self.b);
        self.lay_out(context);
    }

    /// Changes the view by an action.
    pub fn update(&mut self, _context: &Context<'_>, _action: Action) -> Outcome {
        Outcome::Unused
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Compare { a: self.a, b: self.b, at: 0 }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, a: Option<Place>, b: Option<Place>, _at: usize) {
        self.set(context, a, b);
    }
}
