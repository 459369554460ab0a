//! What own marks say that the source does not bear out, in words.

use crate::dataset::{Axis, Cell, Column, Dataset, RowIx};
use crate::query::matrix::{Own, place};
use crate::query::worlds::{Known, Misfit, Objections, Why};
use crate::report::words;
use crate::texts::{Lang, Msg};

/// The ground of a cell in a sentence, own marks included.
pub fn ground(known: Known) -> Msg {
    match known.why {
        Why::Source(ground) => words::ground(ground),
        Why::Own => Msg::GroundOwn,
        Why::Follows => Msg::GroundFollows,
    }
}

/// The name of an axis within a sentence.
pub fn axis(axis: Axis) -> Msg {
    match axis {
        Axis::Sectors => Msg::AxisSectors,
        Axis::Doelgroepen => Msg::AxisDoelgroepen,
    }
}

/// That a cell is certain in the source, and the mark on it says otherwise.
pub fn against(lang: Lang, cell: &Cell) -> String {
    lang.fill(Msg::OwnAgainst, &[&lang.say(words::value(cell.value)), &lang.say(words::ground(cell.ground))])
}

/// That the marks of an axis do not fit how many V's its row holds.
pub fn misfit(dataset: &Dataset<'_>, lang: Lang, row: RowIx, at: Axis, misfit: Misfit) -> String {
    let marks = dataset[row].axis(at).marks.unwrap_or(0);
    match misfit {
        Misfit::TooMany(yes) => lang.fill(Msg::OwnTooMany, &[&yes, &marks]),
        Misfit::TooFew(at_most) => lang.fill(Msg::OwnTooFew, &[&at_most, &marks]),
    }
}

/// All objections, each with the row that it is about.
pub fn objections(dataset: &Dataset<'_>, lang: Lang, own: &Own, found: &Objections) -> Vec<String> {
    let name = |row: RowIx| words::short_place(dataset, lang, place(dataset, row));
    let cell = |(row, column): &(RowIx, Column)| {
        let cell = dataset[*row].cell(*column)?;
        let mark = if own.get(*row, *column)? { Msg::CellYes } else { Msg::CellNo };
        let said = lang.fill(Msg::CellOwn, &[&lang.say(mark)]);
        let at = lang.fill(Msg::CellHeading, &[&name(*row), &words::column(dataset, lang, *column), &said]);
        Some(format!("{at}. {}", against(lang, cell)))
    };
    let axis = |(row, axis, at): &(RowIx, Axis, Misfit)| {
        format!("{}, {}: {}", name(*row), lang.say(self::axis(*axis)), misfit(dataset, lang, *row, *axis, *at))
    };
    found.against.iter().filter_map(cell).chain(found.misfits.iter().map(axis)).collect()
}
