//! The regioplannen in depth and the national picture: read whole, tied together, and refused where they are wrong.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use impactkaart::dataset::plans::{List, Role, Target};
use impactkaart::dataset::{Dataset, Fault, Files, embedded};
use impactkaart::texts::Lang;
use serde_json::{Value, json};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The entries of a file, each before what stands under it.
fn entries<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| entries(v, found)),
        Value::Object(fields) => {
            if fields.contains_key("role") {
                found.push(value);
            }
            fields.values().for_each(|v| entries(v, found));
        }
        _ => {}
    }
}

#[test]
fn the_program_holds_every_entry_of_the_files_in_their_order() {
    let dataset = embedded().unwrap();
    let plans = dataset.plans();
    assert_eq!(
        plans.works().filter(|(_, work)| work.region.is_some()).count(),
        fs::read_dir(data().join("plans")).unwrap().count()
    );
    for (ix, work) in plans.works() {
        let name = work.region.map_or("national.json".into(), |r| format!("plans/{}.json", dataset[r].id));
        let file = read(&data().join(name));
        let mut expected = Vec::new();
        entries(&file, &mut expected);
        let held: Vec<&str> = plans.items_of(ix).map(|(_, item)| item.id.as_str()).collect();
        assert_eq!(held, expected.iter().map(|e| e["id"].as_str().unwrap()).collect::<Vec<_>>());
        for (entry, (item_ix, item)) in expected.iter().zip(plans.items_of(ix)) {
            assert_eq!(entry["text"], item.text.as_str());
            assert_eq!(entry["role"], item.role.key());
            assert_eq!(entry["source"]["section"], item.source.section.as_str());
            assert_eq!(entry["links"].as_array().unwrap().len(), item.ties.len(), "{}", item.id);
            assert_eq!(
                entry["children"].as_array().map_or(0, Vec::len),
                plans.children(item_ix).count(),
                "{}",
                item.id
            );
            assert_eq!(entry.get("metric").is_some(), item.figure.is_some(), "{}", item.id);
        }
    }
}

#[test]
fn which_regions_have_a_plan_is_known_before_the_plans_are_read() {
    let dataset = embedded().unwrap();
    let planned: Vec<_> = dataset.planned().iter().map(|(region, doc)| (*region, *doc)).collect();
    let plans = dataset.plans();
    let held: Vec<_> = plans.works().filter_map(|(_, work)| Some((work.region?, work.doc))).collect();
    assert_eq!(planned, held);
    assert_eq!(dataset.regions().filter(|(ix, _)| dataset.has_plan(*ix)).count(), held.len());
}

#[test]
fn themes_stand_at_the_top_of_their_list_and_what_is_under_them_knows_its_theme() {
    let dataset = embedded().unwrap();
    let plans = dataset.plans();
    for (ix, item) in plans.items().filter(|(_, item)| item.role == Role::Theme) {
        assert_eq!((item.list, item.depth), (List::Themes, 0), "{}", item.id);
        assert!(plans.under(ix).all(|(child, _)| plans.theme_of(child) == Some(ix)), "{}", item.id);
    }
}

#[test]
fn ties_lead_to_regions_too() {
    let dataset = embedded().unwrap();
    let regions: HashSet<&str> = dataset
        .plans()
        .items()
        .flat_map(|(_, item)| &item.ties)
        .filter_map(|tie| match tie.to {
            Target::Region(region) => Some(&*dataset[region].id),
            Target::Item(_) | Target::Entry(_) => None,
        })
        .collect();
    assert!(regions.contains("zuid-holland-noord") && regions.contains("roaz-west"), "{regions:?}");
}

/// The bundled files with one of the plan's changed.
fn with_plan(change: impl Fn(&mut Value)) -> Result<usize, Vec<Fault>> {
    let name = "plans/zuid-holland-noord.json";
    let mut plan = read(&data().join(name));
    change(&mut plan);
    let mut files = vec![(name.to_string(), plan.to_string().into_bytes())];
    for folder in ["regions"] {
        for path in fs::read_dir(data().join(folder)).unwrap().map(|e| e.unwrap().path()) {
            let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
            files.push((name, fs::read(path).unwrap()));
        }
    }
    for name in ["vocabulary.json", "sources.json"] {
        files.push((name.to_string(), fs::read(data().join(name)).unwrap()));
    }
    let files = Files::of(files);
    let count = |dataset: Dataset<'_>| dataset.plans().items().len();
    files.decode().map(count)
}

#[test]
fn a_folder_may_have_some_of_the_plans_and_every_fault_in_them_is_told() {
    assert!(with_plan(|_| {}).unwrap() > 400);
    let told = |change: &dyn Fn(&mut Value)| -> String {
        with_plan(change).unwrap_err().iter().map(|f| f.say(Lang::Nl)).collect::<Vec<_>>().join("\n")
    };
    for (change, expected) in [
        (&(|p: &mut Value| p["id"] = json!("zeeland")) as &dyn Fn(&mut Value), "hoort de naam van het bestand te zijn"),
        (
            &|p: &mut Value| p["themes"][0]["role"] = json!("thema"),
            "themes[0].role: is \"thema\", toegestaan: plan, area",
        ),
        (&|p: &mut Value| p["themes"][0]["topics"] = json!([]), "themes[0].topics: is leeg"),
        (&|p: &mut Value| p["themes"][0]["topics"][0] = json!("nergens"), "onbekende id \"nergens\""),
        (
            &|p: &mut Value| p["themes"][0]["links"] = json!([{"to": "nergens", "basis": "stated"}]),
            "\"nergens\" staat nergens",
        ),
        (
            &|p: &mut Value| p["themes"][0]["parties"] = json!([{"party": "zeeland", "as": null}]),
            "\"zeeland\" staat nergens in de dataset, of is daar iets anders",
        ),
        (&|p: &mut Value| p["themes"][0]["source"]["page"] = json!(3), "themes[0].source.page"),
        (&|p: &mut Value| p["themes"][0]["years"] = json!({"from": 2026, "to": 2024}), "lopen terug: 2026 tot 2024"),
        (&|p: &mut Value| p["themes"][0]["metric"] = json!("iets"), "onbekend veld \"metric\""),
        (&|p: &mut Value| drop(p["themes"][0].as_object_mut().unwrap().remove("status")), "veld \"status\" ontbreekt"),
        (&|p: &mut Value| p["themes"][0]["text"] = json!("a\u{1b}[31m"), "stuurteken"),
    ] {
        let told = told(change);
        assert!(told.contains(expected), "{expected} in:\n{told}");
        assert!(told.starts_with("plans/zuid-holland-noord.json"), "{told}");
    }
}
