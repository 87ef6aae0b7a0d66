//! The page: files in, a drift report out, with nothing uploaded.
//!
//! Two programs share this library. The page draws and the worker computes; [`message`] is all that they say to
//! each other.

mod app;
mod bridge;
mod components;
mod download;
pub mod engine;
mod file;
mod hooks;
pub mod message;
mod reason;
mod sample;

pub use app::App;
