//! What a file of settings says, and what is told of one that is wrong.

use super::*;
use proptest::prelude::*;

fn told(text: &str) -> Vec<String> {
    parse(text).1.iter().map(|complaint| complaint.say(Lang::En, "f")).collect()
}

#[test]
fn every_setting_can_be_set() {
    let text = "lang = \"nl\"\nscheme = \"contrast\"\nglyphs = \"ascii\"\nclipboard = \"passthrough\"\nmouse = true\n\
                strength = \"certain\"\nown_marks_counted = true\n[keys]\nquit = [\"Q\", \"Ctrl-X\"]\n\
                [keys.in.matrix]\nown-mark = \"X\"\n";
    let (settings, complaints) = parse(text);
    assert_eq!(complaints, []);
    let quit = Rebind { place: None, action: "quit".into(), keys: vec!["Q".into(), "Ctrl-X".into()], line: 9 };
    let mark = Rebind { place: Some("matrix".into()), action: "own-mark".into(), keys: vec!["X".into()], line: 11 };
    let all = Settings {
        lang: Some(Lang::Nl),
        scheme: Colours::Contrast,
        glyphs: Signs::Ascii,
        clipboard: Way::Passthrough,
        mouse: true,
        strength: Strength::Certain,
        own_marks_counted: true,
        keys: vec![mark, quit],
    };
    let sorted = |mut s: Settings| {
        s.keys.sort_by_key(|key| key.action.clone());
        s
    };
    assert_eq!(sorted(settings), sorted(all));
}

/// Each setting wrong, with what the complaint must say.
#[test]
fn every_wrong_setting_is_told_with_its_line_and_what_is_allowed() {
    for (text, said) in [
        ("lang = \"de\"", "f:1: lang cannot be \"de\"; allowed: \"auto\", \"nl\", \"en\""),
        ("\nlang = nl", "f:2: lang cannot be nl; allowed: \"auto\", \"nl\", \"en\""),
        ("scheme = 3", "f:1: scheme cannot be 3; allowed: \"terminal\", \"dark\", \"light\", \"contrast\""),
        ("glyphs = true", "f:1: glyphs cannot be true; allowed: \"auto\", \"unicode\", \"ascii\""),
        ("mouse = \"yes\"", "f:1: mouse cannot be \"yes\"; allowed: true, false"),
        ("strength = \"sure\"", "f:1: strength cannot be \"sure\"; allowed: \"certain\", \"evidenced\", \"possible\""),
        ("own_marks_counted = 1", "f:1: own_marks_counted cannot be 1; allowed: true, false"),
        ("keys = \"x\"", "f:1: keys cannot be \"x\"; allowed: [keys]"),
        ("[keys]\nquit = 3", "f:2: keys.quit cannot be 3; allowed: \"x\", [\"x\", \"Ctrl-X\"]"),
        ("[keys]\nquit = []", "f:2: keys.quit cannot be []; allowed: \"x\", [\"x\", \"Ctrl-X\"]"),
        ("[keys.in]\nmatrix = 3", "f:2: keys.in.matrix cannot be 3; allowed: [keys.in.matrix]"),
        ("schema = \"dark\"", "f:1: there is no setting schema; did you mean scheme?"),
        ("own-mark-counted = true", "f:1: there is no setting own-mark-counted; did you mean own_marks_counted?"),
        ("lang = \"nl\"\nlang = \"en\"", "f:2: this line is no TOML: duplicate key"),
    ] {
        assert_eq!(told(text), [said], "{text}");
    }
    assert!(told("clipboard = \"xclip\"")[0].contains("\"osc52\", \"tmux\", \"passthrough\""));
    assert!(told("zzz = 1")[0].ends_with("own_marks_counted, keys"), "{:?}", told("zzz = 1"));
}

#[test]
fn a_line_that_is_no_toml_leaves_the_others_in_force() {
    for wrong in [
        "strength = ",
        "scheme",
        "= 3",
        "scheme = \"dark",
        "?!",
        "scheme == \"dark\"",
        "scheme = [",
        "scheme = [\"dark\",",
        "scheme = \"\"\"",
        "[scheme",
    ] {
        let (settings, complaints) = parse(&format!("lang = \"nl\"\n{wrong}\nmouse = true\n[keys]\nquit = \"Q\"\n"));
        assert_eq!((settings.lang, settings.mouse, settings.keys.len()), (Some(Lang::Nl), true, 1), "{wrong}");
        assert_eq!((settings.scheme, settings.strength), (Colours::Terminal, Strength::Evidenced), "{wrong}");
        assert_eq!(complaints.iter().map(|c| c.line).collect::<Vec<_>>(), [2], "{wrong}: {complaints:?}");
    }
}

#[test]
fn no_control_sequence_of_the_file_reaches_the_terminal() {
    for said in told("lang = \"\\u001b]0;x\\u0007\"\n\"\\u001b[31m\" = 1\n[keys]\nquit = \"\\u001b[2J\"\n") {
        assert!(!said.contains(char::is_control), "{said:?}");
    }
}

#[test]
fn what_is_printed_is_what_holds_without_it() {
    for lang in [Lang::Nl, Lang::En] {
        assert_eq!(parse(&print(lang, Some(Path::new("/home/a/settings.toml")))), Default::default());
    }
    assert_eq!(NAMES.len(), 7, "each with what it is for, in `print`");
}

#[test]
fn a_file_that_is_not_there_is_none_and_one_that_cannot_be_read_is_told_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    let loaded = read(Some(&file));
    assert_eq!((loaded.there, loaded.complaints.len()), (false, 0));
    fs::write(&file, b"lang = \"nl\"\n\xff\n").unwrap();
    assert_eq!(read(Some(&file)).complaints, [Complaint { line: 0, what: Wrong::NotUtf8 }]);
    assert_eq!(fs::read(&file).unwrap(), b"lang = \"nl\"\n\xff\n");
    assert!(matches!(read(Some(folder.path())).complaints[0].what, Wrong::Unreadable(_)));
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "([a-z_]{0,9}|[\\[\\]{}=\"',.#\\n 0-9-]|keys|in|\\PC|\"\"\"){0,40}") {
        for complaint in parse(&text).1 {
            prop_assert!(complaint.line <= text.lines().count() + 1);
            prop_assert!(!complaint.say(Lang::Nl, "f").contains('\n'));
        }
    }

    /// Whatever stands behind one setting, the others hold.
    #[test]
    fn a_wrong_setting_takes_no_other_with_it(value in "[^\\p{C}\"'\\[\\]{}]{0,20}", name in "scheme|keys|glyphs|what") {
        let (settings, complaints) = parse(&format!("lang = \"nl\"\n{name} = {value}\nmouse = true\n"));
        prop_assert_eq!((settings.lang, settings.mouse), (Some(Lang::Nl), true));
        prop_assert_eq!(settings.scheme, Colours::Terminal);
        prop_assert!(complaints.iter().any(|c| c.line == 2), "{:?}", complaints);
    }
}
