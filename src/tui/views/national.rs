//! View 6: what the reflection says of all regions, how concretely each words its lines, and the agenda over plans.
//! Nothing of it is worked out before it is first opened.

use std::collections::HashSet;

use ratatui::layout::{Position, Rect};
use tui_input::Input;

use super::super::action::Action;
use super::super::layout;
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::update::edit;
pub use super::national_sheet::{Item, Page, Sheet};
use super::{Outcome, Target, national_text};
use crate::dataset::plans::{self, ItemIx, Plans};
use crate::dataset::{RegionIx, RegionKind};
use crate::query::agenda::{Filter, agenda, planned, topics_like};
use crate::query::concrete::{Asked, Concrete, Mark};
use crate::query::find::Place;
use crate::query::national::Section;

/// Where one was in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The page.
    pub page: Page,
    /// The region whose lines are shown.
    pub region: Option<RegionIx>,
    /// What is asked of the regions.
    pub asked: Asked,
    /// The selected item.
    pub at: usize,
}

/// The state of view 6.
#[derive(Debug, Default)]
pub struct NationalView {
    /// The page that keys go to.
    pub page: Page,
    /// What the reflection says.
    pub reflection: Sheet,
    /// How regions word their lines, or the lines of one.
    pub wording: Sheet,
    /// The agenda.
    pub agenda: Sheet,
    /// The open field for a topic of the agenda.
    pub field: Option<Input>,
    /// What was typed in it.
    pub typed: String,
    /// The region whose lines are shown.
    pub region: Option<RegionIx>,
    /// What is asked of the regions.
    pub asked: Asked,
    /// What is asked of the agenda.
    pub filter: Filter,
    /// The entries of the reflection that are unfolded.
    pub unfolded: HashSet<ItemIx>,
    /// Its sections that are unfolded.
    pub open_sections: HashSet<Section>,
    /// What every line says concretely; none before the view is first opened.
    pub concrete: Option<Concrete>,
}

impl NationalView {
    /// Works out what the view shows, when it is first opened.
    pub fn open(&mut self, context: &Context<'_>) {
        if self.concrete.is_none() {
            self.concrete = Some(Concrete::new(context.dataset));
            self.open_sections.insert(Section::Bottlenecks(RegionKind::Zorgkantoor));
            self.lay_out(context);
        }
    }

    /// Opens the reflection, at a section.
    pub fn open_at(&mut self, context: &Context<'_>, section: Option<Section>) {
        self.page = Page::Reflection;
        self.open(context);
        if let Some(section) = section {
            self.open_sections.insert(section);
            self.lay_out(context);
            self.select(context, Item::Section(section));
        }
    }

    /// Opens how regions word their lines, or the lines of one.
    pub fn ask(&mut self, context: &Context<'_>, region: Option<RegionIx>, asked: Asked) {
        (self.page, self.region, self.asked) = (Page::Wording, region, asked);
        self.wording.cursor = Cursor::default();
        self.open(context);
        self.lay_out(context);
    }

    /// Opens the agenda.
    pub fn ask_agenda(&mut self, context: &Context<'_>, filter: Filter) {
        let topic = filter.topics.as_ref().and_then(|topics| topics.first());
        self.typed = topic.map(|topic| context.dataset[*topic].id.to_string()).unwrap_or_default();
        (self.page, self.filter) = (Page::Agenda, filter);
        self.agenda.cursor = Cursor::default();
        self.open(context);
        self.lay_out(context);
    }

    /// Goes to a page, at a mark and a region.
    pub fn go_to(&mut self, context: &Context<'_>, page: Page, mark: Option<Mark>, region: Option<RegionIx>) {
        self.page = page;
        self.asked.mark = mark.unwrap_or(self.asked.mark);
        self.region = region;
        self.open(context);
        self.lay_out(context);
    }

