//! What is shown, as the answer that the command of the same question gives, and written to a file like that one.

use super::action::ViewId;
use super::state::{Overlay, State};
use super::views::ranked::Pane as RankedPane;
use super::views::regions::{Item, Pane};
use crate::dataset::EntryKind;
use crate::query::portrait::{Only, Section};
use crate::query::search::parse::Query;
use crate::query::search::search;
use crate::query::similar::Weights;
use crate::query::topics::Index;
use crate::report::answer::{self, Answer, Compare, Dialect, Form, Matrix, Search, Show, Similar, Topic, Topics};
use crate::report::search::Found;
use crate::report::text::Manner;
use crate::report::topics::Asked;
use crate::store::{WholeError, write_whole};
use crate::texts::Msg;

/// The forms that are offered, CSV in both dialects.
pub const FORMS: [Form; 6] =
    [Form::Md, Form::Html, Form::Text, Form::Csv(Dialect::Plain), Form::Csv(Dialect::Excel), Form::Json];

/// A form in words.
pub fn label(form: Form) -> Msg {
    match form {
        Form::Text => Msg::ExportText,
        Form::Md => Msg::ExportMd,
        Form::Csv(Dialect::Plain) => Msg::ExportCsv,
        Form::Csv(Dialect::Excel) => Msg::ExportExcel,
        Form::Json => Msg::ExportJson,
        Form::Html => Msg::ExportHtml,
    }
}

/// Makes the answer that is shown and does something with it; nothing where there is none. In view 1 it can be of one
/// section alone.
pub fn with_answer<R>(state: &State<'_>, only: Only, act: impl FnOnce(&dyn Answer) -> R) -> Option<R> {
    let (dataset, lang) = (state.context.dataset, state.context.lang);
    Some(match state.view {
        ViewId::Regions => act(&Show { dataset, place: state.regions.place?, only }),
        ViewId::Matrix => {
            let view = &state.matrix;
            act(&Matrix { dataset, own: &view.own, filter: &view.filter, answer: &view.answer })
        }
        ViewId::Compare => {
            let view = &state.compare;
            let comparison = view.comparison.as_ref()?;
            act(&Compare { dataset, comparison, sections: &view.sections, only: view.only, columns: view.columns })
        }
        ViewId::Topics => {
            let (view, index) = (&state.topics, &Index::new(dataset));
            let asked = Asked { scope: view.scope, sort: view.sort };
            match view.topic().filter(|_| view.pane == RankedPane::Text) {
                Some(topic) => act(&Topic { dataset, index, asked, topic }),
                // A name that is typed finds a topic in the list; it asks nothing of the regions.
                None => {
                    let listed = &index.list(dataset, lang, asked.scope, asked.sort);
                    act(&Topics { dataset, index, asked, listed })
                }
            }
        }
        ViewId::Search => {
            let typed = &state.search.typed;
            let query = &Query::parse(dataset, typed);
            if query.is_empty() || !query.problems.is_empty() {
                return None;
            }
            let found = Found { typed, query, answer: &search(dataset, lang, query) };
            act(&Search { dataset, found })
        }
        // What these show is printed by their commands, in text and JSON.
        ViewId::Map | ViewId::National => return None,
        ViewId::Similar => {
            let (view, weights) = (&state.similar, &Weights::new(dataset));
            act(&Similar { dataset, weights, place: view.asked?, kind: view.kind, found: &view.found })
        }
    })
}

/// The section that the selected item of view 1 stands in.
pub fn section(state: &State<'_>) -> Option<Section> {
    if state.view != ViewId::Regions || state.regions.pane != Pane::Text {
        return None;
    }
    let dataset = state.context.dataset;
    let region = &dataset[state.regions.place?.region];
    Some(match state.regions.selected()? {
        Item::Entry(ix) => match dataset[ix].kind {
            EntryKind::Development => Section::Developments,
            EntryKind::ActionLine(theme) => Section::Theme(theme),
            EntryKind::Focus(_) => Section::Focus,
        },
        Item::Silence(i) => Section::Theme(region.silences.get(i)?.theme),
        Item::Row(_) => Section::Focus,
        Item::Note(_) => Section::Notes,
        Item::Plan | Item::PlanList(_) | Item::PlanEntry(_) | Item::PlanNote(_) => return None,
    })
}

/// Writes what is shown to the file that is typed, in the folder that one is in unless the name says another. One that is
/// there is asked about first.
pub fn export(state: &mut State<'_>) {
    let lang = state.context.lang;
    let Some(Overlay::Save(view)) = &state.overlay else { return };
    let (form, only, over) = (view.form, view.only, view.over);
    let name = view.field.value().trim().to_string();
    let path = state.folder.join(&name);
    let manner = Manner { lang, width: None, colour: false, ascii: state.context.glyphs.ascii };
    let bytes = with_answer(state, only, |answer| {
        let mut bytes = Vec::new();
        answer::write(answer, form, manner, &mut bytes).map(|()| bytes)
    });
    let written = match bytes {
        None => return,
        Some(Err(e)) => Err(WholeError::Io(path.clone(), e)),
        Some(Ok(bytes)) => write_whole(&path, &bytes, over),
    };
    let context = state.context;
    match (written, &mut state.overlay) {
        (Ok(()), _) => {
            state.overlay = None;
            state.notice =
                Some(lang.fill(Msg::ExportWritten, &[&name, &lang.say(label(form)), &state.folder.display()]));
        }
        (Err(why), Some(Overlay::Save(view))) => view.refused(&context, &why),
        (Err(_), _) => {}
    }
}
