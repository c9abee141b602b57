"""What tests of the dialogue engine share."""

from __future__ import annotations

import warnings

import pytest
from rasa.shared.core.domain import Domain

from assistant import patches


def domain_of(text: str) -> Domain:
    """Return a domain; Rasa warns of a change in its version 3.0 whenever a domain has slots."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Slot auto-fill has been removed")
        return Domain.from_yaml(f'version: "3.1"\n{text}')


def apply_patches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Apply our patches to Rasa until `monkeypatch` takes them back."""
    for patch in patches.PATCHES:
        monkeypatch.setattr(patch.owner, patch.name, patch.replacement)
