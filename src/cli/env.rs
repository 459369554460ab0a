//! What the program takes from its surroundings, as values: so tests hand in their own.

use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::completions::{Asking, VARIABLE};
use crate::texts::Lang;

/// The surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Env {
    /// The locale: `LC_ALL`, else `LC_CTYPE` for letters and `LC_MESSAGES` for language, else `LANG`.
    pub locale: String,
    /// The locale of messages.
    pub messages: String,
    /// Whether NO_COLOR is set to something.
    pub no_color: bool,
    /// Whether CLICOLOR_FORCE is set to something other than 0.
    pub force_color: bool,
    /// Whether standard output is a terminal.
    pub stdout_terminal: bool,
    /// Whether standard input is a terminal.
    pub stdin_terminal: bool,
    /// The columns of the terminal, where it tells.
    pub columns: Option<u16>,
    /// The person's config folder, for the settings; none where there is no home.
    pub config_folder: Option<PathBuf>,
    /// The person's data folder, for what is kept between runs; none where there is no home.
    pub data_folder: Option<PathBuf>,
    /// The shell that asks how the command could go on, where one does.
    pub asking: Option<Asking>,
}

impl Env {
    /// The surroundings of this process.
    pub fn of_process() -> Env {
        let set = |name: &str| env::var(name).ok().filter(|v| !v.is_empty());
        let locale =
            |category: &str| set("LC_ALL").or_else(|| set(category)).or_else(|| set("LANG")).unwrap_or_default();
        let stdout_terminal = io::stdout().is_terminal();
        let folders = directories::ProjectDirs::from("", "", "impactkaart");
        Env {
            locale: locale("LC_CTYPE"),
            messages: locale("LC_MESSAGES"),
            no_color: set("NO_COLOR").is_some(),
            force_color: set("CLICOLOR_FORCE").is_some_and(|v| v != "0"),
            stdout_terminal,
            stdin_terminal: io::stdin().is_terminal(),
            columns: if stdout_terminal { columns() } else { None },
            config_folder: folders.as_ref().map(|folders| folders.config_dir().to_path_buf()),
            data_folder: folders.as_ref().map(|folders| folders.data_dir().to_path_buf()),
            asking: set(VARIABLE).map(|shell| Asking { shell, folder: env::current_dir().ok() }),
        }
    }

    /// The language of the locale.
    pub fn lang(&self) -> Lang {
        Lang::of_locale(&self.messages)
    }

    /// Whether the locale can show letters outside ASCII.
    pub fn utf8(&self) -> bool {
        let locale = self.locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    }
}

#[cfg(feature = "tui")]
fn columns() -> Option<u16> {
    crate::tui::window_size().ok().map(|size| size.width).filter(|w| *w > 0)
}

#[cfg(not(feature = "tui"))]
fn columns() -> Option<u16> {
    env::var("COLUMNS").ok().and_then(|c| c.parse().ok())
}
