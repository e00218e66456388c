//! When two names are spelt alike. What they name is not known here.

/// Letters without case, and without spaces or marks: what two spellings of one name have in common.
pub(super) fn bare(text: &str) -> String {
    // Not `!is_alphanumeric`: that would take the Thai vowels and tones above and below the line away with the marks.
    let is_mark = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || c.is_control()
            || matches!(c, '“' | '”' | '‘' | '’' | '\u{200b}' | '\u{feff}')
    };
    text.chars().filter(|c| !is_mark(*c)).flat_map(char::to_uppercase).collect()
}
