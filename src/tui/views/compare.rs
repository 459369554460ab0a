//! View 3: two regions side by side, a section at a time, with one scroll for both sides.

use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::action::{Action, ViewId};
use super::super::layout;
use super::super::lines::{Line, Span, cut, wrap};
use super::super::list::Cursor;
use super::super::state::Context;
use super::super::theme::Role;
use super::picker::{Picked, Picker};
use super::{Outcome, Target, ViewSpot};
use crate::dataset::plans::ItemIx;
use crate::dataset::{EntryIx, EntryKind};
use crate::query::compare::{Comparison, Only, Section, compare, sections, sections_of};
use crate::query::find::Place;
use crate::query::pairing::{Side, Sides};
use crate::query::passage::Passage;
use crate::query::question::Pair;
use crate::report::ascii::ascii;
use crate::report::compare::{RowWords, Said, in_ascii, section, short, wrap as wrap_runs};
use crate::report::compare_text::Columns;
use crate::report::{plan, words};
use crate::texts::Msg;

/// A row as it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowSpot {
    /// The place of the row in its section, whichever rows are shown.
    pub index: usize,
    /// Its first line and the line behind its last.
    pub extent: (usize, usize),
    /// The entries of each side.
    pub entries: Sides<Vec<EntryIx>>,
    /// The entries of each side's regioplan.
    pub items: Sides<Vec<ItemIx>>,
}

/// The section that is shown, laid out.
#[derive(Debug, Default)]
pub struct CompareText {
    /// The heading of the section, pinned above its rows.
    pub heading: String,
    /// Its counts in words.
    pub tally: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// The rows.
    pub rows: Vec<RowSpot>,
    /// Where one is among them.
    pub cursor: Cursor,
    /// Pages of the selected row, per side, and what Enter opens.
    pub source: String,
}

/// The state of view 3.
#[derive(Debug)]
pub struct CompareView {
    /// Side A.
    pub a: Option<Place>,
    /// Side B.
    pub b: Option<Place>,
    /// The comparison, when both are chosen.
    pub comparison: Option<Comparison>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Their short names with their counts.
    pub strip: Vec<String>,
    /// The section that is shown.
    pub section: usize,
    /// Which rows are shown.
    pub only: Only,
    /// How many columns are asked for.
    pub columns: Columns,
    /// The side whose entry Enter opens.
    pub side: Side,
    /// Whether ties that the dataset concludes are left out.
    pub stated_only: bool,
    /// The open picker, and the side that it is for.
    pub picker: Option<(Side, Picker)>,
    /// What is shown.
    pub text: CompareText,
}

impl CompareView {
    /// The view at the start.
    pub fn new(context: &Context<'_>) -> Self {
        CompareView {
            a: None,
            b: None,
            comparison: None,
            sections: sections(context.dataset),
            strip: Vec::new(),
            // Developments are read in view 1; what is planned is what people compare.
            section: 1,
            only: Only::All,
            columns: Columns::Auto,
            side: Side::A,
            stated_only: false,
            picker: None,
            text: CompareText::default(),
        }
    }

    /// The field of the open picker.
    pub fn field(&self) -> Option<&Input> {
        self.picker.as_ref().map(|(_, picker)| &picker.field)
    }

    /// Sets a side.
    pub fn set(&mut self, context: &Context<'_>, a: Option<Place>, b: Option<Place>) {
        self.a = a.or(self.a);
        self.b = b.or(self.b);
        self.comparison = match (self.a, self.b) {
            (Some(a), Some(b)) if a != b => Some(compare(context.dataset, a, b)),
            _ => None,
        };
        self.sections = match (self.a, self.b) {
            (Some(a), Some(b)) => sections_of(context.dataset, a, b),
            _ => sections(context.dataset),
        };
        // Only the last section comes and goes.
        self.section = self.section.min(self.sections.len().saturating_sub(1));
        self.lay_out(context);
    }

    /// Opens the view at a comparison, at the section that is asked for.
    pub fn open_at(&mut self, context: &Context<'_>, pair: &Pair) {
        self.sections = sections_of(context.dataset, pair.a, pair.b);
        let section = pair.section.and_then(|section| self.sections.iter().position(|s| *s == section));
        self.section = section.unwrap_or(self.section);
        self.only = pair.only;
        self.columns = Columns::asked(pair.two_columns);
        self.set(context, Some(pair.a), Some(pair.b));
    }

