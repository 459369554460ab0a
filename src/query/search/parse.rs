//! From what a person typed to a query: words, phrases, exclusions and filters.
//!
//! `zorg wonen` both words; `!zorg` without it; `"sociaal domein"` or `sociaal+domein` a phrase; `in:zeeland`,
//! `theme:digitale-zorg`, `topic:valpreventie`, `sector:ggz`, `doelgroep:kanker`, `kind:development` filters. Values of
//! one filter join by or, different filters by and. A word before a colon that is no filter is told, never searched
//! for as text: `sektor:ggz` is a slip, and a list without it would look like an answer.

use super::super::find::{NotFound, Place, find};
use super::super::fold::{fold, fold_words};
use crate::dataset::plans::{Item, Plans};
use crate::dataset::{Axis, Column, Dataset, Entry, RegionKind, ThemeIx, TopicIx};

/// A query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words and phrases.
    pub terms: Vec<Term>,
    /// Filters.
    pub filters: Vec<Filter>,
    /// Filters whose value means nothing.
    pub problems: Vec<Problem>,
}

/// A word or phrase, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The text.
    pub text: String,
    /// Whether entries that hold it are left out.
    pub not: bool,
}

/// A filter by prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// What it filters by.
    pub key: Key,
    /// Whether entries that fit are left out.
    pub not: bool,
    /// The values; one of them has to fit.
    pub values: Vec<Value>,
}

/// What a filter filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Region or part.
    In,
    /// Theme of planned action.
    Theme,
    /// Topic.
    Topic,
    /// Sector.
    Sector,
    /// Doelgroep.
    Doelgroep,
    /// Kind of entry, or kind of region.
    Kind,
}

impl Key {
    /// All of them.
    pub const ALL: [Key; 6] = [Key::In, Key::Theme, Key::Topic, Key::Sector, Key::Doelgroep, Key::Kind];

    /// The prefix, without the colon.
    pub fn prefix(self) -> &'static str {
        match self {
            Key::In => "in",
            Key::Theme => "theme",
            Key::Topic => "topic",
            Key::Sector => "sector",
            Key::Doelgroep => "doelgroep",
            Key::Kind => "kind",
        }
    }

    /// The key of a prefix; a Dutch word is taken as well.
    fn of(typed: &str) -> Option<Key> {
        let typed = typed.to_lowercase();
        let dutch = match typed.as_str() {
            "thema" => Some(Key::Theme),
            "onderwerp" => Some(Key::Topic),
            "soort" => Some(Key::Kind),
            _ => None,
        };
        dutch.or_else(|| Key::ALL.into_iter().find(|k| k.prefix() == typed))
    }
}

/// A value of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A region or part.
    Place(Place),
    /// A theme.
    Theme(ThemeIx),
    /// A topic.
    Topic(TopicIx),
    /// A sector or doelgroep.
    Column(Column),
    /// A kind of entry, by its key.
    Kind(&'static str),
    /// A kind of region.
    Region(RegionKind),
}

impl Value {
    /// Whether an entry fits. A part wants its own entries and those of its whole region; leaving a part out leaves
    /// out only its own.
    pub(super) fn fits(self, dataset: &Dataset<'_>, entry: &Entry<'_>, not: bool) -> bool {
        match self {
            Value::Place(place) => {
                let part = place.part.is_none() || entry.part == place.part || entry.part.is_none() && !not;
                entry.region == place.region && part
            }
            Value::Theme(theme) => entry.kind.theme() == Some(theme),
            Value::Topic(topic) => entry.topics.contains(&topic),
            Value::Column(column) => entry.tags(column.axis).contains(usize::from(column.place)),
            Value::Kind(key) => entry.kind.key() == key,
            Value::Region(kind) => dataset[entry.region].kind == kind,
        }
    }
}

impl Value {
    /// Whether an entry of a regioplan or of the national picture fits. A plan is that of a whole region, so a part
    /// wants it as it wants what is its whole region's; a theme is one of the impactkaart, which plans do not have.
    pub(super) fn fits_item(self, dataset: &Dataset<'_>, plans: &Plans, item: &Item, not: bool) -> bool {
        let region = plans[item.work].region;
        match self {
            Value::Place(place) => region == Some(place.region) && (place.part.is_none() || !not),
            Value::Theme(_) => false,
            Value::Topic(topic) => item.topics.contains(&topic),
            Value::Column(column) => item.tags(column.axis).contains(usize::from(column.place)),
            Value::Kind(key) => key == if region.is_some() { PLAN } else { NATIONAL },
            Value::Region(kind) => region.map(|r| dataset[r].kind).or(item.more.region_kind) == Some(kind),
        }
    }
}

