"""An operator's page in tests: signs who visits it, rightly and wrongly."""

from __future__ import annotations

import json
import time
import uuid
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import ECAlgorithm, OKPAlgorithm

ISSUER, AUDIENCE = "https://telvia.example", "aclaro"


class OperatorsPage:
    """Has a key of each kind, `ES256` and `EdDSA`; `keys` is the file with the public ones."""

    def __init__(self, directory: Path) -> None:
        self.curve = generate_private_key(SECP256R1())
        self.edwards = Ed25519PrivateKey.generate()
        public = [
            {**ECAlgorithm.to_jwk(self.curve.public_key(), as_dict=True), "kid": "ES256"},
            {**OKPAlgorithm.to_jwk(self.edwards.public_key(), as_dict=True), "kid": "EdDSA"},
        ]
        self.keys = directory / "operator.jwks.json"
        self.keys.write_text(json.dumps({"keys": public}))

    @property
    def environment(self) -> dict[str, str]:
        """What the operator sets."""
        return {
            "VISITOR_KEYS": str(self.keys),
            "VISITOR_ISSUER": ISSUER,
            "VISITOR_AUDIENCE": AUDIENCE,
        }

    def claims(self, subject: str = "C-1", seconds: int = 120, **changes: Any) -> dict[str, Any]:
        """What a token says; what is None in `changes` is left out."""
        now = int(time.time())
        usual = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": subject,
            "name": "Ana Castro",
            "iat": now,
            "exp": now + seconds,
            "jti": uuid.uuid4().hex,
            "auth_time": 1_760_000_000,
        }
        return {name: value for name, value in {**usual, **changes}.items() if value is not None}

    def token(self, subject: str = "C-1", seconds: int = 120, **changes: Any) -> str:
        """A token by the key on P-256."""
        claims = self.claims(subject, seconds, **changes)
        return jwt.encode(claims, self.curve, "ES256", {"kid": "ES256"})
