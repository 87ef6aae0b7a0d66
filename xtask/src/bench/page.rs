//! The page of the results.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use super::contender::{Absent, Contender};
use super::data::Pair;
use super::growth::{Growth, Size};
use super::measure::{Figures, Outcome};

/// All that is on it.
pub(crate) struct Page<'a> {
    pub(crate) machine: Vec<(&'static str, String)>,
    pub(crate) contenders: &'a [Contender],
    pub(crate) absent: &'a [Absent],
    /// What each of them did with each pair.
    pub(crate) comparisons: &'a [(Pair, Vec<Outcome>)],
    pub(crate) growth: &'a Growth,
    pub(crate) runs: usize,
}

const HOW: &str = "Each figure is of a whole process, from its start to its end: reading two CSV files, comparing them and writing the
results. Time is the wall clock's, CPU is user and system time of all threads, memory is the most that was resident, as
the system accounts for a process when it ends. The programs run in turn";

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Benchmarks\n\n`cargo xtask bench` measures and writes this page; `--quick` tries it in a few minutes.\n"
        )?;
        let runs = match self.runs {
            0 => ", once.".to_owned(),
            runs => format!(
                ", {runs} times. Each time a program runs twice,\nso that it and the files are in memory, and the second run counts; the figures are medians.\nA program whose first run takes over a minute is run once; one that takes over five is ended."
            ),
        };
        writeln!(f, "{HOW}{runs}\n")?;
        writeln!(f, "| machine | |\n| --- | --- |")?;
        for (name, value) in &self.machine {
            writeln!(f, "| {name} | {value} |")?;
        }
        self.programs(f)?;
        for (pair, outcomes) in self.comparisons {
            self.comparison(f, pair, outcomes)?;
        }
        writeln!(
            f,
            "\n## Growth\n\nThe binary with default settings on generated tables; rows are those of both files together."
        )?;
        growth(f, &self.growth.taller)?;
        growth(f, &self.growth.wider)
    }
}

impl Page<'_> {
    fn programs(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n## Programs\n\n| program | version | what it does | command |\n| --- | --- | --- | --- |"
        )?;
        for contender in self.contenders {
            let Contender { name, version, does, .. } = contender;
            writeln!(f, "| {name} | {version} | {does} | `{}` |", contender.line())?;
        }
        for Absent { name, why } in self.absent {
            writeln!(f, "\n{name} is left out: {}.", why.replace('\n', "; "))?;
        }
        Ok(())
    }

    fn comparison(&self, f: &mut Formatter<'_>, pair: &Pair, outcomes: &[Outcome]) -> fmt::Result {
        writeln!(f, "\n## {}\n\n{}", pair.name, pair.source)?;
        if let Ok(bytes) = pair.bytes() {
            writeln!(f, "Both files together have {}.", size(bytes))?;
        }
        writeln!(f, "\n| program | time | of driftglass's | shortest to longest | CPU | memory | output |")?;
        writeln!(f, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        let own = outcomes.first().and_then(|own| own.as_ref().ok()).map(|own| own.wall.as_secs_f64());
        for (contender, outcome) in self.contenders.iter().zip(outcomes) {
            write!(f, "| {} | ", contender.name)?;
            match outcome {
                Ok(figures) => {
                    let ratio = own.map_or_else(String::new, |own| times(figures.wall.as_secs_f64() / own));
                    let Figures { wall, shortest, longest, cpu, memory, output, .. } = figures;
                    let once = if figures.runs == 1 {
                        "once".to_owned()
                    } else {
                        format!("{} to {}", seconds(*shortest), seconds(*longest))
                    };
                    writeln!(
                        f,
                        "{} | {ratio} | {once} | {} | {} | {} |",
                        seconds(*wall),
                        seconds(*cpu),
                        size(*memory),
                        size(*output)
                    )?;
                }
                Err(why) => writeln!(f, "{} | | | | | |", why.replace('|', "\\|"))?,
            }
        }
        Ok(())
    }
}

fn growth(f: &mut Formatter<'_>, sizes: &[Size]) -> fmt::Result {
    writeln!(f, "\n| rows | columns | files | time | a cell | CPU | memory | output |")?;
    writeln!(f, "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")?;
    for Size { rows, columns, bytes, outcome } in sizes {
        write!(f, "| {rows} | {columns} | {} | ", size(*bytes))?;
        match outcome {
            Ok(Figures { wall, cpu, memory, output, .. }) => {
                let cell = wall.as_secs_f64() * 1e9 / (*rows * *columns) as f64;
                writeln!(
                    f,
                    "{} | {cell:.0} ns | {} | {} | {} |",
                    seconds(*wall),
                    seconds(*cpu),
                    size(*memory),
                    size(*output)
                )?;
            }
            Err(why) => writeln!(f, "{why} | | | | |")?,
        }
    }
    Ok(())
}

/// Three digits of seconds.
fn seconds(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 10.0 => format!("{seconds:.2} s"),
        seconds if seconds < 100.0 => format!("{seconds:.1} s"),
        seconds => format!("{seconds:.0} s"),
    }
}

fn times(ratio: f64) -> String {
    if ratio < 10.0 { format!("{ratio:.2}") } else { format!("{ratio:.0}") }
}

/// Bytes in decimal units.
fn size(bytes: u64) -> String {
    match bytes {
        0 => "none".to_owned(),
        1..100_000 => format!("{:.1} KB", bytes as f64 / 1e3),
        100_000..1_000_000 => format!("{:.0} KB", bytes as f64 / 1e3),
        1_000_000..10_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.0} MB", bytes as f64 / 1e6),
    }
}
