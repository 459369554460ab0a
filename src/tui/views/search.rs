//! Search over every entry: a field, live counts, and the hits under their region with the hit in its line.

use tui_input::Input;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::super::action::Action;
use super::super::layout;
use super::super::lines::{Line, cut, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::super::update::edit;
use super::{Outcome, Target, ViewSpot};
use crate::dataset::{EntryIx, EntryKind, RegionKind};
use crate::query::find::Place;
use crate::query::passage::Passage;
use crate::query::search::parse::Query;
use crate::query::search::spans::{line_starts, runs, spans, within};
use crate::query::search::{Answer, Index};
use crate::report::plan::level;
use crate::report::search as report;
use crate::report::words;
use crate::texts::{Lang, Msg};

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A region or part, above its hits; whether they stand in its regioplan.
    Place(Whose),
    /// A hit, by its number.
    Hit(usize),
}

/// The state of the search.
#[derive(Debug)]
pub struct SearchView {
    /// The open field.
    pub field: Option<Input>,
    /// What was typed.
    pub typed: String,
    /// What was searched for before, the latest first; shown while nothing is typed.
    pub history: Vec<String>,
    /// A search that led somewhere, to be kept.
    pub searched: Option<String>,
    /// How much was found.
    pub total: String,
    /// Counts, or what is wrong with a filter.
    pub head: Vec<Line>,
    /// The rows in sight.
    pub lines: Vec<Line>,
    /// The selected hit in full.
    pub detail: Vec<Line>,
    /// The selected hit and the first row in sight.
    pub cursor: Cursor,
    index: Option<Index>,
    query: Query,
    answer: Answer,
    rows: Vec<Row>,
    hit_rows: Vec<usize>,
    narrow: bool,
}

impl SearchView {
    /// The view at the start.
    pub fn new(_context: &Context<'_>) -> Self {
        SearchView {
            field: None,
            typed: String::new(),
            history: Vec::new(),
            searched: None,
            total: String::new(),
            head: Vec::new(),
            lines: Vec::new(),
            detail: Vec::new(),
            cursor: Cursor::default(),
            index: None,
            query: Query::default(),
            answer: Answer::default(),
            rows: Vec::new(),
            hit_rows: Vec::new(),
            narrow: false,
        }
    }

    /// Opens the field, with what was typed in it or empty.
    pub fn open(&mut self, context: &Context<'_>, anew: bool) {
        if anew {
            self.typed.clear();
            self.ask(context);
        }
        self.field = Some(Input::new(self.typed.clone()));
    }

    /// Puts a text in the field, in one go.
    pub fn insert(&mut self, context: &Context<'_>, text: &str) {
        let field = self.field.get_or_insert_default();
        for c in text.chars() {
            edit(field, super::super::action::Edit::Insert(c));
        }
        self.typed = field.value().to_string();
        self.ask(context);
    }

    /// The selected hit, where it is an entry of an impactkaart.
    pub fn selected(&self) -> Option<EntryIx> {
        self.hit()?.entry()
    }

    /// The selected hit.
    pub fn hit(&self) -> Option<Passage> {
        self.answer.get(self.cursor.at)
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        match action {
            Action::Edit(change) => {
                if let Some(field) = &mut self.field
                    && edit(field, change)
                {
                    self.typed = field.value().to_string();
                    self.ask(context);
                }
                return Outcome::Stayed;
            }
            Action::Open => return self.take(context),
            Action::Escape => return self.escape(),
            _ => {}
        }
        let page = usize::from(layout::search(context.size).list.height).saturating_sub(1);
        let Some(delta) = delta(action, page) else { return Outcome::Unused };
        self.cursor.by(delta, if self.picking() { self.history.len() } else { self.answer.len() });
        self.lay_out(context);
        Outcome::Stayed
    }

