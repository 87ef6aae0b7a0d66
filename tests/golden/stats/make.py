"""Writes golden.json: what scipy, statsmodels, astropy and, for the tails, mpmath say about the statistics crate's methods.

    python -m venv venv && venv/bin/pip install scipy statsmodels astropy mpmath && venv/bin/python make.py

Samples are not stored but drawn by a linear congruential generator with arithmetic that every language does alike
(no logarithms), which tests/tests/conformance.rs repeats.
"""

import itertools
import json
import math
import pathlib
import warnings
from fractions import Fraction

import astropy
import mpmath
import numpy as np
import scipy
import statsmodels
from astropy.stats.funcs import kuiper_two
from scipy import stats
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

warnings.simplefilter("ignore")
mpmath.mp.dps = 40


def uniforms(seed):
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 11) * 2.0**-53


def sample(spec):
    """kind, n, seed, shift, scale -> values."""
    u = uniforms(spec["seed"])
    kind = spec["kind"]

    def draw():
        if kind == "uniform":
            return next(u)
        if kind == "hall":  # nearly normal
            total = 0.0
            for _ in range(12):
                total += next(u)
            return total - 6.0
        if kind == "heavy":  # Pareto, tail index 1
            return 1.0 / (1.0 - next(u))
        if kind == "integer":  # 0 to 9
            return float(math.floor(next(u) * 10.0))
        if kind == "coin":
            return 1.0 if next(u) < 0.3 else 0.0
        if kind == "inflated":  # a third of zeros
            v = next(u)
            return 0.0 if v < 1.0 / 3.0 else v
        if kind == "constant":
            return 1.0
        raise ValueError(kind)

    return np.array([spec["shift"] + spec["scale"] * draw() for _ in range(spec["n"])])


def spec(kind, n, seed, shift=0.0, scale=1.0):
    return {"kind": kind, "n": n, "seed": seed, "shift": shift, "scale": scale}


# Tails to full precision, from scipy's statistic: scipy's own underflow or lose digits.
def chi2_tail(x, df):
    """The regularised upper incomplete gamma function: series below the mean, continued fraction above (mpmath's own is slow for large df)."""
    a, x = mpmath.mpf(df) / 2, mpmath.mpf(x) / 2
    if not 0 <= x < mpmath.inf:
        raise ValueError("no statistic")
    if x == 0:
        return 1.0
    front = mpmath.exp(a * mpmath.log(x) - x - mpmath.loggamma(a))
    if x < a + 1:
        term = total = 1 / a
        k = a
        while term > total * mpmath.mpf(10) ** -35:
            k += 1
            term *= x / k
            total += term
        return float(1 - front * total)
    b = x + 1 - a
    c, d = mpmath.mpf(10) ** 60, 1 / b
    h, i = d, 0
    while True:
        i += 1
        b += 2
        d = 1 / (-i * (i - a) * d + b)
        c = b - i * (i - a) / c
        h *= c * d
        if abs(c * d - 1) < mpmath.mpf(10) ** -30:
            return float(front * h)


def normal_tail(z):
    return float(mpmath.erfc(abs(mpmath.mpf(z)) / mpmath.sqrt(2)))


def beta_tail(a, b, x):
    """The regularised incomplete beta function by its continued fraction, in sqrt(max(a, b)) terms (Lentz's method)."""
    a, b, x = mpmath.mpf(a), mpmath.mpf(b), mpmath.mpf(x)
    if not 0 < x < 1:
        raise ValueError("no statistic")
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_tail(b, a, 1 - x)
    c, d = mpmath.mpf(1), 1 / (1 - (a + b) * x / (a + 1))
    h, m = d, 0
    while True:
        m += 1
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + step * d)
            c = 1 + step / c
            h *= c * d
        if abs(c * d - 1) < mpmath.mpf(10) ** -30:
            break
    front = a * mpmath.log(x) + b * mpmath.log(1 - x) + mpmath.loggamma(a + b) - mpmath.loggamma(a + 1) - mpmath.loggamma(b)
    return mpmath.exp(front) * h


