//! Doing what was planned: arguments in, exit code out.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use clap::Parser;

use super::args::{Cli, Command, Format};
use super::env::Env;
use super::error::{Error, code};
use super::help::{Told, asked_lang, tell};
use super::plan::{ComparePlan, Plan, Setting, plan, setting};
use super::settings;
use crate::dataset::{Dataset, Files, embedded};
use crate::own_marks::Store;
use crate::query::question::Question;
use crate::query::search::search;
use crate::report::{compare_json, compare_text, json, search as hits, text};
use crate::texts::{Lang, Msg};

/// Runs the program; returns its exit code. Output goes to `out`, messages to `err`.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let Ok(cli) = Cli::try_parse_from(&args) else { return help(&args, env, out, err) };
    let setting = setting(&cli, settings::load(&cli, env), env);
    let lang = setting.lang;
    if !cli.print_settings {
        for line in setting.loaded.told(lang) {
            let _ = writeln!(err, "impactkaart: {line}");
        }
    }
    let result = carry_out(&cli, &setting, env, out).and_then(|code| out.flush().map(|()| code).map_err(Error::Write));
    match result {
        Ok(code) => code,
        // Whoever read our output has seen enough.
        Err(Error::Write(e)) if e.kind() == io::ErrorKind::BrokenPipe => code::DONE,
        Err(e) => {
            for line in e.say(lang) {
                // Nobody is left to tell when standard error is gone as well.
                let _ = writeln!(err, "impactkaart: {line}");
            }
            e.code()
        }
    }
}

/// Help, or what is wrong with how the program was called.
fn help(args: &[OsString], env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    match tell(args, asked_lang(args).or_else(|| settings::lang(args, env)).unwrap_or(env.lang())) {
        // Whoever read our help has seen enough; nobody is left to tell.
        Told::Help(text) => {
            let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
            code::DONE
        }
        Told::Wrong(lines) => {
            for line in lines {
                let _ = writeln!(err, "impactkaart: {line}");
            }
            code::USAGE
        }
    }
}

fn carry_out(cli: &Cli, setting: &Setting, env: &Env, out: &mut dyn Write) -> Result<u8, Error> {
    settings::must_be_there(cli, &setting.loaded, setting.lang)?;
    if cli.print_settings {
        return settings::print(setting.lang, env, out).map(|()| code::DONE).map_err(Error::Write);
    }
    // Checking a folder must not stop at the faults that it is there to report.
    if let Some(Command::Validate(args)) = &cli.command
        && let Some(folder) = args.folder.as_deref().or(setting.data.as_deref())
    {
        return validate(folder, setting.lang, out);
    }
    match &setting.data {
        None => with_dataset(&embedded().map_err(Error::Data)?, cli, setting, env, out),
        Some(folder) => {
            let files = Files::read(folder).map_err(Error::Data)?;
            let dataset = files.decode().map_err(Error::Data)?;
            with_dataset(&dataset, cli, setting, env, out)
        }
    }
}

fn with_dataset(
    dataset: &Dataset<'_>,
    cli: &Cli,
    setting: &Setting,
    env: &Env,
    out: &mut dyn Write,
) -> Result<u8, Error> {
    let lang = setting.lang;
    match plan(cli, setting, dataset)? {
        Plan::Screen(question) => {
            if !(env.stdin_terminal && env.stdout_terminal) {
                let instead = instead(dataset, setting, &question);
                return Err(Error::NoTerminal(instead));
            }
            screen(dataset, setting, env, &question)
        }
        Plan::Search(typed, query, format) => {
            let answer = search(dataset, lang, &query);
            let found = hits::Found { typed: &typed, query: &query, answer: &answer };
            match format {
                Format::Text => hits::text(dataset, found, setting.manner, out),
                Format::Json => hits::json(dataset, found, out),
            }
            .map_err(Error::Write)?;
            Ok(if answer.is_empty() { code::FOUND_WANTING } else { code::DONE })
        }
        Plan::List(kind, Format::Text) => {
            text::list(dataset, kind, setting.manner, out).map_err(Error::Write).map(|()| code::DONE)
        }
        Plan::List(kind, Format::Json) => json::list(dataset, kind, out).map_err(Error::Write).map(|()| code::DONE),
        Plan::Show(place, only, Format::Text) => {
            text::show(dataset, place, only, setting.manner, out).map_err(Error::Write).map(|()| code::DONE)
        }
        Plan::Show(place, only, Format::Json) => {
            json::show(dataset, place, only, out).map_err(Error::Write).map(|()| code::DONE)
        }
        Plan::Matrix(filter, sort, format) => {
            let own = super::own_marks::counted(dataset, env, filter.own)?;
            super::matrix::print(dataset, &own, &filter, sort, format, setting.manner, out)
        }
        Plan::OwnMarks(what) => super::own_marks::run(dataset, &Store::at(env.data_folder.clone()), &what, lang, out),
        Plan::Topics(topic, asked, format) => super::topics::print(dataset, topic, asked, format, setting.manner, out),
        Plan::Similar(place, kind, limit, format) => {
            super::topics::print_similar(dataset, place, kind, limit, format, setting.manner, out)
        }
        Plan::Compare(plan) => compare(dataset, &plan, setting, out),
        Plan::Map(asked, format) => {
            let own = super::own_marks::counted(dataset, env, asked.own)?;
            super::map::print(dataset, &own, asked, format, setting.manner, out)
        }
        Plan::Figures(metric, sort, format) => {
            super::map::print_figures(dataset, metric, sort, format, setting.manner, out)
        }
        Plan::Regioplan(plan) => super::regioplan::print(dataset, &plan, setting.manner, out),
        Plan::National(sections, format) => super::national::print(dataset, &sections, format, setting.manner, out),
        Plan::Concrete(region, asked, format) => {
            super::national::print_concrete(dataset, region, asked, format, setting.manner, out)
        }
        Plan::Agenda(filter, format) => super::national::print_agenda(dataset, &filter, format, setting.manner, out),
        Plan::Validate(_) => valid(dataset, lang.say(Msg::Bundled), lang, out),
    }
}

