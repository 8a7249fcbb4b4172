"""Changing a campaign."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import update

from campaigning import code_of, data_of, field_of, in_days, join, picture, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns.dates import MAX_DAYS
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import calendar


def give(app: RuangHijau, campaign_id: int, amount: int) -> None:
    """Money that arrived, as the books of donations say it."""
    more = {"current_amount": Campaign.current_amount + Decimal(amount), "updated_at": Campaign.updated_at}
    with app.runtime.database.transaction() as db:
        db.execute(update(Campaign).where(Campaign.id == campaign_id).values(more))


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_its_creator_or_an_admin_changes_a_campaign(
    sari: Person, budi: Person, admin: Person, guest: Person, method: str
) -> None:
    campaign = start(sari, city="Semarang")
    address = f"/api/campaigns/{campaign}"
    assert guest.request(method, address, json={"title": "Punya saya"}).status_code == 401
    assert budi.request(method, address, json={"title": "Punya Budi"}).status_code == 403

    change = {"title": "Tanam dua ribu", "goal": 9_000_000, "end_date": in_days(60).isoformat()}
    changed = sari.request(method, address, json=change | {"category": "laut", "volunteer_capacity": 7})
    assert changed.status_code == 200, changed.json
    assert changed.json["campaign"] == (data := data_of(campaign, guest))
    assert (data["title"], data["goal_amount"], data["end_date"]) == tuple(change.values())
    assert (data["category"], data["volunteer_capacity"], data["city"]) == ("laut", 7, "Semarang")
    by_admin = admin.request(method, address, json={"title": "Disunting"})
    assert by_admin.json["campaign"]["title"] == "Disunting"


def test_null_clears_what_may_be_empty_and_leaves_the_rest(sari: Person) -> None:
    campaign = start(sari, city="Semarang", category="laut", volunteer_capacity=5)
    before = data_of(campaign, sari)
    fields = ("title", "description", "goal", "end_date", "city", "category", "volunteer_capacity")
    after = sari.patch(f"/api/campaigns/{campaign}", dict.fromkeys(fields)).json["campaign"]
    assert after["city"] is after["category"] is after["volunteer_capacity"] is None
    kept = ("title", "description", "goal_amount", "end_date", "start_date")
    assert [after[name] for name in kept] == [before[name] for name in kept]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", 5),
        ("goal", "50000"),
        ("goal", True),
        ("goal", 10_000.5),
        ("goal", 9_999),
        ("category", "emas"),
        ("end_date", 1_798_761_600),
        ("end_date", "besok"),
        ("volunteer_capacity", 0),
    ],
)
def test_what_cannot_be_is_refused(sari: Person, field: str, value: Any) -> None:
    campaign = start(sari)
    before = data_of(campaign, sari)
    response = sari.patch(f"/api/campaigns/{campaign}", {field: value})
    assert code_of(response) == (400, "VALIDATION_ERROR")
    assert field_of(response) == field
    assert data_of(campaign, sari) == before


@pytest.mark.parametrize("days", [-1, 0, MAX_DAYS + 1])
def test_the_end_moves_to_a_later_day_only(sari: Person, days: int) -> None:
    campaign = start(sari, end_date=in_days(5).isoformat())
    refused = sari.patch(f"/api/campaigns/{campaign}", {"end_date": in_days(days).isoformat()})
    assert code_of(refused) == (409, "CAMPAIGN_DATES_REFUSED")
    assert field_of(refused) == "end_date"
    tomorrow = sari.patch(f"/api/campaigns/{campaign}", {"end_date": in_days(1).isoformat()})
    assert tomorrow.json["campaign"]["end_date"] == in_days(1).isoformat()


def test_the_end_stays_after_the_start(sari: Person) -> None:
    campaign = start(sari, start_date=in_days(5).isoformat())
    refused = sari.patch(f"/api/campaigns/{campaign}", {"end_date": in_days(4).isoformat()})
    assert code_of(refused) == (409, "CAMPAIGN_DATES_REFUSED")


def test_the_goal_is_fixed_once_somebody_gave(app: RuangHijau, sari: Person) -> None:
    campaign = start(sari, goal=100_000)
    assert sari.patch(f"/api/campaigns/{campaign}", {"goal": 50_000}).status_code == 200
    give(app, campaign, 20_000)
    assert data_of(campaign, sari)["progress"] == 40
    refused = sari.patch(f"/api/campaigns/{campaign}", {"goal": 60_000})
    assert code_of(refused) == (409, "CAMPAIGN_GOAL_FIXED")
    same = sari.patch(f"/api/campaigns/{campaign}", {"goal": 50_000, "title": "Tetap"})
    assert same.json["campaign"]["title"] == "Tetap"


def test_volunteers_do_not_date_a_campaign(sari: Person, budi: Person) -> None:
    campaign = start(sari)
    before = data_of(campaign, sari)["updated_at"]
    join(budi, campaign)
    data = data_of(campaign, sari)
    assert (data["volunteers_count"], data["updated_at"]) == (1, before)
    assert sari.patch(f"/api/campaigns/{campaign}", {"title": "A"}).json["campaign"]["updated_at"] > before


def test_the_capacity_is_not_below_those_who_joined(sari: Person, budi: Person, admin: Person) -> None:
    campaign = start(sari)
    join(budi, campaign)
    join(admin, campaign)
    refused = sari.patch(f"/api/campaigns/{campaign}", {"volunteer_capacity": 1})
    assert code_of(refused) == (409, "VOLUNTEER_CAPACITY_TOO_SMALL")
    assert field_of(refused) == "volunteer_capacity"
    assert "2" in refused.json["error"]["details"][0]["message"]
    assert sari.patch(f"/api/campaigns/{campaign}", {"volunteer_capacity": 2}).status_code == 200


def test_a_campaign_that_is_over_is_not_changed(sari: Person) -> None:
    campaign = start(sari, end_date=in_days(3).isoformat())
    later = {"end_date": in_days(30).isoformat()}
    with calendar.on(in_days(4)):
        refused = sari.patch(f"/api/campaigns/{campaign}", later)
    assert code_of(refused) == (409, "CAMPAIGN_ENDED")
    sari.post(f"/api/campaigns/{campaign}/cancel", {"reason": "Hujan"})
    assert code_of(sari.patch(f"/api/campaigns/{campaign}", later)) == (409, "CAMPAIGN_CANCELLED")


def test_the_picture_is_replaced_and_removed(sari: Person, budi: Person, guest: Person) -> None:
    campaign = start(sari)
    address = f"/api/campaigns/{campaign}/image"
    assert budi.send_form("PUT", address, picture=picture()).status_code == 403
    first = sari.send_form("PUT", address, picture=picture()).json["campaign"]
    second = sari.send_form("PUT", address, picture=picture("navy")).json["campaign"]
    assert first["image_url"] != second["image_url"]
    assert guest.get(first["image_url"]).status_code == 404
    assert guest.get(second["thumbnail_url"]).status_code == 200

    assert sari.delete(address).json["campaign"]["image_url"] is None
    assert guest.get(second["image_url"]).status_code == 404


@pytest.mark.parametrize("form", [{}, {"image": ""}, {"image": "teks"}])
def test_a_picture_has_to_be_given(sari: Person, form: dict[str, str]) -> None:
    response = sari.send_form("PUT", f"/api/campaigns/{start(sari)}/image", **form)
    assert code_of(response) == (400, "VALIDATION_ERROR")
    assert field_of(response) == "image"
