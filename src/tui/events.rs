//! What reaches the loop: keys, pastes, sizes and signals, through one channel. Nothing here wakes up on a clock.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::{self, Event as Input, KeyEvent, KeyEventKind, MouseEvent};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something, where its reports are on.
    Mouse(MouseEvent),
    /// The window has a new size.
    Resize,
    /// The process is asked to suspend.
    Suspend,
    /// The process goes on after a stop.
    Resume,
    /// The process is asked to end, or its terminal is gone: the number of the signal.
    Stop(i32),
}

/// The source of events.
#[derive(Debug)]
pub struct Events(Receiver<Event>);

impl Events {
    /// Starts the threads that wait for keys, signals and the loss of the line.
    ///
    /// # Errors
    /// When signal handlers or threads cannot be set up.
    pub fn start() -> io::Result<Events> {
        let (send, receive) = channel();
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let sender = send.clone();
        spawn("signals", move || {
            for signal in signals.forever() {
                let event = match signal {
                    SIGTSTP => Event::Suspend,
                    SIGCONT => Event::Resume,
                    // crossterm hears of sizes only once its reader runs; a change before that would be lost.
                    SIGWINCH => Event::Resize,
                    other => Event::Stop(other),
                };
                if sender.send(event).is_err() {
                    return;
                }
            }
        })?;
        let sender = send.clone();
        spawn("line", move || watch_line(&sender))?;
        spawn("input", move || read_input(&send))?;
        Ok(Events(receive))
    }

    /// Waits for the next event.
    pub fn next(&self) -> Event {
        self.0.recv().unwrap_or(Event::Stop(SIGHUP))
    }

    /// An event that has come already, if any.
    pub fn waiting(&self) -> Option<Event> {
        self.0.try_recv().ok()
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.into()).stack_size(128 * 1024).spawn(work).map(|_| ())
}

/// Waits, without a time-out and for no event but the hang-up, until the terminal is gone. A lost line can leave the
/// reader of keys spinning where the hang-up signal is ignored; this ends the process instead.
fn watch_line(send: &Sender<Event>) {
    let stdin = io::stdin();
    loop {
        let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut fds, None) {
            Ok(_) if fds[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) => {
                let _ = send.send(Event::Stop(SIGHUP));
                return;
            }
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

fn read_input(send: &Sender<Event>) {
    loop {
        let event = match event::read() {
            // Some terminals report releases too; a key acts when it is pressed.
            Ok(Input::Key(key)) if key.kind != KeyEventKind::Release => Event::Key(key),
            Ok(Input::Paste(text)) => Event::Paste(text),
            Ok(Input::Mouse(mouse)) => Event::Mouse(mouse),
            Ok(_) => continue,
            Err(_) => Event::Stop(SIGHUP),
        };
        let last = matches!(event, Event::Stop(_));
        if send.send(event).is_err() || last {
            return;
        }
    }
}
