//! The national picture as a command: every section, every entry, and what is wrong.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::fs;
use std::path::Path;

use common::impactkaart;
use serde_json::Value;

fn json(command: &str) -> Value {
    let ran = impactkaart(command);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn count(value: &Value, found: &mut usize) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| count(v, found)),
        Value::Object(fields) => {
            *found += usize::from(fields.contains_key("role"));
            fields.values().for_each(|v| count(v, found));
        }
        _ => {}
    }
}

#[test]
fn five_bottlenecks_of_zorgkantoor_and_three_of_roaz_with_causes_and_effects() {
    let all = json("national --format json");
    let section = |key: &str| {
        let sections = all["sections"].as_array().unwrap();
        sections.iter().find(|s| s["section"] == key).unwrap()["entries"].as_array().unwrap().clone()
    };
    assert_eq!(section("bottlenecks-zorgkantoor").len(), 5);
    assert_eq!(section("bottlenecks-roaz").len(), 3);
    assert_eq!(section("criteria").len(), 3, "a regiobeeld, a bottleneck, a goal");
    let text = impactkaart("national --section bottlenecks").out;
    assert!(
        text.contains("Knelpunten in de zorgkantoorregiobeelden") && text.contains("Knelpunten in de ROAZ-beelden")
    );
    assert!(text.contains("- oorzaak: ") && text.contains("- effect: ") && text.contains("sectoren: "), "{text}");
    assert!(!text.contains("Tijdlijn"), "only what was asked for");
}

#[test]
fn nothing_of_the_file_is_left_out() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/national.json");
    let file: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let (mut of_file, mut of_command) = (0, 0);
    count(&file, &mut of_file);
    let all = json("national --format json");
    count(&all, &mut of_command);
    assert_eq!(of_command, of_file);
    let notes = all["sections"].as_array().unwrap().iter().find(|s| s["section"] == "notes").unwrap();
    assert_eq!(notes["notes"].as_array().unwrap().len(), file["notes"].as_array().unwrap().len());
    let lines = impactkaart("national").out.lines().filter(|l| l.trim_start().starts_with("- ")).count();
    assert_eq!(lines, of_file + file["notes"].as_array().unwrap().len());
}

#[test]
fn an_unknown_section_is_told_with_those_that_exist() {
    let ran = impactkaart("national --section knelpunten,criteria");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("geen onderdeel \"knelpunten\"; toegestaan: bottlenecks-zorgkantoor, "), "{}", ran.err);
    assert_eq!(impactkaart("national --open").code, 4, "the screen needs a terminal");
    assert!(
        impactkaart("concrete zeeland --mark year --open").err.contains("`impactkaart concrete zeeland --mark year`")
    );
    assert!(impactkaart("agenda --year 2025 --open").err.contains("`impactkaart agenda --year 2025`"));
}
