"""Keys that nobody configured: made once, in a file that its owner alone can read."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def key_in(file: Path, make: Callable[[], bytes]) -> bytes:
    """What is in the file; what `make` gives if there is none. Processes that start together read
    the same key: the file is there with all of it, or not at all.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.") as unfinished:
            unfinished.write(make())
            unfinished.flush()
            with suppress(FileExistsError):  # another process was faster
                os.link(unfinished.name, file)
    return file.read_bytes()
