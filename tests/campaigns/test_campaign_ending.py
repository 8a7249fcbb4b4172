"""Campaigns whose last day is over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from campaigning import data_of, in_days, news_of, run, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns import service
from ruanghijau.db import calendar


def test_the_worker_completes_what_is_over_and_tells_the_creator(
    app: RuangHijau, sari: Person, budi: Person
) -> None:
    over = start(sari, end_date=in_days(1).isoformat())
    lasts = start(budi, end_date=in_days(2).isoformat())
    cancelled = start(budi, end_date=in_days(1).isoformat())
    budi.post(f"/api/campaigns/{cancelled}/cancel", {"reason": "Hujan"})

    assert run(app, service.complete_ended, in_days(1)) == 0
    assert run(app, service.complete_ended, in_days(2)) == 1
    assert run(app, service.complete_ended, in_days(2)) == 0

    assert [data_of(one, sari)["status"] for one in (over, lasts, cancelled)] == [
        "completed",
        "active",
        "cancelled",
    ]
    assert news_of(app, sari) == [("campaign_ended", over)]
    assert news_of(app, budi) == []


def test_many_are_completed_in_portions(app: RuangHijau, sari: Person) -> None:
    for _ in range(5):
        start(sari, end_date=in_days(0).isoformat())
    done = [run(app, service.complete_ended, in_days(1), 2) for _ in range(4)]
    assert done == [2, 2, 1, 0]


def test_two_runs_at_once_tell_each_creator_once(app: RuangHijau, sari: Person) -> None:
    campaigns = [start(sari, end_date=in_days(0).isoformat()) for _ in range(12)]

    def work(day: date) -> int:
        return int(run(app, service.complete_ended, day))

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(work, [in_days(1)] * 4))
    assert sum(done) == 12
    assert sorted(news_of(app, sari)) == [("campaign_ended", one) for one in campaigns]


def test_a_campaign_of_somebody_who_left_is_completed_as_well(app: RuangHijau, sari: Person) -> None:
    campaign = start(sari, end_date=in_days(0).isoformat())
    with app.runtime.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE users SET deleted_at = '2026-01-01 00:00:00'")
    assert run(app, service.complete_ended, in_days(1)) == 1
    with app.runtime.database.transaction():
        assert service.read_campaign(campaign).status.value == "completed"


def test_the_last_day_belongs_to_the_campaign(sari: Person) -> None:
    campaign = start(sari, end_date=in_days(1).isoformat())
    tomorrow = in_days(1)
    with calendar.on(tomorrow):
        assert data_of(campaign, sari)["status"] == "active"
    with calendar.on(tomorrow + timedelta(1)):
        assert data_of(campaign, sari)["status"] == "completed"
