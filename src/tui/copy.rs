//! What is copied: the selected thing of the view that one is in, with its reference, in the form that is asked for.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::action::ViewId;
use super::state::{Context, State};
use super::views::compare::CompareView;
use super::views::map::{MapView, Mode};
use super::views::matrix::{self, MatrixView};
use super::views::matrix_text;
use super::views::national_text;
use super::views::ranked;
use super::views::regions::{Item, Pane};
use crate::dataset::plans::ItemIx;
use crate::dataset::{Axis, EntryIx, Source};
use crate::query;
use crate::query::find::Place;
use crate::query::pairing::Side;
use crate::query::passage::Passage;
use crate::query::summary;
use crate::report::compare::{self, RowWords, Said};
use crate::report::{map, plan, search, topics, words};
use crate::texts::{Lang, Msg};

/// A form to copy in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The text, and its reference in brackets.
    Text,
    /// A quotation with its reference.
    Markdown,
    /// A heading row and a row for each thing.
    Csv,
}

impl Form {
    /// The forms, in the order of the menu.
    pub const ALL: [Form; 3] = [Form::Text, Form::Markdown, Form::Csv];

    /// Its name.
    pub fn name(self) -> Msg {
        match self {
            Form::Text => Msg::CopyText,
            Form::Markdown => Msg::CopyMarkdown,
            Form::Csv => Msg::CopyCsv,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Form::Text => "txt",
            Form::Markdown => "md",
            Form::Csv => "csv",
        }
    }
}

/// Something to copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copy {
    /// What it says.
    pub text: String,
    /// Whose it is: a region or part.
    pub place: String,
    /// Under which heading it stands.
    pub about: String,
    /// Document and page.
    pub source: String,
}

impl Copy {
    /// The reference: "Zeeland, Digitale zorg; Impactkaart per regio, p. 85".
    pub fn reference(&self) -> String {
        let filled = |pieces: [&str; 2], between: &str| {
            let pieces: Vec<&str> = pieces.into_iter().filter(|p| !p.is_empty()).collect();
            pieces.join(between)
        };
        let said = filled([&self.place, &self.about], ", ");
        filled([&said, &self.source], "; ")
    }

    fn text(&self) -> String {
        match self.reference() {
            reference if reference.is_empty() => self.text.clone(),
            reference => format!("{}\n({reference})", self.text),
        }
    }

    fn markdown(&self) -> String {
        let quoted: Vec<String> = self.text.lines().map(|l| format!("> {l}")).collect();
        match self.reference() {
            reference if reference.is_empty() => quoted.join("\n"),
            reference => format!("{}\n>\n> *{reference}*", quoted.join("\n")),
        }
    }
}

/// What is copied at once: pieces that belong together, under what joins them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copies {
    /// What joins them, such as the topic of a pair; empty for a piece alone.
    pub heading: String,
    /// The pieces.
    pub pieces: Vec<Copy>,
}

impl From<Copy> for Copies {
    fn from(piece: Copy) -> Copies {
        Copies { heading: String::new(), pieces: vec![piece] }
    }
}

impl Copies {
    /// They in a form.
    pub fn form(&self, form: Form, lang: Lang) -> String {
        let (heading, piece): (String, fn(&Copy) -> String) = match form {
            Form::Csv => return self.csv(lang),
            Form::Text => (self.heading.clone(), Copy::text),
            Form::Markdown => (format!("**{}**", self.heading), Copy::markdown),
        };
        let heading = (!self.heading.is_empty()).then_some(heading);
        heading.into_iter().chain(self.pieces.iter().map(piece)).collect::<Vec<_>>().join("\n\n")
    }

    /// A row for each piece, each with what joins them, so that it can be sorted and filtered.
    fn csv(&self, lang: Lang) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let joined = !self.heading.is_empty();
        let heads = [Msg::CsvText, Msg::CsvPlace, Msg::CsvAbout, Msg::CsvSource].map(|m| lang.say(m).to_string());
        let heads = joined.then(|| lang.say(Msg::CsvHeading).to_string()).into_iter().chain(heads);
        // Writing to memory does not fail.
        let _ = writer.write_record(heads.collect::<Vec<_>>());
        for piece in &self.pieces {
            let cells = [&piece.text, &piece.place, &piece.about, &piece.source];
            let cells = joined.then_some(&self.heading).into_iter().chain(cells).map(|cell| safe(cell));
            let _ = writer.write_record(cells.collect::<Vec<_>>());
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A cell that a spreadsheet does not take for a formula.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_string() }
}