/// The command that answers a question without a screen, over the same data.
fn instead(dataset: &Dataset<'_>, setting: &Setting, question: &Question) -> String {
    let data = setting.data.as_ref().map(|folder| folder.display().to_string().replace('\'', r"'\''"));
    let data = data.map(|folder| format!(" --data '{folder}'")).unwrap_or_default();
    format!("`{}{data}`", question.command(dataset, setting.usual))
}

fn compare(dataset: &Dataset<'_>, plan: &ComparePlan, setting: &Setting, out: &mut dyn Write) -> Result<u8, Error> {
    let mut comparison = crate::query::compare::compare(dataset, plan.a, plan.b);
    comparison.plan.iter_mut().for_each(|texts| texts.inferred = plan.inferred);
    let ComparePlan { sections, only, columns, .. } = plan;
    let written = match plan.format {
        Format::Text => compare_text::compare(dataset, &comparison, sections, *only, *columns, setting.manner, out),
        Format::Json => compare_json::compare(dataset, &comparison, sections, *only, out),
    };
    written.map_err(Error::Write)?;
    let any = sections.iter().any(|section| comparison.shows_any(*section, *only));
    Ok(if any { code::DONE } else { code::FOUND_WANTING })
}

fn validate(folder: &Path, lang: Lang, out: &mut dyn Write) -> Result<u8, Error> {
    let files = Files::read(folder).map_err(Error::Data)?;
    let dataset = files.decode().map_err(Error::Data)?;
    valid(&dataset, &folder.display().to_string(), lang, out)
}

fn valid(dataset: &Dataset<'_>, what: &str, lang: Lang, out: &mut dyn Write) -> Result<u8, Error> {
    let line =
        lang.fill(Msg::Valid, &[&what, &dataset.regions().len(), &dataset.rows().len(), &dataset.entries().len()]);
    writeln!(out, "{line}").map_err(Error::Write)?;
    Ok(code::DONE)
}

#[cfg(feature = "tui")]
fn screen(dataset: &Dataset<'_>, setting: &Setting, env: &Env, question: &Question) -> Result<u8, Error> {
    use crate::clipboard::Surroundings;
    use crate::memory::Memory;
    use crate::settings::Colours;
    use crate::tui::action::{Action, ViewId};
    use crate::tui::glyphs::{ASCII, UNICODE};
    use crate::tui::keymap::Keymap;
    use crate::tui::state::{Context, Wishes};
    use crate::tui::theme::Scheme;
    use crate::tui::{Kept, Left, run, window_size};

    let loaded = &setting.loaded;
    let (keys, _) = Keymap::of(&loaded.settings.keys);
    let context = Context {
        dataset,
        keys: &keys,
        lang: setting.lang,
        scheme: match loaded.settings.scheme {
            _ if !setting.colour => Scheme::Plain,
            Colours::Terminal => Scheme::Terminal,
            Colours::Dark => Scheme::Dark,
            Colours::Light => Scheme::Light,
            Colours::Contrast => Scheme::Contrast,
        },
        glyphs: if setting.manner.ascii { ASCII } else { UNICODE },
        size: window_size().map_err(Error::Terminal)?,
        meeting: false,
    };
    let memory = Memory::open(env.data_folder.as_deref(), setting.lang);
    let kept = Kept { memory, own: Store::at(env.data_folder.clone()) };
    let wishes = Wishes {
        mouse: loaded.settings.mouse,
        strength: setting.usual.strength,
        own: setting.usual.own,
        told: settings::about(loaded, setting.lang),
        notice: loaded.notice(setting.lang, &keys.key_of(ViewId::Regions, Action::Help)),
    };
    let surroundings = Surroundings::of_process(loaded.settings.clipboard);
    match run(context, question, kept, wishes, surroundings).map_err(Error::Terminal)? {
        Left::Quit => Ok(code::DONE),
        // As a shell tells it of a process that a signal ended.
        Left::Signal(signal) => Ok(u8::try_from(128 + signal).unwrap_or(code::TROUBLE)),
    }
}

#[cfg(not(feature = "tui"))]
fn screen(dataset: &Dataset<'_>, setting: &Setting, _: &Env, question: &Question) -> Result<u8, Error> {
    let instead = instead(dataset, setting, question);
    Err(Error::Usage(vec![setting.lang.fill(Msg::ErrorNoScreen, &[&instead])]))
}
