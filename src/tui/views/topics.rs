//! View 4: topics by how many regions name them, and beside them who says what.

use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::action::Action;
use super::super::layout;
use super::super::lines::{Line, cut, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::update::edit;
use super::ranked::{Columns, Laid, Pane, Reading, Row, areas, text_size};
use super::{Outcome, Target, ViewSpot};
use crate::dataset::{EntryIx, RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::find_topic::narrow;
use crate::query::matrix::Naming;
use crate::query::shade::Choice;
use crate::query::topics::{Beside, Index, Scope, Sort, Tally, regions_of, sections};
use crate::report::{topics as said, words};
use crate::texts::Msg;

/// Something in what is said of a topic that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// An entry that mentions it.
    Entry(EntryIx),
    /// A topic that often stands beside it.
    Topic(TopicIx),
}

/// Where one was in the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The selected topic.
    pub topic: Option<TopicIx>,
    /// Which entries count.
    pub scope: Scope,
    /// The order.
    pub sort: Sort,
    /// What the list is narrowed by.
    pub filter: String,
    /// The selected item of the text.
    pub item: usize,
    /// The pane that keys go to.
    pub pane: Pane,
}

/// The state of view 4.
#[derive(Debug, Default)]
pub struct TopicsView {
    /// The pane that keys go to.
    pub pane: Pane,
    /// The open field that narrows the list.
    pub field: Option<Input>,
    /// What the list is narrowed by.
    pub filter: String,
    /// Which entries count.
    pub scope: Scope,
    /// The order of the list.
    pub sort: Sort,
    /// The topics that fit, in order, with how often they are named.
    pub topics: Vec<(TopicIx, Tally)>,
    /// Where one is among them.
    pub cursor: Cursor,
    /// Who says what about the selected topic.
    pub text: Reading<Item>,
    /// What is laid out around the text.
    pub laid: Laid,
    /// The topic that was last selected, to come back to when none fitted.
    last: Option<TopicIx>,
    index: Option<Index>,
    /// Whether only the beginning of the text is laid out: while one walks through the list.
    partial: bool,
}

impl TopicsView {
    /// Makes the view ready when it is gone to; nothing is gathered before.
    pub fn enter(&mut self, context: &Context<'_>) {
        if self.index.is_none() {
            self.index = Some(Index::new(context.dataset));
            self.ask(context, None);
        } else {
            self.lay_out(context);
        }
    }

    /// The selected topic.
    pub fn topic(&self) -> Option<TopicIx> {
        self.topics.get(self.cursor.at).map(|(topic, _)| *topic)
    }

    /// The selected entry.
    pub fn entry(&self) -> Option<EntryIx> {
        match self.text.selected() {
            Some(Item::Entry(entry)) => Some(*entry),
            _ => None,
        }
    }

    /// The region of the selected entry.
    pub fn place(&self, context: &Context<'_>) -> Option<Place> {
        self.entry().map(|entry| Place::whole(context.dataset[entry].region))
    }

    /// The entries that mention the selected topic, in the order of the dataset.
    pub fn mentions(&self, context: &Context<'_>) -> Vec<EntryIx> {
        let (Some(index), Some(topic)) = (&self.index, self.topic()) else { return Vec::new() };
        index.mentions(context.dataset, topic, self.scope).collect()
    }

    /// Goes to a topic; at an entry that mentions it, if one is named. What would hide them is cleared.
    pub fn go_to(&mut self, context: &Context<'_>, topic: TopicIx, entry: Option<EntryIx>) {
        self.enter(context);
        let hidden = entry.is_some_and(|entry| !self.scope.holds(context.dataset, entry));
        if hidden || !self.topics.iter().any(|(t, _)| *t == topic) {
            self.scope = Scope::default();
            self.filter.clear();
        }
        self.field = None;
        self.pane = Pane::Text;
        self.ask(context, Some(topic));
        if let Some(item) = entry.and_then(|e| self.text.items.iter().position(|i| *i == Item::Entry(e))) {
            self.text.cursor.at = item;
            self.reveal_text(context);
        }
    }

