//! The keys in force: those of the table, but for the actions that a person binds anew. Whatever has to do with keys
//! asks here, so that footer, help, palette and messages name the keys that really work.

use std::fmt;

use crossterm::event::{KeyCode, KeyModifiers};

use super::action::{Action, BINDINGS, Binding, Edit, Key, Scope, ViewId};
use crate::settings::{Complaint, Rebind, Wrong, near};
use crate::texts::{Lang, Msg};

/// The keys in force.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    /// The keys of the rows of the table that were bound anew; empty where none was.
    changed: Vec<Option<Vec<Key>>>,
}

/// The keys of the table, for who binds none anew.
pub static USUAL: Keymap = Keymap { changed: Vec::new() };

impl Keymap {
    /// The table with the keys in force.
    pub fn rows(&self) -> impl Iterator<Item = Binding<'_>> {
        BINDINGS.iter().enumerate().map(|(row, binding)| {
            let own = self.changed.get(row).and_then(Option::as_deref);
            Binding { keys: own.unwrap_or(binding.keys), ..*binding }
        })
    }

    /// The rows of the table that work in a view, its own first.
    pub fn here(&self, view: ViewId) -> impl Iterator<Item = Binding<'_>> {
        self.rows().filter(move |b| b.scope == Scope::View(view) || b.scope == Scope::Everywhere)
    }

    /// The rows of the table that work in a text field.
    pub fn in_field(&self) -> impl Iterator<Item = Binding<'_>> {
        self.rows().filter(|b| b.scope == Scope::Field)
    }

    /// What a key does in a view; in a field, characters without Ctrl or Alt are typed.
    pub fn action(&self, key: Key, view: ViewId, in_field: bool) -> Option<Action> {
        let fits = |scope: Scope| self.rows().find(|b| b.scope == scope && b.keys.contains(&key)).map(|b| b.action);
        if !in_field {
            return fits(Scope::View(view)).or_else(|| fits(Scope::Everywhere));
        }
        fits(Scope::Field).or(match key {
            Key { code: KeyCode::Char(c), modifiers } if modifiers.is_empty() => Some(Action::Edit(Edit::Insert(c))),
            _ => None,
        })
    }

    /// The first key of an action in a view, for a text that names it.
    pub fn key_of(&self, view: ViewId, action: Action) -> String {
        let key = self.here(view).find(|b| b.action == action).and_then(|b| b.keys.first().copied());
        key.map(Key::label).unwrap_or_default()
    }

    /// The keys with those of a person's settings, and what is wrong about these. A setting that is wrong leaves the
    /// keys of its action as they were, and so do both of two that clash.
    pub fn of(rebinds: &[Rebind]) -> (Keymap, Vec<Complaint>) {
        let mut complaints = Vec::new();
        let asked = rebinds.iter().filter_map(|rebind| match Asked::of(rebind) {
            Ok(asked) => Some(asked),
            Err(what) => {
                complaints.push(Complaint { line: rebind.line, what });
                None
            }
        });
        let mut asked: Vec<Asked<'_>> = asked.collect();
        // What holds in one view only comes after what holds in all of them.
        asked.sort_by_key(|asked| asked.rebind.place.is_some());
        loop {
            let (keymap, owners) = put_together(&asked);
            let clashes = keymap.clashes(&owners);
            if clashes.is_empty() {
                return (keymap, complaints);
            }
            let mut guilty: Vec<usize> = Vec::new();
            for (key, one, other) in clashes {
                let ours: Vec<usize> = [one, other].into_iter().filter_map(|row| owners.get(row).copied()?).collect();
                let line = ours.iter().filter_map(|i| asked.get(*i)).map(|a| a.rebind.line).max().unwrap_or(0);
                let what = Wrong::Clash { key: key.label(), actions: [one, other].map(named) };
                let complaint = Complaint { line, what };
                if !complaints.contains(&complaint) {
                    complaints.push(complaint);
                }
                guilty.extend(ours);
            }
            let mut at = 0;
            asked.retain(|_| (!guilty.contains(&at), at += 1).0);
        }
    }

    /// Keys that two rows share where both work, at least one of them bound anew: in one place, or a view's row that
    /// takes the last key of one that works everywhere.
    fn clashes(&self, owners: &[Option<usize>]) -> Vec<(Key, usize, usize)> {
        let rows: Vec<Binding<'_>> = self.rows().collect();
        let ours = |row: usize| owners.get(row).is_some_and(Option::is_some);
        let mut found = Vec::new();
        for (i, one) in rows.iter().enumerate() {
            for (j, other) in rows.iter().enumerate().skip(i + 1) {
                let key = one.keys.iter().find(|key| other.keys.contains(key));
                if let Some(key) = key.filter(|_| one.scope == other.scope && (ours(i) || ours(j))) {
                    found.push((*key, i, j));
                }
            }
        }
        for view in ViewId::ALL {
            let own = || rows.iter().enumerate().filter(move |(_, b)| b.scope == Scope::View(view));
            for (j, other) in rows.iter().enumerate().filter(|(_, b)| b.scope == Scope::Everywhere) {
                let takes = |key: &Key| own().find(|(_, b)| b.keys.contains(key));
                let reached = other.keys.iter().any(|key| takes(key).is_none_or(|(_, b)| b.action == other.action))
                    || own().any(|(_, b)| b.action == other.action);
                let taken = other.keys.first().and_then(|key| Some((*key, takes(key)?.0)));
                if let Some((key, i)) = taken.filter(|(_, i)| !reached && (ours(*i) || ours(j))) {
                    found.push((key, i, j));
                }
            }
        }
        found
    }
}

