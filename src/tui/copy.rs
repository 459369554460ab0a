//! What is copied: the selected thing of the view that one is in, with its reference, in the form that is asked for.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::action::ViewId;
use super::state::{Context, State};
use super::views::regions::{Item, Pane};
use crate::dataset::{Axis, EntryIx, Source};
use crate::query::find::Place;
use crate::report::{search, words};
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

    /// It in a form.
    pub fn form(&self, form: Form, lang: Lang) -> String {
        let reference = self.reference();
        match form {
            Form::Text if reference.is_empty() => self.text.clone(),
            Form::Text => format!("{}\n({reference})", self.text),
            Form::Markdown => {
                let quoted: Vec<String> = self.text.lines().map(|l| format!("> {l}")).collect();
                format!("{}\n>\n> *{reference}*", quoted.join("\n"))
            }
            Form::Csv => self.csv(lang),
        }
    }

    fn csv(&self, lang: Lang) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let heads = [Msg::CsvText, Msg::CsvPlace, Msg::CsvAbout, Msg::CsvSource].map(|m| lang.say(m).to_string());
        let cells = [&self.text, &self.place, &self.about, &self.source].map(|cell| safe(cell));
        // Writing to memory does not fail.
        let _ = writer.write_record(&heads).and_then(|()| writer.write_record(&cells));
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A cell that a spreadsheet does not take for a formula.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_string() }
}

/// What is selected in the view that one is in; none where nothing can be copied.
pub fn copied(state: &State<'_>) -> Option<Copy> {
    match state.view {
        ViewId::Regions => of_regions(state),
        ViewId::Search => state.search.selected().map(|hit| of_entry(&state.context, hit)),
        // The selected cell or row, with its evidence.
        ViewId::Matrix => None,
        // The selected pair: both sides, each with its reference.
        ViewId::Compare => None,
    }
}

/// An entry with its reference.
pub fn of_entry(context: &Context<'_>, ix: EntryIx) -> Copy {
    let Context { dataset, lang, .. } = *context;
    let entry = &dataset[ix];
    Copy {
        text: entry.text.to_string(),
        place: Place { region: entry.region, part: entry.part }.name(dataset),
        about: search::heading(dataset, lang, ix),
        source: words::source(dataset, lang, entry.source),
    }
}

fn of_regions(state: &State<'_>) -> Option<Copy> {
    let Context { dataset, lang, .. } = state.context;
    let place = state.regions.place?;
    let region = &dataset[place.region];
    if state.regions.pane == Pane::Tree {
        return Some(Copy { text: words::place(dataset, lang, place), ..Copy::default() });
    }
    let of = |text: String, about: String, source: Option<Source>| Copy {
        text,
        place: place.name(dataset),
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

    #[test]
    fn every_form_carries_the_reference() {
        let reference = "Zeeland, Digitale zorg; Impactkaart per regio, p. 85";
        assert_eq!(copy().form(Form::Text, Lang::Nl), format!("Samen, \"digitaal\".\n({reference})"));
        assert_eq!(copy().form(Form::Markdown, Lang::Nl), format!("> Samen, \"digitaal\".\n>\n> *{reference}*"));
        assert_eq!(
            copy().form(Form::Csv, Lang::Nl),
            "tekst,regio,onderdeel,bron\n\"Samen, \"\"digitaal\"\".\",Zeeland,Digitale zorg,\"Impactkaart per regio, p. 85\"\n"
        );
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_made_safe() {
        let copy = Copy { text: "=1+1".into(), ..Copy::default() };
        assert!(copy.form(Form::Csv, Lang::En).contains("\n'=1+1,"));
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