    /// Opens the view at a question.
    pub fn open_at(&mut self, context: &Context<'_>, topic: Option<TopicIx>, scope: Scope, sort: Sort) {
        (self.scope, self.sort) = (scope, sort);
        self.filter.clear();
        self.pane = if topic.is_some() { Pane::Text } else { Pane::List };
        self.index.get_or_insert_with(|| Index::new(context.dataset));
        self.ask(context, topic);
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Topics(Spot {
            topic: self.topic().or(self.last),
            scope: self.scope,
            sort: self.sort,
            filter: self.filter.clone(),
            item: self.text.cursor.at,
            pane: self.pane,
        })
    }

    /// Goes back to where one was; what is still as it was stays as it is.
    pub fn restore(&mut self, context: &Context<'_>, spot: Spot) {
        self.field = None;
        if self.index.is_some() && self.spot() == ViewSpot::Topics(spot.clone()) {
            return self.lay_out(context);
        }
        let Spot { topic, scope, sort, filter, item, pane } = spot;
        (self.scope, self.sort, self.filter, self.pane) = (scope, sort, filter, pane);
        self.index.get_or_insert_with(|| Index::new(context.dataset));
        self.ask(context, topic);
        self.text.cursor.at = item;
        self.reveal_text(context);
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        match action {
            Action::Narrow => {
                self.pane = Pane::List;
                self.field = Some(Input::new(self.filter.clone()));
                self.lay_out(context);
            }
            Action::Edit(change) => {
                if let Some(field) = &mut self.field
                    && edit(field, change)
                {
                    self.filter = field.value().to_string();
                    self.ask(context, None);
                }
            }
            Action::Escape => return self.escape(context),
            Action::NextPane if self.field.is_none() => {
                self.switch_pane(context, if self.pane == Pane::List { Pane::Text } else { Pane::List });
            }
            Action::Right => self.switch_pane(context, Pane::Text),
            Action::Left => self.switch_pane(context, Pane::List),
            Action::NextHeading | Action::PreviousHeading => self.next_section(context, action == Action::NextHeading),
            Action::NextKind => {
                self.scope.kind = match self.scope.kind {
                    None => Some(RegionKind::Zorgkantoor),
                    Some(RegionKind::Zorgkantoor) => Some(RegionKind::Roaz),
                    Some(RegionKind::Roaz) => None,
                };
                self.ask(context, None);
            }
            Action::NextSort => {
                let at = Sort::ALL.iter().position(|sort| *sort == self.sort).unwrap_or(0);
                self.sort = Sort::ALL.iter().cycle().nth(at + 1).copied().unwrap_or_default();
                self.ask(context, None);
            }
            Action::TopicRows | Action::ToMap => return self.elsewhere(action),
            Action::Open => return self.open(context),
            _ => return self.go(context, action),
        }
        Outcome::Stayed
    }

    /// From the topic to its rows in the matrix, or to the map.
    fn elsewhere(&self, action: Action) -> Outcome {
        let Some(topic) = self.topic() else { return Outcome::Stayed };
        let naming = Naming { topic, under: self.scope.under };
        Outcome::Go(match action {
            Action::TopicRows => Target::Rows(naming, self.scope.kind),
            _ => Target::Map(Choice::Topic(topic)),
        })
    }

    fn open(&mut self, context: &Context<'_>) -> Outcome {
        if self.field.take().is_some() || self.pane == Pane::List {
            self.switch_pane(context, Pane::Text);
            return Outcome::Stayed;
        }
        match self.text.selected().copied() {
            Some(Item::Entry(entry)) => Outcome::Go(Target::Entry(entry)),
            Some(Item::Topic(topic)) => {
                self.filter.clear();
                self.ask(context, Some(topic));
                Outcome::Opened
            }
            None => Outcome::Stayed,
        }
    }

    fn switch_pane(&mut self, context: &Context<'_>, pane: Pane) {
        self.field = None;
        // Nothing is said of no topic.
        self.pane = if self.topics.is_empty() { Pane::List } else { pane };
        self.lay_out(context);
    }

    /// Closes the field, then clears the filter, then counts everything again.
    fn escape(&mut self, context: &Context<'_>) -> Outcome {
        if self.field.take().is_some() {
            return Outcome::Stayed;
        }
        if !self.filter.is_empty() {
            self.filter.clear();
        } else if self.scope != Scope::default() {
            self.scope = Scope::default();
        } else {
            return Outcome::Unused;
        }
        self.ask(context, None);
        Outcome::Stayed
    }

