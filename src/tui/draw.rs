//! Draws the state. The one place that knows which pane stands where; it changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::action::{Action, Binding, Edit, Scope, ViewId};
use super::layout;
use super::lines::{Canvas, Line, cut};
use super::list::Cursor;
use super::panes::{
    bars, compare, finder, footer, map, matrix, menu, national, picker, ranked, region, save, search, title, tree,
};
use super::state::{Context, Overlay, SMALLEST, State};
use super::theme::Role;
use super::views::map::Mode;
use super::views::ranked as ranked_view;
use super::views::regions::{Item, Pane};
use crate::query::find::Place;
use crate::report::{plan, words};
use crate::texts::Msg;

/// A drawn frame.
#[derive(Debug)]
pub struct Drawn {
    /// Its cells.
    pub buffer: Buffer,
    /// Where the terminal's cursor belongs: at the selected item, or in the open field.
    pub cursor: Position,
    /// Whether the cursor is to be seen.
    pub visible: bool,
}

/// Draws the state as a frame of the size of the window.
pub fn draw(state: &State<'_>) -> Drawn {
    let size = state.context.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    let mut canvas = Canvas { buf: &mut buffer, scheme: state.context.scheme, ascii: state.context.glyphs.ascii };
    if size.too_small() {
        too_small(&state.context, &mut canvas);
        return Drawn { buffer, cursor: Position::new(0, 0), visible: false };
    }
    let frame = layout::frame(size);
    // In meeting mode nothing but the content; the help and a field still say what works.
    let bare = state.context.meeting && state.overlay.is_none() && state.field().is_none();
    if !bare {
        let props = title::Props { lang: state.context.lang, view: state.view, keys: state.context.keys, aside: "" };
        title::render(&props, frame.title, &mut canvas);
    }
    let cursor = match &state.overlay {
        Some(Overlay::Help(finder) | Overlay::Palette(finder)) => {
            let Context { lang, glyphs, .. } = state.context;
            finder::render(&finder::Props { lang, glyphs, finder }, frame.body, &mut canvas)
        }
        Some(Overlay::Menu(list)) => {
            menu::render(&menu::Props { lines: &list.lines, top: list.cursor.top }, frame.body, &mut canvas);
            Position::new(0, frame.body.y)
        }
        Some(Overlay::Save(view)) => save::render(&state.context, view, frame.body, &mut canvas),
        Some(Overlay::Copied(view)) => {
            // Nothing but the text: no title, no indent.
            canvas.buf.reset();
            for (y, line) in (0..size.height.saturating_sub(2)).zip(view.lines.iter().skip(view.top)) {
                canvas.text(0, y, line, Role::Text, size.width);
            }
            Position::new(0, 0)
        }
        None => match state.view {
            ViewId::Regions => regions(state, &mut canvas),
            ViewId::Matrix => matrix::render(&state.context, &state.matrix, &mut canvas),
            ViewId::Compare => comparison(state, frame.body, &mut canvas),
            ViewId::Topics => topics(state, &mut canvas),
            ViewId::Map => self::map(state, frame.body, &mut canvas),
            ViewId::National => national::render(&state.context, &state.national, &mut canvas),
            ViewId::Search => self::search(state, &mut canvas),
            ViewId::Similar => similar(state, &mut canvas),
        },
    };
    if !bare || state.notice.is_some() {
        let keys = footer_keys(state);
        footer::render(&footer::Props { keys: &keys, notice: state.notice.as_deref() }, frame.footer, &mut canvas);
        if state.mouse && state.notice.is_none() {
            let sign = state.context.lang.say(Msg::MouseSign);
            let width = u16::try_from(sign.len()).unwrap_or(0);
            let x = frame.footer.right().saturating_sub(width + 1);
            canvas.text(x.saturating_sub(1), frame.footer.y, " ", Role::Text, 1);
            canvas.text(x, frame.footer.y, sign, Role::Notice, width);
        }
    }
    Drawn { buffer, cursor, visible: state.field().is_some() }
}

