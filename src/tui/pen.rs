//! Writes the cells of a row that change, in the fewest bytes: gaps are reprinted or jumped over, whichever is shorter,
//! looks are changed by what differs, and blank ends of rows are erased.

use std::io;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::shift::same_cell;

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

/// Writes cells, knowing where the terminal's cursor is and what it wears.
#[derive(Debug)]
pub struct Pen<'o> {
    out: &'o mut Vec<u8>,
    at: Option<Position>,
    look: Look,
    width: u16,
}

impl<'o> Pen<'o> {
    /// A pen for a screen of this width, where the cursor stands there and nothing is worn.
    pub fn new(out: &'o mut Vec<u8>, at: Option<Position>, width: u16) -> Self {
        Pen { out, at, look: PLAIN, width }
    }

    /// Turns a row into what it is next.
    pub fn row(&mut self, y: u16, shown: &[Cell], next: &[Cell]) {
        let mut cells = shown.iter().zip(next).enumerate();
        let Some((first, _)) = cells.find(|(_, (old, new))| !same_cell(old, new)) else { return };
        let blank = next.iter().rposition(|c| c.symbol() != " " || Look::of(c) != PLAIN).map_or(0, |x| x + 1);
        let mut x = first;
        while let (Some(old), Some(new)) = (shown.get(x), next.get(x)) {
            if same_cell(old, new) {
                x += 1;
                continue;
            }
            if x >= blank && shown.iter().zip(next).skip(x).filter(|(old, new)| !same_cell(old, new)).count() > 3 {
                self.go(next, cells_wide(x), y);
                if !self.look.blank() {
                    self.wear(PLAIN);
                }
                self.out.extend_from_slice(b"\x1b[K");
                return;
            }
            self.go(next, cells_wide(x), y);
            x += usize::from(self.print(new));
        }
    }

    /// Goes to a cell: by reprinting the unchanged cells before it where that takes fewer bytes than a move.
    fn go(&mut self, row: &[Cell], x: u16, y: u16) {
        if let Some(at) = self.at.filter(|at| at.y < y && y - at.y <= 3) {
            // To the beginning of a row below, and on from there.
            if usize::from(y - at.y) + 1 + self.on(row, 0, x).0 < absolute_cost(x, y) {
                self.out.push(b'\r');
                self.out.extend(std::iter::repeat_n(b'\n', usize::from(y - at.y)));
                self.at = Some(Position { x: 0, y });
            }
        }
        let Some(at) = self.at.filter(|at| at.y == y && at.x < x) else { return self.move_to(x, y) };
        if !self.on(row, at.x, x).1 {
            return self.move_to(x, y);
        }
        let mut i = at.x;
        while i < x
            && let Some(cell) = row.get(usize::from(i))
        {
            i += self.print(cell);
        }
    }

    /// What it costs to get on in a row, and whether by reprinting. What the cell there then needs to wear counts on
    /// both ways.
    fn on(&self, row: &[Cell], from: u16, to: u16) -> (usize, bool) {
        let moved = forward_cost(to - from);
        // A move within a row takes five bytes at most, so longer gaps are not worth reckoning.
        let (false, Some(gap), Some(there)) =
            (to - from > 12, row.get(usize::from(from)..usize::from(to)), row.get(usize::from(to)))
        else {
            return (moved, false);
        };
        if gap.iter().any(|cell| width(cell.symbol()) != 1) {
            return (moved, false);
        }
        let (mut worn, mut direct) = (self.look, self.look);
        let reprint: usize = gap.iter().map(|cell| cost(&mut worn, cell)).sum::<usize>() + cost(&mut worn, there);
        let direct = cost(&mut direct, there);
        if reprint < moved + direct { (reprint.saturating_sub(direct), true) } else { (moved, false) }
    }

    /// Moves the cursor, by the shortest of what leads there.
    pub fn move_to(&mut self, x: u16, y: u16) {
        let to = Position { x, y };
        let absolute = absolute_cost(x, y);
        match self.at.replace(to).filter(|at| at.y == y).map(|at| at.x) {
            Some(from) if from <= x && forward_cost(x - from) < absolute => self.forward(x - from),
            Some(from) if from > x && from - x <= 3 => {
                self.out.extend(std::iter::repeat_n(b'\x08', usize::from(from - x)));
            }
            Some(from) if from > x && forward_cost(x) + 1 < absolute => {
                self.out.push(b'\r');
                self.forward(x);
            }
            _ => {
                self.out.extend_from_slice(b"\x1b[");
                self.number(y + 1);
                if x > 0 {
                    self.out.push(b';');
                    self.number(x + 1);
                }
                self.out.push(b'H');
            }
        }
    }

    fn forward(&mut self, columns: u16) {
        if columns > 0 {
            self.out.extend_from_slice(b"\x1b[");
            if columns > 1 {
                self.number(columns);
            }
            self.out.push(b'C');
        }
    }

    /// A number in digits, without the machinery of formatting: there are hundreds in a frame.
    fn number(&mut self, n: u16) {
        if n >= 10 {
            self.number(n / 10);
        }
        self.out.push(b'0' + (n % 10) as u8);
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
        let width = width(symbol);
        if let Some(at) = &mut self.at {
            at.x += width;
        }
        // Behind the last column the terminal waits to wrap: where the cursor is then differs.
        if self.at.is_some_and(|at| at.x >= self.width) {
            self.at = None;
        }
        width
    }

    /// Takes off what is worn.
    pub fn undress(&mut self) {
        self.wear(PLAIN);
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

/// The cells that a symbol takes.
fn width(symbol: &str) -> u16 {
    if symbol.len() == 1 { 1 } else { u16::try_from(symbol.width().max(1)).unwrap_or(1) }
}

fn cells_wide(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

fn digits(n: u16) -> usize {
    match n {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        _ => 5,
    }
}

/// What a move of the cursor to a place on the screen costs.
fn absolute_cost(x: u16, y: u16) -> usize {
    let column = if x == 0 { 0 } else { 1 + digits(x + 1) };
    3 + digits(y + 1) + column
}

/// What a move of the cursor to the right costs.
fn forward_cost(columns: u16) -> usize {
    match columns {
        0 => 0,
        1 => 3,
        n => 3 + digits(n),
    }
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
