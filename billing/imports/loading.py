"""One batch of rows into its table: what refers to nothing, or contradicts what is there, is
refused; what is there already is left alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from billing.imports.kinds import Kind
from billing.imports.reading import CsvFile, Line
from billing.imports.refusals import Refusal, RowRefused
from billing.imports.rows import Referred, Row, Values

NumberedRow = tuple[Line, Row]


def validated(
    kind: Kind, file: CsvFile, lines: Iterable[Line]
) -> tuple[list[NumberedRow], list[Refusal]]:
    """The rows that are well-formed by themselves, and the lines that are not."""
    refusals, well_read = [], []
    for line in lines:
        if line.fault:
            refusals.append(Refusal(line.number, file.own_fields(line), "", line.fault))
        else:
            well_read.append(line)
    try:
        rows = kind.rows.validate_python([file.values(line) for line in well_read])
    except ValidationError as error:
        reasons = _reasons(error)
        good = []
        for index, line in enumerate(well_read):
            if index in reasons:
                refusals.append(_refusal(file, line, reasons[index]))
            else:
                good.append(line)
        well_read = good
        rows = kind.rows.validate_python([file.values(line) for line in well_read])
    return list(zip(well_read, rows, strict=True)), refusals


def _reasons(error: ValidationError) -> dict[int, list[RowRefused]]:
    """By the row's index, what is wrong in which columns."""
    reasons: dict[int, list[RowRefused]] = {}
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        index, column = problem["loc"][:2]
        reason = "is missing" if problem["type"] == "missing" else problem["msg"]
        reasons.setdefault(int(index), []).append(RowRefused(str(column), reason))
    return reasons


def _refusal(file: CsvFile, line: Line, reasons: Sequence[RowRefused]) -> Refusal:
    return Refusal(
        line.number,
        file.own_fields(line),
        "; ".join(reason.column for reason in reasons),
        "; ".join(str(reason) for reason in reasons),
    )


@dataclass
class Batch:
    """What becomes of a batch's rows, each judged beside the table and the rows before it."""

    kind: Kind
    file: CsvFile
    new: list[Values] = field(default_factory=list)
    already_there: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    def load(self, session: Session, rows: Sequence[NumberedRow]) -> None:
        """Add the new rows to the table."""
        referred = {
            reference.column: reference.look_up(session, _all(reference.column, rows) - {None})
            for reference in self.kind.references
        }
        there = _there(session, self.kind, rows)
        taken = {column: _taken(session, self.kind, column, rows) for column in self.kind.unique}
        for line, row in rows:
            try:
                values = row.values(_beside(row, referred))
                if row.id in there:
                    _check_same(values, there[row.id])
                    self.already_there += 1
                    continue
                _check_free(values, taken)
            except RowRefused as refused:
                self.refusals.append(_refusal(self.file, line, [refused]))
                continue
            there[row.id] = values
            self.new.append(values | self.kind.added())
        if self.new:
            session.execute(insert(self.kind.table), self.new)
            self.kind.follow(session, self.new)


def _there(
    session: Session, kind: Kind, rows: Sequence[NumberedRow]
) -> dict[str, Mapping[Any, object]]:
    """By id, the rows that the table has already."""
    found = session.execute(select(kind.table).where(kind.table.c.id.in_(_all("id", rows))))
    return {row["id"]: row for row in found.mappings()}


def _taken(session: Session, kind: Kind, column: str, rows: Sequence[NumberedRow]) -> set[str]:
    """Which of the rows' values of a unique column the table has already."""
    unique = kind.table.c[column]
    return set(session.scalars(select(unique).where(unique.in_(_all(column, rows)))))


def _all(column: str, rows: Sequence[NumberedRow]) -> set[str]:
    return {getattr(row, column) for _, row in rows}


def _beside(row: Row, referred: Mapping[str, Mapping[str, Referred]]) -> Referred:
    """The account, the currency and the customer that all that the row refers to has.

    Raises RowRefused for a reference to nothing, or to what belongs to another account.
    """
    account = currency = customer = None
    for column, found in referred.items():
        id_ = getattr(row, column)
        if id_ is None:
            continue
        if id_ not in found:
            raise RowRefused(column, "refers to nothing that is there")
        other = found[id_]
        if account and other.account_id and other.account_id != account:
            raise RowRefused(column, "belongs to another account")
        if currency and other.currency and other.currency != currency:
            raise RowRefused(column, f"is in {other.currency} and not in {currency}")
        account, currency = account or other.account_id, currency or other.currency
        customer = customer or other.customer_id
    return Referred(account, currency, customer)


def _check_same(values: Values, there: Mapping[Any, object]) -> None:
    different = [column for column, value in values.items() if there[column] != value]
    if different:
        raise RowRefused("id", f"is there already with another {', '.join(different)}")


def _check_free(values: Values, taken: Mapping[str, set[str]]) -> None:
    for column, others in taken.items():
        if values[column] in others:
            raise RowRefused(column, "is another one's already")
    for column, others in taken.items():
        others.add(str(values[column]))
