//! A comparison as text: two columns where there is room, else one below the other.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::{Effects, Style};
use unicode_width::UnicodeWidthStr;

use super::compare::{RowWords, Said, SectionWords, in_ascii, section, wrap};
use super::text::Manner;
use super::words;
use crate::dataset::Dataset;
use crate::query::compare::{Comparison, Only, Section};
use crate::query::find::Place;
use crate::query::pairing::{Side, Sides};
use crate::texts::Msg;

/// From how many cells on both sides stand in columns of their own.
pub const TWO_FROM: usize = 60;

/// The width of two columns that are asked for where no width is known.
const PIPED: usize = 100;

/// How many columns are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Columns {
    /// Two where there is room.
    #[default]
    Auto,
    /// One.
    One,
    /// Two.
    Two,
}

impl Columns {
    /// Two or one where that is asked for, else as there is room.
    pub fn asked(two: Option<bool>) -> Columns {
        match two {
            None => Columns::Auto,
            Some(false) => Columns::One,
            Some(true) => Columns::Two,
        }
    }

    /// Whether a text of this width stands in two columns; where no width is known lines stay whole, in one.
    pub fn two(self, width: Option<usize>) -> bool {
        match self {
            Columns::Auto => width.is_some_and(|w| w >= TWO_FROM),
            Columns::One => false,
            Columns::Two => true,
        }
    }
}

/// `compare`: the sections that are wanted, with the rows that are to be shown.
///
/// # Errors
/// When the writer fails.
pub fn compare(
    dataset: &Dataset<'_>,
    comparison: &Comparison,
    wanted: &[Section],
    only: Only,
    columns: Columns,
    manner: Manner,
    out: &mut dyn Write,
) -> io::Result<()> {
    let two = columns.two(manner.width);
    let width = manner.width.or(two.then_some(PIPED));
    let sections: Vec<SectionWords> =
        wanted.iter().map(|s| section(dataset, manner.lang, comparison, *s, only)).collect();
    let mut pen = Pen { dataset, out, manner, width, two };
    let names = Sides::each(|side| {
        let place = *comparison.places.of(side);
        let text = format!("{}  {}", side.letter(), words::place(dataset, manner.lang, place));
        vec![Said { text, ..Said::default() }]
    });
    pen.band(&names, BOLD, false)?;
    let marks = sections.iter().flat_map(|s| &s.rows).flat_map(|r| &r.bands);
    if !manner.colour && marks.flat_map(|b| b.a.iter().chain(&b.b)).any(|said| !said.changed.is_empty()) {
        pen.full("", manner.lang.say(Msg::CompareLegend), DIM)?;
    }
    for words in &sections {
        pen.blank()?;
        pen.full("", &words.heading, BOLD)?;
        pen.full("", &words.tally, DIM)?;
        for remark in &words.remarks {
            pen.full("", remark, PLAIN)?;
        }
        for row in &words.rows {
            pen.row(row)?;
        }
    }
    pen.blank()?;
    let others = wanted.iter().any(|section| *section != Section::Plan);
    let map = dataset.entries_of(comparison.places.a.region).next().filter(|_| others);
    let mut titles: Vec<&str> = map.map(|(_, entry)| &*dataset[entry.source.doc].title).into_iter().collect();
    if wanted.contains(&Section::Plan) {
        let of = |place: Place| dataset.planned().iter().find(move |(region, _)| *region == place.region);
        let docs = [comparison.places.a, comparison.places.b].into_iter().filter_map(of);
        titles.extend(docs.map(|(_, doc)| &*dataset[*doc].title));
    }
    if !titles.is_empty() {
        pen.full("", &manner.lang.fill(Msg::SourceLine, &[&titles.join("; ")]), DIM)?;
    }
    Ok(())
}

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().effects(Effects::BOLD);
const DIM: Style = Style::new().effects(Effects::DIMMED);
const CHANGED: Style = Style::new().effects(Effects::UNDERLINE);
const HEADING: Style = Style::new().effects(Effects::ITALIC);

/// Writes lines, in one column or two.
struct Pen<'w, 'd> {
    dataset: &'d Dataset<'d>,
    out: &'w mut dyn Write,
    manner: Manner,
    width: Option<usize>,
    two: bool,
}

/// A line with its styles, and its width.
type Painted = (String, usize);

