//! What the terminal shows, and the fewest bytes that turn it into the next frame.
//!
//! ratatui's own terminal sends a cursor move for every gap between changed cells, which over SSH costs about twice
//! the cells that change. This one reprints a short gap instead, erases to the end of a line where that is cheaper,
//! has rows that only moved moved by the terminal ([`super::shift`]), and hands over one write a frame, bracketed as
//! synchronised output.

use std::io;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::shift::shift;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// The shown frame.
#[derive(Debug)]
pub struct Screen {
    shown: Option<Buffer>,
    cursor: Option<(Position, bool)>,
    out: Vec<u8>,
    /// The same frame with moved rows, to see which is shorter.
    moved: Vec<u8>,
}

/// The style part of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl Look {
    fn of(cell: &Cell) -> Look {
        Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a blank of this look shows nothing.
    fn blank(self) -> bool {
        self.bg == Color::Reset
            && !self.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT)
    }
}

impl Default for Screen {
    fn default() -> Self {
        Screen { shown: None, cursor: None, out: Vec::with_capacity(16 * 1024), moved: Vec::new() }
    }
}

impl Screen {
    /// Forgets what is shown, so that the next frame paints everything.
    pub fn forget(&mut self) {
        self.shown = None;
        self.cursor = None;
    }

    /// The bytes that turn what is shown into this frame; empty when nothing changes. The cursor stands at the
    /// selected item, and is visible only in a text field.
    pub fn present(&mut self, next: Buffer, cursor: Position, visible: bool) -> &[u8] {
        self.out.clear();
        let same_area = self.shown.as_ref().is_some_and(|shown| shown.area == next.area);
        if same_area && self.shown.as_ref() == Some(&next) && self.cursor == Some((cursor, visible)) {
            return &self.out;
        }
        self.out.extend_from_slice(BEGIN);
        let blank;
        let shown = match self.shown.take() {
            Some(shown) if same_area => shown,
            _ => {
                self.out.extend_from_slice(b"\x1b[0m\x1b[H\x1b[2J");
                self.cursor = None;
                blank = Buffer::empty(next.area);
                blank
            }
        };
        let head = self.out.len();
        paint(&mut self.out, &shown, &next, self.cursor.map(|(at, _)| at), cursor);
        if let Some(shift) = shift(&shown, &next) {
            self.moved.clear();
            shift.tell(&mut self.moved);
            paint(&mut self.moved, &shift.done(&shown), &next, None, cursor);
            if self.moved.len() < self.out.len() - head {
                self.out.truncate(head);
                self.out.extend_from_slice(&self.moved);
            }
        }
        if self.cursor.map(|(_, v)| v) != Some(visible) {
            self.out.extend_from_slice(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
        self.out.extend_from_slice(END);
        self.cursor = Some((cursor, visible));
        self.shown = Some(next);
        &self.out
    }
}

/// The bytes that turn one frame into the next, from a cursor to a cursor; the plain look is worn before and after.
fn paint(out: &mut Vec<u8>, shown: &Buffer, next: &Buffer, at: Option<Position>, cursor: Position) {
    let mut pen = Pen { out, at, look: PLAIN, area: next.area };
    for y in next.area.top()..next.area.bottom() {
        pen.row(shown, next, y);
    }
    pen.wear(PLAIN);
    pen.move_to(cursor.x, cursor.y);
}

/// Writes cells, knowing where the terminal's cursor is and what it wears.
struct Pen<'o> {
    out: &'o mut Vec<u8>,
    at: Option<Position>,
    look: Look,
    area: Rect,
}

impl Pen<'_> {
    fn row(&mut self, shown: &Buffer, next: &Buffer, y: u16) {
        let (left, right) = (next.area.left(), next.area.right());
        let blank_from = blank_from(next, y);
        let mut x = left;
        while x < right {
            if shown[(x, y)] == next[(x, y)] {
                x += 1;
                continue;
            }
            if x >= blank_from && right - x > 3 {
                let changed = (x..right).filter(|&x| shown[(x, y)] != next[(x, y)]).count();
                if changed > 3 {
                    self.go(next, x, y);
                    if !self.look.blank() {
                        self.wear(PLAIN);
                    }
                    self.out.extend_from_slice(b"\x1b[K");
                    return;
                }
            }
            self.go(next, x, y);
            x += self.print(&next[(x, y)]);
        }
    }

