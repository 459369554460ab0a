//! Rows that only moved up or down: found by comparing two frames, and moved by the terminal itself, which takes a few
//! bytes where painting them anew takes all of theirs. Lines are deleted and inserted within a scrolling region, as
//! every terminal since the VT102 can.

use std::hash::{Hash, Hasher};
use std::io::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Style;

/// Fewer changed rows than this are painted sooner than moved.
const LEAST: u16 = 4;
/// What the moving itself costs, about, in cells of a row.
const DEAR: usize = 24;

/// Lines taken out of the region or put into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    row: u16,
    lines: u16,
    out: bool,
}

/// How the rows of a region move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The first row of the region, and the last.
    region: (u16, u16),
    /// In the order in which they are done.
    moves: Vec<Move>,
    /// How many cells with ink need not be painted.
    saved: usize,
}

/// How rows of the shown frame move in the next one, where these changed; none where moving saves nothing.
pub fn shift(shown: &Buffer, next: &Buffer, changed: &[u16]) -> Option<Shift> {
    let (&first, &last) = (changed.first()?, changed.last()?);
    let rows = last - first + 1;
    // Where rows move, nearly all between the first and the last of them change.
    if rows < LEAST || changed.len() * 2 < usize::from(rows) {
        return None;
    }
    let old: Vec<Option<Print>> = (first..=last).map(|y| Print::of(row(shown, y))).collect();
    let new: Vec<Option<Print>> = (first..=last).map(|y| Print::of(row(next, y))).collect();
    let kept = kept(&old, &new);
    let saved: usize = kept.iter().filter(|(i, j)| i != j).filter_map(|(_, j)| new.get(*j)?.map(|p| p.ink)).sum();
    (saved > DEAR).then(|| Shift { region: (first, last), moves: moves(&kept, old.len(), first), saved })
}

/// Whether two rows show the same. Nearly all signs are a byte long, for which a call to compare strings is dear.
pub fn same(a: &[Cell], b: &[Cell]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_cell(a, b))
}

/// Whether two cells show the same.
pub fn same_cell(a: &Cell, b: &Cell) -> bool {
    let (ink, other) = (a.symbol().as_bytes(), b.symbol().as_bytes());
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier) && ink.len() == other.len() && ink.iter().eq(other)
}

/// The cells of a row.
pub fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let from = usize::from(y - buffer.area.top()) * width;
    buffer.content.get(from..from + width).unwrap_or_default()
}

/// What tells a row from others, and how many cells with ink it has; none for a blank row, which every other is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Print {
    hash: u64,
    ink: usize,
}

impl Print {
    fn of(cells: &[Cell]) -> Option<Print> {
        let mut hasher = Mix(0);
        let (mut ink, mut worn) = (0, Style::reset());
        for (x, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::EMPTY) {
            hasher.write_usize(x);
            hasher.write(cell.symbol().as_bytes());
            let style = cell.style();
            if style != worn {
                style.hash(&mut hasher);
                worn = style;
            }
            ink += 1;
        }
        (ink > 0).then_some(Print { hash: hasher.0, ink })
    }
}

/// A hasher for thousands of cells a frame: nobody chooses these rows to collide, and speed is what counts.
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            self.write_u64(chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u16(&mut self, word: u16) {
        self.write_u64(u64::from(word));
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(word as u64);
    }
}

