//! How commands behave: exit codes, errors, closed pipes, help. One table over all commands, so that a new one without
//! manners is found.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]
#![cfg(unix)]

mod common;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{Ran, impactkaart, impactkaart_of, tiny_folder};
use impactkaart::cli::env::Env;
use impactkaart::cli::help::command;
use impactkaart::texts::Lang;

/// What is typed after the program's name, and the exit code; `BAD`, `TINY`, `THERE` and `HOME` stand for a folder with
/// faults, the tiny dataset, a file that is there, and a folder to write in.
const CODES: &[(&str, u8)] = &[
    ("list", 0),
    ("list --kind roaz", 0),
    ("list --kind gemeente", 2),
    ("list --data BAD", 3),
    ("list --output THERE", 4),
    ("show zeeland", 0),
    ("show zeelnd", 2),
    ("show noord", 2),
    ("show", 2),
    ("show zeeland --data BAD", 3),
    ("show zeeland --output THERE", 4),
    ("show zeeland --open", 4),
    ("matrix", 0),
    ("matrix --min-sectors 12 --kind roaz --doelgroep kanker --strength certain", 1),
    ("matrix --sector nergens", 2),
    ("matrix --data BAD", 3),
    ("matrix --output THERE", 4),
    ("compare zeeland twente", 0),
    ("compare zeeland haaglanden --theme figures --only shared", 1),
    ("compare zeeland zeeland", 2),
    ("compare zeeland", 2),
    ("compare aa bee --data BAD", 3),
    ("compare zeeland twente --output THERE", 4),
    ("search valpreventie", 0),
    ("search xyzzy", 1),
    ("search sektor:ggz", 2),
    ("search x --data BAD", 3),
    ("search valpreventie --output THERE", 4),
    ("topics", 0),
    ("topics valpreventie", 0),
    ("topics valpreventie --kind roaz --data TINY", 1),
    ("topics nietbestaand", 2),
    ("topics --data BAD", 3),
    ("topics --output THERE", 4),
    ("similar zeeland", 0),
    ("similar roaz-bee --data TINY", 1),
    ("similar zeelnd", 2),
    ("similar aa --data BAD", 3),
    ("similar zeeland --output THERE", 4),
    ("map", 0),
    ("map ggz --strength certain", 0),
    ("map nergens", 2),
    ("map --data BAD", 3),
    ("map --open", 4),
    ("figures", 0),
    ("figures aandeel-65-plus", 0),
    ("figures nergens", 2),
    ("figures --data BAD", 3),
    ("figures --open", 4),
    ("plan utrecht", 0),
    ("plan utrecht --theme nergens", 2),
    ("plan utrecht --data BAD", 3),
    ("plan utrecht --open", 4),
    ("national", 0),
    ("national --section nergens", 2),
    ("national --data BAD", 3),
    ("national --open", 4),
    ("concrete", 0),
    ("concrete zeelnd", 2),
    ("concrete --data BAD", 3),
    ("concrete --open", 4),
    ("agenda", 0),
    ("agenda --year 12", 2),
    ("agenda --data BAD", 3),
    ("agenda --open", 4),
    ("own-marks list", 1),
    ("own-marks export", 0),
    ("own-marks export HOME/out.json", 0),
    ("own-marks export THERE", 4),
    ("own-marks import THERE", 3),
    ("own-marks import HOME/nergens.json", 4),
    ("own-marks", 2),
    ("own-marks list --data BAD", 3),
    ("validate", 0),
    ("validate TINY", 0),
    ("validate BAD", 1),
    ("validate HOME/nergens", 3),
    ("validate --knd", 2),
    ("completions bash", 0),
    ("completions tcsh", 2),
    ("man", 0),
    ("man zeeland", 2),
    ("--help", 0),
    ("--version", 0),
    ("--print-settings", 0),
    ("zeeland", 4),
    ("zeelnd", 2),
    ("--data BAD", 3),
];

