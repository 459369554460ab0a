//! Own marks on disk: two sessions at once, damaged files, marks of another dataset.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::thread;

use impactkaart::dataset::embedded;
use impactkaart::own_marks::{CellId, FILE, Marks, Store, Trouble, Verdict, read_export};
use impactkaart::store::StoreError;
use impactkaart::texts::Msg;

fn cell(region: &str, column: &str) -> CellId {
    CellId { region: region.into(), part: None, axis: "sectors".into(), column: column.into() }
}

#[test]
fn sessions_that_write_at_once_do_not_lose_each_others_marks() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    let write = |session: usize| {
        let store = Store::at(Some(folder.clone()));
        for i in 0..10 {
            store.set(&cell(&format!("regio-{session}-{i}"), "ggz"), Some((Verdict::Yes, None))).unwrap();
        }
    };
    thread::scope(|scope| {
        for session in 0..4 {
            scope.spawn(move || write(session));
        }
    });
    let kept = Store::at(Some(folder)).load().unwrap().value;
    assert_eq!(kept.marks.len(), 40);
}

#[test]
fn a_damaged_file_is_set_aside_and_told() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(FILE), "{\"version\":1,\"marks\":[{").unwrap();
    let store = Store::at(Some(home.path().to_path_buf()));
    let loaded = store.load().unwrap();
    assert!(loaded.value.marks.is_empty());
    let aside = loaded.set_aside.unwrap();
    assert_eq!(fs::read_to_string(&aside).unwrap(), "{\"version\":1,\"marks\":[{", "nothing of it is lost");
    store.set(&cell("zeeland", "ggz"), Some((Verdict::No, None))).unwrap();
    fs::write(home.path().join(FILE), "again").unwrap();
    let again = store.set(&cell("zeeland", "ggz"), Some((Verdict::No, None))).unwrap().set_aside.unwrap();
    assert_ne!(aside, again, "nor is the one that was set aside before");
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(FILE), "{\"version\":2,\"cells\":{}}").unwrap();
    let store = Store::at(Some(home.path().to_path_buf()));
    assert!(matches!(store.set(&cell("zeeland", "ggz"), None), Err(Trouble::Store(StoreError::Newer(_)))));
    assert_eq!(fs::read_to_string(home.path().join(FILE)).unwrap(), "{\"version\":2,\"cells\":{}}");
}

#[test]
fn a_session_that_hangs_does_not_freeze_the_others() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::at(Some(home.path().to_path_buf()));
    store.set(&cell("zeeland", "ggz"), Some((Verdict::Yes, None))).unwrap();
    let held = fs::File::open(home.path().join("own-marks.json.lock")).unwrap();
    held.lock().unwrap();
    assert!(matches!(store.set(&cell("twente", "ggz"), None), Err(Trouble::Store(StoreError::Busy(_)))));
    assert_eq!(store.load().unwrap().value.marks.len(), 1, "reading needs no lock");
}

#[test]
fn marks_of_regions_and_columns_that_are_gone_are_kept_and_reported() {
    let dataset = embedded().unwrap();
    let home = tempfile::tempdir().unwrap();
    let store = Store::at(Some(home.path().to_path_buf()));
    store.set(&cell("atlantis", "ggz"), Some((Verdict::Yes, Some("gezien".into())))).unwrap();
    let kept = store.set(&cell("zeeland", "ggz"), Some((Verdict::Yes, None))).unwrap().value;
    assert_eq!(kept.resolve(&dataset).len(), 1);
    assert_eq!(
        kept.strangers(&dataset).iter().map(|(m, why)| (m.cell.to_string(), *why)).collect::<Vec<_>>(),
        [("atlantis ggz".to_string(), Msg::OwnNoRegion)]
    );
}

