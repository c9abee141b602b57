"""`python -m assistant run|train|validate`: Rasa with our patches, settings and quiet logs.
`whatsapp-templates` prints what Meta has to approve (see `channels/whatsapp/templates.yml`),
`forget` is for cron: it forgets conversations in which nobody has written for long.

Environment: ACLARO_VAR, ACTIONS_URL, ACTIONS_SECRET, RASA_PORT, RASA_TOKEN, TRACKER_URL,
REDIS_URL, SANIC_WORKERS (more than one needs REDIS_URL), LOG_LEVEL, FORGET_AFTER_DAYS.
"""

from __future__ import annotations

import argparse
import logging
import os
import warnings
from pathlib import Path

import structlog

HOST = "127.0.0.1"


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="assistant", description=__doc__)
    commands = {
        "run": run,
        "train": train,
        "validate": validate,
        "whatsapp-templates": print_templates,
        "forget": forget,
    }
    parser.add_argument("command", choices=commands)
    command = parser.parse_args().command
    settle_environment()
    speak_quietly()
    commands[command]()


def settle_environment() -> None:
    """Set what is not set: `endpoints.yml` and Rasa itself read the environment."""
    var = Path(os.environ.setdefault("ACLARO_VAR", "var")).resolve()
    var.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("ACTIONS_URL", "http://127.0.0.1:5055")
    os.environ.setdefault("ACTIONS_SECRET", "")
    os.environ.setdefault("REDIS_URL", "")
    os.environ.setdefault("TRACKER_URL", f"sqlite:///{var / 'tracker.db'}")
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    # Idle threads that spin make the others slow; read when the libraries load.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"


def speak_quietly() -> None:
    """Log warnings and worse, one line each, without the libraries' chatter."""
    level = os.environ.get("LOG_LEVEL", "WARNING")
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=level, format=form)
    structlog.configure(
        processors=[structlog.processors.KeyValueRenderer(key_order=["event"])],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLogger().level),
    )
    warnings.simplefilter("ignore")
    # httpx says every address it asks, and a bot's has its token in it.
    for chatty in ("apscheduler", "matplotlib", "asyncio", "sanic.access", "httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.ERROR)


def run() -> None:
    """Serve the trained model, until stopped."""
    if os.environ.get("SANIC_WORKERS", "1") != "1" and not os.environ["REDIS_URL"]:
        raise SystemExit("SANIC_WORKERS above 1 needs REDIS_URL: the workers share their locks.")
    from assistant.lean import leave_out_tensorflow

    leave_out_tensorflow()
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints

    from assistant import patches
    from assistant.training import MODEL

    if not MODEL.exists():
        raise SystemExit(f"There is no model at {MODEL}: run `python -m assistant train` first.")
    patches.install()
    serve_application(
        model_path=str(MODEL),
        interface=HOST,
        port=int(os.environ.get("RASA_PORT", "5005")),
        credentials="credentials.yml",
        endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"),
        auth_token=os.environ.get("RASA_TOKEN") or None,
        enable_api=True,
    )


def train() -> None:
    """Train the model if its inputs changed."""
    from assistant.lean import leave_out_tensorflow

    leave_out_tensorflow()
    from assistant import patches, training

    patches.install()
    training.train()


def validate() -> None:
    """Check domain, rules and phrases."""
    from assistant import validation

    validation.validate()


def print_templates() -> None:
    """Print the templates of WhatsApp in every language, as Meta takes them."""
    from assistant.channels.whatsapp.templates import Templates, submissions
    from assistant.texts import texts

    print(submissions(Templates.from_file(), texts()))


def forget() -> None:
    """Forget what is old, and print how many conversations that were."""
    from assistant.lean import leave_out_tensorflow

    leave_out_tensorflow()
    from assistant.forgetting import forget_old

    print(f"conversations: {forget_old()}")


if __name__ == "__main__":
    main()
