//! The agenda over plans: every dated entry of the files stands in it once, under the year that the source gives; and
//! the command.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::{impactkaart, impactkaart_of, region, tiny_files};
use impactkaart::cli::env::Env;
use impactkaart::dataset::plans::Role;
use impactkaart::dataset::{Axis, embedded};
use impactkaart::query::agenda::{Filter, Moment, agenda, planned, steps};
use serde_json::Value;

/// The entries of the plan files that are steps, by id, with their own or inherited years: worked out from the files.
fn expected() -> BTreeMap<String, (Option<u64>, Option<u64>)> {
    fn walk(
        entry: &Value,
        above: (Option<u64>, Option<u64>),
        found: &mut BTreeMap<String, (Option<u64>, Option<u64>)>,
    ) {
        let years = &entry["years"];
        let own = (years["from"].as_u64(), years["to"].as_u64());
        let said = entry["when"].is_string();
        let dated = years.is_object() || said;
        let held = if years.is_object() { own } else { above };
        if entry["role"] == "agenda" || dated && entry["role"] != "plan" {
            let takes = years.is_object() || !said;
            found.insert(entry["id"].as_str().unwrap().into(), if takes { held } else { (None, None) });
        }
        for child in entry["children"].as_array().into_iter().flatten() {
            walk(child, held, found);
        }
    }
    let mut found = BTreeMap::new();
    for path in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/plans")).unwrap() {
        let file: Value = serde_json::from_slice(&fs::read(path.unwrap().path()).unwrap()).unwrap();
        let lists = file.as_object().unwrap().values().filter_map(Value::as_array);
        for entry in lists.flatten().chain([&file["plan"]]).filter(|e| e["role"].is_string()) {
            walk(entry, (None, None), &mut found);
        }
    }
    found
}

#[test]
fn every_step_of_the_files_stands_in_the_agenda_once_under_its_year() {
    let dataset = embedded().unwrap();
    let plans = dataset.plans();
    let expected = expected();
    let all = agenda(&dataset, &Filter::default());
    let held: Vec<&str> = all.groups.iter().flat_map(|g| &g.steps).map(|step| plans[step.item].id.as_str()).collect();
    assert_eq!(held.len(), held.iter().collect::<BTreeSet<_>>().len(), "none twice");
    assert_eq!(held.iter().copied().collect::<BTreeSet<_>>(), expected.keys().map(String::as_str).collect());
    for group in &all.groups {
        for step in &group.steps {
            let id = &plans[step.item].id;
            let (from, to) = expected[id];
            assert_eq!(group.year.map(u64::from), from.or(to), "{id}");
            let told = match step.moment {
                Moment::In(year) => (Some(year), Some(year)),
                Moment::Between(from, to) => (Some(from), Some(to)),
                Moment::From(from) => (Some(from), None),
                Moment::By(to) => (None, Some(to)),
                Moment::Undated => (None, None),
            };
            assert_eq!((told.0.map(u64::from), told.1.map(u64::from)), (from, to), "{id}");
            assert_eq!(step.years_of.is_some(), plans[step.item].years.is_none() && group.year.is_some(), "{id}");
        }
    }
}

#[test]
fn a_period_runs_on_in_its_later_years_and_a_start_without_an_end_does_not() {
    let dataset = embedded().unwrap();
    let all = steps(dataset.plans());
    for year in 2022..=2030u16 {
        let asked = agenda(&dataset, &Filter { year: Some(year), ..Filter::default() });
        let running: Vec<_> = asked.groups.iter().flat_map(|g| &g.running).collect();
        let expected = all.iter().filter(|s| matches!(s.moment, Moment::Between(a, b) if a < year && year <= b));
        assert_eq!(running, expected.collect::<Vec<_>>(), "{year}");
        let held = asked.groups.iter().flat_map(|g| &g.steps).count();
        assert_eq!(held, all.iter().filter(|s| s.moment.year() == Some(year)).count(), "{year}");
        assert!(asked.groups.len() <= 1 && asked.groups.iter().all(|g| g.year == Some(year)));
        assert_eq!(asked.undated_left_out, all.iter().filter(|s| s.moment == Moment::Undated).count());
    }
}

