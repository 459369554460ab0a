//! Markdown and pages of every answer: read back with parsers that are not ours, and nothing is lost, added or taken
//! for markup.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::collections::BTreeMap;

use common::{Ran, impactkaart, impactkaart_of, tiny_folder};
use impactkaart::cli::env::Env;
use impactkaart::dataset::{Axis, Dataset, Value, embedded};
use impactkaart::query::pairing::Sides;
use impactkaart::report::doc::{Block, Cell, Column, Document, Head, Item, Look, Table, Text};
use impactkaart::report::{html, md};
use impactkaart::texts::Lang;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Selector};

/// The commands that answer a question, with whether they have a page.
const COMMANDS: [(&str, bool); 9] = [
    ("list", false),
    ("show zeeland", true),
    ("show arnhem --theme focus", true),
    ("matrix --sector ggz", true),
    ("compare west-brabant/oost west-brabant/west", true),
    ("search valpreventie", false),
    ("topics", false),
    ("topics valpreventie", false),
    ("similar zeeland", false),
];

fn dutch() -> Env {
    Env { locale: "nl_NL.UTF-8".into(), messages: "nl_NL.UTF-8".into(), ..Env::default() }
}

/// What a piece of Markdown renders as: headings with their level, paragraphs, items, and the cells of rows.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rendered {
    headings: Vec<(u8, String)>,
    items: Vec<String>,
    rows: Vec<Vec<String>>,
    paragraphs: Vec<String>,
    strong: Vec<String>,
    /// What ought not to be there: code, links, images, quotes, HTML, rules.
    strange: Vec<String>,
}

fn render(markdown: &str) -> Rendered {
    let mut got = Rendered::default();
    let mut text = String::new();
    let mut strong_from = 0;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::TableCell) => text.clear(),
            Event::Start(Tag::Strong) => strong_from = text.len(),
            Event::End(TagEnd::Strong) => got.strong.push(text[strong_from..].to_string()),
            Event::End(TagEnd::Heading(level)) => got.headings.push((level as u8, std::mem::take(&mut text))),
            Event::End(TagEnd::Paragraph) => got.paragraphs.push(std::mem::take(&mut text)),
            Event::End(TagEnd::Item) => got.items.push(std::mem::take(&mut text)),
            Event::Start(Tag::TableHead | Tag::TableRow) => got.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => got.rows.last_mut().unwrap().push(std::mem::take(&mut text)),
            Event::Text(piece) => text.push_str(&piece),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::List(None) | Tag::Table(_) | Tag::Emphasis)
            | Event::End(
                TagEnd::List(false) | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::Emphasis,
            ) => {}
            other => got.strange.push(format!("{other:?}")),
        }
    }
    got
}

fn md_of(command: &str) -> (Ran, Rendered) {
    let ran = impactkaart(&format!("{command} --format md"));
    let rendered = render(&ran.out);
    (ran, rendered)
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn page_of(command: &str) -> Html {
    let ran = impactkaart(&format!("{command} --format html"));
    assert_eq!(ran.err, "");
    let page = Html::parse_document(&ran.out);
    assert_eq!(page.errors, Vec::<std::borrow::Cow<'_, str>>::new(), "{command}");
    page
}

// What every answer has.

#[test]
fn every_answer_is_markdown_that_renders_with_headings_in_order_and_nothing_strange() {
    for (command, _) in COMMANDS {
        for lang in ["nl", "en"] {
            let (ran, got) = md_of(&format!("{command} --lang {lang}"));
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
            assert_eq!(got.strange, Vec::<String>::new(), "{command}");
            in_order(&got.headings.iter().map(|(level, _)| *level).collect::<Vec<_>>(), command);
            for row in &got.rows {
                assert!(row.len() > 2, "{command}: {row:?}");
            }
        }
    }
}

/// One heading of level 1, first, and no level left out on the way down.
fn in_order(levels: &[u8], command: &str) {
    assert_eq!(levels.first(), Some(&1), "{command}");
    assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{command}");
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{command}: {levels:?}");
    }
}

#[test]
fn a_page_stands_on_its_own_and_is_marked_up_for_who_hears_it() {
    for (command, has_page) in COMMANDS {
        for lang in ["nl", "en"] {
            let command = format!("{command} --lang {lang}");
            if !has_page {
                let ran = impactkaart(&format!("{command} --format html"));
                assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command}");
                assert!(ran.err.contains("text, md, csv, json"), "{command}: {}", ran.err);
                continue;
            }
            let page = page_of(&command);
            let html = all(&page, "html")[0];
            assert_eq!(html.value().attr("lang"), Some(lang));
            assert!(!text_of(all(&page, "title")[0]).is_empty());
            for fetched in ["script", "link", "img", "iframe", "a", "[src]", "[href]", "[onclick]", "[style]"] {
                assert!(all(&page, fetched).is_empty(), "{command}: {fetched}");
            }
            let style = text_of(all(&page, "style")[0]);
            assert!(!style.contains("url(") && !style.contains("@import"));
            for needed in ["@page", "A4", "@media print", "prefers-color-scheme: dark"] {
                assert!(style.contains(needed), "{needed}");
            }
            let levels = all(&page, "h1, h2, h3, h4, h5, h6");
            let levels: Vec<u8> = levels.iter().map(|h| h.value().name()[1..].parse().unwrap()).collect();
            in_order(&levels, &command);
            for table in all(&page, "table") {
                let count = |selector: &str| table.select(&Selector::parse(selector).unwrap()).count();
                assert_eq!(count("caption"), 1, "{command}");
                assert_eq!(count("thead th"), count("thead th[scope=col]"), "{command}");
                assert_eq!(count("tbody tr"), count("tbody th[scope=row]"), "{command}");
                for row in table.select(&Selector::parse("tr").unwrap()) {
                    assert_eq!(row.child_elements().count(), count("thead th"), "{command}");
                }
            }
        }
    }
}

