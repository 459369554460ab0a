//! The pages of view 6 laid out in lines, and what is copied of them.

use unicode_width::UnicodeWidthStr;

use super::super::action::{Action, ViewId};
use super::super::copy::{Copy, of_entry};
use super::super::lines::{Line, cut, wrap};
use super::super::state::Context;
use super::super::theme::Role;
use super::national::{Item, NationalView, Page, Sheet, has_more};
use crate::dataset::EntryIx;
use crate::dataset::plans::{ItemIx, Note, Plans};
use crate::query::agenda::{self, Step};
use crate::query::concrete::{Concrete, FEW, Mark, Said};
use crate::query::find::Place;
use crate::query::national::{Section, sections};
use crate::query::search::spans::{line_starts, runs, within};
use crate::report::lines::pad;
use crate::report::{agenda as agenda_words, concrete as wording_words, national as words_of, words};
use crate::texts::{Lang, Msg};

/// A page being laid out.
struct Builder {
    sheet: Sheet,
    width: usize,
    airy: bool,
}

impl Builder {
    fn new(context: &Context<'_>, width: usize) -> Self {
        Builder { sheet: Sheet::default(), width: width.saturating_sub(3).max(10), airy: context.meeting }
    }

    fn head(&mut self, text: &str, role: Role) {
        // The head begins at the margin, the list two cells behind it.
        self.sheet.head.extend(wrap(text, self.width + 2).into_iter().map(|line| Line::of(line, role)));
    }

    /// A heading that cannot be selected.
    fn heading(&mut self, text: &str) {
        if !self.sheet.lines.is_empty() {
            self.sheet.lines.push(Line::default());
        }
        self.sheet.headings.push(self.sheet.lines.len());
        self.sheet.lines.extend(wrap(text, self.width).into_iter().map(|line| Line::of(line, Role::Heading)));
    }

    /// An item of one or more lines.
    fn item(&mut self, item: Item, lines: Vec<Line>) {
        let (number, from) = (self.sheet.items.len(), self.sheet.lines.len());
        let of_item = |(i, line): (usize, Line)| Line { item: Some(number), first: i == 0, ..line };
        self.sheet.lines.extend(lines.into_iter().enumerate().map(of_item));
        self.sheet.items.push(item);
        self.sheet.extents.push((from, self.sheet.lines.len()));
        if self.airy {
            self.sheet.lines.push(Line::default());
        }
    }

    /// A text wrapped behind an indent and a sign, with the spans of it in a role of their own.
    fn text(&self, indent: usize, sign: &str, text: &str, spans: &[(usize, usize)], role: Role) -> Vec<Line> {
        let hang = indent + sign.width();
        let pieces = wrap(text, self.width.saturating_sub(hang).max(8));
        let starts = line_starts(text, &pieces);
        let line = |(i, (piece, start)): (usize, (&String, usize))| {
            let before = if i == 0 { " ".repeat(indent) + sign } else { " ".repeat(hang) };
            let runs = runs(piece, &within(spans, start, start + piece.chars().count()));
            let begun = Line::of(before, Role::Dim);
            runs.into_iter().fold(begun, |line, (run, hit)| line.and(run, if hit { role } else { Role::Text }))
        };
        pieces.iter().zip(starts).enumerate().map(line).collect()
    }

    fn dim(&self, indent: usize, text: &str) -> Vec<Line> {
        let pieces = wrap(text, self.width.saturating_sub(indent).max(8));
        pieces.into_iter().map(|piece| Line::of(" ".repeat(indent), Role::Text).and(piece, Role::Dim)).collect()
    }
}

/// What the reflection says, folded as it is.
pub fn reflection(context: &Context<'_>, view: &NationalView, width: usize) -> Sheet {
    let Context { dataset, lang, .. } = *context;
    let mut page = Builder::new(context, width);
    let plans = dataset.plans();
    let Some(national) = plans.national() else {
        page.head(lang.say(Msg::NatNone), Role::Notice);
        return page.sheet;
    };
    page.head(lang.say(Msg::NatTitle), Role::Title);
    for section in sections(dataset, &[]) {
        let open = view.open_sections.contains(&section);
        if page.airy && !page.sheet.lines.is_empty() {
            page.sheet.lines.push(Line::default());
        }
        page.sheet.headings.push(page.sheet.lines.len());
        let name = format!("{} ({})", lang.say(words_of::section(section)), section.len(plans, national));
        let whole = [(0, name.chars().count())];
        let lines = page.text(0, sign(true, open), &name, &whole, Role::Heading);
        page.item(Item::Section(section), lines);
        if !open {
            continue;
        }
        for (ix, _) in section.entries(plans, national) {
            entry(context, view, &mut page, plans, ix);
        }
        if section == Section::Notes {
            for (i, note) in plans[national].notes.iter().enumerate() {
                let lines = page.text(2, "  ", &note.text, &[], Role::Text);
                page.item(Item::Note(i), lines);
            }
        }
    }
    page.sheet
}

