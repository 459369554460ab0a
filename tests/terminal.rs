//! The program in a real pseudo-terminal: starting, reading, leaving, and being made to leave.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]
#![cfg(unix)]

#[path = "common/pty.rs"]
mod pty;

use pty::Session;

fn start(command: &str) -> (Session, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    (Session::start(command, home.path(), &[], 80, 24), home)
}

#[test]
fn start_narrow_to_zee_read_zeeland_quit_with_a_clean_terminal() {
    let (mut session, _home) = start("");
    session.shows("ZORGKANTOORREGIO'S");
    session.keys("f");
    session.shows("zoek:");
    session.keys("zee");
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("\r");
    session.shows("Verwachte ontwikkelingen");
    session.keys("n");
    session.shows("Preventie en voorlichting");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
}

#[test]
fn it_starts_at_a_region_and_asks_the_terminal_nothing() {
    let (mut session, _home) = start("zuid holland noord");
    session.shows("Zuid-Holland Noord (zorgkantoorregio)");
    let text = String::from_utf8_lossy(&session.bytes).into_owned();
    for query in ["\u{1b}[c", "\u{1b}[6n", "\u{1b}[>c", "\u{1b}[?u", "\u{1b}]10;?", "\u{1b}]11;?", "\u{1b}P+q"] {
        assert!(!text.contains(query), "{query:?}");
    }
    session.keys("\u{3}");
    assert_eq!(session.end(), 0, "Ctrl-C");
    session.assert_restored();
}

