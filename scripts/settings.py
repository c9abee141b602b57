"""Where things are: the checkout, its environments, the ports and addresses of the parts."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSISTANT_ENVIRONMENT = ROOT / ".venv"
SITE_ENVIRONMENT = ROOT / ".venv-site"
ASSISTANT_PYTHON = ASSISTANT_ENVIRONMENT / "bin" / "python"
SITE_PYTHON = SITE_ENVIRONMENT / "bin" / "python"

#: Where the assistant hears what happens to reports.
EVENTS_PATH = "/webhooks/events/"
#: Where the site says by which keys its visitors' tokens are known.
KEYS_PATH = "/.well-known/jwks.json"
#: Where it hears what people at the desk do and say.
HANDOFF_PATH = "/webhooks/handoff/"
PORTS = {"SITE_PORT": "8080", "ACTIONS_PORT": "5055", "RASA_PORT": "5005"}


def var(environ: Mapping[str, str] = os.environ) -> Path:
    """The directory of everything that is kept between two runs."""
    return ROOT / environ.get("ACLARO_VAR", "var")


def addresses(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables by which the parts find and know each other, where they are unset: derived from
    the ports, and secrets for as long as they run.
    """
    found = {name: environ.get(name) or port for name, port in PORTS.items()}
    site = "http://127.0.0.1:" + found["SITE_PORT"]
    defaults = {
        "PUBLIC_URL": site,
        "BILLING_URL": site,
        "RASA_URL": "http://127.0.0.1:" + found["RASA_PORT"],
        "ACTIONS_URL": "http://127.0.0.1:" + found["ACTIONS_PORT"],
        "EVENTS_SECRET": secrets.token_urlsafe(32),
        "ASSISTANT_CLIENT_ID": "assistant",
        "ASSISTANT_CLIENT_SECRET": secrets.token_urlsafe(32),
        "HANDOFF_SECRET": secrets.token_urlsafe(32),
        "VISITOR_AUDIENCE": "aclaro",
    }
    public = environ.get("PUBLIC_URL") or site
    defaults |= {"VISITOR_KEYS": site + KEYS_PATH, "VISITOR_ISSUER": public.rstrip("/")}
    rasa = environ.get("RASA_URL") or defaults["RASA_URL"]
    defaults["EVENTS_CALLBACK"] = rasa + EVENTS_PATH
    defaults["HANDOFF_CALLBACK"] = rasa + HANDOFF_PATH
    found.update({name: environ.get(name) or address for name, address in defaults.items()})
    return found


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment variables that a process of ours is started with."""
    variables = dict(os.environ)
    # Rasa imports thousands of modules: compiled once, it starts in half the time.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    variables.update(
        RASA_TELEMETRY_ENABLED="false",
        PYTHONUNBUFFERED="1",
        PYTHONPATH=str(ROOT),
        SQLALCHEMY_SILENCE_UBER_WARNING="1",
        TF_CPP_MIN_LOG_LEVEL="3",
        # Idle threads that spin make the others slow: read when the libraries load.
        OMP_WAIT_POLICY="passive",
    )
    variables.update(more or {})
    return variables