    /// A page.
    pub fn sheet(&self, page: Page) -> &Sheet {
        match page {
            Page::Reflection => &self.reflection,
            Page::Wording => &self.wording,
            Page::Agenda => &self.agenda,
        }
    }

    fn sheet_mut(&mut self) -> &mut Sheet {
        match self.page {
            Page::Reflection => &mut self.reflection,
            Page::Wording => &mut self.wording,
            Page::Agenda => &mut self.agenda,
        }
    }

    /// Where a page stands; the agenda takes the whole width.
    pub fn area(context: &Context<'_>, page: Page) -> Rect {
        let areas = layout::national(context.size, context.meeting);
        match (page, areas.right) {
            (Page::Wording, Some(right)) => right,
            (Page::Agenda, Some(right)) => areas.left.union(right),
            _ => areas.left,
        }
    }

    /// The selected item of the page that one is in.
    pub fn selected(&self) -> Option<Item> {
        self.sheet(self.page).selected()
    }

    /// The region that the selected item is about.
    pub fn place(&self, context: &Context<'_>) -> Option<Place> {
        let dataset = context.dataset;
        match self.selected()? {
            Item::Region(region) => Some(Place::whole(region)),
            Item::Step(step) => Some(Place::whole(step.region)),
            Item::Line(entry) => Some(Place { region: dataset[entry].region, part: dataset[entry].part }),
            Item::Tie(ix, n) => match dataset.plans()[ix].ties.get(n)?.to {
                plans::Target::Region(region) => Some(Place::whole(region)),
                _ => None,
            },
            Item::Section(_) | Item::Entry(_) | Item::Note(_) => None,
        }
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        if self.field.is_some() {
            return self.in_field(context, action);
        }
        match (action, self.page) {
            (Action::NextPane, page) => self.show_page(context, page.next()),
            (Action::Agenda, Page::Agenda) => self.show_page(context, Page::Reflection),
            (Action::Agenda, _) => self.show_page(context, Page::Agenda),
            (Action::Narrow, _) => {
                // The field belongs to the agenda; who asks for it elsewhere wants that.
                self.page = Page::Agenda;
                self.field = Some(Input::new(self.typed.clone()));
                self.lay_out(context);
                Outcome::Stayed
            }
            (Action::NextSort | Action::Right, Page::Wording) => self.show_mark(context, self.asked.mark.next()),
            (Action::NextSort, Page::Agenda) => self.next_year(context),
            (Action::Left, Page::Wording) => self.show_mark(context, self.asked.mark.previous()),
            (Action::NextKind, _) => self.next_kind(context),
            (Action::FoldAll, Page::Reflection) => self.fold_all(context),
            (Action::Left, Page::Reflection) => self.fold(context),
            (Action::Right, Page::Reflection) => self.unfold(context),
            (Action::Open, _) => self.open_selected(context),
            (Action::Escape, _) => self.escape(context),
            (Action::NextHeading, _) => self.heading(context, true),
            (Action::PreviousHeading, _) => self.heading(context, false),
            _ => self.walk(context, action),
        }
    }

    fn in_field(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        match action {
            Action::Edit(change) => {
                if let Some(field) = &mut self.field
                    && edit(field, change)
                {
                    self.typed = field.value().to_string();
                    let typed = self.typed.trim();
                    self.filter.topics = (!typed.is_empty()).then(|| topics_like(context.dataset, typed));
                    self.agenda.cursor = Cursor::default();
                    self.lay_out(context);
                }
                Outcome::Stayed
            }
            Action::Open | Action::Escape => {
                self.field = None;
                self.lay_out(context);
                Outcome::Stayed
            }
            _ => self.walk(context, action),
        }
    }

    fn show_page(&mut self, context: &Context<'_>, page: Page) -> Outcome {
        self.page = page;
        self.lay_out(context);
        Outcome::Stayed
    }

