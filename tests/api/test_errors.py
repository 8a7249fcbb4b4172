"""Errors that are the server's, not the input's: the same envelope, and nothing of the inside."""

from collections.abc import Callable, Iterator

import pytest
from envelopes import Envelope
from sqlalchemy.exc import IntegrityError, OperationalError

from people import Person
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Settings
from ruanghijau.texts import Language

SECRET = "Duplicate entry 'sari@contoh.id' for key 'users.email'"


@pytest.fixture
def limited(app: RuangHijau, settings: Settings) -> Iterator[Person]:
    """A guest of a server that counts requests; made last, for the limiter serves the newest application."""
    strict = create_app(settings.model_copy(update={"rate_limits": True}))
    yield Person(strict.test_client())
    strict.runtime.database.engine.dispose()


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    def break_with(error: Exception) -> None:
        def fail(*args: object, **kwargs: object) -> None:
            raise error

        monkeypatch.setattr("ruanghijau.posts.feed.feed", fail)

    return break_with


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "error",
    [
        IntegrityError("INSERT INTO users ...", {}, Exception(1062, SECRET)),
        OperationalError("SELECT 1", {}, Exception(1054, "Unknown column")),
        KeyError("kunci"),
        RecursionError("maximum recursion depth exceeded"),
        MemoryError(),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    ],
)
def test_what_went_wrong_inside_stays_inside(
    guest: Person,
    envelope: Envelope,
    breaking: Callable[[Exception], None],
    error: Exception,
    language: Language,
    caplog: pytest.LogCaptureFixture,
) -> None:
    breaking(error)
    response = guest.request("GET", "/api/posts/feed", headers={"Accept-Language": language})
    assert response.status_code == 500
    told = envelope.check(response, language)
    assert told["code"] == "INTERNAL_SERVER_ERROR"
    assert told["details"] == []
    # Whoever runs the server finds all of it in the log.
    assert any(record.exc_info and record.exc_info[1] is error for record in caplog.records)


def test_a_database_that_is_too_busy_says_when_to_come_back(
    guest: Person, envelope: Envelope, breaking: Callable[[Exception], None]
) -> None:
    breaking(OperationalError("UPDATE", {}, Exception(1205, "Lock wait timeout exceeded")))
    response = guest.get("/api/posts/feed")
    assert response.status_code == 503
    assert envelope.check(response)["code"] == "BUSY"
    assert int(response.headers["Retry-After"]) >= 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_too_many_requests(limited: Person, envelope: Envelope, language: Language) -> None:
    for attempt in range(12):
        response = limited.request(
            "POST",
            "/api/auth/login",
            json={"email": "sari@contoh.id", "password": f"tebakan-{attempt}"},
            headers={"Accept-Language": language},
        )
    assert response.status_code == 429
    assert envelope.check(response, language)["code"] == "TOO_MANY_REQUESTS"
    assert 0 < int(response.headers["Retry-After"]) <= 60
    assert limited.get("/api/posts/feed").status_code == 200


def test_a_body_nested_deeply_does_not_get_past_the_counting(limited: Person) -> None:
    statuses = [
        limited.request(
            "POST", "/api/auth/login", data=b"[" * 10_000, content_type="application/json"
        ).status_code
        for _ in range(40)
    ]
    assert set(statuses) == {400, 429}
    assert statuses[-1] == 429


def test_every_answer_has_a_name_of_its_own(app: RuangHijau, guest: Person) -> None:
    names = {guest.get(path).headers["X-Request-ID"] for path in ("/api/posts/feed", "/api/x", "/", "/x") * 3}
    assert len(names) == 12
