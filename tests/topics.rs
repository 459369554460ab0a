//! Topics and similar regions: the counts against a naive count over the files, the rules, and the commands.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Ran, impactkaart, impactkaart_in, region, tiny_files};
use impactkaart::cli::env::Env;
use impactkaart::dataset::{Dataset, RegionKind, TopicIx, embedded};
use impactkaart::query::find::{Place, find};
use impactkaart::query::find_topic::{NotFound, find as find_topic};
use impactkaart::query::matrix::{Filter, Naming, Own, Sort as RowSort, answer};
use impactkaart::query::portrait::Section;
use impactkaart::query::similar::Weights;
use impactkaart::query::topics::{Index, OFTEN, Scope, Sort, sections};
use impactkaart::texts::Lang;
use serde_json::Value as Json;

fn topic(dataset: &Dataset<'_>, id: &str) -> TopicIx {
    dataset.topic(id).unwrap()
}

fn kinds() -> [Option<RegionKind>; 3] {
    [None, Some(RegionKind::Zorgkantoor), Some(RegionKind::Roaz)]
}

/// An entry as the files have it: region, whether it is ROAZ, section, topics.
struct Plain {
    region: String,
    roaz: bool,
    section: String,
    topics: BTreeSet<String>,
}

/// All entries, read from the files without the library.
fn plain() -> Vec<Plain> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/regions");
    let mut all = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let region: Json = serde_json::from_slice(&std::fs::read(file.unwrap().path()).unwrap()).unwrap();
        let mut add = |entry: &Json, section: &str| {
            let topics = entry["topics"].as_array().unwrap().iter().map(|t| t.as_str().unwrap().to_string()).collect();
            let (id, roaz) = (region["id"].as_str().unwrap().to_string(), region["kind"] == "roaz");
            all.push(Plain { region: id, roaz, section: section.to_string(), topics });
        };
        region["developments"].as_array().unwrap().iter().for_each(|e| add(e, "developments"));
        region["action_lines"].as_array().unwrap().iter().for_each(|e| add(e, e["theme"].as_str().unwrap()));
        for row in region["focus"].as_array().unwrap() {
            row["actions"].as_array().unwrap().iter().for_each(|e| add(e, "focus"));
        }
    }
    all
}

#[test]
fn counts_are_those_of_a_naive_count_over_the_files() {
    let dataset = embedded().unwrap();
    let (index, all) = (Index::new(&dataset), plain());
    let unders: Vec<Option<Section>> = std::iter::once(None).chain(sections(&dataset).into_iter().map(Some)).collect();
    let mut counted = 0;
    for (ix, topic) in dataset.topics() {
        for (under, kind) in unders.iter().flat_map(|under| kinds().map(|kind| (*under, kind))) {
            let fits = |e: &&Plain| {
                e.topics.contains(topic.id.as_str())
                    && under.is_none_or(|s| s.id(&dataset) == e.section)
                    && kind.is_none_or(|k| (k == RegionKind::Roaz) == e.roaz)
            };
            let of = |roaz: bool| -> BTreeSet<&str> {
                all.iter().filter(fits).filter(|e| e.roaz == roaz).map(|e| e.region.as_str()).collect()
            };
            let tally = index.tally(&dataset, ix, Scope { under, kind });
            let naive = (of(false).len(), of(true).len(), all.iter().filter(fits).count());
            assert_eq!((tally.zorgkantoor, tally.roaz, tally.entries), naive, "{} {under:?} {kind:?}", topic.id);
            counted += tally.entries;
        }
    }
    assert!(counted > 10_000, "something was counted");
}

#[test]
fn who_says_what_holds_every_mention_once_under_its_region() {
    let dataset = embedded().unwrap();
    let index = Index::new(&dataset);
    for (ix, _) in dataset.topics() {
        let scope = Scope::default();
        let speakers = index.speakers(&dataset, ix, scope);
        let tally = index.tally(&dataset, ix, scope);
        assert_eq!(speakers.len(), tally.regions());
        let mut seen = BTreeSet::new();
        for speaker in &speakers {
            for says in &speaker.says {
                for entry in &says.entries {
                    assert!(seen.insert(*entry));
                    assert_eq!((dataset[*entry].region, dataset[*entry].part), (speaker.region, says.part));
                    assert!(dataset[*entry].topics.contains(&ix));
                }
            }
        }
        assert_eq!(seen.len(), tally.entries);
    }
}

