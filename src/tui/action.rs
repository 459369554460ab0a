//! What a person can do on the screen, and the one table of keys. Help, footer, README and manual come from it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::texts::Msg;

/// Something that a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// Open or close the help.
    Help,
    /// Close a field, then clear the filter, then go back; never quits.
    Escape,
    /// Go back to where one was.
    Back,
    /// Open what is selected.
    Open,
    /// Go to the other pane.
    NextPane,
    /// One item up.
    Up,
    /// One item down.
    Down,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first item.
    Top,
    /// To the last item.
    Bottom,
    /// To the next heading.
    NextHeading,
    /// To the previous heading.
    PreviousHeading,
    /// Open the field that narrows the list.
    Narrow,
    /// Paint the screen anew.
    Repaint,
    /// Suspend the program.
    Suspend,
    /// Go to a view.
    View(ViewId),
    // Regioplan.
    /// To the regioplan, at the topic of what is selected.
    ToPlan,
    /// To the beginning of the regioplan.
    OpenPlan,
    /// Unfold all that stands under what is selected.
    UnfoldAll,
    /// Fold what is selected with all under it.
    FoldAll,
    /// Show or hide ties that the dataset concludes.
    ToggleInferred,

    // Matrix.
    /// Ask the next thing of the column under the cursor: a V, no V, nothing.
    CycleColumn,
    /// Join the wanted columns by all or by any.
    ToggleMatch,
    /// Show the rows that fit at the next strength.
    NextStrength,
    /// Sort by the next order.
    NextSort,
    /// Show the rows of the next kind of region.
    NextKind,
    /// Ask for a V more on the axis of the column under the cursor.
    MoreMarks,
    /// Ask for a V less on it.
    FewerMarks,
    /// Set the own mark of the cell: yes, no, nothing.
    OwnMark,
    /// Write a remark with the own mark of the cell.
    Remark,
    /// Count own marks as certain, or only show them.
    CountOwn,

    // Map and figures.
    /// Choose what the map shows, or which figure.
    Choose,
    /// The map, or the figures as bars.
    MapMode,
    /// Show what is selected on the map.
    ToMap,
    // National picture.
    /// The agenda over plans, and back from it.
    Agenda,

    // Comparison.
    /// Make the selection side A.
    MakeA,
    /// Make the selection side B.
    MakeB,
    /// Compare A with B.
    Compare,
    /// Swap the sides.
    Swap,
    /// All rows, only differences, or only what both share.
    CycleOnly,
    /// One or two columns.
    CycleColumns,
    /// Meeting mode on or off.
    Meeting,

    // Topics and similar regions.
    /// Show the matrix rows of the regions that name the topic.
    TopicRows,
    /// Show the regions most alike to the selected one.
    Similar,
    /// Open the selected region.
    OpenRegion,

    // Search, copy and moving about.
    /// Search all entries.
    Search,
    /// Copy what is selected.
    Copy,
    /// Choose the form to copy in.
    CopyAs,
    /// Write what is shown to a file.
    Export,
    /// Set a bookmark, or take it away.
    Mark,
    /// Show the bookmarks.
    Marks,
    /// Show all that can be done and gone to, to choose from.
    Palette,
    /// The next colour scheme.
    NextScheme,
    /// Turn the mouse on or off.
    Mouse,

    // Text fields.
    /// Edit the text of the open field.
    Edit(Edit),
}

/// A change of the text in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Put in a character.
    Insert(char),
    /// Take away the character before the cursor.
    Erase,
    /// Take away the character under the cursor.
    Delete,
    /// Take away the word before the cursor.
    EraseWord,
    /// Take away everything.
    Clear,
    /// Cursor to the left.
    Left,
    /// Cursor to the right.
    Right,
    /// Cursor to the beginning.
    Home,
    /// Cursor to the end.
    End,
}

/// A view of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ViewId {
    /// The regions, with all that they say.
    Regions,
    /// The V-matrix.
    Matrix,
    /// Two regions side by side.
    Compare,
    /// Topics, and who says what about them.
    Topics,
    /// The map, and figures.
    Map,
    /// The national picture, how concretely regions word their lines, the agenda over plans.
    National,
    /// Hits of a search; has no number key.
    Search,
    /// The regions most alike to one; has no number key.
    Similar,
}

