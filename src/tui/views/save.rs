//! The field for the name of a file that is to be written: a proposal in it, what is odd below it.

use std::path::Path;

use tui_input::Input;

use super::super::action::{Action, Edit, ViewId};
use super::super::export::label;
use super::super::layout;
use super::super::lines::{Line, wrap};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::update::edit;
use crate::query::portrait::Only;
use crate::report::answer::Form;
use crate::store::WholeError;
use crate::texts::Msg;

/// The state of the field.
#[derive(Debug)]
pub struct SaveView {
    /// What is typed.
    pub field: Input,
    /// The form that is written.
    pub form: Form,
    /// The section that is written, in view 1.
    pub only: Only,
    /// Whether a file of this name may be written over: it was said that there is one, and the name was not changed.
    pub over: bool,
    /// The heading.
    pub heading: String,
    /// What stands under the field.
    pub lines: Vec<Line>,
    told: (String, Role),
    /// The folder that the file goes to, in words.
    folder: String,
}

impl SaveView {
    /// The field with a proposal.
    pub fn new(context: &Context<'_>, form: Form, only: Only, name: &str, folder: &Path) -> SaveView {
        let heading = context.lang.fill(Msg::ExportFile, &[&context.lang.say(label(form))]);
        let field = Input::new(format!("{name}.{}", form.ending()));
        let folder = context.lang.fill(Msg::ExportFolder, &[&folder.display()]);
        let told = (folder.clone(), Role::Dim);
        let mut view = SaveView { field, form, only, over: false, heading, lines: Vec::new(), told, folder };
        view.lay_out(context);
        view
    }

    /// Changes the field; returns whether the file is to be written.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> bool {
        match action {
            Action::Edit(change) => {
                if edit(&mut self.field, change) {
                    self.over = false;
                    self.tell(context, self.folder.clone(), Role::Dim);
                }
                false
            }
            Action::Open if self.field.value().trim().is_empty() => {
                self.tell(context, context.lang.say(Msg::ExportNoName).to_string(), Role::Notice);
                false
            }
            other => other == Action::Open,
        }
    }

    /// Puts a text in the field, in one go.
    pub fn insert(&mut self, context: &Context<'_>, text: &str) {
        for c in text.chars() {
            self.update(context, Action::Edit(Edit::Insert(c)));
        }
    }

    /// Tells why the file was not written, and what to do.
    pub fn refused(&mut self, context: &Context<'_>, why: &WholeError) {
        let lang = context.lang;
        let said = match why {
            WholeError::There(path) => {
                self.over = true;
                let keys = context.keys.in_field().find(|b| b.action == Action::Open);
                let key = keys.and_then(|b| b.keys.first().map(|key| key.label()));
                let key = key.unwrap_or_else(|| context.keys.key_of(ViewId::Regions, Action::Open));
                lang.fill(Msg::ExportOver, &[&path.display(), &key])
            }
            WholeError::Io(path, e) => lang.fill(Msg::CopyNotWritten, &[&path.display(), e]),
        };
        self.tell(context, said, Role::Notice);
    }

    fn tell(&mut self, context: &Context<'_>, said: String, role: Role) {
        self.told = (said, role);
        self.lay_out(context);
    }

    /// Lays it out for the size of the window.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let width = usize::from(layout::frame(context.size).body.width).saturating_sub(2);
        let (said, role) = &self.told;
        self.lines = wrap(said, width).into_iter().map(|line| Line::of(line, *role)).collect();
    }
}
