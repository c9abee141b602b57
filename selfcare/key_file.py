"""Keys that nobody configured: made once, in a file that its owner alone can read."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def key_in(file: Path, make: Callable[[], bytes]) -> bytes:
    """What is in the file; what `make` gives if there is none. Processes that start together read
    the same key: the file is there with all of it, or not at all.

    Raises ValueError for a file that is empty: whatever it opens would open to everybody.
    """
    if not file.exists():
        with NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.") as unfinished:
            unfinished.write(make())
            unfinished.flush()
            with suppress(FileExistsError):  # another process was faster
                os.link(unfinished.name, file)
    key = file.read_bytes()
    if not key.strip():
        raise ValueError(f"{file} is empty: remove it, and a new key is made")
    return key
