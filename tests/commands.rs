//! The commands as black boxes: what is typed, what comes out, with which exit code.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use common::{impactkaart, impactkaart_in, tiny_folder};
use impactkaart::cli::env::Env;
use impactkaart::dataset::{Axis, embedded};
use serde_json::Value;

fn tiny(command: &str) -> common::Ran {
    impactkaart(&format!("{command} --data {}", tiny_folder().display()))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn list_names_the_regions_with_their_parts_and_counts() {
    let ran = tiny("list");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "Zorgkantoorregio's\n\
         aa        Aâland (1 ontwikkeling, 3 actielijnen)\n  aa/noord  Aa Noord\n  aa/zuid  Aa Zuid\n\
         bee       Bee (1 ontwikkeling, 2 actielijnen)\n\
         \n\
         ROAZ-regio's\n\
         roaz-bee  Bee (0 ontwikkelingen, 0 actielijnen)\n  roaz-bee/dal  Het Dal\n"
    );
    assert!(!tiny("list --kind roaz").out.contains("Aâland"));
}

#[test]
fn list_as_json_is_an_array_of_regions_with_counts() {
    let list = json(&impactkaart("list --format json").out);
    assert_eq!(list.as_array().unwrap().len(), 41);
    let zeeland = list.as_array().unwrap().iter().find(|r| r["id"] == "zeeland").unwrap();
    let keys: Vec<&str> = zeeland.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["id", "kind", "name", "parts", "developments", "action_lines"]);
    assert!(zeeland["developments"].as_u64().unwrap() >= 4 && zeeland["action_lines"].as_u64().unwrap() > 20);
}

