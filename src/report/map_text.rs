//! The map written out, as text and as JSON: the tiles, the legend, and the regions by value, to be read aloud.

use std::io::{self, Write};

use serde_json::{Value as Json, json};
use unicode_width::UnicodeWidthStr;

use super::map::{self, LABEL, TileForm};
use super::text::{Manner, Pen};
use crate::dataset::Dataset;
use crate::query::matrix::Own;
use crate::query::shade::{Choice, Count, Limits, Shade, Shades, Value};
use crate::query::tiles::{Tile, tiles, without_tile};
use crate::texts::Msg;

/// The map that is written, with the own marks that count in it.
#[derive(Debug, Clone, Copy)]
pub struct Map<'m> {
    /// The dataset.
    pub dataset: &'m Dataset<'m>,
    /// Own marks, where they count.
    pub own: Option<&'m Own>,
    /// The values.
    pub shades: &'m Shades,
}

/// `map` for people.
///
/// # Errors
/// When the writer fails.
pub fn text(map: Map<'_>, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    let Map { dataset, own, shades } = map;
    let lang = manner.lang;
    let mut pen = Pen { out, manner };
    pen.bold(&map::choice(dataset, lang, shades.choice))?;
    if let Some(remark) = map::remark(lang, shades, own.is_some()) {
        pen.plain("", &remark)?;
    }
    pen.blank()?;
    let placed = tiles(dataset);
    for line in map.tiles(&placed, manner) {
        pen.whole(&line)?;
    }
    if placed.is_empty() {
        pen.plain("", lang.say(Msg::MapNoTiles))?;
    }
    pen.blank()?;
    map.legend(&mut pen)?;
    pen.blank()?;
    let surest = matches!(shades.choice, Choice::Column(..));
    pen.bold(lang.say(if surest { Msg::MapBySureness } else { Msg::MapByValue }))?;
    for (i, step) in shades.steps.iter().enumerate().rev().filter(|(_, step)| step.count != Count::default()) {
        let named = map.named(&placed, &shades.at(dataset, Some(i), None), manner);
        pen.plain("- ", &format!("{}: {}", map::limits(lang, step.limits), named.join(", ")))?;
    }
    for (value, _) in &shades.outside {
        let named = map.named(&placed, &shades.at(dataset, None, Some(*value)), manner);
        let word = lang.say(map::outside(shades.choice, *value));
        pen.plain("- ", &format!("{word}: {}", named.join(", ")))?;
    }
    Ok(())
}

impl Map<'_> {
    /// The tiles as lines; with one line a tile where the width is small.
    fn tiles(self, placed: &[Tile], manner: Manner) -> Vec<String> {
        let short = |tile: &Tile| {
            let shade = self.shades.of(tile.region);
            shade.map(|s| map::short(self.dataset, manner.lang, self.own, self.shades, s, manner.ascii))
        };
        let shorts: Vec<String> = placed.iter().map(|tile| short(tile).unwrap_or_default()).collect();
        let value = shorts.iter().map(|text| text.width()).max().unwrap_or(0);
        let columns = placed.iter().map(|tile| tile.at[0] + 1).max().unwrap_or(0);
        let rows = placed.iter().map(|tile| tile.at[1] + 1).max().unwrap_or(0);
        let wide = value.max(LABEL) + 2;
        let narrow = manner.width.is_some_and(|width| columns * (wide + 1) > width);
        let form = TileForm {
            width: if narrow { LABEL + 1 } else { wide },
            height: if narrow { 1 } else { 2 },
            names: None,
            value,
        };
        let mut lines = vec![String::new(); rows * form.height];
        // The tiles come row by row, each row from the left.
        for (tile, short) in placed.iter().zip(&shorts) {
            let pattern = self.shades.of(tile.region).map_or(" ", |s| map::pattern(self.shades, s, manner.ascii));
            let piece = form.lines(std::slice::from_ref(&tile.label), short, pattern);
            for (i, (text, swatch)) in piece.into_iter().enumerate() {
                if let Some(line) = lines.get_mut(tile.at[1] * form.height + i) {
                    let x = tile.at[0] * (form.width + 1);
                    *line = format!("{}{text}{swatch}", super::lines::pad(line, x));
                }
            }
        }
        lines.into_iter().map(|line| line.trim_end().to_string()).collect()
    }

    fn legend(self, pen: &mut Pen<'_>) -> io::Result<()> {
        let Manner { lang, ascii, .. } = pen.manner;
        let counts = |count: Count| lang.fill(Msg::MapCounts, &[&count.zorgkantoor, &count.roaz]);
        let patterns = map::patterns(ascii);
        for step in &self.shades.steps {
            let pattern = patterns.get(step.pattern).copied().unwrap_or_default().repeat(3);
            let limits = map::limits(lang, step.limits);
            pen.plain(&format!("{pattern}  "), &format!("{limits}: {}", counts(step.count)))?;
        }
        for (value, count) in &self.shades.outside {
            let word = lang.say(map::outside(self.shades.choice, *value));
            let pattern = match value {
                Value::Nothing => if ascii { " - " } else { " – " }.to_string(),
                _ => map::outside_pattern(*value, ascii).repeat(3),
            };
            pen.plain(&format!("{pattern}  "), &format!("{word}: {}", counts(*count)))?;
        }
        Ok(())
    }

    /// Regions by name, each with its label on the map and its value; of several rows each.
    fn named(self, placed: &[Tile], shades: &[&Shade], manner: Manner) -> Vec<String> {
        let Map { dataset, own, .. } = self;
        let one = |shade: &&Shade| {
            let name = map::region(dataset, manner.lang, shade.region);
            let label = placed.iter().find(|tile| tile.region == shade.region).map(|tile| format!(" ({})", tile.label));
            let value = match shade.value {
                Value::Nothing => String::new(),
                _ => format!(" {}", map::short(dataset, manner.lang, own, self.shades, shade, manner.ascii)),
            };
            let rows = map::rows(dataset, manner.lang, own, self.shades, shade, manner.ascii);
            let rows = if rows.is_empty() { String::new() } else { format!(" [{}]", rows.join("; ")) };
            format!("{name}{}{value}{rows}", label.unwrap_or_default())
        };
        shades.iter().map(one).collect()
    }
}