impl Pen<'_, '_> {
    fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    fn row(&mut self, row: &RowWords) -> io::Result<()> {
        self.blank()?;
        let pages = Side::BOTH.into_iter().filter_map(|side| {
            let sources: Vec<_> = row.entries(side).map(|e| self.dataset[e].source).collect();
            let pages = words::pages(self.manner.lang, &sources);
            (!pages.is_empty()).then(|| format!("{} {pages}", side.letter()))
        });
        let pages: Vec<String> = pages.collect();
        let pages = if pages.is_empty() { String::new() } else { format!("  ({})", pages.join(", ")) };
        self.full("", &format!("{}{pages}", row.heading), HEADING)?;
        for band in &row.bands {
            self.band(band, PLAIN, !self.two)?;
        }
        Ok(())
    }

    /// A paragraph over the whole width.
    fn full(&mut self, first: &str, text: &str, look: Style) -> io::Result<()> {
        for (line, _) in self.paint(&Said { text: text.into(), ..Said::default() }, look, first, self.width) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Both sides: beside each other, or below each other with the letter of the side before each text.
    fn band(&mut self, band: &Sides<Vec<Said>>, look: Style, lettered: bool) -> io::Result<()> {
        if !self.two {
            for side in Side::BOTH {
                for (i, said) in band.of(side).iter().enumerate() {
                    let first = match (lettered, said.remark && i > 0) {
                        (true, false) => format!("{}  ", side.letter()),
                        (true, true) => "   ".to_string(),
                        (false, _) => String::new(),
                    };
                    let look = if said.remark { DIM } else { look };
                    for (line, _) in self.paint(said, look, &first, self.width) {
                        writeln!(self.out, "{line}")?;
                    }
                }
            }
            return Ok(());
        }
        let half = self.width.unwrap_or(PIPED).saturating_sub(3) / 2;
        let painted = Sides::each(|side| -> Vec<Painted> {
            let several = band.of(side).iter().filter(|said| said.is_said()).count() > 1;
            let paint = |said: &Said| {
                let first = match (several, said.remark) {
                    (true, false) => "- ",
                    (true, true) => "  ",
                    _ => "",
                };
                self.paint(said, if said.remark { DIM } else { look }, first, Some(half))
            };
            band.of(side).iter().flat_map(paint).collect()
        });
        let rule = if self.manner.ascii { "|" } else { "│" };
        for i in 0..painted.a.len().max(painted.b.len()) {
            let (left, width) = painted.a.get(i).map_or(("", 0), |(line, width)| (line.as_str(), *width));
            let right = painted.b.get(i).map_or("", |(line, _)| line.as_str());
            let line = format!("{left}{} {rule} {right}", " ".repeat(half.saturating_sub(width)));
            writeln!(self.out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// The lines of a text; the first begins with `first`, the others with as many blanks.
    fn paint(&self, said: &Said, look: Style, first: &str, width: Option<usize>) -> Vec<Painted> {
        let (text, changed) = self.marked(said);
        let room = width.map_or(usize::MAX / 2, |w| w.saturating_sub(first.width()).max(10));
        let hang = " ".repeat(first.width());
        let lines = wrap(&text, &changed, room).into_iter().enumerate();
        lines
            .map(|(i, runs)| {
                let mut line = if i == 0 { first.to_string() } else { hang.clone() };
                let mut width = first.width();
                for (run, marked) in runs {
                    width += run.width();
                    let style = if marked { CHANGED } else { look };
                    if self.manner.colour && style != PLAIN {
                        line.push_str(&format!("{}{run}{}", style.render(), style.render_reset()));
                    } else {
                        line.push_str(&run);
                    }
                }
                (line, width)
            })
            .collect()
    }

    /// The text with its changed words; without emphasis they stand in brackets.
    fn marked(&self, said: &Said) -> (String, Vec<Range<usize>>) {
        let (text, changed) = if self.manner.ascii {
            in_ascii(&said.text, &said.changed)
        } else {
            (said.text.clone(), said.changed.clone())
        };
        if self.manner.colour || changed.is_empty() {
            return (text, changed);
        }
        let mut out = String::new();
        let mut at = 0;
        for span in &changed {
            let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
            out.push_str(&format!("{}[{}]", piece(at..span.start), piece(span.clone())));
            at = span.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        (out, Vec::new())
    }
}
