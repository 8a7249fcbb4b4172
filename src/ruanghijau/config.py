"""Typed settings, read once from the environment and `.env`.

Development starts with safe defaults and nothing configured. In production a setting that would make
the platform unsafe stops the start with a message that names it.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import URL

DEVELOPMENT_SECRET = "development-only-secret-do-not-use"  # noqa: S105 - refused in production
MEGABYTE = 1024 * 1024


class Environment(StrEnum):
    development = "development"
    testing = "testing"
    production = "production"


class Settings(BaseSettings):
    """Every setting of the platform; `.env.example` documents each under the same name."""

    # A refusal names the setting; what it was set to may be a secret.
    model_config = SettingsConfigDict(
        env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    # Application
    app_env: Environment = Environment.development
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    public_url: str = "http://localhost:5000"
    host: str = "127.0.0.1"
    port: int = 5000
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    trusted_proxies: int = Field(0, ge=0, description="How many proxies set X-Forwarded-For")
    max_content_length: int = 16 * MEGABYTE
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ("http://localhost:5000",)

    # Sessions and cookies
    session_permanent: bool = False
    session_lifetime_hours: int = Field(24, ge=1, le=7 * 24)
    session_refresh_days: int = Field(7, ge=1, le=90)
    session_cookie_secure: bool = False
    session_cookie_samesite: Literal["Strict", "Lax"] = "Lax"
    password_hash_method: str = "scrypt"  # noqa: S105 - the name of an algorithm

    # Main database: SQLite when no DB_HOST is given
    database_url: str | None = None
    db_host: str | None = None
    db_port: int = 3306
    db_user: str = "ruanghijau"
    db_password: SecretStr = SecretStr("")
    db_name: str = "ruang_hijau"
    db_pool_size: int = Field(10, ge=1)

    # Vector database of the chatbot: the main database when no RAG_DB_HOST is given
    rag_db_host: str | None = None
    rag_db_port: int = 4000
    rag_db_user: str = "ruanghijau"
    rag_db_password: SecretStr = SecretStr("")
    rag_db_name: str = "RAG"
    ollama_host: str | None = None
    ollama_model: str = "gemma2:2b"
    ollama_embed_model: str = "bge-m3"
    # auto: Ollama when OLLAMA_HOST is given, else the model inside the process
    embedder: Literal["auto", "embedded", "ollama"] = "auto"
    language_model: Literal["auto", "embedded", "ollama", "none"] = "auto"
    knowledge_folder: Path = Path("var/knowledge")
    chat_daily_person: int = Field(50, ge=1)
    chat_daily_guest: int = Field(10, ge=1)

    # Files
    upload_folder: Path = Path("uploads")
    storage: Literal["local", "s3"] = "local"
    s3_bucket: str = ""
    s3_endpoint_url: str | None = None
    s3_region: str | None = None
    s3_access_key: str | None = None
    s3_secret_key: SecretStr | None = None
    s3_public_url: str | None = None
    clamd_address: str | None = Field(None, description="host:port or the path of a socket")

    # Mail
    mail: Literal["folder", "smtp"] = "folder"
    mail_folder: Path = Path("var/mail")
    mail_sender: str = "Ruang Hijau <halo@localhost>"
    smtp_host: str = "localhost"
    smtp_port: int = 587
    smtp_username: str | None = None
    smtp_password: SecretStr | None = None
    smtp_security: Literal["none", "starttls", "tls"] = "starttls"
    mail_lease_seconds: int = Field(
        300, ge=1, description="How long a worker may take to send one mail before another takes it over"
    )

    # Shared memory between processes: in-process when no REDIS_URL is given
    redis_url: str | None = None
    rate_limits: bool = True

    # Payments: Midtrans, or the simulator that speaks like it
    payment: Literal["simulator", "midtrans"] = "simulator"
    midtrans_server_key: SecretStr | None = None
    midtrans_production: bool = False
    midtrans_snap_url: str = Field("", description="Replaces the address that MIDTRANS_PRODUCTION chooses")
    midtrans_api_url: str = Field("", description="Replaces the address that MIDTRANS_PRODUCTION chooses")
    simulator_url: str = "http://127.0.0.1:5010"
    simulator_database: Path = Path("var/simulator.db")
    donation_maximum: int = Field(500_000_000, ge=10_000, le=9_999_999_999)

    # Waste detection: photos a day (Asia/Jakarta) of a person, and of a guest's address
    waste_daily_person: int = Field(200, ge=1)
    waste_daily_guest: int = Field(20, ge=1)
    waste_model: Path | None = Field(None, description="A model of your own; its settings lie beside it")

    # Google sign-in: off when no client id is given
    google_client_id: str | None = None
    google_keys_url: str = "https://www.googleapis.com/oauth2/v3/certs"

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split_origins(cls, value: object) -> object:
        if isinstance(value, str):
            origins = (origin.strip().rstrip("/") for origin in value.split(","))
            return tuple(origin for origin in origins if origin)
        return value

    @field_validator("public_url")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @property
    def is_production(self) -> bool:
        return self.app_env is Environment.production

    @property
    def sqlalchemy_url(self) -> str:
        """DATABASE_URL if given, else MySQL when DB_HOST is given, else an embedded SQLite file."""
        if self.database_url:
            return self.database_url
        if not self.db_host:
            return "sqlite:///var/ruanghijau.db"
        url = URL.create(
            "mysql+pymysql",
            username=self.db_user,
            password=self.db_password.get_secret_value(),
            host=self.db_host,
            port=self.db_port,
            database=self.db_name,
        )
        return url.render_as_string(hide_password=False)

    @model_validator(mode="after")
    def _safe_in_production(self) -> Self:
        if self.is_production and (problems := list(_production_problems(self))):
            raise ValueError("unsafe for APP_ENV=production: " + "; ".join(problems))
        return self


def _production_problems(settings: Settings) -> list[str]:
    secret = settings.secret_key.get_secret_value()
    checks = {
        "SECRET_KEY must be set to a random value of at least 32 characters": (
            secret == DEVELOPMENT_SECRET or len(secret) < 32
        ),
        "CORS_ORIGINS must not contain a wildcard": any("*" in o for o in settings.cors_origins),
        "SESSION_COOKIE_SECURE must be true": not settings.session_cookie_secure,
        "PUBLIC_URL must start with https://": not settings.public_url.startswith("https://"),
        "DB_PASSWORD must be set": bool(
            settings.db_host and not settings.database_url and not settings.db_password.get_secret_value()
        ),
        "MAIL must be smtp": settings.mail != "smtp",
        "PAYMENT must be midtrans": settings.payment != "midtrans",
        "MIDTRANS_SERVER_KEY must be set": settings.midtrans_server_key is None,
    }
    return [message for message, failed in checks.items() if failed]
