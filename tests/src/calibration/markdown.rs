//! The counts as a page.

mod over_time;

pub use over_time::OverTime;

use super::{ALPHA, CASES, Cell, Design, FalseAlarms, Power};
use std::fmt;

/// The confidence of the intervals on the page.
const CONFIDENCE: f64 = 0.95;

/// The page `docs/calibration.md`.
#[derive(Debug)]
pub struct Page {
    /// The false alarms of each design.
    pub false_alarms: Vec<(Design, FalseAlarms)>,
    /// What was seen of each of the [`CASES`].
    pub power: Vec<Power>,
    /// What was counted over windows.
    pub over_time: OverTime,
}

impl fmt::Display for Page {
    fn fmt(&self, page: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(page, "{INTRODUCTION}")?;
        summarise(page, &self.false_alarms)?;
        for (design, counts) in &self.false_alarms {
            writeln!(page, "\n### Reference of {} rows", design.reference)?;
            significant(page, design, counts)?;
            drifted(page, design, counts)?;
        }
        seen(page, &self.power)?;
        write!(page, "{}", self.over_time)
    }
}

/// The p-values of the default preset.
fn significant(page: &mut fmt::Formatter<'_>, design: &Design, counts: &FalseAlarms) -> fmt::Result {
    writeln!(page, "\nPrimary p-values under {ALPHA}, in per cent of {} repeats:\n", design.repeats)?;
    heading(page, &design.sizes)?;
    for (i, shape) in design.shapes.iter().enumerate() {
        row(page, *shape, counts.of(i, 0).map(|rates| with_interval(&rates.significant)))?;
    }
    Ok(())
}

/// The verdicts of all presets, side by side.
fn drifted(page: &mut fmt::Formatter<'_>, design: &Design, counts: &FalseAlarms) -> fmt::Result {
    let others = design.repeats_of_others;
    writeln!(
        page,
        "\nColumns called drifted, in per cent: calibrated / classic / evidently, the latter two in {others} repeats:\n"
    )?;
    heading(page, &design.sizes)?;
    for (i, shape) in design.shapes.iter().enumerate() {
        let shares = |preset| counts.of(i, preset).map(|rates| per_cent(rates.drifted.share()));
        let sizes = shares(0).zip(shares(1)).zip(shares(2));
        row(
            page,
            *shape,
            sizes.map(|((own, classic), evidently)| format!("{own} / {classic} / {evidently}")),
        )?;
    }
    Ok(())
}

/// What is seen of the changes that are there.
fn seen(page: &mut fmt::Formatter<'_>, power: &[Power]) -> fmt::Result {
    writeln!(page, "\n{DRIFT}")?;
    for (case, power) in CASES.iter().zip(power) {
        let [reference, current] = case.rows;
        let drifted = power.drifted.map(|cell| per_cent(cell.share()));
        let cells = [reference.to_string(), current.to_string(), with_interval(&power.seen[0])];
        row(page, case.change, cells.into_iter().chain(drifted))?;
    }
    Ok(())
}

/// How many cells lie above alpha, beside how many would by chance.
fn summarise(page: &mut fmt::Formatter<'_>, false_alarms: &[(Design, FalseAlarms)]) -> fmt::Result {
    let cells: Vec<Cell> = false_alarms
        .iter()
        .flat_map(|(design, counts)| (0..design.shapes.len()).flat_map(|shape| counts.of(shape, 0)))
        .map(|rates| rates.significant)
        .collect();
    let above = cells.iter().filter(|cell| cell.interval(CONFIDENCE).0 > ALPHA).count();
    let chance = cells.len() as f64 * (1.0 - CONFIDENCE) / 2.0;
    let highest = cells.iter().map(Cell::share).fold(0.0, f64::max);
    writeln!(
        page,
        "Of the {} cells below, {above} have an interval wholly above {ALPHA}; were every true rate {ALPHA}, about {chance:.0} would, by chance. \
         The highest share is {} %.",
        cells.len(),
        per_cent(highest)
    )
}

fn heading(page: &mut fmt::Formatter<'_>, sizes: &[usize]) -> fmt::Result {
    row(page, "current rows", sizes.iter().map(ToString::to_string))?;
    row(page, "---", sizes.iter().map(|_| "---:".to_owned()))
}

fn row(
    page: &mut fmt::Formatter<'_>,
    name: impl fmt::Display,
    cells: impl Iterator<Item = String>,
) -> fmt::Result {
    writeln!(page, "| {name} | {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn with_interval(cell: &Cell) -> String {
    let (low, high) = cell.interval(CONFIDENCE);
    format!("{} ({} to {})", per_cent(cell.share()), per_cent(low), per_cent(high))
}

fn per_cent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

const INTRODUCTION: &str = "\
# Calibration

Do the verdicts hold the error rate that they claim, and do they see what they must? This page is written by
`cargo xtask calibrate`, which draws data, writes them as the text of a file, and profiles and compares them as a user's
would be; all that is counted is read from the report. Every repeat has a seed of its own, so a second run writes the same
page. Intervals are exact binomial ones at 95 % (Clopper and Pearson 1934). [statistics.md](statistics.md) says how the
verdict is reached.

## No drift

Reference and current data are drawn from the same distribution, and each report has this one column, so no other
column makes the correction stricter. A p-value holds its error rate where no more than 5 % of them are under 0.05; discrete
data may stay below. For the column with missing values it is the p-value of the missing ones.
";

const DRIFT: &str = "\
## Drift

How often a change is seen, that is, called at least slight, by the calibrated preset; and how often the column is called
drifted, in per cent.

| change | reference rows | current rows | seen, calibrated | drifted: calibrated | classic | evidently |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