#[test]
fn show_says_all_of_a_region_in_the_order_of_the_source() {
    let ran = tiny("show aa");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let expected = "\
Aâland (zorgkantoorregio)
1 ontwikkeling, 3 actielijnen, 1 focusactie

Verwachte ontwikkelingen
Hele regio:
- De vergrijzing neemt toe.
    Vergrijzing; p. 1

Preventie en voorlichting
Hele regio:
- Coördinatie met de gemeente.
    Vergrijzing; p. 2
Aa Noord:
- Valpartijen bij ouderen voorkomen.
    Valpreventie; p. 2
Aa Zuid:
- Vallen tegengaan met de ggz.
    Valpreventie; p. 2

Digitale zorg
Aa Noord:
- Het plan noemt bij dit thema niets (de bron toont een streepje).
    p. 2

Focus op sectoren en doelgroepen
Sectoren: 2 van 4 gemarkeerd
- onbekend: Ziekenhuiszorg ?, Geestelijke gezondheidszorg ?, Wijkverpleging ?2, Sociaal domein ?1 (de bron verloor onder welke kolom de V's staan)
Doelgroepen: 1 van 3 gemarkeerd, 1 tekstvak
- ja: Kwetsbare ouderen (een tekstvak noemt de doelgroep of laat geen twijfel)
- nee: Mensen met psychische problemen, Mensen met kanker (alle V's van de rij horen bij andere kolommen)
Tekstvak 1: Kwetsbare ouderen (genoemd in het tekstvak)
- Kwetsbare ouderen thuis helpen.
    Valpreventie; p. 3

Opmerkingen bij de bron
- Een woord brak af.
    p. 3

bron: De kaart
";
    assert_eq!(ran.out, expected);
}

#[test]
fn show_narrows_to_a_theme_and_a_part() {
    let ran = tiny("show aa --theme preventie --part noord");
    assert!(ran.out.starts_with("Aa Noord (deel van zorgkantoorregio Aâland)\n"), "{}", ran.out);
    assert!(
        ran.out.contains("Valpartijen bij ouderen") && ran.out.contains("Coördinatie"),
        "its own and the whole region's"
    );
    assert!(!ran.out.contains("Vallen tegengaan") && !ran.out.contains("Digitale zorg"), "{}", ran.out);
    assert_eq!(tiny("show aa/noord --theme digitaal").code, 0, "a theme by its short name");
}

#[test]
fn namesakes_are_told_apart() {
    assert!(tiny("show bee").out.contains("niet te verwarren met Bee (ROAZ-regio)"));
    assert!(tiny("show roaz bee").out.starts_with("Bee (ROAZ-regio)\n"));
}

#[test]
fn show_as_json_resolves_every_cell() {
    let region = json(&tiny("show aa --format json").out);
    let cells = &region["focus"][0]["sectors"]["cells"];
    assert_eq!(
        cells["wijkverpleging"],
        serde_json::json!({
            "value": "unknown", "ground": "column_lost",
            "evidence": ["aa.noord.preventie.1", "aa.focus.kwetsbare-ouderen.1"]
        })
    );
    let cells = &region["focus"][0]["doelgroepen"]["cells"];
    assert_eq!(cells["kwetsbare-ouderen"]["value"], "yes");
    assert_eq!(cells["kanker"], serde_json::json!({"value": "no", "ground": "remainder", "evidence": []}));
    assert_eq!(region["silent_themes"][0]["reason"], "dash");
    assert_eq!(region["developments"][0]["figures"][0]["to"], serde_json::json!({"year": 2040, "value": 25.5}));
}

#[test]
fn every_region_can_be_shown_in_both_forms_with_all_17_cells_a_row() {
    let dataset = embedded().unwrap();
    for (_, region) in dataset.regions() {
        let text = impactkaart(&format!("show {}", region.id));
        assert_eq!((text.code, text.err.as_str()), (0, ""), "{}", region.id);
        assert!(text.out.starts_with(&*region.name), "{}", region.id);
        let answer = json(&impactkaart(&format!("show {} --format json", region.id)).out);
        for focus in answer["focus"].as_array().unwrap() {
            let count = |axis: Axis| focus[axis.key()]["cells"].as_object().unwrap().len();
            assert_eq!((count(Axis::Sectors), count(Axis::Doelgroepen)), (12, 5));
        }
    }
}

#[test]
fn what_is_wrong_is_named_with_the_remedy_and_exit_2() {
    for (command, message) in [
        ("show zeelnd", "geen regio \"zeelnd\"; bedoelde u \"zeeland\""),
        ("show noord", "past bij meer dan één regio: noord-en-midden-limburg, noord-holland-noord, noordoost-brabant"),
        ("show xyzzy", "`impactkaart list` noemt ze alle"),
        ("show zeeland --theme digitaal-zorg", "geen thema \"digitaal-zorg\"; toegestaan: preventie, rondom-client"),
        (
            "show arnhem --part oost",
            "Arnhem heeft geen deel \"oost\"; toegestaan: achterhoek, centraal-gelderland, gelderse-vallei",
        ),
        ("show zeeland --part oost", "Zeeland heeft geen delen"),
        ("list --kind gemeente", "\"gemeente\" is geen waarde voor --kind; toegestaan: zorgkantoor, roaz"),
    ] {
        let ran = impactkaart(command);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command}");
        assert!(ran.err.contains(message), "{command}: {}", ran.err);
    }
}

#[test]
fn several_mistakes_are_told_together() {
    let ran = impactkaart("show zeelnd --theme xyz");
    assert!(ran.err.contains("geen regio") && ran.err.contains("geen thema"), "{}", ran.err);
}

#[test]
fn a_stray_region_beside_a_command_is_an_error() {
    let ran = impactkaart("zeeland list");
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
}

#[test]
fn without_a_terminal_the_screen_names_the_command_to_use_instead() {
    let ran = impactkaart("zeeland");
    assert_eq!((ran.code, ran.out.as_str()), (4, ""));
    assert!(ran.err.contains("`impactkaart show zeeland`"), "{}", ran.err);
    assert!(impactkaart("").err.contains("`impactkaart list`"));
}

#[test]
fn without_a_terminal_open_names_the_whole_command_to_use_instead() {
    for command in [
        "matrix",
        "matrix --sector msz,ggz --doelgroep kwetsbare-ouderen --not efz --match any --strength certain --kind roaz \
         --own --min-sectors 3 --min-doelgroepen 1 --sort sectors",
        "matrix --sort ggz",
        "compare zeeland twente",
        "compare arnhem/achterhoek zeeland --theme digitale-zorg --only differences --columns 1",
        "compare zeeland roaz-limburg --theme figures --only shared --columns 2",
        "search valpreventie",
        "show zeeland --theme preventie",
    ] {
        let ran = impactkaart(&format!("{command} --open"));
        assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{command}");
        let instead = ran.err.replace('\'', "");
        assert!(instead.contains(&format!("`impactkaart {command}`")), "{command}: {}", ran.err);
    }
    let ran = tiny("compare aa bee --open");
    assert!(
        ran.err.contains(&format!("`impactkaart compare aa bee --data '{}'`", tiny_folder().display())),
        "{}",
        ran.err
    );
    assert_eq!(impactkaart("matrix --sector nergens --open").code, 2, "what is wrong is told first");
    assert_eq!(impactkaart("compare zeeland zeeland --open").code, 2);
}

#[test]
fn the_language_follows_the_locale_and_the_option() {
    assert!(impactkaart("show zeeland").out.contains("Verwachte ontwikkelingen"));
    assert!(impactkaart("show zeeland --lang en").out.contains("Expected developments"));
    let english = Env { locale: "en_GB.UTF-8".into(), messages: "en_GB.UTF-8".into(), ..Env::default() };
    assert!(impactkaart_in("show zeeland", &english).out.contains("Expected developments"));
}

#[test]
fn text_wraps_to_the_width_and_stays_whole_when_piped() {
    let narrow = impactkaart("show zeeland --width 40").out;
    assert!(narrow.lines().all(|l| unicode_width::UnicodeWidthStr::width(l) <= 40), "{narrow}");
    let whole = impactkaart("show zeeland").out;
    assert!(whole.lines().any(|l| l.chars().count() > 100));
}

#[test]
fn emphasis_only_on_a_terminal_unless_asked_for_and_never_with_no_color() {
    let terminal = Env { stdout_terminal: true, locale: "nl_NL.UTF-8".into(), ..Env::default() };
    assert!(impactkaart_in("list", &terminal).out.contains('\u{1b}'));
    let quiet = Env { no_color: true, ..terminal.clone() };
    assert!(!impactkaart_in("list", &quiet).out.contains('\u{1b}'));
    assert!(!impactkaart("list").out.contains('\u{1b}'));
    assert!(impactkaart("list --color always").out.contains('\u{1b}'));
    assert!(!impactkaart_in("list --color never", &terminal).out.contains('\u{1b}'));
}

#[test]
fn ascii_leaves_no_other_letters() {
    let ran = impactkaart("show friesland --ascii");
    assert!(ran.out.is_ascii() && ran.out.contains("Friesland"), "{:?}", ran.out.chars().find(|c| !c.is_ascii()));
    let terminal = Env { stdout_terminal: true, locale: "C".into(), no_color: true, ..Env::default() };
    assert!(impactkaart_in("show friesland", &terminal).out.is_ascii(), "a terminal without UTF-8");
}

#[test]
fn validate_finds_the_bundled_dataset_in_order() {
    let ran = impactkaart("validate");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("41 regio's, 46 matrixrijen"), "{}", ran.out);
}

