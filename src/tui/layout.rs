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

/// How many lines the legend of the matrix may take.
pub fn matrix_legend(size: Size) -> usize {
    match frame(size).body.height {
        0..17 => 0,
        17..24 => 2,
        _ => 3,
    }
}

/// The areas of the matrix, for a filter and a legend of so many lines; the inspector grows while one is in it.
pub fn matrix(size: Size, bar: usize, legend: usize, inspecting: bool) -> Matrix {
    let body = frame(size).body;
    let h = body.height;
    let bar = u16::try_from(bar.min(matrix_bar(size))).unwrap_or(1);
    let roomy = u16::from(h >= 24);
    let legend = u16::try_from(legend.min(matrix_legend(size))).unwrap_or(1);
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

/// The areas of a list with bars and what is said of the selected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// What the list shows, and how.
    pub bar: Rect,
    /// The heads of the columns, and under them the rows; none where only the text is shown.
    pub list: Option<Rect>,
    /// The line between the panes.
    pub rule: Option<Rect>,
    /// The name of the selected one and what is said of it.
    pub head: Option<Rect>,
    /// The text.
    pub text: Option<Rect>,
    /// Where the selected item stands; none in meeting mode.
    pub source: Option<Rect>,
}

impl Ranked {
    /// How many rows the list shows.
    pub fn rows(&self) -> usize {
        self.list.map_or(0, |list| usize::from(list.height).saturating_sub(1))
    }
}

/// The areas of a list with bars, for a bar of so many lines. In a narrow window and in meeting mode only the pane
/// that one is in.
pub fn ranked(size: Size, meeting: bool, in_list: bool, bar: usize) -> Ranked {
    let body = if meeting { Rect::new(0, 0, size.width, size.height) } else { frame(size).body };
    let bar = u16::try_from(bar).unwrap_or(1).min(body.height / 3).max(1);
    let gap = u16::from(body.height >= 16);
    let top = body.y + (bar + gap).min(body.height);
    let height = body.bottom().saturating_sub(top);
    let bar = Rect { height: bar, ..body };
    let both = size.width >= BOTH_PANES && !meeting;
    let left = if both { (size.width * 9 / 20).clamp(30, 72) } else { size.width };
    let list = (both || in_list).then(|| Rect::new(0, top, left, height));
    if !both && in_list {
        return Ranked { bar, list, rule: None, head: None, text: None, source: None };
    }
    let x = if both { left + 3 } else { 0 };
    let below = u16::from(!meeting);
    let head = if body.height >= 16 { 3 } else { 2 };
    let above = head + u16::from(body.height >= 16);
    let at = |y: u16, rows: u16| {
        Some(Rect::new(x, top + y.min(height), size.width.saturating_sub(x), rows.min(height.saturating_sub(y))))
    };
    Ranked {
        bar,
        list,
        rule: both.then(|| Rect::new(left + 1, top, 1, height)),
        head: at(0, head),
        text: at(above, height.saturating_sub(above + below)),
        source: if meeting { None } else { at(height.saturating_sub(1), 1) },
    }
}

/// How much of the map there is to lay out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapShape {
    /// The columns of tiles.
    pub columns: usize,
    /// The rows of tiles.
    pub rows: usize,
    /// The lines of the heading.
    pub heading: usize,
    /// The lines of the legend.
    pub legend: usize,
    /// Whether one is in the list, which a narrow window shows in place of the tiles.
    pub listing: bool,
}

/// The areas of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Map {
    /// What it shows.
    pub heading: Rect,
    /// The tiles.
    pub tiles: Rect,
    /// The cells from one tile to the next one.
    pub pitch: u16,
    /// The lines from one tile to the next one.
    pub height: u16,
    /// The steps.
    pub legend: Rect,
    /// The heading of the list.
    pub listed: Rect,
    /// The regions without a tile.
    pub list: Rect,
    /// The selected region.
    pub detail: Rect,
}

impl Map {
    /// How many columns of tiles are shown.
    pub fn columns(&self) -> usize {
        usize::from(self.tiles.width / self.pitch.max(1))
    }

    /// How many rows of tiles are shown.
    pub fn rows(&self) -> usize {
        usize::from(self.tiles.height / self.height.max(1))
    }
}