/// The kind of the entries of regioplannen.
pub const PLAN: &str = "plan";

/// The kind of the entries of the national picture.
pub const NATIONAL: &str = "national";

/// A filter that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The value is unknown.
    Value {
        /// What it filters by.
        key: Key,
        /// What was typed; empty while nothing is.
        value: String,
        /// What is allowed, the most like first.
        allowed: Vec<String>,
    },
    /// There is no filter of this name.
    Filter {
        /// What was typed before the colon.
        prefix: String,
    },
}

impl Problem {
    /// What can be typed in place of it.
    pub fn allowed(&self) -> Vec<String> {
        match self {
            Problem::Value { allowed, .. } => allowed.clone(),
            Problem::Filter { .. } => Key::ALL.iter().map(|key| format!("{}:", key.prefix())).collect(),
        }
    }
}

impl Query {
    /// Reads a query. Nothing that can be typed is refused: what a filter does not know becomes a problem.
    pub fn parse(dataset: &Dataset<'_>, typed: &str) -> Query {
        let mut query = Query::default();
        for token in tokens(typed) {
            match token.key {
                None if token.unknown.is_some() => {
                    query.problems.extend(token.unknown.map(|prefix| Problem::Filter { prefix }));
                }
                None => {
                    let text = fold(&token.text).split_whitespace().collect::<Vec<_>>().join(" ");
                    if !text.is_empty() {
                        query.terms.push(Term { text, not: token.not });
                    }
                }
                Some(key) => query.filter(dataset, key, token.not, token.text.trim()),
            }
        }
        query
    }

    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.filters.is_empty()
    }

    fn filter(&mut self, dataset: &Dataset<'_>, key: Key, not: bool, value: &str) {
        let values = match values(dataset, key, value) {
            Ok(values) => values,
            Err(near) => {
                let allowed = allowed(dataset, key, value, &near);
                self.problems.push(Problem::Value { key, value: value.to_string(), allowed });
                if value.is_empty() {
                    return;
                }
                Vec::new()
            }
        };
        match self.filters.iter_mut().find(|f| f.key == key && f.not == not) {
            Some(filter) => filter.values.extend(values),
            None => self.filters.push(Filter { key, not, values }),
        }
    }
}

struct Token {
    key: Option<Key>,
    /// What stood before a colon like a filter, and is none.
    unknown: Option<String>,
    text: String,
    not: bool,
}

/// Cuts what was typed into tokens: at blanks outside quotes.
fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = typed.chars().peekable();
    loop {
        while chars.next_if(|c| c.is_whitespace()).is_some() {}
        let Some(first) = chars.peek() else { return tokens };
        let not = *first == '!';
        // More of them exclude no more than one does.
        while chars.next_if_eq(&'!').is_some() {}
        let mut token = Token { key: None, unknown: None, text: String::new(), not };
        let (mut quoted, mut was_quoted) = (false, false);
        while let Some(c) = chars.next_if(|c| quoted || !c.is_whitespace()) {
            let next = chars.peek().is_some_and(|n| n.is_alphanumeric());
            let between = next && token.text.ends_with(char::is_alphanumeric);
            match c {
                '"' | '“' | '”' | '„' => {
                    quoted = !quoted;
                    was_quoted = true;
                }
                '+' if !quoted && between => token.text.push(' '),
                ':' if !was_quoted && token.key.is_none() && Key::of(&token.text).is_some() => {
                    token.key = Key::of(&std::mem::take(&mut token.text));
                }
                ':' if !was_quoted && next && token.key.is_none() && like_a_filter(&token.text) => {
                    token.unknown.get_or_insert_with(|| token.text.clone());
                    token.text.push(':');
                }
                c => token.text.push(c),
            }
        }
        tokens.push(token);
    }
}

/// Whether what stands before a colon was meant as a filter: a word of letters. Times, ratios and links are text.
fn like_a_filter(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}

