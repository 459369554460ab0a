//! `own-marks`: to look at them, to hand them to a colleague, and to take over a colleague's.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::args::{OwnMarksWhat, PlainFormat};
use super::env::Env;
use super::error::{Error, code};
use crate::dataset::Dataset;
use crate::own_marks::{FILE, Mark, Marks, Store, read_export};
use crate::query::matrix::Own;
use crate::query::worlds::{Objections, objections};
use crate::report::matrix::verdict;
use crate::report::own_marks as words;
use crate::store::{Kept, StoreError};
use crate::texts::{Lang, Msg};

/// The own marks for a filter that counts them; none for one that does not.
///
/// # Errors
/// When the person's file cannot be read.
pub fn counted(dataset: &Dataset<'_>, env: &Env, count: bool) -> Result<Own, Error> {
    if !count {
        return Ok(Own::default());
    }
    let loaded = Store::at(env.data_folder.clone()).load().map_err(Error::OwnMarks)?;
    Ok(loaded.value.resolve(dataset))
}

/// Lists, exports or imports own marks.
///
/// # Errors
/// When a file cannot be read or written, or is no file of own marks.
pub fn run(
    dataset: &Dataset<'_>,
    store: &Store,
    what: &OwnMarksWhat,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    match what {
        OwnMarksWhat::List { format } => {
            let loaded = store.load().map_err(Error::OwnMarks)?;
            let empty = loaded.value.marks.is_empty();
            list(dataset, &loaded, *format, lang, out).map_err(Error::Write)?;
            Ok(if empty { code::FOUND_WANTING } else { code::DONE })
        }
        OwnMarksWhat::Export { file } => {
            let loaded = store.load().map_err(Error::OwnMarks)?;
            told_aside(&loaded, lang, out).map_err(Error::Write)?;
            export(&loaded, file.as_deref(), lang, out)
        }
        OwnMarksWhat::Import { file, replace } => import(dataset, store, file, *replace, lang, out),
    }
}

fn told_aside(loaded: &Kept<Marks>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    loaded.notice(lang).map_or(Ok(()), |notice| writeln!(out, "{notice}"))
}

fn list(
    dataset: &Dataset<'_>,
    loaded: &Kept<Marks>,
    format: PlainFormat,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let gone = |mark: &Mark| mark.cell.find(dataset).is_none();
    let own = loaded.value.resolve(dataset);
    let found = objections(dataset, &own);
    if format == PlainFormat::Json {
        let of = |m: &Mark| json!({"mark": m, "known": !gone(m), "objection": objection(dataset, &found, m)});
        let marks: Vec<_> = loaded.value.marks.iter().map(of).collect();
        return crate::report::json::write(&json!({"file": FILE, "marks": marks}), out);
    }
    told_aside(loaded, lang, out)?;
    if loaded.value.marks.is_empty() {
        return writeln!(out, "{}", lang.say(Msg::OwnNone));
    }
    for mark in &loaded.value.marks {
        let cell = match mark.cell.look(dataset) {
            Ok(_) => mark.cell.to_string(),
            Err(missing) => lang.fill(Msg::OwnGone, &[&mark.cell, &lang.say(missing)]),
        };
        let remark = mark.remark.as_ref().map_or(String::new(), |r| format!(" ({r})"));
        writeln!(out, "{cell}: {}{remark}", lang.say(verdict(mark.value)))?;
    }
    told_objections(dataset, lang, &own, &found, out)
}

/// What the source has against a mark, in the word of the JSON output.
fn objection(dataset: &Dataset<'_>, found: &Objections, mark: &Mark) -> Option<&'static str> {
    let (row, column) = mark.cell.find(dataset)?;
    if found.against.contains(&(row, column)) {
        return Some("source");
    }
    let misfit = found.misfits.iter().find(|(at, axis, _)| (*at, *axis) == (row, column.axis));
    misfit.map(|(_, _, misfit)| misfit.key())
}

/// Which marks do not fit the source, and why.
fn told_objections(
    dataset: &Dataset<'_>,
    lang: Lang,
    own: &Own,
    found: &Objections,
    out: &mut dyn Write,
) -> io::Result<()> {
    let said = words::objections(dataset, lang, own, found);
    if !said.is_empty() {
        writeln!(out, "{}", lang.say(Msg::OwnNotFitting))?;
    }
    said.iter().try_for_each(|line| writeln!(out, "- {line}"))
}

fn export(loaded: &Kept<Marks>, file: Option<&Path>, lang: Lang, out: &mut dyn Write) -> Result<u8, Error> {
    let text = loaded.value.to_text().map_err(Error::Write)?;
    let Some(path) = file else {
        out.write_all(text.as_bytes()).map_err(Error::Write)?;
        return Ok(code::DONE);
    };
    let failed = |e| Error::OwnMarks(StoreError::Io(path.to_path_buf(), e).into());
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    let told = lang.fill(Msg::OwnExported, &[&loaded.value.marks.len(), &path.display()]);
    writeln!(out, "{told}").map_err(Error::Write)?;
    Ok(code::DONE)
}

fn import(
    dataset: &Dataset<'_>,
    store: &Store,
    path: &Path,
    replace: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let theirs = read_export(path).map_err(Error::OwnMarks)?;
    let (loaded, merged) = store.import(&theirs, replace).map_err(Error::OwnMarks)?;
    let mut say = || -> io::Result<()> {
        told_aside(&loaded, lang, out)?;
        writeln!(out, "{}", lang.fill(Msg::OwnImported, &[&merged.new, &merged.same, &merged.differing.len()]))?;
        let how = if replace { Msg::OwnTookTheirs } else { Msg::OwnKeptOurs };
        for cell in &merged.differing {
            writeln!(out, "{}", lang.fill(how, &[cell]))?;
        }
        for (mark, missing) in theirs.strangers(dataset) {
            writeln!(out, "{}", lang.fill(Msg::OwnGone, &[&mark.cell, &lang.say(missing)]))?;
        }
        let own = loaded.value.resolve(dataset);
        told_objections(dataset, lang, &own, &objections(dataset, &own), out)
    };
    say().map_err(Error::Write)?;
    Ok(code::DONE)
}
