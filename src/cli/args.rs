//! What can be typed: the clap definitions. Help, completions and manual come from here.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Look up, filter and compare what Dutch care regions plan to do about the gap between demand for care and its
/// supply.
///
/// Without a command it opens the screen, at a region if one is named.
#[derive(Debug, Parser)]
#[command(name = "impactkaart", version, args_conflicts_with_subcommands = false, disable_help_subcommand = true)]
#[command(
    after_help = "Examples:\n  impactkaart                        open the screen\n  impactkaart zuid holland noord     open it at a region\n  impactkaart show zeeland --theme digitale-zorg\n  impactkaart list --format json\n\nExit codes: 0 done, 1 no hit or faults found, 2 wrong use, 3 bad data, 4 terminal or file trouble."
)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Print a file of settings with all defaults, each explained, and leave.
    #[arg(long)]
    pub print_settings: bool,
    /// A region to open on the screen; several words need no quotes.
    #[arg(value_name = "REGION")]
    pub region: Vec<String>,
}

/// What holds for every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Language of the interface; else that of the locale.
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub lang: Option<LangArg>,
    /// Folder with a dataset of the same form, in place of the bundled one.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// File of settings, in place of the one in your config folder.
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Write only ASCII.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Emphasis in text output.
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    /// Width to wrap text to, in cells; else that of the terminal, and whole lines when piped.
    #[arg(long, global = true, value_name = "CELLS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
}