/// The sign before what can be folded.
fn sign(has_more: bool, open: bool) -> &'static str {
    match (has_more, open) {
        (false, _) => "  ",
        (true, true) => "- ",
        (true, false) => "+ ",
    }
}

fn entry(context: &Context<'_>, view: &NationalView, page: &mut Builder, plans: &Plans, ix: ItemIx) {
    let Context { dataset, lang, glyphs, .. } = *context;
    let item = &plans[ix];
    let more = has_more(plans, ix);
    let open = view.unfolded.contains(&ix);
    let indent = 2 + 2 * usize::from(item.depth);
    let text = if item.depth == 0 { words_of::line(item) } else { words_of::under(lang, item) };
    // The name, or the source's word for what it is, before the text.
    let named = text.chars().count().saturating_sub(item.text.chars().count());
    let mut lines = page.text(indent, sign(more, open), &text, &[(0, named)], Role::Subheading);
    let about = words_of::about(dataset, lang, item);
    if !about.is_empty() {
        lines.extend(page.dim(indent + 2, &about));
    }
    page.item(Item::Entry(ix), lines);
    if !open {
        return;
    }
    for (n, tie) in item.ties.iter().enumerate() {
        let lines =
            page.text(indent + 2, &format!("{} ", glyphs.arrow), &words_of::tie(dataset, lang, *tie), &[], Role::Text);
        page.item(Item::Tie(ix, n), lines);
    }
    for (child, _) in plans.children(ix) {
        entry(context, view, page, plans, child);
    }
}

/// How regions word their lines, or the lines of one.
pub fn wording(context: &Context<'_>, view: &NationalView, width: usize) -> Sheet {
    let mut page = Builder::new(context, width);
    let Some(concrete) = &view.concrete else { return page.sheet };
    match view.region {
        None => bars(context, view, concrete, &mut page),
        Some(region) => {
            let Context { dataset, lang, .. } = *context;
            let mark = view.asked.mark;
            if let Some(row) = concrete.row(region) {
                let name = words::place(dataset, lang, Place::whole(region));
                let share = wording_words::share(lang, &row.tally, mark);
                page.head(&format!("{name}: {}: {share}", lang.say(wording_words::mark(mark))), Role::Title);
                if let Some(silent) = wording_words::silent(lang, row) {
                    page.head(&silent, Role::Dim);
                }
            }
            page.head(lang.say(wording_words::rule(mark)), Role::Dim);
            let groups = concrete.groups(dataset, region, mark);
            for (group, msg) in groups.iter().zip([Msg::WordCounts, Msg::WordCountsNot]) {
                page.heading(&lang.fill(msg, &[&group.len()]));
                for (entry, said) in group {
                    line(context, &mut page, *entry, said, mark);
                }
            }
        }
    }
    page.sheet
}

fn line(context: &Context<'_>, page: &mut Builder, entry: EntryIx, said: &Said, mark: Mark) {
    let Context { dataset, lang, glyphs, .. } = *context;
    let mut lines = page.text(0, "", &dataset[entry].text, said.spans(mark), Role::Hit);
    let place = wording_words::place(dataset, lang, entry);
    let named = match mark {
        Mark::Doelgroep => wording_words::found(dataset, lang, entry, said, mark),
        _ => String::new(),
    };
    let under: Vec<String> = [place, named].into_iter().filter(|s| !s.is_empty()).collect();
    lines.extend(page.dim(2, &under.join(&format!(" {} ", glyphs.dot))));
    page.item(Item::Line(entry), lines);
}