def t_tail(t, df):
    t, df = mpmath.mpf(t), mpmath.mpf(df)
    return float(beta_tail(df / 2, 0.5, df / (df + t * t)))


def f_tail(f, d1, d2):
    f, d1, d2 = map(mpmath.mpf, (f, d1, d2))
    return float(beta_tail(d2 / 2, d1 / 2, d2 / (d2 + d1 * f)))


def ks_exact(n, m, d):
    """P(D >= d) by counting the paths that stay inside, in whole numbers."""
    h = round(d * n * m)
    paths = [0] * (m + 1)
    for i in range(n + 1):
        for j in range(m + 1):
            if abs(i * m - j * n) >= h:
                paths[j] = 0
            elif i == 0:
                paths[j] = 1 if j == 0 else paths[j - 1]
            else:
                paths[j] += paths[j - 1] if j else 0
    return float(1 - Fraction(paths[m], math.comb(n + m, n)))


def ks(x, y):
    n, m = len(x), len(y)
    got = stats.ks_2samp(x, y)
    d, p = got.statistic, got.pvalue
    if max(n, m) <= 10_000 and n != m:
        # scipy's recursion is right but slow to trust in the far tail; whole numbers are beyond doubt.
        p = ks_exact(n, m, d) if n * m <= 400_000 else p
    if max(n, m) > 10_000 and p == 0.0 and d < 0.99:
        # kstwo stops at exp(-740).
        p = float(2 * smirnov(round(n * m / (n + m)), d))
    return d, p


def smirnov(n, d):
    d = mpmath.mpf(d)
    total = mpmath.mpf(0)
    for v in range(int(mpmath.floor(n * (1 - d))) + 1):
        share = d + mpmath.mpf(v) / n
        if share < 1:
            total += mpmath.exp(mpmath.loggamma(n + 1) - mpmath.loggamma(v + 1) - mpmath.loggamma(n - v + 1)
                                + (v - 1) * mpmath.log(share) + (n - v) * mpmath.log(1 - share))
    return d * total


def welch(x, y):
    got = stats.ttest_ind(x, y, equal_var=False)
    return got.statistic, t_tail(got.statistic, got.df)


def mann_whitney(x, y):
    got = stats.mannwhitneyu(x, y, alternative="two-sided", method="asymptotic")
    n, m = len(x), len(y)
    u = max(got.statistic, n * m - got.statistic)
    _, ties = np.unique(np.concatenate([x, y]), return_counts=True)
    s = mpmath.sqrt(mpmath.mpf(n) * m / 12 * (n + m + 1 - mpmath.mpf(int((ties.astype(object)**3 - ties).sum()))
                                              / ((n + m) * (n + m - 1))))
    z = (mpmath.mpf(u) - mpmath.mpf(n * m) / 2 - 0.5) / s
    return got.statistic, float(min(1, mpmath.erfc(z / mpmath.sqrt(2))))


def brown_forsythe(x, y):
    if max(len(x), len(y)) < 3:
        raise ValueError("scipy divides by the rounding error of 0")
    w = stats.levene(x, y, center="median").statistic
    if len(x) + len(y) <= 20_000:
        # scipy loses digits where W is small.
        z = [[abs(mpmath.mpf(float(v)) - float(np.median(s))) for v in s] for s in (x, y)]
        means = [mpmath.fsum(group) / len(group) for group in z]
        within = sum(mpmath.fsum((v - mean) ** 2 for v in group) for group, mean in zip(z, means))
        n, m = len(x), len(y)
        w = float((n + m - 2) * mpmath.mpf(n * m) / (n + m) * (means[0] - means[1]) ** 2 / within)
    return w, f_tail(w, 1, len(x) + len(y) - 2)


