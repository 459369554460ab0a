//! `plan` as a black box, and what the other commands say of regioplannen.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::impactkaart;
use serde_json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The entries of an answer, each before what stands under it.
fn entries<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    for entry in value.as_array().unwrap() {
        found.push(entry);
        entries(&entry["children"], found);
    }
}

fn all(answer: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    answer["lists"].as_array().unwrap().iter().for_each(|list| entries(&list["entries"], &mut found));
    found
}

#[test]
fn the_whole_plan_is_printed_each_entry_once_with_its_fields() {
    let file: Value =
        json(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/plans/utrecht.json")).unwrap());
    let ran = impactkaart("plan utrecht --format json");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer = json(&ran.out);
    let ids: std::collections::HashSet<&str> = all(&answer).iter().map(|e| e["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), all(&answer).len());
    assert_eq!(ids.len(), file.to_string().matches("\"role\":").count());
    assert_eq!(answer["notes"].as_array().unwrap().len(), file["notes"].as_array().unwrap().len());
    let keys: Vec<&str> = all(&answer)[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "id",
            "kind",
            "role",
            "nr",
            "name",
            "text",
            "also",
            "topics",
            "sectors",
            "doelgroepen",
            "source",
            "ties",
            "parties",
            "years",
            "when",
            "status",
            "figure",
            "version",
            "inhabitants",
            "baseline",
            "target",
            "children"
        ]
    );
}

#[test]
fn a_theme_is_found_by_number_with_its_level_by_name_and_by_a_word() {
    for typed in ["transformatie 2", "2", "gerichte preventie", "Gerichte", "gerichte preventei"] {
        let ran = common::impactkaart_of(
            &["plan", "utrecht", "--theme", typed, "--format", "json"],
            &impactkaart::cli::env::Env::default(),
        );
        assert_eq!(ran.code, 0, "{typed}: {}", ran.err);
        let answer = json(&ran.out);
        assert_eq!(all(&answer)[0]["name"], "Gerichte preventie", "{typed}");
        assert_eq!(answer["lists"].as_array().unwrap().len(), 1, "{typed}");
        assert_eq!(answer["theme"], all(&answer)[0]["id"]);
    }
    let several = impactkaart("plan utrecht --theme utrecht");
    assert_eq!(several.code, 2);
    assert!(several.err.contains("meer dan één thema") && several.err.contains("Utrecht stad"), "{}", several.err);
    let none = impactkaart("plan utrecht --theme xyzzy");
    assert!(none.code == 2 && none.err.contains("Gerichte preventie"), "{}", none.err);
}

#[test]
fn a_theme_of_the_impactkaart_asks_for_its_topics() {
    let answer = json(&impactkaart("plan utrecht --theme digitale-zorg --format json").out);
    assert_eq!(answer["theme"], "digitale-zorg");
    let show = json(&impactkaart("show utrecht --theme digitale-zorg --format json").out);
    let topics: Vec<&str> = show["action_lines"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|line| line["topics"].as_array().unwrap())
        .map(|t| t.as_str().unwrap())
        .collect();
    // What is shown names one of them, or something under it does.
    fn speaks(entry: &Value, topics: &[&str]) -> bool {
        let own = entry["topics"].as_array().unwrap().iter().any(|t| topics.contains(&t.as_str().unwrap()));
        own || entry["children"].as_array().unwrap().iter().any(|child| speaks(child, topics))
    }
    assert!(!all(&answer).is_empty() && all(&answer).iter().all(|entry| speaks(entry, &topics)));
    let nothing = impactkaart("plan utrecht --theme contractering");
    assert_eq!(nothing.code, 1);
    assert!(nothing.out.contains("Het regioplan noemt geen van deze onderwerpen."), "{}", nothing.out);
}

#[test]
fn what_the_dataset_concludes_is_marked_and_can_be_left_out() {
    let with = impactkaart("plan zuid-holland-noord");
    let without = impactkaart("plan zuid-holland-noord --no-inferred");
    assert!(with.out.contains("(afgeleid)") && !without.out.contains("(afgeleid)"));
    assert!(without.out.contains("hangt samen met: "), "stated ties stay");
    assert!(!impactkaart("plan utrecht --no-inferred --format json").out.contains("\"inferred\""));
}

#[test]
fn a_region_without_a_plan_is_told_which_regions_have_one() {
    let ran = impactkaart("plan zeeland");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("van Zeeland is hier geen regioplan; wel van") && ran.err.contains("Utrecht"));
    assert_eq!(impactkaart("plan nergenshuizen").code, 2);
    let open = impactkaart("plan utrecht --theme gerichte --open");
    assert!(open.code == 4 && open.err.contains("impactkaart plan utrecht --theme utrecht.plan."), "{}", open.err);
}

#[test]
fn the_comparison_lays_two_plans_side_by_side() {
    let ran = impactkaart("compare utrecht zuid-holland-noord --theme plan --format json");
    assert_eq!(ran.code, 0);
    let answer = json(&ran.out);
    assert_eq!(answer["themes"][0]["theme"], "plan");
    let row = &answer["themes"][0]["rows"][0];
    let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["topic", "a", "b", "elsewhere", "named_by"]);
    let text = impactkaart("compare utrecht zuid-holland-noord --theme plan");
    assert!(text.out.contains("transformatie 2 Gerichte preventie"), "the plan's own word");
    assert!(text.out.contains("(afgeleid)"));
    let stated = impactkaart("compare utrecht zuid-holland-noord --theme plan --no-inferred");
    assert!(!stated.out.contains("(afgeleid)"));
    let one = impactkaart("compare utrecht zeeland --theme plan");
    assert!(one.code == 1 && one.out.contains("Alleen van Utrecht is hier het regioplan, van Zeeland niet"));
    let none = json(&impactkaart("compare twente zeeland --format json").out);
    assert_eq!(none["themes"].as_array().unwrap().len(), 8, "where neither has a plan nothing is said of it");
}

#[test]
fn search_finds_plans_and_the_national_picture_and_filters_them() {
    let hits = |typed: &str| json(&impactkaart(&format!("search {typed} --format json")).out)["hits"].clone();
    let kinds = |typed: &str| {
        let kinds: std::collections::BTreeSet<String> =
            hits(typed).as_array().unwrap().iter().map(|h| h["kind"].as_str().unwrap().to_string()).collect();
        kinds.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(kinds("kind:plan zorg"), ["plan"]);
    assert_eq!(kinds("kind:national zorg"), ["national"]);
    assert_eq!(kinds("theme:preventie zorg"), ["action_line"], "themes are those of the impactkaart");
    assert_eq!(kinds("in:utrecht kind:national"), Vec::<String>::new());
    for hit in hits("in:utrecht kind:plan sector:ggz").as_array().unwrap() {
        assert_eq!((&hit["region"], &hit["part"]), (&Value::from("utrecht"), &Value::Null));
        assert!(hit["section"].is_string());
    }
    let first = &hits("topic:valpreventie")[0];
    let keys: Vec<&str> = first.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["id", "region", "part", "kind", "theme", "text", "spans", "section"]);
    let answer = json(&impactkaart("plan utrecht --format json").out);
    let tagged =
        all(&answer).iter().filter(|e| e["doelgroepen"].as_array().unwrap().contains(&"kanker".into())).count();
    assert_eq!(hits("in:utrecht kind:plan doelgroep:kanker").as_array().unwrap().len(), tagged);
}
