//! View 1: the tree of regions with their parts, and beside it all that the open one says.

use tui_input::Input;

use super::super::action::Action;
use super::super::layout;
use super::super::lines::{Line, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::update::edit;
use super::regions_plan::{PlanSide, plan_lines};
use super::{Outcome, Target, ViewSpot};
use crate::dataset::plans::{ItemIx, List};
use crate::dataset::{EntryIx, RowIx};
use crate::query::find::{Place, narrow};
use crate::query::portrait::{Block, Only, Section, portrait};
use crate::query::summary::{counts, namesakes};
use crate::report::words;
use crate::texts::Msg;

/// The pane that keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The tree of regions.
    Tree,
    /// The text of the open region.
    Text,
}

/// Something in the text of a region that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// An entry.
    Entry(EntryIx),
    /// A silence, by its place in the region's silences.
    Silence(usize),
    /// A row of the matrix.
    Row(RowIx),
    /// A note, by its place in the region's notes.
    Note(usize),
    /// The regioplan, which unfolds.
    Plan,
    /// A list of the regioplan.
    PlanList(List),
    /// An entry of the regioplan.
    PlanEntry(ItemIx),
    /// A note on the regioplan, by its place in its notes.
    PlanNote(usize),
}

/// The text of the open region, laid out.
#[derive(Debug, Default)]
pub struct RegionText {
    /// The counts of the place and its namesakes.
    pub head: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// What can be selected, in order.
    pub items: Vec<Item>,
    /// The first line of each item and the line behind its last.
    pub extents: Vec<(usize, usize)>,
    /// The lines that are headings of sections.
    pub headings: Vec<usize>,
    /// Where one is.
    pub cursor: Cursor,
    /// Whether nothing but the texts is shown, with blank lines between them.
    pub airy: bool,
}

/// The state of view 1.
#[derive(Debug)]
pub struct RegionsView {
    /// The pane that keys go to.
    pub pane: Pane,
    /// The open field that narrows the tree.
    pub field: Option<Input>,
    /// What the tree is narrowed by.
    pub filter: String,
    /// The places of the tree that fit the filter, in order.
    pub tree: Vec<Place>,
    /// Where one is in the tree.
    pub tree_cursor: Cursor,
    /// The open place.
    pub place: Option<Place>,
    /// What it says.
    pub text: RegionText,
    /// What is unfolded of regioplannen, and how one came there.
    pub plan: PlanSide,
}

impl RegionsView {
    /// The view with a place open, else the first region.
    pub fn new(context: &Context<'_>, place: Option<Place>) -> Self {
        let mut view = RegionsView {
            pane: if place.is_some() { Pane::Text } else { Pane::Tree },
            field: None,
            filter: String::new(),
            tree: Vec::new(),
            tree_cursor: Cursor::default(),
            place: None,
            text: RegionText::default(),
            plan: PlanSide::default(),
        };
        view.narrow(context);
        let place = place.or_else(|| view.tree.first().copied());
        if let Some(place) = place {
            view.go_to(context, place, 0);
        }
        view
    }

    /// Opens a place with an item selected.
    pub fn go_to(&mut self, context: &Context<'_>, place: Place, item: usize) {
        if !self.tree.contains(&place) {
            self.filter.clear();
            self.field = None;
            self.narrow(context);
        }
        if let Some(at) = self.tree.iter().position(|p| *p == place) {
            self.tree_cursor.at = at;
        }
        self.place = Some(place);
        self.text.cursor = Cursor { at: item, top: 0 };
        self.lay_out(context);
    }

