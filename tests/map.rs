//! The map and the figures as values: held against counts made straight from the files of the dataset.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use impactkaart::dataset::{Axis, Dataset, RegionKind, Value as Cell, embedded};
use impactkaart::query::figures::{self, Axis as Scale, Part, Sort, figures, metrics};
use impactkaart::query::matrix::Strength;
use impactkaart::query::shade::{Choice, End, Limits, Shades, Value, choices, find, shade};
use impactkaart::query::tiles::{Direction, Tile, tiles, toward, without_tile};
use serde_json::Value as Json;

mod common;
use common::{region, tiny_files};

/// The files of the regions, as they are written.
fn files() -> Vec<Json> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/regions");
    let paths = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    paths.map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn list<'j>(json: &'j Json, key: &str) -> Vec<&'j Json> {
    json[key].as_array().map(|all| all.iter().collect()).unwrap_or_default()
}

/// Every entry of a file: developments, action lines, focus actions.
fn entries(file: &Json) -> Vec<&Json> {
    let focus = list(file, "focus").into_iter().flat_map(|row| list(row, "actions"));
    [list(file, "developments"), list(file, "action_lines")].concat().into_iter().chain(focus).collect()
}

fn value(dataset: &Dataset<'_>, shades: &Shades, file: &Json) -> Value {
    shades.of(region(dataset, file["id"].as_str().unwrap())).unwrap().value
}

fn number(n: usize) -> Value {
    if n == 0 { Value::Nothing } else { Value::Number(n as f64) }
}

#[test]
fn numbers_of_vs_are_those_of_the_files_and_a_missing_row_is_unknown() {
    let dataset = embedded().unwrap();
    for (axis, key) in [(Axis::Sectors, "sectors"), (Axis::Doelgroepen, "doelgroepen")] {
        let shades = shade(&dataset, None, Choice::Marks(axis));
        for file in files() {
            let marks: Vec<Option<u64>> = list(&file, "focus").iter().map(|row| row[key]["marks"].as_u64()).collect();
            let wanted = match marks.as_slice() {
                [] => Value::Nothing,
                [first, rest @ ..] if rest.iter().any(|m| m != first) => Value::Mixed,
                [None, ..] => Value::Unknown,
                [Some(n), ..] => Value::Number(*n as f64),
            };
            assert_eq!(value(&dataset, &shades, &file), wanted, "{} {key}", file["id"]);
        }
    }
    let sectors = shade(&dataset, None, Choice::Marks(Axis::Sectors));
    let unknown: Vec<_> = sectors.at(&dataset, None, Some(Value::Unknown));
    assert_eq!(unknown.len(), 1);
    assert_eq!(&*dataset[unknown[0].region].id, "noordoost-brabant");
    let rows = &sectors.of(region(&dataset, "roaz-noord-holland-flevoland")).unwrap().rows;
    assert_eq!(rows.len(), 6, "each part has a row of its own");
}

#[test]
fn topics_themes_and_entries_are_counted_as_in_the_files() {
    let dataset = embedded().unwrap();
    let files = files();
    for choice in choices(&dataset, Strength::Evidenced) {
        let shades = shade(&dataset, None, choice);
        for file in &files {
            let all = entries(file);
            let names = |e: &Json, id: &str| list(e, "topics").iter().any(|t| t.as_str() == Some(id));
            let wanted = match choice {
                Choice::Entries => Value::Number(all.len() as f64),
                Choice::Topic(topic) => number(all.iter().filter(|e| names(e, &dataset[topic].id)).count()),
                Choice::Theme(theme) => {
                    let lines = list(file, "action_lines");
                    let lines = lines.iter().filter(|e| e["theme"].as_str() == Some(&*dataset[theme].id));
                    let topics: BTreeSet<&str> =
                        lines.flat_map(|e| list(e, "topics")).filter_map(Json::as_str).collect();
                    number(topics.iter().filter(|t| **t != "geen-actielijn").count())
                }
                _ => continue,
            };
            assert_eq!(value(&dataset, &shades, file), wanted, "{} {}", file["id"], choice.key(&dataset));
        }
    }
}

#[test]
fn the_topic_that_marks_a_silence_is_no_choice() {
    let dataset = embedded().unwrap();
    assert!(find(&dataset, "topic:geen-actielijn").is_empty());
    let silence = dataset.silence_topic().unwrap();
    let shades = shade(&dataset, None, Choice::Topic(silence));
    assert!(shades.regions.iter().all(|s| s.value == Value::Nothing));
}

