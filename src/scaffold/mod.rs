//! What a new site, year, measure or page consists of: the files to be made, with their texts.
//!
//! Texts are Thai, whatever language the program speaks: they are for the officer who fills them in, and explain
//! themselves in comments. A [`Plan`] is all files of one piece of work; writing it is all or nothing, and replaces no
//! file. Nothing is known here of command lines and terminals, nor of what is said to the person.

mod authority;
mod carry;
mod lists;
mod measure;
mod page;
mod plan;
mod rewrite;
mod site;
mod slug;
mod template;
mod yaml;
mod year;

pub use authority::Authority;
pub use carry::{Carried, carry};
pub use lists::{Changes, Lists};
pub use measure::{NewMeasure, measure};
pub use page::page;
pub use plan::{Plan, Refusal};
pub use site::{Start, site};
pub use slug::{free, slug};
pub use yaml::scalar;
pub use year::{Before, year};
