"""The second factor: six digits that an officer's telephone makes anew every 30 s (RFC 6238)."""

from datetime import datetime

from pyotp import TOTP, random_base32
from pyotp.utils import strings_equal


def new_secret() -> str:
    """160 bits of chance, as authenticator apps read them."""
    return random_base32()


def address(secret: str, user_name: str, operator_name: str) -> str:
    """What goes into the QR code that an authenticator app reads (otpauth://)."""
    return TOTP(secret).provisioning_uri(name=user_name, issuer_name=operator_name)


def code(secret: str, now: datetime) -> str:
    """The code of this moment."""
    return TOTP(secret).at(now)


def step_of(typed: str, secret: str, last: int | None, now: datetime) -> int | None:
    """The step of time that a typed code is of; None if it is wrong, or not after the `last`.

    A clock may be a step behind or ahead.
    """
    totp = TOTP(secret)
    present = totp.timecode(now)
    digits = "".join(typed.split())
    fitting = (
        step
        for step in (present - 1, present, present + 1)
        if strings_equal(totp.generate_otp(step), digits) and (last is None or step > last)
    )
    return next(fitting, None)