    /// Takes a place as the side that is not chosen yet: A first, and B only where `both` says so.
    pub fn offer(&mut self, context: &Context<'_>, place: Option<Place>, both: bool) {
        let Some(place) = place else { return };
        match (self.a, self.b) {
            (None, b) if b != Some(place) => self.set(context, Some(place), None),
            (a, None) if both && a != Some(place) => self.set(context, None, Some(place)),
            _ => {}
        }
    }

    /// Goes to the section that an entry of this kind stands in.
    pub fn go_to_section(&mut self, context: &Context<'_>, kind: EntryKind) {
        let wanted = match kind {
            EntryKind::Development => Section::Developments,
            EntryKind::ActionLine(theme) => Section::Theme(theme),
            EntryKind::Focus(_) => Section::Focus,
        };
        self.section = self.sections.iter().position(|section| *section == wanted).unwrap_or(self.section);
        self.lay_out(context);
    }

    /// Lays the view out for the size of the window; the selected row stays in sight.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        if let Some((_, picker)) = &mut self.picker {
            picker.lay_out(context);
        }
        if let Some(plan) = self.comparison.as_mut().and_then(|c| c.plan.as_mut()) {
            plan.inferred = !self.stated_only;
        }
        let selected = self.row().map(|row| row.index);
        let cursor = self.text.cursor;
        self.text = self.lay_out_section(context);
        let kept = selected.and_then(|index| self.text.rows.iter().position(|row| row.index >= index));
        self.text.cursor = Cursor { at: kept.unwrap_or(0), top: cursor.top };
        self.reveal(context);
    }

    fn lay_out_section(&mut self, context: &Context<'_>) -> CompareText {
        let Context { dataset, lang, .. } = *context;
        // The last column is kept for the signs that there is more.
        let width = usize::from(layout::compare(context.size, context.meeting).text.width.saturating_sub(1));
        let mut text = CompareText::default();
        let (Some(comparison), Some(shown)) = (&self.comparison, self.sections.get(self.section)) else {
            self.strip.clear();
            text.lines = how_to_choose(context, self.a, self.b, width);
            return text;
        };
        self.strip = self.sections.iter().map(|s| strip_label(context, comparison, *s)).collect();
        let said = section(dataset, lang, comparison, *shown, self.only);
        text.heading = said.heading;
        text.tally = said.tally;
        for remark in &said.remarks {
            let remark = in_signs(context, remark);
            text.lines.extend(wrap(&remark, width.saturating_sub(2)).into_iter().map(|l| indented(&l, Role::Notice)));
        }
        let sheet = Sheet { context, width, two: self.two(context) };
        for row in &said.rows {
            sheet.row(row, &mut text);
        }
        text
    }

    /// Whether both sides stand in columns of their own.
    pub fn two(&self, context: &Context<'_>) -> bool {
        self.columns.two(Some(usize::from(context.size.width)))
    }

    /// The place of the side that one is on.
    pub fn place(&self) -> Option<Place> {
        if self.side == Side::A { self.a } else { self.b }
    }

    /// The selected row.
    pub fn row(&self) -> Option<&RowSpot> {
        self.text.rows.get(self.text.cursor.at)
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        if self.picker.is_some() {
            return self.pick(context, action);
        }
        match action {
            Action::MakeA => self.open_picker(context, Side::A),
            Action::MakeB => self.open_picker(context, Side::B),
            Action::Compare => {}
            Action::Swap => self.swap(context),
            Action::CycleOnly => {
                self.only = match self.only {
                    Only::All => Only::Differences,
                    Only::Differences => Only::Shared,
                    Only::Shared => Only::All,
                };
                self.lay_out(context);
            }
            Action::ToggleInferred => {
                self.stated_only = !self.stated_only;
                self.lay_out(context);
            }
            Action::CycleColumns => {
                self.columns = if self.two(context) { Columns::One } else { Columns::Two };
                self.lay_out(context);
            }
            Action::Escape if self.only != Only::All => {
                self.only = Only::All;
                self.lay_out(context);
            }
            Action::NextHeading => self.step(context, true, false),
            Action::PreviousHeading => self.step(context, false, false),
            Action::Left | Action::Right => {
                self.side = if action == Action::Left { Side::A } else { Side::B };
                self.reveal(context);
            }
            Action::Open => return self.open(),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::Top | Action::Bottom => {
                self.go(context, action);
            }
            _ => return Outcome::Unused,
        }
        Outcome::Stayed
    }

    fn open_picker(&mut self, context: &Context<'_>, side: Side) {
        let now = if side == Side::A { self.a } else { self.b };
        self.picker = Some((side, Picker::new(context, now)));
    }

    fn pick(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let Some((side, picker)) = &mut self.picker else { return Outcome::Stayed };
        let side = *side;
        match picker.update(context, action) {
            Picked::Open => Outcome::Stayed,
            Picked::Closed => {
                self.picker = None;
                Outcome::Stayed
            }
            Picked::Chosen(place) => {
                self.picker = None;
                let (a, b) = if side == Side::A { (Some(place), None) } else { (None, Some(place)) };
                let had = self.comparison.is_some();
                self.set(context, a, b);
                if had { Outcome::Opened } else { Outcome::Stayed }
            }
        }
    }

    fn swap(&mut self, context: &Context<'_>) {
        std::mem::swap(&mut self.a, &mut self.b);
        self.side = self.side.other();
        self.set(context, None, None);
    }

    /// The next or previous section, at its beginning or its end.
    fn step(&mut self, context: &Context<'_>, next: bool, at_end: bool) {
        let last = self.sections.len().saturating_sub(1);
        let wanted = if next { (self.section + 1).min(last) } else { self.section.saturating_sub(1) };
        if wanted == self.section {
            return;
        }
        self.section = wanted;
        self.text = self.lay_out_section(context);
        if at_end {
            self.text.cursor.at = self.text.rows.len().saturating_sub(1);
            self.text.cursor.top = self.text.lines.len();
        }
        self.reveal(context);
    }

    fn go(&mut self, context: &Context<'_>, action: Action) {
        let height = height(context);
        let last = self.text.rows.len().saturating_sub(1);
        let bottom = self.text.lines.len().saturating_sub(height);
        let (from, to) = self.row().map_or((0, self.text.lines.len()), |row| row.extent);
        match action {
            // A row taller than the window is read to its end before the next one.
            Action::Down if to > self.text.cursor.top + height => self.text.cursor.top += height / 2 + 1,
            Action::Up if from < self.text.cursor.top => {
                self.text.cursor.top = self.text.cursor.top.saturating_sub(height / 2 + 1).max(from);
            }
            Action::Down if self.text.cursor.at >= last => return self.step(context, true, false),
            Action::Up if self.text.cursor.at == 0 => return self.step(context, false, true),
            Action::Down | Action::Up => {
                self.text.cursor.by(if action == Action::Down { 1 } else { -1 }, last + 1);
                return self.reveal(context);
            }
            Action::PageDown if self.text.cursor.top >= bottom => {
                if context.meeting || self.text.cursor.at >= last {
                    return self.step(context, true, false);
                }
                self.text.cursor.at = last;
            }
            Action::PageUp if self.text.cursor.top == 0 => {
                if context.meeting || self.text.cursor.at == 0 {
                    return self.step(context, false, true);
                }
                self.text.cursor.at = 0;
            }
            Action::PageDown | Action::PageUp => {
                let page = height.saturating_sub(1).max(1);
                let top = self.text.cursor.top;
                self.text.cursor.top =
                    if action == Action::PageDown { (top + page).min(bottom) } else { top.saturating_sub(page) };
                let top = self.text.cursor.top;
                let at = self.text.rows.iter().position(|row| row.extent.0 >= top);
                self.text.cursor.at = at.unwrap_or(last);
            }
            Action::Top => self.text.cursor = Cursor::default(),
            _ => {
                self.text.cursor.at = last;
                return self.reveal(context);
            }
        }
        self.text.cursor.top = self.text.cursor.top.min(bottom);
        self.text.source = self.source(context);
    }

    /// Selects the row that stands on a line of the text.
    pub fn click(&mut self, context: &Context<'_>, line: usize) {
        let clicked = self.text.lines.get(self.text.cursor.top + line).and_then(|line| line.item);
        if let Some(row) = clicked.filter(|_| self.picker.is_none()) {
            self.text.cursor.at = row;
            self.text.source = self.source(context);
        }
    }

    fn reveal(&mut self, context: &Context<'_>) {
        let total = self.text.lines.len();
        let extent = self.row().map(|row| row.extent);
        let (from, to) = extent.unwrap_or((0, 0));
        // The first row shows what is said of the section above it.
        let from = if self.text.cursor.at == 0 { 0 } else { from };
        self.text.cursor.reveal(from, to, height(context), total);
        self.text.source = self.source(context);
    }

    /// The side whose entry Enter opens: the chosen one, where it has an entry in the selected row.
    fn opens(&self) -> Option<(Side, Passage)> {
        let row = self.row()?;
        let first = |side: Side| {
            let entry = row.entries.of(side).first().map(|ix| Passage::Entry(*ix));
            entry.or(row.items.of(side).first().map(|ix| Passage::Item(*ix)))
        };
        [self.side, self.side.other()].into_iter().find_map(|side| Some((side, first(side)?)))
    }

    fn open(&self) -> Outcome {
        self.opens().map_or(Outcome::Stayed, |(_, passage)| {
            Outcome::Go(match passage {
                Passage::Entry(ix) => Target::Entry(ix),
                Passage::Item(ix) => Target::Item(ix),
            })
        })
    }

    /// The pages of the selected row, and what Enter opens.
    fn source(&self, context: &Context<'_>) -> String {
        let Context { dataset, lang, .. } = *context;
        let Some(row) = self.row() else { return String::new() };
        let pages = |side: Side| {
            let sources: Vec<_> = row.entries.of(side).iter().map(|e| dataset[*e].source).collect();
            let pages = words::pages(lang, &sources);
            (!pages.is_empty()).then(|| format!("{} {pages}", side.letter()))
        };
        let mut said: Vec<String> = Side::BOTH.into_iter().filter_map(pages).collect();
        if let Some((side, passage)) = self.opens() {
            let key = context.keys.key_of(ViewId::Compare, Action::Open);
            said.push(lang.fill(Msg::CompareOpens, &[&key, &side.letter()]));
            said.push(match passage {
                Passage::Entry(ix) => dataset[dataset[ix].source.doc].title.to_string(),
                Passage::Item(ix) => plan::source(dataset, &dataset.plans()[ix].source),
            });
        }
        said.join(" · ")
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> ViewSpot {
        let row = self.row().map_or(0, |row| row.index);
        ViewSpot::Compare { a: self.a, b: self.b, section: self.section, row }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, places: Sides<Option<Place>>, section: usize, row: usize) {
        self.picker = None;
        self.section = section;
        self.set(context, places.a, places.b);
        self.text.cursor.at = self.text.rows.iter().position(|r| r.index >= row).unwrap_or(0);
        self.reveal(context);
    }
}

