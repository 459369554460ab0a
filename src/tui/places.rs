//! Places that outlive the session: where one is as ids, and back from ids to the screen.

use super::action::ViewId;
use super::state::{Context, State};
use super::update::spot;
use super::views::ViewSpot;
use super::views::map::Mode;
use super::views::national::Page;
use super::views::regions::{Item, Pane};
use crate::dataset::plans::ItemIx;
use crate::dataset::{Dataset, EntryIx};
use crate::memory::Spot;
use crate::own_marks::CellId;
use crate::query::concrete::Mark;
use crate::query::find::Place;
use crate::query::matrix::Strength;
use crate::query::question::Question;
use crate::query::shade::{self, Choice, End};
use crate::query::topics::{Scope, Sort};
use crate::report::{concrete, figures, map, matrix, plan, topics, words};
use crate::texts::Msg;

/// Where one is, by ids.
pub fn here(state: &State<'_>) -> Option<Spot> {
    let dataset = state.context.dataset;
    Some(match spot(state) {
        ViewSpot::Regions { place, .. } => {
            let entry = match state.regions.selected() {
                Some(Item::Entry(ix)) if state.regions.text.cursor.at > 0 => Some(dataset[ix].id.to_string()),
                _ => None,
            };
            Spot::Regions { place: place?.id(dataset), entry }
        }
        ViewSpot::Plan { place, item } => {
            let entry = match item {
                Item::PlanEntry(ix) => Some(dataset.plans()[ix].id.clone()),
                _ => None,
            };
            Spot::Regions { place: place.id(dataset), entry }
        }
        ViewSpot::Matrix { .. } => {
            let cell = state.matrix.row().zip(state.matrix.under());
            Spot::Matrix { cell: cell.map(|(row, column)| CellId::of(dataset, row, column)) }
        }
        ViewSpot::Compare { a, b, .. } => Spot::Compare { a: a.map(|p| p.id(dataset)), b: b.map(|p| p.id(dataset)) },
        ViewSpot::Topics(spot) => Spot::Topics { topic: spot.topic.map(|topic| dataset[topic].id.to_string()) },
        ViewSpot::Similar { asked, .. } => Spot::Similar { place: asked?.id(dataset) },
        ViewSpot::Map(spot) => {
            let at = match spot.choice {
                Choice::Column(_, strength) => Some(strength.key().to_string()),
                Choice::Figure(_, end) => Some(end.key().to_string()),
                _ => None,
            };
            let figures = spot.bars.filter(|_| spot.mode == Mode::Bars).map(|m| dataset[m].id.to_string());
            let region = spot.region.map(|region| dataset[region].id.to_string());
            Spot::Map { choice: spot.choice.key(dataset), at, region, figures }
        }
        ViewSpot::National(spot) => {
            let wording = spot.page == Page::Wording;
            Spot::National {
                page: spot.page.key().to_string(),
                mark: wording.then(|| spot.asked.mark.key().to_string()),
                region: spot.region.filter(|_| wording).map(|region| dataset[region].id.to_string()),
            }
        }
        ViewSpot::Search { query, .. } => Spot::Search { query },
    })
}

