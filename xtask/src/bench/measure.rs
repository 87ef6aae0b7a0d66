//! What processes take.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use std::{io, thread};

use wait4::{ResUse, Wait4 as _};

use super::contender::Contender;
use super::data::Pair;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// A program that takes longer is ended.
const LIMIT: Duration = Duration::from_mins(5);
/// A program whose first run takes longer is not run again.
const LONG: Duration = Duration::from_mins(1);

/// Runs programs and keeps their time.
pub(crate) struct Stopwatch<'a> {
    pub(crate) workspace: &'a Workspace,
    /// What they write into; it is emptied before each run.
    pub(crate) folder: PathBuf,
    /// The runs that count, each of which follows one that does not; 0 for one run alone.
    pub(crate) runs: usize,
}

/// What one run took.
#[derive(Clone, Copy)]
struct Run {
    wall: Duration,
    cpu: Duration,
    memory: u64,
    output: u64,
}

/// What several runs took: medians, but for the shortest and the longest.
pub(crate) struct Figures {
    pub(crate) runs: usize,
    pub(crate) wall: Duration,
    pub(crate) shortest: Duration,
    pub(crate) longest: Duration,
    pub(crate) cpu: Duration,
    /// Bytes in memory at most.
    pub(crate) memory: u64,
    /// Bytes written.
    pub(crate) output: u64,
}

/// Figures, or why there are none.
pub(crate) type Outcome = std::result::Result<Figures, String>;

impl Stopwatch<'_> {
    /// Runs the programs in turn, as often as it counts. Each runs at once again, and that run counts: while others run, a system that
    /// is short of memory may put files and programs out of it, and what it takes to fetch them is no property of a program.
    pub(crate) fn interleaved(&self, contenders: &[Contender], pair: &Pair) -> Result<Vec<Outcome>> {
        let mut all = vec![Ok(Vec::new()); contenders.len()];
        for _ in 0..self.runs.max(1) {
            for (contender, outcome) in contenders.iter().zip(&mut all) {
                let Ok(runs) = outcome else { continue };
                if runs.first().is_some_and(Run::is_long) {
                    continue;
                }
                match self.run_warm(contender, pair)? {
                    Ok(run) => runs.push(run),
                    Err(why) => *outcome = Err(why),
                }
            }
        }
        Ok(all.into_iter().map(|outcome| outcome.map(|runs| Figures::of(&runs))).collect())
    }

    /// The second of two runs, unless the first took long or is all that is wanted.
    fn run_warm(&self, contender: &Contender, pair: &Pair) -> Result<std::result::Result<Run, String>> {
        match self.run(contender, pair)? {
            Ok(run) if self.runs > 0 && !run.is_long() => self.run(contender, pair),
            first => Ok(first),
        }
    }

    fn run(&self, contender: &Contender, pair: &Pair) -> Result<std::result::Result<Run, String>> {
        let folder = &self.folder;
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(|error| Error::at(folder, &error))?;
        }
        fs::create_dir_all(folder).map_err(|error| Error::at(folder, &error))?;
        let log = folder.with_extension("log");
        let errors = File::create(&log).map_err(|error| Error::at(&log, &error))?;
        let mut command = contender.command(pair, folder);
        command.current_dir(&self.workspace.root).stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors);
        let start = Instant::now();
        let ended = command.spawn().and_then(|child| wait(child, start));
        let wall = start.elapsed();
        let failed = |why: &str| Ok(Err(why.to_owned()));
        match ended {
            Ok(None) => failed("over five minutes"),
            Ok(Some(used)) if used.status.success() => {
                let cpu = used.rusage.utime + used.rusage.stime;
                let output = size(folder).map_err(|error| Error::at(folder, &error))?;
                println!("{:<24} {:>9.3} s", contender.name, wall.as_secs_f64());
                Ok(Ok(Run { wall, cpu, memory: used.rusage.maxrss, output }))
            }
            Ok(Some(_)) => {
                let said = fs::read_to_string(&log).unwrap_or_default();
                failed(said.lines().last().unwrap_or("it fails and says nothing"))
            }
            Err(error) => failed(&error.to_string()),
        }
    }
}

/// Waits for the end, or for the limit and then ends the process. It is asked so often that the time is off by a thousandth at most.
fn wait(mut child: Child, start: Instant) -> io::Result<Option<ResUse>> {
    loop {
        if let Some(used) = child.try_wait4()? {
            return Ok(Some(used));
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep((start.elapsed() / 1000).max(Duration::from_micros(100)));
    }
}

/// The bytes of the files in a folder.
fn size(folder: &Path) -> io::Result<u64> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.metadata()?.len())).sum()
}

impl Run {
    fn is_long(&self) -> bool {
        self.wall > LONG
    }
}

impl Figures {
    fn of(runs: &[Run]) -> Self {
        let mut walls: Vec<_> = runs.iter().map(|run| run.wall).collect();
        walls.sort_unstable();
        Self {
            runs: runs.len(),
            wall: median(runs, |run| run.wall),
            shortest: walls.first().copied().unwrap_or_default(),
            longest: walls.last().copied().unwrap_or_default(),
            cpu: median(runs, |run| run.cpu),
            memory: median(runs, |run| run.memory),
            output: median(runs, |run| run.output),
        }
    }
}

fn median<T: Ord + Copy + Default>(runs: &[Run], figure: impl Fn(&Run) -> T) -> T {
    let mut figures: Vec<T> = runs.iter().map(figure).collect();
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
