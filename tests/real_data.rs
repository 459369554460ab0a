//! What must be true of the bundled dataset: counts of the source, references, form.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use impactkaart::dataset::{Axis, EntryKind, RegionKind, embedded};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn region_files() -> Vec<(String, serde_json::Value)> {
    let mut files: Vec<(String, serde_json::Value)> = std::fs::read_dir(data().join("regions"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), read(&p)))
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

fn read(path: &Path) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn there_are_31_zorgkantoor_and_10_roaz_regions_with_46_rows() {
    let dataset = embedded().unwrap();
    let of = |kind| dataset.regions().filter(|(_, r)| r.kind == kind).count();
    assert_eq!((of(RegionKind::Zorgkantoor), of(RegionKind::Roaz), dataset.rows().len()), (31, 10, 46));
    let roaz_rows = dataset.rows().filter(|(_, r)| dataset[r.region].kind == RegionKind::Roaz).count();
    assert_eq!(roaz_rows, 15);
}

#[test]
fn the_rows_hold_the_330_and_122_marks_of_the_source_and_128_boxes() {
    let dataset = embedded().unwrap();
    let marks = |axis| dataset.rows().filter_map(|(_, r)| r.axis(axis).marks).map(usize::from).sum::<usize>();
    assert_eq!((marks(Axis::Sectors), marks(Axis::Doelgroepen)), (330, 122));
    let boxes: usize = dataset.rows().filter_map(|(_, r)| r.axis(Axis::Doelgroepen).boxes).map(usize::from).sum();
    assert_eq!(boxes, 128);
    for (row_ix, row) in dataset.rows() {
        let mut numbers: Vec<u8> = dataset
            .entries_of(row.region)
            .filter_map(|(_, e)| match e.kind {
                EntryKind::Focus(focus) if focus.row == row_ix => Some(focus.number),
                _ => None,
            })
            .collect();
        numbers.dedup();
        let expected: Vec<u8> = (1..=row.axis(Axis::Doelgroepen).boxes.unwrap()).collect();
        assert_eq!(numbers, expected, "boxes of {}", dataset[row.region].id);
    }
}

#[test]
fn every_theme_cell_has_entries_or_is_said_to_be_silent() {
    // 364 cells: 52 tables of seven themes; 28 hold only a dash, 2 say in words that the plan is silent.
    let (mut spoken, mut dash, mut stated) = (0, 0, 0);
    for (_, region) in region_files() {
        let mut cells: HashMap<(String, String), usize> = HashMap::new();
        for line in region["action_lines"].as_array().unwrap() {
            *cells.entry((line["part"].to_string(), line["theme"].to_string())).or_default() += 1;
        }
        spoken += cells.len();
        for silent in region["silent_themes"].as_array().unwrap() {
            let key = (silent["part"].to_string(), silent["theme"].to_string());
            assert!(!cells.contains_key(&key), "{} both speaks and is silent: {key:?}", region["id"]);
            if silent["reason"] == "dash" { dash += 1 } else { stated += 1 }
        }
    }
    assert_eq!((spoken, dash, stated), (334, 28, 2));
}

#[test]
fn the_embedded_dataset_is_the_one_of_the_files() {
    let files = impactkaart::dataset::Files::read(&data()).unwrap();
    let (inside, read) = (embedded().unwrap(), files.decode().unwrap());
    assert!(format!("{inside:?}") == format!("{read:?}"));
    assert!(format!("{:?}", inside.plans()) == format!("{:?}", read.plans()));
}

#[test]
fn the_entries_are_as_many_as_the_source_gives() {
    let dataset = embedded().unwrap();
    let entries = dataset.entries().len();
    assert!((1_500..=2_200).contains(&entries), "{entries}");
    // Every bullet of developments is cited: 241 of them, so at least as many lines begin one.
    let developments = dataset.entries().filter(|(_, e)| e.kind == EntryKind::Development).count();
    assert!(developments >= 241, "{developments}");
}

