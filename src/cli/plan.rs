//! From what was typed to what will be done: pure, so that a table of cases can test it.

use std::path::{Path, PathBuf};

use super::args::{
    Cli, ColorArg, Command, CompareArgs, CsvArg, Format, KindArg, LangArg, OnlyArg, OwnMarksWhat, PlainFormat, ShellArg,
};
use super::env::Env;
use super::error::Error;
use super::regioplan::{self, RegioplanPlan};
use super::{map, matrix, national, topics};
use crate::dataset::{Dataset, MetricIx, RegionIx, RegionKind, ThemeIx, TopicIx};
use crate::query::agenda::Filter as Agenda;
use crate::query::compare::{Only as OnlyRows, Section, sections_of};
use crate::query::concrete::Asked as Wording;
use crate::query::figures;
use crate::query::find::{Place, find, part_of};
use crate::query::fold::fold_words;
use crate::query::matrix::{Filter, Sort};
use crate::query::national::Section as Part;
use crate::query::portrait::{Only, Section as Shown};
use crate::query::question::{MapQuestion, Pair, Question, Usual};
use crate::query::search::parse::Query;
use crate::report::answer::{Dialect, Form};
use crate::report::compare_text::Columns;
use crate::report::search::problem as problem_in_words;
use crate::report::text::Manner;
use crate::report::topics::Asked;
use crate::settings::{Loaded, Signs};
use crate::texts::{Lang, Msg};

/// What holds whatever is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The language.
    pub lang: Lang,
    /// The folder that replaces the bundled dataset.
    pub data: Option<PathBuf>,
    /// How text is written.
    pub manner: Manner,
    /// Whether the screen has colours.
    pub colour: bool,
    /// What holds in the matrix where no option says otherwise.
    pub usual: Usual,
    /// In which form an answer is written, and where to.
    pub writing: Writing,
    /// The person's settings, with what is wrong about them.
    pub loaded: Loaded,
}

/// What will be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Open the screen.
    Screen(Question),
    /// Print the regions.
    List(Option<RegionKind>),
    /// Print a region.
    Show(Place, Only),
    /// Print the rows of the matrix that fit a filter.
    Matrix(Filter, Sort),
    /// List, export or import own marks.
    OwnMarks(OwnMarksWhat),
    /// Print a comparison.
    Compare(ComparePlan),
    /// Print the hits of a search: what was typed, and the query that it is.
    Search(String, Query),
    /// Print topics, or who says what about one.
    Topics(Option<TopicIx>, Asked),
    /// Print the regions most alike to a place: those of a kind, at most so many.
    Similar(Place, Option<RegionKind>, usize),
    /// Print the map.
    Map(MapQuestion, PlainFormat),
    /// Print the figures of a metric; all metrics where none is named.
    Figures(Option<MetricIx>, figures::Sort, PlainFormat),
    /// Print a regioplan.
    Regioplan(RegioplanPlan),
    /// Print sections of the national picture; all where none is named.
    National(Vec<Part>, PlainFormat),
    /// Print how concretely regions word their lines; of one region which lines count.
    Concrete(Option<RegionIx>, Wording, PlainFormat),
    /// Print the steps of the plans.
    Agenda(Agenda, PlainFormat),
    /// Check a dataset: this folder, else what `--data` names, else the bundled one.
    Validate(Option<PathBuf>),
    /// Print the script by which a shell completes commands.
    Completions(ShellArg),
    /// Print the manual page.
    Man,
}

/// The comparison that will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparePlan {
    /// Side A.
    pub a: Place,
    /// Side B.
    pub b: Place,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Which rows.
    pub only: OnlyRows,
    /// How many columns.
    pub columns: Columns,
    /// Whether ties that the dataset concludes are told with the regioplannen.
    pub inferred: bool,
}

