//! Settings as a person meets them: a file in the config folder, what the commands make of it, and what is told when it
//! is wrong.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::{Ran, impactkaart_of};
use impactkaart::cli::env::Env;
use impactkaart::settings::{self, FILE};
use impactkaart::texts::Lang;
use serde_json::Value;
use tempfile::TempDir;

/// A home with this file of settings, in a Dutch locale.
fn home(text: &str) -> (TempDir, Env) {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join(FILE), text).unwrap();
    let locale = "nl_NL.UTF-8".to_string();
    let env = Env {
        locale: locale.clone(),
        messages: locale,
        config_folder: Some(home.path().into()),
        data_folder: Some(home.path().into()),
        ..Env::default()
    };
    (home, env)
}

fn with(text: &str, command: &str) -> Ran {
    let (_home, env) = home(text);
    impactkaart_of(&command.split_whitespace().collect::<Vec<_>>(), &env)
}

fn rows(ran: &Ran) -> usize {
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    json["rows"].as_array().unwrap().len()
}

#[test]
fn the_language_of_the_settings_wins_over_the_locale_and_the_option_over_both() {
    assert!(with("", "list").out.starts_with("Zorgkantoorregio's"));
    assert!(with("lang = \"en\"", "list").out.starts_with("Zorgkantoor regions"));
    assert!(with("lang = \"en\"", "list --lang nl").out.starts_with("Zorgkantoorregio's"));
}

#[test]
fn help_and_wrong_use_speak_the_language_of_the_settings_too() {
    let (home, env) = home("lang = \"en\"");
    assert!(impactkaart_of(&["--help"], &env).out.contains("Usage:"));
    let wrong = impactkaart_of(&["list", "--bogus"], &env);
    assert!(wrong.code == 2 && wrong.err.contains("unknown"), "{}", wrong.err);
    let other = home.path().join("other.toml");
    std::fs::write(&other, "lang = \"nl\"").unwrap();
    let other = other.to_str().unwrap();
    for args in [vec!["--settings", other], vec!["--lang", "nl"]] {
        let args: Vec<&str> = args.into_iter().chain(["list", "--bogus"]).collect();
        assert!(impactkaart_of(&args, &env).err.contains("onbekend"), "{args:?}");
    }
}

#[test]
fn signs_are_those_of_the_settings_in_what_is_printed_too() {
    assert!(!with("", "show friesland").out.is_ascii());
    assert!(with("glyphs = \"ascii\"", "show friesland").out.is_ascii());
    let (_home, mut env) = home("glyphs = \"unicode\"");
    env.locale = "C".into();
    env.stdout_terminal = true;
    assert!(!impactkaart_of(&["show", "friesland"], &env).out.is_ascii(), "whatever the locale");
    assert!(impactkaart_of(&["show", "friesland", "--ascii"], &env).out.is_ascii(), "but for the option");
}

#[test]
fn the_matrix_takes_its_strength_from_the_settings_unless_it_is_asked_for() {
    let ask = "matrix --sector ggz --format json";
    let (usual, certain) = (rows(&with("", ask)), rows(&with("strength = \"certain\"", ask)));
    assert!(certain < usual, "{certain} of {usual}");
    assert_eq!(rows(&with("strength = \"certain\"", &format!("{ask} --strength evidenced"))), usual);
}

#[test]
fn own_marks_count_as_the_settings_say_unless_an_option_says_otherwise() {
    let (home, env) = home("own_marks_counted = true\nstrength = \"certain\"");
    let marks = r#"{"version":1,"marks":[{"region":"zeeland","axis":"sectors","column":"ggz","value":"yes"}]}"#;
    std::fs::write(home.path().join("own-marks.json"), marks).unwrap();
    let ask = |more: &[&str]| {
        let words: Vec<&str> = ["matrix", "--sector", "ggz", "--format", "json"].iter().chain(more).copied().collect();
        rows(&impactkaart_of(&words, &env))
    };
    assert_eq!(ask(&[]), ask(&["--no-own"]) + 1);
    assert_eq!(ask(&["--no-own", "--own"]), ask(&[]), "the last of both wins");
}

