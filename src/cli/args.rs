//! What can be typed: the clap definitions. Help, completions and manual come from here.

use std::path::PathBuf;

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
    /// Every entry that holds a text: words (all of them), !excluded, phrases (sociaal+domein) and filters.
    ///
    /// Filters: in:REGION theme:THEME topic:TOPIC sector:SECTOR doelgroep:DOELGROEP kind:KIND, each also with ! before
    /// it. Case and accents do not matter. Exit code 1 when nothing is found.
    #[command(
        after_help = "Examples:\n  impactkaart search valpreventie in:zeeland\n  impactkaart search sociaal+domein '!ggz' --format json\n  impactkaart search mantelzorg theme:preventie --open"
    )]
    Search(SearchArgs),
    /// Check a dataset; every fault is reported with file, place and what is allowed.
    #[command(after_help = "Examples:\n  impactkaart validate\n  impactkaart validate my-data")]
    Validate(ValidateArgs),
}

/// Arguments of `list`.
#[derive(Debug, Clone, Args)]
pub struct ListArgs {
    /// Only regions of this kind.
    #[arg(long, value_enum)]
    pub kind: Option<KindArg>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// Arguments of `show`.
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    /// The region: id, name, part or beginning; several words need no quotes.
    #[arg(required = true, value_name = "REGION")]
    pub region: Vec<String>,
    /// Only this theme (id, or the beginning of its name).
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Only this part of the region, with what is the whole region's.
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Answer on the screen.
    #[arg(long)]
    pub open: bool,
}

/// Arguments of `search`.
#[derive(Debug, Clone, Args)]
pub struct SearchArgs {
    /// What to search for; several words need no quotes.
    #[arg(required = true, value_name = "TEXT")]
    pub text: Vec<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Answer on the screen.
    #[arg(long)]
    pub open: bool,
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
    /// For programs.
    Json,
}
