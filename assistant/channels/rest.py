"""Rasa's REST channel, for development: it takes anybody's word for who is writing."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint


class DevelopmentRest(RestInput):
    """Open while `RASA_TOKEN` is not set; where it is, the channel is not there."""

    @classmethod
    def name(cls) -> str:
        """The name of Rasa's own."""
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The webhook, or nothing."""
        if os.environ.get("RASA_TOKEN"):
            return Blueprint("no_rest")
        return super().blueprint(on_new_message)