/// A setting whose action and keys there are.
#[derive(Debug)]
struct Asked<'s> {
    rebind: &'s Rebind,
    rows: Vec<usize>,
    keys: Vec<Key>,
}

impl<'s> Asked<'s> {
    fn of(rebind: &'s Rebind) -> Result<Asked<'s>, Wrong> {
        let rows = rows_of(rebind)?;
        let in_field = rebind.place.as_deref() == Some(FIELD);
        let mut keys = Vec::new();
        for text in &rebind.keys {
            let key =
                Key::parse(text).and_then(|key| if in_field && key.is_typed() { Err(Msg::KeyTyped) } else { Ok(key) });
            match key {
                Ok(key) if keys.contains(&key) => {}
                Ok(key) => keys.push(key),
                Err(why) => return Err(Wrong::Key { name: rebind.name(), key: text.clone(), why }),
            }
        }
        Ok(Asked { rebind, rows, keys })
    }
}

/// The rows of the table that a setting is about.
fn rows_of(rebind: &Rebind) -> Result<Vec<usize>, Wrong> {
    let in_place = |b: &Binding<'_>| match &rebind.place {
        None => b.scope != Scope::Field,
        Some(asked) => place(b.scope).as_deref() == Some(asked),
    };
    let there = || BINDINGS.iter().enumerate().filter(|(_, b)| in_place(b));
    let rows: Vec<usize> = there().filter(|(_, b)| id(b.action) == rebind.action).map(|(row, _)| row).collect();
    if !rows.is_empty() {
        return Ok(rows);
    }
    let ids: Vec<String> = there().map(|(_, b)| id(b.action)).collect();
    if let (Some(asked), true) = (&rebind.place, ids.is_empty()) {
        let mut places: Vec<String> = BINDINGS.iter().filter_map(|b| place(b.scope)).collect();
        places.sort();
        places.dedup();
        let near = near(asked, places.iter().map(String::as_str)).map(|place| format!("keys.in.{place}"));
        return Err(Wrong::Unknown { name: format!("keys.in.{asked}"), near: near.ok_or_else(|| places.join(", ")) });
    }
    let meant = near(&rebind.action, ids.iter().map(String::as_str));
    let meant = meant.map(|action| Rebind { action, ..rebind.clone() }.name());
    Err(Wrong::Unknown { name: rebind.name(), near: meant.ok_or_else(String::new) })
}

