//! Answers as text for people: headings first, no boxes, wrapped to the terminal, whole lines where it is piped.

use std::io::{self, Write};

use anstyle::{Effects, Style};
use unicode_width::UnicodeWidthStr;

use super::lines::wrap_to;
use super::words;
use crate::dataset::{Dataset, RegionKind};
use crate::query::find::Place;
use crate::query::portrait::{Block, Only, portrait};
use crate::query::summary::{counts, namesakes};
use crate::texts::{Lang, Msg};

/// How text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// The language.
    pub lang: Lang,
    /// The width to wrap to, in cells; none where lines stay whole.
    pub width: Option<usize>,
    /// Whether to emphasise by escape sequences.
    pub colour: bool,
    /// Whether only ASCII may be written.
    pub ascii: bool,
}

/// Writes lines in a style.
pub(super) struct Pen<'w> {
    pub(super) out: &'w mut dyn Write,
    pub(super) manner: Manner,
}

impl Pen<'_> {
    /// A paragraph: the first line begins with `first`, the others with as many blanks.
    fn paragraph(&mut self, first: &str, text: &str, look: Style) -> io::Result<()> {
        let hang = " ".repeat(first.width());
        let lines = wrap_to(text, self.manner.width.map(|w| w.saturating_sub(hang.width()).max(10)));
        for (i, line) in lines.iter().enumerate() {
            let start = if i == 0 { first } else { &hang };
            let line = if self.manner.ascii {
                super::ascii::ascii(&format!("{start}{line}"))
            } else {
                format!("{start}{line}")
            };
            if self.manner.colour && look != Style::new() {
                writeln!(self.out, "{}{line}{}", look.render(), look.render_reset())?;
            } else {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    pub(super) fn plain(&mut self, first: &str, text: &str) -> io::Result<()> {
        self.paragraph(first, text, Style::new())
    }

    pub(super) fn dim(&mut self, first: &str, text: &str) -> io::Result<()> {
        self.paragraph(first, text, Style::new().effects(Effects::DIMMED))
    }

    pub(super) fn bold(&mut self, text: &str) -> io::Result<()> {
        self.paragraph("", text, Style::new().effects(Effects::BOLD))
    }

    /// A line that is not wrapped, since its places have a meaning.
    pub(super) fn whole(&mut self, line: &str) -> io::Result<()> {
        let line = line.trim_end();
        if self.manner.ascii {
            writeln!(self.out, "{}", super::ascii::ascii(line))
        } else {
            writeln!(self.out, "{line}")
        }
    }

    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }
}

/// `list`: a line a region, its parts under it.
///
/// # Errors
/// When the writer fails.
pub fn list(dataset: &Dataset<'_>, kind: Option<RegionKind>, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let mut pen = Pen { out, manner };
    let width = dataset.regions().map(|(_, r)| r.id.width()).max().unwrap_or(0);
    let mut last = None;
    for (ix, region) in dataset.regions().filter(|(_, r)| kind.is_none_or(|k| k == r.kind)) {
        if last != Some(region.kind) {
            if last.is_some() {
                pen.blank()?;
            }
            last = Some(region.kind);
            pen.bold(manner.lang.say(match region.kind {
                RegionKind::Zorgkantoor => Msg::ListZorgkantoor,
                RegionKind::Roaz => Msg::ListRoaz,
            }))?;
        }
        let pad = " ".repeat(width.saturating_sub(region.id.width()) + 2);
        let said = words::main_counts(manner.lang, counts(dataset, Place::whole(ix)));
        pen.plain(&format!("{}{pad}", region.id), &format!("{} ({said})", region.name))?;
        for part in &region.parts {
            pen.dim(&format!("  {}/{}  ", region.id, part.id), &part.name)?;
        }
    }
    Ok(())
}

/// `show`: all that a place says.
///
/// # Errors
/// When the writer fails.
pub fn show(dataset: &Dataset<'_>, place: Place, only: Only, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let mut pen = Pen { out, manner };
    let lang = manner.lang;
    let region = &dataset[place.region];
    pen.bold(&words::place(dataset, lang, place))?;
    pen.dim("", &words::counts(lang, counts(dataset, place)))?;
    if place.part.is_none() {
        let others: Vec<String> =
            namesakes(dataset, place.region).iter().map(|p| words::place(dataset, lang, *p)).collect();
        if !others.is_empty() {
            pen.dim("", &lang.fill(Msg::AlsoCalled, &[&others.join(", ")]))?;
        }
    }
    for block in portrait(dataset, place, only) {
        match block {
            Block::Section(section) => {
                pen.blank()?;
                pen.bold(&words::section(dataset, lang, section))?;
            }
            Block::Nothing => pen.dim("- ", lang.say(Msg::SourceHasNone))?,
            Block::Part(part) => {
                let name = part.map_or(lang.say(Msg::WholeRegion), |p| &region.parts[p.place()].name);
                pen.plain("", &format!("{name}:"))?;
            }
            Block::Entry(ix) => {
                let entry = &dataset[ix];
                pen.plain("- ", &entry.text)?;
                let topics = words::topics(dataset, lang, &entry.topics);
                let page = words::pages(lang, &[entry.source]);
                pen.dim("    ", &if page.is_empty() { topics } else { format!("{topics}; {page}") })?;
            }
            Block::Silence(i) => {
                let silence = &region.silences[i];
                pen.plain("- ", lang.say(words::silence(silence.reason)))?;
                pen.dim("    ", &words::pages(lang, &[silence.source]))?;
            }
            Block::Row(ix) => {
                for line in words::row(dataset, lang, ix) {
                    pen.plain(if line.heading { "" } else { "- " }, &line.text)?;
                }
            }
            Block::FocusBox(row, number) => pen.plain("", &words::focus_box(dataset, lang, row, number))?,
            Block::Note(i) => {
                let note = &region.notes[i];
                pen.plain("- ", &note.text)?;
                pen.dim("    ", &words::pages(lang, &note.sources))?;
            }
        }
    }
    pen.blank()?;
    let shown = dataset.entries_of(place.region).next().map(|(_, e)| e.source.doc);
    if let Some(doc) = shown {
        pen.dim("", &lang.fill(Msg::SourceLine, &[&dataset[doc].title]))?;
    }
    Ok(())
}