fn height(context: &Context<'_>) -> usize {
    usize::from(layout::compare(context.size, context.meeting).text.height).max(1)
}

fn strip_label(context: &Context<'_>, comparison: &Comparison, section: Section) -> String {
    let counts = comparison.counts(section);
    // The English names of themes are long, and the strip should show more than one.
    let name = cut(&short(context.dataset, context.lang, section), 18, context.glyphs.more);
    in_signs(context, &format!("{name} {}·{}·{}", counts.both, counts.a, counts.b))
}

/// A text in the signs that may be drawn: what ASCII writes longer must be so before it is wrapped.
fn in_signs(context: &Context<'_>, text: &str) -> String {
    if context.glyphs.ascii { ascii(text) } else { text.to_string() }
}

fn indented(text: &str, role: Role) -> Line {
    Line::of("  ", Role::Text).and(text, role)
}

/// What is still to be chosen, and how.
fn how_to_choose(context: &Context<'_>, a: Option<Place>, b: Option<Place>, width: usize) -> Vec<Line> {
    let [key_a, key_b] = [Action::MakeA, Action::MakeB].map(|action| context.keys.key_of(ViewId::Compare, action));
    let [there_a, there_b, there_c] =
        [Action::MakeA, Action::MakeB, Action::Compare].map(|action| context.keys.key_of(ViewId::Regions, action));
    let lang = context.lang;
    let text = match (a, b) {
        (None, None) => lang.fill(Msg::CompareChooseBoth, &[&key_a, &key_b]),
        (Some(_), None) => lang.fill(Msg::CompareChoose, &[&"B", &key_b]),
        (None, Some(_)) => lang.fill(Msg::CompareChoose, &[&"A", &key_a]),
        (Some(_), Some(_)) => lang.fill(Msg::CompareSame, &[&key_a, &key_b]),
    };
    let hint = lang.fill(Msg::CompareChooseElsewhere, &[&there_a, &there_b, &there_c]);
    let mut lines = Vec::new();
    for (text, role) in [(text, Role::Notice), (hint, Role::Text)] {
        lines.push(Line::default());
        let text = in_signs(context, &text);
        lines.extend(wrap(&text, width.saturating_sub(2)).into_iter().map(|l| indented(&l, role)));
    }
    lines
}

