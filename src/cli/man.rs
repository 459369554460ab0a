//! `man`: the manual page, made of the definitions of the command line and of the key table, in the person's language.

use std::io::{self, Write};
use std::path::Path;

use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::error::code;
use super::help::{command, own_words};
use crate::report::ascii::ascii;
use crate::report::text::Manner;
use crate::texts::{Lang, Msg};
use crate::{memory, own_marks, settings};

const NAME: &str = "impactkaart";
/// The date of this version.
const DATE: &str = "2026-11-22";

/// Writes the manual page.
///
/// # Errors
/// When the writer fails.
pub fn write(manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { lang: manner.lang, roff: Vec::new() };
    page.whole()?;
    let text = tidy(&String::from_utf8_lossy(&page.roff));
    out.write_all(if manner.ascii { ascii(&text) } else { text }.as_bytes())
}

/// The page as far as it is written.
struct Page {
    lang: Lang,
    roff: Vec<u8>,
}

impl Page {
    fn whole(&mut self) -> io::Result<()> {
        let lang = self.lang;
        let mut program = command(lang);
        program.build();
        let program = quiet(program, lang);
        let man = Man::new(program.clone());
        self.title()?;
        self.part(Msg::ManName, |roff| man.render_name_section(roff))?;
        self.part(Msg::ManSynopsis, |roff| man.render_synopsis_section(roff))?;
        self.part(Msg::ManDescription, |roff| man.render_description_section(roff))?;
        self.heading(Msg::ManOptions)?;
        self.paragraph(lang.say(Msg::ManOptionsRule))?;
        self.options(&program)?;
        self.heading(Msg::ManCommands)?;
        for sub in program.get_subcommands() {
            self.command(sub)?;
        }
        self.keys()?;
        self.list(Msg::ManExit, &exits(lang))?;
        self.list(Msg::ManFiles, &files(lang))?;
        self.list(Msg::ManEnvironment, &environment(lang))?;
        self.heading(Msg::ManExamples)?;
        let after = program.get_after_help().map(ToString::to_string).unwrap_or_default();
        self.typed(&after.lines().filter_map(|line| line.strip_prefix("  ")).collect::<Vec<_>>())
    }

    /// A section of clap's, under our heading.
    fn part(&mut self, heading: Msg, render: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        self.heading(heading)?;
        self.body(render)
    }

    /// A section of clap's without its heading.
    fn body(&mut self, render: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut text = Vec::new();
        render(&mut text)?;
        let text = String::from_utf8_lossy(&text).into_owned();
        // Every piece of clap's begins by saying how apostrophes look, and in which section it stands.
        let mut lines = text.lines().skip_while(|line| !line.starts_with(".SH"));
        for line in lines.by_ref().skip(1) {
            let line = own_words(line, self.lang).replace("Possible values:", self.lang.say(Msg::ManPossible));
            writeln!(self.roff, "{line}")?;
        }
        Ok(())
    }

    fn title(&mut self) -> io::Result<()> {
        let source = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
        let mut roff = Roff::new();
        roff.control("TH", [NAME.to_uppercase().as_str(), "1", DATE, &source, self.lang.say(Msg::ManManual)]);
        roff.to_writer(&mut self.roff)
    }

    fn add(&mut self, write: impl FnOnce(&mut Roff)) -> io::Result<()> {
        let mut roff = Roff::new();
        write(&mut roff);
        // How apostrophes look is said once, before the title.
        let text = roff.render();
        let mut lines = text.lines().filter(|line| !line.starts_with(".ie ") && !line.starts_with(".el "));
        lines.try_for_each(|line| writeln!(self.roff, "{line}"))
    }

    fn heading(&mut self, msg: Msg) -> io::Result<()> {
        let said = self.lang.say(msg);
        self.add(|roff| {
            roff.control("SH", [said]);
        })
    }

    fn subheading(&mut self, said: &str) -> io::Result<()> {
        self.add(|roff| {
            roff.control("SS", [said]);
        })
    }

    fn paragraph(&mut self, said: &str) -> io::Result<()> {
        self.add(|roff| {
            roff.text([roman(said)]);
        })
    }

    /// What is explained, each with its explanation.
    fn list(&mut self, heading: Msg, items: &[(String, String)]) -> io::Result<()> {
        self.heading(heading)?;
        items.iter().try_for_each(|(what, said)| self.item(vec![bold(what)], said))
    }

    fn item(&mut self, what: Vec<Inline>, said: &str) -> io::Result<()> {
        self.add(|roff| {
            roff.control("TP", []);
            roff.text(what);
            roff.text([roman(said)]);
        })
    }

    /// A command with its own options, and those of the commands in it.
    fn command(&mut self, command: &Command) -> io::Result<()> {
        let name = command.get_bin_name().unwrap_or(command.get_name()).to_string();
        self.subheading(&name)?;
        let man = Man::new(command.clone());
        self.body(|roff| man.render_description_section(roff))?;
        self.add(|roff| {
            roff.control("PP", []);
        })?;
        self.body(|roff| man.render_synopsis_section(roff))?;
        self.options(command)?;
        self.after(command)?;
        command.get_subcommands().try_for_each(|sub| self.command(sub))
    }

    fn options(&mut self, command: &Command) -> io::Result<()> {
        if command.get_arguments().all(Arg::is_hide_set) {
            return Ok(());
        }
        let man = Man::new(command.clone());
        self.body(|roff| man.render_options_section(roff))
    }

