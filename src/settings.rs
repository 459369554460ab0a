//! What a person sets once and for all: a TOML file in the person's config folder, read at the start and never written.
//!
//! A wrong setting is told with its line and what is allowed, and takes nothing else with it. Also in a file that is no
//! TOML everything holds that can be read of it, but for what touches a line that is wrong. Options on the command line
//! win over settings, settings over the locale.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::query::matrix::Strength;
use crate::texts::{Lang, Msg};

/// The name of the file in the person's config folder.
pub const FILE: &str = "settings.toml";

/// How text is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// What fits the surroundings.
    #[default]
    Auto,
    /// Through the terminal.
    Osc52,
    /// Through tmux.
    Tmux,
    /// Through the terminal, wrapped so that a tmux which allows passthrough hands it on.
    Passthrough,
    /// To the local desktop.
    Native,
    /// Not at all.
    Off,
}

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// The terminal's own.
    #[default]
    Terminal,
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// High contrast.
    Contrast,
}

/// Which signs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// What the locale can show.
    #[default]
    Auto,
    /// Also signs outside ASCII.
    Unicode,
    /// Only ASCII.
    Ascii,
}

/// All that can be set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of the interface; else that of the locale.
    pub lang: Option<Lang>,
    /// The colours of the screen.
    pub scheme: Colours,
    /// Which signs are written.
    pub glyphs: Signs,
    /// How text is copied.
    pub clipboard: Way,
    /// Whether the screen starts with the mouse on.
    pub mouse: bool,
    /// How sure a row of the matrix must be to be shown, where nothing else is asked.
    pub strength: Strength,
    /// Whether own marks count in the matrix, where nothing else is asked.
    pub own_marks_counted: bool,
    /// Keys that are bound anew, as they are written.
    pub keys: Vec<Rebind>,
}

/// An action with keys of the person's own, as the file has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebind {
    /// The view, or `field`, that it holds for; none for wherever the action has keys outside a text field.
    pub place: Option<String>,
    /// The id of the action.
    pub action: String,
    /// The keys.
    pub keys: Vec<String>,
    /// Where it stands.
    pub line: usize,
}

impl Rebind {
    /// The setting by its whole name: `keys.quit`, `keys.in.matrix.own-mark`.
    pub fn name(&self) -> String {
        match &self.place {
            None => format!("keys.{}", self.action),
            Some(place) => format!("keys.in.{place}.{}", self.action),
        }
    }
}

/// Something that is wrong with a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The line; 0 for the whole file.
    pub line: usize,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong, and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The file cannot be read.
    Unreadable(String),
    /// The file is no UTF-8.
    NotUtf8,
    /// The line is no TOML, and why.
    NotToml(String),
    /// There is no such setting; what was perhaps meant.
    Unknown {
        /** The setting. */
        name: String,
        /** What was perhaps meant, else all that is allowed. */
        near: Result<String, String>,
    },
    /// The setting cannot have this value.
    Value {
        /** The setting. */
        name: String,
        /** The value. */
        found: String,
        /** What is allowed. */
        allowed: String,
    },
    /// There is no such key, or no terminal sends it.
    Key {
        /** The setting. */
        name: String,
        /** The key. */
        key: String,
        /** Why it cannot be. */
        why: Msg,
    },
    /// Two actions have the same key in the same place.
    Clash {
        /** The key. */
        key: String,
        /** Both actions: the setting and what it does. */
        actions: [(String, Msg); 2],
    },
}

