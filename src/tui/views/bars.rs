//! The figures of a metric as bars, from one year to the other.

use super::super::action::{Action, ViewId};
use super::super::layout;
use super::super::lines::{Line, cut, wrap};
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::super::theme::Role;
use super::{Outcome, Target};
use crate::dataset::{EntryIx, MetricIx};
use crate::query::figures::{Axis, Figures, Given, Sort, figures, metrics};
use crate::report::lines::pad;
use crate::report::{figures as words, words as all_words};
use crate::texts::Msg;
use unicode_width::UnicodeWidthStr;

/// The state of the bars.
#[derive(Debug, Default)]
pub struct Bars {
    /// The figures; none until they were first asked for, and where the dataset has none.
    pub figures: Option<Figures>,
    /// In which order.
    pub sort: Sort,
    /// Where one is; `top` is the first line shown.
    pub cursor: Cursor,
    /// What the figures are, and a warning where years differ.
    pub heading: Vec<Line>,
    /// The bars, and the regions without a figure.
    pub lines: Vec<Line>,
    /// The first line of each bar and the line behind its last.
    extents: Vec<(usize, usize)>,
    /// What the signs mean, in lines.
    pub legend: Vec<Line>,
    /// The entry of the selected bar.
    pub detail: Vec<Line>,
}

/// From how many cells on name, bar and values stand on one line.
const ONE_LINE: u16 = 110;

impl Bars {
    /// The metric.
    pub fn metric(&self) -> Option<MetricIx> {
        self.figures.as_ref().map(|figures| figures.metric)
    }

    /// The entry of the selected bar.
    pub fn entry(&self) -> Option<EntryIx> {
        self.figures.as_ref()?.given.get(self.cursor.at).map(|given| given.entry)
    }

    /// Shows a metric; the first one where none is named.
    pub fn show(&mut self, context: &Context<'_>, metric: Option<MetricIx>, sort: Sort) {
        let metric = metric.or_else(|| context.dataset.metrics().next().map(|(metric, _)| metric));
        if metric != self.metric() {
            self.cursor = Cursor::default();
        }
        self.sort = sort;
        self.figures = metric.map(|metric| figures(context.dataset, metric, sort));
        self.lay_out(context);
    }

    /// Goes to a bar.
    pub fn select(&mut self, context: &Context<'_>, at: usize) {
        self.cursor.at = at;
        self.cursor.by(0, self.extents.len());
        self.reveal(context);
    }