/// The values that a typed one means; else what was perhaps meant.
fn values(dataset: &Dataset<'_>, key: Key, typed: &str) -> Result<Vec<Value>, Vec<String>> {
    if typed.is_empty() {
        return Err(Vec::new());
    }
    let found = match key {
        Key::In => {
            return match find(dataset, typed) {
                Ok(place) => Ok(vec![Value::Place(place)]),
                Err(NotFound::Ambiguous { candidates, .. }) => Ok(candidates.into_iter().map(Value::Place).collect()),
                Err(NotFound::Unknown { near, .. }) => Err(near.into_iter().map(|p| p.id(dataset)).collect()),
            };
        }
        Key::Theme => named(
            typed,
            dataset.themes().map(|(ix, t)| (Value::Theme(ix), [t.id.as_str(), &t.short, &t.name, &t.name_en])),
        ),
        Key::Topic => named(
            typed,
            dataset.topics().map(|(ix, t)| (Value::Topic(ix), [t.id.as_str(), &t.name, &t.name_en, &t.name])),
        ),
        Key::Sector => column(dataset, Axis::Sectors, typed),
        Key::Doelgroep => column(dataset, Axis::Doelgroepen, typed),
        Key::Kind => named(typed, KINDS.iter().copied()),
    };
    if found.is_empty() { Err(Vec::new()) } else { Ok(found) }
}

const KINDS: [(Value, [&str; 2]); 7] = [
    (Value::Kind("development"), ["development", "ontwikkeling"]),
    (Value::Kind("action_line"), ["action_line", "actielijn"]),
    (Value::Kind("focus"), ["focus", "focusactie"]),
    (Value::Kind(PLAN), [PLAN, "regioplan"]),
    (Value::Kind(NATIONAL), [NATIONAL, "landelijk"]),
    (Value::Region(RegionKind::Zorgkantoor), ["zorgkantoor", "zorgkantoorregio"]),
    (Value::Region(RegionKind::Roaz), ["roaz", "roaz-regio"]),
];

fn column(dataset: &Dataset<'_>, axis: Axis, typed: &str) -> Vec<Value> {
    let named_columns = dataset
        .columns(axis)
        .map(|(c, column)| (Value::Column(c), [&*column.id, &*column.label, &column.name, &column.name_en]));
    named(typed, named_columns)
}

/// What has this name; else all whose name begins so; else all with a word that does.
fn named<'n, const N: usize>(typed: &str, all: impl Iterator<Item = (Value, [&'n str; N])>) -> Vec<Value> {
    let wanted = fold_words(typed);
    let mut ranks: [Vec<Value>; 3] = Default::default();
    for (value, names) in all {
        let rank = names.iter().filter_map(|name| rank(&fold_words(name), &wanted)).min();
        if let Some(values) = rank.and_then(|rank| ranks.get_mut(rank)) {
            values.push(value);
        }
    }
    ranks.into_iter().find(|values| !values.is_empty()).unwrap_or_default()
}

fn rank(name: &str, wanted: &str) -> Option<usize> {
    if wanted.is_empty() {
        None
    } else if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else {
        name.match_indices(wanted).any(|(at, _)| name[..at].ends_with(' ')).then_some(2)
    }
}

/// The ids that a filter takes: what was perhaps meant, then what begins alike, then the rest.
fn allowed(dataset: &Dataset<'_>, key: Key, typed: &str, near: &[String]) -> Vec<String> {
    let mut ids: Vec<String> = match key {
        Key::In => dataset.regions().map(|(_, r)| r.id.to_string()).collect(),
        Key::Theme => dataset.themes().map(|(_, t)| t.id.to_string()).collect(),
        Key::Topic => dataset.topics().map(|(_, t)| t.id.to_string()).collect(),
        Key::Sector => dataset.columns(Axis::Sectors).map(|(_, c)| c.id.to_string()).collect(),
        Key::Doelgroep => dataset.columns(Axis::Doelgroepen).map(|(_, c)| c.id.to_string()).collect(),
        Key::Kind => KINDS.iter().map(|(_, [key, _])| key.to_string()).collect(),
    };
    let start: String = fold(typed).chars().take(3).collect();
    ids.retain(|id| !near.contains(id));
    ids.sort_by_key(|id| start.is_empty() || !id.contains(&start));
    near.iter().cloned().chain(ids).collect()
}
