//! The one place that changes the state: an action comes in, the state changes, effects go out.

use tui_input::{Input, InputRequest};

use super::action::{Action, Edit, Key, ViewId};
use super::copy::{Form, copied};
use super::export::{self, with_answer};
use super::places;
use super::state::{Effect, Overlay, Size, State, Wishes};
use super::theme::Scheme;
use super::views::copied::CopiedView;
use super::views::finder::{Does, Found, Row};
use super::views::help::help;
use super::views::matrix::{Change, Pending};
use super::views::menu::{Choice, MenuView};
use super::views::palette::palette;
use super::views::regions::Pane;
use super::views::save::SaveView;
use super::views::{Outcome, Target, ViewSpot};
use crate::dataset::plans::ItemIx;
use crate::own_marks::{Marks, Store};
use crate::query::find::Place;
use crate::query::pairing::Sides;
use crate::query::portrait::Only;
use crate::query::question::MapQuestion;
use crate::report::{matrix as matrix_words, words};
use crate::store::Kept;
use crate::texts::Msg;

/// Changes the state by an action.
pub fn update(state: &mut State<'_>, action: Action) {
    let before = state.view;
    act(state, action);
    if state.view == ViewId::Matrix && before != ViewId::Matrix {
        state.effects.push(Effect::ReadOwn);
    }
}

fn act(state: &mut State<'_>, action: Action) {
    state.notice = None;
    match action {
        Action::Quit => state.effects.push(Effect::Quit),
        Action::Repaint => state.effects.push(Effect::Repaint),
        Action::Suspend => state.effects.push(Effect::Suspend),
        Action::NextScheme => next_scheme(state),
        Action::Mouse => toggle_mouse(state),
        _ if state.overlay.is_some() => overlay(state, action),
        Action::Help => state.overlay = Some(Overlay::Help(help(state))),
        Action::Palette => state.overlay = Some(Overlay::Palette(palette(state))),
        Action::View(view) => to_view(state, view),
        Action::Meeting => meeting(state, !state.context.meeting),
        Action::Escape if state.context.meeting && state.field().is_none() => meeting(state, false),
        Action::Back => back(state),
        Action::Search => {
            let anew = state.view != ViewId::Search;
            if anew {
                push(state, spot(state));
            }
            state.view = ViewId::Search;
            state.search.history = state.memory.searches().to_vec();
            state.search.open(&state.context, anew);
        }
        Action::Copy => copy(state, Form::Text),
        Action::CopyAs => state.overlay = Some(Overlay::Menu(MenuView::copy(&state.context))),
        Action::Export => offer_forms(state),
        Action::Mark => mark(state),
        Action::Marks => state.overlay = Some(Overlay::Menu(MenuView::marks(&state.context, state.memory.bookmarks()))),
        _ => in_view(state, action),
    }
}

/// Goes to a view by its number; back leads to the one before.
fn to_view(state: &mut State<'_>, view: ViewId) {
    if view == state.view {
        return;
    }
    push(state, spot(state));
    if view == ViewId::Compare {
        let place = state.regions.place;
        state.compare.offer(&state.context, place, false);
    }
    if view == ViewId::Map {
        state.map.open(&state.context);
    }
    if view == ViewId::National {
        state.national.open(&state.context);
    }
    state.view = view;
    if view == ViewId::Topics {
        state.topics.enter(&state.context);
    }
}

/// Hands an action to the view that one is in, and follows where it leads.
fn in_view(state: &mut State<'_>, action: Action) {
    let before = spot(state);
    let context = &state.context;
    let outcome = match state.view {
        ViewId::Regions => state.regions.update(context, action),
        ViewId::Matrix => state.matrix.update(context, action),
        ViewId::Compare => state.compare.update(context, action),
        ViewId::Topics => state.topics.update(context, action),
        ViewId::Map => state.map.update(context, action),
        ViewId::National => state.national.update(context, action),
        ViewId::Search => state.search.update(context, action),
        ViewId::Similar => state.similar.update(context, action),
    };
    match state.matrix.pending.take() {
        Some(Pending::Mark(change)) => state.effects.push(Effect::OwnMark(change)),
        Some(Pending::NeedsMark) => {
            let key = state.context.keys.key_of(ViewId::Matrix, Action::OwnMark);
            state.notice = Some(state.context.lang.fill(Msg::RemarkNeedsMark, &[&key]));
        }
        None => {}
    }
    if let Some(notice) = state.regions.plan.notice.take() {
        state.notice = Some(notice);
    }
    if let Some(text) = state.search.searched.take() {
        state.memory.searched(text);
    }
    match outcome {
        Outcome::Stayed => {}
        Outcome::Opened => push(state, before),
        // What only asks or says something leads nowhere yet.
        Outcome::Go(target @ Target::TopicOf(_)) => go(state, target),
        Outcome::Go(target) => {
            push(state, before);
            go(state, target);
        }
        Outcome::Unused => unused(state, action),
    }
}

