"""What a script of one's own does: two tests per column and no report, only their results as JSON.

    run.py REFERENCE CURRENT FOLDER

Numeric columns: Kolmogorov-Smirnov and the Wasserstein distance. Others: chi-square over the counts of values.
"""

import json
import sys
from pathlib import Path

import polars as pl
from scipy.stats import chi2_contingency, ks_2samp, wasserstein_distance


def read(path):
    # Types are inferred over the whole length.
    return pl.read_csv(path, infer_schema_length=None, null_values="NA")


def numeric(x, y):
    x, y = x.drop_nulls().to_numpy(), y.drop_nulls().to_numpy()
    ks = ks_2samp(x, y)
    return {"ks": ks.statistic, "p_value": ks.pvalue, "wasserstein": wasserstein_distance(x, y)}


def categorical(x, y):
    x, y = (
        side.drop_nulls().cast(pl.String).rename("value").value_counts(name=name)
        for side, name in [(x, "reference"), (y, "current")]
    )
    counts = x.join(y, on="value", how="full", coalesce=True).fill_null(0)
    test = chi2_contingency([counts["reference"].to_numpy(), counts["current"].to_numpy()])
    return {"chi_square": test.statistic, "p_value": test.pvalue}


reference, current, folder = sys.argv[1:]
reference, current = read(reference), read(current)
results = {
    column.name: (numeric if column.dtype.is_numeric() else categorical)(column, current[column.name])
    for column in reference
    if column.name in current.columns
}
Path(folder, "results.json").write_text(json.dumps(results, default=float))