#[test]
fn help_has_an_example_for_every_command() {
    for command in ["list", "show", "validate"] {
        let ran = impactkaart(&format!("{command} --help"));
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains(&format!("impactkaart {command}")) && ran.out.contains("Voorbeeld"), "{}", ran.out);
    }
    assert!(impactkaart("--help").out.contains("Exitcodes: 0 gedaan"));
}

/// A writer whose reader has gone.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let args = ["impactkaart", "show", "zeeland"].map(std::ffi::OsString::from);
    let mut err = Vec::new();
    let code = impactkaart::cli::run::run(args, &Env::default(), &mut Closed, &mut err);
    assert_eq!((code, err.as_slice()), (0, &[][..]));
}

#[test]
fn a_topic_is_found_by_its_dutch_name_in_both_languages_and_by_its_english_one_in_english() {
    for command in
        ["search valpreventie --lang nl", "search valpreventie --lang en", "search fall prevention --lang en"]
    {
        let ran = tiny(command);
        assert!(ran.code == 0 && ran.out.contains("Valpartijen bij ouderen voorkomen."), "{command}: {}", ran.out);
    }
    assert_eq!(tiny("search fall prevention --lang nl").code, 1);
}

#[test]
fn a_change_of_a_figure_has_no_noise_of_binary_fractions() {
    let answer = json(&impactkaart("compare zeeland zuid-holland-noord --format json").out);
    assert_eq!(answer["figures"][0]["a"][0]["change"], 5.4);
}

#[test]
fn one_section_of_a_region_is_shown_by_its_id_as_a_theme_is() {
    let focus = tiny("show aa --theme focus").out;
    assert!(focus.contains("Focus op sectoren") && !focus.contains("Preventie en voorlichting"), "{focus}");
    let developments = json(&tiny("show aa --theme developments --format json").out);
    assert_eq!(developments["theme"], "developments");
    let wrong = tiny("show aa --theme fokus");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("developments, focus, notes"), "{}", wrong.err);
}

#[test]
fn a_part_named_twice_is_told_and_not_silently_replaced() {
    assert_eq!(tiny("show aa/noord --part noord").code, 0);
    let ran = tiny("show aa/noord --part zuid");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("\"aa/noord\" is al een deel"), "{}", ran.err);
}

#[test]
fn a_slip_in_the_name_of_a_filter_is_told_and_not_searched_for_as_text() {
    let ran = impactkaart("search sektor:ggz");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("\"sektor\" is geen filter; toegestaan: in:, theme:, topic:, sector:"), "{}", ran.err);
}

#[test]
fn help_and_wrong_use_speak_the_language_of_the_person() {
    let help = impactkaart("matrix --help --lang nl");
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Gebruik: impactkaart matrix [OPTIES]") && !help.out.contains("Usage"), "{}", help.out);
    assert!(impactkaart("matrix --help --lang en").out.contains("Usage: impactkaart matrix [OPTIONS]"));
    let wrong = impactkaart("list --knd roaz --lang nl");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("onbekend: \"--knd\"; bedoelde u \"--kind\"?"), "{}", wrong.err);
    assert_eq!(impactkaart("matrix --open --format json").code, 2);
}
