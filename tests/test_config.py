"""Settings: safe by default, documented, and refusing to start unsafe in production."""

import re
from pathlib import Path
from typing import Any

import pytest
from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError
from sqlalchemy import make_url

from ruanghijau.config import DEVELOPMENT_SECRET, Settings

EXAMPLE = Path(__file__).parents[1] / ".env.example"
SAFE = {
    "app_env": "production",
    "secret_key": "k" * 32,
    "public_url": "https://ruanghijau.example",
    "cors_origins": "https://ruanghijau.example",
    "session_cookie_secure": True,
    "database_url": "sqlite:///x.db",
    "mail": "smtp",
    "payment": "midtrans",
    "midtrans_server_key": "SB-Mid-server-x",
}


def make(**settings: Any) -> Settings:
    return Settings(_env_file=None, **settings)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_documents_each_setting_and_no_other() -> None:
    documented = set(dotenv_values(EXAMPLE))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_the_example_states_the_defaults() -> None:
    """Used as it is, the example changes nothing."""
    assert Settings(_env_file=EXAMPLE) == make()


def test_each_setting_of_the_example_has_its_explanation() -> None:
    """A comment stands above each setting, or above the group of settings that it is in."""
    for block in re.split(r"\n\n+", EXAMPLE.read_text()):
        names = re.findall(r"^([A-Z0-9_]+)=", block, flags=re.MULTILINE)
        assert not names or block.startswith("#"), names


def test_a_safe_production_starts() -> None:
    assert make(**SAFE).is_production


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"secret_key": DEVELOPMENT_SECRET}, "SECRET_KEY"),
        ({"secret_key": "short"}, "SECRET_KEY"),
        ({"cors_origins": "*"}, "CORS_ORIGINS"),
        ({"cors_origins": "https://a.example,https://*.b.example"}, "CORS_ORIGINS"),
        ({"session_cookie_secure": False}, "SESSION_COOKIE_SECURE"),
        ({"public_url": "http://ruanghijau.example"}, "PUBLIC_URL"),
        ({"database_url": None, "db_host": "db", "db_password": ""}, "DB_PASSWORD"),
        ({"mail": "folder"}, "MAIL"),
        ({"payment": "simulator"}, "PAYMENT"),
        ({"midtrans_server_key": None}, "MIDTRANS_SERVER_KEY"),
    ],
)
def test_an_unsafe_production_is_refused_by_name(change: dict[str, Any], named: str) -> None:
    with pytest.raises(ValidationError, match=f"unsafe for APP_ENV=production: .*{named}"):
        make(**SAFE | change)


def test_a_missing_secret_stops_production() -> None:
    with pytest.raises(ValidationError, match="SECRET_KEY"):
        make(**{name: value for name, value in SAFE.items() if name != "secret_key"})


@pytest.mark.parametrize(
    "settings",
    [
        {"secret_key": "rahasia-pendek"},
        {"database_url": "mysql+pymysql://root:rahasia-pendek@db/x"},
        {"redis_url": "redis://:rahasia-pendek@cache"},
        {"db_port": "rahasia-pendek"},
    ],
)
def test_a_refusal_does_not_repeat_the_secret(settings: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        make(app_env="production", **settings)
    assert "rahasia-pendek" not in str(refused.value)


def test_the_database_is_embedded_unless_told() -> None:
    assert make_url(make().sqlalchemy_url).get_backend_name() == "sqlite"


@pytest.mark.parametrize("password", ["p@ss/w:rd#%", "%40", " a+b&c=d?", "ж中🌱", "'\"\\`$(x)", ""])
def test_a_password_may_have_any_character(password: str) -> None:
    url = make_url(make(db_host="db", db_password=password, db_name="ruang").sqlalchemy_url)
    assert (url.host, url.port, url.username, url.database) == ("db", 3306, "ruanghijau", "ruang")
    assert (url.password or "") == password


def test_a_whole_url_wins_over_its_parts() -> None:
    assert make(db_host="db", database_url="sqlite:///x.db").sqlalchemy_url == "sqlite:///x.db"


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORS_ORIGINS", "https://a.example, https://b.example/ ,")
    assert make().cors_origins == ("https://a.example", "https://b.example")


def test_secrets_do_not_show() -> None:
    assert isinstance(make().secret_key, SecretStr)
    assert DEVELOPMENT_SECRET not in repr(make())
