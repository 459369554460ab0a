//! `completions`: what a shell asks of the program while a command is typed. The script that is printed only makes the
//! shell ask; the answers come from the program, so they always fit it and the dataset that `--data` names.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{Bash, EnvCompleter, Fish, Zsh};

use super::args::ShellArg;
use super::help::{asked_lang, command};
use crate::dataset::{Axis, Column, Dataset, Files, PartIx, embedded};
use crate::query::find::Place;
use crate::query::matrix::Strength;
use crate::query::national::Section;
use crate::query::shade::choices;
use crate::report::words;
use crate::texts::Lang;

/// The variable by which the script tells the program that a shell asks.
pub const VARIABLE: &str = "IMPACTKAART_COMPLETE";
/// The program, as it is found by its name.
const NAME: &str = "impactkaart";

/// A shell that asks how a command could go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The name of the shell.
    pub shell: String,
    /// The folder that paths start from.
    pub folder: Option<PathBuf>,
}

fn completer(shell: ShellArg) -> &'static dyn EnvCompleter {
    match shell {
        ShellArg::Bash => &Bash,
        ShellArg::Zsh => &Zsh,
        ShellArg::Fish => &Fish,
    }
}

/// Prints the script that makes a shell ask.
///
/// # Errors
/// When the writer fails.
pub fn script(shell: ShellArg, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::new();
    completer(shell).write_registration(VARIABLE, NAME, NAME, NAME, &mut text)?;
    out.write_all(String::from_utf8_lossy(&text).trim_start().as_bytes())
}

/// Answers a shell: the words that could stand where the cursor is. What cannot be answered is no word at all, since a
/// message would land in the command that is being typed.
///
/// # Errors
/// When the writer fails.
pub fn answer(asking: &Asking, args: Vec<OsString>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let shells = [ShellArg::Bash, ShellArg::Zsh, ShellArg::Fish];
    let Some(shell) = shells.into_iter().map(completer).find(|shell| shell.is(&asking.shell)) else { return Ok(()) };
    let words: Vec<OsString> = args.into_iter().skip_while(|arg| arg != "--").skip(1).collect();
    if words.is_empty() {
        return Ok(());
    }
    let typed: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let lang = asked_lang(&words).unwrap_or(lang);
    let mut command = match folder_of(&typed) {
        None => embedded().map(|dataset| with_words(command(lang), &dataset, lang, &typed)),
        Some(folder) => {
            let folder = asking.folder.as_deref().map_or(PathBuf::from(&folder), |from| from.join(&folder));
            Files::read(&folder)
                .and_then(|files| files.decode().map(|dataset| with_words(command(lang), &dataset, lang, &typed)))
        }
    }
    .unwrap_or_else(|_| command(lang));
    let mut text = Vec::new();
    if shell.write_complete(&mut command, words, asking.folder.as_deref(), &mut text).is_ok() {
        out.write_all(&text)?;
    }
    Ok(())
}

/// The folder that `--data` names in the words typed so far.
fn folder_of(typed: &[String]) -> Option<String> {
    let mut words = typed.iter();
    while let Some(word) = words.next() {
        if let Some(folder) = word.strip_prefix("--data=") {
            return Some(folder.to_string());
        }
        if word == "--data" {
            // The last word is the one that is being typed: a folder, not yet a dataset.
            return words.next().filter(|_| words.len() > 0).cloned();
        }
    }
    None
}

/// The definitions with the words of a dataset as values of their arguments.
fn with_words(command: Command, dataset: &Dataset<'_>, lang: Lang, typed: &[String]) -> Command {
    let known = Known { dataset, lang, typed };
    known.fill(command, "")
}

struct Known<'k> {
    dataset: &'k Dataset<'k>,
    lang: Lang,
    typed: &'k [String],
}