// What each says.

#[test]
fn a_region_in_markdown_and_as_a_page_holds_each_of_its_entries_with_its_page() {
    let dataset = embedded().unwrap();
    let region = common::region(&dataset, "arnhem");
    let entries: Vec<_> = dataset.entries_of(region).map(|(_, e)| e).collect();
    let (_, got) = md_of("show arnhem");
    let page = page_of("show arnhem");
    let on_page: Vec<String> = all(&page, "li").into_iter().map(text_of).collect();
    for entry in &entries {
        let end = format!("p. {}", entry.source.page.unwrap());
        let fits = |said: &String| said.starts_with(entry.text.as_str()) && said.ends_with(&end);
        assert!(got.items.iter().any(fits), "{}", entry.id);
        assert!(on_page.iter().any(fits), "{}", entry.id);
    }
    assert!(got.headings.contains(&(3, "Achterhoek".into())), "parts are headings: {:?}", got.headings);
}

#[test]
fn the_table_of_the_matrix_says_what_the_dataset_says_of_every_cell() {
    let dataset = embedded().unwrap();
    let (_, got) = md_of("matrix");
    let page = page_of("matrix");
    let body = all(&page, "tbody tr");
    assert_eq!(body.len(), dataset.rows().len());
    assert_eq!(got.rows.len(), 1 + dataset.rows().len() + 3, "a head, the rows, and three totals");
    let mut tally: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in all(&page, "tbody td[title]") {
        let said = cell.value().attr("title").unwrap();
        let sign = text_of(cell.select(&Selector::parse("[aria-hidden=true]").unwrap()).next().unwrap());
        let kind = match sign.chars().next().unwrap() {
            'V' => "ja",
            '·' => "nee",
            _ => "onbekend",
        };
        assert!(said.starts_with(kind), "{sign} is said as {said}");
        assert_eq!(text_of(cell), format!("{sign}{said}"), "what is shown is said as well");
        *tally.entry(kind).or_default() += 1;
    }
    assert_eq!(tally, cells(&dataset), "each cell once, with its own value");
    let in_md = got.rows[1..=46].iter().flatten();
    let unknown = in_md.filter(|cell| cell.starts_with('?') && !cell.contains('/')).count();
    assert_eq!(unknown, tally["onbekend"]);
}

