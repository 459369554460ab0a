//! A document: what Markdown and HTML have in common. An answer fills it once, with the words that the screen and the
//! text share, and each form writes it in its own way.

use crate::query::pairing::Sides;
use crate::texts::Lang;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language of its words; what the dataset says is Dutch whatever it is.
    pub lang: Lang,
    /// Its title: the one heading of level 1.
    pub title: String,
    /// Whether its tables want a page wider than high.
    pub wide: bool,
    /// What stands under the title.
    pub blocks: Vec<Block>,
}

/// A stretch of text in one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Its look.
    pub look: Look,
    /// Whether it is in the dataset's own words, which are Dutch.
    pub data: bool,
}

/// What a stretch of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Like the rest.
    #[default]
    Plain,
    /// What is looked for, or who speaks.
    Strong,
    /// A word that the other side words differently.
    Changed,
    /// What the program remarks.
    Remark,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// The program's words.
    pub fn of(text: impl Into<String>) -> Text {
        Text::default().and(text, Look::Plain)
    }

    /// The dataset's words.
    pub fn data(text: impl Into<String>) -> Text {
        Text::default().and_data(text, Look::Plain)
    }

    /// A remark of the program's among what a region says.
    pub fn remark(text: impl Into<String>) -> Text {
        Text::default().and(text, Look::Remark)
    }

    /// With the program's words behind it.
    pub fn and(mut self, text: impl Into<String>, look: Look) -> Text {
        self.0.push(Run { text: text.into(), look, data: false });
        self
    }

    /// With the dataset's words behind it.
    pub fn and_data(mut self, text: impl Into<String>, look: Look) -> Text {
        self.0.push(Run { text: text.into(), look, data: true });
        self
    }

    /// The text without its looks.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, from level 2 on.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Text),
    /// What is told beside the content: counts, rules, legends, the source.
    Aside(String),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// What two regions say, side by side.
    Pair(Sides<Column>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub text: Text,
    /// What stands under it: topics, the page.
    pub under: String,
}

/// One side of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// The letter of the side.
    pub letter: String,
    /// The region.
    pub name: String,
    /// What it says.
    pub items: Vec<Item>,
}

/// A table. The first cell of a row is its heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The headings of the columns.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// The rows that sum up the others.
    pub totals: Vec<Vec<Cell>>,
}

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// As it is written.
    pub text: String,
    /// In full, where it is written shorter.
    pub full: Option<String>,
    /// How its cells stand.
    pub stands: Stands,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stands {
    /// Text.
    #[default]
    Left,
    /// A sign.
    Centre,
    /// A number.
    Right,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// As it is written.
    pub text: String,
    /// In words, where it is a sign.
    pub said: Option<String>,
    /// What the sign says.
    pub shade: Shade,
}

/// What a cell with a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shade {
    /// It is no sign.
    #[default]
    None,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Unknown, without evidence.
    Unknown,
    /// Unknown, with evidence.
    Evidence,
    /// It certainly differs from the other side's.
    Differs,
}

impl Head {
    /// A heading of a column of texts.
    pub fn of(text: impl Into<String>) -> Head {
        Head { text: text.into(), ..Head::default() }
    }

    /// A heading of a column of numbers.
    pub fn number(text: impl Into<String>) -> Head {
        Head { text: text.into(), stands: Stands::Right, ..Head::default() }
    }
}

impl Cell {
    /// A cell that is no sign.
    pub fn of(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }
}

impl Document {
    /// A document with nothing under its title.
    pub fn new(lang: Lang, title: impl Into<String>) -> Document {
        Document { lang, title: title.into(), wide: false, blocks: Vec::new() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: Text) {
        self.blocks.push(Block::Paragraph(text));
    }

    /// Adds what is told beside the content; nothing where it is empty.
    pub fn aside(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Aside(text));
        }
    }

    /// Adds an item, to the list that stands last if one does.
    pub fn item(&mut self, text: Text, under: impl Into<String>) {
        let item = Item { text, under: under.into() };
        match self.blocks.last_mut() {
            Some(Block::List(items)) => items.push(item),
            _ => self.blocks.push(Block::List(vec![item])),
        }
    }
}
