"""Evidently's own preset for drift, as HTML and JSON.

    run.py REFERENCE CURRENT FOLDER
"""

import sys
from pathlib import Path

import pandas as pd
from evidently import Report
from evidently.presets import DataDriftPreset

reference, current, folder = sys.argv[1:]
snapshot = Report([DataDriftPreset()]).run(pd.read_csv(current), pd.read_csv(reference))
snapshot.save_html(str(Path(folder, "report.html")))
snapshot.save_json(str(Path(folder, "report.json")))