    /// Lays the view out for the size of the window; the selected item stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        self.reveal_tree(context);
        let Some(place) = self.place else { return };
        if context.meeting {
            self.pane = Pane::Text;
            self.field = None;
        }
        // The last column is for the signs that there is more.
        let width = areas(context).text.map_or(0, |area| usize::from(area.width).saturating_sub(1));
        let mut text = lay_out(context, place, width);
        plan_lines(context, place.region, &self.plan, width, &mut text);
        text.cursor = self.text.cursor;
        text.cursor.at = text.cursor.at.min(text.items.len().saturating_sub(1));
        self.text = text;
        self.reveal_text(context);
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        if let Some(outcome) = self.in_plan(context, action) {
            return outcome;
        }
        match action {
            // In meeting mode there is no tree to go to.
            Action::Narrow | Action::NextPane | Action::Left | Action::Right if context.meeting => Outcome::Stayed,
            Action::PageDown | Action::PageUp if context.meeting => self.slide(context, action == Action::PageDown),
            Action::Narrow => {
                self.pane = Pane::Tree;
                self.field = Some(Input::new(self.filter.clone()));
                Outcome::Stayed
            }
            Action::Edit(change) => {
                if let Some(field) = &mut self.field
                    && edit(field, change)
                {
                    self.filter = field.value().to_string();
                    self.narrow(context);
                    return self.open_selected(context);
                }
                Outcome::Stayed
            }
            Action::Escape => self.escape(context),
            Action::NextPane => {
                self.field = None;
                self.pane = if self.pane == Pane::Tree { Pane::Text } else { Pane::Tree };
                Outcome::Stayed
            }
            Action::Open if self.pane == Pane::Tree => {
                self.field = None;
                self.pane = Pane::Text;
                Outcome::Stayed
            }
            Action::Open => match self.selected() {
                Some(Item::Entry(entry)) => topic_of(context, entry),
                _ => Outcome::Stayed,
            },
            Action::Right if self.pane == Pane::Tree => {
                self.pane = Pane::Text;
                Outcome::Stayed
            }
            Action::Left if self.pane == Pane::Text => {
                self.pane = Pane::Tree;
                Outcome::Stayed
            }
            Action::NextHeading => self.heading(context, true),
            Action::PreviousHeading => self.heading(context, false),
            _ => match self.pane {
                Pane::Tree => self.move_in_tree(context, action),
                Pane::Text => self.move_in_text(context, action),
            },
        }
    }

    fn escape(&mut self, context: &Context<'_>) -> Outcome {
        if self.field.take().is_some() {
            return Outcome::Stayed;
        }
        if !self.filter.is_empty() {
            self.filter.clear();
            self.narrow(context);
            return Outcome::Stayed;
        }
        Outcome::Unused
    }

    /// Narrows the tree by the filter; what was selected stays selected where it still fits.
    fn narrow(&mut self, context: &Context<'_>) {
        let was = self.tree.get(self.tree_cursor.at).copied().or(self.place);
        let found = narrow(context.dataset, &self.filter);
        let best =
            found.iter().enumerate().max_by_key(|(i, (_, score))| (*score, std::cmp::Reverse(*i))).map(|(i, _)| i);
        self.tree = found.iter().map(|(place, _)| *place).collect();
        let kept = was.and_then(|place| self.tree.iter().position(|p| *p == place));
        // While typing the best hit is selected; an emptied filter goes back to what was open.
        self.tree_cursor.at = if self.filter.is_empty() { kept } else { best }.unwrap_or(0);
        self.reveal_tree(context);
    }

    fn open_selected(&mut self, context: &Context<'_>) -> Outcome {
        let Some(place) = self.tree.get(self.tree_cursor.at).copied() else { return Outcome::Stayed };
        if self.place == Some(place) {
            return Outcome::Stayed;
        }
        self.place = Some(place);
        self.text.cursor = Cursor::default();
        self.lay_out(context);
        Outcome::Opened
    }

    fn move_in_tree(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let page = usize::from(layout::frame(context.size).body.height).saturating_sub(3);
        let Some(delta) = delta(action, page) else { return Outcome::Unused };
        self.tree_cursor.by(delta, self.tree.len());
        self.reveal_tree(context);
        self.open_selected(context);
        // Looking through the tree is not opening: back leads out of it, not through every region passed.
        Outcome::Stayed
    }

    pub(super) fn move_in_text(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let height = text_height(context);
        match action {
            Action::PageDown | Action::PageUp => self.page(context, action == Action::PageDown, height),
            _ => {
                let Some(delta) = delta(action, 1) else { return Outcome::Unused };
                let items = self.text.items.len();
                self.text.cursor.by(delta, items);
                self.reveal_text(context);
            }
        }
        Outcome::Stayed
    }

    /// Scrolls by a page and selects the first item that begins there.
    fn page(&mut self, context: &Context<'_>, down: bool, height: usize) {
        let step = height.saturating_sub(1).max(1);
        let last = self.text.lines.len().saturating_sub(height);
        let top =
            if down { (self.text.cursor.top + step).min(last) } else { self.text.cursor.top.saturating_sub(step) };
        let at_edge = top == self.text.cursor.top;
        self.text.cursor.top = top;
        let extents = &self.text.extents;
        let at = match (at_edge, down) {
            (true, true) => extents.len().checked_sub(1),
            (true, false) => Some(0),
            _ => extents.iter().position(|(from, _)| *from >= top).or(extents.len().checked_sub(1)),
        };
        self.text.cursor.at = at.unwrap_or(0);
        if at_edge {
            self.reveal_text(context);
        }
    }

    fn heading(&mut self, context: &Context<'_>, next: bool) -> Outcome {
        self.pane = Pane::Text;
        let here = self.text.extents.get(self.text.cursor.at).map_or(0, |(from, _)| *from);
        let under = self.text.headings.iter().rposition(|line| *line <= here);
        let wanted = match (under, next) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
            (None, _) => 0,
        };
        if let Some(line) = self.text.headings.get(wanted).copied()
            && let Some(item) = self.text.extents.iter().position(|(from, _)| *from >= line)
        {
            self.text.cursor.at = item;
            let last = self.text.lines.len().saturating_sub(text_height(context));
            self.text.cursor.top = line.min(last);
        }
        Outcome::Stayed
    }

    /// In meeting mode: the next page of the section that one is in, and behind its end the next section.
    fn slide(&mut self, context: &Context<'_>, next: bool) -> Outcome {
        let height = text_height(context);
        let top = self.text.cursor.top;
        let headings = &self.text.headings;
        let under = headings.iter().rposition(|line| *line <= top);
        let start = under.and_then(|at| headings.get(at).copied()).unwrap_or(0);
        let behind = headings.get(under.map_or(0, |at| at + 1)).copied();
        let page = height.saturating_sub(1).max(1);
        let top = match (next, behind) {
            (true, Some(behind)) if behind <= top + height => behind,
            (true, None) if self.text.lines.len() <= top + height => top,
            (true, _) => top + page,
            (false, _) if top > start => top.saturating_sub(page).max(start),
            (false, _) => under.and_then(|at| headings.get(at.checked_sub(1)?).copied()).unwrap_or(0),
        };
        // A section begins at the top, as a slide does, also where less than a page is left.
        self.text.cursor.top = top;
        let first = self.text.extents.iter().position(|(from, _)| *from >= top);
        self.text.cursor.at = first.unwrap_or(self.text.extents.len().saturating_sub(1));
        Outcome::Stayed
    }

    /// The line of the tree that a place stands on, headings included.
    pub fn tree_line(&self, context: &Context<'_>, at: usize) -> usize {
        let roaz = |place: &Place| context.dataset[place.region].kind == crate::dataset::RegionKind::Roaz;
        let first_roaz = self.tree.iter().position(roaz);
        let headings = match first_roaz {
            Some(0) => 1,
            Some(first) if at >= first => 3,
            _ => 1,
        };
        at + headings
    }

    fn reveal_tree(&mut self, context: &Context<'_>) {
        let height = usize::from(layout::frame(context.size).body.height).saturating_sub(1);
        let line = self.tree_line(context, self.tree_cursor.at);
        let total = self.tree_line(context, self.tree.len().saturating_sub(1)) + 1;
        let from = if self.tree_cursor.at == 0 { 0 } else { line };
        self.tree_cursor.reveal(from, line + 1, height, total);
    }

    pub(super) fn reveal_text(&mut self, context: &Context<'_>) {
        let height = text_height(context);
        let total = self.text.lines.len();
        if let Some((from, to)) = self.text.extents.get(self.text.cursor.at).copied() {
            // The first item shows the headings above it.
            let from = if self.text.cursor.at == 0 { 0 } else { from };
            // And the last one what stands below it.
            let to =
                if self.text.cursor.at + 1 == self.text.items.len() && total <= from + height { total } else { to };
            self.text.cursor.reveal(from, to, height, total);
        }
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        match (self.place, self.selected()) {
            // What is folded meanwhile must not lead elsewhere.
            (Some(place), Some(item)) if item.of_plan() && self.pane == Pane::Text => ViewSpot::Plan { place, item },
            (place, _) => ViewSpot::Regions { place, item: self.text.cursor.at },
        }
    }

    /// Opens the region of an entry, with the entry selected.
    pub fn go_to_entry(&mut self, context: &Context<'_>, entry: EntryIx) {
        self.pane = Pane::Text;
        self.go_to(context, Place::whole(context.dataset[entry].region), 0);
        self.select_entry(context, entry);
    }

    /// Selects an entry of the open place, where it is shown.
    pub fn select_entry(&mut self, context: &Context<'_>, entry: EntryIx) {
        if let Some(item) = self.text.items.iter().position(|i| *i == Item::Entry(entry)) {
            self.pane = Pane::Text;
            self.text.cursor.at = item;
            self.reveal_text(context);
        }
    }

    /// Goes to the heading of a section in the open place.
    pub fn go_to_section(&mut self, context: &Context<'_>, section: Section) {
        let themes = context.dataset.themes().count();
        let heading = match section {
            Section::Developments => 0,
            Section::Theme(theme) => 1 + theme.place(),
            Section::Focus => 1 + themes,
            Section::Notes if self.place.is_some_and(|p| context.dataset[p.region].notes.is_empty()) => return,
            Section::Notes => 2 + themes,
        };
        let line = self.text.headings.get(heading).copied();
        let Some(line) = line else { return };
        if let Some(item) = self.text.extents.iter().position(|(from, _)| *from > line) {
            self.pane = Pane::Text;
            self.text.cursor.at = item;
            self.text.cursor.top = line.min(self.text.lines.len().saturating_sub(text_height(context)));
        }
    }

    /// Opens what stands on a line of the tree, counted from the field above it.
    pub fn click_tree(&mut self, context: &Context<'_>, line: usize) {
        let Some(line) = line.checked_sub(1).map(|l| l + self.tree_cursor.top) else { return };
        if let Some(at) = (0..self.tree.len()).find(|at| self.tree_line(context, *at) == line) {
            self.pane = Pane::Tree;
            self.tree_cursor.at = at;
            self.open_selected(context);
        }
    }

    /// Selects what stands on a line of the text.
    pub fn click_text(&mut self, context: &Context<'_>, line: usize) {
        if let Some(item) = self.text.lines.get(self.text.cursor.top + line).and_then(|l| l.item) {
            self.pane = Pane::Text;
            self.text.cursor.at = item;
            self.reveal_text(context);
        }
    }

    /// The selected item.
    pub fn selected(&self) -> Option<Item> {
        self.text.items.get(self.text.cursor.at).copied()
    }
}

