//! The title line: the program, the views, where one is.

use ratatui::layout::Rect;

use super::super::action::ViewId;
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
    /// What is in force: a filter, another dataset.
    pub aside: &'p str,
}

/// Draws the title line.
pub fn render(props: &Props<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let Props { lang, view, aside } = *props;
    let left = |x: u16| area.right().saturating_sub(x);
    let mut x = canvas.text(area.x + 1, area.y, "impactkaart", Role::Title, left(area.x + 1)) + 2;
    for id in ViewId::NUMBERED.iter() {
        let role = if *id == view { Role::Active } else { Role::Dim };
        let number = id.number().map(|n| n.to_string()).unwrap_or_default();
        let label = format!(" {number} {} ", lang.say(id.name()));
        x = canvas.text(x, area.y, &label, role, left(x)) + 1;
    }
    canvas.text(x + 1, area.y, aside, Role::Notice, left(x + 1));
}