/// A command.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// The regions, with their parts and counts.
    #[command(after_help = "Example:\n  impactkaart list --kind roaz")]
    List(ListArgs),
    /// All that a region says: developments, themes, focus, notes.
    #[command(
        after_help = "Examples:\n  impactkaart show zeeland --theme digitale-zorg\n  impactkaart show arnhem/achterhoek\n  impactkaart show roaz zwolle --format json"
    )]
    Show(ShowArgs),
    /// The matrix of V's: which regions mark which sectors and doelgroepen, filtered.
    ///
    /// A row fits for certain (in every placing of its V's), by the evidence, or possibly (in at least one placing);
    /// all three counts are always given. Exit code 1 when no row is left.
    #[command(
        after_help = "Examples:\n  impactkaart matrix --sector ggz --doelgroep kwetsbare-ouderen\n  impactkaart matrix --sector ggz,msz --match any --strength certain\n  impactkaart matrix --not efz --kind roaz --sort sectors --format json\n  impactkaart matrix --sector ggz --open"
    )]
    Matrix(MatrixArgs),
    /// Own marks: what you set of the cells yourself, to look at and to share.
    #[command(
        name = "own-marks",
        arg_required_else_help = false,
        after_help = "Examples:\n  impactkaart own-marks list\n  impactkaart own-marks export marks.json\n  impactkaart own-marks import marks.json"
    )]
    OwnMarks(OwnMarksArgs),
    /// Two regions or parts side by side: what both say, what only one does.
    #[command(
        after_help = "Examples:\n  impactkaart compare zeeland twente\n  impactkaart compare \"zuid holland noord\" haaglanden --theme digitale-zorg\n  impactkaart compare west-brabant/oost west-brabant/west --only differences\n  impactkaart compare zeeland twente --theme digitale-zorg --open\n\nExit code 1 when the choice leaves nothing to show."
    )]
    Compare(CompareArgs),
    /// Every entry that holds a text: words (all of them), !excluded, phrases (sociaal+domein) and filters.
    ///
    /// Filters: in:REGION theme:THEME topic:TOPIC sector:SECTOR doelgroep:DOELGROEP kind:KIND, each also with ! before
    /// it. Case and accents do not matter. Exit code 1 when nothing is found.
    #[command(
        after_help = "Examples:\n  impactkaart search valpreventie in:zeeland\n  impactkaart search sociaal+domein '!ggz' --format json\n  impactkaart search mantelzorg theme:preventie --open"
    )]
    Search(SearchArgs),
    /// Topics by how many regions name them, or who says what about one.
    ///
    /// A topic is found by id, Dutch or English name, term or beginning. Exit code 1 when nothing is named.
    #[command(
        after_help = "Examples:\n  impactkaart topics --theme digitale-zorg --sort entries\n  impactkaart topics valpreventie\n  impactkaart topics mental health centres --kind roaz --format json\n  impactkaart topics valpreventie --open"
    )]
    Topics(TopicsArgs),
    /// The regions most alike by their topics: what both name, and what sets them apart.
    ///
    /// Likeness is the weight of the topics that both name divided by that of all topics that either names; a topic
    /// weighs ln(N/n) where n of all N regions name it, so common topics count less.
    #[command(
        after_help = "Examples:\n  impactkaart similar zeeland\n  impactkaart similar zuid holland noord --kind all --limit 5\n  impactkaart similar roaz zwolle --format json\n  impactkaart similar zeeland --open"
    )]
    Similar(SimilarArgs),
    /// The map: every region shaded by what is chosen, in steps with their limits.
    ///
    /// Choices: sectors or doelgroepen (number of V's), entries, a sector or doelgroep (ggz), a figure
    /// (aandeel-65-plus), theme:THEME (its topics), topic:TOPIC. A region without a value stands in no step.
    #[command(
        after_help = "Examples:\n  impactkaart map\n  impactkaart map ggz --strength certain\n  impactkaart map figure:demografische-druk --at change\n  impactkaart map topic:valpreventie --open\n\nExit code 1 when no region has a value."
    )]
    Map(MapArgs),
    /// Figures that regions give: bars from one year to the other; without a figure, all of them.
    #[command(
        after_help = "Examples:\n  impactkaart figures\n  impactkaart figures demografische-druk --sort change\n  impactkaart figures aandeel-65-plus --open\n\nExit code 1 when no region gives the figure."
    )]
    Figures(FiguresArgs),
    /// A regioplan in depth: ambition, themes, approaches, initiatives, agenda, with parties, years and figures.
    ///
    /// Three regions have one. What the dataset concludes by itself is marked as inferred. Exit code 1 when the region
    /// has no plan here.
    #[command(
        after_help = "Examples:\n  impactkaart plan utrecht\n  impactkaart plan utrecht --theme \"gerichte preventie\"\n  impactkaart plan zuid holland noord --theme digitale-zorg --no-inferred --format json\n  impactkaart plan utrecht --open"
    )]
    Plan(PlanArgs),
    /// What the NZa's reflection on the regiobeelden says of all regions: bottlenecks, findings, what makes a plan sharp.
    #[command(
        after_help = "Examples:\n  impactkaart national --section bottlenecks\n  impactkaart national --section criteria --format json\n  impactkaart national --open"
    )]
    National(NationalArgs),
    /// How concretely regions word their action lines: how many have a figure, a year, a doelgroep, a name.
    ///
    /// Counted by a fixed rule that the answer tells, never judged; with a region the lines that count and those that do
    /// not.
    #[command(
        after_help = "Examples:\n  impactkaart concrete --mark year --kind roaz\n  impactkaart concrete zeeland --mark named\n  impactkaart concrete --mark doelgroep --open"
    )]
    Concrete(ConcreteArgs),
    /// What the regioplannen plan for which year.
    ///
    /// Deadlines and starts are told as such; what has no year in the source stands in a group of its own. Exit code 1
    /// when no step fits.
    #[command(
        after_help = "Examples:\n  impactkaart agenda --year 2025\n  impactkaart agenda --topic governance --region utrecht\n  impactkaart agenda --year 2024 --format json\n  impactkaart agenda --region utrecht --open"
    )]
    Agenda(AgendaArgs),
    /// Check a dataset; every fault is reported with file, place and what is allowed.
    #[command(after_help = "Examples:\n  impactkaart validate\n  impactkaart validate my-data")]
    Validate(ValidateArgs),
    /// Completion of commands in your shell: regions, parts, topics, sectors, doelgroepen and themes too.
    ///
    /// The script makes the shell ask the program, so what it offers always fits the program and the dataset of --data.
    /// Load it when the shell starts:
    ///
    /// bash: in ~/.bashrc the line: source <(impactkaart completions bash)
    ///
    /// zsh: in ~/.zshrc, after compinit, the line: source <(impactkaart completions zsh)
    ///
    /// fish: in ~/.config/fish/config.fish the line: impactkaart completions fish | source
    #[command(after_help = "Example:\n  impactkaart completions bash")]
    Completions(CompletionsArgs),
    /// The manual page, in the language of the interface.
    #[command(
        after_help = "Examples:\n  impactkaart man > impactkaart.1\n  impactkaart man | man -l -\n  impactkaart man --lang en | sudo tee /usr/local/share/man/man1/impactkaart.1 > /dev/null"
    )]
    Man,
}

