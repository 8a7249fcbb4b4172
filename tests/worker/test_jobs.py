"""What each job does, and that doing it again changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from processes import Place
from sqlalchemy import select, update

from campaigning import data_of, in_days, news_of, start
from people import PASSWORD, Person
from ruanghijau.accounts.models import AuthSession
from ruanghijau.app import RuangHijau
from ruanghijau.db import calendar, now
from ruanghijau.outbox.models import MailStatus, OutgoingMail
from ruanghijau.worker import consumer, jobs
from ruanghijau.worker.jobs import Job


def job(name: str) -> Job:
    (found,) = (one for one in jobs.JOBS if one.name == name)
    return found


def test_mails_leave_in_batches_each_of_which_calls_the_next(place: Place) -> None:
    calls: list[None] = []
    place.queue_mails(45)
    runtime = replace(place.app.runtime, wake=lambda: calls.append(None))
    assert [consumer.run(jobs.DELIVERY, runtime) for _ in range(4)] == [20, 20, 5, 0]
    assert len(calls) == 2
    assert place.count(MailStatus.sent) == 45


def test_campaigns_are_completed_when_their_last_day_is_over(
    app: RuangHijau, sari: Person, budi: Person
) -> None:
    short = start(sari, end_date=in_days(3).isoformat())
    long = start(sari, end_date=in_days(40).isoformat())
    assert consumer.run(job("complete-campaigns"), app.runtime) == 0
    with calendar.on(in_days(4)):
        assert [consumer.run(job("complete-campaigns"), app.runtime) for _ in range(2)] == [1, 0]
    assert data_of(short, budi)["status"] == "completed"
    assert data_of(long, budi)["status"] == "active"
    assert news_of(app, sari) == [("campaign_ended", short)]


def test_sessions_that_have_expired_are_forgotten_and_live_ones_are_not(
    app: RuangHijau, sari: Person, person: Callable[..., Person]
) -> None:
    sari.post("/api/auth/login", {"email": "sari@contoh.id", "password": PASSWORD})
    assert consumer.run(job("purge-sessions"), app.runtime) == 0
    with app.runtime.database.transaction() as session:
        session.execute(update(AuthSession).values(expires_at=now() - timedelta(seconds=1)))
    budi = person("budi")
    assert [consumer.run(job("purge-sessions"), app.runtime) for _ in range(2)] == [2, 0]
    assert budi.get("/api/auth/me").status_code == 200
    assert sari.get("/api/auth/me").status_code == 401


def test_what_old_mails_said_is_forgotten_to_the_last(place: Place) -> None:
    place.queue_mails(2_500)
    with place.app.runtime.database.transaction() as session:
        old = {"status": MailStatus.sent, "due_at": now() - timedelta(days=31)}
        session.execute(update(OutgoingMail).values(old))
    assert [consumer.run(job("purge-mails"), place.app.runtime) for _ in range(2)] == [2_500, 0]
    with place.app.runtime.database.transaction(write=False) as session:
        assert set(session.scalars(select(OutgoingMail.body))) == {""}