fn comparison(state: &State<'_>, body: Rect, canvas: &mut Canvas<'_>) -> Position {
    let Context { dataset, lang, glyphs, size, meeting, .. } = state.context;
    let view = &state.compare;
    if let Some((side, picker)) = &view.picker {
        let heading = lang.fill(Msg::PickSide, &[&side.letter()]);
        let name = |i: usize| picker.places.get(i).map_or(String::new(), |place| words::place(dataset, lang, *place));
        let (field, cursor, len) = (&picker.field, picker.cursor, picker.places.len());
        return picker::render(
            &picker::Props { lang, glyphs, heading: &heading, field, cursor, len, name: &name },
            body,
            canvas,
        );
    }
    let name = |place: Option<crate::query::find::Place>| {
        place.map_or(lang.say(Msg::CompareUnset).to_string(), |place| words::place(dataset, lang, place))
    };
    let names = crate::query::pairing::Sides { a: name(view.a), b: name(view.b) };
    let props = compare::Props { lang, glyphs, names, view };
    compare::render(&props, layout::compare(size, meeting), canvas)
}

fn topics(state: &State<'_>, canvas: &mut Canvas<'_>) -> Position {
    let view = &state.topics;
    let lines = (view.text.lines.as_slice(), view.text.cursor);
    let label = state.context.lang.say(Msg::NarrowLabel);
    list_with_text(state, (label, view.field.as_ref()), (&view.laid, view.cursor), lines, view.pane, canvas)
}

fn similar(state: &State<'_>, canvas: &mut Canvas<'_>) -> Position {
    let view = &state.similar;
    let lines = (view.text.lines.as_slice(), view.text.cursor);
    list_with_text(state, ("", None), (&view.laid, view.cursor), lines, view.pane, canvas)
}

/// A list with bars and beside it what is said of the selected one.
fn list_with_text(
    state: &State<'_>,
    (label, field): (&str, Option<&Input>),
    (laid, at): (&ranked_view::Laid, Cursor),
    (text, cursor): (&[Line], Cursor),
    pane: ranked_view::Pane,
    canvas: &mut Canvas<'_>,
) -> Position {
    let row = at.at.saturating_sub(at.top);
    let in_text = pane == ranked_view::Pane::Text;
    let props = ranked::Props { glyphs: state.context.glyphs, label, field, laid, row, text, cursor, in_text };
    ranked::render(&props, ranked_view::areas(&state.context, pane, laid.bar.len()), canvas)
}

fn map(state: &State<'_>, body: Rect, canvas: &mut Canvas<'_>) -> Position {
    let Context { lang, glyphs, .. } = state.context;
    let view = &state.map;
    if let Some(picker) = &view.picker {
        let heading = lang.say(if view.mode == Mode::Tiles { Msg::MapPick } else { Msg::FiguresPick });
        let name = |i: usize| picker.label(i).to_string();
        let (field, cursor, len) = (&picker.field, picker.cursor, picker.len());
        return picker::render(&picker::Props { lang, glyphs, heading, field, cursor, len, name: &name }, body, canvas);
    }
    match view.mode {
        Mode::Tiles => map::render(&state.context, view, canvas),
        Mode::Bars => bars::render(&state.context, &view.bars, canvas),
    }
}

fn too_small(context: &Context<'_>, canvas: &mut Canvas<'_>) {
    let text = context.lang.fill(Msg::TooSmall, &[&SMALLEST.width, &SMALLEST.height]);
    let width = usize::from(context.size.width);
    for (y, line) in (0..context.size.height).zip(super::lines::wrap(&text, width)) {
        canvas.text(0, y, &line, Role::Text, context.size.width);
    }
}

