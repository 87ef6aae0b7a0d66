//! How long each step takes, one after another: `cargo bench --package driftglass-benches`.

mod compare;
mod data;
mod ks;
mod observe;
mod psi;
mod read;
mod render;
mod settle;

fn main() {
    divan::main();
}