#[test]
fn a_resize_is_followed() {
    let (mut session, _home) = start("zeeland");
    session.shows("Zeeland (zorgkantoorregio)");
    session.resize(30, 8);
    session.shows("te klein");
    session.resize(100, 30);
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn term_hup_and_int_restore_the_terminal() {
    for (signal, code) in [(15, 143), (1, 129), (2, 130)] {
        let (mut session, _home) = start("zeeland");
        session.shows("Zeeland (zorgkantoorregio)");
        session.signal(signal);
        assert_eq!(session.end(), code, "signal {signal}");
        session.assert_restored();
    }
}

#[test]
fn a_lost_line_ends_the_program() {
    let (mut session, _home) = start("zeeland");
    session.shows("Zeeland (zorgkantoorregio)");
    session.hang_up();
    assert_ne!(session.end(), 0);
}

#[test]
fn no_color_sends_no_colour_and_keeps_emphasis() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::start("zeeland", home.path(), &[("NO_COLOR", "1")], 80, 24);
    session.shows("Zeeland (zorgkantoorregio)");
    let coloured = |c: vt100::Color| c != vt100::Color::Default;
    let screen = session.terminal.screen();
    let cells = (0..24).flat_map(|y| (0..80).map(move |x| (y, x)));
    let mut bold = false;
    for cell in cells.filter_map(|(y, x)| screen.cell(y, x)) {
        assert!(!coloured(cell.fgcolor()) && !coloured(cell.bgcolor()));
        bold |= cell.bold();
    }
    assert!(bold, "modifiers stay");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_locale_without_utf8_gets_ascii_only() {
    let home = tempfile::tempdir().unwrap();
    let env = [("LC_ALL", "C"), ("LC_MESSAGES", "nl_NL")];
    let mut session = Session::start("friesland --lang nl", home.path(), &env, 80, 24);
    session.shows("Friesland (zorgkantoorregio)");
    assert!(session.bytes.is_ascii());
    assert!(session.screen().contains('>'), "the marker has an ASCII form");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_key_that_changes_nothing_sends_nothing() {
    let (mut session, _home) = start("zeeland");
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("G");
    session.shows("↑");
    let before = session.bytes.len();
    session.keys("jjj");
    session.keys("?");
    session.shows("Toetsen");
    let between = session.bytes[before..].to_vec();
    assert_eq!(between.windows(8).filter(|w| *w == b"\x1b[?2026h").count(), 1, "one frame: the help");
    session.keys("\u{1b}");
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_takes_it_again() {
    let (mut session, _home) = start("zeeland");
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("\u{1a}");
    session.stopped();
    session.assert_restored();
    session.signal(18);
    session.shows("Zeeland (zorgkantoorregio)");
    session.until("the alternate screen", |_| true);
    session.keys("n");
    session.shows("Preventie en voorlichting");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
}

#[test]
fn copy_sends_osc_52_to_the_terminal_and_says_no_more_than_that() {
    let (mut session, _home) = start("zeeland");
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("y");
    session.shows("naar uw terminal");
    let sent = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(sent.contains("\u{1b}]52;c;"), "an OSC 52 sequence");
    assert!(!session.screen().contains("gekopieerd"), "nobody knows whether it arrived");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_wheel_scrolls_and_a_click_selects_once_the_mouse_is_on() {
    let (mut session, _home) = start("matrix --open");
    session.shows("geen filter");
    session.keys("S");
    session.shows("muis aan");
    assert_ne!(session.terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    let marked =
        |text: &'static str| move |screen: &str| screen.lines().any(|l| l.starts_with('▸') && l.contains(text));
    session.until("the first row", marked("Amstelland"));
    session.keys("\u{1b}[<65;10;10M");
    session.until("three rows on", marked("Arnhem"));
    session.keys("\u{1b}[<64;10;10M");
    session.until("three rows back", marked("Amstelland"));
    // The second row of cells, under the second sector: its line on the screen is one behind the first row's.
    let screen = session.screen();
    let first = screen.lines().position(|l| l.starts_with('▸')).unwrap();
    let header = screen.lines().nth(first - 1).unwrap();
    let column = header.find("GGZ").unwrap() + 1;
    session.keys(&format!("\u{1b}[<0;{column};{}M\u{1b}[<0;{column};{}m", first + 2, first + 2));
    session.until("the second row", marked("Amsterdam"));
    session.shows("× Geestelijke gezondheidszorg");
    session.keys("1");
    session.shows("ZORGKANTOORREGIO'S");
    let line = session.screen().lines().position(|l| l.contains("Haaglanden")).unwrap() + 1;
    session.keys(&format!("\u{1b}[<0;5;{line}M\u{1b}[<0;5;{line}m"));
    session.shows("Haaglanden (zorgkantoorregio)");
    session.keys("S");
    session.until("the mouse is off", |screen| screen.contains("muis uit"));
    assert_eq!(session.terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    session.keys("S");
    session.shows("muis aan");
    session.signal(15);
    assert_eq!(session.end(), 143);
    session.assert_restored();
}

#[test]
fn inside_tmux_copy_goes_by_load_buffer() {
    // A tmux that writes down what it is asked to do, first on the path.
    let home = tempfile::tempdir().unwrap();
    let tmux = home.path().join("tmux");
    std::fs::write(&tmux, "#!/bin/sh\necho \"$@\" > \"$HOME/asked\"\ncat > \"$HOME/given\"\n").unwrap();
    std::fs::set_permissions(&tmux, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", home.path().display());
    let env = [("TMUX", "/tmp/none,1,0"), ("PATH", path.as_str())];
    let mut session = Session::start("zeeland", home.path(), &env, 80, 24);
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("y");
    session.shows("tmux");
    let asked = std::fs::read_to_string(home.path().join("asked")).unwrap();
    let given = std::fs::read_to_string(home.path().join("given")).unwrap();
    assert_eq!(asked.trim(), "load-buffer -w -");
    assert!(given.contains("Zeeland, ") && given.contains("p. 84"), "{given}");
    assert!(!given.ends_with('\n'), "no newline at the end");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_last_place_is_where_the_next_run_opens() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::start("zeeland", home.path(), &[], 80, 24);
    session.shows("Zeeland (zorgkantoorregio)");
    session.signal(15);
    assert_eq!(session.end(), 143);
    let mut session = Session::start("", home.path(), &[], 80, 24);
    session.shows("Zeeland (zorgkantoorregio)");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

fn with_settings(text: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/impactkaart");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("settings.toml"), text).unwrap();
    home
}

#[test]
fn a_key_that_is_bound_anew_works_and_its_old_one_does_not() {
    let home = with_settings("lang = \"en\"\nclipboard = \"off\"\n[keys]\nquit = [\"Q\", \"Ctrl-X\"]\nhelp = \"F1\"\n");
    let mut session = Session::start("zeeland", home.path(), &[], 80, 24);
    session.shows("Q quit");
    session.shows("F1 help");
    session.keys("q?");
    session.keys("\u{1b}OP");
    session.shows("Enter do it");
    session.keys("\u{1b}");
    session.until("the region again", |screen| !screen.contains("type to search") && screen.contains("Q quit"));
    session.keys("y");
    session.shows("not sent");
    assert!(!String::from_utf8_lossy(&session.bytes).contains("\u{1b}]52;"), "the clipboard is off");
    session.keys("\u{18}");
    assert_eq!(session.end(), 0, "Ctrl-X");
    session.assert_restored();
}

#[test]
fn a_wrong_setting_is_told_at_the_start_and_the_others_hold() {
    let home = with_settings("scheme = \"pink\"\nmouse = true\n");
    let mut session = Session::start("zeeland", home.path(), &[], 120, 24);
    session.shows("Zeeland (zorgkantoorregio)");
    session.shows("settings.toml:1: scheme kan niet \"pink\" zijn; toegestaan: ");
    assert_ne!(session.terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is on");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
}

#[test]
fn the_palette_leads_to_a_region() {
    let (mut session, _home) = start("");
    session.shows("ZORGKANTOORREGIO'S");
    session.keys(":");
    session.shows("Palet");
    session.keys("zuid-limburg\r");
    session.shows("Zuid-Limburg (zorgkantoorregio)");
    session.keys("q");
    assert_eq!(session.end(), 0);
}