#[test]
fn a_silence_is_no_topic_that_anybody_names() {
    let dataset = embedded().unwrap();
    let silence = dataset.silence_topic().unwrap();
    let index = Index::new(&dataset);
    let listed = index.list(&dataset, Lang::Nl, Scope::default(), Sort::Regions);
    assert_eq!(listed.len(), dataset.topics().len() - 1, "every other topic is named");
    assert!(listed.iter().all(|(topic, _)| *topic != silence));
    assert!(matches!(find_topic(&dataset, "geen-actielijn"), Err(NotFound::Unknown(_))));
    assert_eq!(Weights::new(&dataset).regions(silence), 0);
}

#[test]
fn lists_are_sorted_by_what_is_asked() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let index = Index::new(&dataset);
    let ids = |scope, sort| -> Vec<String> {
        let listed = index.list(&dataset, Lang::Nl, scope, sort);
        listed.iter().map(|(t, n)| format!("{} {}/{}", dataset[*t].id, n.regions(), n.entries)).collect()
    };
    let all = Scope::default();
    // Both are named by aa and bee; vergrijzing has five mentions and valpreventie four.
    assert_eq!(ids(all, Sort::Regions), ["vergrijzing 2/5", "valpreventie 2/4", "beeldbellen 1/1"]);
    assert_eq!(ids(all, Sort::Name), ["beeldbellen 1/1", "valpreventie 2/4", "vergrijzing 2/5"]);
    let focus = Scope { under: Some(Section::Focus), kind: None };
    assert_eq!(ids(focus, Sort::Entries), ["vergrijzing 1/2", "valpreventie 1/1"]);
    assert_eq!(ids(Scope { kind: Some(RegionKind::Roaz), under: None }, Sort::Name), Vec::<String>::new());
}

#[test]
fn what_stands_together_does_so_from_either_side_and_more_than_by_chance() {
    let dataset = embedded().unwrap();
    let (index, all) = (Index::new(&dataset), plain());
    let scope = Scope::default();
    let often: BTreeMap<TopicIx, Vec<_>> =
        dataset.topics().map(|(ix, _)| (ix, index.beside(&dataset, ix, scope))).collect();
    let mut pairs = 0;
    for (a, besides) in &often {
        for beside in besides {
            assert!(often[&beside.topic].iter().any(|b| b.topic == *a && b.entries == beside.entries));
            let (id_a, id_b) = (dataset[*a].id.as_str(), dataset[beside.topic].id.as_str());
            let with = |id: &str| all.iter().filter(|e| e.topics.contains(id)).count();
            let both: Vec<&Plain> = all.iter().filter(|e| e.topics.contains(id_a) && e.topics.contains(id_b)).collect();
            let regions: BTreeSet<&str> = both.iter().map(|e| e.region.as_str()).collect();
            assert_eq!((beside.entries, beside.regions), (both.len(), regions.len()), "{id_a} {id_b}");
            assert!(regions.len() >= OFTEN && both.len() * all.len() > with(id_a) * with(id_b));
            pairs += 1;
        }
    }
    assert!(pairs > 100, "{pairs}");
}

#[test]
fn a_topic_is_found_by_id_name_term_and_beginning() {
    let dataset = embedded().unwrap();
    let found = |asked: &str| find_topic(&dataset, asked).map(|t| dataset[t].id.to_string());
    let valpreventie = Ok("valpreventie".to_string());
    for asked in ["valpreventie", "Valpreventie", "valprev", "fall prevention", "VALPREVENTIE "] {
        assert_eq!(found(asked), valpreventie, "{asked}");
    }
    assert_eq!(found("welzijn op recept"), Ok("welzijn-op-recept".into()));
    assert_eq!(found("zorgcoordinatie"), found("zorgcoördinatie"));
    assert!(matches!(find_topic(&dataset, "ouderen"), Err(NotFound::Ambiguous(topics)) if topics.len() > 1));
    let Err(NotFound::Unknown(near)) = find_topic(&dataset, "valpreventei") else { panic!("no such topic") };
    assert_eq!(near.first().map(|t| dataset[*t].id.as_str()), Some("valpreventie"));
    for (ix, topic) in dataset.topics().filter(|(ix, _)| Some(*ix) != dataset.silence_topic()) {
        assert_eq!(find_topic(&dataset, &topic.id), Ok(ix), "{} leads to itself", topic.id);
    }
}