fn cells(dataset: &Dataset<'_>) -> BTreeMap<&'static str, usize> {
    let mut tally = BTreeMap::new();
    for (_, row) in dataset.rows() {
        for axis in Axis::ALL {
            for cell in &row.axis(axis).cells {
                let kind = match cell.value {
                    Value::Yes => "ja",
                    Value::No => "nee",
                    Value::Unknown => "onbekend",
                };
                *tally.entry(kind).or_default() += 1;
            }
        }
    }
    tally
}

#[test]
fn the_matrix_says_its_filter_all_three_counts_and_what_the_signs_mean() {
    let (_, got) = md_of("matrix --sector ggz --not efz --kind roaz");
    let page = page_of("matrix --sector ggz --not efz --kind roaz");
    let title = "Matrix: ggz gewenst; efz uitgesloten; alleen ROAZ-regio's";
    assert_eq!(got.headings, [(1, title.to_string())]);
    assert_eq!(text_of(all(&page, "h1")[0]), title);
    let text = text_of(all(&page, "main")[0]);
    for said in ["zeker,", "met aanwijzing,", "mogelijk", "? onbekend; ?3 onbekend, drie aanwijzingen", "MSZ: Medisch"]
    {
        assert!(text.contains(said), "{said}");
        assert!(got.paragraphs.join("\n").contains(said), "{said}");
    }
    assert!(all(&page, "thead abbr[title]").len() == 17, "every column in full");
}

#[test]
fn no_row_is_told_with_how_many_there_might_be_and_exit_code_1() {
    for format in ["md", "html"] {
        let ran = impactkaart(&format!("matrix --strength certain --sector ggz --not ggz,msz --format {format}"));
        assert_eq!(ran.code, 2, "wanted and excluded: {}", ran.err);
        let ran = impactkaart(&format!("matrix --strength certain --not msz,ggz --format {format}"));
        assert_eq!(ran.code, 1);
        assert!(ran.out.contains("geen rij past") && !ran.out.contains("<table"), "{}", ran.out);
    }
}

#[test]
fn a_comparison_shows_both_sides_by_name_their_pages_and_the_words_that_differ() {
    let page = page_of("compare west-brabant/oost west-brabant/west");
    assert_eq!(
        text_of(all(&page, "h1")[0]),
        "West-Brabant Oost (West-Brabant) en West-Brabant West (West-Brabant) vergeleken"
    );
    let who: Vec<String> = all(&page, ".pair .who").into_iter().map(text_of).collect();
    assert!(
        who.chunks(2).all(|pair| pair == ["A West-Brabant Oost (West-Brabant)", "B West-Brabant West (West-Brabant)"])
    );
    let (_, got) = md_of("compare west-brabant/oost west-brabant/west");
    assert!(got.items.iter().any(|item| item.starts_with("A ") && item.contains("\np. ")));
    let caption = text_of(all(&page, "caption")[0]);
    assert!(caption.contains("van 12 gemarkeerd"), "{caption}");
    let cells: Vec<String> = all(&page, "tbody td").into_iter().map(text_of).collect();
    assert!(cells.iter().all(|c| ["V ja", "· nee", "? onbekend", "± verschilt per deel"].contains(&c.as_str())));
}

#[test]
fn words_that_differ_in_nearly_equal_texts_stand_out() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("regions")).unwrap();
    for name in ["sources.json", "vocabulary.json", "regions/aa.json", "regions/bee.json", "regions/roaz-bee.json"] {
        let text = std::fs::read_to_string(tiny_folder().join(name)).unwrap();
        let text = text.replace("Er komen meer ouderen.", "De vergrijzing neemt sterk toe.");
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let of =
        |format: &str| impactkaart(&format!("compare aa bee --format {format} --data {}", folder.path().display())).out;
    let page = Html::parse_document(&of("html"));
    assert_eq!(all(&page, "mark").into_iter().map(text_of).collect::<Vec<_>>(), ["sterk"]);
    assert!(text_of(all(&page, "main")[0]).contains("Gemarkeerd zijn de woorden"));
    let strong = render(&of("md")).strong;
    assert!(strong.contains(&"sterk".into()), "{strong:?}");
}

#[test]
fn the_switches_of_a_comparison_hold_in_every_form() {
    let count = |only: &str, format: &str| {
        let ran = impactkaart(&format!("compare zeeland twente --theme preventie --only {only} --format {format}"));
        ran.out.matches("noemt dit hier: ").count()
    };
    for format in ["md", "html"] {
        assert!(count("all", format) > 0);
        assert_eq!(count("differences", format), count("all", format));
        assert_eq!(count("shared", format), 0);
    }
}