impl Complaint {
    /// The complaint in words, with the file by the name that is given.
    pub fn say(&self, lang: Lang, file: &str) -> String {
        let said = match &self.what {
            Wrong::Unreadable(why) => lang.fill(Msg::FaultUnreadable, &[why]),
            Wrong::NotUtf8 => lang.say(Msg::SettingNotUtf8).to_string(),
            Wrong::NotToml(why) => lang.fill(Msg::SettingNotToml, &[why]),
            Wrong::Unknown { name, near: Ok(near) } => {
                lang.fill(Msg::SettingUnknown, &[name]) + &lang.fill(Msg::ErrorDidYouMean, &[near])
            }
            Wrong::Unknown { name, near: Err(allowed) } if allowed.is_empty() => {
                lang.fill(Msg::SettingUnknown, &[name]) + lang.say(Msg::SettingPrints)
            }
            Wrong::Unknown { name, near: Err(allowed) } => {
                lang.fill(Msg::SettingUnknown, &[name]) + &lang.fill(Msg::SettingAllowed, &[allowed])
            }
            Wrong::Value { name, found, allowed } => {
                lang.fill(Msg::SettingValue, &[name, found]) + &lang.fill(Msg::SettingAllowed, &[allowed])
            }
            Wrong::Key { name, key, why } => lang.fill(Msg::SettingKey, &[name, key, &lang.say(*why)]),
            Wrong::Clash { key, actions: [(one, does_one), (other, does_other)] } => {
                lang.fill(Msg::SettingClash, &[key, one, &lang.say(*does_one), other, &lang.say(*does_other)])
            }
        };
        let place = if self.line == 0 { file.to_string() } else { format!("{file}:{}", self.line) };
        // What the file holds never reaches the terminal as a control sequence.
        format!("{place}: {said}").chars().filter(|c| !c.is_control()).collect()
    }
}

/// Settings with what is wrong about their file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// What holds.
    pub settings: Settings,
    /// What is wrong, in the order of the file.
    pub complaints: Vec<Complaint>,
    /// The file, whether it is there or not.
    pub path: Option<PathBuf>,
    /// Whether it is there.
    pub there: bool,
}

impl Loaded {
    /// Adds what somebody else has to say about the settings.
    pub fn complain(&mut self, more: impl IntoIterator<Item = Complaint>) {
        self.complaints.extend(more);
        self.complaints.sort_by_key(|complaint| complaint.line);
    }

    /// The complaints in words, each with the whole path.
    pub fn told(&self, lang: Lang) -> Vec<String> {
        let path = self.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        self.complaints.iter().map(|complaint| complaint.say(lang, &path)).collect()
    }

    /// One line about all complaints, short enough for the foot of the screen.
    pub fn notice(&self, lang: Lang, help: &str) -> Option<String> {
        let file = self.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let first = self.complaints.first()?.say(lang, &file.unwrap_or_default());
        match self.complaints.len() {
            1 => Some(first),
            n => Some(lang.fill(Msg::SettingsWrong, &[&n, &help, &first])),
        }
    }
}

/// Reads the settings; without a file there are none. A file that cannot be read is told, not replaced.
pub fn read(path: Option<&Path>) -> Loaded {
    let mut loaded = Loaded { path: path.map(Path::to_path_buf), ..Loaded::default() };
    let Some(path) = path else { return loaded };
    let bytes = fs::read(path);
    loaded.there = !bytes.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::NotFound);
    match bytes {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => (loaded.settings, loaded.complaints) = parse(&text),
            Err(_) => loaded.complaints.push(Complaint { line: 0, what: Wrong::NotUtf8 }),
        },
        Err(_) if !loaded.there => {}
        Err(e) => loaded.complaints.push(Complaint { line: 0, what: Wrong::Unreadable(e.to_string()) }),
    }
    loaded
}

/// What a file of settings says, and what is wrong with it.
pub fn parse(text: &str) -> (Settings, Vec<Complaint>) {
    let (text, blanked) = blank(text);
    let (table, errors) = DeTable::parse_recoverable(&text);
    let mut reader = Reader { text: &text, bad: blanked, settings: Settings::default(), complaints: Vec::new() };
    reader.bad.extend(errors.into_iter().map(|e| (line_of(&text, start(&e)), e.message().to_string())));
    reader.bad.sort_by_key(|(line, _)| *line);
    reader.bad.dedup_by_key(|(line, _)| *line);
    reader.table(table.get_ref());
    // What is wrong and belongs to no setting.
    for (line, why) in std::mem::take(&mut reader.bad) {
        reader.complain(line, Wrong::NotToml(why));
    }
    reader.complaints.sort_by_key(|complaint| complaint.line);
    (reader.settings, reader.complaints)
}

