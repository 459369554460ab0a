//! The screen: key -> `Action` -> `update(&mut State, Action)` -> `draw(&State)`.

pub mod action;
pub mod draw;
pub mod events;
pub mod glyphs;
pub mod layout;
pub mod lines;
pub mod list;
pub mod panes;
pub mod screen;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod views;

use std::io;

use self::action::{Key, action};
use self::draw::draw;
use self::events::{Event, Events};
use self::screen::Screen;
use self::state::{Context, Effect, Size, State};
use self::terminal::Terminal;
use self::update::{open_own, own_mark, paste, resize, update};
use crate::own_marks::Store;
use crate::query::find::Place;

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// By a key.
    Quit,
    /// By a signal, or because the terminal was gone: the number of the signal.
    Signal(i32),
}

/// The size of the window now.
///
/// # Errors
/// When the terminal does not tell.
pub fn window_size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// Runs the screen until it is left.
///
/// # Errors
/// When the terminal cannot be taken over or written to.
pub fn run(context: Context<'_>, place: Option<Place>, own: Store) -> io::Result<Left> {
    let mut state = State::new(context, place);
    open_own(&mut state, own);
    let terminal = Terminal::take()?;
    let events = Events::start()?;
    // The size may have changed before anybody listened for it.
    follow_size(&mut state)?;
    let mut screen = Screen::default();
    loop {
        let frame = draw(&state);
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
                    if let Some(action) = action(Key::of(key), state.view, state.field().is_some()) {
                        update(&mut state, action);
                    }
                }
                Event::Paste(text) => paste(&mut state, &text),
                Event::Mouse(_) => {}
                Event::Resize => resized = true,
                Event::Suspend => state.effects.push(Effect::Suspend),
                Event::Resume => resized = true,
                Event::Stop(signal) => return Ok(Left::Signal(signal)),
            }
            for effect in std::mem::take(&mut state.effects) {
                match effect {
                    Effect::Quit => return Ok(Left::Quit),
                    Effect::Repaint => screen.forget(),
                    Effect::OwnMark(change) => own_mark(&mut state, change),
                    Effect::Suspend => {
                        suspend(&terminal)?;
                        screen.forget();
                        resized = true;
                    }
                }
            }
            event = events.waiting();
        }
        if resized {
            follow_size(&mut state)?;
            screen.forget();
        }
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

/// Gives the terminal back, stops the process, and takes the terminal over again when it goes on.
fn suspend(terminal: &Terminal) -> io::Result<()> {
    terminal.leave();
    signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
    terminal.enter()
}