impl ViewId {
    /// All views.
    pub const ALL: [ViewId; 8] = [
        ViewId::Regions,
        ViewId::Matrix,
        ViewId::Compare,
        ViewId::Topics,
        ViewId::Map,
        ViewId::National,
        ViewId::Search,
        ViewId::Similar,
    ];

    /// The views that have a number key and a tab, in order.
    pub const NUMBERED: [ViewId; 6] =
        [ViewId::Regions, ViewId::Matrix, ViewId::Compare, ViewId::Topics, ViewId::Map, ViewId::National];

    /// Its name.
    pub fn name(self) -> Msg {
        match self {
            ViewId::Regions => Msg::ViewRegions,
            ViewId::Matrix => Msg::ViewMatrix,
            ViewId::Compare => Msg::ViewCompare,
            ViewId::Topics => Msg::ViewTopics,
            ViewId::Map => Msg::ViewMap,
            ViewId::National => Msg::ViewNational,
            ViewId::Search => Msg::ViewSearch,
            ViewId::Similar => Msg::ViewSimilar,
        }
    }
}

/// Where a key works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In every view, outside a text field.
    Everywhere,
    /// In one view, outside a text field.
    View(ViewId),
    /// In a text field.
    Field,
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// What is held with it; Shift is part of a letter.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// The key that types a character.
    pub fn typed(c: char) -> Key {
        Key { code: KeyCode::Char(c), modifiers: KeyModifiers::NONE }
    }

    /// The key of an event; Shift with a character is the character itself.
    pub fn of(event: KeyEvent) -> Key {
        let mut modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        if matches!(event.code, KeyCode::Char(_) | KeyCode::BackTab) {
            modifiers.remove(KeyModifiers::SHIFT);
        }
        Key { code: event.code, modifiers }
    }

    /// The names of keys that are no characters.
    pub const NAMES: [(KeyCode, &'static str); 16] = [
        (KeyCode::Char(' '), "Space"),
        (KeyCode::Up, "Up"),
        (KeyCode::Down, "Down"),
        (KeyCode::Left, "Left"),
        (KeyCode::Right, "Right"),
        (KeyCode::Enter, "Enter"),
        (KeyCode::Esc, "Esc"),
        (KeyCode::Tab, "Tab"),
        (KeyCode::BackTab, "Shift-Tab"),
        (KeyCode::Backspace, "Backspace"),
        (KeyCode::Delete, "Delete"),
        (KeyCode::Insert, "Insert"),
        (KeyCode::Home, "Home"),
        (KeyCode::End, "End"),
        (KeyCode::PageUp, "PageUp"),
        (KeyCode::PageDown, "PageDown"),
    ];

    /// The key as help, README and settings write it.
    pub fn label(self) -> String {
        let named = Key::NAMES.iter().find(|(code, _)| *code == self.code).map(|(_, name)| (*name).to_string());
        let name = named.unwrap_or_else(|| match self.code {
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => c.to_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(n) => format!("F{n}"),
            other => format!("{other:?}"),
        });
        let held = [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "Shift-")];
        let held: String = held.iter().filter(|(m, _)| self.modifiers.contains(*m)).map(|(_, name)| *name).collect();
        held + &name
    }
}

const fn code(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::NONE }
}

const fn ch(c: char) -> Key {
    code(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
}

const fn alt(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::ALT }
}

/// A row of the key table; the keys are the usual ones, or those of the person's settings.
#[derive(Debug, Clone, Copy)]
pub struct Binding<'k> {
    /// The keys.
    pub keys: &'k [Key],
    /// What they do.
    pub action: Action,
    /// Where they work.
    pub scope: Scope,
    /// What they do, in words.
    pub msg: Msg,
}