/// The text without the lines after which no more of it could be read, and what is wrong with these: lines that belong
/// to no setting, and the beginnings of lists and texts that have no end.
fn blank(text: &str) -> (String, Vec<(usize, String)>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut blanked = Vec::new();
    for _ in 0..MOST_BLANKED {
        let now = lines.join("\n");
        let (table, errors) = DeTable::parse_recoverable(&now);
        let mut spans = Vec::new();
        if !errors.is_empty() {
            settings_in(table.get_ref(), &mut spans);
        }
        let mut found = None;
        for e in &errors {
            let (at, end) = (start(e), now.trim_end().len());
            let owner = spans.iter().find(|span| (span.start..=span.end).contains(&at));
            let first = match owner {
                Some(span) if at >= end && now.get(span.clone()).is_some_and(|s| s.contains('\n')) => span.start,
                Some(_) => continue,
                None => at,
            };
            let line = line_of(&now, first);
            // A heading that stands twice does no harm.
            let harmless =
                |line: &str| line.trim().is_empty() || line.starts_with('[') && line.trim_end().ends_with(']');
            if lines.get(line - 1).is_some_and(|line| !harmless(line)) {
                found = Some((line, e.message().to_string()));
                break;
            }
        }
        let Some((line, why)) = found else { return (now, blanked) };
        if let Some(text) = lines.get_mut(line - 1) {
            *text = "";
        }
        blanked.push((line, why));
    }
    (lines.join("\n"), blanked)
}

/// How many lines are left out before the rest is taken as it is.
const MOST_BLANKED: usize = 200;

/// From where to where the settings stand, those of tables each.
fn settings_in(table: &Table<'_>, spans: &mut Vec<Range<usize>>) {
    for (name, value) in table {
        match value.get_ref().as_table() {
            Some(inner) => settings_in(inner, spans),
            None => spans.push(name.span().start..value.span().end.max(name.span().end)),
        }
    }
}

fn start(error: &toml::de::Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

/// How many characters of a wrong value are told.
const TOLD: usize = 30;

struct Reader<'t> {
    text: &'t str,
    /// Lines that are no TOML, and why; those that a setting has told are taken away.
    bad: Vec<(usize, String)>,
    settings: Settings,
    complaints: Vec<Complaint>,
}

type Table<'t> = DeTable<'t>;
type Value<'t> = Spanned<DeValue<'t>>;

impl<'t> Reader<'t> {
    fn line(&self, at: usize) -> usize {
        line_of(self.text, at)
    }

    fn complain(&mut self, line: usize, what: Wrong) {
        self.complaints.push(Complaint { line, what });
    }

    fn table(&mut self, table: &Table<'t>) {
        for (name, value) in table {
            let (line, name) = (self.line(name.span().start), name.get_ref().as_ref());
            let bad = self.take_bad(line, self.line(value.span().end));
            if name == "keys" {
                match value.get_ref().as_table() {
                    Some(keys) => {
                        // A heading of a table does not span what stands under it.
                        self.bad.extend(bad.map(|why| (line, why)));
                        self.keys(keys, None);
                    }
                    None => self.wrong_value(line, "keys", value, "[keys]"),
                }
                continue;
            }
            let Some(slot) = self.settings.slot(name) else {
                let near = near(name, NAMES.iter().copied());
                let near = near.ok_or_else(|| format!("{}, keys", NAMES.join(", ")));
                self.complain(line, Wrong::Unknown { name: name.to_string(), near });
                continue;
            };
            if bad.is_some() || !slot.set(value.get_ref()) {
                let allowed = slot.allowed().join(", ");
                self.wrong_value(line, name, value, &allowed);
            }
        }
    }

