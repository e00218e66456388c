//! The rules that records are held to: one table of every code that the program can print.
//!
//! A code is published and does not change its meaning. PS0xx reading, PS1xx linking, PS2xx checks of what
//! is said, PS3xx theme and output.

/// How bad a broken rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be built.
    Error,
    /// The site is built, but someone should look.
    Warning,
}

/// A rule with its stable code.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `PS` and three digits.
    pub code: &'static str,
    /// How bad it is to break it.
    pub severity: Severity,
}

/// Every rule by name.
pub mod rules {
    use super::{
        Rule,
        Severity::{Error, Warning},
    };

    macro_rules! rules {
        ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident;)*) => {
            $($(#[$doc])* pub static $name: Rule = Rule { code: $code, severity: $severity };)*

            /// All of them, in the order of their codes.
            pub static ALL: &[&Rule] = &[$(&$name),*];
        };
    }

    rules! {
        /// There is no content to read.
        NO_CONTENT = "PS001" Error;
        /// A file or folder cannot be read.
        UNREADABLE = "PS002" Error;
        /// A file is not UTF-8.
        NOT_UTF8 = "PS003" Error;
        /// A file is larger than any record.
        TOO_LARGE = "PS004" Error;
        /// A record has no front matter, or its front matter does not end.
        FRONT_MATTER = "PS005" Error;
        /// The YAML cannot be read.
        YAML_SYNTAX = "PS006" Error;
        /// The YAML is nested deeper than any record, or uses anchors and aliases.
        YAML_TOO_DEEP = "PS007" Error;
        /// A file that is no part of the format.
        STRAY_FILE = "PS008" Warning;
        /// A field that the format does not have.
        UNKNOWN_FIELD = "PS010" Error;
        /// A field that must be there is not.
        MISSING_FIELD = "PS011" Error;
        /// A value of the wrong kind.
        WRONG_TYPE = "PS012" Error;
        /// A field is written twice.
        DUPLICATE_FIELD = "PS013" Error;
        /// A value out of its range or list.
        WRONG_VALUE = "PS014" Error;

        /// A date or period that cannot be read.
        DATE = "PS101" Error;
        /// An item or question code that cannot be read, or that its year does not have.
        CODE = "PS102" Error;
        /// A unit that the site does not name.
        UNKNOWN_UNIT = "PS103" Error;
        /// A link to a page or file that is not there.
        BROKEN_LINK = "PS104" Error;
        /// A link that a public page must not carry.
        UNSAFE_LINK = "PS105" Warning;
        /// HTML in a body, which is not published.
        RAW_HTML = "PS106" Warning;
        /// Two records claim one address.
        SAME_ADDRESS = "PS107" Error;
        /// An address that is not usable in a link.
        BAD_ADDRESS = "PS108" Error;
        /// No framework is known for a fiscal year.
        NO_FRAMEWORK = "PS109" Error;
        /// An entry that corrects the framework does not fit it.
        FRAMEWORK_ENTRY = "PS110" Error;
        /// A record's name says another year than its field.
        YEAR_MISMATCH = "PS111" Error;

        /// The overall score is not what its parts give.
        OVERALL_SCORE = "PS201" Warning;
        /// The level is not what the scores give.
        LEVEL = "PS202" Warning;
        /// An indicator's score is not what its questions give.
        INDICATOR_SCORE = "PS203" Warning;
        /// The analysed year is not before the year of the measures.
        ANALYSED_YEAR = "PS204" Warning;
        /// A result lies outside the fiscal year of its measure.
        RESULT_OUTSIDE_YEAR = "PS205" Warning;
        /// Two measures have one number.
        SAME_NUMBER = "PS206" Warning;
        /// A result names a day in its text, but has no date.
        UNDATED_RESULT = "PS207" Warning;
        /// Results stand under actions that the progress report words anew, and are not in it.
        HIDDEN_RESULTS = "PS208" Warning;

        /// A theme that is not there.
        NO_THEME = "PS301" Error;
        /// A template or word list of a theme cannot be used.
        THEME = "PS302" Error;
        /// The output folder may not be replaced.
        OUTPUT = "PS303" Error;
    }
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(rules::ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