/// What is selected in the view that one is in; none where nothing can be copied.
pub fn copied(state: &State<'_>) -> Option<Copies> {
    match state.view {
        ViewId::Regions => of_regions(state).map(Copies::from),
        ViewId::Search => state.search.hit().map(|hit| of_passage(&state.context, hit).into()),
        ViewId::Topics => of_topics(state),
        ViewId::Similar => state.similar.said(&state.context).map(|text| Copy { text, ..Copy::default() }.into()),
        ViewId::Matrix => of_matrix(&state.context, &state.matrix),
        ViewId::Compare => of_compare(&state.context, &state.compare),
        ViewId::Map if state.map.mode == Mode::Bars => {
            state.map.bars.entry().map(|entry| of_entry(&state.context, entry).into())
        }
        ViewId::Map => of_map(&state.context, &state.map),
        ViewId::National => national_text::copied(&state.context, &state.national).map(Copies::from),
    }
}

/// The selected entry; in the list all that is said of the selected topic.
fn of_topics(state: &State<'_>) -> Option<Copies> {
    let Context { dataset, lang, .. } = state.context;
    let view = &state.topics;
    if let (ranked::Pane::Text, Some(entry)) = (view.pane, view.entry()) {
        return Some(of_entry(&state.context, entry).into());
    }
    let pieces = view.mentions(&state.context).into_iter().map(|entry| of_entry(&state.context, entry));
    let heading = topics::name(dataset, lang, view.topic()?).to_string();
    Some(Copies { heading, pieces: pieces.collect() })
}

/// The value of the selected region, with the entries that it rests on.
fn of_map(context: &Context<'_>, view: &MapView) -> Option<Copies> {
    let Context { dataset, lang, .. } = *context;
    let (shades, shade) = (view.shades.as_ref()?, view.selected()?);
    let choice = map::choice(dataset, lang, view.choice);
    let said = Copy {
        text: map::said(dataset, lang, view.counted(), shades, shade),
        place: words::short_place(dataset, lang, Place::whole(shade.region)),
        about: choice.clone(),
        source: String::new(),
    };
    let grounds = query::shade::grounds(dataset, view.choice, shade.region);
    let entries = grounds.into_iter().map(|entry| of_entry(context, entry));
    Some(Copies { heading: choice, pieces: std::iter::once(said).chain(entries).collect() })
}

/// The selected piece of evidence; else the cell in sentences with its evidence.
fn of_matrix(context: &Context<'_>, view: &MatrixView) -> Option<Copies> {
    let Context { dataset, lang, .. } = *context;
    let (row, column) = (view.row()?, view.under()?);
    let cell = dataset[row].cell(column)?;
    if let Some(entry) = cell.evidence.get(view.evidence.at).filter(|_| view.pane == matrix::Pane::Evidence) {
        return Some(of_entry(context, *entry).into());
    }
    let known = view.known(context, row, column, cell);
    let explained = matrix_text::explain(context, row, column, cell, known);
    let said = std::iter::once(explained).chain(matrix_text::own(context, view));
    let why = Copy {
        text: said.collect::<Vec<_>>().join("\n"),
        place: words::short_place(dataset, lang, query::matrix::place(dataset, row)),
        about: lang.say(Msg::Focus).to_string(),
        source: words::source(dataset, lang, dataset[row].axis(column.axis).source),
    };
    let evidence = cell.evidence.iter().map(|entry| of_entry(context, *entry));
    Some(Copies {
        heading: matrix_text::heading(context, row, column, known),
        pieces: std::iter::once(why).chain(evidence).collect(),
    })
}

/// The selected row of the comparison: what each side says, with its reference.
fn of_compare(context: &Context<'_>, view: &CompareView) -> Option<Copies> {
    let Context { dataset, lang, .. } = *context;
    let comparison = view.comparison.as_ref()?;
    let section = *view.sections.get(view.section)?;
    let index = view.row()?.index;
    let said = compare::section(dataset, lang, comparison, section, view.only);
    let row = said.rows.into_iter().find(|row| row.index == index)?;
    let pieces = Side::BOTH.into_iter().flat_map(|side| match section {
        _ if compare::is_cells(section, &row) => vec![of_cells(context, *comparison.places.of(side), &row, side)],
        _ => of_side(context, &row, side),
    });
    Some(Copies {
        heading: compare::heading_by_name(dataset, lang, comparison.places, section, &row),
        pieces: pieces.collect(),
    })
}

/// What a side says in a row, an entry or a figure each.
fn of_side(context: &Context<'_>, row: &RowWords, side: Side) -> Vec<Copy> {
    let said = row.bands.iter().flat_map(|band| band.of(side));
    let copy = |said: &Said| {
        let entry = said.entry.map(|ix| of_entry(context, ix));
        Some(Copy { text: said.text.clone(), ..entry.or(said.item.map(|ix| of_item(context, ix)))? })
    };
    said.filter_map(copy).collect()
}