    /// Selects what stands on a line of the list.
    pub fn click(&mut self, context: &Context<'_>, line: usize) {
        if let Some(Row::Hit(hit)) = self.rows.get(self.cursor.top + line) {
            self.cursor.at = *hit;
            self.lay_out(context);
        }
    }

    /// Whether earlier searches are shown to pick from.
    fn picking(&self) -> bool {
        self.query.is_empty() && self.query.problems.is_empty()
    }

    fn take(&mut self, context: &Context<'_>) -> Outcome {
        if self.picking() {
            if let Some(earlier) = self.history.get(self.cursor.at).cloned() {
                self.typed = earlier.clone();
                self.field = Some(Input::new(earlier));
                self.ask(context);
            }
            return Outcome::Stayed;
        }
        let Some(hit) = self.hit() else { return Outcome::Stayed };
        self.field = None;
        self.searched = Some(self.typed.clone());
        Outcome::Go(match hit {
            Passage::Entry(ix) => Target::Entry(ix),
            Passage::Item(ix) => Target::Item(ix),
        })
    }

    fn escape(&mut self) -> Outcome {
        if self.field.take().is_none() || self.picking() {
            return Outcome::Unused;
        }
        if !self.answer.is_empty() {
            self.searched = Some(self.typed.clone());
        }
        Outcome::Stayed
    }

    /// Answers what is typed. The list is replaced by the whole answer, never by a part of it.
    fn ask(&mut self, context: &Context<'_>) {
        let dataset = context.dataset;
        self.query = Query::parse(dataset, &self.typed);
        if !self.query.is_empty() {
            let index = self.index.get_or_insert_with(|| Index::new(dataset, context.lang));
            self.answer = index.answer(dataset, &self.query, Some(&self.answer));
        } else {
            self.answer = Answer::default();
        }
        self.cursor = Cursor::default();
        self.set_rows(context);
        self.lay_out(context);
    }

    /// The rows of the list: in a narrow window the names of regions stand above their hits, else beside them.
    fn set_rows(&mut self, context: &Context<'_>) {
        self.rows.clear();
        self.hit_rows.clear();
        self.narrow = layout::search(context.size).list.width < PLACE_BESIDE;
        let mut last = None;
        for (i, hit) in self.answer.all().enumerate() {
            let place = whose(context, hit);
            if self.narrow && last.replace(place) != Some(place) {
                self.rows.push(Row::Place(place));
            }
            self.hit_rows.push(self.rows.len());
            self.rows.push(Row::Hit(i));
        }
    }

