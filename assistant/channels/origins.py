"""The origins (RFC 6454) of pages that may have the chat on them. A browser says which it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

SETTING = "WIDGET_ORIGINS"
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?/?", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_LOCAL = ("127.0.0.1", "localhost")


def widget_origins(environ: Mapping[str, str]) -> list[str]:
    """Those of our own site, at PUBLIC_URL, and of the pages that the operator names.

    Raises ValueError for a name that no browser would ever say.
    """
    public = environ.get("PUBLIC_URL", "http://127.0.0.1:8080")
    named = re.findall(r"[^\s,]+", environ.get(SETTING, ""))
    return [*own_origins(public), *map(_origin, named)]


def own_origins(public_url: str) -> list[str]:
    """The origins of our own site; on this machine it goes by two names."""
    parts = urlsplit(public_url)
    hosts = _LOCAL if parts.hostname in _LOCAL else (parts.hostname or "",)
    return [_written(parts, host) for host in hosts]


def _origin(name: str) -> str:
    if not _ORIGIN.fullmatch(name):
        raise ValueError(f"{SETTING}: {name} is no origin; one is https://www.telvia.example")
    parts = urlsplit(name)
    return _written(parts, parts.hostname or "")


def _written(parts: SplitResult, host: str) -> str:
    """As browsers write it: the port only where it is not the scheme's own."""
    has_port = parts.port not in (None, _PORTS.get(parts.scheme))
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if has_port else "")