def epps_singleton(x, y):
    """scipy's formula in full precision, because the covariance is often nearly singular and scipy's inverse then has few digits."""
    n, m = len(x), len(y)
    both = np.concatenate([x, y])
    centre = np.median(both)
    # Spread from the centred values too: at an offset of 1e9 the quartiles themselves have only eight digits after the point.
    scale = stats.iqr(both - centre) / 2
    if min(n, m) < 5 or scale == 0:
        raise ValueError("not testable")

    def moments(values):
        distinct, counts = np.unique(values - centre, return_counts=True)
        g = mpmath.matrix(4, len(distinct))
        for k, v in enumerate(distinct):
            angles = [mpmath.mpf(t) * mpmath.mpf(float(v)) / mpmath.mpf(float(scale)) for t in (0.4, 0.8)]
            for i, part in enumerate([mpmath.cos(a) for a in angles] + [mpmath.sin(a) for a in angles]):
                g[i, k] = part
        weights = [mpmath.mpf(int(c)) / len(values) for c in counts]
        mean = [mpmath.fsum(g[i, k] * weights[k] for k in range(len(weights))) for i in range(4)]
        covariance = mpmath.matrix(4, 4)
        for i in range(4):
            for j in range(4):
                covariance[i, j] = mpmath.fsum((g[i, k] - mean[i]) * (g[j, k] - mean[j]) * weights[k] for k in range(len(weights)))
        return mean, covariance

    (x_mean, x_covariance), (y_mean, y_covariance) = moments(x), moments(y)
    values, vectors = mpmath.eigsy(x_covariance * (n + m) / n + y_covariance * (n + m) / m)
    kept = [k for k in range(4) if values[k] > mpmath.mpf(10) ** -20 * max(values)]
    if not kept:
        raise ValueError("not testable")
    w = (n + m) * sum(sum((x_mean[i] - y_mean[i]) * vectors[i, k] for i in range(4)) ** 2 / values[k] for k in kept)
    if max(n, m) < 25:
        w /= 1 + (n + m) ** -0.45 + 10.1 * (n**-1.7 + m**-1.7)
    return float(w), chi2_tail(w, len(kept))


def smirnov_integrals(x, root, determinant):
    """P(sum Z_j^2 / root(j) > x) by Smirnov's alternating integrals; the midpoint rule converges exponentially after y = cos t."""
    x = mpmath.mpf(x)
    total, j = mpmath.mpf(0), 1
    while True:
        a, b = root(2 * j - 1), root(2 * j)
        nodes = 200 + int(12 * mpmath.sqrt(x * (b - a)))
        part = mpmath.mpf(0)
        for i in range(nodes):
            t = (i + mpmath.mpf(1) / 2) * mpmath.pi / nodes
            y = (a + b) / 2 - (b - a) / 2 * mpmath.cos(t)
            part += mpmath.exp(-x * y / 2) / y / mpmath.sqrt(abs(determinant(y))) * mpmath.sin(t)
        part *= (b - a) / 2 / nodes
        total += part if j % 2 else -part
        if abs(part) < abs(total) * mpmath.mpf(10) ** -20:
            return total
        j += 1


def cvm_tail(x):
    """scipy's series for the limit stops at terms of 1e-7."""
    return smirnov_integrals(x, lambda j: (j * mpmath.pi) ** 2, lambda y: mpmath.sin(mpmath.sqrt(y)) / mpmath.sqrt(y))


def ad_tail(x):
    """scipy interpolates a table and cuts off."""
    return smirnov_integrals(x, lambda j: mpmath.mpf(j) * (j + 1), lambda y: mpmath.cos(mpmath.pi / 2 * mpmath.sqrt(1 + 4 * y)) / mpmath.pi / y)


