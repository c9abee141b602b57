"""Rows and files that an import refuses, each with its line, its column and the reason."""

from pathlib import Path

import pytest

from billing.codes import LINE_STATUSES
from billing.imports.kinds import KINDS
from billing.imports.reading import LONGEST_LINE
from tests.integration.billing.importing import EXAMPLE, Engineer, example, reported, written

ID = "is not an identifier of at most 64 letters, digits and . _ : ~ -"
INSTANT = "is not an instant with its zone, as in 2026-03-01T09:30:00+01:00"
AMOUNT = "is not an amount of the currency, as in 12.50"
E164 = "is not a number in E.164, as in +34910123471"
NO_NUMBER = "is not a number of its country's numbering plan"
NOTHING = "refers to nothing that is there"

WRONG = [
    ("customers", "id", "C 1", ID),
    ("customers", "id", "C/1", ID),
    ("customers", "id", "x" * 65, ID),
    ("customers", "id", "C1\t", ID),
    ("customers", "name", "", "is missing"),
    ("customers", "name", " Ana", "is not a name of at most 200 characters"),
    ("customers", "name", "x" * 201, "is not a name of at most 200 characters"),
    ("customers", "name", "An\u202ea", "is not a name of at most 200 characters"),
    *(
        (
            "customers",
            "user_name",
            value,
            "is not a user name of at most 100 small letters, digits and . _ @ + -",
        )
        for value in ("Ana", "ana castro", "añá")
    ),
    ("customers", "language", "de", "is not one of en, es, fr, pl"),
    ("accounts", "customer_id", "C9", NOTHING),
    ("accounts", "time_zone", "Madrid", "is not an IANA time zone, as in Europe/Madrid"),
    ("accounts", "time_zone", "../../etc/passwd", "is not an IANA time zone, as in Europe/Madrid"),
    ("accounts", "time_zone", "Europe", "is not an IANA time zone, as in Europe/Madrid"),
    ("accounts", "currency", "€", "is not a currency of ISO 4217, as in EUR"),
    ("accounts", "currency", "eur", "is not a currency of ISO 4217, as in EUR"),
    ("accounts", "country", "Spain", "is not a country of ISO 3166, as in ES"),
    ("accounts", "tax_rate", "-21", "is not a rate in per cent, as in 21 or 5.5"),
    ("accounts", "tax_rate", "21 %", "is not a rate in per cent, as in 21 or 5.5"),
    ("accounts", "cycle_day", "0", "is not a day of the month, 1 to 31"),
    ("accounts", "cycle_day", "32", "is not a day of the month, 1 to 31"),
    ("accounts", "opened_at", "2025-03-01", INSTANT),
    ("accounts", "opened_at", "2025-03-01T00:00:00", INSTANT),
    ("accounts", "opened_at", "2025-02-30T00:00:00Z", INSTANT),
    ("accounts", "opened_at", "1740787200", INSTANT),
    ("accounts", "opened_at", "0001-01-01T00:00:00+14:00", INSTANT),
    ("plans", "monthly_fee", "14,90", AMOUNT),
    ("plans", "monthly_fee", "14.905", "is finer than EUR's smallest coin"),
    ("plans", "monthly_fee", "-1", AMOUNT),
    ("plans", "monthly_fee", "1e3", AMOUNT),
    ("plans", "monthly_fee", "NaN", AMOUNT),
    ("plans", "monthly_fee", "1_000", AMOUNT),
    ("plans", "monthly_fee", "٣", AMOUNT),
    ("plans", "monthly_fee", "21474836.48", "is too much to be an amount"),
    (
        "plans",
        "included_call_types",
        "local,mobile",
        "is not a list, with blanks between, of local, mobile, international, premium, roaming",
    ),
    ("lines", "account_id", "A9", NOTHING),
    ("lines", "plan_id", "P9", NOTHING),
    ("lines", "plan_id", "EX-MOBILE", "is in GBP and not in EUR"),
    ("lines", "number", "910123480", E164),
    ("lines", "number", "+34 910 123 480", E164),
    ("lines", "number", "+3491012348", NO_NUMBER),
    ("lines", "number", "+999123456789", NO_NUMBER),
    ("lines", "number", "+442079460390", "is another one's already"),
    (
        "lines",
        "status",
        "on",
        f"is not one of {', '.join(LINE_STATUSES)}",
    ),
    ("bills", "account_id", "A9", NOTHING),
    ("bills", "number", "GB202610EX2", "is another one's already"),
    ("bills", "period_end", "2026-09-30T22:00:00Z", "is not after period_start"),
    ("bills", "due_date", "2026-10-31T22:59:59Z", "is before bill_date"),
    ("bills", "next_bill_date", "2026-10-31T23:00:00Z", "is not after bill_date"),
    ("bills", "fixed_charges", "14.901", "is finer than EUR's smallest coin"),
    ("bills", "usage_charges", "21474830.00", "is too much beside fixed_charges"),
    ("calls", "line_id", "L9", NOTHING),
    ("calls", "line_id", "", "is missing"),
    ("calls", "bill_id", "B9", NOTHING),
    ("calls", "bill_id", "EX-B2", "belongs to another account"),
    ("calls", "called_number", "anonymous", E164),
    ("calls", "duration", "-1", "is not a whole number of seconds"),
    ("calls", "duration", "1.5", "is not a whole number of seconds"),
    ("calls", "duration", "99999999", "is not a whole number of seconds"),
    ("calls", "rated", "0.0000001", AMOUNT),
    ("plans", "availability", "100.5", "is not a share in per cent, as in 99.5"),
    ("calls", "amount", "0.001", "is finer than EUR's smallest coin"),
    ("calls", "rated_at", "yesterday", INSTANT),
    (
        "calls",
        "call_type",
        "LOCAL",
        "is not one of local, mobile, international, premium, roaming",
    ),
    ("calls", "destination_country", "XX", "is not a country of ISO 3166, as in ES"),
    ("payments", "bill_id", "B9", NOTHING),
    ("payments", "amount", "10.001", "is finer than EUR's smallest coin"),
    (
        "payments",
        "means",
        "gold",
        "is not one of direct_debit, bank_transfer, card, cash, other",
    ),
    ("outages", "line_id", "L9", NOTHING),
    ("outages", "began_at", "yesterday", INSTANT),
    ("outages", "ended_at", "2026-10-02T01:00:00Z", "is not after began_at"),
    ("outages", "reported_by", "", "is missing"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_wrong_values_are_refused_and_the_other_rows_go_in(
    engineer: Engineer, tmp_path: Path, kind: str
):
    engineer.imports_what_comes_before(kind)
    first, *others = example(kind)
    wrong = [(column, value, reason) for which, column, value, reason in WRONG if which == kind]
    rows = [*others, *(first | {column: value} for column, value, _ in wrong)]

    told = engineer.imports(kind, written(tmp_path / f"{kind}.csv", rows))

    assert told.code == 1
    assert reported(tmp_path / f"{kind}.refused.csv") == [
        (str(number), column, f"{column} {reason}")
        for number, (column, _, reason) in enumerate(wrong, start=len(others) + 2)
    ]
    assert {row["id"] for row in engineer.rows(kind)} == {other["id"] for other in others}


def test_each_column_that_can_be_refused_is_tried():
    tried = {(kind, column) for kind, column, *_ in WRONG}
    of_a_tried_type = {
        "id",
        "name",
        "currency",
        "started_at",
        "period_start",
        "bill_date",
        "paid_at",
    }

    for kind in KINDS.values():
        untried = {column for column in kind.columns if (kind.name, column) not in tried}
        assert untried <= of_a_tried_type


def lines_of(kind: str) -> list[str]:
    """The example's file as lines, the header first."""
    return (EXAMPLE / f"{kind}.csv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "file",
    [
        "\ufeff" + "\n".join(lines_of("customers")) + "\n",
        "\r\n".join(lines_of("customers")) + "\r\n",
        "\n".join(lines_of("customers")),
        "\n\n".join(lines_of("customers")) + "\n\r\n\n",
        "\n".join(
            [
                ",".join(f'"{c}"' for c in lines_of("customers")[0].split(",")),
                *lines_of("customers")[1:],
            ]
        ),
    ],
    ids=["byte order mark", "CRLF", "no end of line", "blank lines", "quoted header"],
)
def test_files_come_as_other_systems_write_them(engineer: Engineer, tmp_path: Path, file: str):
    (tmp_path / "customers.csv").write_bytes(file.encode())

    assert engineer.imports("customers", tmp_path / "customers.csv").code == 0
    assert [row["name"] for row in engineer.rows("customers")] == [
        "Ana Belén Castro Ruiz",
        "Hughes, Oliver",
    ]


HEADER, ANA, OLIVER = (line.encode() for line in lines_of("customers"))


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "line 1: there is no header"),
        (b"\xef\xbb\xbf", "line 1: there is no header"),
        (b"\n" + HEADER, "line 1: there is no header"),
        (HEADER.decode().encode("utf-16"), "line 1: the line"),
        (
            HEADER.replace(b",", b";") + b"\n",
            "are missing; id;name;user_name;language are not known",
        ),
        (b'"id,name\n', "line 1: the line is not CSV"),
        (b"x" * 3_000_000, "line 1: the line is longer than 65536 bytes"),
    ],
    ids=["empty", "mark alone", "blank", "UTF-16", "semicolons", "open quote", "3 MB"],
)
def test_a_file_without_a_header_cannot_be_read(
    engineer: Engineer, tmp_path: Path, file: bytes, said: str
):
    (tmp_path / "customers.csv").write_bytes(file)

    told = engineer.imports("customers", tmp_path / "customers.csv")

    assert told.code == 2
    assert said in told.err