/// Goes to a place; returns whether the dataset has it.
pub fn go(state: &mut State<'_>, spot: &Spot) -> bool {
    let context = state.context;
    match spot {
        Spot::Regions { place, entry } => {
            let Some(place) = place_of(context.dataset, place) else { return false };
            state.view = ViewId::Regions;
            state.regions.go_to(&context, place, 0);
            let Some(id) = entry.as_deref() else { return true };
            if let Some(entry) = entry_of(context.dataset, place, id) {
                state.regions.select_entry(&context, entry);
            } else if let Some(item) = item_of(context.dataset, place, id) {
                state.regions.go_to_item(&context, item);
            }
        }
        Spot::Matrix { cell } => {
            state.view = ViewId::Matrix;
            if let Some((row, column)) = cell.as_ref().and_then(|cell| cell.find(context.dataset)) {
                state.matrix.go_to(&context, row, column);
            }
        }
        Spot::Compare { a, b } => {
            state.view = ViewId::Compare;
            let find = |id: &Option<String>| id.as_deref().and_then(|id| place_of(context.dataset, id));
            state.compare.set(&context, find(a), find(b));
        }
        Spot::Topics { topic } => {
            state.view = ViewId::Topics;
            let topic = topic.as_deref().and_then(|id| context.dataset.topic(id));
            state.topics.open_at(&context, topic, Scope::default(), Sort::default());
        }
        Spot::Similar { place } => {
            let Some(place) = place_of(context.dataset, place) else { return false };
            state.view = ViewId::Similar;
            state.similar.open(&context, place, Some(context.dataset[place.region].kind));
        }
        Spot::Map { choice, at, region, figures } => {
            let dataset = context.dataset;
            let Some(choice) = choice_of(dataset, choice, at.as_deref()) else { return false };
            state.view = ViewId::Map;
            let metric = figures.as_deref().and_then(|id| dataset.metrics().find(|(_, m)| &*m.id == id));
            let region = region.as_deref().and_then(|id| place_of(dataset, id)).map(|place| place.region);
            state.map.go_to(&context, choice, region, metric.map(|(ix, _)| ix));
        }
        Spot::National { page, mark, region } => {
            let Some(page) = Page::of_key(page) else { return false };
            let region = region.as_deref().and_then(|id| place_of(context.dataset, id)).map(|place| place.region);
            state.view = ViewId::National;
            state.national.go_to(&context, page, mark.as_deref().and_then(Mark::of_key), region);
        }
        Spot::Search { query } => {
            state.view = ViewId::Search;
            state.search.restore(&context, query, 0);
        }
    }
    true
}

/// Opens the screen at a question.
pub fn open(state: &mut State<'_>, question: &Question) {
    match question {
        Question::LastPlace => {
            if let Some(last) = state.memory.last().cloned() {
                go(state, &last);
            }
        }
        Question::Show(place, only) => {
            state.view = ViewId::Regions;
            // Who names a region wants to read it.
            state.regions.pane = Pane::Text;
            state.regions.go_to(&state.context, *place, 0);
            if let Some(section) = only.section {
                state.regions.go_to_section(&state.context, section);
            }
        }
        Question::Matrix(filter, sort) => {
            state.view = ViewId::Matrix;
            state.matrix.open_at(&state.context, filter.clone(), *sort);
        }
        Question::Compare(pair) => {
            state.view = ViewId::Compare;
            state.compare.open_at(&state.context, pair);
        }
        Question::Topics(topic, scope, sort) => {
            state.view = ViewId::Topics;
            state.topics.open_at(&state.context, *topic, *scope, *sort);
        }
        Question::Similar(place, kind) => {
            state.view = ViewId::Similar;
            state.similar.open(&state.context, *place, *kind);
        }
        Question::Map(asked) => {
            state.view = ViewId::Map;
            state.map.show(&state.context, *asked);
        }
        Question::Figures(metric, sort) => {
            state.view = ViewId::Map;
            state.map.show_figures(&state.context, *metric, *sort);
        }
        Question::Plan(region, only) => {
            state.view = ViewId::Regions;
            state.regions.go_to_plan(&state.context, *region, only);
            state.notice = state.regions.plan.notice.take().or(state.notice.take());
        }
        Question::National(section) => {
            state.view = ViewId::National;
            state.national.open_at(&state.context, *section);
        }
        Question::Concrete(region, asked) => {
            state.view = ViewId::National;
            state.national.ask(&state.context, *region, *asked);
        }
        Question::Agenda(filter) => {
            state.view = ViewId::National;
            state.national.ask_agenda(&state.context, filter.clone());
        }
        Question::Search(typed) => {
            state.view = ViewId::Search;
            state.search.restore(&state.context, typed, 0);
        }
    }
}

