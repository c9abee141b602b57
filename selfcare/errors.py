"""What can go wrong in the customer's business.

SelfcareError
├── Unavailable        the other side cannot be reached or fails
│   └── TimedOut       it took too long; what was sent may or may not have arrived
├── SignedOut          there is no valid sign-in
├── NotFound           what was asked for does not exist, or is not this customer's
├── NotEligible        a call that no credit can be asked for
└── Rejected           the other side understood and refused
    └── Changed        what was to be changed is not what was read any more
"""


class SelfcareError(Exception):
    """Anything below: an action answers each with a message of its own and a way on."""


class Unavailable(SelfcareError):
    """The other side cannot be reached, or answers that it failed, or answers nonsense."""


class TimedOut(Unavailable):
    """No answer in time. A write may have arrived: look before writing again."""


class SignedOut(SelfcareError):
    """No token, or one that expired, lay idle too long or was refused."""


class NotFound(SelfcareError):
    """No such thing, as far as this customer may know."""


class NotEligible(SelfcareError):
    """The backend refuses a call because no credit can be asked for it."""


class Rejected(SelfcareError):
    """The backend understood the request and refused it."""


class Changed(Rejected):
    """Somebody else changed it in the meantime: read it again before changing it."""