    /// What stands under the help of a command: examples as they are typed, the rest as text.
    fn after(&mut self, command: &Command) -> io::Result<()> {
        let Some(after) = command.get_after_help() else { return Ok(()) };
        let after = own_words(&after.to_string(), self.lang);
        let mut typed: Vec<&str> = Vec::new();
        // A line more than there are, so that examples at the end are written too.
        for line in after.lines().chain([""]) {
            if let Some(example) = line.strip_prefix("  ") {
                typed.push(example);
                continue;
            }
            self.typed(&std::mem::take(&mut typed))?;
            if !line.is_empty() {
                self.add(|roff| {
                    roff.control("PP", []);
                    roff.text([roman(line)]);
                })?;
            }
        }
        Ok(())
    }

    /// Commands as they are typed, a line each.
    fn typed(&mut self, lines: &[&str]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.add(|roff| {
            roff.control("RS", ["4"]).control("nf", []);
            for line in lines {
                roff.text([bold(*line)]);
            }
            roff.control("fi", []).control("RE", []);
        })
    }

    #[cfg(feature = "tui")]
    fn keys(&mut self) -> io::Result<()> {
        use crate::tui::action::{BINDINGS, Scope};

        let lang = self.lang;
        self.heading(Msg::ManKeys)?;
        self.paragraph(lang.say(Msg::ManKeysRule))?;
        let mut scopes: Vec<Scope> = Vec::new();
        for binding in BINDINGS {
            if !scopes.contains(&binding.scope) {
                scopes.push(binding.scope);
            }
        }
        for scope in scopes {
            self.subheading(lang.say(match scope {
                Scope::Everywhere => Msg::ManEverywhere,
                Scope::View(view) => view.name(),
                Scope::Field => Msg::ManField,
            }))?;
            for binding in BINDINGS.iter().filter(|binding| binding.scope == scope) {
                let keys: Vec<String> = binding.keys.iter().map(|key| key.label()).collect();
                self.item(vec![bold(keys.join("  "))], lang.say(binding.msg))?;
            }
        }
        Ok(())
    }

    #[cfg(not(feature = "tui"))]
    fn keys(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The definitions without what is told once, in a language: the options of all commands, and help for each.
fn quiet(command: Command, lang: Lang) -> Command {
    let said = |arg: Arg, words: &str| arg.help(own_words(words, lang)).long_help(own_words(words, lang));
    let command = command.mut_args(|arg| match arg.get_id().as_str() {
        "help" => said(arg, "Print help"),
        "version" => said(arg, "Print version"),
        _ => arg,
    });
    let command = command.subcommand_value_name(lang.say(Msg::ManCommand));
    command.mut_subcommands(|sub| without_globals(sub, lang))
}

fn without_globals(command: Command, lang: Lang) -> Command {
    let told = |arg: &Arg| arg.is_global_set() || arg.get_id() == "help";
    let command = command.mut_args(|arg| if told(&arg) { arg.hide(true) } else { arg });
    let command = command.subcommand_value_name(lang.say(Msg::ManCommand));
    command.mut_subcommands(|sub| without_globals(sub, lang))
}

/// How long a line of the source is at most.
const LINE: usize = 76;

/// The source as manual checkers want it: no line that is long, empty or blank at its end.
fn tidy(roff: &str) -> String {
    let mut tidied = String::with_capacity(roff.len() + roff.len() / 16);
    let (mut last, mut verbatim) = ("", false);
    for line in roff.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        verbatim = (verbatim || line == ".nf") && line != ".fi";
        // A break after a break is an empty line; the line after .TP is what is explained, whole.
        let whole = verbatim || line.starts_with(['.', '\'']) || last == ".TP";
        if whole && !(line == ".br" && last == ".br") {
            tidied.push_str(line);
            tidied.push('\n');
        } else if !whole {
            fold(line, &mut tidied);
        }
        last = line;
    }
    tidied
}

/// A line of text in several, none of which begins as a request.
fn fold(line: &str, out: &mut String) {
    let mut length = 0;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        // A letter outside ASCII is an escape to the checkers.
        let width: usize = word.chars().map(|c| if c.is_ascii() { 1 } else { 8 }).sum();
        if length > 0 && length + 1 + width <= LINE {
            out.push(' ');
            length += 1;
        } else if length > 0 {
            out.push('\n');
            length = 0;
            if word.starts_with(['.', '\'']) {
                out.push_str("\\&");
            }
        }
        out.push_str(word);
        length += width;
    }
    out.push('\n');
}

fn exits(lang: Lang) -> Vec<(String, String)> {
    let codes = [
        (code::DONE, Msg::ManExitDone),
        (code::FOUND_WANTING, Msg::ManExitWanting),
        (code::USAGE, Msg::ManExitUsage),
        (code::DATA, Msg::ManExitData),
        (code::TROUBLE, Msg::ManExitTrouble),
    ];
    codes.map(|(code, msg)| (code.to_string(), lang.say(msg).to_string())).into()
}

fn files(lang: Lang) -> Vec<(String, String)> {
    let files = [
        ("~/.config/impactkaart", settings::FILE, Msg::ManFileSettings),
        ("~/.local/share/impactkaart", own_marks::FILE, Msg::ManFileMarks),
        ("~/.local/share/impactkaart", memory::FILE, Msg::ManFileMemory),
    ];
    files
        .map(|(folder, file, msg)| (Path::new(folder).join(file).display().to_string(), lang.say(msg).to_string()))
        .into()
}

fn environment(lang: Lang) -> Vec<(String, String)> {
    let variables = [
        ("LC_ALL, LC_MESSAGES, LC_CTYPE, LANG", Msg::ManEnvLocale),
        ("NO_COLOR", Msg::ManEnvNoColor),
        ("CLICOLOR_FORCE", Msg::ManEnvForceColor),
        ("XDG_CONFIG_HOME, XDG_DATA_HOME", Msg::ManEnvXdg),
        ("TMUX, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY", Msg::ManEnvClipboard),
    ];
    variables.map(|(name, msg)| (name.to_string(), lang.say(msg).to_string())).into()
}
