//! The tile map: the regions that have a tile, each with a short label, and the way from tile to tile.

use std::collections::HashSet;

use crate::dataset::{Dataset, RegionIx};

/// A tile of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// The region.
    pub region: RegionIx,
    /// Column and row, from the first column and row that hold a tile.
    pub at: [usize; 2],
    /// At most four letters that no other tile has; the first three tell it from the others too.
    pub label: String,
}

/// A direction on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// North.
    Up,
    /// South.
    Down,
    /// West.
    Left,
    /// East.
    Right,
}

/// The tiles, row by row.
pub fn tiles(dataset: &Dataset<'_>) -> Vec<Tile> {
    let placed: Vec<(RegionIx, [u8; 2], &str)> =
        dataset.regions().filter_map(|(ix, region)| region.tile.map(|tile| (ix, tile, region.name.as_str()))).collect();
    let first = |axis: usize| placed.iter().filter_map(|(_, tile, _)| tile.get(axis)).min().copied().unwrap_or(0);
    let (left, top) = (first(0), first(1));
    let mut taken = HashSet::new();
    let mut tiles: Vec<Tile> = placed
        .iter()
        .map(|(region, [x, y], name)| {
            let at = [usize::from(x - left), usize::from(y - top)];
            Tile { region: *region, at, label: distinct(label(name), &mut taken) }
        })
        .collect();
    tiles.sort_by_key(|tile| (tile.at[1], tile.at[0]));
    tiles
}

/// The regions that have no tile, in the order of the dataset.
pub fn without_tile(dataset: &Dataset<'_>) -> Vec<RegionIx> {
    dataset.regions().filter(|(_, region)| region.tile.is_none()).map(|(ix, _)| ix).collect()
}

/// The tile that is nearest in a direction: within the quarter that one looks at, else anywhere on that side.
pub fn toward(tiles: &[Tile], from: usize, direction: Direction) -> Option<usize> {
    let [x, y] = tiles.get(from)?.at;
    let away = |tile: &Tile| {
        let (dx, dy) = (offset(x, tile.at[0]), offset(y, tile.at[1]));
        match direction {
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
        }
    };
    let ahead = tiles.iter().enumerate().map(|(i, tile)| (i, away(tile))).filter(|(_, (ahead, _))| *ahead > 0);
    ahead.min_by_key(|(i, (ahead, aside))| (aside > ahead, ahead * ahead + aside * aside, *aside, *i)).map(|(i, _)| i)
}

fn offset(from: usize, to: usize) -> i64 {
    i64::try_from(to).unwrap_or(i64::MAX / 4) - i64::try_from(from).unwrap_or(i64::MAX / 4)
}

/// A short label for a name: the initials of three words or more (`NHN`), the initials of a direction and the beginning
/// of what follows (`NOBr`, `MHol`), the beginnings of two words (`AmMe`), else the beginning of the name.
fn label(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || c == '-' || c == '/')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > 1 && !SMALL.contains(&word.to_lowercase().as_str()))
        .collect();
    match words.as_slice() {
        [first, .., last] if words.len() > 2 || DIRECTIONS.contains(&first.to_lowercase().as_str()) => {
            let initials: String = words.iter().take(words.len() - 1).flat_map(|word| initials(word)).collect();
            let rest = if words.len() > 2 { 1 } else { 4usize.saturating_sub(initials.chars().count()) };
            capital(&format!("{initials}{}", begin(last, rest.max(1))), 4)
        }
        [first, second] => begin(first, 2) + &begin(second, 2),
        [only] => begin(only, 4),
        _ => begin(name, 4),
    }
}

/// Words that carry no name.
const SMALL: [&str; 4] = ["en", "de", "het", "van"];

/// Directions before the name that they are a part of.
const DIRECTIONS: [&str; 9] =
    ["noord", "oost", "zuid", "west", "midden", "noordoost", "noordwest", "zuidoost", "zuidwest"];

/// The first letter of a word, both of a direction between two others.
fn initials(word: &str) -> Vec<char> {
    let second = match word.to_lowercase().as_str() {
        "noordoost" | "zuidoost" => Some('O'),
        "noordwest" | "zuidwest" => Some('W'),
        _ => None,
    };
    word.chars().next().into_iter().flat_map(char::to_uppercase).chain(second).collect()
}

/// The first letters of a word, the first as a capital.
fn begin(word: &str, letters: usize) -> String {
    capital(word, letters)
}

fn capital(word: &str, letters: usize) -> String {
    let mut letters = word.chars().take(letters);
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The label, with a number in place of its end where another tile has it, or its first three letters, already.
fn distinct(label: String, taken: &mut HashSet<String>) -> String {
    let short = |label: &str| label.chars().take(3).collect::<String>().to_lowercase();
    if taken.insert(short(&label)) {
        return label;
    }
    let numbered = |n: usize| {
        let number = n.to_string();
        label.chars().take(3usize.saturating_sub(number.len())).collect::<String>() + &number
    };
    let free = (2..).map(numbered).find(|told| taken.insert(told.to_lowercase()));
    free.unwrap_or(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_what_people_would_write() {
        for (name, wanted) in [
            ("Noord-Holland Noord", "NHN"),
            ("Noord- en Midden-Limburg", "NML"),
            ("Noordoost-Brabant", "NOBr"),
            ("Midden-Holland", "MHol"),
            ("Amstelland Meerlanden", "AmMe"),
            ("Zeeland", "Zeel"),
            ("'t Gooi", "Gooi"),
            ("Westland Schieland Delfland", "WSD"),
            ("", ""),
        ] {
            assert_eq!(label(name), wanted, "{name}");
        }
    }

    #[test]
    fn equal_labels_get_a_number_however_many_there_are() {
        let mut taken = HashSet::new();
        let labels: Vec<String> = (0..300).map(|_| distinct("Zeel".into(), &mut taken)).collect();
        assert_eq!(labels[..3], ["Zeel", "Ze2", "Ze3"]);
        assert_eq!(labels.iter().collect::<HashSet<_>>().len(), 300);
    }
}
