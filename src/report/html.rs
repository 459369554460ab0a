//! A document as a page of its own: no scripts, nothing that is fetched, everything escaped. It reads in light and dark,
//! on a phone and on paper, and aloud: signs say what they mean.

use std::io::{self, Write};

use super::doc::{Block, Cell, Column, Document, Head, Item, Look, Run, Shade, Stands, Table, Text};
use crate::query::pairing::Side;
use crate::texts::Lang;

const STYLE: &str = include_str!("page.css");

/// Writes a document.
///
/// # Errors
/// When the writer fails.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let lang = document.lang.tag();
    let title = escape(&document.title);
    // A page of tables that are wider than high lies on its side on paper.
    let (paper, class) = if document.wide { ("landscape", " class=\"wide\"") } else { ("portrait", "") };
    write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"impactkaart\">\n<title>{title} | impactkaart</title>\n\
         <style>\n@page {{ size: A4 {paper}; margin: 14mm; }}\n{STYLE}</style>\n</head>\n<body>\n<main{class}>\n<h1>{title}</h1>\n"
    )?;
    let mut pen = Pen { out, lang: document.lang, open: false };
    for block in &document.blocks {
        pen.block(block)?;
    }
    pen.close()?;
    pen.out.write_all(b"</main>\n</body>\n</html>\n")
}

struct Pen<'w> {
    out: &'w mut dyn Write,
    lang: Lang,
    /// Whether a section is open.
    open: bool,
}

impl Pen<'_> {
    fn close(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.open) { self.out.write_all(b"</section>\n") } else { Ok(()) }
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Heading(level, text) => {
                if *level <= 2 {
                    self.close()?;
                    self.open = true;
                    self.out.write_all(b"<section>\n")?;
                }
                let level = (*level).clamp(2, 6);
                writeln!(self.out, "<h{level}>{}</h{level}>", escape(text))
            }
            Block::Paragraph(text) => writeln!(self.out, "<p>{}</p>", self.text(text)),
            Block::Aside(text) => writeln!(self.out, "<p class=\"aside\">{}</p>", escape(text)),
            Block::List(items) => self.list(items),
            Block::Table(table) => self.table(table),
            Block::Pair(sides) => {
                self.out.write_all(b"<div class=\"pair\">\n")?;
                for side in Side::BOTH {
                    self.column(sides.of(side))?;
                }
                self.out.write_all(b"</div>\n")
            }
        }
    }

    fn column(&mut self, column: &Column) -> io::Result<()> {
        let Column { letter, name, items } = column;
        let (letter, name) = (escape(letter), escape(name));
        writeln!(self.out, "<div>\n<p class=\"who\"><b>{letter}</b> <span>{name}</span></p>")?;
        if !items.is_empty() {
            self.list(items)?;
        }
        self.out.write_all(b"</div>\n")
    }

    fn list(&mut self, items: &[Item]) -> io::Result<()> {
        self.out.write_all(b"<ul>\n")?;
        for Item { text, under } in items {
            let remark = if text.0.iter().all(|run| run.look == Look::Remark) { " class=\"remark\"" } else { "" };
            write!(self.out, "<li{remark}>{}", self.text(text))?;
            if !under.is_empty() {
                write!(self.out, "<small>{}</small>", escape(under))?;
            }
            self.out.write_all(b"</li>\n")?;
        }
        self.out.write_all(b"</ul>\n")
    }

    fn text(&self, text: &Text) -> String {
        text.0.iter().map(|run| self.run(run)).collect()
    }

    fn run(&self, run: &Run) -> String {
        let text = escape(&run.text);
        let text = match run.look {
            Look::Plain | Look::Remark => text,
            Look::Strong => format!("<strong>{text}</strong>"),
            Look::Changed => format!("<mark>{text}</mark>"),
        };
        // The dataset is Dutch in both languages; whoever reads it aloud has to know.
        if run.data && self.lang != Lang::Nl { format!("<span lang=\"nl\">{text}</span>") } else { text }
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        let caption = escape(&table.caption);
        // A table that is wider than the window scrolls in a frame of its own, by keys as well.
        writeln!(self.out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">")?;
        writeln!(self.out, "<table>\n<caption>{caption}</caption>\n<thead>\n<tr>")?;
        for head in &table.heads {
            writeln!(self.out, "{}", self::head(head))?;
        }
        self.out.write_all(b"</tr>\n</thead>\n<tbody>\n")?;
        self.rows(&table.heads, &table.rows)?;
        self.out.write_all(b"</tbody>\n")?;
        if !table.totals.is_empty() {
            self.out.write_all(b"<tfoot>\n")?;
            self.rows(&table.heads, &table.totals)?;
            self.out.write_all(b"</tfoot>\n")?;
        }
        self.out.write_all(b"</table>\n</div>\n")
    }

    fn rows(&mut self, heads: &[Head], rows: &[Vec<Cell>]) -> io::Result<()> {
        for row in rows {
            self.out.write_all(b"<tr>")?;
            for (i, cell) in row.iter().enumerate() {
                if i == 0 {
                    write!(self.out, "<th scope=\"row\">{}</th>", escape(&cell.text))?;
                } else {
                    let stands = heads.get(i).map_or(Stands::Left, |head| head.stands);
                    write!(self.out, "{}", self::cell(cell, stands))?;
                }
            }
            self.out.write_all(b"</tr>\n")?;
        }
        Ok(())
    }
}

fn head(head: &Head) -> String {
    let text = escape(&head.text);
    let class = class(head.stands, Shade::None);
    match &head.full {
        Some(full) => {
            let full = escape(full);
            format!("<th scope=\"col\"{class}><abbr title=\"{full}\">{text}</abbr></th>")
        }
        None => format!("<th scope=\"col\"{class}>{text}</th>"),
    }
}

/// A cell; a sign is shown to those who see it, and said in words to those who hear it.
fn cell(cell: &Cell, stands: Stands) -> String {
    let class = class(stands, cell.shade);
    let text = escape(&cell.text);
    match &cell.said {
        Some(said) => {
            let said = escape(said);
            format!(
                "<td{class} title=\"{said}\"><span aria-hidden=\"true\">{text}</span><span class=\"said\">{said}</span></td>"
            )
        }
        None => format!("<td{class}>{text}</td>"),
    }
}

fn class(stands: Stands, shade: Shade) -> String {
    let stands = match stands {
        Stands::Left => "",
        Stands::Centre => "c",
        Stands::Right => "n",
    };
    let shade = match shade {
        Shade::None => "",
        Shade::Yes => "yes",
        Shade::No => "no",
        Shade::Unknown => "unknown",
        Shade::Evidence => "unknown evidence",
        Shade::Differs => "differs",
    };
    let names = [stands, shade].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
    if names.is_empty() { names } else { format!(" class=\"{names}\"") }
}

/// A text in which nothing is markup; control characters, which no page may hold, become blanks.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
