//! `completions` and `man`: asked as the shells ask, in the shells that this machine has, and checked as manual pages
//! are.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]
#![cfg(unix)]

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::{impactkaart, tiny_folder};
use impactkaart::cli::help::command;
use impactkaart::texts::Lang;

/// A program that finds ours by its name.
fn program(name: &str) -> Command {
    let folder = Path::new(env!("CARGO_BIN_EXE_impactkaart")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new(name);
    command.env("PATH", format!("{}:{path}", folder.display())).env("LC_ALL", "nl_NL.UTF-8");
    command
}

fn printed(output: Output) -> String {
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether a program is on this machine; where it is not, what needs it is left to a machine that has it.
fn there(name: &str) -> bool {
    Command::new(name).arg("--version").output().is_ok()
}

/// What a shell is answered when the cursor stands behind the last word.
fn asked(shell: &str, words: &[&str]) -> Vec<String> {
    let mut asking = program("impactkaart");
    asking.args(["--", "impactkaart"]).args(words).env("IMPACTKAART_COMPLETE", shell);
    asking.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).env("_CLAP_IFS", "\n");
    let answer = printed(asking.output().unwrap());
    // zsh parts a word from its meaning by a colon, fish by a tab.
    answer.lines().map(|line| line.split([':', '\t']).next().unwrap().to_string()).collect()
}

/// What is typed, and words that must be offered; where it is one, it must be the only one.
const TYPED: &[(&[&str], &[&str])] = &[
    (&["compl"], &["completions"]),
    (&["show", "zeel"], &["zeeland"]),
    (&["zeel"], &["zeeland"]),
    (&["show", "arnhem/"], &["arnhem/achterhoek", "arnhem/centraal-gelderland", "arnhem/gelderse-vallei"]),
    (&["show", "arnhem", "--part", "c"], &["centraal-gelderland"]),
    (&["show", "zeeland", "--theme", "dig"], &["digitale-zorg"]),
    (&["show", "zeeland", "--theme", "n"], &["notes"]),
    (&["compare", "zeeland", "tw"], &["twente"]),
    (&["compare", "zeeland", "twente", "--theme", "fi"], &["figures"]),
    (&["matrix", "--sector", "huis"], &["huisartsenzorg"]),
    (&["matrix", "--sector", "ggz,huis"], &["ggz,huisartsenzorg"]),
    (&["matrix", "--doelgroep", "kw"], &["kwetsbare-ouderen"]),
    (&["matrix", "--not", "k"], &["kanker", "kwetsbare-ouderen"]),
    (&["matrix", "--sort", "na"], &["name"]),
    (&["topics", "valp"], &["valpreventie"]),
    (&["similar", "roaz-zw"], &["roaz-zwolle"]),
    (&["figures", "demo"], &["demografische-druk"]),
    (&["plan", "u"], &["utrecht"]),
    (&["plan", "utrecht", "--theme", "dig"], &["digitale-zorg"]),
    (&["agenda", "--topic", "valp"], &["valpreventie"]),
    (&["agenda", "--region", "utr"], &["utrecht"]),
    (&["national", "--section", "bottlenecks-"], &["bottlenecks-zorgkantoor", "bottlenecks-roaz"]),
    (&["map", "kw"], &["kwetsbare-ouderen"]),
    (&["list", "--kind", "r"], &["roaz"]),
    (&["list", "--knd"], &[]),
];

#[test]
fn every_shell_is_offered_regions_parts_topics_columns_and_themes() {
    for shell in ["bash", "zsh", "fish"] {
        for (words, expected) in TYPED {
            let offered = asked(shell, words);
            assert_eq!(offered, *expected, "{shell} {words:?}");
        }
    }
    assert!(!asked("bash", &["topics", ""]).contains(&"geen-actielijn".to_string()), "a silence is no topic");
}

#[test]
fn words_are_those_of_the_dataset_that_data_names() {
    let folder = tiny_folder().display().to_string();
    for words in [&["--data", &folder, "show", "a"][..], &["show", "--data", &folder, "a"]] {
        assert_eq!(asked("bash", words), ["aa", "aa/noord", "aa/zuid"], "{words:?}");
    }
    assert_eq!(asked("bash", &["show", &format!("--data={folder}"), "roaz"]), ["roaz-bee", "roaz-bee/dal"]);
    assert_eq!(asked("bash", &["matrix", "--data", &folder, "--sector", "w"]), ["wijkverpleging"]);
    // No message lands in what is typed.
    assert!(asked("bash", &["--data", "/nergens", "show", "zeel"]).is_empty());
    let folder = format!("{}/tests/ti", env!("CARGO_MANIFEST_DIR"));
    assert!(asked("bash", &["--data", &folder]).iter().all(|path| path.ends_with("/tests/tiny/")), "a folder");
}

#[test]
fn bash_completes_with_the_script() {
    let script = r#"
source <(impactkaart completions bash)
complete -p impactkaart
try() {
    COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMP_TYPE=9; COMPREPLY=()
    _clap_complete_impactkaart impactkaart "${COMP_WORDS[COMP_CWORD]}"
    echo "${COMPREPLY[*]}"
}
try impactkaart show zeel
try impactkaart matrix --sector ggz,huis
try impactkaart topics valp
"#;
    if there("bash") {
        let said = printed(
            program("bash")
                .args(["--norc", "-c", script])
                .env_remove("BASH_ENV")
                .env_remove("LC_ALL")
                .output()
                .unwrap(),
        );
        let lines: Vec<&str> = said.lines().collect();
        assert!(lines[0].contains("-F _clap_complete_impactkaart impactkaart"), "{said}");
        assert_eq!(lines[1..], ["zeeland", "ggz,huisartsenzorg", "valpreventie"]);
    }
}

#[test]
fn fish_completes_with_the_script_and_says_what_words_mean() {
    if there("fish") {
        let home = tempfile::tempdir().unwrap();
        let script = "impactkaart completions fish | source; complete -C 'impactkaart show zeel'; \
                      complete -C 'impactkaart matrix --sector ggz,huis'";
        let mut fish = program("fish");
        fish.args(["--no-config", "-c", script]).env("HOME", home.path());
        let said = printed(fish.output().unwrap());
        assert_eq!(said, "zeeland\tZeeland (zorgkantoorregio)\nggz,huisartsenzorg\tHuisartsenzorg\n");
    }
}

#[test]
fn zsh_reads_the_script() {
    if there("zsh") {
        let script = "autoload -Uz compinit; compinit -D -u; source <(impactkaart completions zsh); \
                      print -r -- $_comps[impactkaart]";
        let home = tempfile::tempdir().unwrap();
        let mut zsh = program("zsh");
        zsh.args(["-f", "-c", script]).env("HOME", home.path());
        assert_eq!(printed(zsh.output().unwrap()).trim(), "_clap_dynamic_completer_impactkaart");
    }
}

#[test]
fn the_help_tells_how_each_shell_loads_the_script() {
    for lang in ["nl", "en"] {
        let help = impactkaart(&format!("completions --help --lang {lang}")).out;
        for line in ["source <(impactkaart completions bash)", "source <(impactkaart completions zsh)"] {
            assert!(help.contains(line), "{help}");
        }
        assert!(help.contains("impactkaart completions fish | source"), "{help}");
    }
    assert_eq!(impactkaart("completions tcsh").code, 2);
    assert!(impactkaart("completions tcsh").err.contains("bash, zsh, fish"));
}

fn visit(command: &clap::Command, each: &mut impl FnMut(&clap::Command)) {
    each(command);
    command.get_subcommands().for_each(|sub| visit(sub, each));
}

#[test]
fn the_manual_tells_every_command_option_key_and_exit_code_in_both_languages() {
    for (lang, words) in [(Lang::Nl, ["NAAM", "TOETSEN", "EXITCODES"]), (Lang::En, ["NAME", "KEYS", "EXIT STATUS"])] {
        let code = if lang == Lang::Nl { "nl" } else { "en" };
        let ran = impactkaart(&format!("man --lang {code}"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let page = ran.out.replace("\\-", "-").replace("\\*(Aq", "'").replace("\\&", "").replace("\\fB", "");
        let lines: Vec<&str> = page.lines().collect();
        for word in words {
            assert!(lines.iter().any(|line| line.trim_start_matches(".SH ").trim_matches('"') == word), "{word}");
        }
        let mut definitions = command(lang);
        definitions.build();
        visit(&definitions, &mut |command| {
            let name = command.get_bin_name().unwrap_or(command.get_name());
            assert!(page.contains(name), "{name}");
            for long in command.get_arguments().filter_map(|arg| arg.get_long()) {
                assert!(page.contains(&format!("--{long}")), "{name} --{long}");
            }
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            for example in after.lines().filter_map(|line| line.strip_prefix("  ")) {
                assert!(page.contains(example.trim_end()), "{example}");
            }
        });
        for binding in impactkaart::tui::action::BINDINGS {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.label()).collect();
            let keys = keys.join("  ").replace('\'', "\\*(Aq");
            assert!(page.contains(&keys), "{keys}");
            assert!(page.replace('\n', " ").contains(lang.say(binding.msg)), "{}", lang.say(binding.msg));
        }
        for file in ["settings.toml", "own-marks.json", "memory.json", "NO_COLOR", "LC_ALL"] {
            assert!(page.contains(file), "{file}");
        }
        for own in ["SUBCOMMANDS", "subcommands", "Print help", "Possible", "Example", "default:"] {
            assert!(lang == Lang::En && own != "subcommands" && own != "SUBCOMMANDS" || !page.contains(own), "{own}");
        }
    }
    assert!(impactkaart("man --ascii").out.is_ascii());
}

#[test]
fn the_manual_is_clean_to_those_who_check_manuals() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["nl", "en"] {
        let path = folder.path().join(format!("{lang}.1"));
        std::fs::write(&path, impactkaart(&format!("man --lang {lang}")).out).unwrap();
        for (program, args) in [("mandoc", &["-Tlint"][..]), ("groff", &["-ww", "-Kutf8", "-man", "-Tutf8", "-z"])] {
            let Ok(said) = Command::new(program).args(args).arg(&path).output() else { continue };
            let said = [said.stdout, said.stderr].concat();
            assert!(said.is_empty(), "{program} {lang}: {}", String::from_utf8_lossy(&said));
        }
    }
}