/// The rows that stay in order, as places in both lists, so that they hold as many cells with ink as possible.
fn kept(old: &[Option<Print>], new: &[Option<Print>]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut best = vec![0usize; (old.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    let same = |i: usize, j: usize| match (old.get(i), new.get(j)) {
        (Some(Some(a)), Some(Some(b))) if a == b => Some(a.ink),
        _ => None,
    };
    let of = |best: &[usize], place: usize| best.get(place).copied().unwrap_or(0);
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let without = of(&best, at(i + 1, j)).max(of(&best, at(i, j + 1)));
            let with = same(i, j).map_or(0, |ink| ink + of(&best, at(i + 1, j + 1)));
            if let Some(cell) = best.get_mut(at(i, j)) {
                *cell = with.max(without);
            }
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        let here = of(&best, at(i, j));
        if same(i, j).is_some_and(|ink| ink + of(&best, at(i + 1, j + 1)) == here) {
            kept.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if of(&best, at(i + 1, j)) == here {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

/// The lines to take out, from below, and then those to put in, from above. Between two rows that stay as many lines
/// are painted over as both frames have there.
fn moves(kept: &[(usize, usize)], rows: usize, first: u16) -> Vec<Move> {
    let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let (mut outs, mut ins) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    for &(to_i, to_j) in kept.iter().chain([&(rows, rows)]) {
        let (old, new) = (to_i - i, to_j - j);
        let both = old.min(new);
        if old > new {
            outs.push(Move { row: first + cells(i + both), lines: cells(old - both), out: true });
        } else if new > old {
            ins.push(Move { row: first + cells(j + both), lines: cells(new - both), out: false });
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    outs.reverse();
    outs.extend(ins);
    outs
}

impl Shift {
    /// Whether it is shorter than painting for certain, since it takes only so many bytes to tell.
    pub fn pays(&self, told: usize) -> bool {
        self.saved > 2 * told
    }

    /// Tells the terminal; the cursor is then anywhere. The plain look must be worn, since new lines take it on.
    pub fn tell(&self, out: &mut Vec<u8>) {
        let (first, last) = self.region;
        let _ = write!(out, "\x1b[{};{}r", first + 1, last + 1);
        for Move { row, lines, out: deletes } in &self.moves {
            let _ = write!(out, "\x1b[{}H\x1b[", row + 1);
            if *lines > 1 {
                let _ = write!(out, "{lines}");
            }
            out.push(if *deletes { b'M' } else { b'L' });
        }
        out.extend_from_slice(b"\x1b[r");
    }

    /// What is shown once the terminal did so.
    pub fn done(&self, shown: &Buffer) -> Buffer {
        let mut next = shown.clone();
        let width = usize::from(shown.area.width);
        let at = |row: u16| usize::from(row - shown.area.top()) * width;
        let end = at(self.region.1 + 1);
        for Move { row, lines, out } in &self.moves {
            let count = usize::from(*lines) * width;
            let Some(rows) = next.content.get_mut(at(*row)..end) else { continue };
            let count = count.min(rows.len());
            if *out {
                rows.rotate_left(count);
                let kept = rows.len() - count;
                rows.iter_mut().skip(kept).for_each(Cell::reset);
            } else {
                rows.rotate_right(count);
                rows.iter_mut().take(count).for_each(Cell::reset);
            }
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn frame(lines: &[&str]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, u16::try_from(lines.len()).unwrap()));
        for (y, line) in lines.iter().enumerate() {
            buffer.set_string(0, u16::try_from(y).unwrap(), line.repeat(10), Style::new());
        }
        buffer
    }

    fn shift(shown: &Buffer, next: &Buffer) -> Option<Shift> {
        let changed: Vec<u16> = (0..next.area.height).filter(|y| row(shown, *y) != row(next, *y)).collect();
        super::shift(shown, next, &changed)
    }

    #[test]
    fn rows_that_moved_up_leave_blank_lines_below() {
        let shown = frame(&["kop", "een", "twee", "drie", "vier", "voet"]);
        let shift = shift(&shown, &frame(&["kop", "twee", "drie", "vier", "vijf", "voet"])).unwrap();
        assert_eq!(shift.done(&shown), frame(&["kop", "twee", "drie", "vier", "", "voet"]));
        let mut out = Vec::new();
        shift.tell(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[2;5r\x1b[2H\x1b[M\x1b[5H\x1b[L\x1b[r");
    }

    #[test]
    fn rows_that_go_and_come_at_several_places_move_the_rest() {
        let shown = frame(&["een", "twee", "drie", "vier", "vijf", "zes"]);
        let next = frame(&["een", "drie", "nieuw", "vier", "zes", "zeven"]);
        assert_eq!(shift(&shown, &next).unwrap().done(&shown), frame(&["een", "drie", "", "vier", "zes", ""]));
    }

    #[test]
    fn a_frame_without_moved_rows_is_painted() {
        let shown = frame(&["een", "twee", "drie", "vier", "vijf"]);
        assert_eq!(shift(&shown, &frame(&["acht", "negen", "tien", "elf", "twaalf"])), None);
        assert_eq!(shift(&shown, &shown), None);
    }
}