    /// The next or previous theme, all of them between the last and the first.
    fn next_section(&mut self, context: &Context<'_>, next: bool) {
        let all: Vec<_> = std::iter::once(None).chain(sections(context.dataset).into_iter().map(Some)).collect();
        let at = all.iter().position(|section| *section == self.scope.under).unwrap_or(0);
        let step = if next { 1 } else { all.len() - 1 };
        self.scope.under = all.get((at + step) % all.len()).copied().flatten();
        self.ask(context, None);
    }

    fn go(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let areas = areas(context, self.pane, self.laid.bar.len());
        if self.pane == Pane::Text {
            let was = self.text.cursor.top;
            if !self.text.go(action, text_size(&areas).1) {
                return Outcome::Unused;
            }
            if context.meeting && self.text.cursor.top == was {
                self.next_slide(context, action);
            }
            self.source(context);
            return Outcome::Stayed;
        }
        let Some(delta) = delta(action, areas.rows().saturating_sub(1)) else { return Outcome::Unused };
        let was = self.cursor.at;
        self.cursor.by(delta, self.topics.len());
        match action {
            // A remote knows two keys: behind the end of a list comes the next theme.
            Action::PageDown | Action::PageUp if context.meeting && self.cursor.at == was => {
                self.next_section(context, action == Action::PageDown);
                self.cursor.at = 0;
            }
            _ => {}
        }
        self.select(context);
        Outcome::Stayed
    }

    /// In meeting mode: behind the end of what is said of a topic comes the next one.
    fn next_slide(&mut self, context: &Context<'_>, action: Action) {
        let step = match action {
            Action::PageDown => 1,
            Action::PageUp => -1,
            _ => return,
        };
        let was = self.cursor.at;
        self.cursor.by(step, self.topics.len());
        if self.cursor.at != was {
            self.select(context);
        }
    }

    /// Selects what stands on a line of the list, its heads being the first.
    pub fn click_list(&mut self, context: &Context<'_>, line: usize) {
        let at = line.checked_sub(1).map(|line| self.cursor.top + line);
        if let Some(at) = at.filter(|at| *at < self.topics.len()) {
            self.cursor.at = at;
            self.pane = Pane::List;
            self.select(context);
        }
    }

    /// Selects what stands on a line of the text.
    pub fn click_text(&mut self, context: &Context<'_>, line: usize) {
        self.switch_pane(context, Pane::Text);
        let height = text_size(&areas(context, self.pane, self.laid.bar.len())).1;
        self.text.click(line, height);
        self.source(context);
    }

    /// Another topic is selected: its text begins at its beginning.
    fn select(&mut self, context: &Context<'_>) {
        self.last = self.topic().or(self.last);
        self.text.cursor = Cursor::default();
        self.lay_out(context);
    }

    /// Asks anew which topics fit; the wanted one is selected, else the best hit of what is typed, else the one that
    /// was.
    fn ask(&mut self, context: &Context<'_>, wanted: Option<TopicIx>) {
        let Context { dataset, lang, .. } = *context;
        let was = self.topic().or(self.last);
        let Some(index) = &self.index else { return };
        self.topics = index.list(dataset, lang, self.scope, self.sort);
        let mut best = None;
        if !self.filter.trim().is_empty() {
            let mut scores = vec![None; dataset.topics().len()];
            for (topic, score) in narrow(dataset, &self.filter) {
                if let Some(place) = scores.get_mut(topic.place()) {
                    *place = Some(score);
                }
            }
            let score = |topic: TopicIx| scores.get(topic.place()).copied().flatten();
            self.topics.retain(|(topic, _)| score(*topic).is_some());
            let of = self.topics.iter().enumerate();
            best = of.max_by_key(|(i, (topic, _))| (score(*topic), std::cmp::Reverse(*i))).map(|(i, _)| i);
        }
        let place = |wanted: Option<TopicIx>| wanted.and_then(|w| self.topics.iter().position(|(t, _)| *t == w));
        let typing = if self.field.is_some() { best } else { None };
        self.cursor.at = place(wanted).or(typing).or(place(was)).or(best).unwrap_or(0);
        self.last = self.topic().or(was);
        if self.topic() != was || wanted.is_some() {
            self.text.cursor = Cursor::default();
        }
        if self.topics.is_empty() {
            self.pane = Pane::List;
        }
        self.lay_out(context);
    }

