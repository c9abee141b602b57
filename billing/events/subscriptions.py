"""Listeners: registered at the hub, or set by the operator's settings."""

import secrets
from datetime import datetime
from uuid import uuid4

from pydantic import HttpUrl
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from billing.errors import InvalidError, NotFoundError, SubscribedError
from billing.events.kinds import read_query
from billing.events.tables import OutboxEntry, Subscription
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
    """Send a listener nothing more, also not what waits. Raises NotFoundError."""
    subscription = session.get(Subscription, id_, with_for_update=True)
    if subscription is None:
        raise NotFoundError("no listener with this id")
    session.execute(delete(OutboxEntry).where(OutboxEntry.subscription_id == id_))
    session.delete(subscription)


def keep_configured(session: Session, settings: Settings, now: datetime) -> None:
    """Have the listener of the settings, as they are now, or none."""
    subscription = session.get(Subscription, CONFIGURED, with_for_update=True)
    if settings.events_callback:
        if subscription is None:
            subscription = Subscription(id=CONFIGURED, query="", created_at=now)
            session.add(subscription)
        subscription.callback = settings.events_callback
        subscription.secret = settings.events_secret
    elif subscription is not None:
        unsubscribe(session, CONFIGURED)


def _check(callback: HttpUrl, settings: Settings) -> None:
    """So that nobody has this server send requests to wherever they like."""
    if callback.username or callback.password or callback.fragment:
        raise InvalidError("callback is an address without credentials and fragment")
    if callback.host not in settings.event_hosts:
        raise InvalidError("callback is on a host that is not allowed here: see EVENTS_HOSTS")
