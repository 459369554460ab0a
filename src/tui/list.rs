//! A cursor in a list that scrolls: the arithmetic, shared by every pane that has one.

use super::action::Action;

/// How far an action moves in a list, where it is one that moves.
pub fn delta(action: Action, page: usize) -> Option<isize> {
    let page = isize::try_from(page.max(1)).unwrap_or(isize::MAX);
    match action {
        Action::Up => Some(-1),
        Action::Down => Some(1),
        Action::PageUp => Some(-page),
        Action::PageDown => Some(page),
        Action::Top => Some(isize::MIN),
        Action::Bottom => Some(isize::MAX),
        _ => None,
    }
}

/// Where one is in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The selected item.
    pub at: usize,
    /// The first line shown.
    pub top: usize,
}

impl Cursor {
    /// Moves by a number of items, staying within `count`.
    pub fn by(&mut self, delta: isize, count: usize) {
        self.at = self.at.saturating_add_signed(delta).min(count.saturating_sub(1));
    }

    /// Scrolls so that the lines `from..to` are shown in a window of `height` lines out of `total`, with a line of
    /// context where there is room. What is taller than the window is shown from its beginning.
    pub fn reveal(&mut self, from: usize, to: usize, height: usize, total: usize) {
        let height = height.max(1);
        let context = usize::from(height > 4);
        if to + context > self.top + height {
            self.top = (to + context).saturating_sub(height);
        }
        if from.saturating_sub(context) < self.top {
            self.top = from.saturating_sub(context);
        }
        if to.saturating_sub(from) >= height {
            self.top = from;
        }
        self.top = self.top.min(total.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_item_is_always_shown() {
        let mut cursor = Cursor::default();
        for at in [0usize, 5, 30, 99, 42, 0] {
            cursor.at = at;
            cursor.reveal(at, at + 1, 10, 100);
            assert!((cursor.top..cursor.top + 10).contains(&at), "{at} from {}", cursor.top);
            assert!(cursor.top <= 90);
        }
    }

    #[test]
    fn an_item_taller_than_the_window_is_shown_from_its_beginning() {
        let mut cursor = Cursor { at: 3, top: 0 };
        cursor.reveal(20, 50, 10, 100);
        assert_eq!(cursor.top, 20);
    }
}
