"""Starting campaigns."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigning import CREATE, FORM, code_of, data_of, field_of, in_days, picture, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns.dates import MAX_DAYS
from ruanghijau.db import calendar

TODAY = date(2026, 3, 1)


def test_a_campaign_is_started_and_read(sari: Person, guest: Person) -> None:
    created = sari.send_form(
        "POST", CREATE, picture=picture(), **FORM, category="laut", city="Semarang", volunteer_capacity=25
    )
    assert created.status_code == 201
    assert created.json["success"] is True
    assert created.json["created_at"].endswith("Z")

    data = data_of(created.json["campaign_id"], guest)
    assert data["title"] == FORM["title"]
    assert data["description"] == FORM["description"]
    assert (data["goal_amount"], data["current_amount"], data["progress"]) == (5_000_000, 0, 0)
    assert (data["category"], data["city"]) == ("laut", "Semarang")
    assert (data["volunteer_capacity"], data["volunteers_count"]) == (25, 0)
    assert (data["status"], data["has_started"]) == ("active", True)
    assert data["creator"]["username"] == "sari"
    assert "email" not in data["creator"]
    assert data["image_url"] == created.json["image_url"]
    for url in (data["image_url"], data["thumbnail_url"]):
        assert guest.get(url).content_type == "image/jpeg"


def test_only_who_is_signed_in_starts_a_campaign(guest: Person) -> None:
    assert guest.send_form("POST", CREATE, **FORM).status_code == 401


def test_without_dates_it_begins_today_and_runs_for_30_days(sari: Person, guest: Person) -> None:
    with calendar.on(TODAY):
        data = data_of(start(sari), guest)
    assert (data["start_date"], data["end_date"]) == ("2026-03-01", "2026-03-31")


def test_fields_left_empty_in_the_form_are_as_if_left_out(sari: Person, guest: Person) -> None:
    empty = dict.fromkeys(("category", "start_date", "end_date", "city", "volunteer_capacity", "image"), "")
    data = data_of(start(sari, **empty), guest)
    assert data["category"] is data["city"] is data["volunteer_capacity"] is data["image_url"] is None
    assert data["start_date"] == calendar.today().isoformat()


@pytest.mark.parametrize("goal", [10_000, 10_001, 9_999_999_999])
def test_a_goal_survives_to_the_rupiah(sari: Person, guest: Person, goal: int) -> None:
    assert data_of(start(sari, goal=goal), guest)["goal_amount"] == goal


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", None),
        ("title", "  "),
        ("title", "dua\nbaris"),
        ("title", "a" * 256),
        ("description", None),
        ("description", " \n "),
        ("description", "a" * 20_001),
        ("description", "nol\0"),
        ("goal", None),
        ("goal", ""),
        ("goal", "9999"),
        ("goal", "10000000000"),
        ("goal", "-50000"),
        ("goal", "10000.5"),
        ("goal", "Rp50.000"),
        ("goal", "1e6"),
        ("goal", "NaN"),
        ("category", "emas"),
        ("start_date", "besok"),
        ("start_date", "2026-02-30"),
        ("end_date", "1798761600"),
        ("end_date", "31-12-2026"),
        ("end_date", "2026-12-31T00:00:00"),
        ("city", "a" * 101),
        ("volunteer_capacity", "0"),
        ("volunteer_capacity", "100001"),
        ("volunteer_capacity", "banyak"),
        ("image", "bukan berkas"),
    ],
)
def test_what_cannot_be_a_campaign_is_refused_by_field(sari: Person, field: str, value: Any) -> None:
    form = {k: v for k, v in (FORM | {field: value}).items() if v is not None}
    response = sari.send_form("POST", CREATE, **form)
    assert code_of(response) == (400, "VALIDATION_ERROR")
    assert field_of(response) == field
    assert sari.get("/api/campaigns/list").json["total"] == 0


def test_a_refused_campaign_leaves_no_picture_behind(app: RuangHijau, sari: Person) -> None:
    refused = sari.send_form("POST", CREATE, picture=picture(), **FORM, end_date="2020-01-01")
    assert refused.status_code == 409
    assert [path for path in app.runtime.settings.upload_folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (None, -1, "end_date"),
        (0, -1, "end_date"),
        (5, 4, "end_date"),
        (-10, -5, "end_date"),
        (None, MAX_DAYS + 1, "end_date"),
        (MAX_DAYS + 1, None, "start_date"),
        (-1, MAX_DAYS, "end_date"),
    ],
)
def test_dates_out_of_order_or_reach_are_refused(
    sari: Person, first: int | None, last: int | None, field: str
) -> None:
    given_dates = {"start_date": first, "end_date": last}
    dates = {name: in_days(days).isoformat() for name, days in given_dates.items() if days is not None}
    response = sari.send_form("POST", CREATE, **FORM, **dates)
    assert code_of(response) == (409, "CAMPAIGN_DATES_REFUSED")
    assert field_of(response) == field


days = st.one_of(st.none(), st.integers(-40, 40), st.integers(-1200, 1200))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=days, last=days)
def test_a_campaign_is_accepted_exactly_when_its_dates_are_possible(
    sari: Person, first: int | None, last: int | None
) -> None:
    day = {name: in_days(n) for name, n in (("start_date", first), ("end_date", last)) if n is not None}
    begins = day.get("start_date", in_days(0))
    ends = day.get("end_date", min(begins + timedelta(30), in_days(MAX_DAYS)))
    possible = begins <= ends and in_days(0) <= ends <= in_days(MAX_DAYS) and (ends - begins).days <= MAX_DAYS

    response = sari.send_form("POST", CREATE, **FORM, **{name: d.isoformat() for name, d in day.items()})
    assert response.status_code == (201 if possible else 409), response.json
    if possible:
        data = data_of(response.json["campaign_id"], sari)
        assert (data["start_date"], data["end_date"]) == (begins.isoformat(), ends.isoformat())


@pytest.mark.parametrize("missing", ["/api/campaigns/999", "/api/campaigns/0", "/api/campaigns/99999999999"])
def test_a_campaign_that_is_not_there_is_not_found(guest: Person, missing: str) -> None:
    assert guest.get(missing).status_code == 404
