"""Passwords and their hashes."""

import pytest

from billing.signin import passwords
from billing.signin.passwords import LONGEST, hash_password, is_password


def test_the_right_password_has_its_hash_and_another_has_not():
    stored = hash_password("żółw and ñandú")

    assert is_password("żółw and ñandú", stored)
    assert not is_password("zolw and nandu", stored)


def test_hashes_are_argon2id_with_a_salt():
    assert hash_password("same").startswith("$argon2id$")
    assert hash_password("same") != hash_password("same")


@pytest.mark.parametrize("stored", ["", "not a hash", "$argon2id$v=19$broken"])
def test_a_broken_hash_is_nobodys(stored: str):
    assert not is_password("anything", stored)


def test_a_password_beyond_the_longest_is_wrong_even_if_its_beginning_is_right():
    stored = hash_password("x" * LONGEST)

    assert is_password("x" * LONGEST, stored)
    assert not is_password("x" * (LONGEST + 1), stored)


def test_an_unknown_user_costs_the_same_work(monkeypatch: pytest.MonkeyPatch):
    verified: list[str] = []

    class Counting:
        def verify(self, stored: str, password: str) -> bool:
            verified.append(stored)
            return True

    nobodys = passwords._nobodys_hash()
    assert _parameters(nobodys) == _parameters(hash_password("anybody's"))
    monkeypatch.setattr(passwords, "_HASHER", Counting())

    assert not is_password("nobody has this password", None)
    assert verified == [nobodys]


def _parameters(stored: str) -> str:
    return stored.rsplit("$", 2)[0]