    /// What is wrong with the form of the lines of a setting, taken away from what is yet to be told.
    fn take_bad(&mut self, from: usize, to: usize) -> Option<String> {
        let (ours, others) =
            std::mem::take(&mut self.bad).into_iter().partition(|(line, _)| (from..=to).contains(line));
        self.bad = others;
        let ours: Vec<(usize, String)> = ours;
        ours.into_iter().next().map(|(_, why)| why)
    }

    fn wrong_value(&mut self, line: usize, name: &str, value: &Value<'t>, allowed: &str) {
        let found = self.written(value.span());
        self.complain(line, Wrong::Value { name: name.to_string(), found, allowed: allowed.to_string() });
    }

    /// A value as the file has it, cut where it is long.
    fn written(&self, span: Range<usize>) -> String {
        let text = self.text.get(span).unwrap_or_default().lines().next().unwrap_or_default();
        let cut: String = text.chars().take(TOLD).collect();
        if cut.len() < text.len() { cut + "..." } else { cut }
    }

    fn keys(&mut self, table: &Table<'t>, place: Option<&str>) {
        for (name, value) in table {
            let (line, action) = (self.line(name.span().start), name.get_ref().as_ref());
            if let (None, "in", Some(places)) = (place, action, value.get_ref().as_table()) {
                for (place, keys) in places {
                    let (line, place) = (self.line(place.span().start), place.get_ref().as_ref());
                    match keys.get_ref().as_table() {
                        Some(keys) => self.keys(keys, Some(place)),
                        None => {
                            self.wrong_value(line, &format!("keys.in.{place}"), keys, &format!("[keys.in.{place}]"))
                        }
                    }
                }
                continue;
            }
            let mut rebind = Rebind { place: place.map(str::to_string), action: action.into(), keys: Vec::new(), line };
            let bad = self.take_bad(line, self.line(value.span().end));
            match listed(value.get_ref()) {
                _ if let Some(why) = bad => self.complain(line, Wrong::NotToml(why)),
                Some(keys) => {
                    rebind.keys = keys;
                    self.settings.keys.push(rebind);
                }
                None => self.wrong_value(line, &rebind.name(), value, "\"x\", [\"x\", \"Ctrl-X\"]"),
            }
        }
    }
}

/// A text or a list of texts that is not empty.
fn listed(value: &DeValue<'_>) -> Option<Vec<String>> {
    if let Some(key) = value.as_str() {
        return Some(vec![key.to_string()]);
    }
    let keys: Option<Vec<String>> =
        value.as_array()?.iter().map(|key| key.get_ref().as_str().map(str::to_string)).collect();
    keys.filter(|keys| !keys.is_empty())
}

/// What was perhaps meant.
pub fn near<'n>(asked: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let asked = asked.to_lowercase().replace('_', "-");
    let distance = |name: &str| strsim::osa_distance(&asked, &name.replace('_', "-"));
    let (distance, name) = names.map(|name| (distance(name), name)).min()?;
    (distance * 5 <= asked.chars().count() * 2).then(|| name.to_string())
}

/// The settings but for the keys, in the order of the file.
const NAMES: [&str; 7] = ["lang", "scheme", "glyphs", "clipboard", "mouse", "strength", "own_marks_counted"];

impl Settings {
    fn slot(&mut self, name: &str) -> Option<&mut dyn Slot> {
        Some(match name {
            "lang" => &mut self.lang,
            "scheme" => &mut self.scheme,
            "glyphs" => &mut self.glyphs,
            "clipboard" => &mut self.clipboard,
            "mouse" => &mut self.mouse,
            "strength" => &mut self.strength,
            "own_marks_counted" => &mut self.own_marks_counted,
            _ => return None,
        })
    }
}