#[test]
fn every_topic_is_used_at_least_twice_and_there_are_60_to_110() {
    let mut uses: HashMap<String, usize> = HashMap::new();
    for (_, region) in region_files() {
        count_topics(&region, &mut uses);
    }
    let vocabulary = read(&data().join("vocabulary.json"));
    let topics = vocabulary["topics"].as_array().unwrap();
    assert!((60..=110).contains(&topics.len()), "{}", topics.len());
    let rare: Vec<&str> =
        topics.iter().map(|t| t["id"].as_str().unwrap()).filter(|id| uses.get(*id).copied().unwrap_or(0) < 2).collect();
    assert_eq!(rare, Vec::<&str>::new());
}

fn count_topics(value: &serde_json::Value, uses: &mut HashMap<String, usize>) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|v| count_topics(v, uses)),
        serde_json::Value::Object(object) => {
            for (key, value) in object {
                if key == "topics" {
                    for topic in value.as_array().unwrap() {
                        *uses.entry(topic.as_str().unwrap().to_string()).or_default() += 1;
                    }
                } else {
                    count_topics(value, uses);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn ids_are_numbered_in_source_order_below_region_part_and_section() {
    for (name, region) in region_files() {
        let id = region["id"].as_str().unwrap();
        let mut next: HashMap<String, usize> = HashMap::new();
        let mut check = |entry: &serde_json::Value, section: &str, part: &serde_json::Value| {
            let stem = match part.as_str() {
                Some(part) => format!("{id}.{part}.{section}"),
                None => format!("{id}.{section}"),
            };
            let number = next.entry(stem.clone()).or_default();
            *number += 1;
            assert_eq!(entry["id"].as_str().unwrap(), format!("{stem}.{number}"), "{name}");
        };
        for entry in region["developments"].as_array().unwrap() {
            check(entry, "dev", &entry["part"]);
        }
        for entry in region["action_lines"].as_array().unwrap() {
            check(entry, entry["theme"].as_str().unwrap(), &entry["part"]);
        }
        for focus in region["focus"].as_array().unwrap() {
            for action in focus["actions"].as_array().unwrap() {
                let doelgroep = action["doelgroep"].as_str().unwrap_or("unclear");
                check(action, &format!("focus.{doelgroep}"), &focus["part"]);
            }
        }
    }
}

#[test]
fn the_data_files_are_in_their_form_and_fit_their_schemas() {
    let mut files: Vec<(PathBuf, &str)> = vec![
        (data().join("vocabulary.json"), "vocabulary.schema.json"),
        (data().join("sources.json"), "sources.schema.json"),
    ];
    for (name, _) in region_files() {
        files.push((data().join("regions").join(name), "region.schema.json"));
    }
    files.push((data().join("national.json"), "national.schema.json"));
    for entry in std::fs::read_dir(data().join("plans")).unwrap() {
        files.push((entry.unwrap().path(), "plan.schema.json"));
    }
    for (path, schema) in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let validator = jsonschema::draft202012::new(&read(&data().join("schema").join(schema))).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path)).take(5).collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", path.display());
        assert!(
            impactkaart::dataset::format::format(&value) == text,
            "{}: run `cargo run --example format_data`",
            path.display()
        );
    }
}

#[test]
fn the_tile_map_is_the_netherlands_in_broad_lines() {
    let dataset = embedded().unwrap();
    let tile = |id: &str| dataset.regions().find(|(_, r)| &*r.id == id).and_then(|(_, r)| r.tile).unwrap();
    let tiles: Vec<[u8; 2]> = dataset.regions().filter_map(|(_, r)| r.tile).collect();
    assert_eq!(tiles.len(), 31);
    for (north, south) in [
        ("groningen", "drenthe"),
        ("noord-holland-noord", "amsterdam"),
        ("utrecht", "zuidoost-brabant"),
        ("rotterdam", "zeeland"),
    ] {
        assert!(tile(north)[1] < tile(south)[1], "{north} lies north of {south}");
    }
    for (west, east) in [
        ("kennemerland", "amsterdam"),
        ("zeeland", "west-brabant"),
        ("utrecht", "arnhem"),
        ("friesland", "groningen"),
        ("haaglanden", "utrecht"),
        ("midden-ijssel", "twente"),
    ] {
        assert!(tile(west)[0] < tile(east)[0], "{west} lies west of {east}");
    }
}
