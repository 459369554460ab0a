//! The help: the key table for the view that one is in, what works here first, what the signs mean, and the settings.

use super::super::action::{Action, Binding, Scope, ViewId};
use super::super::state::{Context, State};
use super::finder::{Does, Finder, Row};
use crate::query::fold::fold_words;
use crate::texts::Msg;

/// The help for where one is.
pub fn help(state: &State<'_>) -> Finder {
    let (context, view) = (&state.context, state.view);
    let lang = context.lang;
    let mut groups = vec![lang.say(view.name()).to_string(), lang.say(Msg::HelpEverywhere).to_string()];
    let mut rows: Vec<Row> = Vec::new();
    let of = |scope: Scope| context.keys.rows().filter(move |b| b.scope == scope);
    rows.extend(of(Scope::View(view)).map(|b| row(context, &b, 0)));
    rows.extend(of(Scope::Everywhere).map(|b| row(context, &b, 1)));
    for other in ViewId::ALL.into_iter().filter(|other| *other != view) {
        groups.push(lang.fill(Msg::HelpNotHere, &[&lang.say(other.name())]));
        let here = |b: Binding<'_>| Row {
            elsewhere: Some(lang.say(other.name()).into()),
            ..row(context, &b, groups.len() - 1)
        };
        rows.extend(of(Scope::View(other)).map(here));
    }
    groups.push(lang.say(Msg::HelpField).to_string());
    let typing = lang.say(Msg::FinderField);
    let in_field = |b: Binding<'_>| Row { elsewhere: Some(typing.into()), ..row(context, &b, groups.len() - 1) };
    rows.extend(of(Scope::Field).map(in_field));
    groups.push(lang.say(Msg::HelpSigns).to_string());
    rows.extend(signs(context).into_iter().map(|said| read_only(said, &groups)));
    groups.push(lang.say(Msg::HelpSettings).to_string());
    rows.extend(state.wishes.told.iter().map(|said| read_only(said.clone(), &groups)));
    Finder::new(context, Msg::HelpTitle, groups, rows, false)
}

/// A row of the key table.
pub(super) fn row(context: &Context<'_>, binding: &Binding<'_>, group: usize) -> Row {
    let label = context.lang.say(binding.msg).to_string();
    let keys = binding.keys.iter().map(|key| key.label()).collect();
    let names = vec![fold_words(&label)];
    Row { group, keys, label, elsewhere: None, does: Does::Act(binding.action), names }
}

/// A row to be read, in the last group; also found by its heading.
fn read_only(label: String, groups: &[String]) -> Row {
    let names = std::iter::once(&label).chain(groups.last()).map(|name| fold_words(name)).collect();
    Row { group: groups.len().saturating_sub(1), keys: Vec::new(), label, elsewhere: None, does: Does::Nothing, names }
}

/// What the signs of the matrix mean.
fn signs(context: &Context<'_>) -> Vec<String> {
    let lang = context.lang;
    let mut signs: Vec<String> =
        [Msg::HelpYes, Msg::HelpNo, Msg::HelpUnknown, Msg::HelpEvidence].map(|msg| lang.say(msg).to_string()).into();
    let key = context.keys.key_of(ViewId::Matrix, Action::OwnMark);
    signs.push(lang.fill(Msg::HelpOwn, &[&context.glyphs.yes, &context.glyphs.own, &key]));
    signs
}
