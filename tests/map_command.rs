//! `map` and `figures` as black boxes: arguments in; output, messages and exit code out.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::{impactkaart, impactkaart_in, tiny_folder};
use impactkaart::cli::env::Env;
use serde_json::Value as Json;

fn json(command: &str) -> Json {
    let ran = impactkaart(&format!("{command} --format json"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn tiny(command: &str) -> String {
    let ran = impactkaart(&format!("{command} --data {}", tiny_folder().display()));
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

#[test]
fn the_map_on_the_tiny_dataset_as_text() {
    insta::assert_snapshot!("map_sectors", tiny("map"));
    insta::assert_snapshot!("map_column_ascii", tiny("map ggz --strength possible --ascii"));
    insta::assert_snapshot!("map_figure_change", tiny("map figure:aandeel-65-plus --at change"));
}

#[test]
fn the_figures_on_the_tiny_dataset_as_text() {
    insta::assert_snapshot!("figures", tiny("figures"));
    insta::assert_snapshot!("figures_metric", tiny("figures aandeel-65-plus --sort start"));
    insta::assert_snapshot!("figures_narrow_ascii", tiny("figures aandeel-65-plus --width 40 --ascii"));
}

#[test]
fn the_map_fits_the_width_and_can_be_ascii() {
    for width in [42, 60, 80] {
        let ran = impactkaart(&format!("map zuid --width {width} --ascii"));
        assert_eq!(ran.code, 2, "zuid is nothing: {}", ran.out);
        let ran = impactkaart(&format!("map ggz --width {width} --ascii"));
        assert!(ran.out.is_ascii() && ran.out.lines().all(|l| l.len() <= width), "{}", ran.out);
    }
}

#[test]
fn every_region_stands_in_the_list_once_and_none_as_zero() {
    let ran = impactkaart("map topic:valpreventie");
    for name in ["Zeeland (Zeel) 3", "noemt niet: ", "Twente (Twen)"] {
        assert!(ran.out.contains(name), "{name}: {}", ran.out);
    }
    let (_, list) = ran.out.split_once("Per stap").unwrap();
    assert!(!list.contains(" 0"), "{list}");
    for name in ["(Zeel)", "(Twen)", "ROAZ Oost", "ROAZ Euregio"] {
        assert_eq!(list.matches(name).count(), 1, "{name}: {list}");
    }
}

#[test]
fn the_json_of_the_map_holds_every_region_with_its_step() {
    let map = json("map ggz --strength zeker");
    assert_eq!(map["choice"]["id"], "sector:ggz");
    assert_eq!(map["choice"]["strength"], "certain");
    let regions = map["regions"].as_array().unwrap();
    assert_eq!(regions.len(), 41);
    let gooi = regions.iter().find(|r| r["region"] == "gooi").unwrap();
    assert_eq!((&gooi["value"], gooi["step"].as_u64()), (&Json::from("certain"), Some(2)));
    let zeeland = regions.iter().find(|r| r["region"] == "zeeland").unwrap();
    assert_eq!((&zeeland["value"], &zeeland["step"]), (&Json::from("unknown"), &Json::Null));
    let many = regions.iter().find(|r| r["region"] == "roaz-noord-holland-flevoland").unwrap();
    assert_eq!(many["rows"].as_array().unwrap().len(), 6);
    assert_eq!(map["without_tile"].as_array().unwrap().len(), 10);
}

#[test]
fn the_json_of_the_figures_has_both_ends_with_their_years_and_who_gives_none() {
    let all = json("figures");
    assert_eq!(all.as_array().unwrap().len(), 7);
    assert_eq!(all[0]["regions"], 8);
    let one = json("figures demografische-druk --sort begin");
    let first = &one["figures"][0];
    assert_eq!((&first["region"], &first["from"]["year"]), (&Json::from("drenthe"), &Json::from(2023)));
    assert_eq!(one["without"].as_array().unwrap().len(), 33);
    assert_eq!(one["years_differ"], true, "'t Gooi names no year");
}

#[test]
fn what_is_wrong_is_told_with_what_is_allowed() {
    let ran = impactkaart("map preventie");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("theme:preventie, topic:preventie"), "{}", ran.err);
    let ran = impactkaart("map sectors --strength certain --at change --own");
    assert_eq!(ran.err.lines().count(), 3, "{}", ran.err);
    let ran = impactkaart("figures leeftijd");
    assert!(ran.code == 2 && ran.err.contains("demografische-druk, aandeel-65-plus"), "{}", ran.err);
    let ran = impactkaart("figures aandeel");
    assert!(ran.code == 2 && ran.err.contains("aandeel-80-plus"), "{}", ran.err);
}

#[test]
fn where_there_is_no_terminal_the_screen_names_the_same_command() {
    for command in [
        "map doelgroep:kanker --strength certain",
        "map figure:aandeel-65-plus --at start",
        "figures ziekteverzuim --sort name",
    ] {
        let ran = impactkaart(&format!("{command} --open"));
        assert!(ran.code == 4 && ran.err.contains(&format!("`impactkaart {command}`")), "{}", ran.err);
    }
}

#[test]
fn both_languages_say_it() {
    let env = Env { locale: "en_GB.UTF-8".into(), messages: "en_GB.UTF-8".into(), ..Env::default() };
    let ran = impactkaart_in("map ggz", &env);
    assert!(ran.out.contains("Sector Mental health care: evidenced"), "{}", ran.out);
    let ran = impactkaart_in("figures bevolkingsgroei", &env);
    assert!(ran.out.contains("11.8% (2040), only end"), "{}", ran.out);
}
