//! What went wrong, where, and what to write instead.
//!
//! A [`Diagnostic`] is a value: the steps collect them in [`Diagnostics`] and carry on, so that one run
//! tells an officer everything. It keeps the offending line with it, and knows nothing of where files come
//! from or what they mean. [`render`] turns it into text for a person, [`Format`] names the ways for programs.

mod collection;
mod format;
mod lines;
mod location;
mod naming;
mod render;
mod rule;
mod sarif;
mod setting;

pub use collection::Diagnostics;
pub use format::Format;
pub use lines::Lines;
pub use location::{Location, Spot};
pub use render::{Style, render};
pub use rule::{Rule, Severity, rules};
pub use setting::{Rulebook, Setting, Settled};

use crate::memo::print;
use crate::unseen::spelt_out;
use std::borrow::Cow;

/// A sentence in the two languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Thai.
    pub th: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Message {
    /// A message of one line from its two wordings. What an officer wrote may stand in them, whatever it holds: nothing
    /// in a message acts on a terminal, and of what fills a screen the middle is left out.
    pub fn new(th: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        let one_line = |words| match words {
            // The program's own words, as they are.
            Cow::Borrowed(words) => Cow::Borrowed(words),
            Cow::Owned(words) => {
                let mut words = shortened(spelt_out(words));
                // There may be very many.
                words.shrink_to_fit();
                Cow::Owned(words)
            }
        };
        Self { th: one_line(th.into()), en: one_line(en.into()) }
    }

    /// The wording in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Thai => &self.th,
            Language::English => &self.en,
        }
    }
}

/// Longest message, in bytes, and how much is kept of each end of a longer one.
const LONGEST_MESSAGE: usize = 2000;
const KEPT: usize = 600;

fn shortened(message: String) -> String {
    if message.len() <= LONGEST_MESSAGE {
        return message;
    }
    let (start, end) = (message.floor_char_boundary(KEPT), message.ceil_char_boundary(message.len() - KEPT));
    format!("{} … {}", &message[..start], &message[end..])
}

/// A language of the program's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Language {
    /// ไทย, the default: it is the officer's.
    #[default]
    Thai,
    /// English.
    English,
}

impl Language {
    /// The language tag used in HTML and on the command line: `th` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Thai => "th",
            Self::English => "en",
        }
    }
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule it breaks.
    pub rule: &'static Rule,
    /// How bad that is here: as the rule says, unless the site says otherwise.
    pub severity: Severity,
    /// Where.
    pub location: Location,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// Of what it is that stands outside of the content, by its path in the published folder or in the project:
    /// settings of sites name it so.
    pub outside: Option<String>,
}

impl Diagnostic {
    /// A problem with no advice yet.
    #[must_use]
    pub fn new(rule: &'static Rule, location: Location, message: Message) -> Self {
        Self { rule, severity: rule.severity, location, message, help: None, outside: None }
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, th: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(Message::new(th, en));
        self
    }

    /// Makes what nobody may read unreadable in its messages, its path and the line shown. `mask` gives back a text of as
    /// many characters. `line` gives a line of a file, from 1, as it can be shown, where more is hidden in it than the
    /// line itself tells: the word that says what a number is may stand on another.
    pub fn hide<'t>(&mut self, mask: impl Fn(&str) -> String, line: impl Fn(&str, usize) -> Option<&'t str>) {
        for message in std::iter::once(&mut self.message).chain(&mut self.help) {
            *message = Message::new(mask(&message.th), mask(&message.en));
        }
        let whole = line(&self.location.path, self.location.line());
        self.location.show(|spot| {
            let shown = whole.and_then(|whole| spot.same_part(whole));
            mask(shown.as_ref().unwrap_or(&spot.text))
        });
        self.location.path = mask(&self.location.path);
    }

    fn print(&self) -> u64 {
        let at = &self.location;
        print(&(self.rule.code, &at.path, at.line(), at.column(), &self.message.en))
    }

    /// The same about what stands outside of the content, at this path of the published folder or the project.
    #[must_use]
    pub fn outside(mut self, path: impl Into<String>) -> Self {
        self.outside = Some(path.into());
        self
    }
}