#[test]
fn figures_are_those_of_the_files_and_no_value_is_no_zero() {
    let dataset = embedded().unwrap();
    let mut seen = 0;
    for (metric, named) in dataset.metrics() {
        for end in End::ALL {
            let shades = shade(&dataset, None, Choice::Figure(metric, end));
            for file in files() {
                let all = entries(&file);
                let given = all.iter().flat_map(|e| list(e, "figures"));
                let given: Vec<&Json> = given.filter(|f| f["metric"].as_str() == Some(&*named.id)).collect();
                let at = |f: &Json, key: &str| f[key]["value"].as_f64();
                let values = given.iter().filter_map(|f| match end {
                    End::Start => at(f, "from"),
                    End::End => at(f, "to"),
                    End::Change => Some(at(f, "to")? - at(f, "from")?),
                });
                match (values.collect::<Vec<f64>>().as_slice(), value(&dataset, &shades, &file)) {
                    ([], got) => assert_eq!(got, Value::Nothing, "{} {}", file["id"], named.id),
                    ([n], Value::Number(got)) => {
                        seen += 1;
                        assert!((n - got).abs() < 1e-6, "{} {}: {n} {got}", file["id"], named.id);
                    }
                    (values, got) => assert!(values.len() > 1, "{} {}: {values:?} {got:?}", file["id"], named.id),
                }
            }
        }
    }
    assert!(seen > 30, "there are figures at all: {seen}");
}

#[test]
fn a_column_means_what_the_filter_of_the_matrix_means() {
    let dataset = embedded().unwrap();
    for axis in Axis::ALL {
        for (column, _) in dataset.columns(axis) {
            for strength in Strength::ALL {
                let shades = shade(&dataset, None, Choice::Column(column, strength));
                for (row, value) in shades.regions.iter().flat_map(|s| &s.rows) {
                    let cell = dataset[*row].cell(column).unwrap();
                    let evidence = !cell.evidence.is_empty();
                    let wanted = match (cell.value, strength) {
                        (Cell::Yes, _) => Value::Holds(Strength::Certain),
                        (Cell::No, _) => Value::No,
                        (Cell::Unknown, Strength::Evidenced | Strength::Possible) if evidence => {
                            Value::Holds(Strength::Evidenced)
                        }
                        (Cell::Unknown, Strength::Possible) => Value::Holds(Strength::Possible),
                        (Cell::Unknown, _) => Value::Unknown,
                    };
                    assert_eq!(*value, wanted, "{row:?} {} {strength:?}", dataset[column].id);
                }
            }
        }
    }
}

#[test]
fn at_most_five_steps_hold_every_value_once_and_nothing_else() {
    let dataset = embedded().unwrap();
    for strength in Strength::ALL {
        for choice in choices(&dataset, strength) {
            let shades = shade(&dataset, None, choice);
            let name = choice.key(&dataset);
            assert!(shades.steps.len() <= 5, "{name}");
            let patterns: HashSet<usize> = shades.steps.iter().map(|s| s.pattern).collect();
            assert_eq!(patterns.len(), shades.steps.len(), "{name}: each step has a pattern of its own");
            for s in &shades.regions {
                let holding = shades.steps.iter().filter(|step| step.limits.hold(s.value)).count();
                let known = matches!(s.value, Value::Number(_) | Value::Holds(_) | Value::No);
                assert_eq!(holding, usize::from(known), "{name}: {:?} in {:?}", s.value, shades.steps);
                assert_eq!(s.step.is_some(), known, "{name}: what is unknown or missing stands in no step");
            }
            let counted = shades.steps.iter().map(|s| s.count).chain(shades.outside.iter().map(|(_, c)| *c));
            let (zorgkantoor, roaz) = counted.fold((0, 0), |(z, r), count| (z + count.zorgkantoor, r + count.roaz));
            assert_eq!((zorgkantoor, roaz), (31, 10), "{name}: the legend counts every region once");
        }
    }
}

#[test]
fn five_numbers_or_more_make_five_steps_and_their_limits_join() {
    let dataset = embedded().unwrap();
    let sectors = shade(&dataset, None, Choice::Marks(Axis::Sectors));
    let limits: Vec<Limits> = sectors.steps.iter().map(|s| s.limits).collect();
    assert_eq!(limits.len(), 5);
    assert!(matches!((limits[0], limits[4]), (Limits::Whole(1.0, _), Limits::Whole(_, 12.0))), "{limits:?}");
    for pair in limits.windows(2) {
        let [Limits::Whole(_, to), Limits::Whole(from, _)] = pair else { panic!("{pair:?}") };
        assert_eq!(to + 1.0, *from);
    }
}

#[test]
fn tiles_are_unique_and_each_is_reached_by_the_arrows_from_each() {
    let dataset = embedded().unwrap();
    let tiles = tiles(&dataset);
    let zorgkantoor = dataset.regions().filter(|(_, r)| r.kind == RegionKind::Zorgkantoor).count();
    assert_eq!((tiles.len(), without_tile(&dataset).len()), (zorgkantoor, 10));
    let places: HashSet<[usize; 2]> = tiles.iter().map(|t| t.at).collect();
    assert_eq!(places.len(), tiles.len());
    for letters in [3, 4] {
        let labels: HashSet<String> =
            tiles.iter().map(|t| t.label.chars().take(letters).collect::<String>().to_lowercase()).collect();
        assert_eq!(labels.len(), tiles.len(), "{letters} letters tell every tile from the others");
    }
    assert!(tiles.iter().all(|t| (3..=4).contains(&t.label.chars().count())));
    for from in 0..tiles.len() {
        assert_eq!(reached(&tiles, from).len(), tiles.len(), "from {}", tiles[from].label);
    }
}