/// The topics that each region names, from the files.
fn named() -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in plain() {
        named.entry(entry.region).or_default().extend(entry.topics);
    }
    named
}

#[test]
fn likeness_is_the_rule_that_is_written_down_and_the_same_from_either_side() {
    let dataset = embedded().unwrap();
    let (weights, named) = (Weights::new(&dataset), named());
    let weight = |id: &String| (41.0 / named.values().filter(|t| t.contains(id)).count() as f64).ln();
    let sum = |topics: Vec<&String>| topics.into_iter().map(weight).sum::<f64>();
    for (a, one) in dataset.regions() {
        for alike in weights.similar(&dataset, Place::whole(a), None) {
            let (mine, theirs) = (&named[one.id.as_str()], &named[dataset[alike.place.region].id.as_str()]);
            let rule = sum(mine.intersection(theirs).collect()) / sum(mine.union(theirs).collect());
            assert!((alike.score - rule).abs() < 1e-9, "{}: {} and {rule}", one.id, alike.score);
            let back = weights.alike(&dataset, alike.place, Place::whole(a));
            assert_eq!(back.score, alike.score, "one score for a pair");
            assert_eq!((&back.shared, &back.only_asked), (&alike.shared, &alike.only_this));
            let names = alike.shared.len() + alike.only_asked.len() + alike.only_this.len();
            assert_eq!(names, mine.union(theirs).count());
            assert!(alike.shared.windows(2).all(|w| weights.regions(w[0]) <= weights.regions(w[1])), "heaviest first");
        }
    }
}

#[test]
fn a_region_is_wholly_like_itself_and_a_part_is_not_held_against_its_own_region() {
    let dataset = embedded().unwrap();
    let weights = Weights::new(&dataset);
    let zeeland = Place::whole(region(&dataset, "zeeland"));
    assert_eq!(weights.alike(&dataset, zeeland, zeeland).score, 1.0);
    let part = find(&dataset, "arnhem/achterhoek").unwrap();
    let others = weights.similar(&dataset, part, Some(RegionKind::Zorgkantoor));
    assert_eq!(others.len(), 30);
    assert!(others.iter().all(|alike| alike.place.region != part.region));
    assert!(others.windows(2).all(|w| w[0].score >= w[1].score));
}

#[test]
fn the_matrix_can_be_limited_to_the_regions_that_name_a_topic() {
    let dataset = embedded().unwrap();
    let index = Index::new(&dataset);
    let (topic, under) = (topic(&dataset, "valpreventie"), Some(Section::Focus));
    for under in [None, under] {
        let mut filter = Filter::default();
        filter.naming = Some(Naming { topic, under });
        let rows = answer(&dataset, &Own::default(), &filter, RowSort::Kind).rows;
        let regions: BTreeSet<_> = rows.iter().map(|row| dataset[*row].region).collect();
        let named = index.speakers(&dataset, topic, Scope { under, kind: None });
        assert_eq!(regions, named.iter().map(|s| s.region).collect());
        let mut cleared = filter;
        assert!(cleared.in_force());
        cleared.clear();
        assert!(!cleared.in_force());
    }
}

fn json(command: &str) -> Json {
    let Ran { code, out, err } = impactkaart(&format!("{command} --format json"));
    assert_eq!(code, 0, "{command}: {err}");
    serde_json::from_str(&out).unwrap()
}