impl Known<'_> {
    fn fill(&self, command: Command, path: &str) -> Command {
        let command = command.mut_args(|arg| match self.values(path, &arg) {
            values if values.is_empty() => arg,
            values => arg.add(ArgValueCandidates::new(move || values.iter().map(Word::candidate).collect())),
        });
        command.mut_subcommands(|sub| {
            let name = sub.get_name().to_string();
            self.fill(sub, &name)
        })
    }

    /// The words that may stand for an argument; none where the dataset has none.
    fn values(&self, command: &str, arg: &Arg) -> Vec<Word> {
        match (command, arg.get_id().as_str()) {
            ("plan", "region") => self.planned(),
            ("agenda", "of") => self.planned(),
            (_, "region" | "a" | "b") => self.places(),
            (_, "part") => self.parts(),
            ("show", "theme") => self.sections(&["developments", "focus", "notes"]),
            ("compare", "theme") => self.sections(&["developments", "focus", "figures"]),
            ("plan", "theme") => self.sections(&[]),
            (_, "theme") => self.sections(&["developments", "focus"]),
            ("map", "choice") => {
                // A shell that parts words at colons is offered what needs none: a column or metric is known by its id.
                let keys = choices(self.dataset, Strength::default()).into_iter().map(|c| c.key(self.dataset));
                let others =
                    keys.filter(|key| !["sector:", "doelgroep:", "figure:"].iter().any(|p| key.starts_with(p)));
                let others: Vec<Word> = others.map(|key| Word::new(&key, "")).collect();
                self.columns(&Axis::ALL).into_iter().chain(self.metrics()).chain(others).collect()
            }
            ("national", "section") => {
                let words = Section::ALL.map(|section| Word::new(section.key(), ""));
                std::iter::once(Word::new("bottlenecks", "")).chain(words).collect()
            }
            (_, "topic") => self.topics(),
            (_, "metric") => self.metrics(),
            (_, "sector") => self.columns(&[Axis::Sectors]),
            (_, "doelgroep") => self.columns(&[Axis::Doelgroepen]),
            (_, "not") => self.columns(&Axis::ALL),
            ("matrix", "sort") => {
                let orders = ["kind", "name", "sectors", "doelgroepen"].map(|id| Word::new(id, ""));
                orders.into_iter().chain(self.columns(&Axis::ALL)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The regions, and their parts.
    fn places(&self) -> Vec<Word> {
        let named = |place: Place| Word::new(&place.id(self.dataset), &words::place(self.dataset, self.lang, place));
        let of = |(region, said): (_, &crate::dataset::Region<'_>)| {
            let parts = (0..said.parts.len()).map(|part| Some(PartIx::new(part)));
            std::iter::once(None).chain(parts).map(move |part| Place { region, part })
        };
        self.dataset.regions().flat_map(of).map(named).collect()
    }

    /// The regions with a regioplan.
    fn planned(&self) -> Vec<Word> {
        let plans = self.dataset.plans();
        let regions = self.dataset.regions().filter(|(region, _)| plans.of(*region).is_some());
        let place = |region| words::place(self.dataset, self.lang, Place::whole(region));
        regions.map(|(region, said)| Word::new(&said.id, &place(region))).collect()
    }

    /// The parts of the regions that stand in what was typed, else of all.
    fn parts(&self) -> Vec<Word> {
        let regions = || self.dataset.regions().map(|(_, region)| region).filter(|region| !region.parts.is_empty());
        let named = regions().any(|region| self.typed.iter().any(|word| *word == *region.id));
        let regions = regions().filter(|region| !named || self.typed.iter().any(|word| *word == *region.id));
        let mut values: Vec<Word> = Vec::new();
        for part in regions.flat_map(|region| &region.parts) {
            if values.iter().all(|value| value.id != part.id.as_str()) {
                values.push(Word::new(&part.id, &part.name));
            }
        }
        values
    }

    fn named(&self, id: &str, nl: &str, en: &str) -> Word {
        Word::new(id, self.lang.pick(nl, en))
    }

    fn sections(&self, others: &[&'static str]) -> Vec<Word> {
        let themes = self.dataset.themes().map(|(_, theme)| self.named(&theme.id, &theme.name, &theme.name_en));
        themes.chain(others.iter().map(|id| Word::new(id, ""))).collect()
    }

    fn topics(&self) -> Vec<Word> {
        let topics = self.dataset.topics().filter(|(ix, _)| Some(*ix) != self.dataset.silence_topic());
        topics.map(|(_, topic)| self.named(&topic.id, &topic.name, &topic.name_en)).collect()
    }

    fn metrics(&self) -> Vec<Word> {
        self.dataset.metrics().map(|(_, metric)| self.named(&metric.id, &metric.name, &metric.name_en)).collect()
    }

    fn columns(&self, axes: &[Axis]) -> Vec<Word> {
        let of = |axis: &Axis| {
            let named =
                |column: Column| Word::new(&self.dataset[column].id, words::column(self.dataset, self.lang, column));
            self.dataset.columns(*axis).map(|(column, _)| named(column)).collect::<Vec<_>>()
        };
        axes.iter().flat_map(of).collect()
    }
}

/// A word that may stand for an argument.
#[derive(Debug)]
struct Word {
    id: String,
    /// What it means; empty where the word says it.
    meaning: String,
}

impl Word {
    fn new(id: &str, meaning: &str) -> Word {
        Word { id: id.to_string(), meaning: meaning.to_string() }
    }

    fn candidate(&self) -> CompletionCandidate {
        let meaning = (!self.meaning.is_empty()).then(|| self.meaning.clone().into());
        CompletionCandidate::new(&self.id).help(meaning)
    }
}