/// The keys that the settings ask for, and which setting each row has its keys from.
fn put_together(asked: &[Asked<'_>]) -> (Keymap, Vec<Option<usize>>) {
    if asked.is_empty() {
        return (Keymap::default(), Vec::new());
    }
    let mut changed = vec![None; BINDINGS.len()];
    let mut owners = vec![None; BINDINGS.len()];
    for (i, setting) in asked.iter().enumerate() {
        for &row in &setting.rows {
            // The usual keys, written down, change nothing.
            let new = BINDINGS.get(row).is_some_and(|b| b.keys != setting.keys.as_slice());
            if let (Some(keys), Some(owner)) = (changed.get_mut(row), owners.get_mut(row)) {
                *keys = new.then(|| setting.keys.clone());
                *owner = new.then_some(i);
            }
        }
    }
    (Keymap { changed }, owners)
}

/// The setting that binds a row anew, and what the row does.
fn named(row: usize) -> (String, Msg) {
    let Some(binding) = BINDINGS.get(row) else { return (String::new(), Msg::KeyHelp) };
    let rebind = Rebind { place: place(binding.scope), action: id(binding.action), keys: Vec::new(), line: 0 };
    (rebind.name(), binding.msg)
}

/// The name of text fields as a place of keys.
const FIELD: &str = "field";

/// The name of a place of keys in the settings; none for everywhere.
fn place(scope: Scope) -> Option<String> {
    match scope {
        Scope::Everywhere => None,
        Scope::View(view) => Some(hyphened(&view)),
        Scope::Field => Some(FIELD.to_string()),
    }
}

/// The id of an action in the settings: its name, with hyphens.
pub fn id(action: Action) -> String {
    hyphened(&action)
}

/// `View(Regions)` as `view-regions`.
fn hyphened(name: &impl fmt::Debug) -> String {
    let mut out = String::new();
    for c in format!("{name:?}").chars().filter(|c| *c != ')') {
        if (c.is_uppercase() || c == '(') && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if c != '(' {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// The table of keys as a part of a file of settings.
pub fn print(lang: Lang) -> String {
    let mut out = String::new();
    let views = ViewId::ALL.into_iter().map(Scope::View);
    for scope in [Scope::Everywhere].into_iter().chain(views).chain([Scope::Field]) {
        let heading = place(scope).map_or("keys".to_string(), |place| format!("keys.in.{place}"));
        let mut rows = BINDINGS.iter().filter(|b| b.scope == scope).peekable();
        if rows.peek().is_some() {
            out.push_str(&format!("\n[{heading}]\n"));
        }
        for binding in rows {
            let keys: Vec<String> = binding.keys.iter().map(|key| quoted(&key.label())).collect();
            let line = format!("{} = [{}]", id(binding.action), keys.join(", "));
            out.push_str(&format!("{line:<36} # {}\n", lang.say(binding.msg)));
        }
    }
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Other names of keys that people write.
const ALSO: [(&str, KeyCode); 7] = [
    ("Escape", KeyCode::Esc),
    ("Return", KeyCode::Enter),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("BackTab", KeyCode::BackTab),
];

impl Key {
    /// The key that a text names, written as help and README write keys: `x`, `X`, `Space`, `F5`, `Ctrl-X`, `Alt-Left`.
    ///
    /// # Errors
    /// Why it cannot be: no such key, or none that a terminal sends.
    pub fn parse(text: &str) -> Result<Key, Msg> {
        let mut rest = text;
        let mut modifiers = KeyModifiers::NONE;
        let held = [("Ctrl-", KeyModifiers::CONTROL), ("Alt-", KeyModifiers::ALT), ("Shift-", KeyModifiers::SHIFT)];
        while let Some((behind, modifier)) = held.iter().find_map(|(name, m)| Some((behind(rest, name)?, *m))) {
            modifiers |= modifier;
            rest = behind;
        }
        let mut code = code(rest).ok_or(Msg::KeyUnknown)?;
        if code == KeyCode::Tab && modifiers == KeyModifiers::SHIFT {
            (code, modifiers) = (KeyCode::BackTab, KeyModifiers::NONE);
        }
        if let (KeyCode::Char(c), true) = (code, modifiers.contains(KeyModifiers::CONTROL)) {
            code = KeyCode::Char(c.to_ascii_lowercase());
        }
        let key = Key { code, modifiers };
        key.sent().map(|()| key)
    }

    /// Whether terminals send the key, told apart from others.
    fn sent(self) -> Result<(), Msg> {
        let with = |modifier: KeyModifiers| self.modifiers.contains(modifier);
        match self.code {
            KeyCode::Char(_) if with(KeyModifiers::SHIFT) => Err(Msg::KeyShift),
            // Ctrl-I is Tab and Ctrl-M is Enter.
            KeyCode::Char(c) if with(KeyModifiers::CONTROL) => match c {
                'i' | 'm' => Err(Msg::KeyNotSent),
                ' ' | 'a'..='z' => Ok(()),
                _ => Err(Msg::KeyNotSent),
            },
            KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab if !self.modifiers.is_empty() => Err(Msg::KeyNotSent),
            KeyCode::Enter | KeyCode::Backspace if with(KeyModifiers::CONTROL) || with(KeyModifiers::SHIFT) => {
                Err(Msg::KeyNotSent)
            }
            _ => Ok(()),
        }
    }

    /// Whether the key is typed in a text field.
    fn is_typed(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }
}

/// What is behind a modifier, where there is something.
fn behind<'t>(text: &'t str, modifier: &str) -> Option<&'t str> {
    let (held, rest) = text.split_at_checked(modifier.len())?;
    (held.eq_ignore_ascii_case(modifier) && !rest.is_empty()).then_some(rest)
}

fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(KeyCode::Char(c));
    }
    let named = Key::NAMES.iter().map(|(code, name)| (*name, *code)).chain(ALSO);
    let named = named.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, code)| code);
    let function = || name.strip_prefix(['F', 'f'])?.parse().ok().filter(|n| (1..=12).contains(n)).map(KeyCode::F);
    named.or_else(function)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keymap(text: &str) -> (Keymap, Vec<Complaint>) {
        let (settings, complaints) = crate::settings::parse(text);
        assert_eq!(complaints, [], "{text}");
        Keymap::of(&settings.keys)
    }

    fn pressed(keymap: &Keymap, key: &str, view: ViewId) -> Option<Action> {
        keymap.action(Key::parse(key).unwrap(), view, false)
    }

    #[test]
    fn letters_are_typed_in_a_field_and_alt_with_a_letter_is_no_letter() {
        let q = Key { code: KeyCode::Char('q'), modifiers: KeyModifiers::NONE };
        assert_eq!(USUAL.action(q, ViewId::Regions, true), Some(Action::Edit(Edit::Insert('q'))));
        assert_eq!(USUAL.action(q, ViewId::Regions, false), Some(Action::Quit));
        let alt_q = Key { modifiers: KeyModifiers::ALT, ..q };
        assert_eq!(USUAL.action(alt_q, ViewId::Regions, true), None);
        assert_eq!(USUAL.action(alt_q, ViewId::Regions, false), None);
    }

    #[test]
    fn every_key_of_the_table_is_read_back_as_it_is_written() {
        for binding in BINDINGS {
            for key in binding.keys {
                assert_eq!(Key::parse(&key.label()), Ok(*key), "{}", key.label());
            }
        }
    }

    #[test]
    fn every_row_of_the_table_has_a_name_of_its_own_in_the_settings() {
        let mut names: Vec<String> = (0..BINDINGS.len()).map(|row| named(row).0).collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        assert!(names.iter().all(|name| name.chars().all(plain)), "{names:?}");
        assert_eq!(id(Action::View(ViewId::Regions)), "view-regions");
        assert_eq!(id(Action::Edit(Edit::EraseWord)), "edit-erase-word");
    }

    #[test]
    fn keys_may_be_written_in_several_ways_and_are_printed_in_one() {
        for (written, printed) in [
            ("ctrl-x", "Ctrl-X"),
            ("CTRL-X", "Ctrl-X"),
            ("alt-PgDn", "Alt-PageDown"),
            ("f5", "F5"),
            ("space", "Space"),
            (" ", "Space"),
            ("escape", "Esc"),
            ("shift-tab", "Shift-Tab"),
            ("-", "-"),
            ("é", "é"),
            ("Shift-Up", "Shift-Up"),
        ] {
            assert_eq!(Key::parse(written).map(Key::label), Ok(printed.to_string()), "{written}");
        }
    }

    #[test]
    fn keys_that_no_terminal_sends_are_refused_with_the_reason() {
        for (written, why) in [
            ("Hyper-x", Msg::KeyUnknown),
            ("", Msg::KeyUnknown),
            ("F13", Msg::KeyUnknown),
            ("\u{1b}", Msg::KeyUnknown),
            ("Shift-x", Msg::KeyShift),
            ("Ctrl-I", Msg::KeyNotSent),
            ("Ctrl-;", Msg::KeyNotSent),
            ("Ctrl-Enter", Msg::KeyNotSent),
        ] {
            assert_eq!(Key::parse(written), Err(why), "{written}");
        }
    }

    #[test]
    fn an_action_bound_anew_has_its_new_keys_wherever_it_works_and_no_others() {
        let (keymap, complaints) = keymap("[keys]\nquit = [\"Q\", \"Ctrl-X\"]\nnext-heading = \"J\"\n");
        assert_eq!(complaints, []);
        assert_eq!(pressed(&keymap, "Q", ViewId::Matrix), Some(Action::Quit));
        assert_eq!(pressed(&keymap, "q", ViewId::Matrix), None);
        for view in [ViewId::Regions, ViewId::Compare] {
            assert_eq!(pressed(&keymap, "J", view), Some(Action::NextHeading));
        }
        assert_eq!(keymap.key_of(ViewId::Matrix, Action::Quit), "Q");
    }

    #[test]
    fn what_is_bound_in_one_view_wins_over_what_is_bound_everywhere() {
        let (keymap, complaints) = keymap("[keys.in.compare]\nnext-heading = \"N\"\n[keys]\nnext-heading = \"J\"\n");
        assert_eq!(complaints, []);
        assert_eq!(pressed(&keymap, "N", ViewId::Compare), Some(Action::NextHeading));
        assert_eq!(pressed(&keymap, "J", ViewId::Compare), None);
        assert_eq!(pressed(&keymap, "J", ViewId::Regions), Some(Action::NextHeading));
    }

    /// Settings that clash, with both names that the complaint must hold. The usual keys of these actions then stay.
    #[test]
    fn a_clash_is_refused_with_both_actions_named_and_their_usual_keys_stay() {
        for (text, one, other) in [
            ("[keys]\nquit = \"y\"\n", "keys.copy", "keys.quit"),
            ("[keys]\nquit = \"X\"\ncopy = \"X\"\n", "keys.copy", "keys.quit"),
            ("[keys.in.matrix]\nown-mark = \"w\"\n", "keys.in.matrix.toggle-match", "keys.in.matrix.own-mark"),
            ("[keys.in.field]\nescape = \"Enter\"\n", "keys.in.field.escape", "keys.in.field.open"),
            // The only key of what works everywhere, taken in one view.
            ("[keys.in.matrix]\nown-mark = \"?\"\n", "keys.in.matrix.own-mark", "keys.help"),
            ("[keys]\nhelp = \"x\"\n", "keys.in.matrix.own-mark", "keys.help"),
        ] {
            let (keymap, complaints) = keymap(text);
            let said: Vec<String> = complaints.iter().map(|c| c.say(Lang::Nl, "f")).collect();
            assert!(said.iter().any(|s| s.contains(one) && s.contains(other)), "{text}: {said:?}");
            assert!(keymap.rows().zip(BINDINGS).all(|(now, usual)| now.keys == usual.keys), "{text}");
        }
    }

    #[test]
    fn a_clash_takes_nothing_else_with_it_and_keys_may_be_swapped() {
        let (one, complaints) = keymap("[keys]\nquit = \"y\"\nmark = \"B\"\n");
        assert_eq!(complaints.len(), 1);
        assert_eq!(pressed(&one, "B", ViewId::Regions), Some(Action::Mark));
        let (swapped, complaints) = keymap("[keys]\ncopy = \"Y\"\ncopy-as = \"y\"\n");
        assert_eq!(complaints, []);
        assert_eq!(pressed(&swapped, "Y", ViewId::Regions), Some(Action::Copy));
    }

    #[test]
    fn what_is_printed_is_the_usual_table() {
        for lang in [Lang::Nl, Lang::En] {
            assert_eq!(keymap(&print(lang)), (Keymap { changed: vec![None; BINDINGS.len()] }, Vec::new()));
        }
    }

    #[test]
    fn an_action_or_place_that_is_not_there_names_what_was_perhaps_meant() {
        for (text, said) in [
            ("[keys]\nquite = \"x\"", "keys.quit?"),
            ("[keys.in.matrix]\nown_mark = \"x\"", "keys.in.matrix.own-mark?"),
            ("[keys.in.matriks]\nown-mark = \"x\"", "keys.in.matrix?"),
            ("[keys.in.somewhere]\nquit = \"x\"", "field, "),
            ("[keys]\nsing = \"x\"", "--print-settings"),
            ("[keys.in.field]\nescape = \"x\"", "Ctrl"),
        ] {
            let complaints = keymap(text).1;
            let told = complaints[0].say(Lang::Nl, "f");
            assert!(told.contains(said) && complaints.len() == 1, "{text}: {told}");
        }
    }

    proptest! {
        #[test]
        fn a_key_that_is_read_is_printed_and_read_again(text in ".{0,12}") {
            if let Ok(key) = Key::parse(&text) {
                prop_assert_eq!(Key::parse(&key.label()), Ok(key));
            }
        }

        /// Whatever is bound, no two actions share a key in one place.
        #[test]
        fn no_settings_make_a_clash(
            chosen in prop::collection::vec((0..BINDINGS.len(), prop::sample::subsequence(vec!["x", "y", "q", "?", "Enter", "F2", "Ctrl-X"], 1..3)), 0..12)
        ) {
            let rebinds = chosen.iter().enumerate().map(|(line, (row, keys))| Rebind {
                place: place(BINDINGS[*row].scope),
                action: id(BINDINGS[*row].action),
                keys: keys.iter().map(ToString::to_string).collect(),
                line,
            });
            let (keymap, _) = Keymap::of(&rebinds.collect::<Vec<_>>());
            let rows: Vec<_> = keymap.rows().collect();
            for (i, a) in rows.iter().enumerate() {
                for b in &rows[i + 1..] {
                    prop_assert!(a.scope != b.scope || a.keys.iter().all(|k| !b.keys.contains(k)));
                }
            }
        }
    }
}
