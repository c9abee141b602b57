"""python -m billing migrate | demo | serve"""

import argparse

import uvicorn

from billing import clock
from billing.app import create_app
from billing.database import Database
from billing.demo import fill
from billing.settings import Settings


def main() -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(prog="billing")
    parser.add_argument("command", choices=["migrate", "demo", "serve"])
    settings = Settings()
    match parser.parse_args().command:
        case "migrate":
            _migrated(settings).close()
        case "demo":
            database = _migrated(settings)
            with database.write() as session:
                fill(session, clock.now())
            database.close()
        case "serve":
            uvicorn.run(
                create_app(settings),
                host=settings.site_host,
                port=settings.site_port,
                log_level="info",
                timeout_graceful_shutdown=3,  # a chat that polls would hold the end up for 25 s
            )


def _migrated(settings: Settings) -> Database:
    database = Database(settings.database)
    database.migrate()
    return database


if __name__ == "__main__":
    main()