    /// Another mark; the region under the cursor stays selected, in its new place.
    fn show_mark(&mut self, context: &Context<'_>, mark: Mark) -> Outcome {
        let selected = self.wording.selected();
        self.asked.mark = mark;
        self.lay_out(context);
        if let Some(item) = selected {
            self.select(context, item);
        }
        Outcome::Stayed
    }

    /// The agenda of the next year that has steps, and behind the last that of all.
    fn next_year(&mut self, context: &Context<'_>) -> Outcome {
        let years = agenda(context.dataset, &Filter { year: None, ..self.filter.clone() }).years;
        self.filter.year = match self.filter.year {
            None => years.first().copied(),
            Some(now) => years.into_iter().find(|year| *year > now),
        };
        self.agenda.cursor = Cursor::default();
        self.lay_out(context);
        Outcome::Stayed
    }

    /// The regions of the next kind; in the agenda the next region with a plan.
    fn next_kind(&mut self, context: &Context<'_>) -> Outcome {
        match self.page {
            Page::Agenda => {
                let regions = planned(context.dataset);
                let next = match self.filter.region {
                    None => regions.first(),
                    Some(now) => regions.iter().skip_while(|region| **region != now).nth(1),
                };
                self.filter.region = next.copied();
                self.agenda.cursor = Cursor::default();
            }
            Page::Wording if self.region.is_none() => {
                self.asked.kind = match self.asked.kind {
                    None => Some(RegionKind::Zorgkantoor),
                    Some(RegionKind::Zorgkantoor) => Some(RegionKind::Roaz),
                    Some(RegionKind::Roaz) => None,
                };
                self.wording.cursor = Cursor::default();
            }
            Page::Wording | Page::Reflection => return Outcome::Unused,
        }
        self.lay_out(context);
        Outcome::Stayed
    }

    fn open_selected(&mut self, context: &Context<'_>) -> Outcome {
        match self.selected() {
            Some(Item::Section(_) | Item::Entry(_)) => {
                self.toggle(context);
                Outcome::Stayed
            }
            Some(Item::Tie(ix, n)) => {
                let tie = context.dataset.plans()[ix].ties.get(n).copied();
                match tie.map(|tie| tie.to) {
                    Some(plans::Target::Region(region)) => Outcome::Go(Target::Place(Place::whole(region))),
                    Some(plans::Target::Entry(entry)) => Outcome::Go(Target::Entry(entry)),
                    Some(plans::Target::Item(item)) => self.jump(context, item),
                    None => Outcome::Stayed,
                }
            }
            Some(Item::Region(region)) => {
                self.region = Some(region);
                self.wording.cursor = Cursor::default();
                self.lay_out(context);
                Outcome::Opened
            }
            Some(Item::Line(entry)) => Outcome::Go(Target::Entry(entry)),
            Some(Item::Step(step)) => Outcome::Go(Target::PlanEntry(step.item)),
            Some(Item::Note(_)) | None => Outcome::Stayed,
        }
    }

    /// Goes to an entry of the reflection that another one is tied to, or to that of a plan.
    fn jump(&mut self, context: &Context<'_>, item: ItemIx) -> Outcome {
        let plans = context.dataset.plans();
        if plans[plans[item].work].region.is_some() {
            return Outcome::Go(Target::PlanEntry(item));
        }
        self.go_to_entry(context, item);
        Outcome::Opened
    }

    /// Goes to an entry of the reflection, and unfolds what it stands under.
    pub fn go_to_entry(&mut self, context: &Context<'_>, item: ItemIx) {
        self.page = Page::Reflection;
        self.open(context);
        let plans = context.dataset.plans();
        self.unfolded.extend(std::iter::successors(plans[item].parent, |ix| plans[*ix].parent));
        let national = plans.national();
        let holds = |section: &Section| {
            let top = std::iter::successors(Some(item), |ix| plans[*ix].parent).last();
            let entries = national.map(|national| section.entries(plans, national)).unwrap_or_default();
            entries.iter().any(|(ix, _)| Some(*ix) == top)
        };
        self.open_sections.extend(Section::ALL.into_iter().find(holds));
        self.lay_out(context);
        self.select(context, Item::Entry(item));
    }

