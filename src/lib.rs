//! Turns a Thai local authority's integrity and transparency records into a public static site.
//!
//! The way through the house, one step after the other and never back:
//!
//! 1. [`read::read`]: files become typed [`record`]s; every value can be traced to its line and column.
//! 2. [`model::link`]: records become the [`model::Portal`], linked and total, with the help of
//!    [`framework`] (what is assessed in a fiscal year) and [`thai`] (digits, dates, periods).
//! 3. [`checks::check`]: rules over the finished site.
//! 4. [`data::files`]: the site's years become typed tables, which are written as CSV and JSON.
//! 5. [`pages::render`]: what a page shows is worked out, and [`theme`] turns it into HTML.
//!    [`share`] draws the picture that stands beside a link to a year where people share it.
//! 6. [`search`]: what can be found of the site, as files with which a browser finds it by itself.
//! 7. [`outputs`]: what there is at each address of the site, and how it is made; [`host`] is what web servers are told.
//! 8. [`lasting`]: what was published once still leads somewhere, and so do redirects.
//! 9. [`proof`]: links of finished pages are held against what is published.
//! 10. [`publish::Staging`]: everything is written to a fresh folder, which then takes the old one's place.
//!
//! What the last build made from the same is not made again: [`reuse`]. Beside that way, [`preview`] shows the site while it is written, and [`external`] opens what the site links to elsewhere, when it is asked to.
//!
//! Whatever is wrong on the way becomes a [`diagnostic`]; the steps collect them and carry on.
//! [`handbook`] says of every rule what it is about, with examples.
//! The checks look into evidence with [`document`], the texts of office files, and [`personal`], what is private in a text.
//! Paths are written with the [`slashes`] of addresses on every system, and errors of the [`system`] in words for people.
//! What is read, linked and checked again and again is kept in [`memo`]s.
//! Long texts are looked through with [`skim`] for what stands in few places of them.
//! Finished HTML is read with [`html`]. Values as officers write them are [`value`]s; [`unseen`] is what no page shows of them. [`schema`] tells editors
//! and people which fields a record has, and [`guide`] those who change a theme what templates are given.
//! [`scaffold`] is what a new site, year or record consists of, before anybody has written in it.
//! [`commands`] puts the steps together, and [`cli`] is what a person types.

pub mod checks;
pub mod cli;
pub mod commands;
pub mod data;
pub mod diagnostic;
pub mod document;
pub mod external;
pub mod framework;
pub mod guide;
pub mod handbook;
pub mod host;
pub mod html;
pub mod lasting;
pub mod memo;
pub mod model;
pub mod outputs;
pub mod pages;
pub mod personal;
pub mod preview;
pub mod proof;
pub mod publish;
pub mod read;
pub mod record;
pub mod reuse;
pub mod scaffold;
pub mod schema;
pub mod search;
pub mod share;
pub mod skim;
pub mod slashes;
pub mod system;
pub mod thai;
pub mod theme;
pub mod unseen;
pub mod value;
