"""User name and password, wherever on the site they are asked for."""

from sqlalchemy import func, select

from billing.database import Database
from billing.models import Customer
from billing.signin import attempts
from billing.signin.passwords import is_password


class WrongCredentialsError(Exception):
    """No customer has this user name and this password."""


def customer_with(database: Database, user_name: str, password: str, host: str) -> Customer:
    """Whoever has this user name and this password, tried from `host`.

    Raises WrongCredentialsError, and attempts.Paused after too many tries.
    """
    user = attempts.user(user_name)
    tried = attempts.count(database, user, attempts.address(host))
    customer = _named(database, user_name)
    if not is_password(password, customer.password_hash if customer else None) or not customer:
        raise WrongCredentialsError
    attempts.forgive(database, tried, user)
    return customer


def _named(database: Database, user_name: str) -> Customer | None:
    if "\x00" in user_name:  # PostgreSQL has no such text
        return None
    with database.read() as session:
        return session.scalars(
            select(Customer).where(func.lower(Customer.user_name) == user_name.lower())
        ).first()
