//! What the benches share: the window that the budgets of the design are meant for.

use impactkaart::dataset::Dataset;
use impactkaart::texts::Lang;
use impactkaart::tui::glyphs::UNICODE;
use impactkaart::tui::keymap::USUAL;
use impactkaart::tui::state::{Context, Size};
use impactkaart::tui::theme::Scheme;

/// A Dutch window of 120x40.
pub fn context<'a>(dataset: &'a Dataset<'a>) -> Context<'a> {
    let size = Size { width: 120, height: 40 };
    Context { dataset, lang: Lang::Nl, scheme: Scheme::Terminal, glyphs: UNICODE, keys: &USUAL, size, meeting: false }
}