/// Runs a line of the table in a home of its own.
fn ran(line: &str) -> Ran {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("there.txt"), "dit stond er").unwrap();
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_data/lines_backwards/data");
    let words: Vec<String> = line
        .split(' ')
        .map(|word| {
            let named = word.replace("BAD", &bad.display().to_string());
            let named = named.replace("TINY", &tiny_folder().display().to_string());
            let named = named.replace("THERE", &home.path().join("there.txt").display().to_string());
            named.replace("HOME", &home.path().display().to_string())
        })
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let env = Env {
        locale: "nl_NL.UTF-8".into(),
        messages: "nl_NL.UTF-8".into(),
        data_folder: Some(home.path().join("data")),
        ..Env::default()
    };
    let ran = impactkaart_of(&words, &env);
    assert_eq!(std::fs::read_to_string(home.path().join("there.txt")).unwrap(), "dit stond er", "{line}");
    ran
}

#[test]
fn every_command_ends_with_the_exit_code_of_the_design() {
    for (line, code) in CODES {
        let Ran { code: ended, out, err } = ran(line);
        assert_eq!(ended, *code, "{line}\n{out}{err}");
        // What went wrong is told on standard error, and nothing that looks like an answer is printed.
        match code {
            0 => assert!(!out.is_empty() && err.is_empty(), "{line}: {err}"),
            1 if line.starts_with("validate") => assert!(out.is_empty() && !err.is_empty(), "{line}: {out}"),
            1 => assert!(!out.is_empty() && err.is_empty(), "{line}: nothing found is an answer too: {err}"),
            _ => assert!(out.is_empty() && err.lines().all(|l| l.starts_with("impactkaart: ")), "{line}: {out}{err}"),
        }
    }
}

#[test]
fn the_table_has_every_command_with_every_code_that_it_can_end_with() {
    let known: BTreeSet<(&str, u8)> =
        CODES.iter().map(|(line, code)| (line.split(' ').next().unwrap(), *code)).collect();
    for sub in command(Lang::En).get_subcommands() {
        let asks_data = sub.get_arguments().any(|arg| arg.get_id() == "format");
        let codes: &[u8] = if asks_data { &[0, 2, 3, 4] } else { &[0, 2] };
        for code in codes {
            assert!(known.contains(&(sub.get_name(), *code)), "{} with {code}", sub.get_name());
        }
    }
}

#[test]
fn an_error_names_the_value_where_it_stood_and_the_remedy() {
    for (line, said) in [
        ("show zeelnd", &["zeelnd", "zeeland"][..]),
        ("compare zeelnd twente", &["zeelnd", "zeeland"]),
        ("similar zeelnd", &["zeelnd", "zeeland"]),
        ("topics valprevntie", &["valprevntie", "valpreventie"]),
        ("topics --theme prevenite", &["prevenite", "preventie, rondom-client"]),
        ("matrix --sector fysio", &["fysio", "--sector", "msz, ggz"]),
        ("matrix --sort fysio", &["fysio", "--sort", "kind, name"]),
        ("matrix --min-doelgroepen 6", &["6", "--min-doelgroepen", "5"]),
        ("show zeeland --format xml", &["xml", "--format", "text, md, csv, json, html"]),
        ("list --format html", &["html", "--format", "text, md, csv, json"]),
        ("show zeeland --csv calc", &["calc", "--csv", "plain, excel"]),
        ("list --width smal", &["smal", "--width"]),
        ("search theme:prevenite", &["theme:", "prevenite", "preventie"]),
        ("completions tcsh", &["tcsh", "bash, zsh, fish"]),
        ("list --output THERE", &["there.txt", "--force"]),
        ("own-marks import THERE", &["there.txt"]),
        ("validate HOME/nergens", &["nergens"]),
        ("list --data HOME/nergens", &["nergens"]),
        ("list --settings HOME/nergens.toml", &["nergens.toml"]),
        ("matix", &["matix"]),
    ] {
        let err = ran(line).err;
        for word in said {
            assert!(err.contains(word), "{line}: {word} in: {err}");
        }
    }
}

#[test]
fn several_errors_are_told_together() {
    for (line, values) in [
        ("show zeelnd --theme prevenite", &["zeelnd", "prevenite"][..]),
        ("compare zeelnd twnete --theme prevenite", &["zeelnd", "twnete", "prevenite"]),
        ("matrix --sector fysio --not jeugd --min-sectors 13 --sort x", &["fysio", "jeugd", "13", "\"x\""]),
        ("topics valprevntie --theme prevenite", &["valprevntie", "prevenite"]),
        ("search in:zeelnd theme:prevenite", &["zeelnd", "prevenite"]),
    ] {
        let Ran { code, err, .. } = ran(line);
        assert_eq!(code, 2, "{line}");
        for value in values {
            assert!(err.contains(value), "{line}: {value} in: {err}");
        }
    }
}