def cramer_von_mises(x, y):
    n, m = len(x), len(y)
    k, N = n * m, n + m
    if max(n, m) <= 20:
        got = stats.cramervonmises_2samp(x, y)
        return got.statistic, got.pvalue
    # In whole numbers: scipy's U / kN - (4k - 1) / 6N cancels. Without ties, T is this sum.
    both = np.sort(np.concatenate([x, y]))
    gaps = np.searchsorted(np.sort(x), both, "right").astype(object) * m - np.searchsorted(np.sort(y), both, "right").astype(object) * n
    t = Fraction(int((gaps**2).sum()), k * N * N)
    assert math.isclose(float(t), stats.cramervonmises_2samp(x, y, method="asymptotic").statistic, rel_tol=1e-6)
    et = (1 + 1 / mpmath.mpf(N)) / 6
    vt = mpmath.mpf((N + 1) * (4 * k * N - 3 * (n**2 + m**2) - 2 * k)) / (45 * N**2 * 4 * k)
    t = mpmath.mpf(t.numerator) / t.denominator
    return float(t), float(cvm_tail(mpmath.mpf(1) / 6 + (t - et) / mpmath.sqrt(45 * vt)))


def kuiper(x, y):
    n, m = len(x), len(y)
    # In whole numbers, so that no rounding remains where the samples are equal.
    both = np.unique(np.concatenate([x, y]))
    gaps = (np.searchsorted(np.sort(x), both, "right").astype(object) * m - np.searchsorted(np.sort(y), both, "right").astype(object) * n)
    v = Fraction(int(max(gaps) - min(gaps)), n * m)
    p = kuiper_tail(v, Fraction(n * m, n + m))
    theirs = kuiper_two(x, y)[1]
    # astropy has complex numbers for ties below its least value, negative ones or 0 where its series is used beyond one half, and rounds its way over borders.
    scaled = v * n * m / (n + m)
    if np.isrealobj(theirs) and scaled > 1 and scaled.denominator > 1 and v <= Fraction(1, 2) and 1e-200 < theirs <= 1:
        assert math.isclose(p, theirs, rel_tol=1e-6), (n, m, p, theirs)
    return float(v), float(min(1, max(p, (n + m) / mpmath.binomial(n + m, n))))


def kuiper_tail(v, size):
    """Stephens's (1965) formulas, as astropy.stats.kuiper_false_positive_probability has them, in full precision; his finite sum for every v over one half."""
    scaled = v * size
    odd = size.denominator == 1 and size % 2 == 1
    v, n = mpmath.mpf(v.numerator) / v.denominator, mpmath.mpf(size.numerator) / size.denominator
    if scaled <= 1:
        return mpmath.mpf(1)
    if scaled < 2:
        return 1 - mpmath.gamma(n + 1) * (v - 1 / n) ** (n - 1)
    if scaled < 3:
        k = -(n * v - 1) / 2
        r = mpmath.sqrt(k**2 - (n * v - 2) ** 2 / 2)
        a, b = -k + r, -k - r
        return 1 - mpmath.gamma(n) * (b ** (n - 1) * (1 - a) - a ** (n - 1) * (1 - b)) / (n ** (n - 2) * (b - a))
    if v > 0.5 or (odd and v >= (n - 1) / (2 * n)):
        total = mpmath.mpf(0)
        for t in range(int(mpmath.floor(n * (1 - v))) + 1):
            y = v + t / n
            polynomial = y**3 * n - y**2 * t * (3 - 2 / n) + y * t * (t - 1) * (3 - 2 / n) / n - t * (t - 1) * (t - 2) / n**2
            total += mpmath.binomial(n, t) * polynomial * y ** (t - 3) * (1 - y) ** (n - t - 1)
        return total
    z2 = v**2 * n
    if z2 < 0.16:
        return mpmath.mpf(1)
    terms = [(j**2 * z2, mpmath.exp(-2 * j**2 * z2), j) for j in range(1, 200)]
    return (mpmath.fsum(2 * (4 * a - 1) * weight for a, weight, _ in terms)
            - 8 * v / 3 * mpmath.fsum(j**2 * (4 * a - 3) * weight for a, weight, j in terms))