    /// Goes to a cell: by reprinting the unchanged cells before it where that takes fewer bytes than a move.
    fn go(&mut self, next: &Buffer, x: u16, y: u16) {
        if let Some(at) = self.at.filter(|at| at.y < y && y - at.y <= 3) {
            // To the beginning of a row below, and on from there.
            let below = usize::from(y - at.y) + 1 + self.on(next, 0, x, y).0;
            if below < absolute(x, y).len() {
                self.out.push(b'\r');
                self.out.extend(std::iter::repeat_n(b'\n', usize::from(y - at.y)));
                self.at = Some(Position { x: 0, y });
            }
        }
        let Some(at) = self.at.filter(|at| at.y == y && at.x < x) else { return self.move_to(x, y) };
        if !self.on(next, at.x, x, y).1 {
            return self.move_to(x, y);
        }
        let mut i = at.x;
        while i < x {
            i += self.print(&next[(i, y)]);
        }
    }

    /// What it costs to get on in a row, and whether by reprinting. What the cell there then needs to wear counts on
    /// both ways.
    fn on(&self, next: &Buffer, from: u16, to: u16, y: u16) -> (usize, bool) {
        let moved = move_cost(to - from);
        // A move within a row takes five bytes at most, so longer gaps are not worth reckoning.
        if from == to || to - from > 12 || (from..to).any(|i| next[(i, y)].symbol().width() != 1) {
            return (moved, false);
        }
        let there = &next[(to, y)];
        let mut worn = self.look;
        let mut reprint: usize = (from..to).map(|i| cost(&mut worn, &next[(i, y)])).sum();
        reprint += cost(&mut worn, there);
        let direct = cost(&mut self.look.clone(), there);
        if reprint < moved + direct { (reprint.saturating_sub(direct), true) } else { (moved, false) }
    }

    fn move_to(&mut self, x: u16, y: u16) {
        let to = Position { x, y };
        let Some(at) = self.at.replace(to).filter(|at| at.y == y) else {
            self.out.extend_from_slice(absolute(x, y).as_bytes());
            return;
        };
        let on = |from: u16| match x - from {
            0 => String::new(),
            1 => "\x1b[C".to_string(),
            n => format!("\x1b[{n}C"),
        };
        let relative = match at.x {
            from if from <= x => on(from),
            from if from - x <= 3 => "\u{8}".repeat(usize::from(from - x)),
            _ => format!("\r{}", on(0)),
        };
        let absolute = absolute(x, y);
        let shorter = if relative.len() < absolute.len() { relative } else { absolute };
        self.out.extend_from_slice(shorter.as_bytes());
    }

    /// Prints a cell and returns its width.
    fn print(&mut self, cell: &Cell) -> u16 {
        // A blank shows no ink: whatever is worn will do, as long as that colours no ground and draws no line.
        let look = Look::of(cell);
        if !(cell.symbol() == " " && look.blank() && self.look.blank()) {
            self.wear(look);
        }
        let symbol = if cell.symbol().is_empty() { " " } else { cell.symbol() };
        self.out.extend_from_slice(symbol.as_bytes());
        let width = u16::try_from(symbol.width().max(1)).unwrap_or(1);
        if let Some(at) = &mut self.at {
            at.x += width;
        }
        // Behind the last column the terminal waits to wrap: where the cursor is then differs.
        if self.at.is_some_and(|at| at.x >= self.area.right()) {
            self.at = None;
        }
        width
    }

    /// Puts on a look.
    fn wear(&mut self, look: Look) {
        change(self.look, look, self.out);
        self.look = look;
    }
}

/// What printing a cell costs, and what is worn behind it.
fn cost(worn: &mut Look, cell: &Cell) -> usize {
    let look = Look::of(cell);
    if look == *worn || cell.symbol() == " " && look.blank() && worn.blank() {
        return cell.symbol().len();
    }
    let mut counted = Count(0);
    change(*worn, look, &mut counted);
    *worn = look;
    counted.0 + cell.symbol().len()
}

/// Counts bytes.
struct Count(usize);

impl io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Changes the look with the shortest sequence: what is added where nothing must come off, else all anew.
fn change(mut worn: Look, look: Look, out: &mut impl io::Write) {
    if look == worn {
        return;
    }
    if look == PLAIN {
        let _ = out.write_all(b"\x1b[m");
        return;
    }
    let mut before = "\x1b[";
    if !worn.modifier.difference(look.modifier).is_empty() {
        let _ = out.write_all(before.as_bytes());
        (worn, before) = (PLAIN, ";");
    }
    let mut code = |code: &dyn std::fmt::Display| {
        let _ = write!(out, "{before}{code}");
        before = ";";
    };
    for (modifier, number) in [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
        (Modifier::CROSSED_OUT, 9),
    ] {
        if look.modifier.difference(worn.modifier).contains(modifier) {
            code(&number);
        }
    }
    if look.fg != worn.fg {
        code(&colour(look.fg, 30));
    }
    if look.bg != worn.bg {
        code(&colour(look.bg, 40));
    }
    let _ = out.write_all(b"m");
}

