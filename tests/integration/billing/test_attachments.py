"""Attachments on a report: checked, kept once, shown without content, downloaded by their owner."""

import base64
import json
from typing import Any

import httpx
import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError

from billing.access import OPERATOR_SCOPES, READ
from billing.database import Database
from billing.models import Attachment
from billing.settings import Settings
from tests.integration.billing.server import TICKET, Api, system_token
from tests.integration.billing.test_errors import check
from tests.integration.billing.test_specifications import validator

REPORT = {"description": "No tone", "severity": "Major", "ticketType": "fault"}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L"
PDF = b"%PDF-1.4\n%%EOF\n"
LARGEST = 5 * 1024 * 1024


def attached(content: bytes, mime_type: str, name: str = "factura.pdf", **more: Any) -> Any:
    encoded = base64.b64encode(content).decode()
    return {"mimeType": mime_type, "name": name, "content": encoded} | more


def patch(api: Api, ticket: dict[str, Any], attachments: Any) -> httpx.Response:
    return api.http.patch(ticket["href"], json={"attachment": attachments})


@pytest.fixture
def ticket(ana: Api) -> dict[str, Any]:
    """A fresh report with one attachment."""
    answer = ana.file(REPORT | {"attachment": [attached(PDF, "application/pdf")]})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("prueba.hta", "prueba.hta.jpg"),
        ("prueba.jpg.html", "prueba.jpg.html.jpg"),
        ("jpg", "jpg.jpg"),
        ("foto.JPG", "foto.JPG"),
        ("foto.jpeg", "foto.jpeg"),
    ],
)
def test_a_picture_is_never_downloaded_as_something_that_runs(ana: Api, name: str, kept: str):
    filed = ana.file(REPORT | {"attachment": [attached(JPEG, "image/jpeg", name)]})

    (shown,) = filed.json()["attachment"]
    answer = ana.http.get(shown["url"])
    assert shown["name"] == name
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{kept}"


