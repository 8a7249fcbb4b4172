"""Lists of campaigns: order, filters, search, pages, and what they cost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from campaigning import in_days, run, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns import service
from ruanghijau.db import calendar
from statements import counted_statements

LIST = "/api/campaigns/list"
STAGES = ("upcoming", "active", "completed", "cancelled")


def ids(response: Any) -> list[int]:
    assert response.status_code == 200, response.json
    return [campaign["id"] for campaign in response.json["campaigns"]]


def test_the_list_is_newest_first_and_paged(sari: Person, guest: Person) -> None:
    campaigns = [start(sari, title=f"Kampanye {number}") for number in range(5)][::-1]
    first = guest.get(LIST, limit=2)
    assert ids(first) == campaigns[:2]
    assert (first.json["total"], first.json["page"]) == (5, 1)
    assert ids(guest.get(LIST, limit=2, page=3)) == campaigns[4:]
    start(sari, title="Baru")
    assert ids(guest.get(LIST, limit=2, cursor=first.json["next_cursor"])) == campaigns[2:4]


def test_categories_and_cities_filter(sari: Person, guest: Person) -> None:
    sea = start(sari, category="laut", city="Semarang")
    energy = start(sari, category="energi", city="Kota Semarang")
    assert ids(guest.get(LIST, category="laut")) == [sea]
    assert ids(guest.get(LIST, city="SEMARANG")) == [sea]
    assert ids(guest.get(LIST, city="kota semarang", category="energi")) == [energy]
    assert ids(guest.get(LIST, city="Sema%")) == []
    assert guest.get(LIST, category="emas").status_code == 400


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("mangrove", {0}),
        ("MANGROVE pesisir", {0}),
        ("pesisir mangrove", {0}),
        ("jepara", {0}),
        ("surya", {1}),
        ("100%", {1}),
        ("%", {1}),
        ("_", set()),
        ("mangrove surya", set()),
        ("'; DROP TABLE campaigns; --", set()),
    ],
)
def test_search_finds_every_word(sari: Person, guest: Person, q: str, found: set[int]) -> None:
    campaigns = [
        start(sari, title="Tanam mangrove", description="Di pesisir utara", city="Jepara"),
        start(sari, title="Panel surya", description="Listrik sekolah 100% mandiri"),
    ]
    assert set(ids(guest.get(LIST, q=q))) == {campaigns[number] for number in found}


def one_in_each_stage(creator: Person) -> dict[str, int]:
    """One campaign for each stage, and for `ended` one that is over and that no worker has seen."""
    with calendar.on(in_days(-20)):
        ended = start(creator, end_date=in_days(19).isoformat())
    cancelled = start(creator)
    creator.post(f"/api/campaigns/{cancelled}/cancel", {"reason": "Hujan"})
    return {
        "upcoming": start(creator, start_date=in_days(1).isoformat()),
        "active": start(creator, end_date=in_days(0).isoformat()),
        "completed": ended,
        "cancelled": cancelled,
    }


@pytest.mark.parametrize("flipped", [False, True])
def test_each_campaign_is_in_one_stage_before_and_after_the_worker(
    app: RuangHijau, sari: Person, guest: Person, flipped: bool
) -> None:
    campaigns = one_in_each_stage(sari)
    if flipped:
        assert run(app, service.complete_ended, in_days(0)) == 1
    for stage in STAGES:
        assert ids(guest.get(LIST, status=stage)) == [campaigns[stage]], stage
    shown = {c["id"]: (c["status"], c["has_started"]) for c in guest.get(LIST).json["campaigns"]}
    assert shown == {
        campaigns["upcoming"]: ("active", False),
        campaigns["active"]: ("active", True),
        campaigns["completed"]: ("completed", True),
        campaigns["cancelled"]: ("cancelled", True),
    }


def test_a_campaign_moves_on_by_itself_as_days_pass(sari: Person, guest: Person) -> None:
    start(sari, start_date=in_days(1).isoformat(), end_date=in_days(2).isoformat())
    seen = []
    for day in range(4):
        with calendar.on(in_days(0) + timedelta(day)):
            seen += [stage for stage in STAGES if ids(guest.get(LIST, status=stage))]
    assert seen == ["upcoming", "active", "active", "completed"]


def test_mine_are_those_one_started(sari: Person, budi: Person, guest: Person) -> None:
    campaigns = one_in_each_stage(sari)
    start(budi)
    assert sorted(ids(sari.get("/api/campaigns/mine"))) == sorted(campaigns.values())
    assert ids(sari.get("/api/campaigns/mine", status="cancelled")) == [campaigns["cancelled"]]
    assert guest.get("/api/campaigns/mine").status_code == 401


def test_a_page_costs_two_statements_whatever_its_length(
    app: RuangHijau, person: Callable[..., Person], guest: Person
) -> None:
    for number in range(4):
        creator = person(f"orang{number}")
        for _ in range(3):
            start(creator)
    for limit in (1, 12):
        with counted_statements(app) as statements:
            assert len(ids(guest.get(LIST, limit=limit, status="active"))) == limit
        assert len(statements) == 2, statements