/// In which form an answer is written, and where to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Writing {
    /// The form.
    pub form: Form,
    /// The file; none for standard output.
    pub to: Option<PathBuf>,
    /// Whether a file that is there may be written over.
    pub force: bool,
    /// What does not go together.
    pub wrong: Option<String>,
}

impl Writing {
    /// What the options of a command ask for: its form, else that of CSV, else that of the file's ending, else text.
    fn of(cli: &Cli, lang: Lang) -> Writing {
        let Some((format, output)) = cli.command.as_ref().and_then(Command::output) else { return Writing::default() };
        let to = output.output.as_deref().filter(|path| *path != Path::new("-"));
        let dialect = match output.csv {
            None | Some(CsvArg::Plain) => Dialect::Plain,
            Some(CsvArg::Excel) => Dialect::Excel,
        };
        let form = match (format, output.csv) {
            (Some(Format::Text), _) => Form::Text,
            (Some(Format::Md), _) => Form::Md,
            (Some(Format::Json), _) => Form::Json,
            (Some(Format::Html), _) => Form::Html,
            (Some(Format::Csv), _) | (None, Some(_)) => Form::Csv(dialect),
            (None, None) => to.map(by_ending).unwrap_or_default(),
        };
        let clash = output.csv.is_some() && !matches!(form, Form::Csv(_));
        let wrong = clash.then(|| lang.fill(Msg::UsageConflict, &[&"--csv", &"--format"]));
        Writing { form, to: to.map(Path::to_path_buf), force: output.force, wrong }
    }
}

/// The form that the ending of a file's name says.
fn by_ending(path: &Path) -> Form {
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "md" | "markdown" => Form::Md,
        "csv" => Form::Csv(Dialect::Plain),
        "json" => Form::Json,
        "html" | "htm" => Form::Html,
        _ => Form::Text,
    }
}

/// What holds, from the options, the person's settings and the surroundings, in this order.
pub fn setting(cli: &Cli, loaded: Loaded, env: &Env) -> Setting {
    let settings = &loaded.settings;
    let common = &cli.common;
    let lang = match common.lang {
        Some(LangArg::Nl) => Lang::Nl,
        Some(LangArg::En) => Lang::En,
        None => settings.lang.unwrap_or_else(|| env.lang()),
    };
    let writing = Writing::of(cli, lang);
    // A file is no terminal, wherever it was asked for.
    let to_terminal = env.stdout_terminal && writing.to.is_none();
    let columns = env.columns.filter(|_| writing.to.is_none());
    let colour = match common.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => env.force_color || to_terminal && !env.no_color,
    };
    let ascii = common.ascii
        || match settings.glyphs {
            Signs::Auto => to_terminal && !env.utf8(),
            Signs::Unicode => false,
            Signs::Ascii => true,
        };
    let manner = Manner { lang, width: common.width.or(columns).map(usize::from), colour, ascii };
    let screen_colour = match common.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => !env.no_color,
    };
    let usual = Usual { strength: settings.strength, own: settings.own_marks_counted };
    Setting { lang, data: common.data.clone(), manner, colour: screen_colour, usual, writing, loaded }
}

