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

/// The areas of the view of regions in meeting mode: the name and the text, over the whole window.
pub fn regions_in_meeting(size: Size) -> Regions {
    let Size { width, height } = size;
    let margin = u16::from(width > 60) * 2;
    let at = |y: u16, height: u16| Some(Rect::new(margin, y, width.saturating_sub(2 * margin), height));
    Regions { tree: None, rule: None, head: at(0, 1), text: at(2, height.saturating_sub(2)), source: None }
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

/// The areas of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matrix {
    /// The filter in words, with the counts.
    pub bar: Rect,
    /// The labels of the columns.
    pub header: Rect,
    /// The rows.
    pub rows: Rect,
    /// The totals per column: all three strengths, the one in force, or none.
    pub totals: Rect,
    /// What is said of the cell under the cursor.
    pub inspector: Rect,
    /// What the signs mean.
    pub legend: Rect,
}

/// How many lines the filter in words may take.
pub fn matrix_bar(size: Size) -> usize {
    if size.height >= 18 { 3 } else { 2 }
}

/// The areas of the matrix, for a filter of so many lines; the inspector grows while one is in it.
pub fn matrix(size: Size, bar: usize, inspecting: bool) -> Matrix {
    let body = frame(size).body;
    let h = body.height;
    let bar = u16::try_from(bar.min(matrix_bar(size))).unwrap_or(1);
    let roomy = u16::from(h >= 24);
    let legend = u16::from(h >= 17);
    let totals = if h >= 30 { 3 } else { u16::from(h >= 15) };
    let inspector = if inspecting { h / 2 } else { (h / 4).clamp(3, 10) };
    let gap = u16::from(h >= 17);
    let fixed = bar + roomy + 1 + totals + gap + inspector + legend;
    let rows = h.saturating_sub(fixed);
    let mut y = body.y;
    let mut take = |height: u16, gap: u16| {
        let top = y.min(body.bottom());
        y = y.saturating_add(height + gap);
        Rect::new(0, top, body.width, height.min(body.bottom().saturating_sub(top)))
    };
    Matrix {
        bar: take(bar, roomy),
        header: take(1, 0),
        rows: take(rows, 0),
        totals: take(totals, gap),
        inspector: take(inspector, 0),
        legend: take(legend, 0),
    }
}

/// The areas of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compare {
    /// The names of both sides.
    pub head: Rect,
    /// The sections; none in meeting mode.
    pub strip: Option<Rect>,
    /// The heading of the section and its counts.
    pub section: Rect,
    /// The rows.
    pub text: Rect,
    /// The pages of the selected row; none in meeting mode.
    pub source: Option<Rect>,
}

/// The areas of the comparison; in meeting mode the whole window with a blank line between its parts.
pub fn compare(size: Size, meeting: bool) -> Compare {
    let body = if meeting { Rect::new(0, 0, size.width, size.height) } else { frame(size).body };
    let roomy = meeting || body.height >= 17;
    let at = |y: u16, height: u16| Rect {
        y: body.y + y.min(body.height),
        height: height.min(body.height.saturating_sub(y)),
        ..body
    };
    let counts = if body.height >= 12 { 2 } else { 1 };
    let section = 1 + u16::from(!meeting) + u16::from(roomy);
    let text = section + counts + u16::from(roomy);
    let below = u16::from(!meeting);
    Compare {
        head: at(0, 1),
        strip: (!meeting).then(|| at(1, 1)),
        section: at(section, counts),
        text: at(text, body.height.saturating_sub(text + below)),
        source: (!meeting).then(|| at(body.height.saturating_sub(1), 1)),
    }
}

/// The areas of the picker of a region or part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picker {
    /// What for.
    pub heading: Rect,
    /// The field.
    pub field: Rect,
    /// The places.
    pub list: Rect,
}

/// The areas of the picker.
pub fn picker(area: Rect) -> Picker {
    let at = |y: u16, height: u16| Rect {
        y: area.y + y.min(area.height),
        height: height.min(area.height.saturating_sub(y)),
        ..area
    };
    Picker { heading: at(0, 1), field: at(1, 1), list: at(3, area.height.saturating_sub(3)) }
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

/// The areas of a page of the national view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// What it is, and by which rule it is counted.
    pub head: Rect,
    /// What can be selected.
    pub list: Rect,
    /// What is told of the selected thing.
    pub foot: Rect,
}

/// The areas of the national view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct National {
    /// The names of the pages; none in meeting mode.
    pub strip: Option<Rect>,
    /// The line between two pages that stand side by side.
    pub rule: Option<Rect>,
    /// Where the first page stands.
    pub left: Rect,
    /// Where the second stands.
    pub right: Option<Rect>,
}

/// From how many columns on the reflection and the wording stand side by side.
const TWO_PAGES: u16 = 110;

/// The areas of the national view.
pub fn national(size: Size, meeting: bool) -> National {
    let body = frame(size).body;
    let margin = if meeting && size.width > 60 { 2 } else { 1 };
    let (top, height) = match meeting {
        true => (0, size.height),
        false => (body.y + 2, body.height.saturating_sub(2)),
    };
    let at = |x: u16, width: u16| Rect::new(x, top, width, height);
    let whole = at(margin, size.width.saturating_sub(2 * margin));
    let strip = (!meeting).then(|| Rect { height: 1.min(body.height), ..body });
    if meeting || size.width < TWO_PAGES {
        return National { strip, rule: None, left: whole, right: None };
    }
    let half = size.width / 2;
    National {
        strip,
        rule: Some(at(half, 1)),
        left: at(1, half.saturating_sub(2)),
        right: Some(at(half + 2, size.width.saturating_sub(half + 3))),
    }
}

/// The areas of a page whose head and foot have so many lines.
pub fn page(area: Rect, head: usize, foot: usize) -> Page {
    let rows = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let head = rows(head).min(area.height / 2);
    let foot = rows(foot).min(area.height / 4);
    let gap = |n: u16| u16::from(n > 0 && area.height >= 14);
    let list = area.height.saturating_sub(head + gap(head) + foot + gap(foot));
    let at = |y: u16, height: u16| Rect { y: area.y + y.min(area.height), height, ..area };
    Page { head: at(0, head), list: at(head + gap(head), list), foot: at(area.height.saturating_sub(foot), foot) }
}