/// The topic of an entry; which one is asked where it has several.
fn topic_of(context: &Context<'_>, entry: EntryIx) -> Outcome {
    Outcome::Go(match context.dataset[entry].topics.as_slice() {
        [topic] => Target::Topic(*topic, Some(entry)),
        _ => Target::TopicOf(entry),
    })
}

/// Where the text stands.
fn areas(context: &Context<'_>) -> layout::Regions {
    if context.meeting { layout::regions_in_meeting(context.size) } else { layout::regions(context.size, false) }
}

pub(super) fn text_height(context: &Context<'_>) -> usize {
    areas(context).text.map_or(1, |area| usize::from(area.height).max(1))
}

/// Lays out what a place says, in lines of at most `width` cells.
fn lay_out(context: &Context<'_>, place: Place, width: usize) -> RegionText {
    let head = head(context, place);
    let mut text = RegionText { head, airy: context.meeting, ..RegionText::default() };
    let only = Only::default();
    for block in portrait(context.dataset, place, only) {
        block_lines(context, place, block, width, &mut text);
    }
    text
}

/// The counts of a place and its namesakes.
fn head(context: &Context<'_>, place: Place) -> String {
    let Context { dataset, lang, glyphs, .. } = *context;
    let mut head = words::counts(lang, counts(dataset, place));
    if place.part.is_none() {
        let others: Vec<String> =
            namesakes(dataset, place.region).iter().map(|p| words::place(dataset, lang, *p)).collect();
        if !others.is_empty() {
            head.push_str(&format!(" {} {}", glyphs.dot, lang.fill(Msg::AlsoCalled, &[&others.join(", ")])));
        }
    }
    head
}