    /// Lays the view out for the size of the window; the selected hit stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let areas = layout::search(context.size);
        if self.narrow != (areas.list.width < PLACE_BESIDE) {
            self.set_rows(context);
        }
        self.total = if self.picking() { String::new() } else { report::total(context.lang, &self.answer) };
        self.head = self.head_lines(context, usize::from(areas.head.width), usize::from(areas.head.height));
        let (width, height) = (usize::from(areas.list.width), usize::from(areas.list.height));
        if self.picking() {
            self.lines = self.history_lines(context, width, height);
            self.detail = Vec::new();
            return;
        }
        if let Some(row) = self.hit_rows.get(self.cursor.at).copied() {
            // The first hit of a region shows the name above it.
            let named = row > 0 && matches!(self.rows.get(row - 1), Some(Row::Place(_)));
            self.cursor.reveal(row - usize::from(named), row + 1, height, self.rows.len());
        }
        let shown = self.rows.iter().enumerate().skip(self.cursor.top).take(height);
        self.lines = shown.map(|(i, row)| self.row_line(context, *row, i == self.cursor.top, width)).collect();
        self.detail = self.detail_lines(context, width, usize::from(areas.detail.height));
    }

    fn head_lines(&self, context: &Context<'_>, width: usize, height: usize) -> Vec<Line> {
        let Context { dataset, lang, glyphs, .. } = *context;
        if let Some(problem) = self.query.problems.first() {
            let mut lines = wrap(&report::problem(lang, problem), width);
            if lines.len() > height {
                lines.truncate(height);
                let last = lines.pop().unwrap_or_default();
                lines.push(cut(&last, width.saturating_sub(glyphs.more.width()), "") + glyphs.more);
            }
            return lines.into_iter().map(|l| Line::of(l, Role::Notice)).collect();
        }
        if self.picking() {
            return Vec::new();
        }
        let counts = report::counts(dataset, lang, &self.answer.counts);
        counts.into_iter().take(height).map(|l| Line::of(cut(&l, width, glyphs.more), Role::Dim)).collect()
    }

    /// Earlier searches, and how to search.
    fn history_lines(&mut self, context: &Context<'_>, width: usize, height: usize) -> Vec<Line> {
        let Context { lang, glyphs, .. } = *context;
        let mut lines = Vec::new();
        let hows =
            [Msg::SearchHowWords, Msg::SearchHowNot, Msg::SearchHowPhrase, Msg::SearchHowIn, Msg::SearchHowTheme];
        let hows = hows.into_iter().map(|how| Line::of("  ", Role::Text).and(lang.say(how), Role::Dim));
        let how = std::iter::once(Line::of(lang.say(Msg::SearchHow), Role::Subheading)).chain(hows);
        if !self.history.is_empty() {
            lines.push(Line::of(lang.say(Msg::SearchHistory), Role::Subheading));
            let room = height.saturating_sub(8).max(3);
            self.cursor.reveal(self.cursor.at, self.cursor.at + 1, room, self.history.len());
            for (i, text) in self.history.iter().enumerate().skip(self.cursor.top).take(room) {
                let selected = i == self.cursor.at;
                let mark = if selected { glyphs.marker } else { " " };
                let role = if selected { Role::Selected } else { Role::Text };
                let text = cut(text, width.saturating_sub(3), glyphs.more);
                lines.push(Line::of(format!("{mark} "), Role::Marker).and(text, role));
            }
            lines.push(Line::default());
        }
        lines.extend(how);
        lines
    }

    fn row_line(&self, context: &Context<'_>, row: Row, top: bool, width: usize) -> Line {
        let Context { dataset, lang, glyphs, .. } = *context;
        let hit = match row {
            Row::Place(place) => {
                let name = match place.0 {
                    Some(place) => words::place(dataset, lang, place),
                    None => lang.say(Msg::NationalHeading).to_string(),
                };
                let name = if place.1 { format!("{name}: {}", lang.say(Msg::PlanHeading)) } else { name };
                return Line::of(cut(&name, width, glyphs.more), Role::Subheading);
            }
            Row::Hit(hit) => hit,
        };
        let Some(ix) = self.answer.get(hit) else { return Line::default() };
        let selected = hit == self.cursor.at;
        let about = if width >= WITH_THEME { short(context, ix) } else { String::new() };
        let room = width.saturating_sub(3 + if about.is_empty() { 0 } else { THEME });
        let mark = if selected { glyphs.marker } else { " " };
        let mut line = Line::of(format!("{mark} "), Role::Marker);
        let column = if self.narrow { 0 } else { (width / 5).clamp(16, 26) };
        if column > 0 {
            // A name is said once for the hits under it, and again at the top of what is in sight.
            let place = whose(context, ix);
            let before = hit.checked_sub(1).and_then(|i| self.answer.get(i));
            let again = !top && before.is_some_and(|b| whose(context, b) == place);
            let name = if again { String::new() } else { beside(context, place, column - 2) };
            let pad = " ".repeat(column.saturating_sub(name.width()));
            line = line.and(name, Role::Subheading).and(pad, Role::Text);
        }
        let room = room.saturating_sub(column);
        let text = report::said(dataset, ix);
        for (run, is_hit) in around(&text, &spans(&text, &self.query), room, glyphs.more) {
            line = line.and(
                run,
                if is_hit {
                    Role::Hit
                } else if selected {
                    Role::Selected
                } else {
                    Role::Text
                },
            );
        }
        if !about.is_empty() {
            let about = cut(&about, THEME - 1, glyphs.more);
            let pad = width.saturating_sub(line.width() + about.width() + 1);
            line = line.and(" ".repeat(pad), Role::Text).and(about, Role::Dim);
        }
        line
    }

    /// The selected hit in full, and under it what it is, its topics and its page.
    fn detail_lines(&self, context: &Context<'_>, width: usize, height: usize) -> Vec<Line> {
        let Context { dataset, lang, glyphs, .. } = *context;
        let Some(ix) = self.hit() else { return Vec::new() };
        let marked = |text: &str, lines: Vec<String>, role: Role| -> Vec<Line> {
            let all = spans(text, &self.query);
            let starts = line_starts(text, &lines);
            let line = |(line, start): (&String, usize)| {
                let runs = runs(line, &within(&all, start, start + line.chars().count()));
                runs.into_iter().fold(Line::default(), |l, (run, hit)| l.and(run, if hit { Role::Hit } else { role }))
            };
            lines.iter().zip(starts).map(line).collect()
        };
        let text = report::said(dataset, ix);
        // The page comes first: the rest gives way where it is narrow.
        let under = [
            report::stands(dataset, lang, ix),
            ix.place(dataset).map_or(String::new(), |place| words::place(dataset, lang, place)),
            report::about(dataset, lang, ix),
            report::topics(dataset, lang, ix),
        ];
        let under: Vec<String> = under.into_iter().filter(|p| !p.is_empty()).collect();
        let under = under.join("; ");
        let mut under_lines = wrap(&under, width);
        let mut lines = marked(&text, wrap(&text, width), Role::Text);
        lines.truncate(height.saturating_sub(under_lines.len().min(2)));
        let room = height.saturating_sub(lines.len());
        if under_lines.len() > room {
            let kept: usize = under_lines.iter().take(room.saturating_sub(1)).map(|l| l.chars().count() + 1).sum();
            under_lines.truncate(room.saturating_sub(1));
            let rest: String = under.chars().skip(kept).collect();
            under_lines.push(cut(&rest, width, glyphs.more));
        }
        lines.extend(marked(&under, under_lines, Role::Dim));
        lines
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        ViewSpot::Search { query: self.typed.clone(), at: self.cursor.at }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, query: &str, at: usize) {
        self.field = None;
        if self.typed != query || self.answer.is_empty() {
            self.typed = query.to_string();
            self.ask(context);
        }
        self.cursor.at = at.min(self.answer.len().saturating_sub(1));
        self.lay_out(context);
    }
}

