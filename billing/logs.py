"""What the site writes into its log: of visitors nothing, unless the operator wants it."""

import logging
from copy import deepcopy
from typing import Any

from uvicorn.config import LOGGING_CONFIG


class NoVisitors(logging.Filter):
    """Leaves out uvicorn's line for each WebSocket, which no setting of uvicorn's does: it has the
    visitor's address, and in the socket's own the ids of sessions and conversations.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return '"WebSocket ' not in str(record.msg)


def log_config(access_log: bool) -> dict[str, Any]:
    """Uvicorn's own, with the lines for WebSockets where those for requests are wanted."""
    config: dict[str, Any] = deepcopy(LOGGING_CONFIG)
    if not access_log:
        config["filters"] = {"no_visitors": {"()": NoVisitors}}
        config["handlers"]["default"]["filters"] = ["no_visitors"]
    return config
