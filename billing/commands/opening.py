"""How a command opens the database, and how it ends where nothing came of it."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from billing.database import Database
from billing.errors import BillingError
from billing.settings import Settings

AddParser = Callable[..., ArgumentParser]


@contextmanager
def opened(settings: Settings, otherwise: str = "Nothing was changed") -> Iterator[Database]:
    """The database, its tables brought to the newest version; closed in the end.

    Raises SystemExit with `otherwise` and the reason where the operator's rules or data forbid it.
    """
    database = Database(settings.database)
    try:
        database.migrate()
        yield database
    except BillingError as error:
        raise SystemExit(f"{otherwise}: {error}") from None
    finally:
        database.close()