impl Item {
    /// Whether it belongs to the regioplan.
    pub fn of_plan(self) -> bool {
        matches!(self, Item::Plan | Item::PlanList(_) | Item::PlanEntry(_) | Item::PlanNote(_))
    }
}

impl RegionText {
    pub(super) fn heading(&mut self, heading: String) {
        if !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        self.headings.push(self.lines.len());
        self.lines.push(Line::of(heading, Role::Heading));
    }

    /// Adds an item: its text, and under it a line of second rank.
    fn item(&mut self, item: Item, said: &str, under: &str, width: usize) {
        if self.airy && !self.items.is_empty() {
            self.lines.push(Line::default());
        }
        let under = if self.airy { "" } else { under };
        let from = self.lines.len();
        let index = self.items.len();
        for (i, line) in wrap(said, width.saturating_sub(2)).into_iter().enumerate() {
            let line = Line { item: Some(index), first: i == 0, ..Line::of("  ", Role::Text).and(line, Role::Text) };
            self.lines.push(line);
        }
        for line in wrap(under, width.saturating_sub(4)).into_iter().filter(|l| !l.is_empty()) {
            self.lines.push(Line { item: Some(index), ..Line::of("    ", Role::Text).and(line, Role::Dim) });
        }
        self.items.push(item);
        self.extents.push((from, self.lines.len()));
    }
}