/// Whose a hit is, and whether it stands in a regioplan: hits of one such group stand together.
type Whose = (Option<Place>, bool);

fn whose(context: &Context<'_>, hit: Passage) -> Whose {
    let place = hit.place(context.dataset);
    (place, place.is_some() && matches!(hit, Passage::Item(_)))
}

/// Whose the hits are, in the column beside them.
fn beside(context: &Context<'_>, whose: Whose, width: usize) -> String {
    let Context { lang, glyphs, .. } = *context;
    let name = whose.0.map_or(lang.say(Msg::SearchNational).to_string(), |place| name(context, place));
    let mark = if whose.1 { format!(" {}", lang.say(Msg::PlanMark)) } else { String::new() };
    cut(&name, width.saturating_sub(mark.width()), glyphs.more) + &mark
}

/// The name of a place as short as it can be told: ROAZ where it is one, a part by its own name.
fn name(context: &Context<'_>, place: Place) -> String {
    let region = &context.dataset[place.region];
    let part = place.part.and_then(|part| region.parts.get(part.place()));
    let name = part.map_or(&region.name, |part| &part.name);
    match region.kind {
        RegionKind::Zorgkantoor => name.to_string(),
        RegionKind::Roaz => context.lang.fill(Msg::RoazPrefix, &[name]),
    }
}

