"""A CSV file as lines and batches: UTF-8, commas, one row a line, never more of it in memory."""

import csv
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from billing.errors import InvalidError
from billing.imports.refusals import REPORT_COLUMNS

LONGEST_LINE = 64 * 1024  # bytes
BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line of the file, and why it is no row, if it is none."""

    number: int
    fields: Sequence[str]
    fault: str | None = None


class Place(NamedTuple):
    """How far a file has been read: the byte, and the number of the line before it."""

    byte: int
    line: int


class CsvFile:
    """An operator's file.

    Raises InvalidError where nothing of it can be read: no file, no header, columns that the kind
    does not have or that it needs.
    """

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self.header, self.start = _header(file)
                self.size = file.seek(0, 2)
                file.seek(0)
                self.sha256 = _sha256(file)
        except OSError as error:
            raise InvalidError(f"{path}: {error.strerror}") from None
        except ValueError as error:
            raise InvalidError(f"{path}, line 1: {error}") from None
        self.columns = [column for column in self.header if column not in REPORT_COLUMNS]
        self._check_columns(columns)

    def batches(self, place: Place, most: int) -> Iterator[tuple[list[Line], Place]]:
        """Up to `most` lines at a time from a place on, and the place after them."""
        with self.path.open("rb") as file:
            file.seek(place.byte)
            number = place.line
            while True:
                lines = []
                for _ in range(most):
                    raw = _raw_line(file)
                    if not raw:
                        break
                    number += 1
                    lines.append(_line(number, raw, len(self.header)))
                if not lines:
                    return
                yield (
                    [line for line in lines if line.fields or line.fault],
                    Place(file.tell(), number),
                )

    def values(self, line: Line) -> dict[str, str]:
        """A line's values by column; what is empty is not there."""
        return {
            column: value for column, value in zip(self.header, line.fields, strict=True) if value
        }

    def own_fields(self, line: Line) -> Sequence[str]:
        """A line's fields without what an earlier report said of it."""
        return [
            value
            for column, value in zip(self.header, line.fields, strict=False)
            if column not in REPORT_COLUMNS
        ]

    def _check_columns(self, columns: Sequence[str]) -> None:
        problems = {
            "are missing": [column for column in columns if column not in self.columns],
            "are not known": [column for column in self.columns if column not in columns],
            "are there twice": sorted({c for c in self.header if self.header.count(c) > 1}),
        }
        said = [f"{', '.join(names)} {which}" for which, names in problems.items() if names]
        if said:
            raise InvalidError(f"{self.path}, line 1: the columns {'; '.join(said)}")


def _sha256(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()


def _header(file: BinaryIO) -> tuple[Sequence[str], Place]:
    raw = _raw_line(file)
    if not raw.removeprefix(BOM).strip():
        raise ValueError("there is no header")
    line = _line(1, raw.removeprefix(BOM), None)
    if line.fault:
        raise ValueError(line.fault)
    return line.fields, Place(file.tell(), 1)


def _raw_line(file: BinaryIO) -> bytes:
    """The next line; of one that is too long, just more than the longest."""
    raw = file.readline(LONGEST_LINE + 1)
    rest = raw
    while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
        rest = file.readline(LONGEST_LINE + 1)
    return raw


def _line(number: int, raw: bytes, width: int | None) -> Line:
    if len(raw) > LONGEST_LINE:
        return Line(number, (), f"the line is longer than {LONGEST_LINE} bytes")
    if b"\0" in raw:
        return Line(number, (), "the line has a null byte in it")
    try:
        fields = next(csv.reader([raw.decode()], strict=True), [])
    except UnicodeDecodeError as error:
        return Line(number, (), f"the line is not UTF-8 (byte {error.start + 1})")
    except csv.Error as error:
        return Line(number, (), f"the line is not CSV: {error}")
    if fields and width is not None and len(fields) != width:
        return Line(number, fields, f"the line has {len(fields)} fields and not {width}")
    return Line(number, fields)
