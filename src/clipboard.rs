//! Taking text along: through the terminal (OSC 52), through tmux, or to a local desktop. What was sent is never read
//! back, and the message says what was done and no more, since a terminal does not answer.

use std::env;
use std::fmt;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

pub use crate::settings::Way;
use crate::texts::{Lang, Msg};

/// The most bytes that are sent: what terminals take in one sequence, before it is encoded.
pub const MOST: usize = 74_994;

/// From how many bytes on tmux and mosh may drop the text.
const LARGE: usize = 3_000;

/// What stands between this program and the person's desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// How text is to be sent.
    pub way: Way,
    /// Whether tmux is in between.
    pub tmux: bool,
    /// Whether mosh is in between.
    pub mosh: bool,
    /// Whether the desktop is on this machine.
    pub local_desktop: bool,
}

impl Surroundings {
    /// Those of this process, for text that is to be sent in this way.
    pub fn of_process(way: Way) -> Surroundings {
        let set = |name: &str| env::var_os(name).is_some_and(|v| !v.is_empty());
        let remote = set("SSH_CONNECTION") || set("SSH_TTY");
        let display = cfg!(not(all(unix, not(target_os = "macos")))) || set("DISPLAY") || set("WAYLAND_DISPLAY");
        Surroundings {
            way,
            tmux: set("TMUX"),
            mosh: env::vars_os().any(|(name, _)| name.to_string_lossy().starts_with("MOSH_")),
            local_desktop: display && !remote,
        }
    }

    /// The ways to try, in order.
    fn ways(self) -> Vec<Way> {
        match self.way {
            Way::Auto => {
                let native = cfg!(feature = "native-clipboard") && self.local_desktop;
                let tries = [(Way::Tmux, self.tmux), (Way::Native, native), (Way::Osc52, true)];
                tries.into_iter().filter(|(_, fits)| *fits).map(|(way, _)| way).collect()
            }
            // Outside tmux there is nothing to pass through.
            Way::Passthrough if !self.tmux => vec![Way::Osc52],
            way => vec![way],
        }
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// How the text went; [`Way::Off`] where it did not.
    pub way: Way,
    /// How many bytes.
    pub bytes: usize,
    /// Whether the text was cut off at the most that is sent.
    pub cut: bool,
    /// Whether what stands in between may drop so much.
    pub large: bool,
}

impl Sent {
    /// What was done, in words; `key` is the one that shows the text or writes it to a file.
    pub fn say(self, lang: Lang, key: &str) -> String {
        let said = match self.way {
            Way::Passthrough => Msg::CopySentPassthrough,
            Way::Tmux => Msg::CopySentTmux,
            Way::Native => Msg::CopySentNative,
            Way::Off => Msg::CopyOff,
            Way::Osc52 | Way::Auto => Msg::CopySentTerminal,
        };
        let mut said = lang.fill(said, &[&self.bytes, &key]);
        if self.cut {
            said.push_str(&lang.fill(Msg::CopyCut, &[&MOST]));
        } else if self.large {
            said.push_str(lang.say(Msg::CopyLarge));
        }
        said
    }
}

/// The clipboard; holds the handle of the local desktop, which forgets the text when the handle is dropped.
pub struct Clipboard {
    surroundings: Surroundings,
    #[cfg(feature = "native-clipboard")]
    native: Option<arboard::Clipboard>,
}

impl fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clipboard").field("surroundings", &self.surroundings).finish_non_exhaustive()
    }
}

impl Clipboard {
    /// The clipboard in these surroundings.
    pub fn new(surroundings: Surroundings) -> Clipboard {
        Clipboard {
            surroundings,
            #[cfg(feature = "native-clipboard")]
            native: None,
        }
    }

    /// Sends a text by the first way that works; `terminal` writes to the terminal.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn send(&mut self, text: &str, terminal: impl Fn(&[u8]) -> io::Result<()>) -> io::Result<Sent> {
        let (text, cut) = fit(&clean(text));
        let large = text.len() > LARGE && (self.surroundings.tmux || self.surroundings.mosh);
        let sent = |way| Sent { way, bytes: text.len(), cut, large };
        for way in self.surroundings.ways() {
            let done = match way {
                Way::Tmux => tmux(&text),
                Way::Native => self.native(&text),
                Way::Osc52 | Way::Auto => {
                    terminal(osc52(&text).as_bytes())?;
                    true
                }
                Way::Passthrough => {
                    terminal(wrapped(&osc52(&text)).as_bytes())?;
                    true
                }
                Way::Off => false,
            };
            if done {
                return Ok(sent(way));
            }
        }
        Ok(sent(Way::Off))
    }

    #[cfg(feature = "native-clipboard")]
    fn native(&mut self, text: &str) -> bool {
        if self.native.is_none() {
            self.native = arboard::Clipboard::new().ok();
        }
        self.native.as_mut().is_some_and(|native| native.set_text(text).is_ok())
    }

    #[cfg(not(feature = "native-clipboard"))]
    fn native(&mut self, _: &str) -> bool {
        false
    }
}