    /// Lays the view out for the size of the window; what is selected stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        if self.index.is_none() {
            return;
        }
        self.laid.bar = self.bar(context);
        let areas = areas(context, self.pane, self.laid.bar.len());
        self.lay_list(context, &areas);
        self.lay_text(context, &areas);
        self.reveal_text(context);
    }

    /// What is counted, how the list is sorted, and what a full bar means; what is narrowed comes first.
    fn bar(&self, context: &Context<'_>) -> Vec<Line> {
        let Context { dataset, lang, glyphs, size, .. } = *context;
        let Scope { under, kind } = self.scope;
        let width = usize::from(size.width).saturating_sub(2);
        let found = said::topics(lang, self.topics.len());
        let full = said::regions_of_kind(lang, regions_of(dataset, kind), kind);
        let mut pieces = vec![said::under(dataset, lang, under)];
        pieces.extend(kind.map(|_| said::kind(lang, kind).to_string()));
        let narrowed = match self.filter.trim() {
            "" => found,
            typed => lang.fill(Msg::NarrowedTo, &[&typed, &found]),
        };
        pieces.insert(0, narrowed);
        pieces.extend([lang.say(said::sort(self.sort)).to_string(), lang.fill(Msg::TopicsFullBar, &[&full])]);
        let role =
            if self.filter.trim().is_empty() && self.scope == Scope::default() { Role::Dim } else { Role::Notice };
        let mut lines = wrap(&pieces.join(&format!(" {} ", glyphs.dot)), width);
        lines.truncate(if size.height >= 18 { 2 } else { 1 });
        lines.into_iter().map(|line| Line::of(line, role)).collect()
    }

    fn lay_list(&mut self, context: &Context<'_>, areas: &layout::Ranked) {
        let Context { dataset, lang, .. } = *context;
        let (width, height) = (areas.list.map_or(0, |list| usize::from(list.width)), areas.rows());
        self.cursor.reveal(self.cursor.at, self.cursor.at + 1, height, self.topics.len());
        let heads = [Msg::TopicsColumn, Msg::TopicsColumnRegions, Msg::TopicsColumnEntries].map(|msg| lang.say(msg));
        let name = |topic: TopicIx| said::name(dataset, lang, topic);
        // Those of all topics, so that the columns stand still while one narrows the list.
        let all = dataset.topics().map(|(topic, _)| topic).filter(|topic| Some(*topic) != dataset.silence_topic());
        let longest = all.map(|topic| name(topic).width()).max().unwrap_or(0);
        let columns = Columns::new(width, longest.max(heads[0].width()), 3, heads[2].width());
        let all = regions_of(dataset, self.scope.kind);
        self.laid.columns = columns.heads(context, heads[0], heads[1], heads[2]);
        let shown = self.topics.iter().enumerate().skip(self.cursor.top).take(height);
        let row = |(i, (topic, tally)): (usize, &(TopicIx, Tally))| {
            let (number, aside) = (tally.regions().to_string(), tally.entries.to_string());
            let row = Row {
                name: name(*topic),
                number: &number,
                part: (tally.regions(), all),
                aside: &aside,
                selected: (i == self.cursor.at).then_some(self.pane == Pane::List),
            };
            columns.row(context, row)
        };
        self.laid.rows = shown.map(row).collect();
        if self.topics.is_empty() {
            let none = wrap(lang.say(Msg::TopicsNone), width.saturating_sub(2));
            self.laid.rows = none.into_iter().map(|line| Line::of(" ", Role::Text).and(line, Role::Notice)).collect();
        }
    }

    /// Lays out who says what; no more than the window shows while one walks through the list.
    fn lay_text(&mut self, context: &Context<'_>, areas: &layout::Ranked) {
        let Context { dataset, lang, glyphs, meeting, .. } = *context;
        let (width, height) = text_size(areas);
        let mut text = Reading::new(width, meeting, self.text.cursor);
        (self.laid.name, self.laid.about) = (String::new(), Vec::new());
        self.partial = false;
        if let (Some(index), Some((topic, tally)), Some(_)) = (&self.index, self.topics.get(self.cursor.at), areas.text)
        {
            self.laid.name = said::name(dataset, lang, *topic).to_string();
            let counts = said::tally(dataset, lang, *tally, self.scope.kind);
            let mut about = wrap(&counts, width.max(1));
            let room = areas.head.map_or(0, |head| usize::from(head.height)).saturating_sub(1);
            if about.len() > room {
                about.truncate(room);
                if let Some(last) = about.last_mut() {
                    *last = cut(&format!("{last} {}", glyphs.more), width, glyphs.more);
                }
            }
            self.laid.about = about;
            let often = index.beside(dataset, *topic, self.scope);
            if !meeting {
                self.above(context, *topic, &often, &mut text);
            }
            let enough = if self.pane == Pane::List { height + 2 } else { usize::MAX };
            self.partial = !who_says_what(context, index, (*topic, self.scope), enough, &mut text);
            if !self.partial && !meeting {
                below(context, &often, &mut text);
            }
        }
        self.text = text;
    }

    /// What stands above who says what: under which themes the topic is named, and what often stands beside it.
    fn above(&self, context: &Context<'_>, topic: TopicIx, often: &[Beside], text: &mut Reading<Item>) {
        let Context { dataset, lang, .. } = *context;
        if let (Some(index), None) = (&self.index, self.scope.under) {
            let by_section = index.by_section(dataset, topic, self.scope.kind);
            text.paragraph(&said::by_section(dataset, lang, &by_section), Role::Dim);
        }
        if !often.is_empty() {
            let names = often
                .iter()
                .take(3)
                .map(|b| format!("{} ({})", said::name(dataset, lang, b.topic), said::regions(lang, b.regions)));
            let names = names.collect::<Vec<_>>().join(", ");
            text.paragraph(&lang.fill(Msg::TopicsBesideShort, &[&names]), Role::Dim);
        }
    }

    fn reveal_text(&mut self, context: &Context<'_>) {
        let height = text_size(&areas(context, self.pane, self.laid.bar.len())).1;
        let behind = self.partial && self.text.cursor.at >= self.text.items.len();
        if behind || self.pane == Pane::List && self.text.cursor.at == 0 {
            // While one walks through the list, the text is shown from its beginning.
            self.text.cursor.top = 0;
        } else {
            self.text.reveal(height);
        }
        self.source(context);
    }

    /// The source of the selected item.
    fn source(&mut self, context: &Context<'_>) {
        let Context { dataset, lang, .. } = *context;
        let areas = areas(context, self.pane, self.laid.bar.len());
        let width = areas.source.map_or(0, |area| usize::from(area.width));
        self.laid.source = match self.text.selected() {
            Some(Item::Entry(entry)) => {
                let source = dataset[*entry].source;
                let whole = lang.fill(Msg::SourceLine, &[&words::source(dataset, lang, source)]);
                // Where the title does not fit, the page does.
                if whole.width() <= width {
                    whole
                } else {
                    lang.fill(Msg::SourceLine, &[&words::pages(lang, &[source])])
                }
            }
            _ => String::new(),
        };
    }
}