/// What an action does where the view has no use of its own for it.
fn unused(state: &mut State<'_>, action: Action) {
    match action {
        Action::Escape => back(state),
        Action::MakeA | Action::MakeB => {
            let place = here(state);
            if place.is_none() && state.view == ViewId::Topics {
                state.notice = Some(state.context.lang.say(Msg::TopicsChooseEntry).to_string());
            }
            let (a, b) = if action == Action::MakeA { (place, None) } else { (None, place) };
            state.compare.set(&state.context, a, b);
            if let Some(place) = place {
                let side = if action == Action::MakeA { "A" } else { "B" };
                let name = words::place(state.context.dataset, state.context.lang, place);
                let key = state.context.keys.key_of(state.view, Action::Compare);
                state.notice = Some(state.context.lang.fill(Msg::CompareSideMade, &[&side, &name, &key]));
            }
        }
        Action::Compare => {
            push(state, spot(state));
            let place = here(state);
            state.compare.offer(&state.context, place, true);
            // From a topic the comparison opens where the selected entry stands.
            if let (ViewId::Topics, Some(entry)) = (state.view, state.topics.entry()) {
                state.compare.go_to_section(&state.context, state.context.dataset[entry].kind);
            }
            state.view = ViewId::Compare;
        }
        Action::Similar => match here(state) {
            Some(place) => {
                push(state, spot(state));
                go(state, Target::Similar(place));
            }
            None => state.notice = Some(state.context.lang.say(Msg::SimilarNoRegion).to_string()),
        },
        _ => {}
    }
}

/// The region that is selected in the view that one is in.
fn here(state: &State<'_>) -> Option<Place> {
    match state.view {
        ViewId::Regions => state.regions.place,
        ViewId::Matrix => state.matrix.place(&state.context),
        ViewId::Search => state.search.hit()?.place(state.context.dataset),
        ViewId::Compare => state.compare.place(),
        ViewId::Topics => state.topics.place(&state.context),
        ViewId::Similar => state.similar.place(),
        ViewId::Map => state.map.place(&state.context),
        ViewId::National => state.national.place(&state.context),
    }
}

/// Goes to a target.
fn go(state: &mut State<'_>, target: Target) {
    match target {
        Target::Entry(entry) => {
            state.view = ViewId::Regions;
            state.regions.go_to_entry(&state.context, entry);
        }
        Target::Item(item) => go_to_item(state, item),
        Target::Place(place) => {
            state.view = ViewId::Regions;
            state.regions.go_to(&state.context, place, 0);
        }
        Target::Compare(a, b) => {
            state.view = ViewId::Compare;
            state.compare.set(&state.context, Some(a), Some(b));
        }
        Target::Topic(topic, entry) => {
            state.view = ViewId::Topics;
            state.topics.go_to(&state.context, topic, entry);
        }
        Target::TopicOf(entry) => state.overlay = Some(Overlay::Menu(MenuView::topics(&state.context, entry))),
        Target::Rows(naming, kind) => {
            state.view = ViewId::Matrix;
            let mut filter = state.matrix.filter.cleared();
            (filter.naming, filter.kind) = (Some(naming), kind);
            let sort = state.matrix.sort;
            state.matrix.open_at(&state.context, filter, sort);
        }
        Target::Similar(place) => {
            state.view = ViewId::Similar;
            let kind = Some(state.context.dataset[place.region].kind);
            state.similar.open(&state.context, place, kind);
        }
        Target::Map(choice) => {
            // Own marks count on the map where they did in the matrix.
            let own = if state.view == ViewId::Matrix { state.matrix.filter.own } else { state.map.count_own };
            state.view = ViewId::Map;
            state.map.show(&state.context, MapQuestion { choice, own });
        }
        Target::PlanEntry(item) => go(state, Target::Item(item)),
    }
}

/// Goes to an entry of a regioplan, in view 1, or of the national picture, in view 6.
pub(super) fn go_to_item(state: &mut State<'_>, item: ItemIx) {
    let plans = state.context.dataset.plans();
    if plans[plans[item].work].region.is_none() {
        state.view = ViewId::National;
        state.national.go_to_entry(&state.context, item);
        return;
    }
    state.view = ViewId::Regions;
    state.regions.go_to_item(&state.context, item);
}

