//! The site while it is written: served from memory to this machine's browsers, anew whenever a file changes.
//!
//! Beside the way of a build, and over its steps: whoever has a new [`Edition`] of the site puts it on the [`Stage`];
//! requests are answered from what is there, and a page is made when it is first asked for. Nothing here reads a
//! published folder or makes a path of what a request says: an address is looked up among those that the site has.
//!
//! Requests come through the [`gate`] to the [`server`]; open pages hear of changes through [`events`] and ask for
//! what they show again. [`watch`] tells when files have changed and writing has come to rest.

mod address;
mod edition;
mod events;
mod gate;
mod range;
mod server;
mod stage;
mod told;
mod watch;

pub use edition::Edition;
pub use server::{Port, Server};
pub use stage::{Shown, Stage};
pub use told::Told;
pub use watch::{Changes, Watch};

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks what holds no half-done work while it is locked, so that it is sound even where a thread broke off.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