/// A move of the cursor to a place on the screen.
fn absolute(x: u16, y: u16) -> String {
    if x == 0 { format!("\x1b[{}H", y + 1) } else { format!("\x1b[{};{}H", y + 1, x + 1) }
}

/// What a move of the cursor to the right costs.
fn move_cost(columns: u16) -> usize {
    match columns {
        0 => 0,
        1 => 3,
        2..=9 => 4,
        _ => 5,
    }
}

/// The first column from which the rest of the row is blank.
fn blank_from(buffer: &Buffer, y: u16) -> u16 {
    let mut x = buffer.area.right();
    while x > buffer.area.left() {
        let cell = &buffer[(x - 1, y)];
        if cell.symbol() != " " || Look::of(cell) != PLAIN || !Look::of(cell).blank() {
            break;
        }
        x -= 1;
    }
    x
}

/// The SGR code of a colour; `base` is 30 for the foreground and 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let named = |n: u8| (base + n).to_string();
    let bright = |n: u8| (base + 60 + n).to_string();
    match colour {
        Color::Reset => named(9),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn frame(lines: &[&str], width: u16) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, u16::try_from(lines.len()).unwrap()));
        for (y, line) in lines.iter().enumerate() {
            buffer.set_string(0, u16::try_from(y).unwrap(), line, Style::new());
        }
        buffer
    }

    fn play(frames: &[Buffer]) -> vt100::Parser {
        let mut screen = Screen::default();
        let area = frames[0].area;
        let mut terminal = vt100::Parser::new(area.height, area.width, 0);
        for frame in frames {
            terminal.process(screen.present(frame.clone(), Position::new(0, 0), false));
        }
        terminal
    }

    #[test]
    fn an_unchanged_frame_sends_nothing() {
        let mut screen = Screen::default();
        let frame = frame(&["Zeeland", ""], 20);
        assert!(!screen.present(frame.clone(), Position::new(0, 0), false).is_empty());
        assert!(screen.present(frame, Position::new(0, 0), false).is_empty());
    }

    #[test]
    fn a_terminal_shows_the_last_of_several_frames() {
        let frames = [
            frame(&["een twee drie", "vier vijf zes", "zeven", ""], 16),
            frame(&["een TWEE drie", "", "zeven acht negen", "tien"], 16),
            frame(&["", "vier", "negen", "een twee drie vi"], 16),
        ];
        for last in 1..=frames.len() {
            let terminal = play(&frames[..last]);
            let expected: Vec<String> = (0..4)
                .map(|y| {
                    (0..16)
                        .map(|x| frames[last - 1][(x, y)].symbol().to_string())
                        .collect::<String>()
                        .trim_end()
                        .to_string()
                })
                .collect();
            let shown: Vec<String> = terminal.screen().rows(0, 16).map(|r| r.trim_end().to_string()).collect();
            assert_eq!(shown, expected);
        }
    }

    #[test]
    fn a_short_gap_is_reprinted_and_not_jumped_over() {
        let mut screen = Screen::default();
        screen.present(frame(&["a b c"], 10), Position::new(0, 0), false);
        let bytes = screen.present(frame(&["x b z"], 10), Position::new(0, 0), false);
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains("x b z"), "{text:?}");
    }

    #[test]
    fn blanks_between_styled_cells_take_no_change_of_style() {
        let mut buffer = frame(&["V   V   V"], 12);
        for x in [0, 4, 8] {
            buffer[(x, 0)].modifier = Modifier::BOLD;
        }
        let mut screen = Screen::default();
        let bytes = screen.present(buffer, Position::new(0, 0), false).to_vec();
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("V   V   V"), "{text:?}");
    }

    #[test]
    fn a_style_comes_off_where_the_next_cell_does_not_wear_it() {
        let mut buffer = frame(&["ab"], 4);
        buffer[(0, 0)].modifier = Modifier::BOLD;
        buffer[(1, 0)].modifier = Modifier::DIM;
        let terminal = play(&[buffer]);
        let at = |x| terminal.screen().cell(0, x).unwrap();
        assert!(at(0).bold() && !at(1).bold() && at(1).dim());
    }
}
