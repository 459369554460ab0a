//! What the terminal shows, and the fewest bytes that turn it into the next frame.
//!
//! ratatui's own terminal sends a cursor move for every gap between changed cells, which over SSH costs about twice
//! the cells that change. This one reprints a short gap instead, erases to the end of a line where that is cheaper,
//! has rows that only moved moved by the terminal ([`super::shift`]), and hands over one write a frame, bracketed as
//! synchronised output.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::pen::Pen;
use super::shift::{row, same, shift};

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
        let kept = self.shown.take().filter(|shown| shown.area == next.area);
        let anew = kept.is_none();
        let shown = kept.unwrap_or_else(|| Buffer::empty(next.area));
        let changed = changed(&shown, &next);
        if !anew && changed.is_empty() && self.cursor == Some((cursor, visible)) {
            self.shown = Some(next);
            return &self.out;
        }
        self.out.extend_from_slice(BEGIN);
        if anew {
            self.out.extend_from_slice(b"\x1b[0m\x1b[H\x1b[2J");
            self.cursor = None;
        }
        self.turn(&shown, &next, &changed, cursor);
        if self.cursor.map(|(_, v)| v) != Some(visible) {
            self.out.extend_from_slice(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
        self.out.extend_from_slice(END);
        self.cursor = Some((cursor, visible));
        self.shown = Some(next);
        &self.out
    }

    /// Adds the bytes that turn one frame into the next: painted, or with moved rows where that is shorter.
    fn turn(&mut self, shown: &Buffer, next: &Buffer, changed: &[u16], cursor: Position) {
        self.moved.clear();
        let mut sure = false;
        if let Some(shift) = shift(shown, next, changed) {
            let moved = shift.done(shown);
            shift.tell(&mut self.moved);
            sure = shift.pays(self.moved.len());
            paint(&mut self.moved, &moved, next, &self::changed(&moved, next), None, cursor);
        }
        let head = self.out.len();
        if !sure {
            paint(&mut self.out, shown, next, changed, self.cursor.map(|(at, _)| at), cursor);
        }
        if sure || !self.moved.is_empty() && self.moved.len() < self.out.len() - head {
            self.out.truncate(head);
            self.out.extend_from_slice(&self.moved);
        }
    }
}

/// The rows that differ.
fn changed(shown: &Buffer, next: &Buffer) -> Vec<u16> {
    (next.area.top()..next.area.bottom()).filter(|y| !same(row(shown, *y), row(next, *y))).collect()
}

/// The bytes that turn one frame into the next, from a cursor to a cursor; the plain look is worn before and after.
fn paint(out: &mut Vec<u8>, shown: &Buffer, next: &Buffer, changed: &[u16], at: Option<Position>, cursor: Position) {
    let mut pen = Pen::new(out, at, next.area.width);
    for y in changed {
        pen.row(*y, row(shown, *y), row(next, *y));
    }
    pen.undress();
    pen.move_to(cursor.x, cursor.y);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Modifier, Style};

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
