//! The title line: the program, the views, where one is.

use ratatui::layout::Rect;

use unicode_width::UnicodeWidthStr;

use super::super::action::{Action, ViewId};
use super::super::keymap::Keymap;
use super::super::lines::Canvas;
use super::super::theme::Role;
use crate::texts::Lang;

/// What the title line shows.
#[derive(Debug)]
pub struct Props<'p> {
    /// The language.
    pub lang: Lang,
    /// The view that one is in.
    pub view: ViewId,
    /// The keys in force.
    pub keys: &'p Keymap,
    /// What is in force: a filter, another dataset.
    pub aside: &'p str,
}

/// Draws the title line.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let Props { lang, view, keys, aside } = *props;
    let left = |x: u16| area.right().saturating_sub(x);
    let mut x = canvas.text(area.x + 1, area.y, "impactkaart", Role::Title, left(area.x + 1)) + 2;
    let key = |id: ViewId| keys.key_of(view, Action::View(id));
    let long = |id: ViewId| format!(" {} {} ", key(id), lang.say(id.name()));
    let all: usize = ViewId::NUMBERED.iter().map(|id| long(*id).width() + 1).sum();
    // Where the names do not fit, that of the view one is in does.
    let fits = all <= usize::from(left(x));
    for id in &ViewId::NUMBERED {
        let role = if *id == view { Role::Active } else { Role::Dim };
        let label = if fits || *id == view { long(*id) } else { format!(" {} ", key(*id)) };
        x = canvas.text(x, area.y, &label, role, left(x)) + 1;
    }
    canvas.text(x + 1, area.y, aside, Role::Notice, left(x + 1));
}