const fn bind(scope: Scope, keys: &'static [Key], action: Action, msg: Msg) -> Binding<'static> {
    Binding { keys, action, scope, msg }
}

use Scope::{Everywhere, Field, View};

/// The key table. A view's own rows come before those that work everywhere. What a person binds anew is in
/// [`Keymap`](super::keymap::Keymap), which everything asks that has to do with keys.
pub const BINDINGS: &[Binding<'static>] = &[
    bind(View(ViewId::Regions), &[ch('f')], Action::Narrow, Msg::KeyNarrow),
    bind(View(ViewId::Regions), &[ch('n')], Action::NextHeading, Msg::KeyNextHeading),
    bind(View(ViewId::Regions), &[ch('p')], Action::PreviousHeading, Msg::KeyPreviousHeading),
    // Regioplan.
    bind(View(ViewId::Regions), &[ch('R')], Action::OpenPlan, Msg::KeyOpenPlan),
    bind(View(ViewId::Regions), &[ch('r')], Action::ToPlan, Msg::KeyToPlan),
    bind(View(ViewId::Regions), &[ch('+'), ch('=')], Action::UnfoldAll, Msg::KeyUnfoldAll),
    bind(View(ViewId::Regions), &[ch('-')], Action::FoldAll, Msg::KeyFoldUnder),
    bind(View(ViewId::Regions), &[ch('i')], Action::ToggleInferred, Msg::KeyInferred),
    bind(View(ViewId::Compare), &[ch('i')], Action::ToggleInferred, Msg::KeyInferred),
    // Matrix.
    bind(View(ViewId::Matrix), &[ch(' ')], Action::CycleColumn, Msg::KeyCycleColumn),
    bind(View(ViewId::Matrix), &[ch('w')], Action::ToggleMatch, Msg::KeyToggleMatch),
    bind(View(ViewId::Matrix), &[ch('e')], Action::NextStrength, Msg::KeyNextStrength),
    bind(View(ViewId::Matrix), &[ch('s')], Action::NextSort, Msg::KeyNextSort),
    bind(View(ViewId::Matrix), &[ch('x')], Action::OwnMark, Msg::KeyOwnMark),
    bind(View(ViewId::Matrix), &[ch('t')], Action::NextKind, Msg::KeyNextKind),
    bind(View(ViewId::Matrix), &[ch('+'), ch('=')], Action::MoreMarks, Msg::KeyMoreMarks),
    bind(View(ViewId::Matrix), &[ch('-')], Action::FewerMarks, Msg::KeyFewerMarks),
    bind(View(ViewId::Matrix), &[ch('r')], Action::Remark, Msg::KeyRemark),
    bind(View(ViewId::Matrix), &[ch('u')], Action::CountOwn, Msg::KeyCountOwn),
    bind(View(ViewId::Matrix), &[ch('K')], Action::ToMap, Msg::KeyToMap),
    // Map and figures.
    bind(View(ViewId::Map), &[ch('f')], Action::Choose, Msg::KeyChoose),
    bind(View(ViewId::Map), &[ch('v')], Action::MapMode, Msg::KeyMapMode),
    bind(View(ViewId::Map), &[ch('e')], Action::NextStrength, Msg::KeyMapStrength),
    bind(View(ViewId::Map), &[ch('s')], Action::NextSort, Msg::KeySortFigures),
    bind(View(ViewId::Map), &[ch('n')], Action::NextHeading, Msg::KeyNextChoice),
    bind(View(ViewId::Map), &[ch('p')], Action::PreviousHeading, Msg::KeyPreviousChoice),
    bind(View(ViewId::Map), &[ch('u')], Action::CountOwn, Msg::KeyCountOwn),
    // Comparison.
    bind(View(ViewId::Compare), &[ch('n')], Action::NextHeading, Msg::KeyNextTheme),
    bind(View(ViewId::Compare), &[ch('d')], Action::CycleOnly, Msg::KeyCycleOnly),
    bind(View(ViewId::Compare), &[ch('s')], Action::Swap, Msg::KeySwap),
    bind(View(ViewId::Compare), &[ch('v')], Action::CycleColumns, Msg::KeyCycleColumns),
    bind(View(ViewId::Compare), &[ch('a')], Action::MakeA, Msg::KeyPickA),
    bind(View(ViewId::Compare), &[ch('b')], Action::MakeB, Msg::KeyPickB),
    bind(View(ViewId::Compare), &[ch('p')], Action::PreviousHeading, Msg::KeyPreviousTheme),
    bind(View(ViewId::Compare), &[ch('h'), code(KeyCode::Left)], Action::Left, Msg::KeySideA),
    bind(View(ViewId::Compare), &[ch('l'), code(KeyCode::Right)], Action::Right, Msg::KeySideB),
    // Topics and similar regions.
    bind(View(ViewId::Topics), &[ch('f')], Action::Narrow, Msg::KeyNarrowTopics),
    bind(View(ViewId::Topics), &[ch('n')], Action::NextHeading, Msg::KeyTopicTheme),
    bind(View(ViewId::Topics), &[ch('s')], Action::NextSort, Msg::KeyNextSort),
    bind(View(ViewId::Topics), &[ch('v')], Action::TopicRows, Msg::KeyTopicRows),
    bind(View(ViewId::Topics), &[ch('K')], Action::ToMap, Msg::KeyToMap),
    bind(View(ViewId::Topics), &[ch('t')], Action::NextKind, Msg::KeyNextKind),
    bind(View(ViewId::Topics), &[ch('p')], Action::PreviousHeading, Msg::KeyTopicThemeBack),
    bind(View(ViewId::Similar), &[code(KeyCode::Enter)], Action::Open, Msg::KeySimilarOpen),
    bind(View(ViewId::Similar), &[ch('r')], Action::OpenRegion, Msg::KeyOpenRegion),
    bind(View(ViewId::Similar), &[ch('t')], Action::NextKind, Msg::KeyNextKind),
    bind(Everywhere, &[ch('L')], Action::Similar, Msg::KeySimilar),
    bind(Everywhere, &[ch('z')], Action::Meeting, Msg::KeyMeeting),
    // National picture.
    bind(View(ViewId::National), &[code(KeyCode::Tab), code(KeyCode::BackTab)], Action::NextPane, Msg::KeyNationalPage),
    bind(View(ViewId::National), &[ch('w')], Action::Agenda, Msg::KeyAgenda),
    bind(View(ViewId::National), &[ch('s')], Action::NextSort, Msg::KeyNextMark),
    bind(View(ViewId::National), &[ch('f')], Action::Narrow, Msg::KeyNarrowAgenda),
    bind(View(ViewId::National), &[ch('t')], Action::NextKind, Msg::KeyNationalKind),
    bind(View(ViewId::National), &[ch('x')], Action::FoldAll, Msg::KeyFoldAll),
    bind(View(ViewId::National), &[ch('n')], Action::NextHeading, Msg::KeyNextHeading),
    bind(View(ViewId::National), &[ch('p')], Action::PreviousHeading, Msg::KeyPreviousHeading),
    bind(View(ViewId::National), &[code(KeyCode::Right), ch('l')], Action::Right, Msg::KeyUnfold),
    bind(View(ViewId::National), &[code(KeyCode::Left), ch('h')], Action::Left, Msg::KeyFold),
    // Search.
    bind(View(ViewId::Search), &[ch('/'), ch('f')], Action::Search, Msg::KeySearchAgain),
    bind(Everywhere, &[ch('1')], Action::View(ViewId::Regions), Msg::KeyViewRegions),
    bind(Everywhere, &[ch('2')], Action::View(ViewId::Matrix), Msg::KeyViewMatrix),
    bind(Everywhere, &[ch('3')], Action::View(ViewId::Compare), Msg::KeyViewCompare),
    bind(Everywhere, &[ch('4')], Action::View(ViewId::Topics), Msg::KeyViewTopics),
    bind(Everywhere, &[ch('5')], Action::View(ViewId::Map), Msg::KeyViewMap),
    bind(Everywhere, &[ch('6')], Action::View(ViewId::National), Msg::KeyViewNational),
    bind(Everywhere, &[ch('/')], Action::Search, Msg::KeySearch),
    bind(Everywhere, &[ch('y')], Action::Copy, Msg::KeyCopy),
    bind(Everywhere, &[ch('Y')], Action::CopyAs, Msg::KeyCopyAs),
    bind(Everywhere, &[ch('E')], Action::Export, Msg::KeyExport),
    bind(Everywhere, &[ch('m')], Action::Mark, Msg::KeyMark),
    bind(Everywhere, &[ch('M')], Action::Marks, Msg::KeyMarks),
    bind(Everywhere, &[ch('T')], Action::NextScheme, Msg::KeyScheme),
    bind(Everywhere, &[ch('S')], Action::Mouse, Msg::KeyMouse),
    bind(Everywhere, &[ch('a')], Action::MakeA, Msg::KeyMakeA),
    bind(Everywhere, &[ch('b')], Action::MakeB, Msg::KeyMakeB),
    bind(Everywhere, &[ch('c')], Action::Compare, Msg::KeyCompare),
    bind(Everywhere, &[code(KeyCode::Up), ch('k')], Action::Up, Msg::KeyUp),
    bind(Everywhere, &[code(KeyCode::Down), ch('j')], Action::Down, Msg::KeyDown),
    bind(Everywhere, &[code(KeyCode::Left), ch('h')], Action::Left, Msg::KeyLeft),
    bind(Everywhere, &[code(KeyCode::Right), ch('l')], Action::Right, Msg::KeyRight),
    bind(Everywhere, &[code(KeyCode::PageUp)], Action::PageUp, Msg::KeyPageUp),
    bind(Everywhere, &[code(KeyCode::PageDown), ch(' ')], Action::PageDown, Msg::KeyPageDown),
    bind(Everywhere, &[code(KeyCode::Home), ch('g')], Action::Top, Msg::KeyTop),
    bind(Everywhere, &[code(KeyCode::End), ch('G')], Action::Bottom, Msg::KeyBottom),
    bind(Everywhere, &[code(KeyCode::Tab), code(KeyCode::BackTab)], Action::NextPane, Msg::KeyNextPane),
    bind(Everywhere, &[code(KeyCode::Enter)], Action::Open, Msg::KeyOpen),
    bind(Everywhere, &[code(KeyCode::Backspace), alt(KeyCode::Left)], Action::Back, Msg::KeyBack),
    bind(Everywhere, &[code(KeyCode::Esc)], Action::Escape, Msg::KeyEscape),
    bind(Everywhere, &[ch('?')], Action::Help, Msg::KeyHelp),
    bind(Everywhere, &[ch(':')], Action::Palette, Msg::KeyPalette),
    bind(Everywhere, &[ctrl('l')], Action::Repaint, Msg::KeyRepaint),
    bind(Everywhere, &[ctrl('z')], Action::Suspend, Msg::KeySuspend),
    bind(Everywhere, &[ch('q'), ctrl('c')], Action::Quit, Msg::KeyQuit),
    bind(Field, &[code(KeyCode::Esc)], Action::Escape, Msg::KeyFieldClose),
    bind(Field, &[code(KeyCode::Enter), code(KeyCode::Tab)], Action::Open, Msg::KeyFieldTake),
    bind(Field, &[code(KeyCode::Up)], Action::Up, Msg::KeyUp),
    bind(Field, &[code(KeyCode::Down)], Action::Down, Msg::KeyDown),
    bind(Field, &[code(KeyCode::PageUp)], Action::PageUp, Msg::KeyPageUp),
    bind(Field, &[code(KeyCode::PageDown)], Action::PageDown, Msg::KeyPageDown),
    bind(Field, &[code(KeyCode::Left)], Action::Edit(Edit::Left), Msg::KeyLeft),
    bind(Field, &[code(KeyCode::Right)], Action::Edit(Edit::Right), Msg::KeyRight),
    bind(Field, &[code(KeyCode::Home)], Action::Edit(Edit::Home), Msg::KeyFieldHome),
    bind(Field, &[code(KeyCode::End)], Action::Edit(Edit::End), Msg::KeyFieldEnd),
    bind(Field, &[code(KeyCode::Backspace)], Action::Edit(Edit::Erase), Msg::KeyFieldErase),
    bind(Field, &[code(KeyCode::Delete)], Action::Edit(Edit::Delete), Msg::KeyFieldDelete),
    bind(Field, &[ctrl('w')], Action::Edit(Edit::EraseWord), Msg::KeyFieldEraseWord),
    bind(Field, &[ctrl('u')], Action::Edit(Edit::Clear), Msg::KeyFieldClear),
    bind(Field, &[ctrl('l')], Action::Repaint, Msg::KeyRepaint),
    bind(Field, &[ctrl('z')], Action::Suspend, Msg::KeySuspend),
    bind(Field, &[ctrl('c')], Action::Quit, Msg::KeyQuit),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_in_one_scope() {
        for (i, a) in BINDINGS.iter().enumerate() {
            for b in &BINDINGS[i + 1..] {
                let both = a.scope == b.scope && a.keys.iter().any(|k| b.keys.contains(k));
                assert!(!both, "{:?} and {:?} share a key", a.action, b.action);
            }
        }
    }

    #[test]
    fn no_key_that_a_multiplexer_or_a_dutch_keyboard_takes() {
        for binding in BINDINGS {
            for key in binding.keys {
                let taken =
                    key.modifiers.contains(KeyModifiers::CONTROL) && matches!(key.code, KeyCode::Char('a' | 'b'));
                let alt_gr =
                    matches!(key.code, KeyCode::Char('[' | ']' | '{' | '}' | '\\' | '@' | '~' | '\'' | '"' | '`'));
                assert!(!taken && !alt_gr, "{:?}: {}", binding.action, key.label());
            }
        }
    }
}
