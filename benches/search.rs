//! How long a letter of a search takes over all entries: as bundled, and over a dataset a hundred times as large.

#![expect(clippy::expect_used, reason = "a bench that cannot start has nothing to measure")]

use std::path::Path;

use impactkaart::dataset::{Dataset, Files, embedded};
use impactkaart::query::search::Index;
use impactkaart::query::search::parse::Query;
use impactkaart::texts::Lang;

fn main() {
    divan::main();
}

/// The data folder a hundred times over, with ids of its own for each copy.
fn hundredfold() -> Files {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name: &str| std::fs::read_to_string(data.join(name)).expect("the data folder is there");
    let mut files: Vec<(String, Vec<u8>)> =
        ["vocabulary.json", "sources.json"].map(|name| (name.to_string(), read(name).into_bytes())).into();
    for entry in std::fs::read_dir(data.join("regions")).expect("the regions are there").flatten() {
        let name = entry.file_name().to_string_lossy().replace(".json", "");
        let text = read(&format!("regions/{name}.json"));
        for copy in 0..100 {
            let id = format!("x{copy}-{name}");
            let mut region: serde_json::Value = serde_json::from_str(&text).expect("a region is JSON");
            region["tile"] = serde_json::Value::Null;
            let text = region.to_string().replace(&format!("\"id\":\"{name}"), &format!("\"id\":\"{id}"));
            files.push((format!("regions/{id}.json"), text.into_bytes()));
        }
    }
    Files::of(files)
}

const TYPED: [&str; 6] = ["z", "zo", "zorg", "mantelz", "zorg !wonen", "theme:digi e"];

fn letter(bencher: divan::Bencher<'_, '_>, dataset: &Dataset<'_>, typed: &str) {
    let index = Index::new(dataset, Lang::Nl);
    bencher.bench_local(|| index.answer(dataset, &Query::parse(dataset, typed), None).hits.len());
}

#[divan::bench(args = TYPED)]
fn bundled(bencher: divan::Bencher<'_, '_>, typed: &str) {
    letter(bencher, &embedded().expect("the bundled dataset decodes"), typed);
}

#[divan::bench(args = TYPED, sample_count = 20)]
fn hundred_times(bencher: divan::Bencher<'_, '_>, typed: &str) {
    let files = hundredfold();
    letter(bencher, &files.decode().expect("the copies decode"), typed);
}

#[divan::bench]
fn folding_all_text(bencher: divan::Bencher<'_, '_>) {
    let dataset = embedded().expect("the bundled dataset decodes");
    bencher.bench_local(|| Index::new(&dataset, Lang::Nl));
}