    fn escape(&mut self, context: &Context<'_>) -> Outcome {
        match self.page {
            Page::Agenda if self.filter != Filter::default() => {
                self.filter = Filter::default();
                self.typed.clear();
                self.agenda.cursor = Cursor::default();
            }
            _ => return Outcome::Unused,
        }
        self.lay_out(context);
        Outcome::Stayed
    }

    /// Folds the selected thing; what is folded already leads to what it stands under.
    fn fold(&mut self, context: &Context<'_>) -> Outcome {
        let plans = context.dataset.plans();
        match self.selected() {
            Some(Item::Section(section)) => drop(self.open_sections.remove(&section)),
            Some(Item::Entry(ix)) if self.unfolded.remove(&ix) && has_more(plans, ix) => {}
            Some(Item::Entry(ix)) => {
                let parent = plans[ix].parent;
                let at = self.reflection.items.iter().take(self.reflection.cursor.at).rposition(|item| match parent {
                    Some(parent) => *item == Item::Entry(parent),
                    None => matches!(item, Item::Section(_)),
                });
                self.reflection.cursor.at = at.unwrap_or(self.reflection.cursor.at);
            }
            Some(Item::Tie(ix, _)) => {
                self.unfolded.remove(&ix);
                self.lay_out(context);
                self.select(context, Item::Entry(ix));
            }
            _ => {}
        }
        self.lay_out(context);
        Outcome::Stayed
    }

    fn unfold(&mut self, context: &Context<'_>) -> Outcome {
        match self.selected() {
            Some(Item::Section(section)) => drop(self.open_sections.insert(section)),
            Some(Item::Entry(ix)) => drop(self.unfolded.insert(ix)),
            _ => {}
        }
        self.lay_out(context);
        Outcome::Stayed
    }

    fn toggle(&mut self, context: &Context<'_>) {
        match self.selected() {
            Some(Item::Section(section)) if !self.open_sections.remove(&section) => {
                self.open_sections.insert(section);
            }
            Some(Item::Entry(ix)) if !self.unfolded.remove(&ix) => {
                self.unfolded.insert(ix);
            }
            _ => {}
        }
        self.lay_out(context);
    }

    /// Unfolds everything; where everything is, folds it. What was selected stays so, or what it stands under.
    fn fold_all(&mut self, context: &Context<'_>) -> Outcome {
        let plans = context.dataset.plans();
        let selected = self.selected();
        if self.open_sections.len() < Section::ALL.len() {
            self.open_sections.extend(Section::ALL);
            let national = plans.national();
            self.unfolded.extend(national.into_iter().flat_map(|work| plans.items_of(work)).map(|(ix, _)| ix));
        } else {
            self.open_sections.clear();
            self.unfolded.clear();
        }
        let section =
            self.reflection.items.iter().take(self.reflection.cursor.at + 1).rev().find_map(|item| match item {
                Item::Section(_) => Some(*item),
                _ => None,
            });
        self.lay_out(context);
        let still = selected.filter(|item| self.reflection.items.contains(item));
        if let Some(item) = still.or(section) {
            self.select(context, item);
        }
        Outcome::Stayed
    }

    /// Selects an item of the page that one is in, where it is shown.
    fn select(&mut self, context: &Context<'_>, item: Item) {
        let sheet = self.sheet_mut();
        if let Some(at) = sheet.items.iter().position(|other| *other == item) {
            sheet.cursor.at = at;
        }
        self.moved(context);
    }

    fn list_height(&self, context: &Context<'_>) -> usize {
        let sheet = self.sheet(self.page);
        let area = Self::area(context, self.page);
        usize::from(layout::page(area, sheet.head.len(), sheet.foot.len()).list.height)
    }

