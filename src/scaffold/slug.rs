//! Names of new files, which are the addresses of their pages.
//!
//! A Thai name would do for an address, but not well: where it is copied, every letter becomes nine signs (`%E0%B8%81`),
//! and some control panels and archives of older hosts cannot carry it. So only the English words of a title are taken,
//! and where there are none a name with a number, which the officer may choose better once and for all.

/// The English words of a title, as an address: `no-gift-policy` of `ประกาศนโยบาย No Gift Policy`; `None` where there
/// are none.
#[must_use]
pub fn slug(title: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for word in title.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug += &word.to_ascii_lowercase();
    }
    // A year, or the number of an order, says nothing by itself.
    slug.contains(|char: char| char.is_ascii_alphabetic()).then_some(slug)
}

/// `name`, or the first of `name-2`, `name-3`, … that is not taken.
#[must_use]
pub fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{free, slug};

    #[test]
    fn the_english_words_of_a_title_are_its_address() {
        assert_eq!(slug("ประกาศนโยบาย No Gift Policy").as_deref(), Some("no-gift-policy"));
        assert_eq!(slug("จัดทำระบบ E-Service ปี 2568").as_deref(), Some("e-service-2568"));
        assert_eq!(slug("จัดอบรม ๕ ครั้ง ปี 2568"), None);
        assert!(slug(&"word ".repeat(100)).is_some_and(|slug| slug.len() <= 60));
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        assert_eq!(free("a", |name| ["a", "a-2"].contains(&name)), "a-3");
    }
}
