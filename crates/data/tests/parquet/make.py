"""Writes the Parquet files beside it, and table.csv, which has the same cells as text.

Python 3.11 with pyarrow 26.0.1:

    python -m venv .venv && .venv/bin/pip install pyarrow==26.0.1
    .venv/bin/python make.py
"""

import csv
import datetime as dt
import decimal
import struct
import uuid
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
ROWS = 40
UTC = dt.timezone.utc
D = decimal.Decimal
decimal.getcontext().prec = 100


def whole(bits, signed):
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    # The ends, and what lies between them.
    return lambda row: [low, high, 0, 1][row] if row < 4 else low + (high - low) * row // ROWS


def instant(row, step):
    return dt.datetime(2026, 1, 31, 18, 0, tzinfo=UTC) + dt.timedelta(hours=row) + row * step


def decimals(digits, scale):
    most = D(10) ** digits - 1
    def of(row):
        unscaled = [most, -most, D(0), D(1), D(-1)][row] if row < 5 else D(12345) * row
        return unscaled.scaleb(-scale)
    return of


ms, us = dt.timedelta(milliseconds=1), dt.timedelta(microseconds=1)
single = lambda row: struct.unpack("f", struct.pack("f", (row - 20) / 7))[0]
half = lambda row: (row - 20) / 8
COLUMNS = {
    "i8": (pa.int8(), whole(8, True)),
    "i16": (pa.int16(), whole(16, True)),
    "i32": (pa.int32(), whole(32, True)),
    "i64": (pa.int64(), whole(64, True)),
    "u8": (pa.uint8(), whole(8, False)),
    "u16": (pa.uint16(), whole(16, False)),
    "u32": (pa.uint32(), whole(32, False)),
    # Up to what a signed number holds; uint64.parquet goes beyond.
    "u64": (pa.uint64(), lambda row: row * 230_584_300_921_369_395),
    "f16": (pa.float16(), half),
    "f32": (pa.float32(), single),
    "f64": (pa.float64(), lambda row: (row - 20) / 7),
    "bool": (pa.bool_(), lambda row: row % 3 == 0),
    "text": (pa.string(), lambda row: ["a", "Zürich", "x\ny", " b ", "日本", '"q", r'][row % 6]),
    "large": (pa.large_string(), lambda row: f"word {row} " + "é" * (row * 7)),
    "level": (pa.dictionary(pa.int8(), pa.string()), lambda row: ["red", "green", "blue"][row % 3]),
    "date": (pa.date32(), lambda row: dt.date(1969, 12, 20) + dt.timedelta(days=row)),
    "ts_ms": (pa.timestamp("ms"), lambda row: instant(row, ms).replace(tzinfo=None)),
    "ts_us": (pa.timestamp("us"), lambda row: instant(row, us).replace(tzinfo=None)),
    "ts_ns": (pa.timestamp("ns"), lambda row: instant(row, us).replace(tzinfo=None)),
    "ts_utc": (pa.timestamp("us", "UTC"), lambda row: instant(row, us)),
    "ts_zone": (pa.timestamp("ms", "Europe/Zurich"), lambda row: instant(row, ms)),
    "time_ms": (pa.time32("ms"), lambda row: instant(row, ms).time()),
    "time_us": (pa.time64("us"), lambda row: instant(row, us).time()),
    "dec_9": (pa.decimal128(9, 2), decimals(9, 2)),
    "dec_18": (pa.decimal128(18, 4), decimals(18, 4)),
    "dec_38": (pa.decimal128(38, 10), decimals(38, 10)),
    "dec_76": (pa.decimal256(76, 20), decimals(76, 20)),
    "dec_whole": (pa.decimal128(18, 0), decimals(18, 0)),
    "uuid": (pa.uuid(), lambda row: uuid.UUID(int=row * 0x0123456789ABCDEF0123456789ABCD).bytes),
    "empty": (pa.int32(), lambda row: None),
}


def cell(name, row):
    """Every column but some has missing values, each in other rows."""
    kind, of = COLUMNS[name]
    place = list(COLUMNS).index(name)
    return None if row > 5 and (row + place) % 9 == 0 and name != "f64" else of(row)