@pytest.mark.parametrize(
    ("content", "mime_type", "ending"),
    [
        (PNG, "image/png", "png"),
        (JPEG, "image/jpeg", "jpg"),
        (WEBP, "image/webp", "webp"),
        (PDF, "application/pdf", "pdf"),
    ],
)
def test_what_was_attached_comes_back_byte_for_byte(
    ana: Api, content: bytes, mime_type: str, ending: str
):
    filed = ana.file(REPORT | {"attachment": [attached(content, mime_type, "recibo ñ.bin")]})

    (shown,) = filed.json()["attachment"]
    answer = ana.http.get(shown["url"])
    assert answer.status_code == 200
    assert answer.content == content
    assert answer.headers["content-type"] == mime_type
    assert answer.headers["content-disposition"] == (
        f"attachment; filename*=UTF-8''recibo%20%C3%B1.bin.{ending}"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "no-store" in answer.headers["cache-control"]


def test_a_report_shows_its_attachments_without_their_content(ana: Api, ticket: dict[str, Any]):
    (shown,) = ticket["attachment"]

    assert shown == {
        "id": shown["id"],
        "href": f"{ticket['href']}/attachment/{shown['id']}",
        "url": shown["href"],
        "name": "factura.pdf",
        "mimeType": "application/pdf",
        "size": {"amount": len(PDF), "units": "byte"},
        "@type": "Attachment",
    }
    (listed,) = ana.all(TICKET, id=ticket["id"])
    assert listed["attachment"] == [shown]


def test_what_is_said_of_an_attachment_is_kept(ana: Api):
    said = {"attachmentType": "picture", "description": "El router sin luces"}
    filed = ana.file(REPORT | {"attachment": [attached(PNG, "image/png", "router.png", **said)]})

    (shown,) = filed.json()["attachment"]
    assert said.items() <= shown.items()


def test_an_attachment_needs_neither_name_nor_type(ana: Api):
    filed = ana.file(REPORT | {"attachment": [{"content": base64.b64encode(PNG).decode()}]})

    (shown,) = filed.json()["attachment"]
    assert (shown["name"], shown["mimeType"]) == ("attachment.png", "image/png")


def test_requests_and_answers_with_attachments_fit_the_specification(ana: Api):
    body = REPORT | {"attachment": [attached(PNG, "image/png", attachmentType="picture")]}
    validator(621, "TroubleTicket_Create").validate(body)
    filed = ana.file(body).json()
    validator(621, "TroubleTicket").validate(filed)

    change = {"attachment": [*filed["attachment"], attached(PDF, "application/pdf")]}
    validator(621, "TroubleTicket_Update").validate(change)
    changed = patch(ana, filed, change["attachment"]).json()
    validator(621, "TroubleTicket").validate(changed)
    for attachment in changed["attachment"]:
        validator(621, "AttachmentRefOrValue").validate(attachment)


def test_a_report_without_attachments_shows_none(ana: Api):
    assert "attachment" not in ana.file(REPORT).json()


def test_the_whole_list_with_a_new_one_adds_only_the_new_one(ana: Api, ticket: dict[str, Any]):
    changed = patch(ana, ticket, [*ticket["attachment"], attached(PNG, "image/png", "b.png")])

    assert changed.status_code == 200
    assert [it["name"] for it in changed.json()["attachment"]] == ["factura.pdf", "b.png"]
    assert changed.json()["lastUpdate"] > ticket["lastUpdate"]


def test_what_is_there_already_adds_nothing(ana: Api, ticket: dict[str, Any]):
    again = patch(ana, ticket, [attached(PDF, "application/pdf"), *ticket["attachment"]]).json()

    assert again["attachment"] == ticket["attachment"]
    assert again["lastUpdate"] == ticket["lastUpdate"]


def test_an_empty_list_erases_nothing(ana: Api, ticket: dict[str, Any]):
    assert patch(ana, ticket, []).json()["attachment"] == ticket["attachment"]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "999999999"},
        {"id": "x"},
        {"name": "other.pdf"},
        {"mimeType": "image/png"},
        {"content": base64.b64encode(PNG).decode()},
    ],
    ids=str,
)
def test_what_is_there_cannot_be_changed(ana: Api, ticket: dict[str, Any], change: dict[str, Any]):
    check(patch(ana, ticket, [ticket["attachment"][0] | change]), 403, "forbidden")

    assert ana.http.get(ticket["href"]).json() == ticket


