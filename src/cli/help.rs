//! Help and usage errors in the person's language. clap knows English only: its definitions are given Dutch words from
//! the table below, what it prints of its own is put into Dutch, and its errors are told in the manner of ours.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use super::args::Cli;
use crate::texts::{Lang, Msg};

/// What was typed could not be read as a command, or asks for help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Help or version, for standard output.
    Help(String),
    /// What is wrong, each with its remedy, for standard error.
    Wrong(Vec<String>),
}

/// The definitions in a language.
pub fn command(lang: Lang) -> Command {
    match lang {
        Lang::En => Cli::command(),
        Lang::Nl => dutch(Cli::command(), ""),
    }
}

/// The language that `--lang` asks for, in arguments that could not be read.
pub fn asked_lang(args: &[OsString]) -> Option<Lang> {
    let of = |word: &str| match word {
        "nl" => Some(Lang::Nl),
        "en" => Some(Lang::En),
        _ => None,
    };
    let mut args = args.iter().map(|a| a.to_string_lossy());
    while let Some(arg) = args.next() {
        if let Some(word) = arg.strip_prefix("--lang=") {
            return of(word);
        }
        if arg == "--lang" {
            return args.next().and_then(|word| of(&word));
        }
    }
    None
}

/// What clap could not read, told in a language.
pub fn tell(args: &[OsString], lang: Lang) -> Told {
    match command(lang).try_get_matches_from(args) {
        // What clap reads with the words of one language it reads with those of the other.
        Ok(_) => Told::Wrong(Vec::new()),
        Err(e) if !e.use_stderr() => Told::Help(own_words(&e.render().to_string(), lang)),
        Err(e) => {
            let mut lines = wrong(&e, lang);
            lines.push(lang.say(Msg::UsageMore).to_string());
            Told::Wrong(lines)
        }
    }
}

fn wrong(e: &clap::Error, lang: Lang) -> Vec<String> {
    let texts = |kind: ContextKind| match e.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    };
    let one = |kind: ContextKind| texts(kind).into_iter().next().unwrap_or_default();
    let arg = option_of(&one(ContextKind::InvalidArg));
    let value = one(ContextKind::InvalidValue);
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let meant = meant.into_iter().map(one).find(|m| !m.is_empty());
    let meant = meant.map(|m| lang.fill(Msg::ErrorDidYouMean, &[&format!("\"{m}\"")])).unwrap_or_default();
    let allowed = texts(ContextKind::ValidValue).join(", ");
    let line = match e.kind() {
        ErrorKind::InvalidValue if value.is_empty() && allowed.is_empty() => lang.fill(Msg::UsageNoValue, &[&arg]),
        ErrorKind::InvalidValue if value.is_empty() => lang.fill(Msg::UsageNoValueOf, &[&arg, &allowed]),
        ErrorKind::InvalidValue => lang.fill(Msg::UsageNotAllowed, &[&value, &arg, &meant, &allowed]),
        ErrorKind::ValueValidation => match range(e) {
            Some((from, to)) => lang.fill(Msg::UsageOutside, &[&value, &arg, &from, &to]),
            None => lang.fill(Msg::UsageBadValue, &[&value, &arg]),
        },
        ErrorKind::UnknownArgument => lang.fill(Msg::UsageUnknown, &[&one(ContextKind::InvalidArg)]) + &meant,
        ErrorKind::InvalidSubcommand => lang.fill(Msg::UsageUnknown, &[&one(ContextKind::InvalidSubcommand)]) + &meant,
        ErrorKind::ArgumentConflict => {
            let other = texts(ContextKind::PriorArg).iter().map(|a| option_of(a)).collect::<Vec<_>>().join(", ");
            if other.is_empty() || other == arg {
                lang.fill(Msg::UsageTwice, &[&arg])
            } else {
                lang.fill(Msg::UsageConflict, &[&arg, &other])
            }
        }
        ErrorKind::MissingRequiredArgument => {
            lang.fill(Msg::UsageMissing, &[&texts(ContextKind::InvalidArg).join(", ")])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let commands = texts(ContextKind::ValidSubcommand);
            lang.fill(Msg::UsageMissing, &[&commands.join(", ")])
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            lang.fill(Msg::UsageBadValue, &[&value, &arg])
        }
        ErrorKind::InvalidUtf8 => lang.say(Msg::UsageNotUtf8).to_string(),
        _ => e.to_string().lines().next().unwrap_or_default().to_string(),
    };
    vec![line]
}

