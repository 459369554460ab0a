//! What the tests share: the tiny dataset that everyone knows by heart, and the program run with values for its
//! surroundings.
//!
//! The tiny dataset: **aa** (Aâland, zorgkantoor, parts noord and zuid; 2 of 4 sectors; 1 of 3 doelgroepen with a named
//! box; the row covers noord only), **bee** (Bee, zorgkantoor; all 4 sectors; 2 of 3 doelgroepen, one box unclear),
//! **roaz-bee** (Bee, ROAZ, part dal; sectors row missing, doelgroepen row empty).
#![allow(dead_code, clippy::unwrap_used, reason = "a test takes its own part of this, and may fail where it stands")]

use std::path::{Path, PathBuf};

use impactkaart::cli::env::Env;
use impactkaart::cli::run::run;
use impactkaart::dataset::{Dataset, Files, RegionIx};

/// The folder of the tiny dataset.
pub fn tiny_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny")
}

/// The files of the tiny dataset.
pub fn tiny_files() -> Files {
    Files::read(&tiny_folder()).unwrap()
}

/// The place of a region by id.
pub fn region(dataset: &Dataset<'_>, id: &str) -> RegionIx {
    dataset.regions().find(|(_, r)| &*r.id == id).map(|(ix, _)| ix).unwrap()
}

/// What a run of the program gave.
#[derive(Debug)]
pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

/// Runs the program, words parted by blanks, piped and in a Dutch locale.
pub fn impactkaart(command: &str) -> Ran {
    let env = Env { locale: "nl_NL.UTF-8".into(), messages: "nl_NL.UTF-8".into(), ..Env::default() };
    impactkaart_in(command, &env)
}

/// Runs the program in given surroundings.
pub fn impactkaart_in(command: &str, env: &Env) -> Ran {
    let words: Vec<&str> = command.split_whitespace().collect();
    impactkaart_of(&words, env)
}

/// Runs the program in given surroundings with words that may hold blanks.
pub fn impactkaart_of(words: &[&str], env: &Env) -> Ran {
    let args = std::iter::once("impactkaart").chain(words.iter().copied()).map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(args, env, &mut out, &mut err);
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}
