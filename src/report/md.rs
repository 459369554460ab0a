//! A document as Markdown: CommonMark with the tables of GitHub. What is text stays text, whatever signs it holds.

use std::io::{self, Write};

use super::doc::{Block, Cell, Column, Document, Item, Look, Run, Stands, Table, Text};
use crate::query::pairing::Side;

/// Writes a document.
///
/// # Errors
/// When the writer fails.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", line(&document.title))?;
    let mut last: Option<&Block> = None;
    for block in &document.blocks {
        // Pairs that follow each other are one list.
        if !matches!((last, block), (Some(Block::Pair(_)), Block::Pair(_))) {
            writeln!(out)?;
        }
        last = Some(block);
        match block {
            Block::Heading(level, text) => writeln!(out, "{} {}", "#".repeat(usize::from(*level)), line(text))?,
            Block::Paragraph(text) => writeln!(out, "{}", begun(&runs(text)))?,
            Block::Aside(text) => writeln!(out, "{}", begun(&escape(text)))?,
            Block::List(items) => list(items, "", out)?,
            Block::Table(table) => self::table(table, out)?,
            Block::Pair(sides) => {
                for side in Side::BOTH {
                    let Column { letter, items, .. } = sides.of(side);
                    list(items, &format!("**{}** ", escape(letter)), out)?;
                }
            }
        }
    }
    Ok(())
}

fn list(items: &[Item], before: &str, out: &mut dyn Write) -> io::Result<()> {
    for item in items {
        // What stands under an item is a line of its own in it.
        let under = begun(&escape(&item.under));
        let end = if under.is_empty() { "" } else { "\\" };
        let text = runs(&item.text);
        let text = if before.is_empty() { begun(&text) } else { text };
        writeln!(out, "- {before}{text}{end}")?;
        if !under.is_empty() {
            writeln!(out, "  {under}")?;
        }
    }
    Ok(())
}

fn table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    if !table.caption.is_empty() {
        writeln!(out, "{}\n", begun(&escape(&table.caption)))?;
    }
    let row = |cells: &mut dyn Iterator<Item = String>| format!("| {} |", cells.collect::<Vec<_>>().join(" | "));
    writeln!(out, "{}", row(&mut table.heads.iter().map(|head| escape(&head.text))))?;
    let rule = |stands: Stands| match stands {
        Stands::Left => ":---",
        Stands::Centre => ":-:",
        Stands::Right => "---:",
    };
    writeln!(out, "{}", row(&mut table.heads.iter().map(|head| rule(head.stands).to_string())))?;
    let cell = |cell: &Cell| escape(&cell.text);
    for cells in table.rows.iter().chain(&table.totals) {
        writeln!(out, "{}", row(&mut cells.iter().map(cell)))?;
    }
    Ok(())
}

/// A text on one line: a heading.
fn line(text: &str) -> String {
    let text = escape(text);
    // Number signs at the end of a heading would close it.
    match text.strip_suffix('#') {
        Some(rest) => format!("{rest}\\#"),
        None => text,
    }
}

/// A text with its looks.
fn runs(text: &Text) -> String {
    let stars = |run: &Run| match run.look {
        Look::Plain => "",
        Look::Strong | Look::Changed => "**",
        Look::Remark => "*",
    };
    // Stretches that are marked alike are one: stars that touch would be read together.
    let mut marked: Vec<(String, &'static str)> = Vec::new();
    for run in text.0.iter().filter(|run| !run.text.is_empty()) {
        let said = run.text.replace(char::is_control, " ");
        match marked.last_mut() {
            Some((before, last)) if *last == stars(run) => before.push_str(&said),
            _ => marked.push((said, stars(run))),
        }
    }
    let mut out = String::new();
    let mut touched = false;
    for (i, (run, stars)) in marked.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| marked.get(i)).and_then(|(text, _)| text.chars().next_back());
        let after = marked.get(i + 1).and_then(|(text, _)| text.chars().next());
        let stars = if touched && !run.starts_with(char::is_whitespace) { "" } else { stars };
        let said = emphasised(run, stars, before, after);
        touched = !stars.is_empty() && said.ends_with(stars) && !said.ends_with("\\*");
        out.push_str(&said);
    }
    out.trim().to_string()
}

/// A stretch between stars. They only mark where what stands on both sides of them lets them: at blanks and signs they
/// may not, and then the stretch goes without.
fn emphasised(text: &str, stars: &str, before: Option<char>, after: Option<char>) -> String {
    let core = text.trim();
    let (Some(first), Some(last), false) = (core.chars().next(), core.chars().next_back(), stars.is_empty()) else {
        return escape_inner(text);
    };
    let lead = text.len() - text.trim_start().len();
    let (blank, rest) = (text.get(..lead).unwrap_or_default(), text.get(lead + core.len()..).unwrap_or_default());
    let open = |edge: char, beside: Option<char>, blank: &str| {
        is_word(edge) || !blank.is_empty() || beside.is_none_or(|c| !is_word(c))
    };
    if !(open(first, before, blank) && open(last, after, rest)) {
        return escape_inner(text);
    }
    format!("{}{stars}{}{stars}{}", escape_inner(blank), escape_inner(core), escape_inner(rest))
}

/// Whether a character is neither a blank nor a sign; a sign outside ASCII counts as a sign.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// A text in which nothing is markup, on one line.
fn escape(text: &str) -> String {
    escape_inner(text).trim().to_string()
}

fn escape_inner(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // Only before a letter or a number sign does it begin an entity.
            '&' if chars.peek().is_some_and(|next| next.is_ascii_alphabetic() || *next == '#') => out.push_str("\\&"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text that begins a paragraph or an item: what would make another thing of it there is escaped as well.
fn begun(text: &str) -> String {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    if matches!(text.chars().next(), Some('#' | '+' | '-' | '=')) {
        return format!("\\{text}");
    }
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{number}\\{rest}");
    }
    text.to_string()
}
