//! Linear algebra of a few rows.

use crate::sum::sum_of_products;

pub(crate) type Vector<const N: usize> = [f64; N];
/// Row by row.
pub(crate) type Matrix<const N: usize> = [Vector<N>; N];

/// A column that has less than this part of its length beside the ones before it depends on them but for rounding.
const INDEPENDENT: f64 = 1e-12;

/// A column that keeps this part of its length is free enough from those before it (Daniel and others 1976).
const FREE: f64 = 0.5;

/// R of a QR decomposition by Gram and Schmidt, each column freed from those before it, and freed again where little was left of it
/// (Giraud and others 2005: twice is enough); `None` where the columns depend on each other. Leaves Q in the columns.
pub(crate) fn triangle<const N: usize>(columns: &mut [Vec<f64>; N]) -> Option<Matrix<N>> {
    let mut r = [[0.0; N]; N];
    #[expect(clippy::needless_range_loop, reason = "j is a column of both")]
    for j in 0..N {
        let (before, rest) = columns.split_at_mut(j);
        let column = &mut rest[0];
        let length = sum_of_products(column, column).sqrt();
        r[j][j] = length;
        for _ in 0..2 {
            let before_freeing = r[j][j];
            for (k, earlier) in before.iter().enumerate() {
                let along = sum_of_products(earlier, column);
                r[k][j] += along;
                for (own, earlier) in column.iter_mut().zip(earlier) {
                    *own -= along * earlier;
                }
            }
            r[j][j] = sum_of_products(column, column).sqrt();
            if r[j][j] > before_freeing * FREE {
                break;
            }
        }
        if r[j][j] <= length * INDEPENDENT {
            return None;
        }
        for own in column {
            *own /= r[j][j];
        }
    }
    Some(r)
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