/// Lays rows out over a width, in one column or two.
struct Sheet<'c, 'a> {
    context: &'c Context<'a>,
    width: usize,
    two: bool,
}

impl Sheet<'_, '_> {
    /// Adds a row to the text.
    fn row(&self, row: &RowWords, text: &mut CompareText) {
        for _ in 0..if self.context.meeting { 2 } else { 1 } {
            if !text.lines.is_empty() {
                text.lines.push(Line::default());
            }
        }
        let item = Some(text.rows.len());
        let from = text.lines.len();
        let heading = in_signs(self.context, &row.heading);
        for (i, line) in wrap(&heading, self.width.saturating_sub(2)).into_iter().enumerate() {
            text.lines.push(Line { item, first: i == 0, ..indented(&line, Role::Subheading) });
        }
        for band in &row.bands {
            if self.context.meeting && band.a.iter().chain(&band.b).any(Said::is_said) {
                text.lines.push(Line { item, ..Line::default() });
            }
            text.lines.extend(self.band(band).into_iter().map(|line| Line { item, ..line }));
        }
        let entries = Sides::each(|side| row.entries(side).collect::<Vec<_>>());
        let items = Sides::each(|side| row.items(side).collect::<Vec<_>>());
        text.rows.push(RowSpot { index: row.index, extent: (from, text.lines.len()), entries, items });
    }

