"""Signed orders: kept once with their document, found again, never changed."""

import hashlib
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from billing.__main__ import main
from billing.contracts import SignedOrder
from billing.database import Database
from billing.errors import InvalidError, NotFoundError
from billing.models import Account, AuditEntry, Line
from billing.orders import keep_order, ordered_item, orders_of

ACCOUNT = "BA-ES-1001"
PDF = b"%PDF-1.4\nun pedido\n%%EOF\n"
ITEMS = ["Telvia Casa; +34910123471; 14.90; 0", "Router;; 3; 49.00"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "pedido.pdf"
    file.write_bytes(PDF)
    return file


def run(
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    file: Path,
    account: str = ACCOUNT,
    signed: str = "2026-03-02T17:30",
    items: list[str] = ITEMS,
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    arguments = [account, str(file), "--signed", signed, "--by", "clerk-1"]
    arguments += [part for item in items for part in ("--item", item)]
    monkeypatch.setattr(sys, "argv", ["billing", "order", *arguments])
    main()


def how_many(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(SignedOrder)) or 0


def test_an_order_is_kept_with_its_document(
    database: Database, database_address: str, file: Path, monkeypatch: pytest.MonkeyPatch
):
    run(monkeypatch, database_address, file)

    with database.read() as session:
        order = orders_of(session, ACCOUNT)[0]
        assert order.document == PDF
    assert order.items == [
        {"name": "Telvia Casa", "number": "+34910123471", "monthly": 1490, "one_off": 0},
        {"name": "Router", "number": None, "monthly": 300, "one_off": 4900},
    ]
    assert order.signed_at == datetime(2026, 3, 2, 16, 30, tzinfo=timezone.utc)
    assert (order.file_name, order.sha256) == ("pedido.pdf", hashlib.sha256(PDF).hexdigest())


def test_keeping_it_is_on_the_record(
    database: Database, database_address: str, file: Path, monkeypatch: pytest.MonkeyPatch
):
    run(monkeypatch, database_address, file)

    with database.read() as session:
        (entry,) = session.scalars(select(AuditEntry))
    assert (entry.actor, entry.action) == ("clerk-1", "order")
    assert entry.detail["account"] == ACCOUNT
    assert entry.detail["sha256"] == hashlib.sha256(PDF).hexdigest()


def test_the_same_document_is_kept_once(
    database: Database, database_address: str, file: Path, monkeypatch: pytest.MonkeyPatch
):
    run(monkeypatch, database_address, file)
    before = how_many(database)

    with pytest.raises(SystemExit, match="kept already"):
        run(monkeypatch, database_address, file)
    assert how_many(database) == before


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"account": "BA-NONE"}, "no account"),
        ({"signed": "yesterday"}, "no time"),
        ({"signed": "2999-01-01T00:00"}, "once it is signed"),
        ({"items": ["Router"]}, "name; number; a month; once"),
        ({"items": [";; 1; 1"]}, "name; number; a month; once"),
        ({"items": ["Router;; three; 0"]}, "not an amount"),
        ({"items": ["Router;; 3.001; 0"]}, "not an amount"),
        ({"items": ["Router;; -3; 0"]}, "less than nothing"),
        ({"items": ["Casa; 910123471; 3; 0"]}, "no number"),
        ({"file": Path("/nowhere/pedido.pdf")}, "Nothing was kept"),
        ({"file": Path(__file__)}, "is no PDF"),
    ],
    ids=str,
)
def test_what_is_no_signed_order_is_not_kept(
    database: Database,
    database_address: str,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    wrong: dict[str, object],
    why: str,
):
    before = how_many(database)

    with pytest.raises(SystemExit, match=why):
        run(monkeypatch, database_address, **({"file": file} | wrong))  # type: ignore[arg-type]
    assert how_many(database) == before


def test_an_order_without_items_or_account_is_refused(database: Database, now: datetime):
    item = ordered_item(ITEMS[0], "EUR")
    with database.write() as session:
        with pytest.raises(InvalidError, match="at least one"):
            keep_order(session, ACCOUNT, now, [], "a.pdf", PDF, "clerk-1", now)
        with pytest.raises(NotFoundError):
            keep_order(session, "nowhere", now, [item], "a.pdf", PDF, "clerk-1", now)


def test_orders_come_the_latest_first_and_only_the_account_s(database: Database, now: datetime):
    item = ordered_item(ITEMS[0], "EUR")
    with database.write() as session:
        for days in (2, 1, 3):
            signed, document = now - timedelta(days=days), PDF + bytes([days])
            keep_order(session, ACCOUNT, signed, [item], f"{days}.pdf", document, "clerk-1", now)

    with database.read() as session:
        names = [order.file_name for order in orders_of(session, ACCOUNT)]
    assert names == ["1.pdf", "2.pdf", "3.pdf", "pedido.pdf"]


#: An order written over another one: each database has a way of its own.
OVER = {
    "sqlite": "insert or replace into signed_order select {id}, account_id, signed_at, kept_at,"
    " '[]', file_name, sha256, document from signed_order",
    "postgresql": "insert into signed_order select {id}, account_id, signed_at, kept_at,"
    " '[]', file_name, sha256, document from signed_order"
    " on conflict (account_id, sha256) do update set items = '[]'",
}


@pytest.mark.parametrize(
    "change",
    [
        "update signed_order set items = '[]'",
        "update signed_order set signed_at = kept_at",
        "delete from signed_order",
        {name: over.format(id="id") for name, over in OVER.items()},
        {name: over.format(id="id + 1000") for name, over in OVER.items()},
    ],
    ids=["items", "signed_at", "delete", "over", "beside"],
)
def test_nobody_changes_or_erases_a_signed_order(database: Database, change: str | dict[str, str]):
    statement = change if isinstance(change, str) else change[database.engine.name]

    def run_it() -> None:
        with database.write() as session:
            session.execute(text(statement))

    with pytest.raises(DatabaseError, match="evidence is not changed"):
        run_it()
    assert how_many(database) == 4


def test_the_demonstration_has_an_order_for_every_line(database: Database):
    with database.read() as session:
        for account in session.scalars(select(Account)).all():
            (order,) = orders_of(session, account.id)
            lines = session.scalars(select(Line).where(Line.account_id == account.id)).all()
            assert {item["number"] for item in order.items} == {line.number for line in lines}
            fees = {line.number: line.plan.monthly_fee for line in lines}
            assert {item["number"]: item["monthly"] for item in order.items} == fees
            assert order.document.startswith(b"%PDF-")
            assert order.sha256 == hashlib.sha256(order.document).hexdigest()