#[test]
fn the_document_itself_is_no_step_and_a_region_or_topic_narrows() {
    let dataset = embedded().unwrap();
    let plans = dataset.plans();
    assert!(steps(plans).iter().all(|step| plans[step.item].role != Role::Plan));
    let (all, mut sum) = (agenda(&dataset, &Filter::default()).len(), 0);
    for of in planned(&dataset) {
        let own = agenda(&dataset, &Filter { region: Some(of), ..Filter::default() });
        assert!(own.groups.iter().flat_map(|g| &g.steps).all(|step| step.region == of));
        sum += own.len();
    }
    assert_eq!(sum, all);
    let topic = dataset.topic("governance").unwrap();
    let about = agenda(&dataset, &Filter { topics: Some(vec![topic]), ..Filter::default() });
    assert!(!about.is_empty() && about.len() < all);
    assert!(about.groups.iter().flat_map(|g| &g.steps).all(|s| plans[s.item].topics.contains(&topic)));
}

#[test]
fn the_command_tells_deadlines_as_such_and_what_has_no_year_apart() {
    let ran = impactkaart("agenda --region zuid-holland-noord");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("uiterlijk 2024; in de bron: ‘uiterlijk 1 april 2024’"), "{}", ran.out);
    assert!(ran.out.contains("Zonder jaar in de bron ("), "{}", ran.out);
    let one = impactkaart("agenda --year 2024 --region zuid-holland-noord");
    assert!(!one.out.contains("Zonder jaar in de bron"), "{}", one.out);
    assert!(one.out.contains("hebben in de bron geen jaar en staan er niet bij"), "{}", one.out);
    let years = impactkaart("agenda --region utrecht");
    assert!(years.out.contains("jaar van ‘Planning 2024-2026’"), "{}", years.out);
}

#[test]
fn the_json_has_every_step_with_its_moment_and_source() {
    let ran = impactkaart("agenda --year 2024 --format json");
    let all: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(all["filter"]["year"], 2024);
    let groups = all["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 1);
    let steps = groups[0]["steps"].as_array().unwrap();
    assert_eq!(all["counts"]["steps"], steps.len() + groups[0]["running"].as_array().unwrap().len());
    for step in steps {
        let years = &step["years"];
        assert!(years["from"] == 2024 || years["from"].is_null() && years["to"] == 2024, "{step}");
        assert!(["in", "between", "from", "by"].contains(&step["moment"].as_str().unwrap()));
        assert!(step["source"]["section"].is_string() && step["region"].is_string());
    }
}

#[test]
fn nothing_fits_is_exit_code_1_and_wrong_use_2_with_what_is_allowed() {
    let none = impactkaart("agenda --year 1999");
    assert_eq!(none.code, 1);
    assert!(none.out.contains("geen stap past; er zijn stappen in 20"), "{}", none.out);
    let no_plan = impactkaart("agenda --region zeeland");
    assert_eq!(no_plan.code, 1);
    assert!(no_plan.out.contains("Zeeland heeft in deze dataset geen regioplan; wel: "), "{}", no_plan.out);
    let year = impactkaart("agenda --year 1850");
    assert_eq!(year.code, 2);
    assert!(year.err.contains("1900 tot en met 2100"), "{}", year.err);
    let wrong = impactkaart("agenda --topic govrnance --region atlantis");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("bedoelde u \"governance\"") && wrong.err.contains("atlantis"), "{}", wrong.err);
    let env = Env { locale: "nl_NL.UTF-8".into(), messages: "nl_NL.UTF-8".into(), ..Env::default() };
    let strange = impactkaart_of(&["agenda", "--topic", "qqqq"], &env);
    assert_eq!(strange.code, 2);
    assert!(strange.err.contains("valpreventie"), "what is allowed: {}", strange.err);
}

#[test]
fn a_dataset_without_plans_says_so() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    assert!(agenda(&dataset, &Filter::default()).is_empty() && planned(&dataset).is_empty());
    assert!(dataset.columns(Axis::Sectors).len() > 0 && region(&dataset, "aa").place() == 0);
    for command in ["agenda", "national"] {
        let ran = impactkaart(&format!("{command} --data {}", common::tiny_folder().display()));
        assert_eq!(ran.code, 1, "{command}");
        assert!(ran.out.contains("Deze dataset heeft geen "), "{}", ran.out);
    }
}