def anderson_darling(x, y):
    got = stats.anderson_ksamp([x, y], variant="midrank")
    statistic = float(got.statistic)
    if len(np.unique(np.concatenate([x, y]))) < len(x) + len(y):
        return statistic, None
    p = float(ad_tail(1 + statistic * mpmath.sqrt(2 * (mpmath.pi**2 / 3 - 3))))
    if 0.0012 < got.pvalue < 0.24:
        # Scholz and Stephens's table is of the same limit, to three digits.
        assert math.isclose(p, got.pvalue, rel_tol=0.03), (p, got.pvalue)
    return statistic, p


def energy(x, y):
    if len(x) * len(y) > 1_000_000:
        raise ValueError("too many pairs")
    across = np.abs(x[:, None] - y[None, :]).mean()
    return stats.energy_distance(x, y) ** 2 / (2 * across), None


NUMERIC = {
    "ks": ks,
    "kuiper": kuiper,
    "cramer_von_mises": cramer_von_mises,
    "anderson_darling": anderson_darling,
    "mann_whitney": mann_whitney,
    "t_test": welch,
    "brown_forsythe": brown_forsythe,
    "epps_singleton": epps_singleton,
    "wasserstein": lambda x, y: (stats.wasserstein_distance(x, y) / np.std(x), None),
    "wasserstein_distance": lambda x, y: (stats.wasserstein_distance(x, y), None),
    "energy": energy,
    "energy_distance": lambda x, y: (stats.energy_distance(x, y), None),
    "mean": lambda x, y: (np.mean(x), None),
    "std": lambda x, y: (np.std(x, ddof=1), None),
    "quantile_0.1": lambda x, y: (np.quantile(x, 0.1), None),
    "quantile_0.75": lambda x, y: (np.quantile(x, 0.75), None),
}


def numeric_cases():
    seed = 0
    sizes = [(1, 1), (1, 2), (2, 2), (3, 2), (5, 5), (7, 4), (10, 10), (15, 20), (20, 19), (21, 30), (50, 50), (100, 73), (300, 200), (1000, 1000),
             (5000, 50), (5000, 4999), (10_000, 10_000), (20_000, 3), (20_000, 150), (12_000, 700), (30_000, 20_000), (100_000, 100), (100_000, 100_000)]
    for n, m in sizes:
        kinds = ["hall", "heavy", "integer", "inflated", "coin"] if n <= 5000 else ["hall", "integer"]
        for kind in kinds:
            for shift in [0.0, 0.07, 0.8] if n <= 300 else [0.02] if n > 10_000 else [0.0, 0.25]:
                seed += 1
                yield spec(kind, n, seed), spec(kind, m, 1000 + seed, shift)
    # Tiny p, wide shapes, constants, far offsets.
    for n, m, shift in [(400, 300, 2.0), (640, 625, 2.5), (1000, 1000, 1.1), (3000, 2500, 0.55), (40_000, 20_000, 0.2), (100_000, 50_000, 0.16),
                        (9999, 10_000, 0.2), (9000, 10_000, 0.35), (120, 90, 9.0)]:
        seed += 1
        yield spec("hall", n, seed), spec("hall", m, 1000 + seed, shift)
    for n, m in [(50, 60), (800, 900)]:
        seed += 1
        yield spec("hall", n, seed), spec("hall", m, 1000 + seed, 0.0, 3.0)
        yield spec("hall", n, seed, 1e9), spec("hall", m, 1000 + seed, 1e9)
        yield spec("hall", n, seed), spec("constant", m, 1)
        yield spec("constant", n, seed), spec("constant", m, 1, 1.0)


def numeric():
    out = []
    for x_spec, y_spec in numeric_cases():
        x, y = sample(x_spec), sample(y_spec)
        tied = len(np.unique(np.concatenate([x, y]))) < len(x) + len(y)
        expected = {}
        for name, method in NUMERIC.items():
            if name == "cramer_von_mises" and (tied or min(len(x), len(y)) < 2):
                continue  # scipy's statistic and null distribution are those of untied samples; see enumerated()
            try:
                statistic, p = method(x, y)
            except (ValueError, TypeError, ZeroDivisionError, IndexError, np.linalg.LinAlgError):
                continue
            if math.isfinite(statistic) and (p is None or math.isfinite(p)):
                expected[name] = [float(statistic), p]
        out.append({"x": x_spec, "y": y_spec, "expected": expected})
    return out