/// Who says what, by region and theme; returns whether it is all there.
fn who_says_what(
    context: &Context<'_>,
    index: &Index,
    (topic, scope): (TopicIx, Scope),
    enough: usize,
    text: &mut Reading<Item>,
) -> bool {
    let Context { dataset, lang, .. } = *context;
    for speaker in index.speakers(dataset, topic, scope) {
        if text.lines.len() > enough {
            return false;
        }
        text.blank();
        text.paragraph(&words::place(dataset, lang, Place::whole(speaker.region)), Role::Heading);
        for says in &speaker.says {
            text.paragraph(&said::says(dataset, lang, speaker.region, says), Role::Subheading);
            for entry in &says.entries {
                text.item(Item::Entry(*entry), &dataset[*entry].text);
            }
        }
    }
    true
}

/// What stands under who says what: the topics that often stand beside it, and how that is counted.
fn below(context: &Context<'_>, often: &[Beside], text: &mut Reading<Item>) {
    let Context { dataset, lang, .. } = *context;
    text.blank();
    text.paragraph(lang.say(Msg::TopicsBeside), Role::Heading);
    for beside in often {
        text.item(Item::Topic(beside.topic), &said::beside(dataset, lang, beside));
    }
    if often.is_empty() {
        text.paragraph(lang.say(Msg::TopicsBesideNone), Role::Text);
    }
    text.paragraph(&said::beside_rule(lang), Role::Dim);
}
