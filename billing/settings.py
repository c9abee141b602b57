"""What the operator can set, from the environment."""

from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from typing_extensions import Self

from billing.database import CONNECTIONS


class Settings(BaseSettings):
    """Each field is the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(extra="ignore")

    aclaro_var: Path = Path("var")
    database_url: str = ""
    public_url: str = "http://127.0.0.1:8080"
    rasa_url: str = "http://127.0.0.1:5005"
    rasa_token: str = ""
    operator_name: str = "Telvia"
    site_host: str = "127.0.0.1"
    site_port: int = 8080
    staff_key: str = Field(default="", description="encrypts the second factors of officers")
    visitor_audience: str = Field(default="aclaro", description="for whom visitors' tokens are")
    visitor_signing_key: Path | None = Field(
        default=None, description="a PEM file: the key on P-256 that signs them"
    )
    site_workers: int = Field(default=1, ge=1, description="processes; one for each processor")
    site_threads: int = Field(
        default=CONNECTIONS, ge=1, description="requests that a process works on, and connections"
    )

    site_access_log: bool = Field(
        default=False, description="a line for each request, with its address: ids are in it"
    )

    dispute_age_limit_days: int = Field(default=90, ge=1, description="days from the bill's date")
    largest_body: int = Field(
        default=256 * 1024,
        ge=1024,
        description="bytes of one request to the API, beside what is attached to a report",
    )
    largest_body_with_attachments: int = Field(
        default=8 * 1024 * 1024,
        ge=1024,
        description="bytes of one request that attaches to a report: base64 takes a third more",
    )
    largest_attachment: int = Field(default=5 * 1024 * 1024, ge=1024, description="bytes")
    most_attachments: int = Field(default=10, ge=0, le=100, description="on one report")
    attachment_types: tuple[str, ...] = ("image/jpeg", "image/png", "image/webp", "application/pdf")

    events_callback: str = Field(default="", description="who hears of reports from the start")
    events_secret: str = Field(default="", description="signs what that listener is sent")
    events_hosts: str = Field(default="", description="where others may listen, with commas")
    events_deliver: bool = Field(
        default=True, description="false where `python -m billing deliver` runs by itself"
    )

    handoff_secret: str = Field(
        default="", description="opens the desk to the assistant; signs both"
    )
    handoff_callback: str = Field(default="", description="where the assistant hears of the desk")
    handoff_wait_minutes: int = Field(default=10, ge=1, description="in which somebody takes it")
    handoff_silent_minutes: int = Field(default=5, ge=1, description="in which an officer answers")

    forget_after_days: int = Field(
        default=90, ge=1, description="days that conversations and contacts are kept once over"
    )

    assistant_client_id: str = Field(
        default="", description="a system that is there from the start, for UNSIGNED alone"
    )
    assistant_client_secret: str = Field(default="", description="what it signs in with")

    @model_validator(mode="after")
    def _the_assistant_has_a_secret(self) -> Self:
        if self.assistant_client_id and not self.assistant_client_secret:
            raise ValueError("ASSISTANT_CLIENT_ID needs ASSISTANT_CLIENT_SECRET")
        return self

    @model_validator(mode="after")
    def _events_are_signed(self) -> Self:
        if self.events_callback and not self.events_secret:
            raise ValueError("EVENTS_CALLBACK needs EVENTS_SECRET")
        return self

    @cached_property
    def event_hosts(self) -> frozenset[str]:
        """The hosts on which a listener may be: this machine and the site's own unless set."""
        own = {"127.0.0.1", "[::1]", "localhost", urlsplit(self.public_url).hostname or ""}
        named = {host.strip().lower() for host in self.events_hosts.split(",")} - {""}
        return frozenset(named or own)

    @property
    def handoff_address(self) -> str:
        """Where the assistant hears what the desk does with a conversation."""
        return self.handoff_callback or f"{self.rasa_url.rstrip('/')}/webhooks/handoff/"

    @cached_property
    def database(self) -> str:
        """SQLAlchemy's address of the database: SQLite unless another is set."""
        if not self.database_url:
            return f"sqlite:///{(self.aclaro_var / 'billing.db').resolve()}"
        scheme, rest = self.database_url.split("://", 1)
        if scheme in ("postgres", "postgresql"):
            scheme = "postgresql+psycopg"
        return f"{scheme}://{rest}"