def level_counts(levels, seed, total):
    """Zipf-like counts."""
    u = uniforms(seed)
    return [int(math.floor(total / (i + 1.0) * (0.5 + next(u)))) for i in range(levels)]


def chi_square(a, b):
    got = stats.chi2_contingency(table(a, b), correction=False)
    return got.statistic, chi2_tail(got.statistic, got.dof)


def g_test(a, b):
    """In full precision: scipy's sum cancels where the samples are alike."""
    a, b = table(a, b)
    n, m = int(a.sum()), int(b.sum())
    total = mpmath.mpf(0)
    for x, y in zip(a, b):
        for observed, size in ((x, n), (y, m)):
            if observed:
                total += 2 * mpmath.mpf(observed) * mpmath.log(mpmath.mpf(observed) * (n + m) / (mpmath.mpf(size) * int(x + y)))
    return float(total), chi2_tail(total, len(a) - 1)


def table(a, b):
    both = np.array([a, b], dtype=float)
    return both[:, both.sum(axis=0) > 0]


def goodness_of_fit(a, b):
    a, b = np.array(a, float), np.array(b, float)
    got = stats.chisquare(b, a * (b.sum() / a.sum()))
    return got.statistic, chi2_tail(got.statistic, len(a) - 1)


def shares(a, b, smoothing):
    """In full precision: sums of p ln p and the like cancel where the samples are alike."""
    a, b = table(a, b)
    added = mpmath.mpf("0.5") if smoothing else mpmath.mpf(0)
    a, b = [mpmath.mpf(int(v)) + added for v in a], [mpmath.mpf(int(v)) + added for v in b]
    n, m = sum(a), sum(b)
    return [v / n for v in a], [v / m for v in b]


def entropy(p, q):
    """scipy.stats.entropy(p, q)"""
    if any(u and not v for u, v in zip(p, q)):
        return math.inf
    return float(relative(p, q))


def relative(p, q):
    return mpmath.fsum(u * mpmath.log(u / v) for u, v in zip(p, q) if u)


def jensen_shannon(p, q, base):
    """scipy.spatial.distance.jensenshannon(p, q, base)"""
    middle = [(u + v) / 2 for u, v in zip(p, q)]
    distance = float(mpmath.sqrt((relative(p, middle) + relative(q, middle)) / 2 / mpmath.log(base)))
    scipys = jensenshannon(np.array(p, float), np.array(q, float), base=float(base))
    assert math.isclose(distance, scipys, rel_tol=1e-6, abs_tol=1e-7), (distance, scipys)
    return distance


def bergsma(a, b):
    t = table(a, b)
    n = t.sum()
    phi2 = max(0.0, stats.chi2_contingency(t, correction=False).statistic / n - (t.shape[1] - 1) / (n - 1))
    k = t.shape[1] - (t.shape[1] - 1) ** 2 / (n - 1)
    r = 2 - 1 / (n - 1)
    return math.sqrt(phi2 / min(k - 1, r - 1)), chi_square(a, b)[1]


def fisher(a, b):
    t = [[a[0], a[1]], [b[0], b[1]]]
    odds = stats.fisher_exact(t).statistic
    return odds, fisher_p(t)


def fisher_p(t):
    """The sum of the probabilities of all tables no likelier than the observed one, from exact ratios of neighbours."""
    (a, b), (c, d) = t
    row, column, n = a + b, a + c, a + b + c + d
    low, high = max(0, column - (c + d)), min(row, column)
    # Relative to the observed table, outwards to either side.
    total, inside = mpmath.mpf(0), mpmath.mpf(0)
    for direction in (1, -1):
        weight, x = mpmath.mpf(1), a
        while True:
            # As scipy: a table within 1e-14 of the observed one is as likely.
            if direction == 1 or x != a:
                total += weight
                inside += weight if weight <= 1 + mpmath.mpf(10) ** -14 else 0
            if x == (high if direction == 1 else low):
                break
            if direction == 1:
                weight *= mpmath.mpf((row - x) * (column - x)) / ((x + 1) * (n - row - column + x + 1))
            else:
                weight *= mpmath.mpf(x * (n - row - column + x)) / ((row - x + 1) * (column - x + 1))
            x += direction
    return float(inside / total)