def test_a_header_alone_imports_nothing(engineer: Engineer, tmp_path: Path):
    (tmp_path / "customers.csv").write_bytes(HEADER + b"\n")

    told = engineer.imports("customers", tmp_path / "customers.csv")

    assert (told.code, told.out) == (0, "customers.csv: 0 imported, 0 already there, 0 refused\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (ANA.decode().encode("latin-1"), "the line is not UTF-8 (byte 14)"),
        (ANA + b"\0", "the line has a null byte in it"),
        (ANA.replace(b"Ana", b"x" * 1_000_000), f"the line is longer than {LONGEST_LINE} bytes"),
        (ANA + b",", "the line has 5 fields and not 4"),
        (b"EX-C1", "the line has 1 fields and not 4"),
        (b'EX-C1,"Ana,ana,es', "the line is not CSV: unexpected end of data"),
        (b'EX-C1,"Ana"x,ana,es', "the line is not CSV: ',' expected after '\"'"),
        (b"EX-C1,A\rna,ana,es", "the line is not CSV: new-line character seen in unquoted field"),
    ],
    ids=["latin-1", "null", "1 MB", "too many", "too few", "open quote", "inner quote", "return"],
)
def test_a_line_that_is_no_row_is_refused_alone(
    engineer: Engineer, tmp_path: Path, line: bytes, reason: str
):
    (tmp_path / "customers.csv").write_bytes(b"\n".join([HEADER, line, OLIVER, b""]))

    assert engineer.imports("customers", tmp_path / "customers.csv").code == 1

    ((number, column, said),) = reported(tmp_path / "customers.refused.csv")
    assert (number, column) == ("2", "")
    assert said.startswith(reason)
    assert [row["id"] for row in engineer.rows("customers")] == ["EX-C2"]