/// What will be done, for a command that needs the dataset.
///
/// # Errors
/// [`Error::Usage`] with everything that is wrong: an unknown or ambiguous region, theme or part, a stray word.
pub fn plan(cli: &Cli, setting: &Setting, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let lang = setting.lang;
    if let Some(wrong) = &setting.writing.wrong {
        return Err(Error::Usage(vec![wrong.clone()]));
    }
    match &cli.command {
        None if cli.region.is_empty() => Ok(Plan::Screen(Question::LastPlace)),
        None => Ok(Plan::Screen(Question::Show(region(dataset, lang, &cli.region)?, Only::default()))),
        Some(_) if !cli.region.is_empty() => {
            let word = cli.region.join(" ");
            Err(Error::Usage(vec![lang.fill(Msg::ErrorStray, &[&word, &word])]))
        }
        Some(Command::List(args)) => Ok(Plan::List(args.kind.map(kind))),
        Some(Command::Show(args)) => {
            let mut wrong = Vec::new();
            let section = args.theme.as_deref().map(|name| find_portrait_section(dataset, lang, name));
            let section = section.and_then(|found| found.map_err(|e| wrong.push(e)).ok());
            let place = match region(dataset, lang, &args.region) {
                Ok(place) => match &args.part {
                    Some(name) => find_part(dataset, lang, place, name).map_err(|e| wrong.push(e)).ok(),
                    None => Some(place),
                },
                Err(Error::Usage(lines)) => {
                    wrong.extend(lines);
                    None
                }
                Err(other) => return Err(other),
            };
            match place {
                Some(place) if wrong.is_empty() && args.open => {
                    Ok(Plan::Screen(Question::Show(place, Only { section })))
                }
                Some(place) if wrong.is_empty() => Ok(Plan::Show(place, Only { section })),
                _ => Err(Error::Usage(wrong)),
            }
        }
        Some(Command::Matrix(args)) => matrix::plan(args, setting.usual, lang, dataset),
        Some(Command::OwnMarks(args)) => Ok(Plan::OwnMarks(args.what.clone())),
        Some(Command::Compare(args)) => compare(dataset, lang, args),
        Some(Command::Search(args)) => {
            let typed = args.text.join(" ");
            let query = search_query(dataset, lang, &typed)?;
            if args.open {
                return Ok(Plan::Screen(Question::Search(typed)));
            }
            Ok(Plan::Search(typed, query))
        }
        Some(Command::Topics(args)) => topics::plan(args, lang, dataset),
        Some(Command::Similar(args)) => topics::plan_similar(args, lang, dataset),
        Some(Command::Map(args)) => map::plan(args, lang, dataset),
        Some(Command::Figures(args)) => map::plan_figures(args, lang, dataset),
        Some(Command::Plan(args)) => regioplan::plan(args, lang, dataset),
        Some(Command::National(args)) => national::plan(args, lang),
        Some(Command::Concrete(args)) => national::plan_concrete(args, lang, dataset),
        Some(Command::Agenda(args)) => national::plan_agenda(args, lang, dataset),
        Some(Command::Completions(args)) => Ok(Plan::Completions(args.shell)),
        Some(Command::Man) => Ok(Plan::Man),
        Some(Command::Validate(args)) => Ok(Plan::Validate(args.folder.clone())),
    }
}

/// The kind of region that was typed.
pub(super) fn kind(kind: KindArg) -> RegionKind {
    match kind {
        KindArg::Zorgkantoor => RegionKind::Zorgkantoor,
        KindArg::Roaz => RegionKind::Roaz,
    }
}

fn compare(dataset: &Dataset<'_>, lang: Lang, args: &CompareArgs) -> Result<Plan, Error> {
    let mut wrong = Vec::new();
    let mut side = |name: &str| match find(dataset, name) {
        Ok(place) => Some(place),
        Err(why) => {
            wrong.extend(Error::not_found(dataset, lang, &why).say(lang));
            None
        }
    };
    let (a, b) = (side(&args.a), side(&args.b));
    if a.is_some() && a == b {
        wrong.push(lang.fill(Msg::ErrorSamePlace, &[&args.a, &args.b]));
    }
    let section = args.theme.as_deref().map(|name| find_section(dataset, lang, name));
    let section = section.and_then(|found| found.map_err(|line| wrong.push(line)).ok());
    let (Some(a), Some(b), true) = (a, b, wrong.is_empty()) else { return Err(Error::Usage(wrong)) };
    let only = match args.only {
        OnlyArg::All => OnlyRows::All,
        OnlyArg::Differences => OnlyRows::Differences,
        OnlyArg::Shared => OnlyRows::Shared,
    };
    let two_columns = args.columns.map(|n| n > 1);
    if args.open {
        return Ok(Plan::Screen(Question::Compare(Pair { a, b, section, only, two_columns })));
    }
    let sections = section.map_or_else(|| sections_of(dataset, a, b), |section| vec![section]);
    let (columns, inferred) = (Columns::asked(two_columns), !args.no_inferred);
    Ok(Plan::Compare(ComparePlan { a, b, sections, only, columns, inferred }))
}