fn visit(command: &clap::Command, path: &str, each: &mut impl FnMut(&str, &clap::Command)) {
    each(path, command);
    for sub in command.get_subcommands() {
        visit(sub, format!("{path} {}", sub.get_name()).trim_start(), each);
    }
}

#[test]
fn the_help_of_every_command_has_an_example_of_it_in_both_languages() {
    for (lang, code, word) in [(Lang::Nl, "nl", "Voorbeeld"), (Lang::En, "en", "Example")] {
        visit(&command(lang), "", &mut |path, _| {
            for flag in ["-h", "--help"] {
                let ran = impactkaart(format!("{path} {flag} --lang {code}").trim_start());
                assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{path}");
                let example = format!("  impactkaart {path}");
                assert!(ran.out.contains(word) && ran.out.contains(example.trim_end()), "{path} {code}:\n{}", ran.out);
            }
        });
    }
}

#[test]
fn the_examples_of_the_help_do_what_they_say() {
    let mut examples = BTreeSet::new();
    for lang in [Lang::Nl, Lang::En] {
        visit(&command(lang), "", &mut |_, command| {
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let typed = after.lines().filter_map(|line| line.strip_prefix("  impactkaart "));
            examples.extend(typed.map(|line| line.split("  ").next().unwrap().trim().to_string()));
        });
    }
    assert!(examples.len() >= 25, "{examples:#?}");
    for example in examples {
        let typed = example.split(" > ").next().unwrap().split(" | ").next().unwrap();
        // As a shell parts them: by blanks, but for those in quotes.
        let pieces = typed.split(['\'', '"']).enumerate();
        let words: Vec<String> = pieces
            .flat_map(|(i, piece)| match i % 2 {
                0 => piece.split_whitespace().map(String::from).collect(),
                _ => vec![piece.to_string()],
            })
            .collect();
        let own = words.iter().any(|word| word == "own-marks" || word == "my-data");
        let open = words.iter().any(|word| word == "--open") || words.first().is_none_or(|word| word == "zuid");
        let files = words.iter().any(|word| word == "--output");
        if own || files {
            continue;
        }
        let ran = impactkaart_of(&words.iter().map(String::as_str).collect::<Vec<_>>(), &Env::default());
        assert_eq!(ran.code, if open { 4 } else { 0 }, "{example}: {}", ran.err);
    }
}

/// The program as a process, without a home.
fn process(line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_impactkaart"));
    command.args(line.split(' ')).env("HOME", "/nergens").env_remove("XDG_DATA_HOME").env_remove("XDG_CONFIG_HOME");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn a_reader_that_has_seen_enough_ends_every_command_quietly() {
    for line in [
        "list",
        "show zeeland",
        "show zeeland --format json",
        "matrix",
        "matrix --format json",
        "matrix --csv excel",
        "compare zeeland twente",
        "compare zeeland twente --format html",
        "search de",
        "search de --format json",
        "topics",
        "topics valpreventie --format md",
        "similar zeeland",
        "man",
        "--help",
        "--print-settings",
        "completions bash",
    ] {
        let mut child = process(line).spawn().unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{line}");
        assert_eq!(ended.status.code(), Some(0), "{line}");
    }
    // The reader of a pipe in a shell, as people have it.
    let script = "set -o pipefail; \"$0\" matrix --format json | head -1";
    let bash = Command::new("bash").args(["-c", script, env!("CARGO_BIN_EXE_impactkaart")]).output();
    if let Ok(bash) = bash {
        assert_eq!(String::from_utf8_lossy(&bash.stdout), "{\n");
        assert_eq!((bash.status.code(), bash.stderr.len()), (Some(0), 0));
    }
}

#[test]
fn output_that_cannot_be_written_is_told() {
    let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { return };
    for line in ["show zeeland", "matrix --format json", "list --csv excel", "man"] {
        let ended = process(line).stdout(full.try_clone().unwrap()).output().unwrap();
        assert_eq!(ended.status.code(), Some(4), "{line}");
        assert!(String::from_utf8_lossy(&ended.stderr).starts_with("impactkaart: "), "{line}");
    }
}