/// Opens the person's own marks; what is odd about them is told.
pub fn open_own(state: &mut State<'_>, store: Store) {
    let lang = state.context.lang;
    state.own_read = store.stamp();
    match store.load() {
        Ok(loaded) => {
            let strangers = loaded.value.strangers(state.context.dataset).into_iter();
            let strangers: Vec<String> =
                strangers.map(|(m, missing)| lang.fill(Msg::OwnGone, &[&m.cell, &lang.say(missing)])).collect();
            if !strangers.is_empty() {
                state.notice = Some(lang.fill(Msg::OwnStrangers, &[&strangers.len(), &strangers.join(", ")]));
            }
            take_own(state, loaded);
        }
        Err(trouble) => state.notice = Some(trouble.say(lang)),
    }
    state.own = store;
}

/// Takes the person's settings over.
pub fn wish(state: &mut State<'_>, wishes: Wishes) {
    state.mouse = wishes.mouse;
    state.matrix.prefer(&state.context, wishes.strength, wishes.own);
    state.notice = wishes.notice.clone().or(state.notice.take());
    state.wishes = wishes;
}

/// Keeps or takes away an own mark, and shows all marks as they are then: another session may have set some.
pub fn own_mark(state: &mut State<'_>, change: Change) {
    let lang = state.context.lang;
    match state.own.set(&change.cell, change.mark.clone()) {
        Ok(loaded) => {
            state.notice = Some(match change.mark {
                Some((verdict, _)) => {
                    let key = state.context.keys.key_of(ViewId::Matrix, Action::Remark);
                    lang.fill(Msg::OwnSaved, &[&lang.say(matrix_words::verdict(verdict)), &key])
                }
                None => lang.say(Msg::OwnRemoved).to_string(),
            });
            take_own(state, loaded);
        }
        Err(trouble) => state.notice = Some(trouble.say(lang)),
    }
}

/// Reads own marks again where their file changed since: another session may have set some.
pub fn read_own(state: &mut State<'_>) {
    let stamp = state.own.stamp();
    if stamp == state.own_read {
        return;
    }
    state.own_read = stamp;
    match state.own.load() {
        Ok(loaded) => take_own(state, loaded),
        Err(trouble) => state.notice = Some(trouble.say(state.context.lang)),
    }
}

fn take_own(state: &mut State<'_>, loaded: Kept<Marks>) {
    if let Some(notice) = loaded.notice(state.context.lang) {
        state.notice = Some(notice);
    }
    state.map.take_own(&state.context, loaded.value.resolve(state.context.dataset));
    state.matrix.take_marks(&state.context, loaded.value);
}

/// Meeting mode on or off; every view keeps its place.
fn meeting(state: &mut State<'_>, on: bool) {
    state.context.meeting = on;
    let size = state.context.size;
    resize(state, size);
}

/// The window has a new size; every view keeps its place.
pub fn resize(state: &mut State<'_>, size: Size) {
    state.context.size = size;
    state.regions.lay_out(&state.context);
    state.matrix.lay_out(&state.context);
    state.compare.lay_out(&state.context);
    state.topics.lay_out(&state.context);
    state.map.lay_out(&state.context);
    state.national.lay_out(&state.context);
    state.search.lay_out(&state.context);
    state.similar.lay_out(&state.context);
    match &mut state.overlay {
        Some(Overlay::Help(finder) | Overlay::Palette(finder)) => finder.lay_out(&state.context),
        Some(Overlay::Menu(menu)) => menu.lay_out(&state.context),
        Some(Overlay::Copied(view)) => view.lay_out(&state.context),
        Some(Overlay::Save(view)) => view.lay_out(&state.context),
        None => {}
    }
}

/// Text was pasted: into the open field; outside one it opens the search with the text.
pub fn paste(state: &mut State<'_>, text: &str) {
    // Ends of lines part words.
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect();
    let text = text.trim();
    match &mut state.overlay {
        Some(Overlay::Help(finder) | Overlay::Palette(finder)) => return finder.insert(&state.context, text),
        Some(Overlay::Save(view)) => return view.insert(&state.context, text),
        Some(Overlay::Menu(_) | Overlay::Copied(_)) => return,
        None => {}
    }
    if state.field().is_none() {
        update(state, Action::Search);
    }
    if state.view == ViewId::Search {
        state.search.insert(&state.context, text);
        return;
    }
    for c in text.chars() {
        update(state, Action::Edit(Edit::Insert(c)));
    }
}

