//! Malformed data, case by case: a folder `tests/bad_data/<case>/data` and the faults that must be told, whole and in
//! order, in `expected.txt`. `UPDATE_EXPECTED=1 cargo test --test bad_data` writes them anew, to be read before commit.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{impactkaart, tiny_folder};
use impactkaart::dataset::Files;
use proptest::prelude::*;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_data");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    cases.sort();
    cases
}

#[test]
fn every_fault_is_told_with_file_place_value_and_what_is_allowed() {
    assert!(cases().len() >= 15);
    for case in cases() {
        let ran = impactkaart(&format!("validate {} --lang en", case.join("data").display()));
        let told = ran.err.replace("impactkaart: ", "");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(case.join("expected.txt"), &told).unwrap();
        }
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
        assert_eq!(told, expected, "{}", case.display());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "faults found by the command that looks for them: {told}");
    }
}

#[test]
fn bad_data_stops_every_command_with_exit_3_but_the_one_that_looks_for_faults() {
    let folder = cases().into_iter().find(|c| c.ends_with("lines_backwards")).unwrap().join("data");
    for (command, code) in [("list", 3), ("show aa", 3), ("validate", 1), ("aa", 3), ("search x", 3), ("man", 3)] {
        let ran = impactkaart(&format!("{command} --data {}", folder.display()));
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{command}");
        assert!(
            ran.err.contains("action_lines[0].source.lines: regels lopen terug: 3 tot 2"),
            "{command}: {}",
            ran.err
        );
    }
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let ran = impactkaart("validate nergens");
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("impactkaart: nergens: kan niet gelezen worden"), "{}", ran.err);
}

/// Every place of a JSON value, as a path of keys and indices.
fn places(value: &serde_json::Value, at: String, out: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| places(v, format!("{at}/{i}"), out));
        }
        serde_json::Value::Object(map) => map.iter().for_each(|(k, v)| places(v, format!("{at}/{k}"), out)),
        _ => {}
    }
    out.push(at);
}

fn replacement() -> impl Strategy<Value = serde_json::Value> {
    prop_oneof![
        Just(serde_json::Value::Null),
        Just(serde_json::json!(true)),
        Just(serde_json::json!({})),
        Just(serde_json::json!([])),
        (-3i64..70_000).prop_map(|n| serde_json::json!(n)),
        Just(serde_json::json!(0.5)),
        "[ -~]{0,12}".prop_map(|s| serde_json::json!(s)),
        Just(serde_json::json!("aa.dev.1")),
        Just(serde_json::json!(["noord"])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// The fast path and the slow one agree: a dataset is refused exactly when a fault is told, and nothing panics.
    #[test]
    fn what_decodes_has_no_fault_and_what_does_not_has_one(file in 0usize..5, pick in any::<prop::sample::Index>(), new in replacement(), drop in any::<bool>()) {
        let names = ["vocabulary.json", "sources.json", "regions/aa.json", "regions/bee.json", "regions/roaz-bee.json"];
        let files = Files::of(names.iter().enumerate().map(|(i, name)| {
            let text = fs::read_to_string(tiny_folder().join(name)).unwrap();
            if i != file {
                return ((*name).to_string(), text.into_bytes());
            }
            let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let mut all = Vec::new();
            places(&value, String::new(), &mut all);
            let place = pick.get(&all).clone();
            let (parent, key) = place.rsplit_once('/').unwrap_or(("", ""));
            match value.pointer_mut(parent) {
                Some(serde_json::Value::Object(map)) if drop && !key.is_empty() => { map.shift_remove(key); }
                _ => if let Some(slot) = value.pointer_mut(&place) { *slot = new.clone() },
            }
            ((*name).to_string(), value.to_string().into_bytes())
        }));
        let faults = files.faults();
        prop_assert_eq!(files.decode().is_ok(), faults.is_empty(), "{:?}", faults.iter().map(|f| f.say(impactkaart::texts::Lang::En)).collect::<Vec<_>>());
    }
}
