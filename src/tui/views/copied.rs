//! What was copied last, plain and from the first column on, so that a terminal's own selection takes it clean.

use super::super::action::Action;
use super::super::lines::wrap;
use super::super::list::delta;
use super::super::state::Context;

/// The state of the plain view.
#[derive(Debug)]
pub struct CopiedView {
    text: String,
    /// The lines.
    pub lines: Vec<String>,
    /// The first line shown.
    pub top: usize,
}

impl CopiedView {
    /// A text, shown plainly.
    pub fn new(context: &Context<'_>, text: &str) -> CopiedView {
        let mut view = CopiedView { text: text.to_string(), lines: Vec::new(), top: 0 };
        view.lay_out(context);
        view
    }

    /// Lays the text out for the size of the window.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let width = usize::from(context.size.width);
        self.lines = self.text.lines().flat_map(|line| wrap(line, width)).collect();
        self.scroll(context, 0);
    }

    /// Scrolls.
    pub fn update(&mut self, context: &Context<'_>, action: Action) {
        if let Some(delta) = delta(action, usize::from(context.size.height.saturating_sub(2))) {
            self.scroll(context, delta);
        }
    }

    fn scroll(&mut self, context: &Context<'_>, delta: isize) {
        let last = self.lines.len().saturating_sub(usize::from(context.size.height.saturating_sub(2)));
        self.top = self.top.saturating_add_signed(delta).min(last);
    }
}
