//! The form of the data files: two-space indent, and as many fields on a line as stay readable, so that an entry
//! takes few lines and a change of one entry is a change of few lines.

use serde_json::Value;

/// Widest line that several fields may share, in characters.
const WIDTH: usize = 118;

/// A JSON value in the form of the data files, with a newline at the end.
pub fn format(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, true, &mut out);
    out.push('\n');
    out
}

fn inline(value: &Value, out: &mut String) {
    match value {
        Value::Array(list) => {
            out.push('[');
            for (i, item) in list.iter().enumerate() {
                out.push_str(if i == 0 { "" } else { ", " });
                inline(item, out);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            out.push('{');
            for (i, (key, item)) in fields.iter().enumerate() {
                out.push_str(if i == 0 { "" } else { ", " });
                out.push_str(&Value::String(key.clone()).to_string());
                out.push_str(": ");
                inline(item, out);
            }
            out.push('}');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

fn indent(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn write(value: &Value, depth: usize, open: bool, out: &mut String) {
    let mut one_line = String::new();
    inline(value, &mut one_line);
    let fits = depth * 2 + one_line.chars().count() <= WIDTH;
    match value {
        Value::Array(list) if !(list.is_empty() || fits && !open) => {
            out.push('[');
            for (i, item) in list.iter().enumerate() {
                out.push_str(if i == 0 { "" } else { "," });
                indent(depth + 1, out);
                write(item, depth + 1, false, out);
            }
            indent(depth, out);
            out.push(']');
        }
        Value::Object(fields) if !(fields.is_empty() || fits && !open) => {
            out.push('{');
            let mut column = usize::MAX;
            for (i, (key, item)) in fields.iter().enumerate() {
                let key = format!("{}: ", Value::String(key.clone()));
                let mut short = String::new();
                inline(item, &mut short);
                let length = key.chars().count() + short.chars().count();
                let breaks = item.as_array().is_some_and(|l| l.iter().any(Value::is_object)) && depth == 0;
                let packs = !breaks && (depth + 1) * 2 + length <= WIDTH;
                if packs && column != usize::MAX && column + 2 + length <= WIDTH {
                    out.push_str(", ");
                    column += 2 + length;
                } else {
                    out.push_str(if i == 0 { "" } else { "," });
                    indent(depth + 1, out);
                    column = if packs { (depth + 1) * 2 + length } else { usize::MAX };
                }
                out.push_str(&key);
                if packs { out.push_str(&short) } else { write(item, depth + 1, breaks, out) }
            }
            indent(depth, out);
            out.push('}');
        }
        _ => out.push_str(&one_line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_fields_share_a_line_and_a_long_text_has_its_own() {
        let text = "x".repeat(100);
        let value = serde_json::json!({"list": [{"id": "a.1", "part": null, "text": text, "topics": ["een", "twee"]}]});
        let expected = format!(
            "{{\n  \"list\": [\n    {{\n      \"id\": \"a.1\", \"part\": null,\n      \"text\": \"{text}\",\n      \"topics\": [\"een\", \"twee\"]\n    }}\n  ]\n}}\n"
        );
        assert_eq!(format(&value), expected);
    }

    #[test]
    fn formatting_twice_changes_nothing() {
        let value = serde_json::json!({"a": [1, 2, {"b": []}], "c": {"d": null}});
        let once = format(&value);
        assert_eq!(format(&serde_json::from_str(&once).unwrap()), once);
    }
}
