"""How far an import is: a bar on a terminal, elsewhere a line now and then."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from billing.imports.importer import Advance
from billing.imports.reading import Place

SECONDS_A_LINE = 10


@contextmanager
def bar(name: str, start: Place, size: int) -> Iterator[Advance]:
    """Shows, on standard error, how much of a file of `size` bytes is in."""
    if sys.stderr.isatty():
        with tqdm(total=size, initial=start.byte, desc=name, unit="B", unit_scale=True) as shown:
            yield lambda place: _moved(shown, place)
    else:
        yield _Lines(name, size)


def _moved(shown: "tqdm[None]", place: Place) -> None:
    shown.set_postfix_str(f"{place.line - 1:,} rows", refresh=False)
    shown.update(place.byte - shown.n)


class _Lines:
    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._next = time.monotonic() + SECONDS_A_LINE

    def __call__(self, place: Place) -> None:
        if time.monotonic() >= self._next:
            share = place.byte / self._size
            print(f"{self._name}: {share:.0%}, {place.line - 1:,} rows", file=sys.stderr)
            self._next = time.monotonic() + SECONDS_A_LINE