/// A bar a region.
fn bars(context: &Context<'_>, view: &NationalView, concrete: &Concrete, page: &mut Builder) {
    let Context { dataset, lang, glyphs, meeting, size, .. } = *context;
    // Rows of one line need no blank lines between them, also in a meeting.
    page.airy = false;
    let asked = view.asked;
    let mark = asked.mark;
    let key = context.keys.key_of(ViewId::National, Action::NextSort);
    let marks = Mark::ALL.map(|m| lang.say(wording_words::mark(m)));
    let title = format!("{}: {}", lang.say(Msg::WordTitle), lang.say(wording_words::mark(mark)));
    page.head(&title, Role::Title);
    if !meeting {
        page.head(&format!("{key}: {}", marks.join(&format!(" {} ", glyphs.dot))), Role::Dim);
    }
    // A low window keeps what matters most of the rule.
    let roomy = size.height >= 30;
    page.head(lang.say(if roomy { Msg::WordRule } else { Msg::WordRuleShort }), Role::Dim);
    page.head(lang.say(wording_words::rule(mark)), Role::Dim);
    if roomy {
        page.head(lang.say(wording_words::why(mark)), Role::Dim);
    }
    page.head(&wording_words::totals(dataset, lang, concrete, asked).join("; "), Role::Text);
    let rows = concrete.rows(dataset, asked);
    let values: Vec<String> = rows.iter().map(|row| wording_words::share(lang, &row.tally, mark)).collect();
    let value = values.iter().map(|v| v.width()).max().unwrap_or(0);
    let names: Vec<String> =
        rows.iter().map(|row| words::short_place(dataset, lang, Place::whole(row.region))).collect();
    let longest = names.iter().map(|n| n.width() + 1).max().unwrap_or(0);
    let name = longest.min(page.width.saturating_sub(value + 10)).max(10);
    let cells = page.width.saturating_sub(name + value + 2);
    let largest = rows.iter().filter_map(|row| row.tally.percent(mark)).max().unwrap_or(0);
    for ((row, named), said) in rows.iter().zip(&names).zip(&values) {
        let few = if row.tally.entries < FEW { wording_words::FEW_SIGN } else { "" };
        let named = cut(named, name.saturating_sub(few.len()), glyphs.more) + few;
        let bar = wording_words::bar(&row.tally, mark, largest, cells, glyphs.bar);
        let line = Line::of(pad(&named, name), Role::Text)
            .and(format!(" {}", pad(&bar, cells)), Role::Subheading)
            .and(format!(" {said:>value$}"), Role::Text);
        page.item(Item::Region(row.region), vec![line]);
    }
}

/// The agenda over plans.
pub fn agenda(context: &Context<'_>, view: &NationalView, width: usize) -> Sheet {
    let Context { dataset, lang, size, .. } = *context;
    let mut page = Builder::new(context, width);
    page.head(lang.say(Msg::AgendaTitle), Role::Title);
    if agenda::planned(dataset).is_empty() {
        page.head(lang.say(Msg::AgendaNoPlans), Role::Notice);
        return page.sheet;
    }
    for said in in_force(context, view) {
        page.head(&said, Role::Notice);
    }
    if size.height >= 30 {
        page.head(lang.say(Msg::AgendaRule), Role::Dim);
    }
    let found = agenda::agenda(dataset, &view.filter);
    if found.is_empty() {
        let nothing = agenda_words::nothing(dataset, lang, &view.filter, &found);
        page.sheet.lines = page.dim(0, &nothing);
    }
    for group in &found.groups {
        page.heading(&agenda_words::heading(lang, group));
        for step in &group.steps {
            self::step(context, &mut page, *step);
        }
        if view.filter.year.is_some() && !group.running.is_empty() {
            page.heading(lang.say(Msg::AgendaRunningHead));
            for step in &group.running {
                self::step(context, &mut page, *step);
            }
        }
    }
    if found.undated_left_out > 0 {
        page.heading(&lang.fill(Msg::AgendaLeftOut, &[&found.undated_left_out]));
    }
    page.sheet
}

/// What the agenda is narrowed to, in words.
fn in_force(context: &Context<'_>, view: &NationalView) -> Vec<String> {
    let Context { dataset, lang, .. } = *context;
    let asked = agenda::Filter { topics: None, ..view.filter.clone() };
    let mut said = vec![agenda_words::filter(dataset, lang, &asked)];
    said.extend(view.filter.topics.as_ref().map(|topics| match topics.is_empty() {
        true => lang.fill(Msg::AgendaTopicNone, &[&view.typed]),
        false => lang.fill(Msg::AgendaTopic, &[&view.typed, &words::topics(dataset, lang, topics)]),
    }));
    said
}

