//! What the page says of windows of time.

use super::{per_cent, row, with_interval};
use crate::calibration::{
    ASKED, Cell, DAYS, Dated, LARGE, RESTLESS, ROWS, Said, TURNS, Unchanging, WEEKEND, WEEKS,
};
use std::fmt;

/// What was counted over windows.
#[derive(Debug)]
pub struct OverTime {
    /// The data in which nothing changes.
    pub unchanging: Unchanging,
    /// How many of their reports have a change: data set by data set, cut by cut.
    pub changed: Vec<Vec<Cell>>,
    /// What was found of each of the [`TURNS`].
    pub dated: Vec<Dated>,
    /// Of each of the [`DAYS`] what is said of one of them, by what is [asked](ASKED), and how many reports of all have a change, without the
    /// season and with it.
    pub days: Vec<([Said; ASKED.len()], [Cell; 2])>,
}

impl fmt::Display for OverTime {
    fn fmt(&self, page: &mut fmt::Formatter<'_>) -> fmt::Result {
        let repeats = self.unchanging.repeats;
        writeln!(page, "\n{CHANGES}")?;
        writeln!(
            page,
            "Reports with a change of any column, in per cent of {repeats} repeats, or of {} where a data set has more than {LARGE} values:\n",
            repeats / 4
        )?;
        row(page, "windows of rows", self.unchanging.windows.iter().map(ToString::to_string))?;
        row(page, "---", self.unchanging.windows.iter().map(|_| "---:".to_owned()))?;
        for (columns, cells) in self.unchanging.columns.iter().zip(&self.changed) {
            row(page, columns, cells.iter().map(with_interval))?;
        }
        self.dated(page)?;
        self.days(page)
    }
}

impl OverTime {
    fn dated(&self, page: &mut fmt::Formatter<'_>) -> fmt::Result {
        let repeats = self.dated.first().map_or(0, |dated| dated.found.repeats);
        writeln!(page, "\n{DATED}\n")?;
        writeln!(page, "In per cent of {repeats} repeats:\n\n{DATED_HEADING}")?;
        for (turn, dated) in TURNS.iter().zip(&self.dated) {
            let before = turn.before.to_string();
            let shares = [dated.near, dated.exact, dated.others].map(|cell| per_cent(cell.share()));
            let cells = [turn.windows.to_string(), before, with_interval(&dated.found)];
            row(page, turn.change, cells.into_iter().chain(shares))?;
        }
        Ok(())
    }

    fn days(&self, page: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (judged, sought) =
            self.days.first().map_or((0, 0), |(said, changes)| (said[0].drifted.repeats, changes[0].repeats));
        writeln!(
            page,
            "\n### Days that differ\n\n\
             One column of normal values, {ROWS} rows a day, in which nothing drifts. In a *weekly pattern* Saturdays and Sundays are {WEEKEND} standard \
             deviation higher; *restless* days have each a level of its own, with a standard deviation of {RESTLESS}. A day is held against the {WEEKS} weeks \
             before it, with what is asked for: how often it is called changed, which it is without a season, and how often drifted, in per cent of {judged} \
             repeats.\n"
        )?;
        row(page, "days", ASKED.iter().map(|asked| asked.name.to_owned()))?;
        row(page, "---", ASKED.iter().map(|_| "---:".to_owned()))?;
        for (days, (said, _)) in DAYS.iter().zip(&self.days) {
            let (changed, drifted) =
                (said.iter().map(|said| &said.changed), said.iter().map(|said| &said.drifted));
            row(page, format!("{}: changed", days.name), changed.map(with_interval))?;
            row(page, format!("{}: drifted", days.name), drifted.map(with_interval))?;
        }
        writeln!(page, "\nReports of {WEEKS} such weeks with a change, in per cent of {sought} repeats:\n")?;
        row(page, "days", ["no season", "`--season week`"].map(str::to_owned).into_iter())?;
        row(page, "---", ["---:", "---:"].map(str::to_owned).into_iter())?;
        for (days, (_, changes)) in DAYS.iter().zip(&self.days) {
            row(page, days.name, changes.iter().map(with_interval))?;
        }
        Ok(())
    }
}

const CHANGES: &str = "\
## Change points

Data are cut into windows of rows and compared over time, and what is counted are the changes that the report lists. They are looked for in all
current data whatever windows are compared with; here it is a fixed reference in every other report of one column, and otherwise the last window is compared with
all before it. Columns of *5 kinds* are normal, of 20 Zipf levels, integers with ties, with 3 % missing, and Bernoulli with 2 %, in turn.

### Nothing changes

The rate is held where no more than 5 % of reports have any change, however many columns and windows they have.
Reports of a row with as many windows are drawn from the same random numbers, so their figures are not independent of each other.
";

const DATED: &str = "\
### One column changes

Nine other columns are normal and stay so. A change is *dated* where it is reported within one window of the first one that has it, and *exactly* where it is that window.
*Others* are reports with a change that is not there, of another column or more than one window away.";

const DATED_HEADING: &str = "\
| change | windows of rows | windows before it | found | dated | exactly | others |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
