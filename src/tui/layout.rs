//! Where things stand on the screen: plain arithmetic on rectangles, shared by laying out and drawing.

use ratatui::layout::Rect;

use super::state::Size;

/// The frame around every view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Where one is.
    pub title: Rect,
    /// The view.
    pub body: Rect,
    /// The keys that work here.
    pub footer: Rect,
}

/// The areas of the frame.
pub fn frame(size: Size) -> Frame {
    let Size { width, height } = size;
    let body = height.saturating_sub(3);
    Frame {
        title: Rect::new(0, 0, width, 1.min(height)),
        body: Rect::new(0, 2.min(height), width, body),
        footer: Rect::new(0, height.saturating_sub(1), width, 1.min(height)),
    }
}

/// The areas of the view of regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    /// The tree; none where the window is too narrow for both panes and the text is shown.
    pub tree: Option<Rect>,
    /// The line between the panes.
    pub rule: Option<Rect>,
    /// The name and the counts of the region, pinned above its text.
    pub head: Option<Rect>,
    /// The text of the region.
    pub text: Option<Rect>,
    /// Document and page of the selected entry.
    pub source: Option<Rect>,
}

/// From how many columns on both panes stand side by side.
const BOTH_PANES: u16 = 64;

/// The areas of the view of regions; in a narrow window only the pane that one is in.
pub fn regions(size: Size, in_tree: bool) -> Regions {
    let body = frame(size).body;
    if size.width < BOTH_PANES && in_tree {
        return Regions { tree: Some(body), rule: None, head: None, text: None, source: None };
    }
    let tree_width = if size.width < BOTH_PANES { 0 } else { (size.width / 3).clamp(22, 38) };
    let gap = if tree_width == 0 { 0 } else { 3 };
    let x = tree_width + gap;
    let width = size.width.saturating_sub(x);
    let rows = body.height;
    let at = |y: u16, height: u16| Some(Rect::new(x, body.y + y, width, height.min(rows.saturating_sub(y))));
    Regions {
        tree: (tree_width > 0).then(|| Rect::new(0, body.y, tree_width, rows)),
        rule: (tree_width > 0).then(|| Rect::new(tree_width + 1, body.y, 1, rows)),
        head: at(0, 2),
        text: at(3, rows.saturating_sub(4)),
        source: at(rows.saturating_sub(1), 1),
    }
}

/// The areas of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Search {
    /// The field, with the total.
    pub field: Rect,
    /// Counts per kind and theme, or what is wrong with a filter.
    pub head: Rect,
    /// The hits.
    pub list: Rect,
    /// The selected hit in full.
    pub detail: Rect,
}

/// The areas of the search; a low window keeps one line of counts and of the selected hit only what it is.
pub fn search(size: Size) -> Search {
    let body = frame(size).body;
    let (head, detail) = if body.height >= 16 { (2, 4) } else { (1, 1) };
    let width = body.width.saturating_sub(2);
    let at = |y: u16, height: u16| Rect::new(body.x + 1, body.y + y, width, height.min(body.height.saturating_sub(y)));
    let top = 2 + head;
    let list = body.height.saturating_sub(top + detail + 1);
    Search { field: at(0, 1), head: at(1, head), list: at(top, list), detail: at(top + list + 1, detail) }
}
