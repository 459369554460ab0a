//! How concretely regions word their lines: the counts over the real dataset, held against the rule's own parts, the
//! order, the groups, the command.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::{impactkaart, region, tiny_files};
use impactkaart::dataset::{EntryKind, RegionKind, embedded};
use impactkaart::query::concrete::{Asked, Concrete, Mark, Sort};
use serde_json::Value;

fn json(command: &str) -> Value {
    let ran = impactkaart(command);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn action_lines_and_focus_actions_count_and_developments_do_not() {
    let dataset = embedded().unwrap();
    let concrete = Concrete::new(&dataset);
    let counted = dataset.entries().filter(|(_, e)| e.kind != EntryKind::Development).count();
    assert_eq!(concrete.total(&dataset, None).entries, counted);
    for (ix, _) in dataset.regions() {
        let tally = concrete.row(ix).unwrap().tally;
        assert_eq!(tally.entries, concrete.of(&dataset, ix).count());
        for mark in Mark::ALL {
            let [with, without] = concrete.groups(&dataset, ix, mark);
            assert_eq!((with.len(), with.len() + without.len()), (tally.with(mark), tally.entries));
            assert!(with.iter().all(|(_, said)| said.has(mark)) && without.iter().all(|(_, said)| !said.has(mark)));
        }
    }
}

#[test]
fn every_year_in_a_line_is_found_and_nothing_else_is_taken_for_one() {
    let dataset = embedded().unwrap();
    let concrete = Concrete::new(&dataset);
    for (ix, _) in dataset.regions() {
        for (entry, said) in concrete.of(&dataset, ix) {
            // Another way to look: four digits between what is no digit and no letter, from 1900 to 2100.
            let text: Vec<char> = dataset[entry].text.chars().collect();
            let alone = |i: usize| text.get(i).is_none_or(|c| !c.is_alphanumeric());
            let year = (0..text.len()).any(|i| {
                let four: String = text.iter().skip(i).take(4).collect();
                four.len() == 4
                    && four.parse::<u16>().is_ok_and(|y| (1900..=2100).contains(&y))
                    && (i == 0 || alone(i - 1))
                    && alone(i + 4)
            });
            assert_eq!(said.has(Mark::Year), year, "{}", dataset[entry].text);
        }
    }
}

#[test]
fn a_doelgroep_that_only_the_place_of_its_box_tells_does_not_count() {
    let files = tiny_files();
    let dataset = files.decode().unwrap();
    let concrete = Concrete::new(&dataset);
    for (ix, _) in dataset.regions() {
        for (entry, said) in concrete.of(&dataset, ix) {
            let held = &dataset[entry];
            let unsure = matches!(held.kind, EntryKind::Focus(f) if matches!(f.basis.key(), "order" | "unclear"));
            assert_eq!(said.has(Mark::Doelgroep), !unsure && !held.doelgroepen.is_empty(), "{}", held.id);
        }
    }
    assert_eq!(concrete.row(region(&dataset, "aa")).unwrap().tally.with(Mark::Doelgroep), 2);
}

#[test]
fn regions_stand_by_share_and_equal_shares_by_number_then_by_name() {
    let dataset = embedded().unwrap();
    let concrete = Concrete::new(&dataset);
    for mark in Mark::ALL {
        let asked = Asked { mark, ..Asked::default() };
        let rows = concrete.rows(&dataset, asked);
        assert_eq!(rows.len(), 41);
        for pair in rows.windows(2) {
            let (a, b) = (pair[0].tally, pair[1].tally);
            assert!(a.with(mark) * b.entries >= b.with(mark) * a.entries, "{mark:?}");
        }
        let roaz = concrete.rows(&dataset, Asked { kind: Some(RegionKind::Roaz), ..asked });
        assert_eq!(roaz.len(), 10);
    }
    let by_name = concrete.rows(&dataset, Asked { sort: Sort::Name, ..Asked::default() });
    assert_eq!(&*dataset[by_name[0].region].id, "amstelland-meerlanden");
}

#[test]
fn the_command_says_the_rule_the_numbers_and_what_it_does_not_see() {
    let ran = impactkaart("concrete --mark year --kind roaz");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in ["geen oordeel", "Jaartal: van 1900 tot en met 2100", "Naam van een partij", "niet in de regioplannen"]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    assert!(ran.out.lines().any(|line| line.starts_with("ROAZ Limburg*")), "few lines are told: {}", ran.out);
    assert!(!ran.out.contains("Zeeland "), "{}", ran.out);
    assert!(
        ran.out.contains("(tellen niet mee): ") && ran.out.contains("ROAZ Euregio 3"),
        "silence is told: {}",
        ran.out
    );
    let narrow = impactkaart("concrete --width 40");
    assert!(narrow.out.lines().all(|line| line.chars().count() <= 40), "{}", narrow.out);
    let all = json("concrete --format json");
    let sum =
        |key: &str| all["regions"].as_array().unwrap().iter().map(|r| r["counts"][key].as_u64().unwrap()).sum::<u64>();
    for key in ["entries", "figure", "year", "doelgroep", "named"] {
        assert_eq!(all["totals"]["all"][key], sum(key), "{key}");
        let kinds = ["zorgkantoor", "roaz"].map(|kind| all["totals"][kind][key].as_u64().unwrap());
        assert_eq!(kinds.iter().sum::<u64>(), sum(key), "{key}");
    }
    assert!(all["rule"]["no_names"]["words"].as_array().unwrap().contains(&"VVT".into()));
}

#[test]
fn of_a_region_every_line_is_told_with_what_makes_it_count() {
    let all = json("concrete amsterdam --format json");
    assert_eq!(all["region"], "amsterdam");
    let lines = all["lines"].as_array().unwrap();
    assert_eq!(all["counts"]["entries"], lines.len());
    for mark in Mark::ALL.map(Mark::key) {
        let with = lines.iter().filter(|l| !l[mark].as_array().unwrap().is_empty()).count();
        assert_eq!(all["counts"][mark], with, "{mark}");
        assert!(lines.iter().all(|l| {
            l["marks"].as_array().unwrap().contains(&mark.into()) != l[mark].as_array().unwrap().is_empty()
        }));
    }
    let ran = impactkaart("concrete arnhem/achterhoek --mark named");
    assert!(ran.out.contains("Arnhem (zorgkantoorregio)"), "an entry of a part belongs to its region: {}", ran.out);
    assert!(ran.out.contains("Telt mee: ") && ran.out.contains("Telt niet mee: "), "{}", ran.out);
    assert!(ran.out.contains("Achterhoek · "), "and the part is said: {}", ran.out);
}

#[test]
fn wrong_use_is_told_with_what_is_allowed() {
    let ran = impactkaart("concrete --mark maand");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("figure, year, doelgroep, named"), "{}", ran.err);
    assert_eq!(impactkaart("concrete atlantis").code, 2);
    assert_eq!(impactkaart("concrete zeeland --kind roaz").code, 2);
}
