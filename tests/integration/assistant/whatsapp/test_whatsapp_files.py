"""Photos and documents that are sent on WhatsApp."""

from __future__ import annotations

import pytest

from tests.graph_api import GraphApi
from tests.unit.selfcare.files import JPEG
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import WhatsAppUser


def test_a_photo_is_kept_and_its_caption_read_after_it(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    graph.media["2754859441498128"] = JPEG
    photo = {"id": "2754859441498128", "mime_type": "image/jpeg", "caption": "Mi recibo"}
    ann.send({"type": "image", "image": photo})
    ann.wait(2)
    handed_in, caption = server.heard()[-2:]
    assert handed_in.startswith('/send_file{"file": "')
    assert caption == "Mi recibo"


@pytest.mark.parametrize(
    ("content", "response"),
    [
        (b"MZ program", "utter_file_wrong_type"),
        (b"", "utter_file_empty"),
        (JPEG + b"\x00" * 5 * 2**20, "utter_file_too_large"),
    ],
)
def test_a_file_that_is_not_taken_is_explained(
    content: bytes, response: str, ann: WhatsAppUser, graph: GraphApi
):
    graph.media["77"] = content
    ann.send({"type": "document", "document": {"id": "77", "filename": "recibo.exe"}})
    assert ann.wait()[0].text == f"{response} (es)"


def test_a_failure_is_said_and_what_follows_is_answered(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    graph.media["78"] = JPEG
    photo = {"type": "image", "image": {"id": "78", "caption": "Mi recibo"}}
    with server.no_files_kept():
        ann.send(photo)
        assert ann.wait()[0].text == "utter_internal_error (es)"
    ann.send(photo)
    assert [it.text for it in ann.wait(2)] == ["> /send_file", "> Mi recibo"]
    assert len(ann.got) == 3