/// A place in words, for a list.
pub fn label(context: &Context<'_>, spot: &Spot) -> String {
    let Context { dataset, lang, glyphs, .. } = *context;
    let name = |id: &str| match place_of(dataset, id) {
        Some(place) => words::place(dataset, lang, place),
        None => lang.fill(Msg::MarksGone, &[&id]),
    };
    let side = |id: &Option<String>| id.as_deref().map_or("?".to_string(), name);
    match spot {
        Spot::Regions { place, entry } => {
            let place_ix = place_of(dataset, place);
            let text = place_ix.zip(entry.as_deref()).and_then(|(p, id)| entry_of(dataset, p, id));
            let text = text.map(|ix| dataset[ix].text.to_string()).or_else(|| {
                let item = item_of(dataset, place_ix?, entry.as_deref()?)?;
                Some(plan::text(&dataset.plans()[item]))
            });
            name(place) + &text.map(|text| format!(" {} {text}", glyphs.dot)).unwrap_or_default()
        }
        Spot::Matrix { cell } => {
            let cell = cell.as_ref().and_then(|cell| cell.find(dataset));
            let cell = cell.map(|(row, column)| {
                let row = matrix::name(dataset, lang, row);
                format!(": {row} {} {}", glyphs.dot, words::column(dataset, lang, column))
            });
            lang.say(Msg::ViewMatrix).to_string() + &cell.unwrap_or_default()
        }
        Spot::Compare { a, b } => format!("{}: {} {} {}", lang.say(Msg::ViewCompare), side(a), glyphs.dot, side(b)),
        Spot::Topics { topic } => {
            let topic = topic.as_deref().and_then(|id| dataset.topic(id));
            let name = topic.map(|topic| format!(": {}", topics::name(dataset, lang, topic))).unwrap_or_default();
            lang.say(Msg::ViewTopics).to_string() + &name
        }
        Spot::Similar { place } => lang.fill(Msg::SimilarTitle, &[&name(place)]),
        Spot::Map { figures: Some(id), .. } => {
            let metric = dataset.metrics().find(|(_, m)| *m.id == **id).map(|(ix, _)| ix);
            let name = metric.map_or_else(|| name(id), |ix| figures::metric(dataset, lang, ix).to_string());
            format!("{}: {name}", lang.say(Msg::CompareFigures))
        }
        Spot::Map { choice, at, region, .. } => {
            let what = choice_of(dataset, choice, at.as_deref());
            let what = what.map_or_else(|| name(choice), |choice| map::choice(dataset, lang, choice));
            let region = region.as_deref().map(|id| format!(" {} {}", glyphs.dot, name(id))).unwrap_or_default();
            format!("{}: {what}{region}", lang.say(Msg::ViewMap))
        }
        Spot::National { page, mark, region } => {
            let page = Page::of_key(page).map_or(page.as_str(), |page| lang.say(page.name()));
            let mark = mark.as_deref().and_then(Mark::of_key);
            let mark = mark.map(|m| format!(" {} {}", glyphs.dot, lang.say(concrete::mark(m)))).unwrap_or_default();
            let region = region.as_deref().map(|id| format!(" {} {}", glyphs.dot, name(id))).unwrap_or_default();
            format!("{}: {page}{mark}{region}", lang.say(Msg::ViewNational))
        }
        Spot::Search { query } => format!("{}: {query}", lang.say(Msg::ViewSearch)),
    }
}

/// A choice from its key, at a strength or end.
fn choice_of(dataset: &Dataset<'_>, key: &str, at: Option<&str>) -> Option<Choice> {
    let strength = Strength::ALL.into_iter().find(|strength| Some(strength.key()) == at);
    let end = End::ALL.into_iter().find(|end| Some(end.key()) == at);
    match shade::find(dataset, key).as_slice() {
        [choice] => Some(choice.at(strength, end)),
        _ => None,
    }
}

fn place_of(dataset: &Dataset<'_>, id: &str) -> Option<Place> {
    let (region, part) = id.split_once('/').map_or((id, None), |(region, part)| (region, Some(part)));
    let (ix, _) = dataset.regions().find(|(_, r)| &*r.id == region)?;
    match part {
        None => Some(Place::whole(ix)),
        Some(part) => dataset.part(ix, part).map(|part| Place { region: ix, part: Some(part) }),
    }
}

/// The entry of a place's regioplan with this id; plans are not decoded for a region without one.
fn item_of(dataset: &Dataset<'_>, place: Place, id: &str) -> Option<ItemIx> {
    let plans = dataset.has_plan(place.region).then(|| dataset.plans())?;
    plans.find(id).filter(|ix| plans[plans[*ix].work].region == Some(place.region))
}

fn entry_of(dataset: &Dataset<'_>, place: Place, id: &str) -> Option<EntryIx> {
    dataset.entries_of(place.region).find(|(_, e)| &*e.id == id).map(|(ix, _)| ix)
}
