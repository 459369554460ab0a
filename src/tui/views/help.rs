//! The help: the key table, for the view that one is in.

use super::super::action::{Action, BINDINGS, Binding, Scope, ViewId, here, key_of};
use super::super::layout;
use super::super::lines::Line;
use super::super::list::Cursor;
use super::super::list::delta;
use super::super::state::Context;
use super::super::theme::Role;
use crate::texts::Msg;

/// The state of the help.
#[derive(Debug)]
pub struct HelpView {
    view: ViewId,
    /// The lines of the table.
    pub lines: Vec<Line>,
    /// The first line shown.
    pub cursor: Cursor,
}

impl HelpView {
    /// The help for a view.
    pub fn new(context: &Context<'_>, view: ViewId) -> Self {
        let mut help = HelpView { view, lines: Vec::new(), cursor: Cursor::default() };
        help.lay_out(context);
        help
    }

    /// Lays the table out for the size of the window.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let lang = context.lang;
        let mut lines = vec![Line::of(lang.say(Msg::HelpTitle), Role::Heading)];
        let mut section = |heading: Msg, rows: &mut dyn Iterator<Item = &'static Binding>| {
            lines.push(Line::default());
            lines.push(Line::of(lang.say(heading), Role::Subheading));
            for row in rows {
                let keys: Vec<String> = row.keys.iter().map(|k| k.label()).collect();
                let keys = keys.join(" ");
                let pad = " ".repeat(20usize.saturating_sub(keys.chars().count()).max(1));
                lines.push(
                    Line::of("  ", Role::Text)
                        .and(keys, Role::Key)
                        .and(pad, Role::Text)
                        .and(lang.say(row.msg), Role::Text),
                );
            }
        };
        let view = self.view;
        section(view.name(), &mut here(view).filter(|b| b.scope == Scope::View(view)));
        section(Msg::HelpEverywhere, &mut here(view).filter(|b| b.scope == Scope::Everywhere));
        section(Msg::HelpField, &mut BINDINGS.iter().filter(|b| b.scope == Scope::Field));
        lines.push(Line::default());
        lines.push(Line::of(lang.say(Msg::HelpSigns), Role::Subheading));
        for msg in [Msg::HelpYes, Msg::HelpNo, Msg::HelpUnknown, Msg::HelpEvidence] {
            lines.push(Line::of("  ", Role::Text).and(lang.say(msg), Role::Text));
        }
        let key = key_of(ViewId::Matrix, Action::OwnMark);
        let own = lang.fill(Msg::HelpOwn, &[&context.glyphs.yes, &context.glyphs.own, &key]);
        lines.push(Line::of("  ", Role::Text).and(own, Role::Text));
        self.lines = lines;
        self.scroll(context, 0);
    }

    /// Scrolls the help.
    pub fn update(&mut self, context: &Context<'_>, action: Action) {
        if let Some(delta) = delta(action, self.height(context)) {
            self.scroll(context, delta);
        }
    }

    fn height(&self, context: &Context<'_>) -> usize {
        usize::from(layout::frame(context.size).body.height)
    }

    fn scroll(&mut self, context: &Context<'_>, delta: isize) {
        let last = self.lines.len().saturating_sub(self.height(context));
        self.cursor.top = self.cursor.top.saturating_add_signed(delta).min(last);
    }
}
