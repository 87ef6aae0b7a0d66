"""Writes what Evidently says of some real data and of one data set of edge cases, for tests/tests/evidently.rs.

    make.py                     scores.json, from the data committed here and in examples/
    make.py cut DATA            data/*.csv.gz, from the whole data sets in the folder DATA
    make.py whole DATA OUT      the whole data sets as pairs of files, with their scores.json, into OUT

Needs evidently 0.7.23 and pandas below 3; the versions that ran are recorded in scores.json. Evidently has no reader
of its own: pandas reads the files here with the spellings of a missing value that driftglass knows, and with the
columns that hold dates read as dates.

DATA holds the sets that data/README.md names: adult_train.csv.gz, adult_test.csv.gz, car_loan_reference.csv.gz,
car_loan_current.csv.gz and flights.csv.gz.
"""

import gzip
import io
import json
import platform
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import pandas as pd
from evidently import Dataset, Report
from evidently.core.metric_types import TestStatus
from evidently.presets import DataDriftPreset

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parents[2] / "examples/adult"
MISSING = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?"]
DATES = ["time_hour", "timestamp", "dates"]

# Of the whole data sets, every so many rows are committed.
EVERY = {"adult": 10, "car_loan": 20, "flights": 25}


def lines(path):
    """The header and the rows, as they are spelled. No cell of these files has a line break in it."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        header, *rows = file.read().splitlines()
    return header, rows


def whole(folder):
    """Each data set as (name, side, header, rows)."""
    for name, side, file in [
        ("adult", "reference", "adult_train"),
        ("adult", "current", "adult_test"),
        ("car_loan", "reference", "car_loan_reference"),
        ("car_loan", "current", "car_loan_current"),
    ]:
        yield name, side, *lines(folder / f"{file}.csv.gz")
    header, rows = lines(folder / "flights.csv.gz")
    month = header.split(",").index("month")
    first_half = [int(row.split(",")[month]) <= 6 for row in rows]
    yield "flights", "reference", header, [row for row, first in zip(rows, first_half) if first]
    yield "flights", "current", header, [row for row, first in zip(rows, first_half) if not first]


def edges(side):
    """Rows on both sides of every limit in Evidently's rules; 1200 rows in the reference, so that 200 missing ones make 1000."""
    reference = side == "reference"
    size = 1200 if reference else 500

    def column(value, missing_in_reference=0, missing_in_current=0):
        gap = missing_in_reference if reference else missing_in_current
        return ["" if i < gap else value(i) for i in range(size)]

    shift = 0 if reference else 1
    columns = {
        "ks_at_1000": column(lambda i: f"{(i * 37 % 997) / 10 + 2 * shift}", 200),
        "wasserstein_at_1001": column(lambda i: f"{(i * 37 % 997) / 10 + 2 * shift}", 199),
        "numeric_chi_square": column(lambda i: f"{i % (19 + shift) % 5}.0", 200),
        "numeric_z": column(lambda i: f"{i % (20 + shift) // 15}.5", 200),
        "numeric_jensen_shannon": column(lambda i: f"{(i * i + shift) % 7 % 5}.0"),
        "six_floats": column(lambda i: f"{i % (5 + shift)}.0"),
        "constant_z": column(lambda i: "7", 200),
        "constant_number": column(lambda i: "7"),
        "constant_text": column(lambda i: "always"),
        "constants_apart": column(lambda i: "after" if shift else "before", 200),
        "ten_integers": column(lambda i: str(i % (9 + shift))),
        "eleven_integers": column(lambda i: str(i % (10 + shift))),
        # pandas turns whole numbers among which some are missing into floats, and Evidently takes floats for numbers.
        "missing_integers_now": column(lambda i: str(i % (6 + shift)), 0, 10),
        "missing_integers_before": column(lambda i: str(i % (6 + shift)), 10),
        "spelled_apart": column(lambda i: f"{i % 3}" if shift else f"{i % 4 % 3}.0"),
        "negative_integers": column(lambda i: str(-(i % (3 + shift)))),
        "narrow": column(lambda i: f"{0.001 * (i % 50) / 50 + 0.00005 * shift:.6f}"),
        "few_levels": column(lambda i: "abc"[i % (10 + shift) % 3], 200),
        "two_levels": column(lambda i: "ab"[i % (10 + shift) // 7], 200),
        "new_level": column(lambda i: "new" if shift and i == 0 else "ab"[i % 2], 200),
        "vanished_level": column(lambda i: "old" if not shift and i == 700 else "abcd"[i % 4], 200),
        "levels": column(lambda i: f"level {i % (40 + 20 * shift)}"),
        "equal_levels": column(lambda i: "abcd"[i % 4]),
        "flags": column(lambda i: str(i % (2 + shift) == 0)),
        "missing_flags_now": column(lambda i: str(i % (2 + shift) == 0), 0, 10),
        "missing_flags_before": column(lambda i: str(i % (2 + shift) == 0), 250),
        "answers": column(lambda i: "yes" if i % (2 + shift) else "no", 300, 7),
        "junk_in_numbers": column(lambda i: "n/k" if i % 50 == 3 else str(i % (20 + shift))),
        "dates": column(lambda i: f"2026-0{1 + shift}-{1 + i % 28:02}"),
    }
    return ",".join(columns), [",".join(row) for row in zip(*columns.values())]


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as zipped:
        zipped.write("".join(f"{line}\n" for line in [header, *rows]).encode())


def read(path):
    header = pd.read_csv(path, nrows=0).columns
    return pd.read_csv(
        path,
        keep_default_na=False,
        na_values=MISSING,
        parse_dates=[column for column in DATES if column in header],
        low_memory=False,
    )


def judge(reference, current):
    """What Evidently's default drift preset says."""
    reference, current = Dataset.from_pandas(reference), Dataset.from_pandas(current)
    result = Report([DataDriftPreset()], include_tests=True).run(current, reference).dict()
    count, *drifts = result["metrics"]
    share_test, *tests = result["tests"]
    columns = {}
    for metric, test in zip(drifts, tests, strict=True):
        config = metric["config"]
        assert test["name"] == f"Value Drift for column {config['column']}"
        columns[config["column"]] = {
            "type": current.column(config["column"]).type.value,
            "method": config["method"],
            "threshold": float(config["threshold"]),
            "score": float(metric["value"]),
            "drifted": test["status"] == TestStatus.FAIL,
        }
    return {
        "share": float(count["value"]["share"]),
        "drifted": share_test["status"] == TestStatus.FAIL,
        "columns": columns,
        "not_tested": [name for name in current.as_dataframe() if name not in columns],
    }


def scores(folder, names):
    sets = {"adult_example": (EXAMPLE / "reference.csv", EXAMPLE / "current.csv")} if folder == HERE / "data" else {}
    sets |= {name: (folder / f"{name}_reference.csv.gz", folder / f"{name}_current.csv.gz") for name in names}
    return {
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ["evidently", "numpy", "pandas", "scipy"]},
        },
        "data_sets": {name: judge(*map(read, paths)) for name, paths in sets.items()},
    }


def save(path, value):
    text = io.StringIO()
    json.dump(value, text, indent=1)
    path.write_text(text.getvalue() + "\n", encoding="utf-8")


def main(arguments):
    warnings.simplefilter("ignore")
    match arguments:
        case []:
            save(HERE / "scores.json", scores(HERE / "data", [*EVERY, "edges"]))
        case ["cut", data]:
            for name, side, header, rows in whole(Path(data)):
                write(HERE / f"data/{name}_{side}.csv.gz", header, rows[:: EVERY[name]])
            for side in ["reference", "current"]:
                write(HERE / f"data/edges_{side}.csv.gz", *edges(side))
        case ["whole", data, out]:
            for name, side, header, rows in whole(Path(data)):
                write(Path(out) / f"{name}_{side}.csv.gz", header, rows)
            save(Path(out) / "scores.json", scores(Path(out), EVERY))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