def psi(a, b, smoothing):
    p, q = shares(a, b, smoothing)
    value = mpmath.fsum((u - v) * mpmath.log(u / v) for u, v in zip(p, q))
    return float(value), chi2_tail(value / (mpmath.mpf(1) / sum(a) + mpmath.mpf(1) / sum(b)), len(p) - 1)


COUNTS = {
    "chi_square": chi_square,
    "g_test": g_test,
    "cramers_v": bergsma,
    "chi_square_goodness_of_fit": goodness_of_fit,
    "psi": lambda a, b: psi(a, b, False),
    "psi_half": lambda a, b: psi(a, b, True),
    "jensen_shannon": lambda a, b: (jensen_shannon(*shares(a, b, False), 2), None),
    "jensen_shannon_half": lambda a, b: (jensen_shannon(*shares(a, b, True), 2), None),
    "jensen_shannon_nats": lambda a, b: (jensen_shannon(*shares(a, b, False), mpmath.e), None),
    "kl_divergence": lambda a, b: (entropy(*shares(a, b, False)), None),
    "kl_divergence_half": lambda a, b: (entropy(*shares(a, b, True)), None),
    "hellinger": lambda a, b: (mpmath.sqrt(1 - mpmath.fsum(mpmath.sqrt(p * q) for p, q in zip(*shares(a, b, False)))).real, None),
    "total_variation": lambda a, b: (sum(abs(p - q) for p, q in zip(*shares(a, b, False))) / 2, None),
    "l_infinity": lambda a, b: (max(abs(p - q) for p, q in zip(*shares(a, b, False))), None),
}

TWO_BY_TWO = {
    "fisher_exact": fisher,
    "z_test": lambda a, b: (lambda z: (z, normal_tail(z)))(proportions_ztest([a[0], b[0]], [sum(a), sum(b)])[0]),
}


def counts():
    tables = [([8, 2], [1, 5]), ([10, 20], [20, 10]), ([3, 0], [0, 3]), ([0, 5], [2, 9]), ([1, 1], [1, 1]), ([100, 900], [150, 700]),
              ([5000, 3], [4000, 60]), ([50_000, 50_000], [47_000, 53_500]), ([999, 1], [998, 2]), ([700, 300], [300, 700]), ([1000, 200], [150, 1100]),
              ([100_000, 40], [90_000, 400]), ([12, 5, 3], [2, 9, 9]), ([5, 5, 5, 5], [5, 5, 5, 5]), ([20, 0, 4, 6], [0, 20, 4, 6]), ([3, 0, 7, 0], [4, 0, 9, 0]),
              ([1, 0], [0, 1]), ([10_000, 1], [1, 10_000]), ([500, 400, 300, 200, 100], [100, 200, 300, 400, 500])]
    for levels, n, m in [(5, 4000, 300), (20, 3000, 2900), (100, 20_000, 1500), (500, 30_000, 29_000), (5000, 90_000, 80_000)]:
        tables.append((level_counts(levels, levels, n), level_counts(levels, levels + 1, m)))
    out = []
    for a, b in tables:
        expected = {}
        for name, method in COUNTS.items() | (TWO_BY_TWO.items() if len(a) == 2 else {}.items()):
            try:
                statistic, p = method(a, b)
            except (ValueError, ZeroDivisionError, IndexError):
                continue
            if math.isfinite(statistic) and (p is None or math.isfinite(p)):
                expected[name] = [float(statistic), p]
        out.append({"reference": a, "current": b, "expected": dict(sorted(expected.items()))})
    return out


