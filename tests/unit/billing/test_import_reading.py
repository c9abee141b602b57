"""Files are read as they were written, wherever the reading begins."""

import csv
import io
import tempfile
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from billing.imports.kinds import KINDS, Kind
from billing.imports.reading import BOM, CsvFile, Line
from billing.imports.rows import CallRow, Referred
from billing.money import billed, minor_units, to_decimal

COLUMNS = ["one", "two", "three"]
DOCUMENTED = Path(__file__).parents[3] / "docs" / "import.md"

# One row a line: what is in a field does not end it, and PostgreSQL has no null.
fields = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
tables = st.lists(st.lists(fields, min_size=3, max_size=3).filter(any))


def file_of(rows: list[list[str]], directory: str, end: str = "\n", mark: bytes = b"") -> CsvFile:
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerows([COLUMNS, *rows])
    path = Path(directory) / "file.csv"
    path.write_bytes(mark + text.getvalue().encode())
    return CsvFile(path, COLUMNS)


@given(tables, st.sampled_from(["\n", "\r\n"]), st.sampled_from([b"", BOM]), st.integers(1, 5))
def test_what_is_written_is_read(rows: list[list[str]], end: str, mark: bytes, most: int):
    with tempfile.TemporaryDirectory() as directory:
        file = file_of(rows, directory, end, mark)
        read = [line for lines, _ in file.batches(file.start, most) for line in lines]

    assert read == [Line(number, row) for number, row in enumerate(rows, start=2)]


@given(tables, st.integers(1, 5), st.integers(1, 5))
def test_reading_goes_on_from_every_place(rows: list[list[str]], most: int, other: int):
    with tempfile.TemporaryDirectory() as directory:
        file = file_of(rows, directory)
        whole = [line for lines, _ in file.batches(file.start, most) for line in lines]
        for lines, place in file.batches(file.start, most):
            first = whole.index(lines[0]) + len(lines) if lines else 0
            rest = [line for later, _ in file.batches(place, other) for line in later]
            assert rest == whole[first:]


CALL = {
    "id": "U1",
    "line_id": "L1",
    "called_number": "+34910123471",
    "started_at": "2026-03-01T09:30:00+01:00",
    "duration": "60",
    "call_type": "local",
    "destination_country": "ES",
    "rated": "0",
    "rated_at": "2026-03-01T09:31:00+01:00",
}


@given(st.integers(0, 2**31 - 1), st.sampled_from(["EUR", "PLN", "GBP", "JPY", "KWD"]))
def test_a_price_is_kept_to_the_millionth_and_billed_by_the_rounding_rule(
    millionths: int, currency: str
):
    row = CallRow.model_validate(CALL | {"rated": f"{Decimal(millionths) / 1_000_000:f}"})

    values = row.values(Referred(currency=currency))

    assert (values["rated_millionths"], values["amount"]) == (
        millionths,
        billed(millionths, currency),
    )


@given(st.integers(0, 10**9), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_an_amount_is_kept_to_the_smallest_coin(amount: int, currency: str):
    written = f"{Decimal(str(to_decimal(amount, currency))):f}"
    if amount >= 10**8 * minor_units(currency):
        with pytest.raises(ValidationError):
            CallRow.model_validate(CALL | {"amount": written})
        return

    row = CallRow.model_validate(CALL | {"amount": written})
    assert row.values(Referred(currency=currency))["amount"] == amount


@given(st.datetimes(timezones=offsets))
def test_an_instant_is_the_one_that_was_written(instant: datetime):
    written = CALL | {"started_at": instant.isoformat()}
    if 1900 <= instant.year < 2100:
        assert CallRow.model_validate(written).started_at == instant
    else:
        with pytest.raises(ValidationError):
            CallRow.model_validate(written)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_documentation_has_each_column_in_its_place(kind: Kind):
    section = DOCUMENTED.read_text(encoding="utf-8").split(f"\n### {kind.name}.csv\n")[1]
    rows = section.split("\n#")[0].splitlines()

    documented = [row.split("`")[1] for row in rows if row.startswith("| `")]

    assert documented == kind.columns
