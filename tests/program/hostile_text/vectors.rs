//! The vectors as they are meant.

/// Every vector of `fixtures/xss-vectors.txt`: `«202E»` there stands for the character U+202E.
pub fn vectors() -> Vec<String> {
    let text = include_str!("../fixtures/xss-vectors.txt");
    text.lines().filter(|line| !line.starts_with('§')).map(meant).collect()
}

fn meant(line: &str) -> String {
    let mut parts = line.split('«');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('»').expect("a » after each «");
        text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point"));
        text.push_str(rest);
    }
    text
}
