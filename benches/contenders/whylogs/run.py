"""A profile of each file by whylogs, and its drift scores of the two as JSON.

    run.py REFERENCE CURRENT FOLDER
"""

import json
import os
import sys
from pathlib import Path

# Nothing but the work: no usage statistics.
os.environ["WHYLOGS_NO_ANALYTICS"] = "True"

import pandas as pd
import whylogs
from whylogs.viz.drift.column_drift_algorithms import calculate_drift_scores

reference, current, folder = sys.argv[1:]
target, baseline = (whylogs.log(pandas=pd.read_csv(path)).view() for path in (current, reference))
scores = calculate_drift_scores(target_view=target, reference_view=baseline, with_thresholds=True)
Path(folder, "scores.json").write_text(json.dumps(scores, default=str))