/// Edits the text of a field; returns whether the text changed.
pub fn edit(field: &mut Input, edit: Edit) -> bool {
    let request = match edit {
        Edit::Insert(c) => InputRequest::InsertChar(c),
        Edit::Erase => InputRequest::DeletePrevChar,
        Edit::Delete => InputRequest::DeleteNextChar,
        Edit::EraseWord => InputRequest::DeletePrevWord,
        Edit::Clear => InputRequest::DeleteLine,
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Home => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
    };
    field.handle(request).is_some_and(|changed| changed.value)
}

fn overlay(state: &mut State<'_>, action: Action) {
    let context = &state.context;
    let closes = matches!(action, Action::Escape | Action::Back) || closes_again(state, action);
    match &mut state.overlay {
        _ if closes => state.overlay = None,
        Some(Overlay::Help(finder) | Overlay::Palette(finder)) => match finder.update(context, action) {
            Found::Open => {}
            Found::Closed => state.overlay = None,
            Found::Chosen(row) => {
                if let Some(row) = finder.rows.get(row).cloned() {
                    choose_row(state, row);
                }
            }
        },
        Some(Overlay::Save(view)) => {
            state.effects.extend(view.update(context, action).then_some(Effect::Export));
        }
        Some(Overlay::Copied(_)) if action == Action::Open => state.overlay = None,
        Some(Overlay::Copied(view)) => view.update(context, action),
        Some(Overlay::Menu(menu)) => match action {
            Action::Open => {
                let chosen = menu.chosen().cloned();
                state.overlay = None;
                choose(state, chosen);
            }
            Action::Mark if menu.is_marks() => {
                if let Some(Choice::Spot(spot)) = menu.chosen().cloned() {
                    menu.remove(context);
                    state.memory.toggle(spot);
                    state.effects.push(Effect::Save);
                }
            }
            _ => menu.update(context, action),
        },
        None => {}
    }
}

/// Whether a letter that is typed is the key that opened the list: a second press closes it again.
fn closes_again(state: &State<'_>, action: Action) -> bool {
    let (opener, finder) = match &state.overlay {
        Some(Overlay::Help(finder)) => (Action::Help, finder),
        Some(Overlay::Palette(finder)) => (Action::Palette, finder),
        _ => return false,
    };
    let Action::Edit(Edit::Insert(c)) = action else { return action == opener };
    !finder.typed() && state.context.keys.action(Key::typed(c), state.view, false) == Some(opener)
}

/// Does what a row of the help or the palette stands for; what does not work here says where it does.
fn choose_row(state: &mut State<'_>, row: Row) {
    if let Some(place) = row.elsewhere {
        state.notice = Some(state.context.lang.fill(Msg::FinderElsewhere, &[&row.label, &place]));
        return;
    }
    match row.does {
        Does::Nothing => {}
        Does::Act(action) => {
            state.overlay = None;
            update(state, action);
        }
        Does::Place(place) => {
            state.overlay = None;
            push(state, spot(state));
            // Who names a region wants to read it.
            state.regions.pane = Pane::Text;
            go(state, Target::Place(place));
        }
        Does::Topic(topic) => {
            state.overlay = None;
            push(state, spot(state));
            go(state, Target::Topic(topic, None));
        }
    }
}

/// Does what was chosen from a list.
fn choose(state: &mut State<'_>, chosen: Option<Choice>) {
    let lang = state.context.lang;
    match chosen {
        Some(Choice::Form(form)) => copy(state, form),
        Some(Choice::Export(form, only)) => {
            let name = with_answer(state, only, |answer| answer.name());
            let save = |name: String| Overlay::Save(SaveView::new(&state.context, form, only, &name, &state.folder));
            state.overlay = name.map(save);
        }
        Some(Choice::ShowCopied) => match &state.copied {
            Some((text, _)) => state.overlay = Some(Overlay::Copied(CopiedView::new(&state.context, text))),
            None => state.notice = Some(lang.say(Msg::CopyNoLast).to_string()),
        },
        Some(Choice::Topic(topic, entry)) => {
            push(state, spot(state));
            go(state, Target::Topic(topic, Some(entry)));
        }
        Some(Choice::WriteCopied) if state.copied.is_some() => state.effects.push(Effect::WriteCopy),
        Some(Choice::WriteCopied) => state.notice = Some(lang.say(Msg::CopyNoLast).to_string()),
        Some(Choice::Spot(target)) => {
            let before = spot(state);
            if places::go(state, &target) {
                push(state, before);
            } else {
                let what = places::label(&state.context, &target);
                state.notice = Some(what);
            }
        }
        None => {}
    }
}

/// Copies what is selected; the loop sends it and says what was done.
fn copy(state: &mut State<'_>, form: Form) {
    match copied(state) {
        Some(copy) => {
            state.copied = Some((crate::clipboard::clean(&copy.form(form, state.context.lang)), form));
            state.effects.push(Effect::Copy);
        }
        None => state.notice = Some(state.context.lang.say(Msg::CopyNone).to_string()),
    }
}