/// Arguments of `list`.
#[derive(Debug, Clone, Args)]
pub struct ListArgs {
    /// Only regions of this kind.
    #[arg(long, value_enum)]
    pub kind: Option<KindArg>,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_parser = no_page(), value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `show`.
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    /// The region: id, name, part or beginning; several words need no quotes.
    #[arg(required = true, value_name = "REGION")]
    pub region: Vec<String>,
    /// Only this theme (id, or the beginning of its name), or developments, focus, notes.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Only this part of the region, with what is the whole region's.
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Answer on the screen.
    #[arg(long, conflicts_with_all = ["format", "csv", "output"])]
    pub open: bool,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `plan`.
#[derive(Debug, Clone, Args)]
pub struct PlanArgs {
    /// The region: id, name or beginning; several words need no quotes.
    #[arg(required = true, value_name = "REGION")]
    pub region: Vec<String>,
    /// Only this theme of the plan (id, number, name or a word of it); else a theme of the impactkaart: what the plan
    /// says on the topics that the region names there.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Leave out ties that the dataset concludes and the plan does not state.
    #[arg(long)]
    pub no_inferred: bool,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: PlainFormat,
    /// Answer on the screen.
    #[arg(long, conflicts_with = "format")]
    pub open: bool,
}

/// Arguments of `search`.
#[derive(Debug, Clone, Args)]
pub struct SearchArgs {
    /// What to search for; several words need no quotes.
    #[arg(required = true, value_name = "TEXT")]
    pub text: Vec<String>,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_parser = no_page(), value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Answer on the screen.
    #[arg(long, conflicts_with_all = ["format", "csv", "output"])]
    pub open: bool,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `topics`.
#[derive(Debug, Clone, Args)]
pub struct TopicsArgs {
    /// The topic; several words need no quotes. Without one, all topics.
    #[arg(value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Only what stands under this theme (id, or the beginning of its name), or developments, focus.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Only regions of this kind.
    #[arg(long, value_enum)]
    pub kind: Option<KindArg>,
    /// Order of the list.
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub sort: TopicSortArg,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_parser = no_page(), value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Answer on the screen.
    #[arg(long, conflicts_with_all = ["format", "csv", "output"])]
    pub open: bool,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// The order of a list of topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum TopicSortArg {
    /// By how many regions name them.
    #[default]
    #[value(alias = "regio's")]
    Regions,
    /// By how many entries mention them.
    #[value(alias = "vermeldingen")]
    Entries,
    /// By name.
    #[value(alias = "naam")]
    Name,
}

/// Arguments of `similar`.
#[derive(Debug, Clone, Args)]
pub struct SimilarArgs {
    /// The region: id, name, part or beginning; several words need no quotes.
    #[arg(required = true, value_name = "REGION")]
    pub region: Vec<String>,
    /// Which regions to compare with; else those of the same kind.
    #[arg(long, value_enum)]
    pub kind: Option<AnyKindArg>,
    /// At most so many regions.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    pub limit: u16,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_parser = no_page(), value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Answer on the screen.
    #[arg(long, conflicts_with_all = ["format", "csv", "output"])]
    pub open: bool,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// A kind of region, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnyKindArg {
    /// All regions.
    #[value(alias = "alle")]
    All,
    /// Zorgkantoorregio's.
    Zorgkantoor,
    /// ROAZ-regio's.
    Roaz,
}

/// Arguments of `matrix`.
#[derive(Debug, Clone, Args, Default)]
pub struct MatrixArgs {
    /// Sectors with a V (ids; repeat, or part with commas).
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub sector: Vec<String>,
    /// Doelgroepen with a V.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub doelgroep: Vec<String>,
    /// Sectors or doelgroepen without a V.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub not: Vec<String>,
    /// Whether all wanted columns must hold, or any of them.
    #[arg(long = "match", value_enum, default_value_t, value_name = "HOW")]
    pub matching: MatchArg,
    /// How sure a row must be to be shown; else as your settings say, else evidenced.
    #[arg(long, value_enum, value_name = "HOW")]
    pub strength: Option<StrengthArg>,
    /// Only rows of regions of this kind.
    #[arg(long, value_enum)]
    pub kind: Option<KindArg>,
    /// Let own marks count: a cell that you marked is yes or no, and the rest of its row follows.
    #[arg(long, overrides_with = "no_own")]
    pub own: bool,
    /// Let own marks not count, whatever your settings say.
    #[arg(long, overrides_with = "own")]
    pub no_own: bool,
    /// At least so many V's over the sectors.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub min_sectors: u8,
    /// At least so many V's over the doelgroepen.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub min_doelgroepen: u8,
    /// Order: kind, name, sectors or doelgroepen (number of V's), or the id of a column.
    #[arg(long, value_name = "ORDER", default_value = "kind")]
    pub sort: String,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Answer on the screen.
    #[arg(long, conflicts_with_all = ["format", "csv", "output"])]
    pub open: bool,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `own-marks`.
#[derive(Debug, Clone, Args)]
pub struct OwnMarksArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub what: OwnMarksWhat,
}

/// What to do with own marks.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum OwnMarksWhat {
    /// All of them, with those whose region or column this dataset does not have.
    #[command(after_help = "Examples:\n  impactkaart own-marks list\n  impactkaart own-marks list --format json")]
    List {
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: PlainFormat,
    },
    /// Write them as a file for a colleague, or to standard output.
    #[command(after_help = "Example:\n  impactkaart own-marks export marks.json")]
    Export {
        /// The file to write; one that is there is not written over.
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Take over those of a colleague; where both marked a cell, yours stay.
    #[command(
        after_help = "Examples:\n  impactkaart own-marks import marks.json\n  impactkaart own-marks import marks.json --replace"
    )]
    Import {
        /// The file that `export` wrote.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Where both marked a cell, take the other's.
        #[arg(long)]
        replace: bool,
    },
}

