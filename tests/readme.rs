//! The README's keys come from the key table: `UPDATE_README=1 cargo test --test readme` writes them.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use impactkaart::texts::Lang;
use impactkaart::tui::action::{BINDINGS, Scope};

#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    let mut table = String::from("| where | keys | what |\n|---|---|---|\n");
    for binding in BINDINGS.iter().filter(|b| b.scope != Scope::Field) {
        let place = match binding.scope {
            Scope::View(view) => Lang::En.say(view.name()).to_string(),
            _ => "everywhere".to_string(),
        };
        let keys: Vec<String> = binding.keys.iter().map(|k| format!("`{}`", k.label())).collect();
        table.push_str(&format!("| {place} | {} | {} |\n", keys.join(" "), Lang::En.say(binding.msg)));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once("<!-- keys -->\n").unwrap();
    let (shown, after) = rest.split_once("<!-- /keys -->").unwrap();
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(path, format!("{before}<!-- keys -->\n{table}<!-- /keys -->{after}")).unwrap();
        return;
    }
    assert!(shown == table, "the key table changed: run `UPDATE_README=1 cargo test --test readme`");
}