/// The cells of a place, a line each.
fn of_cells(context: &Context<'_>, place: Place, row: &RowWords, side: Side) -> Copy {
    let Context { dataset, lang, .. } = *context;
    let lines = row.bands.iter().flat_map(|band| band.of(side)).map(|said| said.text.as_str());
    let axis = Axis::ALL.into_iter().nth(row.index).unwrap_or(Axis::Sectors);
    // The rows of a region's parts may stand on pages of their own.
    let mut sources: Vec<String> = Vec::new();
    for (_, row) in query::compare::rows_of(dataset, place) {
        let source = words::source(dataset, lang, row.axis(axis).source);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Copy {
        text: lines.collect::<Vec<_>>().join("\n"),
        place: words::short_place(dataset, lang, place),
        about: lang.say(Msg::Focus).to_string(),
        source: sources.join("; "),
    }
}

/// Something that is said, with its reference.
pub fn of_passage(context: &Context<'_>, passage: Passage) -> Copy {
    match passage {
        Passage::Entry(ix) => of_entry(context, ix),
        Passage::Item(ix) => of_item(context, ix),
    }
}

/// An entry with its reference.
pub fn of_entry(context: &Context<'_>, ix: EntryIx) -> Copy {
    let Context { dataset, lang, .. } = *context;
    let entry = &dataset[ix];
    Copy {
        text: entry.text.to_string(),
        place: words::short_place(dataset, lang, Place { region: entry.region, part: entry.part }),
        about: search::heading(dataset, lang, ix),
        source: words::source(dataset, lang, entry.source),
    }
}

/// An entry of a regioplan, or of the national picture, with its reference.
pub fn of_item(context: &Context<'_>, ix: ItemIx) -> Copy {
    let Context { dataset, lang, .. } = *context;
    let plans = dataset.plans();
    let item = &plans[ix];
    let region = plans[item.work].region;
    Copy {
        text: plan::text(item),
        place: region.map_or(String::new(), |r| words::short_place(dataset, lang, Place::whole(r))),
        about: plan::heading(plans, lang, ix),
        source: plan::source(dataset, &item.source),
    }
}

/// A regioplan as a whole: how much there is of it.
fn of_plan(context: &Context<'_>, place: Place) -> Option<Copy> {
    let Context { dataset, lang, .. } = *context;
    let plans = dataset.plans();
    let work = plans.of(place.region)?;
    let title = plan::document(dataset, plans[work].doc);
    Some(Copy {
        text: lang.fill(Msg::PlanUnfolded, &[&title, &plans.items_of(work).count()]),
        place: words::short_place(dataset, lang, place),
        about: lang.say(Msg::PlanHeading).to_string(),
        source: title,
    })
}

/// A region or part as a whole: what there is of it, with the pages that tell it.
fn of_place(context: &Context<'_>, place: Place) -> Copy {
    let Context { dataset, lang, .. } = *context;
    let entries = dataset.entries_of(place.region).filter(|(_, e)| summary::belongs(place.part, e.part));
    let rows = query::compare::rows_of(dataset, place);
    let rows = rows.flat_map(|(_, row)| Axis::ALL.map(|axis| row.axis(axis).source));
    let mut sources: Vec<Source> = entries.map(|(_, e)| e.source).chain(rows).collect();
    sources.sort_by_key(|source| source.page);
    let title = sources.first().map_or(String::new(), |first| dataset[first.doc].title.to_string());
    let pieces = [title, words::pages(lang, &sources)];
    Copy {
        text: format!(
            "{}: {}",
            words::place(dataset, lang, place),
            words::counts(lang, summary::counts(dataset, place))
        ),
        place: words::short_place(dataset, lang, place),
        about: String::new(),
        source: pieces.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", "),
    }
}