fn keys(value: &Json) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_json_of_topics_has_the_fields_of_the_issue_first() {
    let all = json("topics");
    assert_eq!(all.as_array().unwrap().len(), 109);
    let first = &all[0];
    assert_eq!(keys(first)[..4], ["id", "name", "regions", "entries"]);
    assert_eq!(first["id"], "digitale-zorg");
    assert_eq!(
        first["regions"].as_u64(),
        Some(first["zorgkantoor"].as_u64().unwrap() + first["roaz"].as_u64().unwrap())
    );
    let entries = |t: &Json| t["themes"].as_object().unwrap().values().map(|n| n["entries"].as_u64().unwrap()).sum();
    assert!(all.as_array().unwrap().iter().all(|t| t["entries"].as_u64() == Some(entries(t))), "themes add up");
    let under = json("topics --theme digitale-zorg --kind roaz --sort name");
    assert!(under.as_array().unwrap().iter().all(|t| t["zorgkantoor"] == 0 && keys(&t["themes"]) == ["digitale-zorg"]));
}

#[test]
fn the_json_of_a_topic_says_who_says_what() {
    let one = json("topics valpreventie");
    assert_eq!(keys(&one), ["topic", "theme", "kind", "regions", "together"]);
    let regions = one["regions"].as_array().unwrap();
    assert_eq!(one["topic"]["regions"].as_u64(), Some(regions.len() as u64));
    let entry = &regions[0]["entries"][0];
    assert_eq!(keys(&regions[0]), ["region", "kind", "entries"]);
    assert_eq!(keys(entry)[..4], ["kind", "under", "id", "part"]);
    assert!(entry["source"]["page"].is_number());
}

#[test]
fn the_json_of_similar_has_scores_and_reasons() {
    let one = json("similar zuid holland noord --limit 3");
    assert_eq!(keys(&one), ["region", "part", "kind", "rule", "regions"]);
    assert_eq!(one["kind"], "zorgkantoor", "a region is held against its own kind");
    let regions = one["regions"].as_array().unwrap();
    assert_eq!(regions.len(), 3);
    assert_eq!(keys(&regions[0]), ["region", "kind", "name", "score", "shared", "only_asked", "only_this"]);
    assert!(regions[0]["shared"][0]["weight"].as_f64().unwrap() > 0.0);
    let all = json("similar roaz zwolle --kind all --limit 100");
    assert_eq!(all["regions"].as_array().unwrap().len(), 40);
}

#[test]
fn the_text_says_its_rule_fits_its_width_and_can_be_ascii() {
    for command in ["topics", "topics valpreventie", "topics --theme focus", "similar zeeland --kind all"] {
        for width in [40, 60, 80, 120] {
            let Ran { code, out, .. } = impactkaart(&format!("{command} --width {width} --ascii"));
            assert_eq!(code, 0);
            assert!(out.is_ascii());
            let longest = out.lines().map(str::len).max().unwrap();
            assert!(longest <= width, "{command} at {width}: {longest}\n{out}");
        }
    }
    let similar = impactkaart("similar zeeland").out;
    assert!(similar.contains("Gelijkenis: het gewicht van wat beide noemen"), "{similar}");
    assert!(impactkaart("topics valpreventie").out.contains("meer dan toeval zou geven"));
}

#[test]
fn exit_codes_tell_no_hit_from_wrong_use() {
    for (command, code, said) in [
        ("topics ouderen", 2, "past bij meer dan één onderwerp"),
        ("topics valpreventei", 2, "bedoelde u \"valpreventie\""),
        ("topics geen-actielijn", 2, "geen onderwerp \"geen-actielijn\""),
        ("topics valpreventie --theme prijs", 2, "geen thema \"prijs\""),
        ("similar zeelnd", 2, "bedoelde u \"zeeland\""),
        ("topics valpreventie --open", 4, "`impactkaart topics valpreventie`"),
        (
            "topics --theme focus --kind roaz --sort name --open",
            4,
            "`impactkaart topics --theme focus --kind roaz --sort name`",
        ),
        ("similar zeeland --kind all --open", 4, "`impactkaart similar zeeland --kind all`"),
    ] {
        let ran = impactkaart(command);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{command}: {}", ran.err);
        assert!(ran.err.contains(said), "{command}: {}", ran.err);
    }
    let none = impactkaart("topics valpreventie --theme contractering");
    assert_eq!(none.code, 1);
    assert!(none.out.contains("Geen regio noemt dit bij deze keuze."), "{}", none.out);
    let english = Env { locale: "en_GB.UTF-8".into(), messages: "en_GB.UTF-8".into(), ..Env::default() };
    assert!(impactkaart_in("topics valpreventie", &english).out.starts_with("Fall prevention\n"));
}
