"""What organisers see and note of their volunteers."""

from collections.abc import Callable
from typing import Any

import pytest

from campaigning import code_of, data_of, field_of, in_days, join, news_of, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.db import calendar


def volunteers(campaign_id: int, reader: Person, **query: Any) -> Any:
    response = reader.get(f"/api/volunteers/campaign/{campaign_id}", **query)
    assert response.status_code == 200, response.json
    return response.json


def test_volunteers_are_listed_as_they_joined(
    sari: Person, guest: Person, person: Callable[..., Person]
) -> None:
    campaign, other = start(sari), start(sari)
    helpers = [join(person(f"relawan{number}"), campaign) for number in range(5)]
    join(sari, other)
    first = volunteers(campaign, guest, limit=3)
    assert ([one["volunteer_id"] for one in first["volunteers"]], first["total"]) == (helpers[:3], 5)
    rest = volunteers(campaign, guest, limit=3, cursor=first["next_cursor"])
    assert [one["volunteer_id"] for one in rest["volunteers"]] == helpers[3:]
    assert rest["volunteers"][0]["user"]["username"] == "relawan3"
    assert "email" not in rest["volunteers"][0]["user"]
    assert guest.get("/api/volunteers/campaign/999").status_code == 404


def test_hours_are_for_the_organiser_and_admins(
    sari: Person, budi: Person, admin: Person, guest: Person
) -> None:
    campaign = start(sari)
    sari.patch(f"/api/volunteers/{join(budi, campaign)}", {"hours_contributed": 8})
    seen = {
        reader: volunteers(campaign, reader)["volunteers"][0]["hours_contributed"]
        for reader in (sari, admin, budi, guest)
    }
    assert list(seen.values()) == [8, 8, None, None]


def test_who_left_is_not_listed(sari: Person, budi: Person) -> None:
    campaign = start(sari)
    join(budi, campaign)
    budi.post("/api/volunteers/leave", {"campaign_id": campaign})
    assert volunteers(campaign, sari) == {"total": 0, "page": 1, "next_cursor": None, "volunteers": []}


def test_status_moves_forward_and_the_volunteer_is_told_of_each_step(
    app: RuangHijau, sari: Person, budi: Person
) -> None:
    campaign = start(sari)
    address = f"/api/volunteers/{join(budi, campaign)}"
    for status in ("joined", "active", "active", "completed", "completed"):
        changed = sari.patch(address, {"status": status})
        assert changed.json["volunteer"]["status"] == status
    assert news_of(app, budi) == [("volunteer_status", campaign)] * 2
    for status in ("joined", "active"):
        assert code_of(sari.patch(address, {"status": status})) == (409, "VOLUNTEER_STATUS_BACKWARDS")
    assert volunteers(campaign, sari)["volunteers"][0]["status"] == "completed"
    assert data_of(campaign, sari)["volunteers_count"] == 1


def test_a_refused_status_leaves_the_hours_as_they_were(sari: Person, budi: Person) -> None:
    campaign = start(sari)
    address = f"/api/volunteers/{join(budi, campaign)}"
    sari.patch(address, {"status": "active", "hours_contributed": 4})
    assert sari.patch(address, {"status": "joined", "hours_contributed": 9}).status_code == 409
    assert volunteers(campaign, sari)["volunteers"][0]["hours_contributed"] == 4


@pytest.mark.parametrize("hours", [0, 1, 10_000])
def test_hours_are_set(app: RuangHijau, sari: Person, budi: Person, hours: int) -> None:
    address = f"/api/volunteers/{join(budi, start(sari))}"
    for body in ({"hours_contributed": hours}, {}, {"hours_contributed": None, "status": None}):
        changed = sari.patch(address, body)
        assert changed.status_code == 200
        assert changed.json["volunteer"]["hours_contributed"] == hours
        assert changed.json["volunteer"]["user"]["username"] == "budi"
    assert news_of(app, budi) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hours_contributed", -1),
        ("hours_contributed", 10_001),
        ("hours_contributed", 1.5),
        ("hours_contributed", "8"),
        ("hours_contributed", True),
        ("status", "left"),
        ("status", 1),
    ],
)
def test_what_cannot_be_noted_is_refused(sari: Person, budi: Person, field: str, value: Any) -> None:
    response = sari.patch(f"/api/volunteers/{join(budi, start(sari))}", {field: value})
    assert code_of(response) == (400, "VALIDATION_ERROR")
    assert field_of(response) == field


def test_only_the_organiser_or_an_admin_notes(
    sari: Person, budi: Person, admin: Person, guest: Person
) -> None:
    start(budi)  # organises, but something else
    address = f"/api/volunteers/{join(budi, start(sari))}"
    body = {"status": "active", "hours_contributed": 100}
    assert guest.patch(address, body).status_code == 401
    assert budi.patch(address, body).status_code == 403
    assert admin.patch(address, body).status_code == 200
    assert code_of(sari.patch("/api/volunteers/999", body)) == (404, "VOLUNTEER_NOT_FOUND")


def test_nothing_is_noted_of_who_left(sari: Person, budi: Person) -> None:
    campaign = start(sari)
    address = f"/api/volunteers/{join(budi, campaign)}"
    budi.post("/api/volunteers/leave", {"campaign_id": campaign})
    for body in ({"status": "active"}, {"hours_contributed": 3}):
        assert code_of(sari.patch(address, body)) == (409, "VOLUNTEER_LEFT")


def test_work_is_completed_after_the_campaign(sari: Person, budi: Person) -> None:
    campaign = start(sari, end_date=in_days(0).isoformat())
    address = f"/api/volunteers/{join(budi, campaign)}"
    with calendar.on(in_days(7)):
        assert sari.patch(address, {"status": "completed", "hours_contributed": 12}).status_code == 200
