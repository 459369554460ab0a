//! The screen: key -> `Action` -> `update(&mut State, Action)` -> `draw(&State)`.

pub mod action;
pub mod copy;
pub mod draw;
pub mod events;
pub mod export;
pub mod glyphs;
pub mod keymap;
pub mod layout;
pub mod lines;
pub mod list;
pub mod mouse;
pub mod panes;
pub mod pen;
pub mod places;
pub mod screen;
pub mod shift;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod views;

use std::io;

use self::action::{Action, Key};
use self::draw::draw;
use self::events::{Event, Events};
use self::screen::Screen;
use self::state::{Context, Effect, Size, State, Wishes};
use self::terminal::Terminal;
use self::update::{open_own, own_mark, paste, read_own, resize, update, wish};
use crate::clipboard::{Clipboard, Surroundings};
use crate::memory::Memory;
use crate::own_marks::Store;
use crate::query::question::Question;
use crate::texts::Msg;

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// By a key.
    Quit,
    /// By a signal, or because the terminal was gone: the number of the signal.
    Signal(i32),
}

/// What is kept between runs.
#[derive(Debug)]
pub struct Kept {
    /// The last place, bookmarks and searches.
    pub memory: Memory,
    /// Own marks.
    pub own: Store,
}

/// The size of the window now.
///
/// # Errors
/// When the terminal does not tell.
pub fn window_size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// Runs the screen until it is left; what is kept between runs is saved on every way out.
///
/// # Errors
/// When the terminal cannot be taken over or written to.
pub fn run(
    context: Context<'_>,
    question: &Question,
    kept: Kept,
    wishes: Wishes,
    surroundings: Surroundings,
) -> io::Result<Left> {
    let mut state = State::new(context, None);
    state.memory = kept.memory;
    open_own(&mut state, kept.own);
    wish(&mut state, wishes);
    state.folder = std::env::current_dir().unwrap_or_default();
    state.notice = state.memory.notice().or(state.notice.take());
    places::open(&mut state, question);
    remember(&mut state);
    let mut clipboard = Clipboard::new(surroundings);
    let left = until_left(&mut state, &mut clipboard);
    // Without a screen there is no place for a message any more; a panic is seen to by the memory itself.
    let _ = state.memory.save(context.lang);
    left
}

fn until_left(state: &mut State<'_>, clipboard: &mut Clipboard) -> io::Result<Left> {
    let terminal = Terminal::take()?;
    if state.mouse {
        terminal.mouse(true)?;
    }
    let events = Events::start()?;
    // The size may have changed before anybody listened for it.
    follow_size(state)?;
    let mut screen = Screen::default();
    loop {
        let frame = draw(state);
        let bytes = screen.present(frame.buffer, frame.cursor, frame.visible);
        if !bytes.is_empty() {
            terminal.write(bytes)?;
        }
        // Keys that came meanwhile are worked off before one draw; of a storm of sizes only the last counts.
        let mut event = Some(events.next());
        let mut resized = false;
        while let Some(now) = event {
            match now {
                Event::Key(key) => {
                    let in_field = state.field().is_some();
                    if let Some(action) = state.context.keys.action(Key::of(key), state.view, in_field) {
                        update(state, action);
                    }
                }
                Event::Paste(text) => paste(state, &text),
                Event::Mouse(event) => mouse::mouse(state, event),
                Event::Resize => resized = true,
                Event::Suspend => state.effects.push(Effect::Suspend),
                Event::Resume => resized = true,
                Event::Stop(signal) => return Ok(Left::Signal(signal)),
            }
            for effect in std::mem::take(&mut state.effects) {
                match effect {
                    Effect::Quit => return Ok(Left::Quit),
                    Effect::Repaint => screen.forget(),
                    Effect::OwnMark(change) => own_mark(state, change),
                    Effect::ReadOwn => read_own(state),
                    Effect::Suspend => {
                        suspend(&terminal)?;
                        terminal.mouse(state.mouse)?;
                        screen.forget();
                        resized = true;
                    }
                    Effect::Copy => {
                        copy(state, clipboard, &terminal)?;
                        screen.forget();
                    }
                    Effect::WriteCopy => write_copy(state),
                    Effect::Export => export::export(state),
                    Effect::Mouse(on) => terminal.mouse(on)?,
                    Effect::Save => {
                        let trouble = state.memory.save(state.context.lang);
                        state.notice = trouble.or(state.notice.take());
                    }
                }
            }
            remember(state);
            event = events.waiting();
        }
        if resized {
            follow_size(state)?;
            screen.forget();
        }
    }
}

/// Keeps where one is, to open there the next time.
fn remember(state: &mut State<'_>) {
    if let Some(spot) = places::here(state) {
        state.memory.at(spot);
    }
}

/// Gives the state the size that the window has now.
fn follow_size(state: &mut State<'_>) -> io::Result<()> {
    let size = window_size()?;
    if size != state.context.size {
        resize(state, size);
    }
    Ok(())
}

/// Sends what was copied last, and says what was done.
fn copy(state: &mut State<'_>, clipboard: &mut Clipboard, terminal: &Terminal) -> io::Result<()> {
    if let Some((text, _)) = &state.copied {
        let sent = clipboard.send(text, |bytes| terminal.write(bytes))?;
        let key = state.context.keys.key_of(state.view, Action::CopyAs);
        state.notice = Some(sent.say(state.context.lang, &key));
    }
    Ok(())
}

/// Writes what was copied last to a file in the folder that one is in, and says where it stands.
fn write_copy(state: &mut State<'_>) {
    let lang = state.context.lang;
    let Some((text, form)) = &state.copied else { return };
    let folder = std::env::current_dir().unwrap_or_default();
    state.notice = Some(match copy::write_file(&folder, text, *form) {
        Ok(path) => lang.fill(Msg::CopyWritten, &[&path.display()]),
        Err((path, e)) => lang.fill(Msg::CopyNotWritten, &[&path.display(), &e]),
    });
}

/// Gives the terminal back, stops the process, and takes the terminal over again when it goes on.
fn suspend(terminal: &Terminal) -> io::Result<()> {
    terminal.leave();
    signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
    terminal.enter()
}
