"""Rows that are wrong, and the report of them: a CSV file that can be corrected and imported."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from billing.errors import InvalidError

# Columns of the report besides the file's own; an import of the report passes them over.
REPORT_COLUMNS = ("refused_file", "refused_line", "refused_column", "refused_reason")


class RowRefused(Exception):
    """This value cannot be imported; the text is for the engineer."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(f"{column} {reason}")
        self.column, self.reason = column, reason


@dataclass(frozen=True)
class Refusal:
    """A line of the file that was not imported; `fields` are its own, as they were read.

    What is wrong in several columns is told of each: "amount; duration".
    """

    line: int
    fields: Sequence[str]
    column: str
    reason: str


class RefusalReport:
    """The report beside a file. What a lost transaction wrote is cut off by the next one."""

    def __init__(self, path: Path, file_name: str, columns: Sequence[str]) -> None:
        self.path = path
        self._file_name = file_name
        self._columns = columns

    def holds(self, length: int) -> bool:
        """Whether there is a report of at least so many bytes."""
        there = self.path.exists() and self.path.stat().st_size >= length
        return length == 0 or (there and self._is_report())

    def keep(self, length: int) -> None:
        """Cut off what comes after the first `length` bytes; without any, there is no report.

        Raises InvalidError for another file of its name, which nobody wants to lose.
        """
        if self.path.exists() and not self._is_report():
            raise InvalidError(f"{self.path} is there, and it is no report")
        if length:
            os.truncate(self.path, length)
        else:
            self.path.unlink(missing_ok=True)

    def _is_report(self) -> bool:
        with self.path.open("rb") as report:
            return report.readline().rstrip().endswith(",".join(REPORT_COLUMNS).encode())

    def write(self, refusals: Sequence[Refusal], length: int) -> int:
        """Put refusals after the first `length` bytes; returns how long the report is then.

        They are on the disk before this returns, so that a committed length is never too long.
        """
        if not refusals:
            return length
        header = [] if length else [[*self._columns, *REPORT_COLUMNS]]
        text = _as_csv([*header, *map(self._reported, refusals)])
        with open(self.path, "ab", opener=_private) as report:
            report.truncate(length)
            report.write(text)
            report.flush()
            os.fsync(report.fileno())
        return length + len(text)

    def _reported(self, refusal: Refusal) -> list[object]:
        width = len(self._columns)
        own = [*refusal.fields, *[""] * width][:width]
        return [*own, self._file_name, refusal.line, refusal.column, refusal.reason]


def _as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(rows)
    return lines.getvalue().encode()


def _private(path: str, flags: int) -> int:
    """Customers' data: for the eyes of who imports it."""
    return os.open(path, flags, 0o600)
