"""The only place that knows which adapter serves which port."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from babel.numbers import get_territory_currencies

from selfcare import clock
from selfcare.account import Home
from selfcare.attaching import Attaching
from selfcare.billing import Billing
from selfcare.billing_tmf import TmfBilling
from selfcare.codes import StatusCodes
from selfcare.credentials import ClientCredentials
from selfcare.draft import Drafts
from selfcare.filing import Filing
from selfcare.handoff import Handoff
from selfcare.handoff_chatwoot import Chatwoot, TokenAuth
from selfcare.handoff_desk import HandoffDesk, SignedAuth
from selfcare.handoff_note import Notes
from selfcare.handoffs import Handoffs
from selfcare.hours import Hours, Operator
from selfcare.mail import SmtpMail
from selfcare.mail_words import MailWords
from selfcare.news import News
from selfcare.oauth_server import OAuthServer
from selfcare.operator_http import TIMEOUT, OperatorHttp
from selfcare.people import Patience, People
from selfcare.received import ReceivedFiles
from selfcare.reports import Reports, Unsigned
from selfcare.secrets_box import SecretsBox
from selfcare.signin import SignIn
from selfcare.signin_oauth import OAuthProvider
from selfcare.store import Store, state_directory
from selfcare.unsigned_tmf import UnsignedTmfBilling
from selfcare.views import Views


@dataclass(frozen=True)
class Selfcare:
    """The services that actions call."""

    signin: SignIn
    billing: Billing
    reports: Reports
    drafts: Drafts
    views: Views
    filing: Filing
    hours: Hours
    news: News
    received: ReceivedFiles
    attaching: Attaching
    people: People
    codes: StatusCodes | None
    now: Callable[[], datetime]


def bootstrap(texts: Path) -> Selfcare:
    """The services as the environment has them; what they write is in `texts`."""
    url = _billing_url()
    store = Store.from_environment()
    operator = Operator.from_environment()
    http, home = OperatorHttp(url, timeout_from_environment()), home_of(operator)
    billing = TmfBilling(http, home)
    drafts, news = Drafts(store), News(store, clock.now)
    hours = Hours(operator, clock.now)
    box = SecretsBox.from_environment(state_directory())
    received = ReceivedFiles(store, clock.now, box)
    signin = sign_in(store)
    unsigned = unsigned_from_environment(http, home, os.environ.get("SIGN_IN_URL", url))
    reports = Reports(billing, signin, store, box, unsigned)
    return Selfcare(
        signin=signin,
        billing=billing,
        reports=reports,
        drafts=drafts,
        views=Views(store),
        filing=Filing(billing, reports, drafts, news, received, clock.now),
        hours=hours,
        news=news,
        received=received,
        attaching=Attaching(reports, received),
        people=People(
            desk_from_environment(texts),
            Handoffs(store, clock.now),
            hours,
            clock.now,
            patience_from_environment(),
        ),
        codes=codes_from_environment(unsigned, operator, texts, store, box),
        now=clock.now,
    )


def unsigned_from_environment(http: OperatorHttp, home: Home, issuer: str) -> Unsigned | None:
    """The assistant's own access, where it has credentials; without, reports take a sign-in."""
    client_id = os.environ.get("ASSISTANT_CLIENT_ID", "")
    secret = os.environ.get("ASSISTANT_CLIENT_SECRET", "")
    if not (client_id and secret):
        return None
    credentials = ClientCredentials(OAuthServer(issuer), client_id, secret)
    return Unsigned(UnsignedTmfBilling(http, home), credentials)


def codes_from_environment(
    unsigned: Unsigned | None, operator: Operator, texts: Path, store: Store, box: SecretsBox
) -> StatusCodes | None:
    """Codes for a report's status, where there is a mail server to send them by."""
    url = os.environ.get("SMTP_URL", "")
    if not url or unsigned is None:
        return None
    sender = os.environ.get("MAIL_FROM") or operator.email
    name = os.environ.get("OPERATOR_NAME") or operator.name
    mail = SmtpMail(url, sender, MailWords(texts, name).code)
    return StatusCodes(unsigned, mail, store, box, clock.now)


def sign_in(store: Store) -> SignIn:
    """Who is signed in, for whoever else has to do with that alone."""
    provider = OAuthProvider(
        os.environ.get("SIGN_IN_URL", _billing_url()),
        os.environ.get("SIGN_IN_CLIENT", "aclaro"),
        os.environ.get("SIGN_IN_SCOPE", "selfcare"),
    )
    return SignIn(provider, store, SecretsBox.from_environment(state_directory()), clock.now)


def home_of(operator: Operator) -> Home:
    """What accounts have that do not say otherwise: the operator's zone, country and currency."""
    currency = get_territory_currencies(operator.country)[0]
    return Home(currency, operator.zone.key, operator.country)


def desk_from_environment(texts: Path) -> Handoff | None:
    """Where people are: `HANDOFF` is desk, chatwoot or none; without it, the desk if there is a
    secret for it.
    """
    secret = os.environ.get("HANDOFF_SECRET", "")
    where = os.environ.get("HANDOFF") or ("desk" if secret else "none")
    if where == "none":
        return None
    if where == "desk":
        billing = os.environ.get("BILLING_URL", "http://127.0.0.1:8080")
        url = os.environ.get("HANDOFF_URL") or billing
        signed = SignedAuth(secret, clock.now)
        return HandoffDesk(OperatorHttp(url, timeout_from_environment(), "the desk", signed))
    if where == "chatwoot":
        url, auth = os.environ["CHATWOOT_URL"], TokenAuth(os.environ["CHATWOOT_TOKEN"])
        http = OperatorHttp(url, timeout_from_environment(), "Chatwoot", auth)
        account, inbox = (int(os.environ[f"CHATWOOT_{it}_ID"]) for it in ("ACCOUNT", "INBOX"))
        notes = Notes(texts, os.environ.get("CHATWOOT_LANGUAGE") or "en")
        return Chatwoot(http, account, inbox, notes)
    raise ValueError(f"HANDOFF is desk, chatwoot or none, not {where}")


def patience_from_environment() -> Patience:
    """Minutes until a person who does not come or answer, and a customer who does not, are waited
    for no longer.
    """
    usual = Patience()
    person, customer = (os.environ.get(f"HANDOFF_{it}_MINUTES") for it in ("PERSON", "CUSTOMER"))
    return Patience(
        timedelta(minutes=float(person)) if person else usual.person,
        timedelta(minutes=float(customer)) if customer else usual.customer,
    )


def timeout_from_environment() -> tuple[float, float]:
    """Seconds to connect to billing, and to wait for its answer."""
    connect, answer = TIMEOUT
    return (
        float(os.environ.get("BILLING_CONNECT_SECONDS", connect)),
        float(os.environ.get("BILLING_ANSWER_SECONDS", answer)),
    )


def _billing_url() -> str:
    return os.environ.get("BILLING_URL", "http://127.0.0.1:8080")