#[test]
fn hits_stand_out_in_markdown_and_lists_are_tables() {
    let (_, got) = md_of("search valpreventie");
    assert!(got.strong.iter().any(|s| s.eq_ignore_ascii_case("valpreventie")), "{:?}", got.strong);
    let (_, got) = md_of("list --kind roaz");
    assert_eq!(got.rows.len(), 11);
    assert!(got.rows.iter().any(|row| row[1] == "roaz-zwolle"));
    let (_, got) = md_of("topics --theme digitale-zorg");
    assert_eq!(got.rows[0], ["onderwerp", "regio's", "vermeld"]);
    let (_, got) = md_of("similar zeeland --limit 3");
    assert_eq!(got.headings.iter().filter(|(level, _)| *level == 2).count(), 3);
    let (_, got) = md_of("topics valpreventie");
    assert!(got.headings.contains(&(2, "Zeeland (zorgkantoorregio)".into())), "{:?}", got.headings);
}

#[test]
fn what_the_dataset_says_is_dutch_on_an_english_page() {
    let page = page_of("show zeeland --theme preventie --lang en");
    let entries = all(&page, "li > span[lang=nl]");
    assert!(!entries.is_empty() && entries.len() == all(&page, "li").len());
    assert!(all(&page_of("show zeeland"), "span[lang]").is_empty());
}

#[test]
fn another_dataset_is_written_in_every_form_as_well() {
    for command in ["list", "show aa", "show bee", "matrix", "compare aa bee", "search de", "topics", "similar aa"] {
        for format in ["text", "md", "json", "html"] {
            let ran = impactkaart(&format!("{command} --format {format} --data {}", tiny_folder().display()));
            assert!(ran.code <= 2 && !ran.out.contains('\u{1b}'), "{command} {format}: {}", ran.err);
        }
    }
}

// Nothing in the data is markup.

fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "B",
        " ",
        "  ",
        "é",
        "*",
        "**",
        "_",
        "`",
        "``",
        "|",
        "\\",
        "[",
        "](x)",
        "<b>",
        "</td>",
        "&amp;",
        "&",
        "#",
        "# ",
        "- ",
        "+ ",
        "1. ",
        "2)",
        "> ",
        "~~",
        "~",
        "$",
        "---",
        "===",
        "!",
        "![",
        "<!--",
        "\n",
        "\t",
        "\u{1b}[31m",
        "\"",
        "'",
        "“",
        "”",
        "–",
        "·",
        "漢",
        "=",
        "http://a.nl",
        "{",
        "}",
        ":",
        "(",
        ")",
        ".",
        ",",
    ]);
    prop::collection::vec(pieces, 1..12).prop_map(|pieces| pieces.concat())
}

/// As it reads: on one line, without control characters.
fn plain(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.trim().to_string()
}

