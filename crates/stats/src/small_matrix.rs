//! Linear algebra of a few rows.

use crate::sum::dot;

pub(crate) type Vector<const N: usize> = [f64; N];
/// Row by row.
pub(crate) type Matrix<const N: usize> = [Vector<N>; N];

/// Rows that are taken in together: few enough to lie in the nearest memory.
const BLOCK: usize = 128;

/// R of a QR decomposition of rows that come one after another: Householder's reflections of a block of them below the R of those
/// before (Golub and Van Loan 2013, section 5.2). Columns that depend on each other do it no harm.
pub(crate) struct Triangle<const N: usize> {
    /// Column by column: R, and the rows that wait below it.
    columns: [[f64; BLOCK]; N],
    rows: usize,
}

impl<const N: usize> Triangle<N> {
    /// Of no rows.
    pub(crate) fn new() -> Self {
        Self { columns: [[0.0; BLOCK]; N], rows: 0 }
    }

    #[inline]
    pub(crate) fn add(&mut self, row: Vector<N>) {
        if self.rows == BLOCK {
            self.take_in();
        }
        for (column, value) in self.columns.iter_mut().zip(row) {
            column[self.rows] = value;
        }
        self.rows += 1;
    }

    /// R, whose diagonal has either sign.
    pub(crate) fn finish(mut self) -> Matrix<N> {
        self.take_in();
        std::array::from_fn(|i| std::array::from_fn(|j| self.columns[j][i]))
    }

    /// Takes the rows that wait into R.
    fn take_in(&mut self) {
        for column in &mut self.columns {
            column[self.rows..].fill(0.0);
        }
        for j in 0..N {
            let (own, later) = self.columns[j..].split_first_mut().expect("there are N columns");
            let own = &mut own[j..];
            let length = dot(own, own).sqrt();
            if length == 0.0 {
                continue;
            }
            // Away from the first value, so that nothing cancels.
            let diagonal = if own[0] > 0.0 { -length } else { length };
            own[0] -= diagonal;
            let half_square = -diagonal * own[0];
            for column in later {
                let column = &mut column[j..];
                let along = dot(own, column) / half_square;
                for (value, own) in column.iter_mut().zip(&*own) {
                    *value -= along * own;
                }
            }
            own.fill(0.0);
            own[0] = diagonal;
        }
        self.rows = N;
    }
}

/// Jacobi's method: eigenvalues, and eigenvectors in columns.
pub(crate) fn eigen<const N: usize>(mut a: Matrix<N>) -> (Vector<N>, Matrix<N>) {
    let mut vectors: Matrix<N> = std::array::from_fn(|i| std::array::from_fn(|j| f64::from(i == j)));
    for _sweep in 0..50 {
        let mut rotated = false;
        for p in 0..N {
            for q in p + 1..N {
                if a[p][q].abs() <= f64::MIN_POSITIVE.max(1e-18 * (a[p][p] * a[q][q]).abs().sqrt()) {
                    continue;
                }
                rotated = true;
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for row in &mut a {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
                let (above, below) = a.split_at_mut(q);
                for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
                    (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
                }
                for row in &mut vectors {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
            }
        }
        if !rotated {
            break;
        }
    }
    (std::array::from_fn(|i| a[i][i]), vectors)
}