/// A setting that takes one of some values.
trait Slot {
    /// Takes a value over; whether it is one of those.
    fn set(&mut self, value: &DeValue<'_>) -> bool;
    /// The values, as the file writes them.
    fn allowed(&self) -> Vec<String>;
    /// What it is now, as the file writes it.
    fn written(&self) -> String;
}

impl Slot for bool {
    fn set(&mut self, value: &DeValue<'_>) -> bool {
        *self = value.as_bool().unwrap_or(*self);
        value.is_bool()
    }

    fn allowed(&self) -> Vec<String> {
        vec!["true".into(), "false".into()]
    }

    fn written(&self) -> String {
        self.to_string()
    }
}

/// Something chosen by a word.
trait Choice: Copy + PartialEq + 'static {
    /// The words.
    const WORDS: &'static [(&'static str, Self)];
}

impl<T: Choice> Slot for T {
    fn set(&mut self, value: &DeValue<'_>) -> bool {
        let word = value.as_str().and_then(|said| T::WORDS.iter().find(|(word, _)| *word == said));
        *self = word.map_or(*self, |(_, choice)| *choice);
        word.is_some()
    }

    fn allowed(&self) -> Vec<String> {
        T::WORDS.iter().map(|(word, _)| format!("\"{word}\"")).collect()
    }

    fn written(&self) -> String {
        let word = T::WORDS.iter().find(|(_, choice)| choice == self);
        word.map(|(word, _)| format!("\"{word}\"")).unwrap_or_default()
    }
}

impl Choice for Option<Lang> {
    const WORDS: &'static [(&'static str, Self)] = &[("auto", None), ("nl", Some(Lang::Nl)), ("en", Some(Lang::En))];
}

impl Choice for Colours {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("terminal", Colours::Terminal),
        ("dark", Colours::Dark),
        ("light", Colours::Light),
        ("contrast", Colours::Contrast),
    ];
}

impl Choice for Signs {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", Signs::Auto), ("unicode", Signs::Unicode), ("ascii", Signs::Ascii)];
}

impl Choice for Way {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", Way::Auto),
        ("osc52", Way::Osc52),
        ("tmux", Way::Tmux),
        ("passthrough", Way::Passthrough),
        #[cfg(feature = "native-clipboard")]
        ("native", Way::Native),
        ("off", Way::Off),
    ];
}

impl Choice for Strength {
    const WORDS: &'static [(&'static str, Self)] =
        &[("certain", Strength::Certain), ("evidenced", Strength::Evidenced), ("possible", Strength::Possible)];
}

/// A text as lines of a comment.
pub fn comment(lang: Lang, text: Msg) -> String {
    let options = textwrap::Options::new(100).word_splitter(textwrap::WordSplitter::NoHyphenation);
    let options = options.initial_indent("# ").subsequent_indent("# ");
    textwrap::fill(lang.say(text), options) + "\n"
}

/// A file of settings with all that holds without one, and what each of them is for; but for the keys, which the
/// screen knows.
pub fn print(lang: Lang, path: Option<&Path>) -> String {
    let mut defaults = Settings::default();
    let mut out = comment(lang, Msg::SettingsHead);
    if let Some(path) = path {
        out.push_str(&format!("# {}\n", path.display()));
    }
    let what = [
        Msg::SettingLang,
        Msg::SettingScheme,
        Msg::SettingGlyphs,
        Msg::SettingClipboard,
        Msg::SettingMouse,
        Msg::SettingStrength,
        Msg::SettingOwn,
    ];
    for (name, what) in NAMES.into_iter().zip(what) {
        let Some(slot) = defaults.slot(name) else { continue };
        let allowed = slot.allowed().join(", ");
        out.push_str(&format!("\n{}# {allowed}\n{name} = {}\n", comment(lang, what), slot.written()));
    }
    out
}

#[cfg(test)]
mod tests;