def enumerated():
    """p-values of small samples with ties from all ways to deal the pooled values: scipy's Cramer-von Mises is wrong there."""
    out = []
    for x, y in [([1, 2, 2], [2, 3]), ([0, 0, 1], [1, 1, 1, 2]), ([0, 0, 0, 0], [1, 1]), ([1, 1, 2, 3, 3], [1, 2, 2, 3, 4, 4]), ([5], [1, 5, 9]),
                 ([0, 1, 0, 1, 1], [0, 0, 0, 0, 1, 0]), ([1, 2, 3], [4, 5, 6]), ([1, 3, 5, 7], [2, 4, 6])]:
        pooled = sorted(x + y)
        n, m = len(x), len(y)

        def statistic(first, second):
            return sum((Fraction(sum(v <= z for v in first), n) - Fraction(sum(v <= z for v in second), m)) ** 2 for z in pooled) * n * m / (n + m) ** 2

        observed = statistic(x, y)
        deals = list(itertools.combinations(range(n + m), n))
        hits = 0
        for chosen in deals:
            rest = [pooled[i] for i in range(n + m) if i not in chosen]
            hits += statistic([pooled[i] for i in chosen], rest) >= observed
        out.append({"x": x, "y": y, "statistic": float(observed), "p": float(Fraction(hits, len(deals)))})
    return out


def associations():
    out = []
    for kind, n, slope, seed in [("hall", 10, 0.5, 1), ("hall", 500, 0.3, 2), ("integer", 300, -0.4, 3), ("heavy", 200, 1.0, 4)]:
        x_spec, noise_spec = spec(kind, n, seed), spec(kind, n, seed + 50)
        x, noise = sample(x_spec), sample(noise_spec)
        y = slope * x + noise
        scores = stats.mannwhitneyu(y, x, method="asymptotic").statistic / n**2
        out.append({"x": x_spec, "noise": noise_spec, "slope": slope, "pearson": float(stats.pearsonr(x, y).statistic),
                    "spearman": float(stats.spearmanr(x, y).statistic), "auc": float(scores)})
    return out


def contingency():
    out = []
    for table in [[[10, 20], [30, 5]], [[5, 5, 5], [1, 8, 2], [9, 0, 1]], [[100, 90, 80], [95, 92, 83]]]:
        t = np.array(table)
        n, (r, k) = t.sum(), t.shape
        phi2 = max(0.0, stats.chi2_contingency(t, correction=False).statistic / n - (r - 1) * (k - 1) / (n - 1))
        out.append({"table": table, "v": math.sqrt(phi2 / min(k - (k - 1) ** 2 / (n - 1) - 1, r - (r - 1) ** 2 / (n - 1) - 1))})
    return out


def corrections():
    u = uniforms(7)
    out = []
    for count in [1, 2, 10, 100]:
        p = [next(u) ** 4 for _ in range(count)]
        out.append({"p": p, "benjamini_hochberg": list(stats.false_discovery_control(p)), "holm": list(multipletests(p, method="holm")[1]),
                    "bonferroni": list(multipletests(p, method="bonferroni")[1])})
    return out


def main():
    golden = {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "astropy": astropy.__version__,
                     "mpmath": mpmath.__version__},
        "numeric": numeric(),
        "counts": counts(),
        "enumerated": enumerated(),
        "associations": associations(),
        "contingency": contingency(),
        "corrections": corrections(),
    }
    lines = ["{"]
    for key, value in golden.items():
        if isinstance(value, list):
            body = ",\n".join(json.dumps(item, separators=(",", ":"), allow_nan=False) for item in value)
            lines.append(f'"{key}":[\n{body}\n],')
        else:
            lines.append(f'"{key}":{json.dumps(value)},')
    lines[-1] = lines[-1].rstrip(",")
    lines.append("}\n")
    pathlib.Path(__file__).with_name("golden.json").write_text("\n".join(lines))


if __name__ == "__main__":
    main()