fn step(context: &Context<'_>, page: &mut Builder, step: Step) {
    let Context { dataset, lang, .. } = *context;
    let item = &dataset.plans()[step.item];
    let text = words_of::line(item);
    let named = text.chars().count().saturating_sub(item.text.chars().count());
    let mut lines = page.text(0, "", &text, &[(0, named)], Role::Subheading);
    for said in agenda_words::about(dataset, lang, step) {
        lines.extend(page.dim(2, &said));
    }
    page.item(Item::Step(step), lines);
}

/// What is told of the selected item: where it stands, or all that is counted of a region.
pub fn foot(context: &Context<'_>, view: &NationalView, width: usize) -> Vec<Line> {
    let Context { dataset, lang, meeting, .. } = *context;
    let Some(item) = view.selected().filter(|_| !meeting) else { return Vec::new() };
    let said = match item {
        Item::Region(region) => {
            let row = view.concrete.as_ref().and_then(|concrete| concrete.row(region));
            let few = row.filter(|row| row.tally.entries < FEW).map(|_| wording_words::few(lang));
            row.map(|row| wording_words::tally(dataset, lang, row))
                .into_iter()
                .chain(few)
                .collect::<Vec<_>>()
                .join("; ")
        }
        _ => source(context, item).map(|source| lang.fill(Msg::SourceLine, &[&source])).unwrap_or_default(),
    };
    wrap(&said, width.max(10))
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| Line::of(line, Role::Dim))
        .collect()
}

/// The document and the heading or page under which an item stands.
fn source(context: &Context<'_>, item: Item) -> Option<String> {
    let Context { dataset, lang, .. } = *context;
    let plans = dataset.plans();
    match item {
        Item::Entry(ix) | Item::Tie(ix, _) => Some(words_of::source(dataset, lang, &plans[ix].source)),
        Item::Step(step) => Some(words_of::source(dataset, lang, &plans[step.item].source)),
        Item::Note(i) => note(plans, i).map(|note| {
            let headings: Vec<&str> = note.sources.iter().map(|s| s.section.as_str()).collect();
            headings.join("; ")
        }),
        Item::Line(entry) => Some(words::source(dataset, lang, dataset[entry].source)),
        Item::Section(_) => plans.national().map(|national| dataset[plans[national].doc].title.to_string()),
        Item::Region(_) => None,
    }
}

fn note(plans: &Plans, i: usize) -> Option<&Note> {
    plans.national().and_then(|national| plans[national].notes.get(i))
}

/// What is copied of the selected item.
pub fn copied(context: &Context<'_>, view: &NationalView) -> Option<Copy> {
    let Context { dataset, lang, .. } = *context;
    let plans = dataset.plans();
    let item = view.selected()?;
    let national = || lang.say(Msg::ViewNational).to_string();
    let of = |text: String, place: String, about: String| {
        Some(Copy { text, place, about, source: source(context, item).unwrap_or_default() })
    };
    match item {
        Item::Line(entry) => Some(of_entry(context, entry)),
        Item::Region(region) => {
            let row = view.concrete.as_ref()?.row(region)?;
            let text = format!("{}\n{}", wording_words::tally(dataset, lang, row), rule(lang, view.asked.mark));
            of(text, words::short_place(dataset, lang, Place::whole(region)), lang.say(Msg::WordTitle).to_string())
        }
        Item::Section(section) => of(lang.say(words_of::section(section)).to_string(), national(), String::new()),
        Item::Entry(ix) => of(words_of::line(&plans[ix]), national(), String::new()),
        Item::Tie(ix, n) => {
            let tie = *plans[ix].ties.get(n)?;
            of(words_of::tie(dataset, lang, tie), national(), words_of::name(&plans[ix]))
        }
        Item::Note(i) => of(note(plans, i)?.text.clone(), national(), lang.say(Msg::NatNotes).to_string()),
        Item::Step(step) => {
            let said =
                std::iter::once(words_of::line(&plans[step.item])).chain(agenda_words::about(dataset, lang, step));
            let place = words::short_place(dataset, lang, Place::whole(step.region));
            of(said.collect::<Vec<_>>().join("\n"), place, lang.say(Page::Agenda.name()).to_string())
        }
    }
}

/// The rule of a mark, with what it is for.
fn rule(lang: Lang, mark: Mark) -> String {
    format!("{} {}", lang.say(Msg::WordRule), lang.say(wording_words::rule(mark)))
}
