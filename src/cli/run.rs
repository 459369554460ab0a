//! Doing what was planned: arguments in, exit code out.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use clap::Parser;

use super::args::{Cli, Command};
use super::env::Env;
use super::error::{Error, code};
use super::help::{Told, asked_lang, tell};
use super::plan::{ComparePlan, Plan, Setting, Writing, plan, setting};
use super::{completions, man, settings};
use crate::dataset::{Dataset, Files, embedded};
use crate::own_marks::Store;
use crate::query::compare::compare;
use crate::query::matrix::answer as matrix;
use crate::query::question::Question;
use crate::query::search::search;
use crate::query::similar::Weights;
use crate::query::topics::Index;
use crate::report::answer::{self, Answer, Form};
use crate::report::search::Found;
use crate::store;
use crate::texts::{Lang, Msg};

/// Runs the program; returns its exit code. Output goes to `out`, messages to `err`.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(asking) = &env.asking {
        // Nobody reads what goes wrong while a command is typed.
        let _ = completions::answer(asking, args, env.lang(), out).and_then(|()| out.flush());
        return code::DONE;
    }
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
        Plan::List(kind) => print(&answer::List { dataset, kind }, setting, out),
        Plan::Show(place, only) => print(&answer::Show { dataset, place, only }, setting, out),
        Plan::Matrix(filter, sort) => {
            let own = super::own_marks::counted(dataset, env, filter.own)?;
            let found = matrix(dataset, &own, &filter, sort);
            print(&answer::Matrix { dataset, own: &own, filter: &filter, answer: &found }, setting, out)
        }
        Plan::Compare(ComparePlan { a, b, sections, only, columns, inferred }) => {
            let comparison = &mut compare(dataset, a, b);
            comparison.plan.iter_mut().for_each(|texts| texts.inferred = inferred);
            print(&answer::Compare { dataset, comparison, sections: &sections, only, columns }, setting, out)
        }
        Plan::Search(typed, query) => {
            let found = Found { typed: &typed, query: &query, answer: &search(dataset, lang, &query) };
            print(&answer::Search { dataset, found }, setting, out)
        }
        Plan::Topics(None, asked) => {
            let index = &Index::new(dataset);
            let listed = &index.list(dataset, lang, asked.scope, asked.sort);
            print(&answer::Topics { dataset, index, asked, listed }, setting, out)
        }
        Plan::Topics(Some(topic), asked) => {
            print(&answer::Topic { dataset, index: &Index::new(dataset), asked, topic }, setting, out)
        }
        Plan::Similar(place, kind, limit) => {
            let weights = &Weights::new(dataset);
            let mut found = weights.similar(dataset, place, kind);
            found.truncate(limit);
            print(&answer::Similar { dataset, weights, place, kind, found: &found }, setting, out)
        }
        Plan::OwnMarks(what) => super::own_marks::run(dataset, &Store::at(env.data_folder.clone()), &what, lang, out),
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
        Plan::Completions(shell) => completions::script(shell, out).map(|()| code::DONE).map_err(Error::Write),
        Plan::Man => man::write(setting.manner, out).map(|()| code::DONE).map_err(Error::Write),
        Plan::Validate(_) => valid(dataset, lang.say(Msg::Bundled), lang, out),
    }
}

/// The command that answers a question without a screen, over the same data.
fn instead(dataset: &Dataset<'_>, setting: &Setting, question: &Question) -> String {
    let data = setting.data.as_ref().map(|folder| folder.display().to_string().replace('\'', r"'\''"));
    let data = data.map(|folder| format!(" --data '{folder}'")).unwrap_or_default();
    format!("`{}{data}`", question.command(dataset, setting.usual))
}

/// Writes an answer in the form that is asked for, to where it is asked for.
fn print(answer: &dyn Answer, setting: &Setting, out: &mut dyn Write) -> Result<u8, Error> {
    let Writing { form, to, force, .. } = &setting.writing;
    if *form == Form::Html && !answer.is_page() {
        let allowed = Form::ALL.into_iter().filter(|form| *form != Form::Html).map(Form::name).collect::<Vec<_>>();
        let (wrong, allowed) = (Form::Html.name(), allowed.join(", "));
        return Err(Error::Usage(vec![setting.lang.fill(Msg::UsageNotAllowed, &[&wrong, &"--format", &"", &allowed])]));
    }
    match to {
        None => answer::write(answer, *form, setting.manner, out).map_err(Error::Write)?,
        Some(path) => {
            let mut bytes = Vec::new();
            answer::write(answer, *form, setting.manner, &mut bytes).map_err(Error::Write)?;
            store::write_whole(path, &bytes, *force).map_err(Error::Output)?;
        }
    }
    Ok(if answer.any() { code::DONE } else { code::FOUND_WANTING })
}

fn validate(folder: &Path, lang: Lang, out: &mut dyn Write) -> Result<u8, Error> {
    // Where there is no folder, nothing was looked at.
    let faulty = if folder.is_dir() { Error::Found } else { Error::Data };
    let files = Files::read(folder).map_err(faulty)?;
    let dataset = files.decode().map_err(faulty)?;
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
