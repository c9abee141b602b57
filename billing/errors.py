"""What can be wrong with a request.

BillingError
├── InvalidError        what was sent makes no sense
├── ForbiddenError      the customer may not do that
├── NotFoundError       there is no such thing, or it is not the customer's
├── KeyReusedError      the idempotency key came before, with other content
├── SubscribedError     the same listener is registered already
├── DecidedError        somebody has decided on the report already
├── ConflictError       what is there stands against the change
├── NotHeldError        the specification has it, and this backend does not
└── NotEligibleError    no credit can be asked for a call
"""


class BillingError(Exception):
    """The root; its text is for developers, never shown to customers."""


class InvalidError(BillingError):
    """What was sent makes no sense."""


class ForbiddenError(BillingError):
    """The customer may not do that."""


class NotFoundError(BillingError):
    """There is no such thing, or it is not the customer's: nobody can tell which."""


class KeyReusedError(BillingError):
    """The idempotency key came before, with other content."""


class SubscribedError(BillingError):
    """The same listener is registered already."""


class DecidedError(BillingError):
    """Somebody has decided on the report already, or its customer took it back."""


class ConflictError(BillingError):
    """What is there stands against the change: it is taken, settled, or something relies on it."""


class NotHeldError(BillingError):
    """The specification has it, and this backend does not."""


class NotEligibleError(BillingError):
    """No credit can be asked for these calls; `reason` is the first call's."""

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__("; ".join(f"{call}: {reason}" for call, reason in reasons.items()))
        self.reason = next(iter(reasons.values()))
