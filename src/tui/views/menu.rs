//! A list over the view to choose from: forms to copy or to export in, or bookmarks.

use super::super::action::{Action, ViewId};
use super::super::copy::Form;
use super::super::export::{FORMS, label};
use super::super::layout;
use super::super::lines::{Line, cut};
use super::super::list::{Cursor, delta};
use super::super::places;
use super::super::state::Context;
use super::super::theme::Role;
use crate::dataset::{EntryIx, TopicIx};
use crate::memory::Spot;
use crate::query::portrait::{Only, Section};
use crate::report::answer::Form as Written;
use crate::report::{topics, words};
use crate::texts::Msg;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Copy in a form.
    Form(Form),
    /// Write what is shown in a form, whole or one section of it.
    Export(Written, Only),
    /// Show what was copied last.
    ShowCopied,
    /// Write what was copied last to a file.
    WriteCopied,
    /// Go to a bookmark.
    Spot(Spot),
    /// Go to a topic of an entry.
    Topic(TopicIx, EntryIx),
}

/// The state of the list.
#[derive(Debug)]
pub struct MenuView {
    title: Msg,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Where one is.
    pub cursor: Cursor,
}

impl MenuView {
    /// The forms to copy in.
    pub fn copy(context: &Context<'_>) -> MenuView {
        let mut choices: Vec<Choice> = Form::ALL.into_iter().map(Choice::Form).collect();
        choices.extend([Choice::ShowCopied, Choice::WriteCopied]);
        MenuView::new(context, Msg::CopyTitle, choices)
    }

    /// The forms to write what is shown in; where a section is given, also that one alone.
    pub fn export(context: &Context<'_>, page: bool, section: Option<Section>) -> MenuView {
        let forms = || FORMS.into_iter().filter(|form| page || *form != Written::Html);
        let parts = [Some(Only::default()), section.map(Only::section)].into_iter().flatten();
        let choices = parts.flat_map(|only| forms().map(move |form| Choice::Export(form, only)));
        MenuView::new(context, Msg::ExportTitle, choices.collect())
    }

    /// The bookmarks.
    pub fn marks(context: &Context<'_>, marks: &[Spot]) -> MenuView {
        MenuView::new(context, Msg::MarksTitle, marks.iter().cloned().map(Choice::Spot).collect())
    }

    /// The topics of an entry to go to, the chief one first.
    pub fn topics(context: &Context<'_>, entry: EntryIx) -> MenuView {
        let topics = context.dataset[entry].topics.iter().map(|topic| Choice::Topic(*topic, entry));
        MenuView::new(context, Msg::TopicsChoose, topics.collect())
    }

    fn new(context: &Context<'_>, title: Msg, choices: Vec<Choice>) -> MenuView {
        let mut menu = MenuView { title, choices, lines: Vec::new(), cursor: Cursor::default() };
        menu.lay_out(context);
        menu
    }

    /// Whether it is the list of bookmarks.
    pub fn is_marks(&self) -> bool {
        self.title == Msg::MarksTitle
    }

    /// What is selected.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.cursor.at)
    }

    /// Lays the list out for the size of the window.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let Context { lang, glyphs, .. } = *context;
        let body = layout::frame(context.size).body;
        let mut lines = vec![Line::of(lang.say(self.title), Role::Heading), Line::default()];
        let width = usize::from(body.width).saturating_sub(6);
        for (i, choice) in self.choices.iter().enumerate() {
            let label = match choice {
                Choice::Form(form) => lang.say(form.name()).to_string(),
                Choice::Export(form, only) => {
                    let form = lang.say(label(*form));
                    let section = only.section.map(|section| words::section(context.dataset, lang, section));
                    section.map_or(form.to_string(), |section| lang.fill(Msg::ExportOnly, &[&form, &section]))
                }
                Choice::ShowCopied => lang.say(Msg::CopyShow).to_string(),
                Choice::WriteCopied => lang.say(Msg::CopyFile).to_string(),
                Choice::Spot(spot) => places::label(context, spot),
                Choice::Topic(topic, _) => topics::name(context.dataset, lang, *topic).to_string(),
            };
            let selected = i == self.cursor.at;
            let mark = if selected { glyphs.marker } else { " " };
            let role = if selected { Role::Selected } else { Role::Text };
            lines.push(Line::of(format!("{mark} "), Role::Marker).and(cut(&label, width, glyphs.more), role));
        }
        if self.is_marks() {
            let hint = if self.choices.is_empty() { Msg::MarksNone } else { Msg::MarksHere };
            let keys = [Action::Open, Action::Mark, Action::Escape].map(|a| context.keys.key_of(ViewId::Regions, a));
            let hint = match self.choices.is_empty() {
                true => lang.fill(hint, &[&keys[1]]),
                false => lang.fill(hint, &[&keys[0], &keys[1], &keys[2]]),
            };
            lines.extend([Line::default(), Line::of(hint, Role::Dim)]);
        }
        let (at, height) = (self.cursor.at + 2, usize::from(body.height));
        let from = if self.cursor.at == 0 { 0 } else { at };
        self.cursor.reveal(from, at + 1, height, lines.len());
        self.lines = lines;
    }

    /// Moves the selection.
    pub fn update(&mut self, context: &Context<'_>, action: Action) {
        let page = usize::from(layout::frame(context.size).body.height);
        let Some(delta) = delta(action, page) else { return };
        self.cursor.by(delta, self.choices.len());
        self.lay_out(context);
    }

    /// Takes the selected choice off the list.
    pub fn remove(&mut self, context: &Context<'_>) {
        if self.cursor.at < self.choices.len() {
            self.choices.remove(self.cursor.at);
        }
        self.cursor.by(0, self.choices.len());
        self.lay_out(context);
    }
}