/// Offers the forms that what is shown can be written in.
fn offer_forms(state: &mut State<'_>) {
    match with_answer(state, Only::default(), |answer| answer.is_page()) {
        Some(page) => {
            state.overlay = Some(Overlay::Menu(MenuView::export(&state.context, page, export::section(state))))
        }
        None => state.notice = Some(state.context.lang.say(Msg::ExportNothing).to_string()),
    }
}

/// Sets a bookmark where one is, or takes it away.
fn mark(state: &mut State<'_>) {
    let Some(spot) = places::here(state) else { return };
    let stands = state.memory.toggle(spot);
    let said = if stands { Msg::MarkSet } else { Msg::MarkGone };
    state.notice = Some(state.context.lang.say(said).to_string());
    state.effects.push(Effect::Save);
}

fn next_scheme(state: &mut State<'_>) {
    let lang = state.context.lang;
    if state.context.scheme == Scheme::Plain {
        state.notice = Some(lang.say(Msg::SchemePlain).to_string());
        return;
    }
    let at = Scheme::CHOICES.iter().position(|s| *s == state.context.scheme);
    let next = Scheme::CHOICES.iter().cycle().nth(at.map_or(0, |at| at + 1));
    state.context.scheme = next.copied().unwrap_or(Scheme::Terminal);
    let name = match state.context.scheme {
        Scheme::Dark => Msg::SchemeDark,
        Scheme::Light => Msg::SchemeLight,
        Scheme::Contrast => Msg::SchemeContrast,
        Scheme::Terminal | Scheme::Plain | Scheme::Probe => Msg::SchemeTerminal,
    };
    state.notice = Some(lang.fill(Msg::SchemeIs, &[&lang.say(name)]));
}

fn toggle_mouse(state: &mut State<'_>) {
    state.mouse = !state.mouse;
    let key = state.context.keys.key_of(state.view, Action::Mouse);
    let said = if state.mouse { Msg::MouseOn } else { Msg::MouseOff };
    state.notice = Some(state.context.lang.fill(said, &[&key]));
    state.effects.push(Effect::Mouse(state.mouse));
}

/// Where one is.
pub(super) fn spot(state: &State<'_>) -> ViewSpot {
    match state.view {
        ViewId::Regions => state.regions.spot(),
        ViewId::Matrix => state.matrix.spot(),
        ViewId::Compare => state.compare.spot(),
        ViewId::Topics => state.topics.spot(),
        ViewId::Map => ViewSpot::Map(state.map.spot()),
        ViewId::National => ViewSpot::National(state.national.spot()),
        ViewId::Search => state.search.spot(),
        ViewId::Similar => state.similar.spot(),
    }
}

fn push(state: &mut State<'_>, spot: ViewSpot) {
    const DEPTH: usize = 100;
    if state.back.last() != Some(&spot) {
        if state.back.len() == DEPTH {
            state.back.remove(0);
        }
        state.back.push(spot);
    }
}

fn back(state: &mut State<'_>) {
    let Some(spot) = state.back.pop() else { return };
    let context = &state.context;
    match spot {
        ViewSpot::Regions { place, item } => {
            state.view = ViewId::Regions;
            if let Some(place) = place {
                state.regions.go_to(context, place, item);
            }
        }
        ViewSpot::Plan { place, item } => {
            state.view = ViewId::Regions;
            state.regions.restore_in_plan(context, place, item);
        }
        ViewSpot::Matrix { row, column } => {
            state.view = ViewId::Matrix;
            state.matrix.restore(context, row, column);
        }
        ViewSpot::Compare { a, b, section, row } => {
            state.view = ViewId::Compare;
            state.compare.restore(context, Sides { a, b }, section, row);
        }
        ViewSpot::Topics(spot) => {
            state.view = ViewId::Topics;
            state.topics.restore(context, spot);
        }
        ViewSpot::Similar { asked, kind, at, item, pane } => {
            state.view = ViewId::Similar;
            if let Some(asked) = asked {
                state.similar.restore(context, asked, kind, at);
                state.similar.select_item(context, item, pane);
            }
        }
        ViewSpot::Map(spot) => {
            state.view = ViewId::Map;
            state.map.restore(context, spot);
        }
        ViewSpot::National(spot) => {
            state.view = ViewId::National;
            state.national.restore(context, spot);
        }
        ViewSpot::Search { query, at } => {
            state.view = ViewId::Search;
            state.search.restore(context, &query, at);
        }
    }
}
