"""Writing a mail wakes the worker, once a transaction, and only when the mail is safe."""

from collections.abc import Iterator

import pytest
from waiting_mails import Outbox

from people import PASSWORD, Person
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Settings
from ruanghijau.outbox import service

SARI = {"email": "sari@contoh.id", "password": PASSWORD, "username": "sari"}


@pytest.fixture
def woken() -> list[int]:
    """How many mails were waiting each time the worker was woken."""
    return []


@pytest.fixture
def watched(settings: Settings, woken: list[int]) -> Iterator[RuangHijau]:
    app = create_app(settings, wake=lambda: woken.append(len(Outbox(app).rows())))
    yield app
    app.runtime.database.engine.dispose()


def test_the_worker_is_woken_when_the_mail_can_be_seen(watched: RuangHijau, woken: list[int]) -> None:
    guest = Person(watched.test_client())
    assert guest.post("/api/auth/register", SARI).status_code == 201
    assert woken == [1]


def test_many_mails_wake_it_once(watched: RuangHijau, woken: list[int]) -> None:
    outbox = Outbox(watched)

    def write_three() -> None:
        for number in range(3):
            service.enqueue(f"a{number}@contoh.id", "verify_email", "id", name="Sari", link="-")

    outbox.do(write_three)
    outbox.write("b@contoh.id", "c@contoh.id")
    outbox.write()
    assert woken == [3, 5]


def test_a_mail_that_was_never_written_wakes_nobody(watched: RuangHijau, woken: list[int]) -> None:
    outbox = Outbox(watched)

    def write_and_fail() -> None:
        service.enqueue("a@contoh.id", "verify_email", "id", name="Sari", link="-")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        outbox.do(write_and_fail)
    assert (woken, outbox.rows()) == ([], [])


def test_a_worker_that_cannot_be_woken_spoils_nothing(settings: Settings) -> None:
    down = settings.model_copy(update={"redis_url": "redis://127.0.0.1:9/0"})
    app = create_app(settings.model_copy(update={"rate_limits": False}), wake=create_app(down).runtime.wake)
    guest = Person(app.test_client())
    assert guest.post("/api/auth/register", SARI).status_code == 201
    assert len(Outbox(app).rows()) == 1
    app.runtime.database.engine.dispose()