def spelled(name, value):
    """The cell as driftglass spells it: numbers as the shortest decimal, instants as short as they can be."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if name in ("f16", "f32"):
        # The shortest decimal that is the same number in single precision.
        value = next(float(f"{value:.{n}g}") for n in range(1, 10) if struct.pack("f", float(f"{value:.{n}g}")) == struct.pack("f", value))
    if isinstance(value, decimal.Decimal) and name != "dec_whole":
        value = float(value)
    if isinstance(value, float):
        text = f"{D(repr(value)):f}" if 1e-5 <= abs(value) < 1e-4 else repr(value)
        mantissa, _, exponent = text.partition("e")
        mantissa = mantissa.removesuffix(".0")
        return f"{mantissa}e{int(exponent)}" if exponent else mantissa
    if isinstance(value, dt.datetime):
        value = value.replace(tzinfo=None)
        date, time = value.date().isoformat(), value.time()
        if time == dt.time(0):
            return date
        if time.second == 0 and time.microsecond == 0:
            return f"{date} {time:%H:%M}"
        return f"{date} {time:%H:%M:%S}" + (f".{time.microsecond:06}".rstrip("0") if time.microsecond else "")
    if isinstance(value, dt.time):
        digits = 3 if name == "time_ms" else 6
        fraction = f".{value.microsecond:06}"[: digits + 1] if value.microsecond else ""
        return f"{value:%H:%M:%S}{fraction}"
    if isinstance(value, bytes):
        return str(uuid.UUID(bytes=value))
    return str(value)


def table(names):
    arrays, fields = [], []
    for name in names:
        kind, _ = COLUMNS[name]
        values = [cell(name, row) for row in range(ROWS)]
        storage = pa.binary(16) if name == "uuid" else kind
        array = pa.array(values, pa.string() if pa.types.is_dictionary(kind) else storage)
        arrays.append(array.cast(kind) if pa.types.is_dictionary(kind) else array)
        if name == "uuid":
            arrays[-1] = pa.ExtensionArray.from_storage(kind, array)
        # One column whose rows must all have a value.
        fields.append(pa.field(name, kind, nullable=name != "f64"))
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))


def write(file, names=tuple(COLUMNS), **options):
    options.setdefault("compression", "snappy")
    pq.write_table(table(names), HERE / f"{file}.parquet", store_schema=False, **options)


def varint(number):
    number <<= 1
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def hadoop_lz4():
    """The older kind of LZ4, which pyarrow reads and no longer writes: blocks behind their two lengths."""
    file = HERE / "codec-lz4-hadoop.parquet"
    rows = pa.table({"i64": pa.array(range(1000), pa.int64())}, schema=pa.schema([pa.field("i64", pa.int64(), nullable=False)]))
    pq.write_table(rows, file, compression="none", use_dictionary=False, store_schema=False, write_statistics=False)
    column = pq.read_metadata(file).row_group(0).column(0)
    content = file.read_bytes()
    start, size = column.data_page_offset, column.total_compressed_size
    footer = int.from_bytes(content[-8:-4], "little")
    values = struct.pack("<1000q", *range(1000))
    header = content[start : start + size - len(values)]
    block = pa.compress(values, codec="lz4_raw", asbytes=True)
    page = struct.pack(">II", len(values), len(block)) + block
    plain, packed = varint(len(values)), varint(len(page))
    assert header.count(b"\x15" + plain + b"\x15" + plain) == 1
    header = header.replace(b"\x15" + plain + b"\x15" + plain, b"\x15" + plain + b"\x15" + packed)
    contents = content[-8 - footer : -8]
    before = b"\x15\x00\x16" + varint(1000) + b"\x16" + varint(size) + b"\x16" + varint(size)
    after = b"\x15\x0a\x16" + varint(1000) + b"\x16" + varint(size) + b"\x16" + varint(len(header) + len(page))
    assert contents.count(before) == 1
    contents = contents.replace(before, after)
    file.write_bytes(content[:start] + header + page + contents + struct.pack("<I", len(contents)) + b"PAR1")
    assert pq.read_table(file)["i64"].to_pylist() == list(range(1000))


with open(HERE / "table.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([spelled(name, cell(name, row)) for name in COLUMNS] for row in range(ROWS))

write("types")
write("types-v2", data_page_version="2.0", version="2.6")
write("types-v2-plain", data_page_version="2.0", compression="none", use_dictionary=False)
write("int96", ["ts_ms", "ts_us", "ts_ns", "f64"], use_deprecated_int96_timestamps=True)
write("dec-integer", ["dec_9", "dec_18", "dec_whole"], store_decimal_as_integer=True)
write("row-groups", row_group_size=7)
write("pages", data_page_size=64, write_batch_size=3, compression="zstd")
some = ["i64", "f64", "text", "bool", "large"]
for codec in ["none", "snappy", "gzip", "lz4", "zstd", "brotli"]:
    for version in ["1.0", "2.0"]:
        write(f"codec-{codec}-v{version[0]}", some, compression=codec, data_page_version=version)
hadoop_lz4()
numbers = ["i32", "i64", "u8", "date", "ts_us"]
texts = ["text", "large"]
write("delta", numbers, use_dictionary=False, column_encoding={name: "DELTA_BINARY_PACKED" for name in numbers})
write("delta-length", texts, use_dictionary=False, column_encoding={name: "DELTA_LENGTH_BYTE_ARRAY" for name in texts})
write("delta-strings", texts, use_dictionary=False, column_encoding={name: "DELTA_BYTE_ARRAY" for name in texts})
floats = ["f32", "f64", "i32", "i64", "f16"]
write("split", floats, use_dictionary=False, column_encoding={name: "BYTE_STREAM_SPLIT" for name in floats})
write("rle", ["bool"], use_dictionary=False, column_encoding={"bool": "RLE"}, data_page_version="2.0")

def odd(file, columns, **options):
    pq.write_table(pa.table(columns), HERE / f"{file}.parquet", store_schema=False, **options)

odd("uint64", {"id": pa.array([0, 1 << 63, (1 << 64) - 1], pa.uint64())})
odd("nested", {
    "list": pa.array([[1], [2, 3]]),
    "plain": pa.array([1, 2]),
    "struct": pa.array([{"a": 1, "b": 2}] * 2),
    "map": pa.array([[("k", 1)]] * 2, pa.map_(pa.string(), pa.int32())),
    "raw": pa.array([b"abc", b"def"], pa.binary(3)),
})
odd("only-nested", {"list": pa.array([[1], [2, 3]])})
odd("bytes", {"name": pa.array([b"Z\xfcrich", b"Bern"], pa.binary()), "n": [1, 2]})
odd("far", {"when": pa.array([0, 1 << 62, -(1 << 62)], pa.timestamp("ms"))})
odd("specials", {"x": pa.array([1.5, float("nan"), float("inf"), -0.0], pa.float64())})
odd("no-rows", {"a": pa.array([], pa.int32())})
pq.write_table(pa.Table.from_arrays([pa.array([1]), pa.array([2]), pa.array([3])], ["a", "a", ""]), HERE / "names.parquet", store_schema=False)
