//! The page: files in, a drift report out, with nothing uploaded.
//!
//! Two programs share this library. The page draws and the worker computes; [`message`] is all that they say to
//! each other.

mod address;
mod app;
mod arrival;
mod bridge;
mod components;
mod download;
mod draft;
pub mod engine;
mod file;
mod fragment;
mod hooks;
mod kept;
pub mod message;
pub mod offline;
pub mod options;
mod over_time;
mod pool;
mod reader;
mod reading;
mod reason;
mod saved;
mod scope;
mod served;
mod split;
mod toml;
mod viewer;
mod watched;

pub use app::App;
