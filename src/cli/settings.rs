//! The person's settings: found, read, and printed as a file to begin with.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use super::args::Cli;
use super::env::Env;
use super::error::Error;
use crate::settings::{self, FILE, Loaded};
use crate::texts::{Lang, Msg};

/// Where the settings stand: where an option says, else in the person's config folder.
fn path(cli: &Cli, env: &Env) -> Option<PathBuf> {
    cli.common.settings.clone().or_else(|| env.config_folder.as_ref().map(|folder| folder.join(FILE)))
}

/// Reads the settings, and holds their keys against the table of keys.
pub fn load(cli: &Cli, env: &Env) -> Loaded {
    let loaded = settings::read(path(cli, env).as_deref());
    with_keys(loaded)
}

#[cfg(feature = "tui")]
fn with_keys(mut loaded: Loaded) -> Loaded {
    if !loaded.settings.keys.is_empty() {
        let (_, complaints) = crate::tui::keymap::Keymap::of(&loaded.settings.keys);
        loaded.complain(complaints);
    }
    loaded
}

#[cfg(not(feature = "tui"))]
fn with_keys(loaded: Loaded) -> Loaded {
    loaded
}

/// The language that the settings ask for, where the arguments cannot be read or ask for help.
pub fn lang(args: &[OsString], env: &Env) -> Option<Lang> {
    let behind = args.iter().position(|arg| arg == "--settings").and_then(|at| args.get(at + 1));
    let joined = || args.iter().find_map(|arg| arg.to_str()?.strip_prefix("--settings=").map(PathBuf::from));
    let named = behind.map(PathBuf::from).or_else(joined);
    let path = named.or_else(|| env.config_folder.as_ref().map(|folder| folder.join(FILE)));
    settings::read(path.as_deref()).settings.lang
}

/// A file that an option names has to be there.
///
/// # Errors
/// [`Error::Usage`] where it is not.
pub fn must_be_there(cli: &Cli, loaded: &Loaded, lang: Lang) -> Result<(), Error> {
    match &cli.common.settings {
        Some(path) if !loaded.there => Err(Error::Usage(vec![lang.fill(Msg::ErrorNoSettings, &[&path.display()])])),
        _ => Ok(()),
    }
}

/// What the help says of the settings: where they stand or would stand, and what is wrong with them.
#[cfg(feature = "tui")]
pub fn about(loaded: &Loaded, lang: Lang) -> Vec<String> {
    let Some(path) = &loaded.path else { return Vec::new() };
    let file = if loaded.there { Msg::SettingsFile } else { Msg::SettingsNoFile };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let said = loaded.complaints.iter().map(|complaint| complaint.say(lang, &name));
    std::iter::once(lang.fill(file, &[&path.display()])).chain(said).collect()
}

/// Prints a file of settings with all defaults, each explained.
///
/// # Errors
/// When the output cannot be written.
pub fn print(lang: Lang, env: &Env, out: &mut dyn Write) -> io::Result<()> {
    let path = env.config_folder.as_ref().map(|folder| folder.join(FILE));
    out.write_all(settings::print(lang, path.as_deref()).as_bytes())?;
    print_keys(lang, out)
}

#[cfg(feature = "tui")]
fn print_keys(lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let keys = crate::tui::keymap::print(lang);
    write!(out, "\n{}{keys}", settings::comment(lang, Msg::SettingKeys))
}

#[cfg(not(feature = "tui"))]
fn print_keys(_: Lang, _: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
