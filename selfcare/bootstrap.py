"""The only place that knows which adapter serves which port."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from babel.numbers import get_territory_currencies

from selfcare import clock
from selfcare.account import Home
from selfcare.attaching import Attaching
from selfcare.billing import Billing
from selfcare.billing_tmf import TmfBilling
from selfcare.draft import Drafts
from selfcare.filing import Filing
from selfcare.hours import Hours, Operator
from selfcare.news import News
from selfcare.operator_http import TIMEOUT, OperatorHttp
from selfcare.received import ReceivedFiles
from selfcare.secrets_box import SecretsBox
from selfcare.signin import SignIn
from selfcare.signin_oauth import OAuthProvider
from selfcare.store import Store, state_directory
from selfcare.views import Views


@dataclass(frozen=True)
class Selfcare:
    """The services that actions call."""

    signin: SignIn
    billing: Billing
    drafts: Drafts
    views: Views
    filing: Filing
    hours: Hours
    news: News
    received: ReceivedFiles
    attaching: Attaching
    now: Callable[[], datetime]


def bootstrap() -> Selfcare:
    """The services as the environment has them."""
    url = os.environ.get("BILLING_URL", "http://127.0.0.1:8080")
    store = Store.from_environment()
    provider = OAuthProvider(
        os.environ.get("SIGN_IN_URL", url),
        os.environ.get("SIGN_IN_CLIENT", "aclaro"),
        os.environ.get("SIGN_IN_SCOPE", "selfcare"),
    )
    operator = Operator.from_environment()
    billing = TmfBilling(OperatorHttp(url, timeout_from_environment()), home_of(operator))
    drafts, news = Drafts(store), News(store, clock.now)
    box = SecretsBox.from_environment(state_directory())
    received = ReceivedFiles(store, clock.now, box)
    return Selfcare(
        signin=SignIn(provider, store, box, clock.now),
        billing=billing,
        drafts=drafts,
        views=Views(store),
        filing=Filing(billing, drafts, news, received, clock.now),
        hours=Hours(operator, clock.now),
        news=news,
        received=received,
        attaching=Attaching(billing, received),
        now=clock.now,
    )


def home_of(operator: Operator) -> Home:
    """What accounts have that do not say otherwise: the operator's zone, country and currency."""
    currency = get_territory_currencies(operator.country)[0]
    return Home(currency, operator.zone.key, operator.country)


def timeout_from_environment() -> tuple[float, float]:
    """Seconds to connect to billing, and to wait for its answer."""
    connect, answer = TIMEOUT
    return (
        float(os.environ.get("BILLING_CONNECT_SECONDS", connect)),
        float(os.environ.get("BILLING_ANSWER_SECONDS", answer)),
    )
