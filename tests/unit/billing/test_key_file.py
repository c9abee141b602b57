"""Keys that are made once, for all processes."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import token_hex

import pytest

from billing.key_file import key_in


def made() -> bytes:
    return token_hex(32).encode()


def test_processes_that_start_together_have_the_same_key(tmp_path: Path):
    file = tmp_path / "var" / "some.key"
    with ThreadPoolExecutor(16) as processes:
        keys = set(processes.map(lambda _: key_in(file, made), range(64)))

    assert keys == {file.read_bytes()}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_key_opens_nothing(tmp_path: Path, content: str):
    file = tmp_path / "some.key"
    file.write_text(content)

    with pytest.raises(ValueError, match=r"some\.key is empty"):
        key_in(file, made)