    fn band(&self, band: &Sides<Vec<Said>>) -> Vec<Line> {
        if !self.two {
            let below = |side: Side| self.stack(band.of(side), side, self.width);
            return Side::BOTH.into_iter().flat_map(below).collect();
        }
        // A margin of two cells for each half, and the line between them.
        let half = self.width.saturating_sub(6) / 2;
        let (left, right) = (self.stack(&band.a, Side::A, half + 2), self.stack(&band.b, Side::B, half + 2));
        let rule = self.context.glyphs.rule;
        (0..left.len().max(right.len()))
            .map(|i| {
                let mut line = left.get(i).cloned().unwrap_or_default();
                let pad = (half + 2).saturating_sub(line.width()) + 1;
                line = line.and(" ".repeat(pad), Role::Text).and(rule, Role::Rule);
                if let Some(right) = right.get(i) {
                    line.spans.extend(right.spans.iter().cloned());
                }
                line
            })
            .collect()
    }

    /// The texts of one side below each other, in one column with the letter of the side, in a half with a hyphen where
    /// there are several; a remark on an entry stands under it. In meeting mode with a blank line between entries.
    fn stack(&self, texts: &[Said], side: Side, width: usize) -> Vec<Line> {
        let several = texts.iter().filter(|said| said.is_said()).count() > 1;
        let mut lines = Vec::new();
        for said in texts {
            let opens = lines.is_empty() || !said.remark;
            if self.context.meeting && said.is_said() && !lines.is_empty() {
                lines.push(Line::default());
            }
            let first = match (self.two, opens, several) {
                (false, true, _) => format!("  {}  ", side.letter()),
                (false, false, _) => "     ".to_string(),
                (true, true, true) => "  - ".to_string(),
                (true, false, true) => "    ".to_string(),
                (true, _, false) => "  ".to_string(),
            };
            lines.extend(self.said(said, side, &first, width));
        }
        lines
    }

    /// The lines of one text; the first begins with `first`, the others with as many blanks.
    fn said(&self, said: &Said, side: Side, first: &str, width: usize) -> Vec<Line> {
        let lead = if side == Side::A { Role::SideA } else { Role::SideB };
        let plain = if said.remark { Role::Dim } else { Role::Text };
        let (text, changed) = if self.context.glyphs.ascii {
            in_ascii(&said.text, &said.changed)
        } else {
            (said.text.clone(), said.changed.clone())
        };
        let room = width.saturating_sub(first.width()).max(4);
        let lines = wrap_runs(&text, &changed, room).into_iter().enumerate();
        lines
            .map(|(i, runs)| {
                // Blanks wear nothing: a style on them costs bytes and shows nothing.
                let start = if i == 0 { first.to_string() } else { " ".repeat(first.width()) };
                let lead = if i == 0 && !self.two { lead } else { Role::Text };
                let mut line = Line::of(start, lead);
                let spans = runs
                    .into_iter()
                    .map(|(text, marked)| Span { text, role: if marked { Role::Changed } else { plain } });
                line.spans.extend(spans);
                line
            })
            .collect()
    }
}