    fn walk(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let height = self.list_height(context);
        let sheet = self.sheet_mut();
        match action {
            Action::PageDown | Action::PageUp => sheet.page(action == Action::PageDown, height),
            _ => {
                let Some(delta) = delta(action, 1) else { return Outcome::Unused };
                sheet.cursor.by(delta, sheet.items.len());
            }
        }
        self.moved(context);
        Outcome::Stayed
    }

    /// To the first item under the next heading, or the previous one.
    fn heading(&mut self, context: &Context<'_>, next: bool) -> Outcome {
        let sheet = self.sheet_mut();
        let here = sheet.extents.get(sheet.cursor.at).map_or(0, |(from, _)| *from);
        let under = sheet.headings.iter().rposition(|line| *line <= here);
        let wanted = match (under, next) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
            (None, _) => 0,
        };
        if let Some(line) = sheet.headings.get(wanted).copied()
            && let Some(item) = sheet.extents.iter().position(|(from, _)| *from >= line)
        {
            sheet.cursor.at = item;
            sheet.cursor.top = line;
        }
        self.moved(context);
        Outcome::Stayed
    }

    /// What follows from another selection: the foot, and that it is in sight.
    fn moved(&mut self, context: &Context<'_>) {
        let width = usize::from(Self::area(context, self.page).width);
        let foot = national_text::foot(context, self, width);
        self.sheet_mut().foot = foot;
        let height = self.list_height(context);
        let sheet = self.sheet_mut();
        if let Some((from, to)) = sheet.extents.get(sheet.cursor.at).copied() {
            // The first item shows the headings above it.
            let from = if sheet.cursor.at == 0 { 0 } else { from };
            sheet.cursor.reveal(from, to, height, sheet.lines.len());
        }
    }

    /// Lays out what the window shows: the page that one is in, and the one beside it.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        if self.concrete.is_none() {
            return;
        }
        let width = |page: Page| usize::from(Self::area(context, page).width);
        let both = layout::national(context.size, context.meeting).right.is_some() && self.page != Page::Agenda;
        for page in Page::ALL {
            if page != self.page && !(both && page != Page::Agenda) {
                continue;
            }
            let laid = match page {
                Page::Reflection => national_text::reflection(context, self, width(page)),
                Page::Wording => national_text::wording(context, self, width(page)),
                Page::Agenda => national_text::agenda(context, self, width(page)),
            };
            let sheet = match page {
                Page::Reflection => &mut self.reflection,
                Page::Wording => &mut self.wording,
                Page::Agenda => &mut self.agenda,
            };
            let cursor = sheet.cursor;
            *sheet = laid;
            sheet.cursor = Cursor { at: cursor.at.min(sheet.items.len().saturating_sub(1)), top: cursor.top };
            sheet.cursor.top = sheet.cursor.top.min(sheet.lines.len().saturating_sub(1));
        }
        self.moved(context);
    }

    /// Selects what a click fell on.
    pub fn click(&mut self, context: &Context<'_>, at: Position) {
        let area = Self::area(context, self.page);
        let sheet = self.sheet_mut();
        let list = layout::page(area, sheet.head.len(), sheet.foot.len()).list;
        let line = list.contains(at).then(|| usize::from(at.y - list.y) + sheet.cursor.top);
        if let Some(item) = line.and_then(|line| sheet.lines.get(line)).and_then(|line| line.item) {
            sheet.cursor.at = item;
            self.moved(context);
        }
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> Spot {
        Spot { page: self.page, region: self.region, asked: self.asked, at: self.sheet(self.page).cursor.at }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, spot: Spot) {
        (self.page, self.region, self.asked) = (spot.page, spot.region, spot.asked);
        self.field = None;
        self.open(context);
        self.sheet_mut().cursor.at = spot.at;
        self.lay_out(context);
    }
}

/// Whether something stands under an entry that can be folded.
pub(super) fn has_more(plans: &Plans, ix: ItemIx) -> bool {
    !plans[ix].ties.is_empty() || plans.children(ix).next().is_some()
}
