"""NannyML's univariate drift of all columns that both files have, the current file as one chunk, as CSV.

    run.py REFERENCE CURRENT FOLDER
"""

import os
import sys
from pathlib import Path

# Nothing but the work: no usage statistics.
os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"

import nannyml
import pandas as pd

reference, current, folder = sys.argv[1:]
reference, current = pd.read_csv(reference), pd.read_csv(current)
calculator = nannyml.UnivariateDriftCalculator(
    column_names=[name for name in reference.columns if name in current.columns],
    continuous_methods=["kolmogorov_smirnov", "wasserstein"],
    categorical_methods=["chi2", "jensen_shannon"],
    chunk_size=max(len(reference), len(current)),
)
results = calculator.fit(reference).calculate(current)
results.filter(period="analysis").to_df().to_csv(Path(folder, "results.csv"))