fn search(state: &State<'_>, canvas: &mut Canvas<'_>) -> Position {
    let view = &state.search;
    let props = search::Props {
        label: state.context.lang.say(Msg::SearchLabel),
        field: view.field.as_ref(),
        typed: &view.typed,
        total: &view.total,
        head: &view.head,
        lines: &view.lines,
        detail: &view.detail,
    };
    search::render(&props, layout::search(state.context.size), canvas)
}

fn regions(state: &State<'_>, canvas: &mut Canvas<'_>) -> Position {
    let Context { dataset, lang, glyphs, size, .. } = state.context;
    let view = &state.regions;
    let areas = if state.context.meeting {
        layout::regions_in_meeting(size)
    } else {
        layout::regions(size, view.pane == Pane::Tree)
    };
    let mut cursor = Position::new(0, 0);
    if let Some(area) = areas.tree {
        let props = tree::Props {
            dataset,
            lang,
            glyphs,
            field: view.field.as_ref(),
            filter: &view.filter,
            places: &view.tree,
            cursor: view.tree_cursor,
            focused: view.pane == Pane::Tree,
        };
        cursor = tree::render(&props, area, canvas);
    }
    if let Some(area) = areas.rule {
        for y in area.y..area.bottom() {
            canvas.text(area.x, y, glyphs.rule, Role::Rule, 1);
        }
    }
    let Some(place) = view.place else { return cursor };
    let in_plan = view.selected().and_then(|item| plan_source(dataset, place, item));
    let source = match view.selected() {
        Some(Item::Entry(ix)) => Some(dataset[ix].source),
        Some(Item::Silence(i)) => Some(dataset[place.region].silences[i].source),
        Some(Item::Row(ix)) => Some(dataset[ix].axis(crate::dataset::Axis::Sectors).source),
        Some(Item::Note(i)) => dataset[place.region].notes[i].sources.first().copied(),
        _ => None,
    };
    let room = areas.source.map_or(usize::MAX, |area| usize::from(area.width));
    let in_plan = in_plan.map(|(document, section)| {
        let whole = lang.fill(Msg::SourceLine, &[&format!("{document}, {section}")]);
        // Where both do not fit, the section does: which plan it is stands in the text.
        let short = || lang.fill(Msg::SourceLine, &[&section]);
        if section.is_empty() {
            lang.fill(Msg::SourceLine, &[&document])
        } else if whole.width() <= room {
            whole
        } else {
            cut(&short(), room, glyphs.more)
        }
    });
    let source = in_plan.unwrap_or_else(|| {
        source.map_or(String::new(), |s| {
            let whole = lang.fill(Msg::SourceLine, &[&words::source(dataset, lang, s)]);
            // Where the title does not fit, the page does.
            let fits = areas.source.is_none_or(|area| whole.width() <= usize::from(area.width));
            if fits { whole } else { lang.fill(Msg::SourceLine, &[&words::pages(lang, &[s])]) }
        })
    });
    let props = region::Props {
        glyphs,
        name: &words::place(dataset, lang, place),
        counts: &view.text.head,
        text: &view.text,
        source: &source,
        focused: view.pane == Pane::Text,
    };
    let at = region::render(&props, areas, canvas);
    if view.pane == Pane::Text { at.unwrap_or(cursor) } else { cursor }
}

/// Document and section of what is selected in a regioplan.
fn plan_source(dataset: &crate::dataset::Dataset<'_>, place: Place, item: Item) -> Option<(String, String)> {
    let source = match item {
        Item::Plan | Item::PlanList(_) => {
            let (_, doc) = dataset.planned().iter().find(|(region, _)| *region == place.region)?;
            return Some((plan::document(dataset, *doc), String::new()));
        }
        Item::PlanEntry(ix) => &dataset.plans()[ix].source,
        Item::PlanNote(i) => {
            let plans = dataset.plans();
            plans[plans.of(place.region)?].notes.get(i)?.sources.first()?
        }
        _ => return None,
    };
    Some((plan::document(dataset, source.doc), source.section.clone()))
}

