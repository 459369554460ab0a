//! The regions most alike to one, with what both name and what sets them apart. Reached from every view in which a
//! region is selected; it has no number key.

use unicode_width::UnicodeWidthStr;

use super::super::action::Action;
use super::super::layout;
use super::super::lines::{Line, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::ranked::{Columns, Laid, Pane, Reading, Row, areas, text_size};
use super::{Outcome, Target, ViewSpot};
use crate::dataset::{RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::similar::{Alike, Weights};
use crate::report::{similar as said, topics, words};
use crate::texts::Msg;

/// The state of the view.
#[derive(Debug, Default)]
pub struct SimilarView {
    /// The place that others are held against.
    pub asked: Option<Place>,
    /// The kind of the others; none for all.
    pub kind: Option<RegionKind>,
    /// The others, the most alike first.
    pub found: Vec<Alike>,
    /// The pane that keys go to.
    pub pane: Pane,
    /// Where one is among the others.
    pub cursor: Cursor,
    /// What both name, and what one of them does.
    pub text: Reading<TopicIx>,
    /// What is laid out around the text.
    pub laid: Laid,
    weights: Option<Weights>,
}

impl SimilarView {
    /// Opens the view for a place, with others of a kind.
    pub fn open(&mut self, context: &Context<'_>, asked: Place, kind: Option<RegionKind>) {
        (self.asked, self.kind, self.pane) = (Some(asked), kind, Pane::List);
        self.ask(context, None);
    }

    /// The selected other place.
    pub fn place(&self) -> Option<Place> {
        self.found.get(self.cursor.at).map(|alike| alike.place)
    }

    /// Both places and what they share, in a line.
    pub fn said(&self, context: &Context<'_>) -> Option<String> {
        let Context { dataset, lang, .. } = *context;
        let (asked, alike) = (self.asked?, self.found.get(self.cursor.at)?);
        let names = [asked, alike.place].map(|place| words::place(dataset, lang, place));
        let counts = said::counts(dataset, lang, asked, alike);
        Some(format!("{} – {}: {counts}\n{}", names[0], names[1], said::rule(dataset, lang)))
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Similar {
            asked: self.asked,
            kind: self.kind,
            at: self.place(),
            item: self.text.cursor.at,
            pane: self.pane,
        }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, asked: Place, kind: Option<RegionKind>, at: Option<Place>) {
        (self.asked, self.kind) = (Some(asked), kind);
        self.ask(context, at);
    }

    /// Selects an item of the text, in a pane.
    pub fn select_item(&mut self, context: &Context<'_>, item: usize, pane: Pane) {
        self.pane = pane;
        self.lay_out(context);
        self.text.cursor.at = item;
        self.text.reveal(text_size(&areas(context, self.pane, self.laid.bar.len())).1);
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        match action {
            Action::NextPane => {
                self.switch_pane(context, if self.pane == Pane::List { Pane::Text } else { Pane::List })
            }
            Action::Right => self.switch_pane(context, Pane::Text),
            Action::Left => self.switch_pane(context, Pane::List),
            Action::NextKind => {
                self.kind = match self.kind {
                    None => Some(RegionKind::Zorgkantoor),
                    Some(RegionKind::Zorgkantoor) => Some(RegionKind::Roaz),
                    Some(RegionKind::Roaz) => None,
                };
                self.ask(context, self.place());
            }
            Action::Open if self.pane == Pane::Text => {
                let topic = self.text.selected().copied();
                return topic.map_or(Outcome::Stayed, |topic| Outcome::Go(Target::Topic(topic, None)));
            }
            Action::Open | Action::Compare => {
                let both = self.asked.zip(self.place());
                return both.map_or(Outcome::Stayed, |(a, b)| Outcome::Go(Target::Compare(a, b)));
            }
            Action::OpenRegion => {
                return self.place().map_or(Outcome::Stayed, |place| Outcome::Go(Target::Place(place)));
            }
            Action::Similar => return self.about_selected(context),
            _ => return self.go(context, action),
        }
        Outcome::Stayed
    }

    /// The regions that are alike to the selected one.
    fn about_selected(&mut self, context: &Context<'_>) -> Outcome {
        let Some(place) = self.place() else { return Outcome::Stayed };
        self.open(context, place, Some(context.dataset[place.region].kind));
        Outcome::Opened
    }

    fn switch_pane(&mut self, context: &Context<'_>, pane: Pane) {
        self.pane = if self.found.is_empty() { Pane::List } else { pane };
        self.lay_out(context);
    }

    fn go(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let areas = areas(context, self.pane, self.laid.bar.len());
        if self.pane == Pane::Text {
            return if self.text.go(action, text_size(&areas).1) { Outcome::Stayed } else { Outcome::Unused };
        }
        let Some(delta) = delta(action, areas.rows().saturating_sub(1)) else { return Outcome::Unused };
        self.cursor.by(delta, self.found.len());
        self.select(context);
        Outcome::Stayed
    }

    fn select(&mut self, context: &Context<'_>) {
        self.text.cursor = Cursor::default();
        self.lay_out(context);
    }

    /// Selects what stands on a line of the list, its heads being the first.
    pub fn click_list(&mut self, context: &Context<'_>, line: usize) {
        let at = line.checked_sub(1).map(|line| self.cursor.top + line);
        if let Some(at) = at.filter(|at| *at < self.found.len()) {
            self.cursor.at = at;
            self.pane = Pane::List;
            self.select(context);
        }
    }

    /// Selects what stands on a line of the text.
    pub fn click_text(&mut self, context: &Context<'_>, line: usize) {
        self.switch_pane(context, Pane::Text);
        self.text.click(line, text_size(&areas(context, self.pane, self.laid.bar.len())).1);
    }

    fn ask(&mut self, context: &Context<'_>, wanted: Option<Place>) {
        let Some(asked) = self.asked else { return };
        let weights = self.weights.get_or_insert_with(|| Weights::new(context.dataset));
        self.found = weights.similar(context.dataset, asked, self.kind);
        let at = wanted.and_then(|wanted| self.found.iter().position(|alike| alike.place == wanted));
        self.cursor = Cursor { at: at.unwrap_or(0), top: 0 };
        if self.found.is_empty() {
            self.pane = Pane::List;
        }
        self.select(context);
    }

    /// Lays the view out for the size of the window; what is selected stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let Some(asked) = self.asked else { return };
        self.laid.bar = self.bar(context, asked);
        let areas = areas(context, self.pane, self.laid.bar.len());
        self.lay_list(context, &areas);
        self.lay_text(context, &areas, asked);
        self.text.reveal(text_size(&areas).1);
    }

    /// Of which place, against which others, and the rule.
    fn bar(&self, context: &Context<'_>, asked: Place) -> Vec<Line> {
        let Context { dataset, lang, glyphs, size, .. } = *context;
        let width = usize::from(size.width).saturating_sub(2);
        let title = lang.fill(Msg::SimilarTitle, &[&words::place(dataset, lang, asked)]);
        let title = format!("{title} {} {}", glyphs.dot, topics::kind(lang, self.kind));
        let mut lines: Vec<Line> = wrap(&title, width).into_iter().map(|line| Line::of(line, Role::Heading)).collect();
        let rule = wrap(&said::rule(dataset, lang), width);
        lines.extend(rule.into_iter().map(|line| Line::of(line, Role::Dim)));
        if size.height >= 30 && self.kind != Some(RegionKind::Zorgkantoor) {
            let slides = wrap(lang.say(Msg::SimilarSlides), width);
            lines.extend(slides.into_iter().map(|line| Line::of(line, Role::Dim)));
        }
        lines
    }

    fn lay_list(&mut self, context: &Context<'_>, areas: &layout::Ranked) {
        let Context { dataset, lang, .. } = *context;
        let (width, height) = (areas.list.map_or(0, |list| usize::from(list.width)), areas.rows());
        self.cursor.reveal(self.cursor.at, self.cursor.at + 1, height, self.found.len());
        let heads = [Msg::SimilarColumn, Msg::SimilarColumnScore].map(|msg| lang.say(msg));
        let name = |place: Place| words::short_place(dataset, lang, place);
        let longest = self.found.iter().map(|alike| name(alike.place).width()).max().unwrap_or(0);
        let columns = Columns::new(width, longest.max(heads[0].width()), 5, 0);
        self.laid.columns = columns.heads(context, heads[0], heads[1], "");
        let shown = self.found.iter().enumerate().skip(self.cursor.top).take(height);
        let row = |(i, alike): (usize, &Alike)| {
            let percent = said::percent(alike.score);
            let (name, number) = (name(alike.place), format!("{percent} %"));
            let row = Row {
                name: &name,
                number: &number,
                part: (usize::try_from(percent).unwrap_or(0), 100),
                aside: "",
                selected: (i == self.cursor.at).then_some(self.pane == Pane::List),
            };
            columns.row(context, row)
        };
        self.laid.rows = shown.map(row).collect();
        if self.found.is_empty() {
            let none = wrap(lang.say(Msg::SimilarNone), width.saturating_sub(2));
            self.laid.rows = none.into_iter().map(|line| Line::of(" ", Role::Text).and(line, Role::Notice)).collect();
        }
    }

    fn lay_text(&mut self, context: &Context<'_>, areas: &layout::Ranked, asked: Place) {
        let Context { dataset, lang, meeting, .. } = *context;
        let width = text_size(areas).0;
        let mut text = Reading::new(width, meeting, self.text.cursor);
        (self.laid.name, self.laid.about) = (String::new(), Vec::new());
        if let (Some(alike), Some(weights), Some(_)) = (self.found.get(self.cursor.at), &self.weights, areas.text) {
            self.laid.name = words::place(dataset, lang, alike.place);
            self.laid.about = wrap(&said::counts(dataset, lang, asked, alike), width.max(1));
            let only = |place: Place| lang.fill(Msg::SimilarOnly, &[&words::short_place(dataset, lang, place)]);
            let lists = [
                (lang.say(Msg::SimilarShared).to_string(), &alike.shared),
                (only(asked), &alike.only_asked),
                (only(alike.place), &alike.only_this),
            ];
            for (heading, topics) in lists {
                text.blank();
                text.paragraph(&heading, Role::Heading);
                for topic in topics {
                    text.item(*topic, &said::weighed(dataset, lang, weights, *topic));
                }
                if topics.is_empty() {
                    text.paragraph(&format!("  {}", lang.say(Msg::SimilarNothing)), Role::Dim);
                }
            }
        }
        self.text = text;
    }
}