fn block_lines(context: &Context<'_>, place: Place, block: Block, width: usize, text: &mut RegionText) {
    let Context { dataset, lang, .. } = *context;
    let region = &dataset[place.region];
    match block {
        Block::Section(section) => {
            text.heading(words::section(dataset, lang, section));
        }
        Block::Nothing => text.lines.push(Line::of(format!("  {}", lang.say(Msg::SourceHasNone)), Role::Dim)),
        Block::Part(part) => {
            let name =
                part.map_or(lang.say(Msg::WholeRegion).to_string(), |p| region.parts[p.place()].name.to_string());
            if text.airy && text.lines.last().is_some_and(|line| !line.spans.is_empty()) {
                text.lines.push(Line::default());
            }
            text.lines.push(Line::of(name, Role::Subheading));
        }
        Block::Entry(ix) => {
            let entry = &dataset[ix];
            text.item(Item::Entry(ix), &entry.text, &words::topics(dataset, lang, &entry.topics), width);
        }
        Block::Silence(i) => {
            text.item(Item::Silence(i), lang.say(words::silence(region.silences[i].reason)), "", width);
        }
        Block::Row(ix) => row_lines(context, ix, width, text),
        Block::FocusBox(row, number) => {
            text.lines.push(Line::default());
            for line in wrap(&words::focus_box(dataset, lang, row, number), width) {
                text.lines.push(Line::of(line, Role::Subheading));
            }
        }
        Block::Note(i) => {
            let note = &region.notes[i];
            text.item(Item::Note(i), &note.text, &words::pages(lang, &note.sources), width);
        }
    }
}

fn row_lines(context: &Context<'_>, row: RowIx, width: usize, text: &mut RegionText) {
    let (from, index) = (text.lines.len(), text.items.len());
    for line in words::row(context.dataset, context.lang, row) {
        let hang = if line.heading { 0 } else { 2 };
        let role = if line.heading { Role::Subheading } else { Role::Text };
        for (i, piece) in wrap(&line.text, width.saturating_sub(2 + hang)).into_iter().enumerate() {
            let indent = if i == 0 && !line.heading { 2 } else { 2 + hang };
            let at = text.lines.len();
            let line = Line::of(" ".repeat(indent), Role::Text).and(piece, role);
            text.lines.push(Line { item: Some(index), first: at == from, ..line });
        }
    }
    text.items.push(Item::Row(row));
    text.extents.push((from, text.lines.len()));
}