/// How wanted columns join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum MatchArg {
    /// Every wanted column.
    #[default]
    #[value(alias = "alle")]
    All,
    /// At least one of them.
    #[value(alias = "een")]
    Any,
}

/// How sure a row must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum StrengthArg {
    /// True in every placing of the row's V's (zeker).
    #[value(alias = "zeker")]
    Certain,
    /// True where evidence stands for a V (met-aanwijzing).
    #[default]
    #[value(alias = "met-aanwijzing")]
    Evidenced,
    /// True in at least one placing (mogelijk).
    #[value(alias = "mogelijk")]
    Possible,
}

/// Arguments of `compare`.
#[derive(Debug, Clone, Args)]
pub struct CompareArgs {
    /// Side A: id, name, part or beginning; several words in quotes or with hyphens.
    #[arg(value_name = "A")]
    pub a: String,
    /// Side B.
    #[arg(value_name = "B")]
    pub b: String,
    /// Only this theme (id, or the beginning of its name), or developments, focus, figures, plan.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Leave out ties that the dataset concludes and the regioplan does not state.
    #[arg(long)]
    pub no_inferred: bool,
    /// Which rows.
    #[arg(long, value_enum, default_value = "all")]
    pub only: OnlyArg,
    /// One or two columns; else two from 60 cells on.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=2))]
    pub columns: Option<u8>,
    /// Form of the output; else by `--csv` or the ending of `--output`, else text.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Answer on the screen.
    #[arg(long, conflicts_with_all = ["format", "csv", "output"])]
    pub open: bool,
    /// Where and how it is written.
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `map`.
#[derive(Debug, Clone, Args, Default)]
pub struct MapArgs {
    /// What the map shows; else the number of V's over the sectors.
    #[arg(value_name = "CHOICE")]
    pub choice: Vec<String>,
    /// Of a sector or doelgroep: how sure a V must be.
    #[arg(long, value_enum, value_name = "HOW")]
    pub strength: Option<StrengthArg>,
    /// Of a figure: the earlier value, the later one, or the change.
    #[arg(long, value_enum, value_name = "END")]
    pub at: Option<EndArg>,
    /// Of a sector or doelgroep: let own marks count.
    #[arg(long)]
    pub own: bool,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: PlainFormat,
    /// Answer on the screen.
    #[arg(long, conflicts_with = "format")]
    pub open: bool,
}

/// Which value of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EndArg {
    /// The earlier value (begin).
    #[value(alias = "begin")]
    Start,
    /// The later value (einde).
    #[value(alias = "einde")]
    End,
    /// How far it is from the one to the other (verschil).
    #[value(alias = "verschil")]
    Change,
}