/// From which width on the name of the region stands beside its hits.
const PLACE_BESIDE: u16 = 66;

/// From which width on the theme stands behind a hit, and how wide it may be.
const WITH_THEME: usize = 96;
const THEME: usize = 18;

/// The short name of what an entry is.
fn short(context: &Context<'_>, hit: Passage) -> String {
    let Context { dataset, lang, .. } = *context;
    let ix = match hit {
        Passage::Entry(ix) => ix,
        Passage::Item(ix) => return level(lang, &dataset.plans()[ix]),
    };
    match dataset[ix].kind {
        EntryKind::ActionLine(theme) if lang == Lang::Nl => dataset[theme].short.to_string(),
        EntryKind::ActionLine(theme) => dataset[theme].name_en.to_string(),
        EntryKind::Development => lang.say(Msg::SearchDevelopments).to_string(),
        EntryKind::Focus(_) => lang.say(Msg::SearchFocus).to_string(),
    }
}

/// The piece of a text of at most `width` cells that shows its first hit, as runs.
fn around(text: &str, spans: &[(usize, usize)], width: usize, more: &str) -> Vec<(String, bool)> {
    if text.width() <= width {
        return runs(text, spans);
    }
    let chars: Vec<(char, usize)> = text.chars().map(|c| (c, c.width().unwrap_or(0))).collect();
    let cells = |from: usize, to: usize| chars.get(from..to).map_or(0, |c| c.iter().map(|(_, w)| w).sum::<usize>());
    let (from, to) = spans.first().copied().unwrap_or((0, 0));
    let mut start = 0;
    if cells(0, to) + more.width() > width {
        start = from;
        // A third of the line leads up to the hit, from the beginning of a word on.
        while start > 0 && cells(start - 1, from) + more.width() <= width / 3 {
            start -= 1;
        }
        let word = (start..from).find(|i| *i == 0 || chars.get(i - 1).is_some_and(|(c, _)| c.is_whitespace()));
        start = word.unwrap_or(start);
    }
    let before = if start > 0 { more.width() } else { 0 };
    let mut end = start;
    while end < chars.len()
        && before + cells(start, end + 1) + if end + 1 < chars.len() { more.width() } else { 0 } <= width
    {
        end += 1;
    }
    let piece: String = chars.get(start..end).map_or(String::new(), |c| c.iter().map(|(c, _)| c).collect());
    let mut pieces = runs(&piece, &within(spans, start, end));
    if start > 0 {
        pieces.insert(0, (more.to_string(), false));
    }
    if end < chars.len() {
        pieces.push((more.to_string(), false));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, spans: &[(usize, usize)], width: usize) -> String {
        around(text, spans, width, "…")
            .into_iter()
            .map(|(run, hit)| if hit { format!("[{run}]") } else { run })
            .collect()
    }

    #[test]
    fn a_line_is_cut_around_its_hit() {
        let text = "Werken met laagdrempelige centra voor mentale gezondheid in de wijk";
        assert_eq!(shown(text, &[(0, 6)], 20), "[Werken] met laagdrem…");
        assert_eq!(shown(text, &[(38, 45)], 24), "…voor [mentale] gezondhei…");
        assert_eq!(shown(text, &[(63, 67)], 24), "…in de [wijk]");
    }

    proptest! {
        #[test]
        fn a_cut_line_fits_and_shows_the_beginning_of_its_hit(text in "[a-zé 漢]{0,80}", from in 0usize..80, width in 12usize..60) {
            let length = text.chars().count();
            let span = (from.min(length), (from + 4).min(length));
            let spans: Vec<(usize, usize)> = if span.0 < span.1 { vec![span] } else { Vec::new() };
            let pieces = around(&text, &spans, width, "…");
            let cells: usize = pieces.iter().map(|(run, _)| run.width()).sum();
            prop_assert!(cells <= width);
            prop_assert!(spans.is_empty() || pieces.iter().any(|(_, hit)| *hit));
        }
    }
}