const WAYS: [Direction; 4] = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];

fn reached(tiles: &[Tile], from: usize) -> HashSet<usize> {
    let mut reached = HashSet::from([from]);
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        let around = WAYS.into_iter().filter_map(|way| toward(tiles, at, way));
        next.extend(around.filter(|tile| reached.insert(*tile)));
    }
    reached
}

#[test]
fn arrows_go_to_the_nearest_tile_on_that_side() {
    let dataset = embedded().unwrap();
    let tiles = tiles(&dataset);
    let at = |label: &str| tiles.iter().position(|t| t.label == label).unwrap();
    let go = |from: &str, way| toward(&tiles, at(from), way).map(|to| tiles[to].label.as_str());
    assert_eq!(go("NHN", Direction::Right), Some("Frie"), "over the water");
    assert_eq!(go("Zeel", Direction::Up), Some("ZHE"));
    assert_eq!(go("Amst", Direction::Left), Some("AmMe"));
    assert_eq!(go("Twen", Direction::Right), None, "the edge is the edge");
}

#[test]
fn the_map_looks_like_the_country() {
    let dataset = embedded().unwrap();
    let at = |id: &str| dataset[region(&dataset, id)].tile.unwrap();
    for (west, east) in [("haaglanden", "utrecht"), ("utrecht", "arnhem"), ("zeeland", "zuid-limburg")] {
        assert!(at(west)[0] < at(east)[0], "{west} lies west of {east}");
    }
    for (north, south) in
        [("groningen", "drenthe"), ("drenthe", "twente"), ("utrecht", "midden-brabant"), ("amsterdam", "rotterdam")]
    {
        assert!(at(north)[1] < at(south)[1], "{north} lies north of {south}");
    }
}

#[test]
fn figures_come_in_order_with_missing_values_last_and_every_region_accounted_for() {
    let dataset = embedded().unwrap();
    for (metric, regions) in metrics(&dataset) {
        for sort in Sort::ALL {
            let found = figures(&dataset, metric, sort);
            assert_eq!(found.regions, regions);
            assert_eq!(found.regions + found.without.len(), dataset.regions().len());
            if let Sort::By(end) = sort {
                let values: Vec<Option<f64>> = found.given.iter().map(|g| end.of(&g.figure)).collect();
                let given: Vec<f64> = values.iter().flatten().copied().collect();
                assert!(given.windows(2).all(|w| w[0] >= w[1]), "{values:?}");
                assert!(values.iter().skip(given.len()).all(Option::is_none), "{values:?}");
            }
        }
    }
    let counts: Vec<usize> = metrics(&dataset).into_iter().map(|(_, n)| n).collect();
    assert_eq!(counts, [8, 5, 2, 2, 2, 3, 2]);
}

#[test]
fn figures_of_different_years_are_told_apart() {
    let dataset = embedded().unwrap();
    let differ = |id: &str| {
        let metric = figures::find(&dataset, id)[0];
        figures(&dataset, metric, Sort::default()).years_differ
    };
    assert!(differ("bevolkingsgroei"), "2030 and 2040");
    assert!(differ("ziekteverzuim"), "no year is named");
    assert!(!differ("aandeel-chronische-aandoening"), "both of 2023");
}

#[test]
fn a_bar_begins_at_zero_and_shows_what_comes_to_it_or_goes_off_it() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let metric = figures::find(&dataset, "aandeel-65-plus")[0];
    let found = figures(&dataset, metric, Sort::default());
    let scale = Scale::of(&found);
    assert_eq!((scale.from, scale.to), (0.0, 25.5));
    let bar = scale.bar(&found.given[0].figure, 51);
    assert_eq!(bar.iter().filter(|c| **c == Some(Part::Base)).count(), 41);
    assert_eq!(bar.iter().filter(|c| **c == Some(Part::Growth)).count(), 10);
    let mut turned = found.given[0].figure;
    (turned.from, turned.to) = (turned.to, turned.from);
    assert!(scale.bar(&turned, 51).contains(&Some(Part::Decline)));
    turned.from = None;
    assert!(scale.bar(&turned, 51).iter().flatten().all(|part| *part == Part::OnlyEnd));
}

#[test]
fn a_choice_is_found_by_key_id_label_or_name_in_both_languages() {
    let dataset = embedded().unwrap();
    for asked in ["sector:ggz", "ggz", "GGZ", "Mental health care", "geestelijke"] {
        let found = find(&dataset, asked);
        assert_eq!(found.iter().map(|c| c.key(&dataset)).collect::<Vec<_>>(), ["sector:ggz"], "{asked}");
    }
    let several: Vec<String> = find(&dataset, "preventie").iter().map(|c| c.key(&dataset)).collect();
    assert_eq!(several, ["theme:preventie", "topic:preventie"], "a word that means two things is not guessed");
    for choice in choices(&dataset, Strength::default()) {
        let found = find(&dataset, &choice.key(&dataset));
        assert!(found.len() == 1 && found[0].same_thing(choice), "{}", choice.key(&dataset));
    }
}
