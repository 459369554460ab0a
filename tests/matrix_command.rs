//! `matrix` and `own-marks` as black boxes: arguments in; output, messages and exit code out.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::path::Path;

use common::{Ran, impactkaart_of};
use impactkaart::cli::env::Env;
use serde_json::Value as Json;

/// Runs the program with a data folder of its own.
fn impactkaart(home: Option<&Path>, args: &[&str]) -> (u8, String, String) {
    let env = Env { locale: "nl_NL.UTF-8".into(), data_folder: home.map(Path::to_path_buf), ..Env::default() };
    let Ran { code, out, err } = impactkaart_of(args, &env);
    (code, out, err)
}

fn json(args: &[&str]) -> Json {
    let (code, out, err) = impactkaart(None, &[args, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn the_json_form_is_that_of_the_issue() {
    let all = json(&["matrix"]);
    let keys = |v: &Json| v.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&all), ["filter", "counts", "rows"]);
    assert_eq!(keys(&all["counts"]), ["certain", "evidenced", "possible"]);
    assert_eq!(all["rows"].as_array().unwrap().len(), 46);
    let gooi = all["rows"].as_array().unwrap().iter().find(|r| r["region"] == "gooi").unwrap();
    assert_eq!(keys(gooi), ["region", "part", "kind", "sectors", "doelgroepen"]);
    assert_eq!(keys(&gooi["sectors"]), ["marks", "cells"]);
    assert_eq!(gooi["sectors"]["marks"], 12);
    assert_eq!(keys(&gooi["sectors"]["cells"]["msz"]), ["value", "ground", "evidence"]);
    assert_eq!(gooi["sectors"]["cells"]["msz"]["value"], "yes");
    assert_eq!(gooi["sectors"]["cells"]["msz"]["ground"], "row_full");
    let missing = all["rows"].as_array().unwrap().iter().find(|r| r["region"] == "noordoost-brabant").unwrap();
    assert_eq!(missing["sectors"]["marks"], "unknown", "never empty");
    assert_eq!(missing["sectors"]["cells"]["ggz"]["ground"], "row_missing");
}

#[test]
fn options_repeat_and_take_lists_and_dutch_words() {
    let one = json(&["matrix", "--sector", "ggz,msz", "--not", "efz", "--strength", "mogelijk"]);
    let two = json(&["matrix", "--sector", "ggz", "--sector", "msz", "--not", "EFZ", "--strength", "possible"]);
    assert_eq!(one, two);
    assert_eq!(one["filter"]["sectors"], serde_json::json!(["msz", "ggz"]));
    assert_eq!(one["filter"]["not"], serde_json::json!(["efz"]));
    assert_eq!(one["rows"].as_array().unwrap().len() as u64, one["counts"]["possible"].as_u64().unwrap());
    let roaz = json(&["matrix", "--kind", "roaz", "--sort", "sectors"]);
    assert_eq!(roaz["rows"].as_array().unwrap().len(), 15);
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_what_is_allowed() {
    let args = ["matrix", "--sector", "fysio", "--doelgroep", "ggz", "--not", "jeugd", "--min-doelgroepen", "6"];
    let (code, out, err) = impactkaart(None, &args);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(err.lines().count(), 4, "{err}");
    assert!(err.contains("\"fysio\" for --sector; allowed: msz, ggz"), "{err}");
    assert!(err.contains("\"ggz\" stands on the other axis; use --sector"), "{err}");
    assert!(err.contains("--min-doelgroepen is 6, but the axis has 5"), "{err}");
}

#[test]
fn no_row_left_is_told_by_words_and_exit_code() {
    let args = ["matrix", "--strength", "certain", "--not", "msz", "--min-sectors", "12", "--lang", "nl"];
    let (code, out, _) = impactkaart(None, &args);
    assert_eq!(code, 1);
    assert!(out.contains("geen rij past"), "{out}");
    let (code, out, _) = impactkaart(None, &[&args[..], &["--format", "json"]].concat());
    assert_eq!((code, serde_json::from_str::<Json>(&out).unwrap()["rows"].as_array().unwrap().len()), (1, 0));
}

#[test]
fn the_text_is_a_plain_table_that_fits_the_width_and_can_be_ascii() {
    let (_, whole, _) = impactkaart(None, &["matrix", "--lang", "nl"]);
    assert!(whole.lines().any(|l| l.starts_with("Zeeland ") && l.contains("4/12") && l.contains("2/5")), "{whole}");
    for width in ["60", "80", "120"] {
        let (_, out, _) = impactkaart(None, &["matrix", "--width", width, "--ascii"]);
        assert!(out.is_ascii());
        let longest = out.lines().map(str::len).max().unwrap();
        let table = 12 + 7 + 11 * 4 + 5;
        assert!(longest <= width.parse::<usize>().unwrap().max(table), "{width}: {longest}\n{out}");
    }
}

#[test]
fn own_marks_go_from_one_person_to_another_and_count_only_with_own() {
    let home = tempfile::tempdir().unwrap();
    let (mine, yours) = (home.path().join("mine"), home.path().join("yours"));
    let file = home.path().join("marks.json");
    assert_eq!(impactkaart(Some(&mine), &["own-marks", "list"]).0, 1, "there are none yet");
    let text = r#"{"version": 1, "marks": [
        {"region": "zeeland", "part": null, "axis": "sectors", "column": "msz", "value": "yes", "remark": "p. 85"},
        {"region": "atlantis", "part": null, "axis": "sectors", "column": "msz", "value": "no"}]}"#;
    std::fs::write(&file, text).unwrap();
    let path = file.to_str().unwrap();
    let (code, out, err) = impactkaart(Some(&mine), &["own-marks", "import", path]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("2 new, 0 there already, 0 other than here") && out.contains("atlantis msz"), "{out}");
    let out = impactkaart(Some(&mine), &["own-marks", "list"]).1;
    assert!(
        out.contains("zeeland msz: yes (p. 85)") && out.contains("atlantis msz (this dataset does not have the region"),
        "{out}"
    );
    let copy = home.path().join("copy.json");
    let copied = copy.to_str().unwrap();
    assert_eq!(impactkaart(Some(&mine), &["own-marks", "export", copied]).0, 0);
    assert_eq!(impactkaart(Some(&mine), &["own-marks", "export", copied]).0, 4, "nothing is written over");
    assert_eq!(impactkaart(Some(&yours), &["own-marks", "import", copied]).0, 0);
    let list = |home| impactkaart(Some(home), &["own-marks", "export"]).1;
    assert_eq!(list(&mine), list(&yours));

    let certain = |args: &[&str]| {
        let args = [&["matrix", "--sector", "msz", "--strength", "certain", "--format", "json"], args].concat();
        serde_json::from_str::<Json>(&impactkaart(Some(&mine), &args).1).unwrap()["counts"]["certain"].as_u64()
    };
    assert_eq!(certain(&["--own"]), certain(&[]).map(|n| n + 1));
    std::fs::write(&file, "[]").unwrap();
    assert_eq!(impactkaart(Some(&mine), &["own-marks", "import", path]).0, 3, "no file of own marks");
}