/// Arguments of `figures`.
#[derive(Debug, Clone, Args)]
pub struct FiguresArgs {
    /// The figure (id, or the beginning of its name).
    #[arg(value_name = "METRIC")]
    pub metric: Vec<String>,
    /// Order: by the earlier value, the later one, the change, or the name of the region.
    #[arg(long, value_enum, default_value = "end", value_name = "ORDER")]
    pub sort: FiguresSortArg,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: PlainFormat,
    /// Answer on the screen.
    #[arg(long, conflicts_with = "format")]
    pub open: bool,
}

/// The order of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FiguresSortArg {
    /// By the earlier value (begin).
    #[value(alias = "begin")]
    Start,
    /// By the later value (einde).
    #[value(alias = "einde")]
    End,
    /// By the change (verschil).
    #[value(alias = "verschil")]
    Change,
    /// By the name of the region (naam).
    #[value(alias = "naam")]
    Name,
}

/// Which rows of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OnlyArg {
    /// All.
    All,
    /// What only one side names, and cells that certainly differ.
    Differences,
    /// What both name, and cells that are certainly the same.
    Shared,
}

/// Arguments of `national`.
#[derive(Debug, Clone, Args)]
pub struct NationalArgs {
    /// Only these sections: bottlenecks, findings, criteria, attention, timeline, nza, about, parties, notes.
    #[arg(long, value_name = "SECTIONS", value_delimiter = ',')]
    pub section: Vec<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: PlainFormat,
    /// Answer on the screen.
    #[arg(long, conflicts_with = "format")]
    pub open: bool,
}

/// Arguments of `concrete`.
#[derive(Debug, Clone, Args)]
pub struct ConcreteArgs {
    /// A region, to see which of its lines count and which do not; several words need no quotes.
    #[arg(value_name = "REGION")]
    pub of: Vec<String>,
    /// The mark to sort by, or to show the lines of: a figure, a year, a doelgroep, a name of a party or programme.
    #[arg(long, value_enum, default_value_t, value_name = "MARK")]
    pub mark: MarkArg,
    /// Order of the regions: share (the largest first) or name.
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub sort: WordingSortArg,
    /// Only regions of this kind.
    #[arg(long, value_enum, conflicts_with = "of")]
    pub kind: Option<KindArg>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: PlainFormat,
    /// Answer on the screen.
    #[arg(long, conflicts_with = "format")]
    pub open: bool,
}