@pytest.mark.parametrize("rows_a_batch", ["1", "5000"])
def test_an_id_that_comes_twice_in_a_file_counts_once(
    engineer: Engineer, tmp_path: Path, rows_a_batch: str
):
    ana, oliver = example("customers")
    rows = [ana, oliver, ana, ana | {"name": "Another"}, oliver | {"id": "C3"}]
    file = written(tmp_path / "customers.csv", rows)

    told = engineer.imports("customers", file, "--rows", rows_a_batch)

    assert told.out.startswith("customers.csv: 2 imported, 1 already there, 2 refused")
    assert reported(tmp_path / "customers.refused.csv") == [
        ("5", "id", "id is there already with another name"),
        ("6", "user_name", "user_name is another one's already"),
    ]


def test_what_looks_like_sql_is_a_name(engineer: Engineer, tmp_path: Path):
    name = "Robert'); DROP TABLE call;-- %s :name ?"
    file = written(tmp_path / "c.csv", [example("customers")[0] | {"name": name}])

    assert engineer.imports("customers", file).code == 0
    assert engineer.rows("customers")[0]["name"] == name
    assert engineer.rows("calls") == []


def test_a_refused_row_is_no_reference_for_another(engineer: Engineer, tmp_path: Path):
    written(tmp_path / "customers.csv", [example("customers")[0] | {"language": "de"}])
    written(tmp_path / "accounts.csv", example("accounts")[:1])

    told = engineer.imports(tmp_path)

    assert told.code == 1
    assert engineer.rows("accounts") == []
    assert [reason for *_, reason in reported(tmp_path / "accounts.refused.csv")] == [
        "customer_id refers to nothing that is there"
    ]