#[test]
fn marks_that_the_source_speaks_against_are_told_by_import_and_list_and_in_the_matrix() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("marks.json");
    let mark = |region: &str, column: &str, value: &str| {
        format!(r#"{{"region": "{region}", "axis": "sectors", "column": "{column}", "value": "{value}"}}"#)
    };
    // 't Gooi is full; Zeeland has four V's; of Amsterdam's twelve sectors only one has none.
    let zeeland = ["msz", "ggz", "efz", "mdz", "elv"].map(|c| mark("zeeland", c, "yes")).join(", ");
    let marks = [mark("gooi", "msz", "no"), zeeland, mark("amsterdam", "grz", "no")].join(", ");
    std::fs::write(&file, format!(r#"{{"version": 1, "marks": [{marks}]}}"#)).unwrap();
    let nl = |args: &[&str]| impactkaart(Some(home.path()), &[args, &["--lang", "nl"]].concat());
    let (code, imported, err) = nl(&["own-marks", "import", file.to_str().unwrap()]);
    assert_eq!(code, 0, "{err}");
    for out in [imported, nl(&["own-marks", "list"]).1, nl(&["matrix", "--own"]).1] {
        assert!(
            out.contains("'t Gooi × Medisch-specialistische zorg: Eigen merk: nee. De bron zegt zeker ja"),
            "{out}"
        );
        assert!(out.contains("Zeeland, sectoren: met de eigen merken komt de rij op 5 V's, in de bron op 4;"), "{out}");
    }
    let listed: Json = serde_json::from_str(&nl(&["own-marks", "list", "--format", "json"]).1).unwrap();
    let objections: Vec<_> = listed["marks"].as_array().unwrap().iter().map(|m| m["objection"].as_str()).collect();
    let many = Some("too_many");
    assert_eq!(objections, [None, Some("source"), many, many, many, many, many]);

    let all: Json = serde_json::from_str(&nl(&["matrix", "--own", "--format", "json"]).1).unwrap();
    let cell = |region: &str, column: &str| {
        let row = all["rows"].as_array().unwrap().iter().find(|r| r["region"] == region).unwrap();
        let cell = &row["sectors"]["cells"][column];
        (cell["value"].as_str().unwrap().to_string(), cell["ground"].as_str().unwrap().to_string())
    };
    let said = |value: &str, ground: &str| (value.to_string(), ground.to_string());
    assert_eq!(cell("gooi", "msz"), said("yes", "row_full"));
    assert_eq!(cell("zeeland", "msz"), said("yes", "own"));
    assert_eq!(cell("zeeland", "grz"), said("unknown", "column_lost"));
    assert_eq!(cell("amsterdam", "grz"), said("no", "own"));
    assert_eq!(cell("amsterdam", "msz"), said("yes", "follows_own"), "eleven V's have eleven cells left");
}
