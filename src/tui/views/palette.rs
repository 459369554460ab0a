//! The palette: all that can be done and gone to from where one is, found by typing.

use super::super::action::{Action, Binding, Scope, ViewId};
use super::super::state::{Context, State};
use super::finder::{Does, Finder, Row};
use super::help::row;
use crate::dataset::SILENCE_TOPIC;
use crate::query::find::Place;
use crate::query::fold::fold_words;
use crate::report::words;
use crate::texts::Msg;

/// The groups, in their order while nothing is typed.
const GROUPS: [Msg; 5] =
    [Msg::PaletteActions, Msg::PaletteViews, Msg::PaletteRegions, Msg::PaletteTopics, Msg::PaletteElsewhere];

/// The palette for where one is.
pub fn palette(state: &State<'_>) -> Finder {
    let (context, view) = (&state.context, state.view);
    let groups = GROUPS.map(|msg| context.lang.say(msg).to_string()).to_vec();
    let mut rows = Vec::with_capacity(300);
    actions(context, view, &mut rows);
    places(context, &mut rows);
    topics(context, &mut rows);
    elsewhere(context, view, &mut rows);
    Finder::new(context, Msg::PaletteTitle, groups, rows, true)
}

/// The actions that work here, each once, and the views.
fn actions(context: &Context<'_>, view: ViewId, rows: &mut Vec<Row>) {
    let own = |b: &Binding<'_>| b.scope == Scope::View(view);
    let ours: Vec<Action> = context.keys.here(view).filter(own).map(|b| b.action).collect();
    let works = |b: &Binding<'_>| own(b) || !ours.contains(&b.action);
    let is_view = |b: &Binding<'_>| matches!(b.action, Action::View(_));
    for own_first in [true, false] {
        let here = context.keys.here(view).filter(|b| own(b) == own_first && works(b) && !is_view(b));
        rows.extend(here.map(|b| row(context, &b, 0)));
    }
    rows.extend(context.keys.here(view).filter(is_view).map(|b| {
        let mut row = row(context, &b, 1);
        if let Action::View(id) = b.action {
            row.label = context.lang.say(id.name()).to_string();
            row.names.push(fold_words(&row.label));
        }
        row
    }));
}

/// The regions, each with its parts behind it, found by all their names.
fn places(context: &Context<'_>, rows: &mut Vec<Row>) {
    let (dataset, lang) = (context.dataset, context.lang);
    let entry = |place: Place, names: Vec<String>| Row {
        group: 2,
        keys: Vec::new(),
        label: words::place(dataset, lang, place),
        elsewhere: None,
        does: Does::Place(place),
        names,
    };
    for (ix, region) in dataset.regions() {
        let names = [&region.id, &region.name].into_iter().chain(&region.also).map(|name| fold_words(name));
        rows.push(entry(Place::whole(ix), names.collect()));
        for (i, part) in region.parts.iter().enumerate() {
            let place = Place { region: ix, part: Some(crate::dataset::PartIx::new(i)) };
            rows.push(entry(place, vec![fold_words(&part.name), fold_words(&part.id)]));
        }
    }
}

/// The topics; that a plan is silent is none.
fn topics(context: &Context<'_>, rows: &mut Vec<Row>) {
    let lang = context.lang;
    for (ix, topic) in context.dataset.topics().filter(|(_, topic)| *topic.id != *SILENCE_TOPIC) {
        let label = lang.pick(&topic.name, &topic.name_en).to_string();
        let names = [&topic.name, &topic.name_en, &topic.id].map(|name| fold_words(name)).to_vec();
        rows.push(Row { group: 3, keys: Vec::new(), label, elsewhere: None, does: Does::Topic(ix), names });
    }
}

/// The actions of other views, with where they work.
fn elsewhere(context: &Context<'_>, view: ViewId, rows: &mut Vec<Row>) {
    for other in ViewId::ALL.into_iter().filter(|other| *other != view) {
        let theirs = context.keys.rows().filter(|b| b.scope == Scope::View(other));
        let place = context.lang.say(other.name());
        rows.extend(theirs.map(|b| Row { elsewhere: Some(place.into()), ..row(context, &b, 4) }));
    }
}