fn document(pieces: &[String]) -> Document {
    let mut at = pieces.iter().cycle();
    let mut next = || at.next().unwrap().clone();
    let mut document = Document::new(Lang::En, next());
    document.heading(2, next());
    document.paragraph(Text::of(next()));
    document.aside(next());
    let looks = [Look::Plain, Look::Strong, Look::Changed, Look::Plain];
    let text = looks.iter().fold(Text::default(), |text, look| text.and_data(next(), *look));
    document.item(text, next());
    document.item(Text::remark(next()), "");
    let rows = vec![vec![Cell::of(next()), Cell { said: Some(next()), ..Cell::of(next()) }]];
    let heads = vec![Head::of(next()), Head { full: Some(next()), ..Head::of(next()) }];
    document.blocks.push(Block::Table(Table { caption: next(), heads, rows, totals: Vec::new() }));
    let item = |text: String| Item { text: Text::data(text), under: String::new() };
    let columns = Sides { a: ("A", next()), b: ("B", next()) };
    let columns = [columns.a, columns.b].map(|(letter, text)| Column {
        letter: letter.into(),
        name: text.clone(),
        items: vec![item(text)],
    });
    let [a, b] = columns;
    document.blocks.push(Block::Pair(Sides { a, b }));
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_data_holds_it_reads_as_itself_in_markdown(pieces in prop::collection::vec(nasty(), 18)) {
        let document = document(&pieces);
        let mut out = Vec::new();
        md::write(&document, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let got = render(&out);
        prop_assert!(got.strange.is_empty(), "{:?}\n{out}", got.strange);
        prop_assert_eq!(&got.headings[0].1, &plain(&document.title), "{}", out);
        let mut items = got.items.iter();
        let (mut paragraphs, mut rows) = (got.paragraphs.iter(), got.rows.iter());
        for block in &document.blocks {
            match block {
                Block::Heading(_, text) => prop_assert_eq!(&got.headings[1].1, &plain(text), "{}", out),
                Block::Paragraph(text) if !plain(&text.plain()).is_empty() => {
                    prop_assert_eq!(paragraphs.next(), Some(&plain(&text.plain())), "{}", out);
                }
                Block::Aside(text) if !plain(text).is_empty() => {
                    prop_assert_eq!(paragraphs.next(), Some(&plain(text)), "{}", out);
                }
                Block::List(list) => for item in list {
                    let under = plain(&item.under);
                    let text = plain(&item.text.plain());
                    let wanted = if under.is_empty() { text } else { format!("{text}\n{under}") };
                    prop_assert_eq!(items.next().map(|s| s.trim()), Some(wanted.trim()), "{}", out);
                },
                Block::Table(table) => {
                    if !plain(&table.caption).is_empty() {
                        prop_assert_eq!(paragraphs.next(), Some(&plain(&table.caption)), "{}", out);
                    }
                    let heads: Vec<String> = table.heads.iter().map(|h| plain(&h.text)).collect();
                    prop_assert_eq!(rows.next(), Some(&heads), "{}", out);
                    let cells: Vec<String> = table.rows[0].iter().map(|c| plain(&c.text)).collect();
                    prop_assert_eq!(rows.next(), Some(&cells), "{}", out);
                }
                Block::Pair(sides) => for column in [&sides.a, &sides.b] {
                    let text = plain(&column.items[0].text.plain());
                    let wanted = format!("{} {text}", column.letter);
                    prop_assert_eq!(items.next().map(|s| s.trim()), Some(wanted.trim()), "{}", out);
                },
                Block::Paragraph(_) | Block::Aside(_) => {}
            }
        }
    }

    #[test]
    fn whatever_the_data_holds_it_reads_as_itself_on_a_page(pieces in prop::collection::vec(nasty(), 18)) {
        let document = document(&pieces);
        let mut out = Vec::new();
        html::write(&document, &mut out).unwrap();
        let page = Html::parse_document(std::str::from_utf8(&out).unwrap());
        prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
        let known = "html head meta title style body main h1 section h2 p ul li small strong mark div table caption \
                     thead tbody tr th td abbr span b";
        for element in all(&page, "*") {
            prop_assert!(known.split(' ').any(|name| name == element.value().name()), "{:?}", element.value());
        }
        prop_assert!(!out.contains(&0x1b));
        let squeezed = |text: &str| plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(text_of(all(&page, "h1")[0]), squeezed(&document.title));
        let Some(Block::Table(table)) = document.blocks.iter().find(|b| matches!(b, Block::Table(_))) else {
            panic!("there is a table")
        };
        prop_assert_eq!(text_of(all(&page, "tbody th")[0]), squeezed(&table.rows[0][0].text));
        let said = plain(table.rows[0][1].said.as_ref().unwrap());
        let title = all(&page, "tbody td")[0].value().attr("title").unwrap();
        prop_assert_eq!(title.trim(), said);
    }
}

// Where it is written.

#[test]
fn an_answer_goes_to_a_file_as_it_goes_to_standard_output_and_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (command, has_page) in COMMANDS {
        for format in ["text", "md", "json", "html"] {
            if format == "html" && !has_page {
                continue;
            }
            let path = folder.path().join("answer");
            let command = format!("{command} --format {format}");
            let ran = impactkaart(&format!("{command} --output {} --force", path.display()));
            assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{command}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), impactkaart(&command).out, "{command}");
            assert_eq!(impactkaart(&format!("{command} --output -")).out, impactkaart(&command).out);
        }
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(left, ["answer"], "nothing is left beside it");
}

#[test]
fn a_file_that_is_there_stays_as_it_is_unless_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zeeland.md");
    std::fs::write(&path, "mine").unwrap();
    let ran = impactkaart(&format!("show zeeland --output {}", path.display()));
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("zeeland.md") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    let ran = impactkaart(&format!("show zeeland --output {} --force", path.display()));
    assert_eq!(ran.code, 0);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# Zeeland"), "the ending says which form");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_nothing_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("no/such/folder.md");
    let ran = impactkaart(&format!("list --output {}", nowhere.display()));
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("no/such/folder.md"), "{}", ran.err);
    let ran = impactkaart(&format!("list --output {} --force", folder.path().display()));
    assert_eq!(ran.code, 4, "a folder is no file: {}", ran.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_device_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file.md"), folder.path().join("link.md"));
    std::fs::write(&file, "old").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(impactkaart(&format!("list --output {}", link.display())).code, 4, "a link is there");
    assert_eq!(impactkaart(&format!("list --output {} --force", link.display())).code, 0);
    assert!(link.is_symlink() && std::fs::read_to_string(&file).unwrap().starts_with("# "));
    assert_eq!(impactkaart("list --output /dev/null").code, 0);
    assert!(!std::path::Path::new("/dev/null").is_file());
}

