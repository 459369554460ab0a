//! Places that outlive the session: where one is as ids, and back from ids to the screen.

use super::action::ViewId;
use super::state::{Context, State};
use super::update::spot;
use super::views::ViewSpot;
use super::views::national::Page;
use super::views::regions::{Item, Pane};
use crate::dataset::{Dataset, EntryIx};
use crate::memory::Spot;
use crate::own_marks::CellId;
use crate::query::concrete::Mark;
use crate::query::find::Place;
use crate::query::question::Question;
use crate::report::{concrete, matrix, words};
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
        ViewSpot::Matrix { .. } => {
            let cell = state.matrix.row().zip(state.matrix.under());
            Spot::Matrix { cell: cell.map(|(row, column)| CellId::of(dataset, row, column)) }
        }
        ViewSpot::Compare { a, b, .. } => Spot::Compare { a: a.map(|p| p.id(dataset)), b: b.map(|p| p.id(dataset)) },
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
            if let Some(entry) = entry.as_deref().and_then(|id| entry_of(context.dataset, place, id)) {
                state.regions.select_entry(&context, entry);
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
            let text = text.map(|ix| format!(" {} {}", glyphs.dot, dataset[ix].text)).unwrap_or_default();
            name(place) + &text
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

fn place_of(dataset: &Dataset<'_>, id: &str) -> Option<Place> {
    let (region, part) = id.split_once('/').map_or((id, None), |(region, part)| (region, Some(part)));
    let (ix, _) = dataset.regions().find(|(_, r)| &*r.id == region)?;
    match part {
        None => Some(Place::whole(ix)),
        Some(part) => dataset.part(ix, part).map(|part| Place { region: ix, part: Some(part) }),
    }
}

fn entry_of(dataset: &Dataset<'_>, place: Place, id: &str) -> Option<EntryIx> {
    dataset.entries_of(place.region).find(|(_, e)| &*e.id == id).map(|(ix, _)| ix)
}
