//! What goes wrong on the command line: each error names the value and the remedy, and has its exit code.

use std::io;

use crate::dataset::{Dataset, Fault};
use crate::own_marks::Trouble;
use crate::query::find::NotFound;
use crate::store::WholeError;
use crate::texts::{Lang, Msg};

/// Exit codes.
pub mod code {
    /// Done.
    pub const DONE: u8 = 0;
    /// No hit, or differences or faults found by a command that looks for them.
    pub const FOUND_WANTING: u8 = 1;
    /// Wrong use, an unknown or ambiguous region.
    pub const USAGE: u8 = 2;
    /// Bad data.
    pub const DATA: u8 = 3;
    /// Terminal or file trouble.
    pub const TROUBLE: u8 = 4;
}

/// An error of the command line.
#[derive(Debug)]
pub enum Error {
    /// The command was used wrongly: what is wrong, each with its remedy.
    Usage(Vec<String>),
    /// The region has no plan here: what is said of it.
    NoPlan(String),
    /// The dataset has faults.
    Data(Vec<Fault>),
    /// The dataset has faults, found by the command that looks for them.
    Found(Vec<Fault>),
    /// There is no terminal for the screen: the command to use instead.
    NoTerminal(String),
    /// The terminal failed.
    Terminal(io::Error),
    /// Own marks could not be read or kept.
    OwnMarks(Trouble),
    /// Output could not be written.
    Write(io::Error),
    /// The file of `--output` could not be written.
    Output(WholeError),
}

impl Error {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Error::Usage(_) => code::USAGE,
            Error::NoPlan(_) => code::FOUND_WANTING,
            Error::Data(_) => code::DATA,
            Error::Found(_) => code::FOUND_WANTING,
            Error::OwnMarks(Trouble::NotMarks(..)) => code::DATA,
            Error::NoTerminal(_) | Error::Terminal(_) | Error::Write(_) | Error::Output(_) | Error::OwnMarks(_) => {
                code::TROUBLE
            }
        }
    }

    /// The lines for standard error.
    pub fn say(&self, lang: Lang) -> Vec<String> {
        match self {
            Error::Usage(lines) => lines.clone(),
            Error::NoPlan(line) => vec![line.clone()],
            Error::Data(faults) | Error::Found(faults) => {
                let mut lines: Vec<String> = faults.iter().map(|f| f.say(lang)).collect();
                lines.push(lang.fill(Msg::Faults, &[&faults.len()]));
                lines
            }
            Error::NoTerminal(instead) => vec![lang.fill(Msg::ErrorNoTerminal, &[instead])],
            Error::Terminal(e) => vec![lang.fill(Msg::ErrorTerminal, &[e])],
            Error::OwnMarks(trouble) => vec![trouble.say(lang)],
            Error::Output(e) => vec![e.say(lang)],
            Error::Write(e) => vec![lang.fill(Msg::ErrorWrite, &[e])],
        }
    }

    /// A region that was not found.
    pub fn not_found(dataset: &Dataset<'_>, lang: Lang, why: &NotFound) -> Error {
        let ids = |places: &[crate::query::find::Place]| {
            let ids: Vec<String> = places.iter().map(|p| p.id(dataset)).collect();
            ids
        };
        Error::Usage(vec![match why {
            NotFound::Ambiguous { asked, candidates } => {
                lang.fill(Msg::ErrorAmbiguous, &[asked, &ids(candidates).join(", ")])
            }
            NotFound::Unknown { asked, near } => {
                let quoted: Vec<String> = ids(near).iter().map(|id| format!("\"{id}\"")).collect();
                let hint = if quoted.is_empty() {
                    lang.say(Msg::ErrorListRegions).to_string()
                } else {
                    lang.fill(Msg::ErrorDidYouMean, &[&quoted.join(lang.say(Msg::And))])
                };
                lang.fill(Msg::ErrorUnknownRegion, &[asked]) + &hint
            }
        }])
    }
}
