//! The program in a real pseudo-terminal: keys in, an emulated screen out. Waits on conditions, never on the clock.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a condition may take before the test fails; generous, since machines differ.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program with its terminal.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    ask: Option<Sender<()>>,
    asked: bool,
    reader: Option<thread::JoinHandle<()>>,
    /// The emulated terminal.
    pub terminal: vt100::Parser,
    /// All bytes that came.
    pub bytes: Vec<u8>,
}

impl Session {
    /// Starts the program with words parted by blanks; the environment is empty but for what is given and a home of
    /// its own.
    pub fn start(command: &str, home: &Path, env: &[(&str, &str)], width: u16, height: u16) -> Session {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut builder = CommandBuilder::new(env!("CARGO_BIN_EXE_impactkaart"));
        builder.args(command.split_whitespace());
        builder.env_clear();
        builder.env("HOME", home);
        builder.env("TERM", "xterm-256color");
        builder.env("LC_ALL", "nl_NL.UTF-8");
        for (name, value) in env {
            builder.env(name, value);
        }
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (send, output) = channel();
        // The reader reads only when asked, so that it lets go of the line when that is to be lost.
        let (ask, asked) = channel::<()>();
        let reading = thread::spawn(move || {
            let mut chunk = [0; 65_536];
            while asked.recv().is_ok() {
                match reader.read(&mut chunk) {
                    Ok(n) if n > 0 && send.send(chunk[..n].to_vec()).is_ok() => {}
                    _ => break,
                }
            }
        });
        let terminal = vt100::Parser::new(height, width, 0);
        Session {
            child,
            master: Some(pair.master),
            writer,
            output,
            ask: Some(ask),
            asked: false,
            reader: Some(reading),
            terminal,
            bytes: Vec::new(),
        }
    }

    /// Sends keys as bytes.
    pub fn keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// What the terminal shows.
    pub fn screen(&self) -> String {
        self.terminal.screen().contents()
    }

    /// Waits until the screen fulfils a condition.
    pub fn until(&mut self, what: &str, condition: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        loop {
            while self.take(Duration::ZERO) {}
            if condition(&self.screen()) {
                return;
            }
            assert!(Instant::now() < end, "waited in vain for {what}:\n{}", self.screen());
            self.take(Duration::from_millis(20));
        }
    }

    /// Takes in what the program sent, waiting a while for it; whether there was something.
    fn take(&mut self, patience: Duration) -> bool {
        if !self.asked {
            self.asked = self.ask.as_ref().is_some_and(|ask| ask.send(()).is_ok());
        }
        let Ok(bytes) = self.output.recv_timeout(patience) else { return false };
        self.asked = false;
        self.terminal.process(&bytes);
        self.bytes.extend(bytes);
        true
    }

    /// Waits until the screen shows a text.
    pub fn shows(&mut self, text: &str) {
        let wanted = text.to_string();
        self.until(text, move |screen| screen.contains(&wanted));
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        if let Some(master) = &self.master {
            master.resize(size).unwrap();
        }
        self.terminal.screen_mut().set_size(height, width);
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: i32) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(
            rustix::process::Pid::from_raw(pid).unwrap(),
            rustix::process::Signal::from_named_raw(signal).unwrap(),
        )
        .unwrap();
    }

    /// Waits until the program is stopped, as by Ctrl-Z.
    pub fn stopped(&mut self) {
        let pid = self.child.process_id().unwrap();
        let end = Instant::now() + PATIENCE;
        loop {
            self.take(Duration::from_millis(20));
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
            if stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('T')) {
                while self.take(Duration::from_millis(100)) {}
                return;
            }
            assert!(Instant::now() < end, "the program does not stop:\n{}", self.screen());
        }
    }

    /// Whether the program still runs.
    pub fn running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Closes the terminal, as a lost line does. A key first makes the reader come back from what it waits for.
    pub fn hang_up(&mut self) {
        while self.asked {
            self.keys("j");
            if self.output.recv_timeout(PATIENCE).is_ok() {
                self.asked = false;
            }
        }
        self.ask = None;
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.writer = Box::new(std::io::sink());
        self.master = None;
    }

    /// Waits for the end of the program, reads what it still says, and returns its exit code.
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        let code = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.exit_code();
            }
            assert!(Instant::now() < end, "the program does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        };
        while self.take(Duration::from_millis(200)) {}
        code
    }

    /// Asserts that the terminal is as it was: no alternate screen, a cursor to be seen, no paste or mouse mode.
    pub fn assert_restored(&self) {
        let screen = self.terminal.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left on");
        assert!(!screen.hide_cursor(), "the cursor is left hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is left on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