/// The option without the name of its value.
fn option_of(arg: &str) -> String {
    arg.split([' ', '=']).next().unwrap_or_default().to_string()
}

/// The range that clap says a number lies outside of.
fn range(e: &clap::Error) -> Option<(String, String)> {
    let said = std::error::Error::source(e)?.to_string();
    let (from, to) = said.rsplit(' ').next()?.split_once("..=")?;
    Some((from.to_string(), to.to_string()))
}

/// What clap prints of its own, in a language.
pub(super) fn own_words(help: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return help.to_string();
    }
    CLAPS.iter().fold(help.to_string(), |text, (english, dutch)| text.replace(english, dutch))
}

/// clap's own words, the longer before those that they hold.
const CLAPS: &[(&str, &str)] = &[
    ("Usage: ", "Gebruik: "),
    ("\nCommands:\n", "\nOpdrachten:\n"),
    ("\nArguments:\n", "\nArgumenten:\n"),
    ("\nOptions:\n", "\nOpties:\n"),
    ("Examples:\n", "Voorbeelden:\n"),
    ("Example:\n", "Voorbeeld:\n"),
    ("[OPTIONS]", "[OPTIES]"),
    ("[COMMAND]", "[OPDRACHT]"),
    ("<COMMAND>", "<OPDRACHT>"),
    ("[default: ", "[standaard: "),
    ("[aliases: ", "[ook: "),
    ("[possible values: ", "[mogelijk: "),
    ("Print help (see more with '--help')", "Deze hulp (meer met --help)"),
    ("Print help (see a summary with '-h')", "Deze hulp (korter met -h)"),
    ("Print help", "Deze hulp"),
    ("Print version", "De versie"),
];

fn dutch(mut command: Command, path: &str) -> Command {
    let words = |what: &str| DUTCH.iter().find(|(p, w, _)| *p == path && *w == what).map(|(_, _, words)| *words);
    if let Some(about) = words("") {
        command = command.about(about);
        let long = words("more").map_or(about.to_string(), |more| format!("{about}\n\n{more}"));
        command = command.long_about(long);
    }
    if let Some(after) = words("after") {
        command = command.after_help(after);
    }
    let command = command.mut_args(|arg| {
        let said = DUTCH.iter().find(|(p, w, _)| (*p == path || p.is_empty()) && *w == arg.get_id().as_str());
        match said {
            Some((_, _, words)) => in_dutch(arg, words),
            None => arg,
        }
    });
    command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        dutch(sub, path.trim_start())
    })
}

/// An argument with its help in Dutch. What the values mean is part of it: clap would tell that in English.
fn in_dutch(arg: Arg, words: &str) -> Arg {
    let values: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_string()).collect();
    if !arg.get_action().takes_values() || values.is_empty() {
        return arg.help(words.to_string());
    }
    arg.hide_possible_values(true).help(format!("{words} [mogelijk: {}]", values.join(", ")))
}

