"""Listeners: registered at the hub, or set by the operator's settings."""

import secrets
from datetime import datetime
from uuid import uuid4

from pydantic import HttpUrl
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from billing.errors import InvalidError, NotFoundError, SubscribedError
from billing.events.kinds import read_query
from billing.events.tables import HANDOFFS, OutboxEntry, Subscription
from billing.settings import Settings

#: The listener that the settings name.
CONFIGURED = "configured"


def subscribe(
    session: Session, callback: HttpUrl, query: str, settings: Settings, now: datetime
) -> Subscription:
    """A new listener, with a secret of its own.

    Raises InvalidError for an address to which nothing is sent, or a query that is not
    understood; SubscribedError if the same is there.
    """
    _check(callback, settings)
    if query:
        read_query(query)
    same = Subscription.callback == str(callback), Subscription.query == query
    if session.scalar(select(Subscription.id).where(*same)) is not None:
        raise SubscribedError("this callback listens already")
    subscription = Subscription(
        id=str(uuid4()),
        callback=str(callback),
        query=query,
        secret=secrets.token_urlsafe(32),
        created_at=now,
    )
    session.add(subscription)
    return subscription


def unsubscribe(session: Session, id_: str) -> None:
    """Send a listener of reports nothing more, also not what waits. Raises NotFoundError."""
    subscription = session.get(Subscription, id_, with_for_update=True)
    if subscription is None or id_ == HANDOFFS:
        raise NotFoundError("no listener with this id")
    _forget(session, subscription)


def keep_configured(session: Session, settings: Settings, now: datetime) -> None:
    """Have the listeners of the settings, as they are now, or none."""
    _keep(session, CONFIGURED, "", settings.events_callback, settings.events_secret, now)
    # No listener that registers itself can have this query.
    told = settings.handoff_address if settings.handoff_secret else ""
    _keep(session, HANDOFFS, HANDOFFS, told, settings.handoff_secret, now)


def _keep(
    session: Session, id_: str, query: str, callback: str, secret: str, now: datetime
) -> None:
    subscription = session.get(Subscription, id_, with_for_update=True)
    if callback:
        if subscription is None:
            subscription = Subscription(id=id_, query=query, created_at=now)
            session.add(subscription)
        subscription.callback = callback
        subscription.secret = secret
    elif subscription is not None:
        _forget(session, subscription)


def _forget(session: Session, subscription: Subscription) -> None:
    session.execute(delete(OutboxEntry).where(OutboxEntry.subscription_id == subscription.id))
    session.delete(subscription)


def _check(callback: HttpUrl, settings: Settings) -> None:
    """So that nobody has this server send requests to wherever they like."""
    if callback.username or callback.password or callback.fragment:
        raise InvalidError("callback is an address without credentials and fragment")
    if callback.host not in settings.event_hosts:
        raise InvalidError("callback is on a host that is not allowed here: see EVENTS_HOSTS")