#[test]
fn the_form_is_the_one_asked_for_else_that_of_csv_else_that_of_the_ending() {
    let folder = tempfile::tempdir().unwrap();
    let begins = |options: &str, name: &str| {
        let path = folder.path().join(name);
        let ran = impactkaart(&format!("show zeeland {options} --force --output {}", path.display()));
        assert_eq!(ran.code, 0, "{}", ran.err);
        std::fs::read_to_string(&path).unwrap().chars().take(2).collect::<String>()
    };
    assert_eq!(begins("", "a.json"), "{\n");
    assert_eq!(begins("", "a.HTML"), "<!");
    assert_eq!(begins("", "a.txt"), "Ze");
    assert_eq!(begins("", "a"), "Ze");
    assert_eq!(begins("--format md", "a.json"), "# ");
    for (options, named) in [
        ("--csv excel --format json", "--csv"),
        ("--force", "--output"),
        ("--format html", "text, md, csv, json"),
        ("--format markdown", "text, md, csv, json"),
        ("--output x.html", "text, md, csv, json"),
    ] {
        let ran = impactkaart(&format!("list {options}"));
        assert_eq!(ran.code, 2, "{options}");
        assert!(ran.err.contains(named), "{options}: {}", ran.err);
    }
    let ran = impactkaart("show zeeland --open --output x.md");
    assert_eq!(ran.code, 2, "what goes to the screen goes to no file: {}", ran.err);
}

// Text for people, piped and read aloud.

#[test]
fn piped_text_begins_with_its_heading_and_has_no_colours_and_no_boxes() {
    for (command, _) in COMMANDS {
        let ran = impactkaart(command);
        let first = ran.out.lines().next().unwrap();
        assert!(first.chars().any(char::is_alphabetic), "{command}: {first}");
        for sign in ["\u{1b}", "│", "─", "┌", "┃", "━"] {
            assert!(!ran.out.contains(sign), "{command}: {sign}");
        }
    }
}

#[test]
fn bars_are_for_terminals() {
    let env = Env { stdout_terminal: true, columns: Some(80), ..dutch() };
    let shown = impactkaart_of(&["topics"], &env).out;
    assert!(shown.contains("━━") && shown.contains("volle balk"));
    assert!(!impactkaart("topics").out.contains("volle balk"));
}

#[test]
fn colours_are_for_terminals_unless_somebody_says_otherwise() {
    let colours = |options: &str, env: Env| {
        let words: Vec<&str> = "show zeeland".split(' ').chain(options.split_whitespace()).collect();
        impactkaart_of(&words, &env).out.contains('\u{1b}')
    };
    let terminal = || Env { stdout_terminal: true, columns: Some(80), ..dutch() };
    for (options, env, wanted) in [
        ("", terminal(), true),
        ("", dutch(), false),
        ("", Env { no_color: true, ..terminal() }, false),
        ("--color never", terminal(), false),
        ("--color always", dutch(), true),
        ("--color always", Env { no_color: true, ..dutch() }, true),
        ("", Env { force_color: true, ..dutch() }, true),
        ("--color never", Env { force_color: true, ..dutch() }, false),
        ("--format md --color always", terminal(), false),
        ("--format html --color always", terminal(), false),
    ] {
        assert_eq!(colours(options, env.clone()), wanted, "{options} {env:?}");
    }
}

#[test]
fn a_file_that_is_asked_for_from_a_terminal_is_written_for_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zeeland.txt");
    let env = Env {
        stdout_terminal: true,
        columns: Some(40),
        locale: "C".into(),
        messages: "nl_NL".into(),
        ..Env::default()
    };
    let path_text = path.display().to_string();
    assert_eq!(impactkaart_of(&["show", "zeeland", "--output", &path_text], &env).code, 0);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text, impactkaart("show zeeland").out, "whole lines, no colours, all letters");
}