#[test]
fn an_import_keeps_ours_where_both_marked_a_cell_unless_told_otherwise() {
    let mut ours = Marks::default();
    ours.set(&cell("zeeland", "ggz"), Some((Verdict::Yes, None)));
    let mut theirs = Marks::default();
    theirs.set(&cell("zeeland", "ggz"), Some((Verdict::No, None)));
    theirs.set(&cell("twente", "msz"), Some((Verdict::No, None)));
    let merged = ours.clone().merge(&theirs, false);
    assert_eq!((merged.new, merged.same, merged.differing.len()), (1, 0, 1));
    let mut replaced = ours.clone();
    replaced.merge(&theirs, true);
    assert_eq!(replaced, theirs);
    ours.merge(&theirs, false);
    assert_eq!(ours.get(&cell("zeeland", "ggz")).unwrap().value, Verdict::Yes);
    assert_eq!(ours.get(&cell("twente", "msz")).unwrap().value, Verdict::No);
}

#[test]
fn without_a_home_marks_cannot_be_kept_and_that_is_said() {
    assert!(matches!(Store::default().set(&cell("zeeland", "ggz"), None), Err(Trouble::NoFolder)));
    assert!(Store::default().load().unwrap().value.marks.is_empty());
}

#[test]
fn processes_that_import_at_once_do_not_lose_each_others_marks() {
    let home = tempfile::tempdir().unwrap();
    let program = || {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_impactkaart"));
        program.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("data")).env("LANG", "en_GB.UTF-8");
        program
    };
    let start = |i: usize| {
        let file = home.path().join(format!("{i}.json"));
        let mut marks = Marks::default();
        marks.set(&cell(&format!("regio-{i}"), "ggz"), Some((Verdict::Yes, None)));
        fs::write(&file, marks.to_text().unwrap()).unwrap();
        program().args(["own-marks", "import"]).arg(file).stdout(std::process::Stdio::null()).spawn().unwrap()
    };
    let running: Vec<_> = (0..8).map(start).collect();
    assert!(running.into_iter().all(|mut child| child.wait().unwrap().success()));
    let listed = program().args(["own-marks", "list"]).output().unwrap();
    assert_eq!(String::from_utf8(listed.stdout).unwrap().lines().count(), 8);
}

#[test]
fn what_a_colleague_wrote_never_reaches_the_terminal_as_a_control_sequence() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("theirs.json");
    let mark = |region: &str, remark: &str| {
        format!(r#"{{"region":"{region}","axis":"sectors","column":"ggz","value":"yes","remark":"{remark}"}}"#)
    };
    let marks = [mark("zeeland", r"\u001b]0;x\u0007 "), mark(r"twente\u001b", r"\n")].join(",");
    fs::write(&file, format!(r#"{{"version":1,"marks":[{marks}]}}"#)).unwrap();
    let read = read_export(&file).unwrap().marks;
    let said: Vec<_> = read.iter().map(|m| (m.cell.region.as_str(), m.remark.as_deref())).collect();
    assert_eq!(said, [("twente", None), ("zeeland", Some("]0;x"))], "in order, and without an empty remark");
}

#[test]
fn what_is_missing_of_a_cell_is_told_by_name() {
    let dataset = embedded().unwrap();
    let of = |region: &str, part: Option<&str>, axis: &str, column: &str| {
        let cell = CellId { part: part.map(String::from), axis: axis.into(), ..cell(region, column) };
        cell.look(&dataset).err()
    };
    assert_eq!(of("zeeland", None, "sectors", "ggz"), None);
    assert_eq!(of("atlantis", None, "sectors", "ggz"), Some(Msg::OwnNoRegion));
    assert_eq!(of("zeeland", Some("noord"), "sectors", "ggz"), Some(Msg::OwnNoPart));
    assert_eq!(of("arnhem", Some("achterhoek"), "sectors", "ggz"), Some(Msg::OwnNoRow), "its parts share one row");
    assert_eq!(of("zeeland", None, "sectoren", "ggz"), Some(Msg::OwnNoAxis));
    assert_eq!(of("zeeland", None, "doelgroepen", "ggz"), Some(Msg::OwnNoColumn));
}