fn of_regions(state: &State<'_>) -> Option<Copy> {
    let Context { dataset, lang, .. } = state.context;
    let place = state.regions.place?;
    let region = &dataset[place.region];
    if state.regions.pane == Pane::Tree {
        return Some(of_place(&state.context, place));
    }
    let of = |text: String, about: String, source: Option<Source>| Copy {
        text,
        place: words::short_place(dataset, lang, place),
        about,
        source: source.map_or(String::new(), |s| words::source(dataset, lang, s)),
    };
    Some(match state.regions.selected()? {
        Item::Entry(ix) => of_entry(&state.context, ix),
        Item::Silence(i) => {
            let silence = region.silences.get(i)?;
            let theme = &dataset[silence.theme];
            let about = lang.pick(&theme.name, &theme.name_en).to_string();
            of(lang.say(words::silence(silence.reason)).to_string(), about, Some(silence.source))
        }
        Item::Row(ix) => {
            let lines: Vec<String> = words::row(dataset, lang, ix).into_iter().map(|l| l.text).collect();
            of(lines.join("\n"), lang.say(Msg::Focus).to_string(), Some(dataset[ix].axis(Axis::Sectors).source))
        }
        Item::Plan | Item::PlanList(_) => of_plan(&state.context, place)?,
        Item::PlanEntry(ix) => of_item(&state.context, ix),
        Item::PlanNote(i) => {
            let plans = dataset.plans();
            let note = plans[plans.of(place.region)?].notes.get(i)?;
            let source = note.sources.first().map_or(String::new(), |s| plan::source(dataset, s));
            Copy { source, ..of(note.text.clone(), lang.say(Msg::PlanHeading).to_string(), None) }
        }
        Item::Note(i) => {
            let note = region.notes.get(i)?;
            of(note.text.to_string(), lang.say(Msg::Notes).to_string(), note.sources.first().copied())
        }
    })
}

/// Writes what was copied to a new file in a folder; one that exists is never overwritten.
///
/// # Errors
/// The path, and why it could not be written.
pub fn write_file(folder: &Path, text: &str, form: Form) -> Result<PathBuf, (PathBuf, io::Error)> {
    let mut n = 1;
    loop {
        let number = if n == 1 { String::new() } else { format!("-{n}") };
        let path = folder.join(format!("impactkaart{number}.{}", form.ending()));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let end = if text.ends_with('\n') { "" } else { "\n" };
                let written = file.write_all(text.as_bytes()).and_then(|()| file.write_all(end.as_bytes()));
                return written.map(|()| path.clone()).map_err(|e| (path, e));
            }
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && n < 10_000 => n += 1,
            Err(e) => return Err((path, e)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy() -> Copy {
        Copy {
            text: "Samen, \"digitaal\".".into(),
            place: "Zeeland".into(),
            about: "Digitale zorg".into(),
            source: "Impactkaart per regio, p. 85".into(),
        }
    }

    fn form(copy: Copy, form: Form) -> String {
        Copies::from(copy).form(form, Lang::Nl)
    }

    #[test]
    fn every_form_carries_the_reference() {
        let reference = "Zeeland, Digitale zorg; Impactkaart per regio, p. 85";
        assert_eq!(form(copy(), Form::Text), format!("Samen, \"digitaal\".\n({reference})"));
        assert_eq!(form(copy(), Form::Markdown), format!("> Samen, \"digitaal\".\n>\n> *{reference}*"));
        assert_eq!(
            form(copy(), Form::Csv),
            "tekst,regio,onderdeel,bron\n\"Samen, \"\"digitaal\"\".\",Zeeland,Digitale zorg,\"Impactkaart per regio, p. 85\"\n"
        );
    }

    #[test]
    fn pieces_stand_under_what_joins_them_each_with_its_reference() {
        let other = Copy { text: "Ook zo.".into(), place: "Twente".into(), ..copy() };
        let both = Copies { heading: "Beeldzorg".into(), pieces: vec![copy(), other] };
        let source = "Digitale zorg; Impactkaart per regio, p. 85";
        assert_eq!(
            both.form(Form::Text, Lang::Nl),
            format!("Beeldzorg\n\nSamen, \"digitaal\".\n(Zeeland, {source})\n\nOok zo.\n(Twente, {source})")
        );
        assert_eq!(
            both.form(Form::Markdown, Lang::Nl),
            format!(
                "**Beeldzorg**\n\n> Samen, \"digitaal\".\n>\n> *Zeeland, {source}*\n\n> Ook zo.\n>\n> *Twente, {source}*"
            )
        );
        let csv = both.form(Form::Csv, Lang::Nl);
        let rows: Vec<&str> = csv.lines().collect();
        assert_eq!(rows[0], "betreft,tekst,regio,onderdeel,bron");
        assert_eq!(rows[2], "Beeldzorg,Ook zo.,Twente,Digitale zorg,\"Impactkaart per regio, p. 85\"");
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_made_safe() {
        let copy = Copy { text: "=1+1".into(), ..Copy::default() };
        assert!(form(copy, Form::Csv).contains("\n'=1+1,"));
    }

    #[test]
    fn a_file_that_exists_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_file(folder.path(), "een", Form::Text).unwrap();
        let second = write_file(folder.path(), "twee", Form::Text).unwrap();
        assert_eq!(std::fs::read_to_string(first).unwrap(), "een\n");
        assert_eq!(std::fs::read_to_string(second).unwrap(), "twee\n");
    }
}