/// `map --format json`.
///
/// # Errors
/// When the writer fails.
pub fn json(map: Map<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Map { dataset, own, shades } = map;
    let (strength, end) = match shades.choice {
        Choice::Column(_, strength) => (Some(strength.key()), None),
        Choice::Figure(_, end) => (None, Some(end.key())),
        _ => (None, None),
    };
    let counts = |count: Count| json!({"zorgkantoor": count.zorgkantoor, "roaz": count.roaz});
    let steps: Vec<Json> = shades
        .steps
        .iter()
        .enumerate()
        .map(|(i, step)| {
            let (from, to, value) = match step.limits {
                Limits::Whole(from, to) | Limits::Span { from, to, .. } => (json!(from), json!(to), Json::Null),
                Limits::Holds(strength) => (Json::Null, Json::Null, strength.key().into()),
                Limits::No => (Json::Null, Json::Null, "no".into()),
            };
            let includes_to = !matches!(step.limits, Limits::Span { last: false, .. });
            json!({"step": i + 1, "from": from, "to": to, "includes_to": includes_to, "value": value,
                "regions": counts(step.count)})
        })
        .collect();
    let outside: Vec<Json> = shades
        .outside
        .iter()
        .map(|(value, count)| json!({"value": self::value(*value), "regions": counts(*count)}))
        .collect();
    let regions: Vec<Json> = shades.regions.iter().map(|shade| region(map, shade)).collect();
    let answer = json!({
        "choice": {"id": shades.choice.key(dataset), "strength": strength, "at": end, "own": own.is_some()},
        "years": shades.years,
        "steps": steps,
        "outside": outside,
        "without_tile": without_tile(dataset).iter().map(|r| dataset[*r].id.as_str()).collect::<Vec<_>>(),
        "regions": regions,
    });
    super::json::write(&answer, out)
}

fn region(map: Map<'_>, shade: &Shade) -> Json {
    let region = &map.dataset[shade.region];
    let rows: Vec<Json> = shade
        .rows
        .iter()
        .map(|(row, value)| {
            let part = map.dataset[*row].part.and_then(|p| region.parts.get(p.place())).map(|p| p.id.to_string());
            json!({"part": part, "value": self::value(*value)})
        })
        .collect();
    let grounds = crate::query::shade::grounds(map.dataset, map.shades.choice, shade.region);
    json!({
        "region": region.id.as_str(),
        "kind": region.kind.key(),
        "tile": region.tile,
        "value": value(shade.value),
        "step": shade.step.map(|step| step + 1),
        "rows": rows,
        "entries": grounds.iter().map(|e| map.dataset[*e].id.as_str()).collect::<Vec<_>>(),
    })
}

/// A value: a number, a word, or null where there is none.
fn value(value: Value) -> Json {
    match value {
        // A whole number is written as one.
        Value::Number(n) if n.fract() == 0.0 && n.abs() < 1e15 => json!(n as i64),
        Value::Number(n) => json!(n),
        Value::Holds(strength) => strength.key().into(),
        Value::No => "no".into(),
        Value::Unknown => "unknown".into(),
        Value::Mixed => "mixed".into(),
        Value::Nothing => Json::Null,
    }
}
