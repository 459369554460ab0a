//! The identities of the dataset as types of their own, so that a region, a theme or a column is never a bare
//! string or number. They are places in the dataset's tables; the ids as written in the files are looked up once,
//! when the dataset is put together.

macro_rules! index_type {
    ($($(#[$meta:meta])* $name:ident($inner:ty);)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The identity of the thing at this place in its table.
            pub fn new(place: usize) -> Self {
                // Tables are checked to fit when the dataset is put together; a larger place saturates.
                Self(<$inner>::try_from(place).unwrap_or(<$inner>::MAX))
            }

            /// The place in the table.
            pub fn place(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index_type! {
    /// A region: zorgkantoor or ROAZ.
    RegionIx(u16);
    /// A part (subregion) within its region.
    PartIx(u8);
    /// One of the themes of planned action.
    ThemeIx(u8);
    /// A recurring subject.
    TopicIx(u16);
    /// A metric of the figures.
    MetricIx(u16);
    /// A source document.
    DocIx(u16);
    /// An entry: development, action line or focus action.
    EntryIx(u32);
    /// A row of the V-matrix.
    RowIx(u32);
}

/// One of the two axes of the V-matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// The sectors of care.
    Sectors,
    /// The doelgroepen of the IZA.
    Doelgroepen,
}

impl Axis {
    /// Both axes, in the order of the source.
    pub const ALL: [Axis; 2] = [Axis::Sectors, Axis::Doelgroepen];

    /// The key of the axis in the data files and in JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Axis::Sectors => "sectors",
            Axis::Doelgroepen => "doelgroepen",
        }
    }
}

/// A column of the V-matrix: a sector or a doelgroep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column {
    /// The axis that it stands on.
    pub axis: Axis,
    /// Its place on the axis, from 0.
    pub place: u8,
}

impl Column {
    /// The column at a place of an axis.
    pub fn new(axis: Axis, place: usize) -> Self {
        Column { axis, place: u8::try_from(place).unwrap_or(u8::MAX) }
    }
}

/// A set of columns of one axis (at most 32 columns an axis).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ColumnSet(u32);

impl ColumnSet {
    /// How many columns an axis may have.
    pub const CAPACITY: usize = 32;

    /// The set of the first `n` columns.
    pub fn first(n: usize) -> Self {
        (0..n.min(Self::CAPACITY)).collect()
    }

    /// Puts a column in the set; a place beyond the capacity is ignored.
    pub fn insert(&mut self, place: usize) {
        if place < Self::CAPACITY {
            self.0 |= 1 << place;
        }
    }

    /// Takes a column out of the set.
    pub fn remove(&mut self, place: usize) {
        if place < Self::CAPACITY {
            self.0 &= !(1 << place);
        }
    }

    /// Whether the column is in the set.
    pub fn contains(self, place: usize) -> bool {
        place < Self::CAPACITY && self.0 & (1 << place) != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many columns are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The columns that are in both sets.
    pub fn and(self, other: Self) -> Self {
        ColumnSet(self.0 & other.0)
    }

    /// The columns that are in one of the sets.
    pub fn or(self, other: Self) -> Self {
        ColumnSet(self.0 | other.0)
    }

    /// The columns of this set that are not in the other.
    pub fn minus(self, other: Self) -> Self {
        ColumnSet(self.0 & !other.0)
    }

    /// The places in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Self::CAPACITY).filter(move |&place| self.contains(place))
    }
}

impl FromIterator<usize> for ColumnSet {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        let mut set = ColumnSet::default();
        for place in places {
            set.insert(place);
        }
        set
    }
}