/// The Dutch words: command (empty for the program and for what holds everywhere), what they are about (empty for the
/// command itself, `more` for its long help, `after` for what stands under it, else an argument), and the words.
pub const DUTCH: &[(&str, &str, &str)] = &[
    (
        "",
        "",
        "Opzoeken, filteren en vergelijken wat Nederlandse zorgregio's van plan zijn met de kloof tussen vraag naar zorg en aanbod.",
    ),
    ("", "more", "Zonder opdracht opent het scherm, bij een regio als er een genoemd is."),
    (
        "",
        "after",
        "Voorbeelden:\n  impactkaart                        opent het scherm\n  impactkaart zuid holland noord     opent het bij een regio\n  impactkaart show zeeland --theme digitale-zorg\n  impactkaart list --format json\n\nExitcodes: 0 gedaan, 1 geen treffer of fouten gevonden, 2 verkeerd gebruik, 3 foute gegevens, 4 terminal of bestand werkt niet mee.",
    ),
    ("", "region", "De regio: id, naam, deel of begin ervan; meer woorden hoeven geen aanhalingstekens"),
    ("", "print_settings", "Een instellingenbestand met alle standaardwaarden tonen, elk uitgelegd, en stoppen"),
    ("", "settings", "Instellingenbestand, in plaats van dat in uw configuratiemap"),
    ("", "lang", "Taal van de interface; anders die van de locale"),
    ("", "data", "Map met een dataset van dezelfde vorm, in plaats van de meegeleverde"),
    ("", "ascii", "Alleen ASCII schrijven"),
    ("", "color", "Nadruk in tekst"),
    (
        "",
        "width",
        "Breedte om tekst op af te breken, in cellen; anders die van de terminal, en hele regels in een pijp",
    ),
    ("", "kind", "Alleen regio's van deze soort"),
    ("own-marks list", "format", "Vorm van de uitvoer"),
    ("", "format", "Vorm van de uitvoer; anders naar --csv of het einde van --output, anders text"),
    (
        "",
        "csv",
        "Voor welk programma CSV is: plain (RFC 4180) of excel (de Nederlandse Excel: puntkomma's, decimale komma's, geen cel die een formule is); zonder --format vraagt het om CSV",
    ),
    (
        "",
        "output",
        "Naar dit bestand schrijven, helemaal of helemaal niet; - is de standaarduitvoer. Een dat er al is wordt niet overschreven",
    ),
    ("", "force", "Het bestand van --output overschrijven"),
    ("", "open", "Het antwoord op het scherm"),
    ("list", "", "De regio's, met hun delen en aantallen"),
    ("show", "", "Alles wat een regio zegt: ontwikkelingen, thema's, focus, opmerkingen"),
    ("show", "theme", "Alleen dit thema (id, of het begin van de naam), of developments, focus, notes"),
    ("show", "part", "Alleen dit deel van de regio, met wat van de hele regio is"),
    ("matrix", "", "De matrix van V's: welke regio's welke sectoren en doelgroepen aankruisen, gefilterd"),
    (
        "matrix",
        "more",
        "Een rij past zeker (bij elke plaatsing van haar V's), met aanwijzing, of mogelijk (bij ten minste één plaatsing); alle drie de aantallen staan er altijd bij. Exitcode 1 als er geen rij overblijft.",
    ),
    ("matrix", "sector", "Sectoren met een V (id's; herhalen, of komma's ertussen)"),
    ("matrix", "doelgroep", "Doelgroepen met een V"),
    ("matrix", "not", "Sectoren of doelgroepen zonder V"),
    ("matrix", "matching", "Of alle gewenste kolommen moeten gelden (all), of een ervan (any)"),
    (
        "matrix",
        "strength",
        "Hoe zeker een rij moet zijn: certain (zeker), evidenced (met aanwijzing) of possible (mogelijk); anders zoals uw instellingen zeggen, anders evidenced",
    ),
    ("matrix", "own", "Eigen tekens tellen mee: een cel die u zette is ja of nee, en de rest van haar rij volgt"),
    ("matrix", "no_own", "Eigen tekens tellen niet mee, wat uw instellingen ook zeggen"),
    ("matrix", "min_sectors", "Ten minste zoveel V's over de sectoren"),
    ("matrix", "min_doelgroepen", "Ten minste zoveel V's over de doelgroepen"),
    (
        "matrix",
        "sort",
        "Volgorde: kind (soort), name (naam), sectors of doelgroepen (aantal V's), of de id van een kolom",
    ),
    ("own-marks", "", "Eigen tekens: wat u zelf van de cellen vastlegde, om te bekijken en te delen"),
    ("own-marks list", "", "Alle, ook die waarvan deze dataset de regio of de kolom niet heeft"),
    ("own-marks export", "", "Ze schrijven als bestand voor een collega, of naar de standaarduitvoer"),
    ("own-marks export", "file", "Het bestand; een dat er al is wordt niet overschreven"),
    ("own-marks import", "", "Die van een collega overnemen; waar u beiden een cel zette, blijft de uwe"),
    ("own-marks import", "file", "Het bestand dat export schreef"),
    ("own-marks import", "replace", "Waar u beiden een cel zette, die van de ander nemen"),
    ("compare", "", "Twee regio's of delen naast elkaar: wat beide zeggen, wat maar één zegt"),
    (
        "compare",
        "after",
        "Voorbeelden:\n  impactkaart compare zeeland twente\n  impactkaart compare \"zuid holland noord\" haaglanden --theme digitale-zorg\n  impactkaart compare west-brabant/oost west-brabant/west --only differences\n  impactkaart compare zeeland twente --theme digitale-zorg --open\n\nExitcode 1 als de keuze niets overlaat om te tonen.",
    ),
    ("compare", "a", "Kant A: id, naam, deel of begin ervan; meer woorden tussen aanhalingstekens of met koppeltekens"),
    ("compare", "b", "Kant B"),
    ("compare", "theme", "Alleen dit thema (id, of het begin van de naam), of developments, focus, figures, plan"),
    ("compare", "no_inferred", "Zonder verbanden die de dataset afleidt en het regioplan niet noemt"),
    (
        "compare",
        "only",
        "Welke rijen: all (alle), differences (wat maar één kant noemt, en cellen die zeker verschillen) of shared (wat beide noemen)",
    ),
    ("compare", "columns", "Eén of twee kolommen; anders twee vanaf 60 cellen"),
    (
        "plan",
        "",
        "Een regioplan in de diepte: ambitie, thema's, aanpakken, initiatieven, agenda, met partijen, jaren en cijfers",
    ),
    (
        "plan",
        "more",
        "Drie regio's hebben er een. Wat de dataset zelf afleidt, staat er als afgeleid bij. Exitcode 1 als de regio hier geen plan heeft.",
    ),
    (
        "plan",
        "theme",
        "Alleen dit thema van het plan (id, nummer, naam of een woord ervan); anders een thema van de impactkaart: wat het plan zegt over de onderwerpen die de regio daar noemt",
    ),
    ("plan", "no_inferred", "Zonder verbanden die de dataset afleidt en het plan niet noemt"),
    ("search", "", "Elke tekst met deze woorden (alle), zonder !uitgesloten, met frasen (sociaal+domein) en filters"),
    (
        "search",
        "more",
        "Filters: in:REGIO theme:THEMA topic:ONDERWERP sector:SECTOR doelgroep:DOELGROEP kind:SOORT, elk ook met ! ervoor. Hoofdletters en accenten tellen niet. Exitcode 1 als er niets gevonden is.",
    ),
    ("search", "text", "Wat u zoekt; meer woorden hoeven geen aanhalingstekens"),
    ("topics", "", "Onderwerpen naar hoeveel regio's ze noemen, of wie wat zegt over één onderwerp"),
    (
        "topics",
        "more",
        "Een onderwerp wordt gevonden op id, Nederlandse of Engelse naam, term of begin. Exitcode 1 als niets genoemd wordt.",
    ),
    ("topics", "topic", "Het onderwerp; meer woorden hoeven geen aanhalingstekens. Zonder: alle onderwerpen"),
    ("topics", "theme", "Alleen wat onder dit thema staat (id, of het begin van de naam), of developments, focus"),
    ("topics", "sort", "Volgorde: regions (aantal regio's), entries (vermeldingen) of name (naam)"),
    ("similar", "", "De regio's die in onderwerpen het meest lijken: wat beide noemen, en wat ze onderscheidt"),
    (
        "similar",
        "more",
        "Gelijkenis is het gewicht van de onderwerpen die beide noemen, gedeeld door dat van alle onderwerpen die een van beide noemt; een onderwerp weegt ln(N/n), waar n van alle N regio's het noemen, zodat gewone onderwerpen minder tellen.",
    ),
    ("similar", "kind", "Met welke regio's te vergelijken; anders die van dezelfde soort"),
    ("similar", "limit", "Hoogstens zoveel regio's"),
    ("map", "", "De kaart: elke regio gekleurd naar wat u kiest, in stappen met hun grenzen"),
    (
        "map",
        "more",
        "Keuzes: sectors of doelgroepen (aantal V's), entries (vermeldingen), een sector of doelgroep (ggz), een cijfer (aandeel-65-plus), theme:THEMA (zijn onderwerpen), topic:ONDERWERP. Een regio zonder waarde staat in geen stap.",
    ),
    (
        "map",
        "after",
        "Voorbeelden:\n  impactkaart map\n  impactkaart map ggz --strength certain\n  impactkaart map figure:demografische-druk --at change\n  impactkaart map topic:valpreventie --open\n\nExitcode 1 als geen regio een waarde heeft.",
    ),
    ("map", "choice", "Wat de kaart toont; anders het aantal V's over de sectoren"),
    ("map", "strength", "Bij een sector of doelgroep: hoe zeker een V moet zijn"),
    ("map", "at", "Bij een cijfer: de eerdere waarde (start), de latere (end) of het verschil (change)"),
    ("map", "own", "Bij een sector of doelgroep: eigen tekens tellen mee"),
    ("figures", "metric", "Het cijfer (id, of het begin van de naam)"),
    (
        "figures",
        "sort",
        "Volgorde: start (eerdere waarde), end (latere), change (verschil) of name (naam van de regio)",
    ),
    (
        "figures",
        "after",
        "Voorbeelden:\n  impactkaart figures\n  impactkaart figures demografische-druk --sort change\n  impactkaart figures aandeel-65-plus --open\n\nExitcode 1 als geen regio het cijfer geeft.",
    ),
    ("figures", "", "Cijfers die regio's geven: balken van het ene jaar naar het andere; zonder naam: alle cijfers"),
    (
        "national",
        "",
        "Wat de reflectie van de NZa op de regiobeelden over alle regio's zegt: knelpunten, bevindingen, wat een plan scherp maakt",
    ),
    (
        "national",
        "section",
        "Alleen deze onderdelen: bottlenecks (knelpunten), findings (bevindingen), criteria (kenmerken), attention (aandachtspunten), timeline (tijdlijn), nza, about (over de reflectie), parties (partijen), notes (opmerkingen)",
    ),
    (
        "concrete",
        "",
        "Hoe concreet regio's hun actielijnen formuleren: hoeveel een getal, een jaartal, een doelgroep, een naam hebben",
    ),
    (
        "concrete",
        "more",
        "Geteld met een vaste regel die het antwoord noemt, nooit beoordeeld; met een regio de regels die meetellen en die niet meetellen.",
    ),
    (
        "concrete",
        "of",
        "Een regio, om te zien welke van haar regels meetellen en welke niet; meer woorden hoeven geen aanhalingstekens",
    ),
    (
        "concrete",
        "mark",
        "Het kenmerk om op te sorteren, of waarvan u de regels ziet: figure (getal), year (jaartal), doelgroep, named (naam van een partij of programma)",
    ),
    ("concrete", "sort", "Volgorde van de regio's: share (het grootste aandeel eerst) of name (naam)"),
    ("agenda", "", "Wat de regioplannen voor welk jaar van plan zijn"),
    (
        "agenda",
        "more",
        "Een uiterste jaar en een begin staan er als zodanig; wat in de bron geen jaar heeft, staat apart. Exitcode 1 als er geen stap past.",
    ),
    ("agenda", "year", "Alleen dit jaar, met wat er uit een eerder jaar in doorloopt"),
    ("agenda", "topic", "Alleen stappen met dit onderwerp (id of naam)"),
    ("agenda", "of", "Alleen het plan van deze regio"),
    (
        "completions",
        "",
        "Opdrachten aanvullen in uw shell, ook regio's, delen, onderwerpen, sectoren, doelgroepen en thema's",
    ),
    (
        "completions",
        "more",
        "Het script laat de shell het aan het programma vragen, zodat wat hij biedt altijd past bij het programma en bij de dataset van --data. Laad het waar de shell begint:\n\nbash: in ~/.bashrc de regel: source <(impactkaart completions bash)\n\nzsh: in ~/.zshrc, na compinit, de regel: source <(impactkaart completions zsh)\n\nfish: in ~/.config/fish/config.fish de regel: impactkaart completions fish | source",
    ),
    ("completions", "shell", "De shell"),
    ("man", "", "De handleiding (manpagina), in de taal van de interface"),
    ("validate", "", "Een dataset nakijken; elke fout met bestand, plaats en wat mag"),
    ("validate", "folder", "De map; anders die van --data, anders de meegeleverde dataset"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, path: &str, visit: &mut impl FnMut(&str, &Command)) {
        visit(path, command);
        for sub in command.get_subcommands() {
            each(sub, format!("{path} {}", sub.get_name()).trim_start(), visit);
        }
    }

    fn said(path: &str, what: &str) -> bool {
        DUTCH.iter().any(|(p, w, _)| *p == path && *w == what)
    }

    #[test]
    fn every_command_and_argument_has_dutch_words() {
        each(&Cli::command(), "", &mut |path, command| {
            assert!(said(path, ""), "{path}");
            let long = command.get_long_about().is_some_and(|l| l.to_string().contains("\n\n"));
            assert!(!long || said(path, "more"), "long help of {path}");
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let words =
                after.lines().any(|l| !l.starts_with("  impactkaart") && !l.starts_with("Example") && !l.is_empty());
            assert!(!words || said(path, "after"), "after help of {path}");
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                assert!(said(path, id) || said("", id), "argument {id} of {path}");
            }
        });
    }

    #[test]
    fn no_dutch_words_are_left_over() {
        let mut known: Vec<(String, String)> = Vec::new();
        each(&Cli::command(), "", &mut |path, command| {
            let ids = command.get_arguments().map(|a| a.get_id().to_string());
            let ids: Vec<String> = ids.chain(["", "more", "after"].map(String::from)).collect();
            known.extend(ids.into_iter().map(|id| (path.to_string(), id)));
        });
        for (path, what, _) in DUTCH {
            let fits = |(p, w): &(String, String)| w == what && (p == path || path.is_empty() && !what.is_empty());
            assert!(known.iter().any(fits), "{path} {what}");
        }
    }

    #[test]
    fn dutch_help_holds_none_of_claps_english() {
        each(&Cli::command(), "", &mut |path, _| {
            for flag in ["-h", "--help"] {
                let words = ["impactkaart"].into_iter().chain(path.split_whitespace()).chain([flag]);
                let args: Vec<OsString> = words.map(OsString::from).collect();
                let Told::Help(help) = tell(&args, Lang::Nl) else { panic!("no help of {path}") };
                for english in [
                    "Usage",
                    "Options",
                    "Commands",
                    "Arguments",
                    "Print",
                    "[default",
                    "possible values",
                    "Example",
                    " the ",
                ] {
                    assert!(!help.contains(english), "{path} {flag}: {english}\n{help}");
                }
            }
        });
    }

    #[test]
    fn a_wrong_use_names_the_value_and_the_remedy_in_both_languages() {
        let told = |args: &[&str], lang: Lang| match tell(&args.iter().map(OsString::from).collect::<Vec<_>>(), lang) {
            Told::Wrong(lines) => lines.join("\n"),
            Told::Help(help) => panic!("help: {help}"),
        };
        for (args, dutch, english) in [
            (
                &["impactkaart", "list", "--knd", "roaz"][..],
                ["--knd", "bedoelde u \"--kind\""],
                ["--knd", "did you mean"],
            ),
            (&["impactkaart", "list", "--kind", "roas"], ["roas", "zorgkantoor, roaz"], ["roas", "zorgkantoor, roaz"]),
            (&["impactkaart", "list", "--width", "5"], ["5", "20 tot en met 1000"], ["5", "20 to 1000"]),
            (&["impactkaart", "list", "--format"], ["--format", "md, csv, json"], ["--format", "md, csv, json"]),
            (
                &["impactkaart", "list", "--format", "html"],
                ["html", "toegestaan: text, md, csv, json\n"],
                ["html", "allowed: text, md, csv, json\n"],
            ),
            (&["impactkaart", "show"], ["ontbreekt", "REGION"], ["missing", "REGION"]),
            (&["impactkaart", "compare", "zeeland"], ["ontbreekt", "<B>"], ["missing", "<B>"]),
            (&["impactkaart", "own-marks"], ["ontbreekt", "import"], ["missing", "import"]),
            (
                &["impactkaart", "matrix", "--open", "--format", "json"],
                ["gaan niet samen", "--format"],
                ["do not go together", "--format"],
            ),
        ] {
            for word in dutch {
                assert!(told(args, Lang::Nl).contains(word), "{word} in: {}", told(args, Lang::Nl));
            }
            for word in english {
                assert!(told(args, Lang::En).contains(word), "{word} in: {}", told(args, Lang::En));
            }
        }
    }
}