/// A mark of concrete wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum MarkArg {
    /// A figure.
    #[default]
    #[value(alias = "getal")]
    Figure,
    /// A year.
    #[value(alias = "jaartal")]
    Year,
    /// A doelgroep.
    Doelgroep,
    /// The name of a party or programme.
    #[value(alias = "naam")]
    Named,
}

/// An order of the regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum WordingSortArg {
    /// The largest share first.
    #[default]
    Share,
    /// By name.
    Name,
}

/// Arguments of `agenda`.
#[derive(Debug, Clone, Args)]
pub struct AgendaArgs {
    /// Only this year, with what runs on in it from an earlier one.
    #[arg(long, value_name = "YEAR", value_parser = super::national::years())]
    pub year: Option<u16>,
    /// Only steps with this topic (id or name).
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// Only the plan of this region.
    #[arg(long = "region", value_name = "REGION")]
    pub of: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: PlainFormat,
    /// Answer on the screen.
    #[arg(long, conflicts_with = "format")]
    pub open: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Clone, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: ShellArg,
}

/// A shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "their names say what they are")]
pub enum ShellArg {
    Bash,
    Zsh,
    Fish,
}

/// Arguments of `validate`.
#[derive(Debug, Clone, Args)]
pub struct ValidateArgs {
    /// The folder to check; else that of `--data`, else the bundled dataset.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// When to emphasise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A kind of region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindArg {
    /// Zorgkantoorregio's.
    Zorgkantoor,
    /// ROAZ-regio's.
    Roaz,
}

/// A form of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// Markdown, for reports and wikis.
    Md,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// A page to mail and to print.
    Html,
}

/// The forms of an answer that is no page: all but HTML.
fn no_page() -> impl TypedValueParser<Value = Format> {
    let names = Format::value_variants().iter().filter(|f| **f != Format::Html).filter_map(Format::to_possible_value);
    PossibleValuesParser::new(names).try_map(|name| Format::from_str(&name, false))
}

/// A form of what is no answer of the dataset's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum PlainFormat {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Where and how an answer is written, the same for every command that answers a question.
#[derive(Debug, Clone, Args, Default, PartialEq, Eq)]
pub struct Output {
    /// For which program CSV is; without --format it asks for CSV.
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub csv: Option<CsvArg>,
    /// Write to this file, whole or not at all; - is standard output. One that is there is not written over.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over the file of --output.
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// For which program CSV is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CsvArg {
    /// RFC 4180: commas, decimal points.
    Plain,
    /// The Dutch Excel: semicolons, a byte order mark, decimal commas, no cell that is a formula.
    Excel,
}

impl Command {
    /// The form that is asked for and where it goes, of a command that answers a question.
    pub fn output(&self) -> Option<(Option<Format>, &Output)> {
        match self {
            Command::List(args) => Some((args.format, &args.output)),
            Command::Show(args) => Some((args.format, &args.output)),
            Command::Matrix(args) => Some((args.format, &args.output)),
            Command::Compare(args) => Some((args.format, &args.output)),
            Command::Search(args) => Some((args.format, &args.output)),
            Command::Topics(args) => Some((args.format, &args.output)),
            Command::Similar(args) => Some((args.format, &args.output)),
            // These answer in text and JSON, to standard output.
            Command::Map(_)
            | Command::Figures(_)
            | Command::Plan(_)
            | Command::National(_)
            | Command::Concrete(_)
            | Command::Agenda(_) => None,
            Command::OwnMarks(_) | Command::Validate(_) | Command::Completions(_) | Command::Man => None,
        }
    }
}
