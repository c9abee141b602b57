"""The REST channel is for development."""

from __future__ import annotations

import pytest

from assistant.channels.rest import DevelopmentRest


async def _nobody_listens(_: object) -> None:
    return None


def _routes() -> list[str]:
    return [route.uri for route in DevelopmentRest().blueprint(_nobody_listens)._future_routes]


def test_it_is_open_in_development(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASA_TOKEN", raising=False)
    assert "/webhook" in _routes()


def test_it_is_gone_where_a_token_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_TOKEN", "secret")
    assert _routes() == []