/// The width of the legend and the list beside the tiles; none where the window is too narrow for that.
pub fn map_side(size: Size) -> Option<u16> {
    (size.width >= 76).then(|| (size.width / 5).clamp(22, 36))
}

/// The areas of the map: tiles with the selected region under them; legend and list beside them, or under them and in
/// their place.
pub fn map(size: Size, meeting: bool, shape: MapShape) -> Map {
    let body = if meeting { Rect::new(0, 0, size.width, size.height) } else { frame(size).body };
    let clipped = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let side = map_side(size);
    let width = side.map_or(body.width, |side| body.width.saturating_sub(side + 1));
    let at = |x: u16, y: u16, width: u16, height: u16| {
        let y = y.min(body.height);
        Rect::new(body.x + x.min(body.width), body.y + y, width, height.min(body.height - y))
    };
    // Meeting mode gives the heading a blank line; a low window only its first line.
    let heading = clipped(shape.heading).min(if body.height >= 14 { 3 } else { 1 });
    let top = heading + u16::from(meeting && body.height >= 22);
    let under = if side.is_none() && body.height >= 15 { clipped(shape.legend) } else { 0 };
    let rows = clipped(shape.rows).max(1);
    let room = body.height.saturating_sub(top + under);
    // Higher tiles leave more room for what is said of the selected one.
    let said = |height: u16| match height {
        1 => 2,
        2 => 3,
        _ => 6,
    };
    let fits = |height: &u16| rows.saturating_mul(*height).saturating_add(said(*height)) <= room;
    let height = (1..=5).rev().find(fits).unwrap_or(1);
    let pitch = (width / clipped(shape.columns).max(1)).clamp(5, 24);
    let whole = rows.saturating_mul(height).min(room.saturating_sub(2));
    // Whole rows only.
    let tiles = whole - whole % height;
    let below = top + tiles;
    let detail = at(0, below + under, width, body.height.saturating_sub(below + under));
    let (legend, listed, list, shown) = match side {
        Some(side) => {
            let (x, legend) = (width + 1, clipped(shape.legend));
            let listed = top + legend + u16::from(body.height.saturating_sub(top + legend) > 11);
            let rest = body.height.saturating_sub(listed + 1);
            (
                at(x - 1, top, side + 1, legend),
                at(x - 1, listed, side + 1, 1),
                at(x - 1, listed + 1, side + 1, rest),
                tiles,
            )
        }
        None if shape.listing => {
            let lines = tiles.saturating_sub(1);
            (at(0, below, width, under), at(0, top, width, 1), at(0, top + 1, width, lines), 0)
        }
        None => (at(0, below, width, under), Rect::default(), Rect::default(), tiles),
    };
    Map {
        heading: at(0, 0, body.width, heading),
        tiles: at(0, top, width, shown),
        pitch,
        height,
        legend,
        listed,
        list,
        detail,
    }
}

/// The areas of the figures as bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bars {
    /// What they are.
    pub heading: Rect,
    /// The bars.
    pub list: Rect,
    /// What the signs mean.
    pub legend: Rect,
    /// The entry of the selected bar; none in meeting mode.
    pub detail: Rect,
}

/// The areas of the figures, for a heading and a legend of so many lines.
pub fn bars(size: Size, meeting: bool, heading: usize, legend: usize) -> Bars {
    let body = if meeting { Rect::new(0, 0, size.width, size.height) } else { frame(size).body };
    let clipped = |n: usize, most: u16| u16::try_from(n).unwrap_or(most).min(most);
    let roomy = body.height >= 16;
    let heading = clipped(heading, if roomy { 4 } else { 2 });
    let legend = clipped(legend, if roomy { 2 } else { 1 });
    let detail = if meeting {
        0
    } else if roomy {
        3
    } else {
        1
    };
    let gap = u16::from(roomy);
    let top = heading + gap;
    let rows = body.height.saturating_sub(top + gap + legend + detail);
    let at = |y: u16, height: u16| {
        let y = y.min(body.height);
        Rect { y: body.y + y, height: height.min(body.height - y), ..body }
    };
    let below = top + rows + gap;
    Bars { heading: at(0, heading), list: at(top, rows), legend: at(below, legend), detail: at(below + legend, detail) }
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
