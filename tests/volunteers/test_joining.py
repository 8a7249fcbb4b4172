"""Joining and leaving campaigns."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from campaigning import code_of, data_of, in_days, join, news_of, run, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns import service as campaigns
from ruanghijau.db import calendar
from ruanghijau.volunteers.models import Volunteer
from statements import counted_statements

JOIN, LEAVE, MY = "/api/volunteers/join", "/api/volunteers/leave", "/api/volunteers/my"


def rows_of(app: RuangHijau) -> int:
    with app.runtime.database.transaction(write=False) as session:
        return session.scalar(select(func.count(Volunteer.id))) or 0


def test_somebody_joins_and_the_creator_is_told(
    app: RuangHijau, sari: Person, budi: Person, guest: Person
) -> None:
    campaign = start(sari)
    joined = budi.post(JOIN, {"campaign_id": campaign})
    assert joined.status_code == 201
    assert joined.json == {"success": True, "volunteer_id": joined.json["volunteer_id"], "status": "joined"}
    assert data_of(campaign, guest)["volunteers_count"] == 1
    assert news_of(app, sari) == [("volunteer_joined", campaign)]


def test_joining_again_changes_nothing(app: RuangHijau, sari: Person, budi: Person) -> None:
    campaign = start(sari)
    volunteer = join(budi, campaign)
    again = budi.post(JOIN, {"campaign_id": campaign})
    assert (again.status_code, again.json["volunteer_id"]) == (200, volunteer)
    assert data_of(campaign, sari)["volunteers_count"] == rows_of(app) == 1
    assert len(news_of(app, sari)) == 1


def test_an_organiser_may_help_too_and_is_not_told_of_it(app: RuangHijau, sari: Person) -> None:
    join(sari, start(sari))
    assert news_of(app, sari) == []


@pytest.mark.parametrize(
    "body",
    [{}, [], "x", *({"campaign_id": value} for value in (None, "1", True, 0, 2**31, -1, 1.5, [1]))],
)
@pytest.mark.parametrize("address", [JOIN, LEAVE])
def test_what_names_no_campaign_is_refused(budi: Person, address: str, body: Any) -> None:
    assert budi.post(address, body).status_code == 400


@pytest.mark.parametrize("address", [JOIN, LEAVE])
def test_a_campaign_that_is_not_there_is_not_found(budi: Person, guest: Person, address: str) -> None:
    assert code_of(budi.post(address, {"campaign_id": 999})) == (404, "CAMPAIGN_NOT_FOUND")
    assert guest.post(address, {"campaign_id": 999}).status_code == 401


def test_a_campaign_takes_helpers_before_it_begins_and_until_its_end(sari: Person, budi: Person) -> None:
    later = start(sari, start_date=in_days(3).isoformat(), end_date=in_days(5).isoformat())
    assert join(budi, later)
    with calendar.on(in_days(5)):
        assert sari.post(JOIN, {"campaign_id": later}).status_code == 201


def test_a_campaign_that_is_over_takes_nobody(app: RuangHijau, sari: Person, budi: Person) -> None:
    ended, cancelled, reached = start(sari, end_date=in_days(0).isoformat()), start(sari), start(sari)
    sari.post(f"/api/campaigns/{cancelled}/cancel", {"reason": "Hujan"})
    run(app, lambda: campaigns.lock_campaign(reached).complete())
    with calendar.on(in_days(1)):
        assert code_of(budi.post(JOIN, {"campaign_id": ended})) == (409, "CAMPAIGN_ENDED")
    assert code_of(budi.post(JOIN, {"campaign_id": cancelled})) == (409, "CAMPAIGN_CANCELLED")
    assert code_of(budi.post(JOIN, {"campaign_id": reached})) == (409, "CAMPAIGN_COMPLETED")
    assert rows_of(app) == 0


def test_capacity_bounds_those_who_help_now(
    app: RuangHijau, sari: Person, person: Callable[..., Person]
) -> None:
    campaign = start(sari, volunteer_capacity=2)
    first, second, third = (person(f"relawan{number}") for number in range(3))
    join(first, campaign)
    join(second, campaign)
    full = third.post(JOIN, {"campaign_id": campaign})
    assert code_of(full) == (409, "VOLUNTEERS_FULL")
    assert "2" in full.json["error"]["message"]
    assert first.post(JOIN, {"campaign_id": campaign}).status_code == 200

    first.post(LEAVE, {"campaign_id": campaign})
    join(third, campaign)
    assert code_of(first.post(JOIN, {"campaign_id": campaign})) == (409, "VOLUNTEERS_FULL")
    assert data_of(campaign, sari)["volunteers_count"] == 2


def test_who_leaves_may_come_back_to_the_same_row(app: RuangHijau, sari: Person, budi: Person) -> None:
    campaign = start(sari)
    volunteer = join(budi, campaign)
    sari.patch(f"/api/volunteers/{volunteer}", {"status": "active", "hours_contributed": 6})
    for _ in range(2):
        left = budi.post(LEAVE, {"campaign_id": campaign})
        assert (left.status_code, left.json["volunteer_id"]) == (200, volunteer)
        assert data_of(campaign, sari)["volunteers_count"] == 0
    assert budi.get(MY).json["campaigns"] == []

    assert join(budi, campaign) == volunteer
    [back] = budi.get(MY).json["campaigns"]
    assert back["volunteering"]["status"] == "joined"
    assert back["volunteering"]["hours_contributed"] == 6
    assert (back["volunteers_count"], rows_of(app)) == (1, 1)


def test_only_who_joined_leaves(sari: Person, budi: Person) -> None:
    campaign = start(sari)
    assert code_of(budi.post(LEAVE, {"campaign_id": campaign})) == (404, "VOLUNTEER_NOT_FOUND")


def test_work_that_was_completed_is_not_left(sari: Person, budi: Person) -> None:
    campaign = start(sari)
    sari.patch(f"/api/volunteers/{join(budi, campaign)}", {"status": "completed"})
    assert code_of(budi.post(LEAVE, {"campaign_id": campaign})) == (409, "VOLUNTEER_COMPLETED")
    assert data_of(campaign, sari)["volunteers_count"] == 1


def test_my_campaigns_are_those_i_help_in(sari: Person, budi: Person, guest: Person) -> None:
    joined = [start(sari, title=f"Kampanye {number}") for number in range(4)]
    for campaign in joined:
        join(budi, campaign)
    join(sari, joined[0])
    budi.post(LEAVE, {"campaign_id": joined[1]})
    sari.post(f"/api/campaigns/{joined[2]}/cancel", {"reason": "Hujan"})

    mine = budi.get(MY).json
    assert [one["id"] for one in mine["campaigns"]] == [joined[3], joined[2], joined[0]]
    assert (mine["total"], mine["page"]) == (3, 1)
    assert [one["status"] for one in mine["campaigns"]] == ["active", "cancelled", "active"]
    assert mine["campaigns"][0]["creator"]["username"] == "sari"
    page = budi.get(MY, limit=2, cursor=budi.get(MY, limit=2).json["next_cursor"]).json
    assert [one["id"] for one in page["campaigns"]] == [joined[0]]
    assert guest.get(MY).status_code == 401


def test_my_campaigns_by_status(sari: Person, budi: Person) -> None:
    first, second = start(sari), start(sari)
    join(budi, first)
    sari.patch(f"/api/volunteers/{join(budi, second)}", {"status": "active"})
    assert [one["id"] for one in budi.get(MY, status="joined").json["campaigns"]] == [first]
    assert [one["id"] for one in budi.get(MY, status="active").json["campaigns"]] == [second]
    assert budi.get(MY, status="left").status_code == 400


def test_my_campaigns_cost_three_statements_whatever_their_number(
    app: RuangHijau, sari: Person, budi: Person
) -> None:
    """The session, the campaigns with their creators, the total."""
    for number in range(3):
        join(budi, start(sari))
        with counted_statements(app) as statements:
            assert len(budi.get(MY).json["campaigns"]) == number + 1
        assert len(statements) == 3, statements
