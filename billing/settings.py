"""What the operator can set, from the environment."""

from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


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

    dispute_age_limit_days: int = Field(default=90, ge=1, description="days from the bill's date")
    largest_body: int = Field(
        default=256 * 1024, ge=1024, description="bytes of one request to the API"
    )

    @cached_property
    def database(self) -> str:
        """SQLAlchemy's address of the database: SQLite unless another is set."""
        if not self.database_url:
            return f"sqlite:///{(self.aclaro_var / 'billing.db').resolve()}"
        scheme, rest = self.database_url.split("://", 1)
        if scheme in ("postgres", "postgresql"):
            scheme = "postgresql+psycopg"
        return f"{scheme}://{rest}"
