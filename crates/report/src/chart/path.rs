//! Path data in whole units, as short as it can be written: relative, without what a reader of paths supplies.

use std::fmt::Write;

/// The height of the own space of every plot but those over time, which is stretched to their place. Up is towards 0.
pub(crate) const HIGH: f64 = 200.0;

/// One outline over bins that touch, one unit wide each, closed along the base line.
pub(crate) fn steps(shares: &[f64], max: f64) -> String {
    let mut path = "M0 200".to_owned();
    let (mut level, mut run) = (0, 0);
    for height in shares.iter().map(|&share| units(share, max)) {
        if height != level {
            across(&mut path, run);
            up(&mut path, height - level);
            (level, run) = (height, 0);
        }
        run += 1;
    }
    across(&mut path, run);
    up(&mut path, -level);
    path.push('z');
    path
}

/// A bar of its own for every level, with room between bars.
pub(crate) fn columns(shares: &[f64], max: f64) -> String {
    let mut path = String::new();
    let mut from = 0;
    for (at, height) in shares.iter().map(|&share| units(share, max)).enumerate().filter(|(_, h)| *h > 0) {
        let start = if path.is_empty() { format!("M{at}.1 200") } else { format!("m{} 0", at - from) };
        // Closing a bar goes back to where it began. Writing to a String cannot fail.
        let _ = write!(path, "{start}v-{height}h.8v{height}z");
        from = at;
    }
    path
}

/// Straight lines from point to point; a point alone is a dot where the stroke's cap is round.
pub(crate) fn line(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut path = joined(without_detail(points.into_iter().collect(), DETAIL));
    if !path.is_empty() && !path.contains('l') {
        path.push_str("h0");
    }
    path
}

/// The area between two lines over the same places across.
pub(crate) fn band(upper: Vec<(f64, f64)>, lower: Vec<(f64, f64)>) -> String {
    let mut points = without_detail(upper, 3.0 * DETAIL);
    points.extend(without_detail(lower, 3.0 * DETAIL).into_iter().rev());
    joined(points) + "z"
}

fn joined(points: Vec<(f64, f64)>) -> String {
    let mut path = String::new();
    let mut at = (0, 0);
    for point in points.into_iter().map(whole) {
        if path.is_empty() {
            let _ = write!(path, "M{} {}", point.0, point.1);
        } else if point != at {
            // Once, before the first step: a letter without numbers is an error.
            if !path.contains('l') {
                path.push('l');
            }
            pair(&mut path, point.0 - at.0, point.1 - at.1);
        }
        at = point;
    }
    path
}

/// Points that lie nearer than this to the line which their neighbours make without them are left out of a line.
const DETAIL: f64 = 0.75;

/// Douglas and Peucker (1973), by height alone: a line is kept as a whole where it passes every point, and else cut at the farthest.
fn without_detail(points: Vec<(f64, f64)>, detail: f64) -> Vec<(f64, f64)> {
    let [first, between @ .., last] = points.as_slice() else { return points };
    let away = |point: &(f64, f64)| {
        let part = if last.0 > first.0 { (point.0 - first.0) / (last.0 - first.0) } else { 0.0 };
        (first.1 + (last.1 - first.1) * part - point.1).abs()
    };
    let farthest = (0..between.len()).max_by(|a, b| away(&between[*a]).total_cmp(&away(&between[*b])));
    match farthest {
        Some(at) if away(&between[at]) > detail => {
            let mut kept = without_detail(points[..=at + 1].to_vec(), detail);
            kept.pop();
            kept.extend(without_detail(points[at + 1..].to_vec(), detail));
            kept
        }
        _ => vec![*first, *last],
    }
}

/// A dot at every point: strokes of no length, which a round cap makes visible.
pub(crate) fn dots(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    let mut at = (0, 0);
    for point in points.into_iter().map(whole) {
        if path.is_empty() {
            let _ = write!(path, "M{} {}h0", point.0, point.1);
        } else if point != at {
            path.push('m');
            pair(&mut path, point.0 - at.0, point.1 - at.1);
            path.push_str("h0");
        }
        at = point;
    }
    path
}

/// How high above the base line a share stands, where the largest reaches the top.
pub(crate) fn units(share: f64, max: f64) -> i32 {
    if max > 0.0 { (share / max * HIGH).round() as i32 } else { 0 }
}

fn whole((x, y): (f64, f64)) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

fn across(path: &mut String, run: i32) {
    if run > 0 {
        let _ = write!(path, "h{run}");
    }
}

fn up(path: &mut String, height: i32) {
    if height != 0 {
        let _ = write!(path, "v{}", -height);
    }
}

/// Two numbers; a minus sets a number apart as well as a space does.
fn pair(path: &mut String, x: i32, y: i32) {
    let before_x = if x < 0 || !path.ends_with(|c: char| c.is_ascii_digit()) { "" } else { " " };
    let before_y = if y < 0 { "" } else { " " };
    let _ = write!(path, "{before_x}{x}{before_y}{y}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_close_along_the_base_line() {
        assert_eq!(steps(&[0.5, 0.5, 1.0], 1.0), "M0 200v-100h2v-100h1v200z");
        assert_eq!(steps(&[0.0, 0.0], 0.0), "M0 200h2z");
    }

    #[test]
    fn columns_leave_out_what_is_empty() {
        assert_eq!(columns(&[0.0, 1.0, 0.0, 0.5], 1.0), "M1.1 200v-200h.8v200zm2 0v-100h.8v100z");
    }

    #[test]
    fn lines_and_dots_are_relative() {
        let points = [(0.0, 200.0), (3.0, 195.7), (3.2, 196.0), (10.0, 190.0)];
        assert_eq!(line(points), "M0 200l3-4 7-6");
        assert_eq!(dots(points), "M0 200h0m3-4h0m7-6h0");
        assert_eq!(line([(5.0, 5.0), (1.0, 9.0), (0.0, 0.0)]), "M5 5l-4 4-1-9");
        assert_eq!(line([(5.0, 5.0), (5.2, 4.8)]), "M5 5h0");
    }

    #[test]
    fn a_band_goes_there_and_back() {
        let (upper, lower) = (vec![(0.0, 10.0), (4.0, 20.0)], vec![(0.0, 30.0), (4.0, 40.0)]);
        assert_eq!(band(upper, lower), "M0 10l4 10 0 20-4-10z");
    }
}
