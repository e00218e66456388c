//! What need not be made again: files of the last build whose inputs are still the same.
//!
//! Every output has a number for all that it is made from ([`Prints`]), which is compared with that of the last build
//! ([`Known`]). The numbers are taken from the bytes of the files that were read, not from what became of them: that a
//! page shows something new of a record cannot be forgotten here. What is too little to be worth it has no number and is
//! made every time.

pub mod kept;
mod known;
mod prints;

pub use known::{BUILT, File, Known};
pub use prints::{Print, Prints, Read};