/// The keys for the footer: those of the field, else those of the view and the most useful of the rest.
fn footer_keys(state: &State<'_>) -> Vec<(String, &'static str)> {
    let lang = state.context.lang;
    let keymap = state.context.keys;
    let here = |view: ViewId| keymap.here(view);
    let label = |b: Binding<'_>| (b.keys.first().map(|k| k.label()).unwrap_or_default(), lang.say(b.msg));
    if state.field().is_some() {
        let wanted = [Action::Open, Action::Escape, Action::Edit(Edit::Clear)];
        let finding = matches!(state.overlay, Some(Overlay::Help(_) | Overlay::Palette(_)));
        let said = |b: Binding<'_>| match b.action {
            Action::Open if finding => label(Binding { msg: Msg::FinderRun, ..b }),
            Action::Open if matches!(state.overlay, Some(Overlay::Save(_))) => {
                label(Binding { msg: Msg::ExportWrite, ..b })
            }
            Action::Escape if finding => label(Binding { msg: Msg::FinderClose, ..b }),
            _ => label(b),
        };
        let mut rows: Vec<Binding<'_>> = keymap.in_field().filter(|b| wanted.contains(&b.action)).collect();
        if finding {
            rows.sort_by_key(|b| wanted.iter().position(|action| *action == b.action));
        }
        return rows.into_iter().map(said).collect();
    }
    if state.overlay.is_some() {
        let wanted = match state.overlay {
            Some(Overlay::Menu(_)) => [Action::Open, Action::Escape, Action::Quit],
            _ => [Action::Escape, Action::PageDown, Action::Quit],
        };
        return here(state.view).filter(|b| wanted.contains(&b.action)).map(label).collect();
    }
    // Help and quit are always in sight; what comes between is left out where it does not fit.
    let first = if state.view == ViewId::Search { Action::Copy } else { Action::Search };
    let wanted = [first, Action::Open, Action::Back];
    // Keys of second rank are left to the help.
    let second =
        [Action::ToMap, Action::NextKind, Action::MoreMarks, Action::FewerMarks, Action::Remark, Action::CountOwn];
    let own = || {
        let of_view = here(state.view).filter(|b| matches!(b.scope, Scope::View(_)) && !second.contains(&b.action));
        of_view.filter(|b| of_use_in_plan(state, b.action))
    };
    let rest = || here(state.view).filter(|b| b.scope == Scope::Everywhere);
    let last = rest().filter(|b| matches!(b.action, Action::Help | Action::Quit));
    let mut keys: Vec<(String, &'static str)> = last.map(label).collect();
    let mut left = usize::from(state.context.size.width).saturating_sub(1 + keys.iter().map(width).sum::<usize>());
    let mut at = 0;
    let named = |b: &Binding<'_>| own().any(|o| o.action == b.action);
    let useful = rest().filter(|b| wanted.contains(&b.action) && !named(b));
    for binding in own().chain(useful).map(label) {
        if width(&binding) <= left {
            left -= width(&binding);
            keys.insert(at, binding);
            at += 1;
        }
    }
    keys
}

/// Whether an action belongs in the footer as far as regioplannen go: that which leads to one where there is one, those
/// of its tree in it.
fn of_use_in_plan(state: &State<'_>, action: Action) -> bool {
    let view = &state.regions;
    let in_plan =
        state.view == ViewId::Regions && view.selected().is_some_and(Item::of_plan) && view.pane == Pane::Text;
    match action {
        Action::ToPlan | Action::OpenPlan => {
            view.place.is_some_and(|place| state.context.dataset.has_plan(place.region))
        }
        Action::UnfoldAll | Action::FoldAll => in_plan,
        Action::ToggleInferred => false,
        _ => true,
    }
}

/// The cells that a key takes in the footer, with the gap behind it.
fn width((keys, what): &(String, &'static str)) -> usize {
    keys.width() + 1 + what.width() + footer::GAP
}
