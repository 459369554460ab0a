//! Finding a region by what a person types, on the tiny dataset and on the real one.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::tiny_files;
use impactkaart::dataset::{Dataset, embedded};
use impactkaart::query::find::{NotFound, find, narrow};

fn found(dataset: &Dataset<'_>, asked: &str) -> String {
    match find(dataset, asked) {
        Ok(place) => place.id(dataset),
        Err(NotFound::Ambiguous { candidates, .. }) => {
            let ids: Vec<String> = candidates.iter().map(|p| p.id(dataset)).collect();
            format!("one of {}", ids.join(", "))
        }
        Err(NotFound::Unknown { near, .. }) => {
            let ids: Vec<String> = near.iter().map(|p| p.id(dataset)).collect();
            format!("none, perhaps {}", ids.join(", "))
        }
    }
}

#[test]
fn ranks_go_from_id_over_name_other_name_and_part_to_beginning() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    for (asked, place) in [
        ("bee", "bee"),
        ("roaz-bee", "roaz-bee"),
        ("roaz bee", "roaz-bee"),
        ("aaland", "aa"),
        ("AÂLAND", "aa"),
        ("het aa", "aa"),
        ("Aa Noord", "aa/noord"),
        ("aa/zuid", "aa/zuid"),
        ("het d", "roaz-bee/dal"),
    ] {
        assert_eq!(found(&dataset, asked), place, "{asked}");
    }
}

#[test]
fn the_real_regions_are_found_as_people_type_them() {
    let dataset = embedded().unwrap();
    for (asked, place) in [
        ("fryslan", "friesland"),
        ("Fryslân", "friesland"),
        ("t gooi", "gooi"),
        ("‘t Gooi", "gooi"),
        ("zwolle", "zwolle"),
        ("roaz zwolle", "roaz-zwolle"),
        ("kennemerland", "kennemerland"),
        ("zuid holland noord", "zuid-holland-noord"),
        ("arnhem/achterhoek", "arnhem/achterhoek"),
        ("achterhoek", "arnhem/achterhoek"),
        ("zee", "zeeland"),
        (
            "holland noord",
            "one of noord-holland-noord, zuid-holland-noord, roaz-noord-holland-flevoland/noord-holland-noord",
        ),
    ] {
        assert_eq!(found(&dataset, asked), place, "{asked}");
    }
    assert!(found(&dataset, "zeelnd").starts_with("none, perhaps zeeland"), "a near miss says what was meant");
    assert_eq!(found(&dataset, "xyzzy"), "none, perhaps ");
    assert!(found(&dataset, "noord").starts_with("one of "), "a tie lists the candidates");
}

#[test]
fn every_region_is_found_by_its_id_and_every_part_by_region_and_part() {
    let dataset = embedded().unwrap();
    for (ix, region) in dataset.regions() {
        assert_eq!(find(&dataset, &region.id).unwrap().region, ix);
        for part in &region.parts {
            assert_eq!(found(&dataset, &format!("{}/{}", region.id, part.id)), format!("{}/{}", region.id, part.id));
        }
    }
}

#[test]
fn narrowing_keeps_names_that_hold_the_words_and_else_takes_letters_that_lie_apart() {
    let dataset = embedded().unwrap();
    let names = |typed: &str| -> Vec<String> { narrow(&dataset, typed).iter().map(|(p, _)| p.id(&dataset)).collect() };
    assert_eq!(names("zeela"), ["zeeland"]);
    assert!(names("zlnd").contains(&"zeeland".to_string()));
    assert!(names("").len() > dataset.regions().len(), "all regions with their parts");
}
