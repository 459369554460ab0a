//! Choosing something by typing its name: the same field and the same matching as where a region is chosen.

use tui_input::Input;

use super::super::action::Action;
use super::super::layout;
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::update::edit;
use crate::query::find::rank;
use crate::query::fold::fold_words;

/// Something that can be chosen.
#[derive(Debug, Clone)]
pub struct Item<T> {
    /// What it is.
    pub thing: T,
    /// How it is shown.
    pub label: String,
    /// The names that it is found by, folded.
    names: Vec<String>,
}

impl<T> Item<T> {
    /// A thing with its label and its other names.
    pub fn new(thing: T, label: String, others: &[&str]) -> Self {
        let names = others.iter().copied().chain([label.as_str()]).map(fold_words).collect();
        Item { thing, label, names }
    }
}

/// The state of the picker.
#[derive(Debug)]
pub struct Choices<T> {
    /// What is typed.
    pub field: Input,
    items: Vec<Item<T>>,
    /// The items that fit, the best first; all in their order while nothing is typed.
    found: Vec<usize>,
    /// Where one is among them.
    pub cursor: Cursor,
}

/// What an action led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked<T> {
    /// Nothing yet.
    Open,
    /// The picker is to be closed, with nothing chosen.
    Closed,
    /// Something was chosen.
    Chosen(T),
}

impl<T: Copy> Choices<T> {
    /// The picker with an empty field, at the first item that is the one chosen now.
    pub fn new(context: &Context<'_>, items: Vec<Item<T>>, now: impl Fn(T) -> bool) -> Self {
        let at = items.iter().position(|item| now(item.thing)).unwrap_or(0);
        let found = (0..items.len()).collect();
        let mut picker = Choices { field: Input::default(), items, found, cursor: Cursor { at, top: 0 } };
        picker.lay_out(context);
        picker
    }

    /// How many items fit.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether none fits.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The label of an item that fits.
    pub fn label(&self, i: usize) -> &str {
        self.found.get(i).and_then(|i| self.items.get(*i)).map_or("", |item| &item.label)
    }

    /// Keeps the selected item in sight in a window of this size.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let at = self.cursor.at;
        self.cursor.reveal(at, at + 1, height(context), self.found.len());
    }

    /// Changes the picker by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Picked<T> {
        match action {
            Action::Edit(change) => {
                if edit(&mut self.field, change) {
                    self.narrow();
                }
            }
            Action::Open => {
                let chosen = self.found.get(self.cursor.at).and_then(|i| self.items.get(*i));
                return chosen.map_or(Picked::Open, |item| Picked::Chosen(item.thing));
            }
            Action::Escape | Action::Back => return Picked::Closed,
            _ => self.cursor.by(delta(action, height(context)).unwrap_or(0), self.found.len()),
        }
        self.lay_out(context);
        Picked::Open
    }

    fn narrow(&mut self) {
        let names = self.items.iter().enumerate();
        let names = names.flat_map(|(i, item)| item.names.iter().map(move |name| (i, name.as_str())));
        let mut found = rank(self.field.value(), names);
        if !self.field.value().trim().is_empty() {
            found.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        }
        self.found = found.into_iter().map(|(i, _)| i).collect();
        self.cursor = Cursor::default();
    }
}

fn height(context: &Context<'_>) -> usize {
    usize::from(layout::picker(layout::frame(context.size).body).list.height).max(1)
}