/// The text without control characters but line ends and tabs, and without line ends at its end.
pub fn clean(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim_end_matches('\n').to_string()
}

/// As much of the text as is sent, and whether some was cut off.
fn fit(text: &str) -> (String, bool) {
    let end = (0..=MOST.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    (text[..end].to_string(), end < text.len())
}

/// The sequence by which a terminal takes a text.
fn osc52(text: &str) -> String {
    let mut sequence = String::new();
    // Writing to a string does not fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    sequence
}

/// A sequence that tmux hands on to its terminal as it is, where its option `allow-passthrough` is on.
fn wrapped(sequence: &str) -> String {
    format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b"))
}

/// Hands the text to tmux, which sends it on to the terminals that take it (3.2 and later).
fn tmux(text: &str) -> bool {
    let child = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return false };
    let written = child.stdin.take().is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn sent(surroundings: Surroundings, text: &str) -> (Sent, String) {
        let out = RefCell::new(Vec::new());
        let write = |bytes: &[u8]| {
            out.borrow_mut().extend_from_slice(bytes);
            Ok(())
        };
        let sent = Clipboard::new(surroundings).send(text, write).unwrap();
        (sent, String::from_utf8(out.into_inner()).unwrap())
    }

    #[test]
    fn without_anything_in_between_the_terminal_gets_it() {
        let (done, out) = sent(Surroundings::default(), "Zeeland\n");
        assert_eq!(out, "\x1b]52;c;WmVlbGFuZA==\x1b\\", "no newline at the end");
        assert_eq!(done, Sent { way: Way::Osc52, bytes: 7, cut: false, large: false });
    }

    #[test]
    fn control_characters_do_not_travel() {
        assert_eq!(clean("a\x1b[31mb\u{9b}c\r\nd\te\n\n"), "a[31mbc\nd\te");
    }

    #[test]
    fn what_is_too_long_is_cut_between_characters_and_said_to_be() {
        let (done, _) = sent(Surroundings::default(), &"é".repeat(MOST));
        assert!(done.cut && done.bytes <= MOST);
        assert!(done.say(Lang::Nl, "Y").contains("74994"), "{}", done.say(Lang::Nl, "Y"));
    }

    #[test]
    fn much_text_through_mosh_is_warned_of() {
        let through = Surroundings { mosh: true, ..Surroundings::default() };
        assert!(sent(through, &"a".repeat(3_001)).0.large);
        assert!(!sent(Surroundings::default(), &"a".repeat(3_001)).0.large);
    }

    #[test]
    fn passthrough_is_wrapped_for_tmux_with_every_escape_doubled_and_plain_outside_it() {
        let asked = Surroundings { way: Way::Passthrough, tmux: true, ..Surroundings::default() };
        let (done, out) = sent(asked, "Zeeland");
        assert_eq!(out, "\x1bPtmux;\x1b\x1b]52;c;WmVlbGFuZA==\x1b\x1b\\\x1b\\");
        assert!(done.say(Lang::Nl, "Y").contains("allow-passthrough"), "{}", done.say(Lang::Nl, "Y"));
        let (done, out) = sent(Surroundings { tmux: false, ..asked }, "Zeeland");
        assert_eq!((done.way, out.as_str()), (Way::Osc52, "\x1b]52;c;WmVlbGFuZA==\x1b\\"));
    }

    #[test]
    fn the_way_that_is_asked_for_is_the_only_one_tried() {
        for way in [Way::Osc52, Way::Tmux, Way::Native, Way::Off] {
            let asked = Surroundings { way, tmux: true, local_desktop: true, ..Surroundings::default() };
            assert_eq!(asked.ways(), [way]);
        }
    }

    #[test]
    fn off_sends_nothing_and_says_so() {
        let (done, out) = sent(Surroundings { way: Way::Off, ..Surroundings::default() }, "Zeeland");
        assert_eq!((done.way, out.as_str()), (Way::Off, ""));
        assert!(done.say(Lang::Nl, "F6").contains("F6 toont het"), "{}", done.say(Lang::Nl, "F6"));
    }
}
