//! Text for terminals and locales without UTF-8.

/// The text for a terminal without UTF-8: letters lose their accents, other signs become their nearest in ASCII.
pub fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if c.is_ascii() => out.push(c),
            '‘' | '’' => out.push('\''),
            '“' | '”' | '„' => out.push('"'),
            '–' | '—' => out.push('-'),
            '…' => out.push_str("..."),
            '·' | '•' => out.push('-'),
            '→' => out.push_str("->"),
            '━' => out.push('='),
            '°' => out.push('*'),
            '×' => out.push('x'),
            '±' => out.push('~'),
            '€' => out.push_str("EUR"),
            _ => {
                let mut base = None;
                unicode_normalization::char::decompose_canonical(c, |part| base = base.or(Some(part)));
                out.push(base.filter(char::is_ascii).unwrap_or('?'));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_keeps_the_letters() {
        assert_eq!(ascii("° niet in dit deel"), "* niet in dit deel");
        assert_eq!(ascii("Fryslân – ‘coördinatie’ …"), "Fryslan - 'coordinatie' ...");
    }
}
