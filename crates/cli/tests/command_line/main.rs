//! The command line, run as its user runs it.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod check;
mod config;
mod desk;
mod errors;
mod gate;
mod history;
mod hooks;
mod interrupt;
mod outputs;
mod over_time;
mod profile;
mod report;
mod several;
mod site;
mod sources;
mod split;
mod stopped;
