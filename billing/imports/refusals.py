"""Rows that are wrong, and the report of them: a CSV file that can be corrected and imported."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

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
        """Whether the report is there as far as it was written, in bytes."""
        return length == 0 or (self.path.exists() and self.path.stat().st_size >= length)

    def write(self, refusals: Iterable[Refusal], length: int) -> int:
        """Put refusals after the first `length` bytes; returns how long the report is then.

        It is on the disk before this returns, so that a committed length is never too long.
        """
        text = self._as_csv(refusals, with_header=length == 0)
        if not text:
            return length
        with open(self.path, "ab", opener=_private) as report:
            report.truncate(length)
            report.write(text)
            report.flush()
            os.fsync(report.fileno())
        return length + len(text)

    def _as_csv(self, refusals: Iterable[Refusal], with_header: bool) -> bytes:
        lines = io.StringIO(newline="")
        writer = csv.writer(lines)
        width = len(self._columns)
        for refusal in refusals:
            own = [*refusal.fields, *[""] * width][:width]
            reported = (self._file_name, refusal.line, refusal.column, refusal.reason)
            writer.writerow([*own, *reported])
        if with_header and lines.tell():
            return self._header() + lines.getvalue().encode()
        return lines.getvalue().encode()

    def _header(self) -> bytes:
        line = io.StringIO(newline="")
        csv.writer(line).writerow([*self._columns, *REPORT_COLUMNS])
        return line.getvalue().encode()


def _private(path: str, flags: int) -> int:
    """Customers' data: for the eyes of who imports it."""
    return os.open(path, flags, 0o600)