@pytest.mark.parametrize(
    "wrong",
    [
        attached(PNG, "application/pdf"),
        attached(b"<html><script>alert(1)</script>", "image/png"),
        attached(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        attached(b"GIF89a", "image/gif"),
        attached(b"", "image/png"),
        attached(PNG, "image/png", "a\nb.png"),
        attached(PNG, "image/png", ""),
        attached(PNG, "image/png", "n" * 129),
        attached(PNG, ""),
        {"mimeType": "image/png", "name": "a.png", "content": "not base64!"},
        {"mimeType": "image/png", "name": "a.png", "content": "ñ"},
        {"mimeType": "image/png", "name": "a.png", "content": 5},
        {"name": "a.png", "url": "https://127.0.0.1/a.png"},
        {},
        "a.png",
        attached(PNG + bytes(LARGEST - len(PNG) + 1), "image/png"),
    ],
    ids=lambda wrong: str(wrong)[:80],
)
def test_what_may_not_be_attached_is_400_and_no_report_is_filed(ana: Api, wrong: Any):
    before = len(ana.all(TICKET))

    check(ana.file(REPORT | {"attachment": [wrong]}), 400, "invalid")

    assert len(ana.all(TICKET)) == before


def test_an_attachment_may_be_as_large_as_it_is_said(ana: Api):
    largest = PNG + bytes(LARGEST - len(PNG))
    filed = ana.file(REPORT | {"attachment": [attached(largest, "image/png")]})

    assert filed.status_code == 201, filed.text
    assert ana.http.get(filed.json()["attachment"][0]["url"]).content == largest


def test_a_report_has_at_most_ten(ana: Api, ticket: dict[str, Any]):
    ten = [attached(PNG, "image/png", f"{number}.png") for number in range(10)]

    check(
        ana.file(REPORT | {"attachment": [*ten, attached(PDF, "application/pdf")]}), 400, "invalid"
    )
    assert len(patch(ana, ticket, ten[:9]).json()["attachment"]) == 10
    check(patch(ana, ticket, ten[9:]), 400, "invalid")
    assert len(ana.http.get(ticket["href"]).json()["attachment"]) == 10


def test_another_customer_neither_reads_nor_adds(ana: Api, oliver: Api, ticket: dict[str, Any]):
    own = oliver.file(REPORT).json()
    (shown,) = ticket["attachment"]

    check(oliver.http.get(shown["url"]), 404, "notFound")
    check(oliver.http.get(f"{own['href']}/attachment/{shown['id']}"), 404, "notFound")
    check(patch(oliver, ticket, [attached(PNG, "image/png")]), 404, "notFound")
    check(httpx.get(f"{oliver.http.base_url}{shown['url']}", trust_env=False), 401, "notSignedIn")


def test_of_the_operator_s_systems_those_that_read_everything_read_attachments(
    billing_address: str, ticket: dict[str, Any]
):
    address = f"{billing_address}{ticket['attachment'][0]['url']}"
    for scope in OPERATOR_SCOPES:
        token = {"Authorization": f"Bearer {system_token(scope)}"}
        answer = httpx.get(address, headers=token, trust_env=False)
        if scope == READ:
            assert answer.status_code == 200
        else:
            check(answer, 403, "outOfScope")


@pytest.mark.parametrize("id_", ["0", "x", "-1", "9" * 30, "٣", "1.0"])
def test_an_attachment_that_is_not_there_is_404(ana: Api, ticket: dict[str, Any], id_: str):
    check(ana.http.get(f"{ticket['href']}/attachment/{id_}"), 404, "notFound")


def test_the_same_key_with_the_same_attachment_is_the_same_report(ana: Api):
    body = REPORT | {"externalId": "att:1", "attachment": [attached(PNG, "image/png")]}
    first, second = ana.file(body), ana.file(body)

    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json() == first.json()
    other = body | {"attachment": [attached(PDF, "application/pdf")]}
    check(ana.file(other), 409, "keyReused")


@pytest.mark.parametrize(
    "body",
    [
        json.dumps(REPORT | {"description": "x" * 1_000_000}),
        json.dumps(REPORT | {"extra": "x" * 1_000_000}),
        json.dumps(REPORT | {"note": [{"text": "x" * 4000}] * 250}),
        "[" * 1_000_000,
        json.dumps(REPORT | {"content": "x y" * 400_000}),
        json.dumps(REPORT | {"attachment": [attached(bytes(7 * 1024 * 1024), "image/png")]}),
    ],
    ids=lambda body: body[:90],
)
def test_only_attachments_make_a_body_large(ana: Api, ticket: dict[str, Any], body: str):
    headers = {"Content-Type": "application/json"}

    check(ana.http.post(TICKET, content=body, headers=headers), 413, "tooLarge")
    check(ana.http.patch(ticket["href"], content=body, headers=headers), 413, "tooLarge")
    check(ana.http.post(TICKET, content=iter([body.encode()]), headers=headers), 413, "tooLarge")


def test_a_large_body_is_read_for_customers_alone(billing_address: str):
    large = REPORT | {"attachment": [attached(PNG + bytes(1_000_000), "image/png")]}
    answer = httpx.post(billing_address + TICKET, json=large, trust_env=False)

    check(answer, 401, "notSignedIn")


def test_nobody_changes_or_erases_an_attachment(
    ana: Api, ticket: dict[str, Any], billing_settings: Settings
):
    database = Database(billing_settings.database)

    def run(change: Any) -> None:
        with database.write() as session:
            session.execute(change)

    for change in (
        update(Attachment).values(name="other"),
        delete(Attachment),
        text("delete from attachment"),
    ):
        with pytest.raises(DatabaseError, match="evidence is not changed"):
            run(change)
    with database.read() as session:
        names = session.scalars(
            select(Attachment.name).where(Attachment.ticket_id == ticket["id"])
        ).all()
    database.close()
    assert names == ["factura.pdf"]
