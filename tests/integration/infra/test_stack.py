"""The stack that other tests stand on, with the real site alone."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from scripts.memory import resident_megabytes
from tests.customer_page import refuse, sign_in
from tests.stack import Stack, running_stack


@pytest.fixture(scope="module")
def site() -> Iterator[Stack]:
    with running_stack(["site"]) as stack:
        yield stack


def asked_sign_in(site: Stack) -> str:
    """The link of a sign-in that the assistant has begun."""
    form = {"client_id": "aclaro", "scope": "selfcare", "ui_locales": "es"}
    address = f"{site.site_url}/oauth/device_authorization"
    with urllib.request.urlopen(address, urlencode(form).encode(), timeout=10) as response:
        link: str = json.load(response)["verification_uri_complete"]
    return link


def test_a_customer_signs_in_on_the_page(site: Stack):
    sign_in(asked_sign_in(site), "demo-pl")


def test_a_wrong_password_does_not_sign_in(site: Stack):
    with pytest.raises(AssertionError, match="the page answered 422"):
        sign_in(asked_sign_in(site), "demo-pl", password="wrong one")


def test_a_customer_refuses_on_the_page(site: Stack):
    refuse(asked_sign_in(site))


def test_what_billing_knew_survives_its_restart_and_not_its_restoration(site: Stack):
    link = asked_sign_in(site)
    site.restart("site")
    with urllib.request.urlopen(link, timeout=10) as page:
        assert page.status == 200
    site.restore_billing()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(link, timeout=10)


def test_a_part_that_a_test_stopped_is_started_again(site: Stack):
    site.stop("site")
    site.start_missing("site")
    sign_in(asked_sign_in(site), "demo-fr")


def test_the_memory_of_a_part_is_known(site: Stack):
    assert 20 < resident_megabytes(site.processes["site"].popen.pid) < 400
