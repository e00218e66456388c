//! Texts with places that are filled in: `«name»`.

/// Fills the places of a template. What is filled in is not looked through again, so that a name with a `«…»` of its
/// own stays as it is. A place that nothing is given for stays too, which a test sees.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('«') {
        filled += before;
        let place = after.split_once('»').and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        rest = if let Some((value, after)) = place {
            filled += value;
            after
        } else {
            filled.push('«');
            after
        };
    }
    filled + rest
}

/// A text in Markdown, with signs that would mean something there made harmless.
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_ascii_punctuation() && !"-.,()/".contains(char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        assert_eq!(fill("«a» «b» «c»", &[("a", "«b»"), ("b", "2")]), "«b» 2 «c»");
    }
}