#[test]
fn a_question_for_the_screen_names_the_command_that_answers_the_same_under_these_settings() {
    let settings = "strength = \"certain\"\nown_marks_counted = true";
    let said = |command: &str| with(settings, command).err;
    assert!(said("matrix --sector ggz --open").contains("`impactkaart matrix --sector ggz`"));
    let other = said("matrix --sector ggz --strength evidenced --no-own --open");
    assert!(other.contains("`impactkaart matrix --sector ggz --strength evidenced --no-own`"), "{other}");
}

#[test]
fn a_wrong_setting_is_told_on_standard_error_with_file_and_line_and_the_command_does_its_work() {
    let (home, env) = home("# mine\nglyphs = \"emoji\"\nlang = \"en\"\n[keys]\nquit = \"y\"\n");
    let ran = impactkaart_of(&["list"], &env);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("Zorgkantoor regions"), "the right ones hold");
    let file = home.path().join(FILE);
    let told: Vec<&str> = ran.err.lines().collect();
    assert_eq!(
        told[0],
        format!(
            "impactkaart: {}:2: glyphs cannot be \"emoji\"; allowed: \"auto\", \"unicode\", \"ascii\"",
            file.display()
        )
    );
    if cfg!(feature = "tui") {
        assert!(told[1].contains(":5: key y stands for keys.copy (copy) and keys.quit (quit)"), "{told:?}");
    }
}

#[test]
fn a_damaged_file_is_told_and_stays_as_it_is() {
    let text = "lang = \"en\n[[[\nmouse true\n\u{0}";
    let (home, env) = home(text);
    let ran = impactkaart_of(&["list"], &env);
    assert_eq!(ran.code, 0);
    for line in 1..=3 {
        assert!(ran.err.contains(&format!("{FILE}:{line}: ")), "{}", ran.err);
    }
    assert_eq!(std::fs::read_to_string(home.path().join(FILE)).unwrap(), text);
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1, "nothing stands beside it");
}

#[test]
fn what_is_printed_may_be_saved_as_it_is_and_changes_nothing() {
    for lang in ["nl", "en"] {
        let printed = with("", &format!("--print-settings --lang {lang}"));
        assert_eq!((printed.code, printed.err.as_str()), (0, ""));
        let (settings, complaints) = settings::parse(&printed.out);
        assert_eq!(complaints, []);
        let defaults = settings::Settings { keys: settings.keys.clone(), ..Default::default() };
        assert_eq!(settings, defaults);
        let ran = with(&printed.out, "matrix --sector ggz");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert_eq!(ran.out, with("", "matrix --sector ggz").out);
    }
}

#[test]
fn every_line_of_the_printed_file_is_in_the_persons_language() {
    let dutch = with("", "--print-settings").out;
    let english = with("lang = \"en\"", "--print-settings").out;
    assert!(dutch.contains("# Taal van") && english.contains("# Language of"));
    assert!(english.contains(&format!("{FILE}\n")), "and says where it belongs: {english}");
}

#[test]
fn another_file_can_be_named_and_has_to_be_there() {
    let (home, env) = home("lang = \"nl\"");
    let other = home.path().join("other.toml");
    std::fs::write(&other, "lang = \"en\"").unwrap();
    let ran = impactkaart_of(&["list", "--settings", other.to_str().unwrap()], &env);
    assert!(ran.out.starts_with("Zorgkantoor regions"));
    let ran = impactkaart_of(&["list", "--settings", "nowhere.toml"], &env);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "impactkaart: geen bestand met instellingen nowhere.toml\n");
}

#[test]
fn what_is_wrong_fits_in_a_line_that_leads_to_the_rest() {
    let loaded = |text: &str| {
        let (home, _) = home(text);
        settings::read(Some(&home.path().join(FILE)))
    };
    assert_eq!(loaded("").notice(Lang::Nl, "?"), None);
    let one = loaded("mouse = 3").notice(Lang::Nl, "?").unwrap();
    assert_eq!(one, "settings.toml:1: mouse kan niet 3 zijn; toegestaan: true, false");
    let two = loaded("mouse = 3\nlang = 4").notice(Lang::Nl, "F1").unwrap();
    assert!(two.starts_with("2 instellingen kloppen niet (F1 noemt ze): settings.toml:1: "), "{two}");
}
