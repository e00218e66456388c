//! The guide for those who change how a site looks: what a theme consists of, what its templates are given, what they
//! can use.
//!
//! It is made from the types that templates are given and from the built-in theme itself, so it says what the program
//! does and nothing else. The doc comments of the types are in English, and so are the descriptions.

mod context;
mod page;
mod parts;
mod tools;

pub use context::{context, shape};
pub use page::page;
pub use parts::part;
