"""The only place that knows which adapter serves which port."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from selfcare import clock
from selfcare.billing import Billing
from selfcare.billing_tmf import TmfBilling
from selfcare.draft import Drafts
from selfcare.filing import Filing
from selfcare.hours import Hours, Operator
from selfcare.news import News
from selfcare.operator_http import OperatorHttp
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
    billing = TmfBilling(OperatorHttp(url))
    drafts, news = Drafts(store), News(store, clock.now)
    box = SecretsBox.from_environment(state_directory())
    return Selfcare(
        signin=SignIn(provider, store, box, clock.now),
        billing=billing,
        drafts=drafts,
        views=Views(store),
        filing=Filing(billing, drafts, news, clock.now),
        hours=Hours(Operator.from_environment(), clock.now),
        news=news,
        now=clock.now,
    )