/// A theme, or one of the sections of a region that are none.
fn find_portrait_section(dataset: &Dataset<'_>, lang: Lang, name: &str) -> Result<Shown, String> {
    match name {
        "developments" => Ok(Shown::Developments),
        "focus" => Ok(Shown::Focus),
        "notes" => Ok(Shown::Notes),
        _ => find_theme(dataset, lang, name)
            .map(Shown::Theme)
            .map_err(|line| format!("{line}, developments, focus, notes")),
    }
}

/// A theme, or one of the sections of a comparison that are none.
fn find_section(dataset: &Dataset<'_>, lang: Lang, name: &str) -> Result<Section, String> {
    match name {
        "developments" => Ok(Section::Developments),
        "focus" => Ok(Section::Focus),
        "figures" => Ok(Section::Figures),
        "plan" => Ok(Section::Plan),
        _ => find_theme(dataset, lang, name)
            .map(Section::Theme)
            .map_err(|line| format!("{line}, developments, focus, figures, plan")),
    }
}

fn search_query(dataset: &Dataset<'_>, lang: Lang, typed: &str) -> Result<Query, Error> {
    let query = Query::parse(dataset, typed);
    if query.problems.is_empty() && query.is_empty() {
        return Err(Error::Usage(vec![lang.say(Msg::ErrorSearchEmpty).to_string()]));
    }
    if query.problems.is_empty() {
        return Ok(query);
    }
    Err(Error::Usage(query.problems.iter().map(|problem| problem_in_words(lang, problem)).collect()))
}

pub(super) fn region(dataset: &Dataset<'_>, lang: Lang, words: &[String]) -> Result<Place, Error> {
    find(dataset, &words.join(" ")).map_err(|why| Error::not_found(dataset, lang, &why))
}

/// A theme by id, short name or the beginning of its name, in either language.
pub(super) fn find_theme(dataset: &Dataset<'_>, lang: Lang, name: &str) -> Result<ThemeIx, String> {
    let wanted = fold_words(name);
    let exact = dataset.themes().find(|(_, t)| *t.id == *name || fold_words(&t.short) == wanted);
    let begins = |text: &str| !wanted.is_empty() && fold_words(text).starts_with(&wanted);
    let found: Vec<ThemeIx> = dataset
        .themes()
        .filter(|(_, t)| begins(&t.id) || begins(&t.name) || begins(&t.name_en))
        .map(|(ix, _)| ix)
        .collect();
    match (exact, found.as_slice()) {
        (Some((ix, _)), _) => Ok(ix),
        (None, [ix]) => Ok(*ix),
        _ => {
            let ids: Vec<&str> = dataset.themes().map(|(_, t)| t.id.as_str()).collect();
            Err(lang.fill(Msg::ErrorUnknownTheme, &[&name, &ids.join(", ")]))
        }
    }
}

fn find_part(dataset: &Dataset<'_>, lang: Lang, place: Place, name: &str) -> Result<Place, String> {
    let region = &dataset[place.region];
    match part_of(dataset, place.region, name) {
        Some(part) if place.part.is_some_and(|named| named != part) => {
            Err(lang.fill(Msg::ErrorTwoParts, &[&place.id(dataset), &name]))
        }
        Some(part) => Ok(Place { part: Some(part), ..place }),
        None if region.parts.is_empty() => Err(lang.fill(Msg::ErrorNoParts, &[&region.name])),
        None => {
            let ids: Vec<&str> = region.parts.iter().map(|p| p.id.as_str()).collect();
            Err(lang.fill(Msg::ErrorUnknownPart, &[&region.name, &name, &ids.join(", ")]))
        }
    }
}