    /// Changes the bars by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        match action {
            Action::NextSort => self.next_sort(context),
            Action::NextHeading => self.step(context, 1),
            Action::PreviousHeading => self.step(context, -1),
            // A presenter's remote sends these.
            Action::PageDown if context.meeting => self.step(context, 1),
            Action::PageUp if context.meeting => self.step(context, -1),
            Action::Open => {
                return self.entry().map_or(Outcome::Stayed, |entry| Outcome::Go(Target::Entry(entry)));
            }
            _ => {
                let Some(delta) = delta(action, 5) else { return Outcome::Unused };
                self.cursor.by(delta, self.extents.len());
                self.reveal(context);
            }
        }
        Outcome::Stayed
    }

    /// The next order; the selected region stays selected.
    fn next_sort(&mut self, context: &Context<'_>) {
        let at = Sort::ALL.iter().position(|sort| *sort == self.sort).map_or(0, |at| at + 1);
        let sort = Sort::ALL.iter().cycle().nth(at).copied().unwrap_or_default();
        let selected = self.figures.as_ref().and_then(|f| f.given.get(self.cursor.at).copied());
        self.show(context, self.metric(), sort);
        let given = self.figures.as_ref().map(|figures| figures.given.as_slice()).unwrap_or_default();
        let at = given.iter().position(|given| Some(*given) == selected).unwrap_or(0);
        self.select(context, at);
    }

    /// The next or previous metric.
    fn step(&mut self, context: &Context<'_>, by: isize) {
        let all = metrics(context.dataset);
        let at = all.iter().position(|(metric, _)| Some(*metric) == self.metric());
        if let Some((next, _)) = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| all.get(at)) {
            self.show(context, Some(*next), self.sort);
        }
    }

    /// Lays the bars out for the size of the window.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let Context { dataset, lang, size, glyphs, .. } = *context;
        let width = usize::from(size.width.saturating_sub(2));
        let plain = |text: &str, role: Role| -> Vec<Line> {
            wrap(text, width).into_iter().map(|line| Line::of(line, role)).collect()
        };
        (self.lines, self.extents, self.legend) = Default::default();
        let Some(figures) = &self.figures else {
            self.heading = plain(lang.say(Msg::FiguresNoMetrics), Role::Notice);
            return;
        };
        let (name, said) = words::heading(dataset, lang, figures);
        let key = lang.fill(Msg::FiguresSortKey, &[&context.keys.key_of(ViewId::Map, Action::NextSort)]);
        let said = if context.meeting { said } else { format!("{said} ({key})") };
        let heading = Line::of(cut(&name, width, glyphs.more), Role::Heading);
        self.heading = if heading.width() + 2 + said.width() <= width {
            vec![heading.and(format!("  {said}"), Role::Dim)]
        } else {
            std::iter::once(heading).chain(plain(&said, Role::Dim)).collect()
        };
        if figures.years_differ {
            self.heading.extend(plain(lang.say(Msg::FiguresYears), Role::Notice));
        }
        for (i, lines) in bars(context, figures, width).into_iter().enumerate() {
            let from = self.lines.len();
            let numbered = lines.into_iter().enumerate().map(|(n, line)| Line { item: Some(i), first: n == 0, ..line });
            self.lines.extend(numbered);
            self.extents.push((from, self.lines.len()));
            if context.meeting || size.width >= ONE_LINE && figures.given.len() <= 12 {
                self.lines.push(Line::default());
            }
        }
        if figures.given.is_empty() {
            self.lines.extend(plain(lang.say(Msg::FiguresNone), Role::Notice));
        }
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
        if let Some(without) = words::without(dataset, lang, figures) {
            self.lines.extend(plain(&without, Role::Dim));
        }
        if !figures.given.is_empty() {
            self.legend = plain(&words::legend(lang, figures, glyphs.ascii), Role::Dim);
        }
        self.cursor.by(0, self.extents.len());
        self.reveal(context);
    }

    fn reveal(&mut self, context: &Context<'_>) {
        let Context { dataset, lang, size, .. } = *context;
        let width = usize::from(size.width.saturating_sub(2));
        self.detail = self.entry().map_or(Vec::new(), |ix| {
            let text = format!("{} ({})", dataset[ix].text, all_words::source(dataset, lang, dataset[ix].source));
            wrap(&text, width).into_iter().map(|line| Line::of(line, Role::Text)).collect()
        });
        let height = usize::from(self.areas(context).list.height).max(1);
        let last = self.cursor.at + 1 >= self.extents.len();
        let (from, to) = self.extents.get(self.cursor.at).copied().unwrap_or_default();
        // At the last bar what is said below it is shown as well, as far as the bar stays in sight.
        let to = if last { self.lines.len().min(from + height) } else { to };
        self.cursor.reveal(from, to.max(from + 1), height, self.lines.len());
    }

    /// The areas of the bars.
    pub fn areas(&self, context: &Context<'_>) -> layout::Bars {
        layout::bars(context.size, context.meeting, self.heading.len(), self.legend.len())
    }
}

/// The lines of each bar: name and values, and the bar, beside them or under them.
fn bars(context: &Context<'_>, figures: &Figures, width: usize) -> Vec<Vec<Line>> {
    let Context { dataset, lang, size, glyphs, meeting, .. } = *context;
    let axis = Axis::of(figures);
    let names: Vec<String> = figures.given.iter().map(|g| words::place(dataset, lang, g)).collect();
    let values: Vec<String> = figures.given.iter().map(|g| words::values(dataset, lang, g)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| text.width()).max().unwrap_or(0);
    let (named, valued) = (widest(&names).min(32), widest(&values));
    let bar = |given: &Given, cells: usize| words::bar(axis, given, cells, glyphs.ascii);
    let room = width.saturating_sub(named + valued + 6);
    let one_line = size.width >= ONE_LINE && !meeting && room >= 20;
    let of = |((given, name), values): ((&Given, &String), &String)| -> Vec<Line> {
        if one_line {
            let name = pad(&cut(name, named, glyphs.more), named);
            let line = Line::of(format!("{name}  "), Role::Text).and(bar(given, room), Role::Shade);
            return vec![line.and(format!("  {values}"), Role::Text)];
        }
        let said = wrap(&format!("{name}: {values}"), width.saturating_sub(2));
        let said = said.into_iter().map(|line| Line::of(line, Role::Text));
        said.chain([Line::of(bar(given, width.saturating_sub(2)), Role::Shade)]).collect()
    };
    figures.given.iter().zip(&names).zip(&values).map(of).collect()
}
