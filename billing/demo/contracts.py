"""What demonstration customers signed, and a month in which a line was less than was promised."""

import hashlib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from billing.availability import credit_bands, measure_account
from billing.contracts import OrderedItem, Outage, SignedOrder
from billing.demo.people import DemoCustomer
from billing.models import Account, Line
from billing.month import Month

SET_UP_FEE = 1900
#: Of each document: its name, what it is, a month, once. The letters are those that every reader
#: of PDF has without a font of the document's own.
WORDS = {
    "es": ("pedido.pdf", "Pedido firmado", "al mes", "alta"),
    "fr": ("commande.pdf", "Bon de commande signé", "par mois", "mise en service"),
    "pl": ("zamowienie.pdf", "Podpisane zamówienie", "abonament", "aktywacja"),
    "en": ("order.pdf", "Signed order", "monthly", "set-up"),
}


def add_contract(
    session: Session, customer: DemoCustomer, account: Account, lines: list[Line], now: datetime
) -> None:
    """An order for all lines, and a day without the first one in the last month that is over."""
    file_name, title, monthly, one_off = WORDS[customer.language]
    items = [
        OrderedItem(
            name=line.plan.name,
            number=line.number,
            monthly=line.plan.monthly_fee,
            one_off=SET_UP_FEE,
        )
        for line in lines
    ]
    written = [f"Telvia: {title}", f"{account.id}   {account.opened_at:%Y-%m-%d}"] + [
        f"{item['name']}   {item['number']}   {monthly} {item['monthly'] / 100:.2f}   "
        f"{one_off} {item['one_off'] / 100:.2f} {account.currency}"
        for item in items
    ]
    document = _pdf(written)
    session.add(
        SignedOrder(
            account_id=account.id,
            signed_at=account.opened_at,
            kept_at=account.opened_at,
            items=items,
            file_name=file_name,
            sha256=hashlib.sha256(document).hexdigest(),
            document=document,
        )
    )

    month = Month.before(now.astimezone(ZoneInfo(account.time_zone)))
    start, _ = month.bounds(account.time_zone)
    began = start + timedelta(days=9, hours=8, minutes=12)
    ended = began + timedelta(hours=9, minutes=40)
    session.add(
        Outage(
            id=f"OUT-{lines[0].id}",
            line_id=lines[0].id,
            began_at=began,
            ended_at=ended,
            reported_by=customer.id,
        )
    )
    session.flush()
    measure_account(session, account.id, month, now, credit_bands())


def _pdf(lines: list[str]) -> bytes:
    """One page with lines of text."""
    shown = " T* ".join(f"({line}) Tj" for line in lines).encode("cp1252")
    text = b"BT /F1 11 Tf 18 TL 60 780 Td " + shown + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    document, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(document))
        document += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(places)
    trailer = b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(document)
    return document + table + trailer
