"""What organisers report, and who is told."""

from collections.abc import Callable

import pytest

from campaigning import code_of, field_of, in_days, join, news_of, picture, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.db import calendar
from statements import counted_statements

REPORT = {"title": "Bibit pertama ditanam", "content": "Hari ini 200 bibit."}


def report(author: Person, campaign_id: int, **fields: object) -> int:
    response = author.send_form("POST", f"/api/campaigns/{campaign_id}/updates", **(REPORT | fields))
    assert response.status_code == 201, response.json
    return int(response.json["update_id"])


def test_an_organiser_reports_and_everybody_reads(sari: Person, guest: Person) -> None:
    campaign = start(sari)
    address = f"/api/campaigns/{campaign}/updates"
    created = sari.send_form("POST", address, picture=picture(), **REPORT)
    assert created.status_code == 201
    assert created.json["created_at"].endswith("Z")

    [shown] = guest.get(address).json["updates"]
    assert (shown["id"], shown["campaign_id"]) == (created.json["update_id"], campaign)
    assert (shown["title"], shown["content"]) == tuple(REPORT.values())
    assert shown["author"]["username"] == "sari"
    assert shown["image_url"] == created.json["image_url"]
    assert guest.get(shown["thumbnail_url"]).status_code == 200


def test_reports_are_newest_first_and_paged(sari: Person, guest: Person) -> None:
    campaign, other = start(sari), start(sari)
    reports = [report(sari, campaign) for _ in range(3)][::-1]
    report(sari, other)
    first = guest.get(f"/api/campaigns/{campaign}/updates", limit=2).json
    assert ([one["id"] for one in first["updates"]], first["total"]) == (reports[:2], 3)
    rest = guest.get(f"/api/campaigns/{campaign}/updates", cursor=first["next_cursor"]).json
    assert [one["id"] for one in rest["updates"]] == reports[2:]


def test_only_the_organiser_or_an_admin_reports(
    sari: Person, budi: Person, admin: Person, guest: Person
) -> None:
    address = f"/api/campaigns/{start(sari)}/updates"
    assert guest.send_form("POST", address, **REPORT).status_code == 401
    assert budi.send_form("POST", address, picture=picture(), **REPORT).status_code == 403
    assert admin.send_form("POST", address, **REPORT).status_code == 201
    assert sari.send_form("POST", "/api/campaigns/999/updates", **REPORT).status_code == 404
    assert guest.get("/api/campaigns/999/updates").status_code == 404


@pytest.mark.parametrize(
    ("field", "value"), [("title", " "), ("title", "a" * 256), ("content", ""), ("content", "a" * 20_001)]
)
def test_a_report_says_something(sari: Person, field: str, value: str) -> None:
    response = sari.send_form("POST", f"/api/campaigns/{start(sari)}/updates", **(REPORT | {field: value}))
    assert code_of(response) == (400, "VALIDATION_ERROR")
    assert field_of(response) == field


def test_results_are_reported_after_the_end(sari: Person) -> None:
    campaign = start(sari, end_date=in_days(0).isoformat())
    with calendar.on(in_days(1)):
        assert report(sari, campaign)


def test_those_who_help_are_told_once_and_those_who_left_are_not(
    app: RuangHijau, sari: Person, budi: Person, admin: Person
) -> None:
    campaign = start(sari)
    join(budi, campaign)
    join(admin, campaign)
    admin.post("/api/volunteers/leave", {"campaign_id": campaign})
    report(sari, campaign)
    assert news_of(app, budi) == [("campaign_update", campaign)]
    assert news_of(app, admin) == []
    assert [kind for kind, _ in news_of(app, sari)] == ["volunteer_joined"] * 2


def test_telling_many_costs_as_many_statements_as_telling_few(
    app: RuangHijau, sari: Person, person: Callable[..., Person]
) -> None:
    costs = []
    for helpers in (2, 9):
        campaign = start(sari)
        for number in range(helpers):
            join(person(f"relawan{helpers}{number}"), campaign)
        with counted_statements(app) as statements:
            report(sari, campaign)
        costs.append(len(statements))
    assert costs[0] == costs[1], costs


def test_a_report_is_taken_away_by_the_organiser(
    sari: Person, budi: Person, admin: Person, guest: Person
) -> None:
    campaign, other = start(sari), start(budi)
    first, second = report(sari, campaign), report(sari, campaign)
    address = f"/api/campaigns/{campaign}/updates"
    assert guest.delete(f"{address}/{first}").status_code == 401
    assert budi.delete(f"{address}/{first}").status_code == 403
    assert budi.delete(f"/api/campaigns/{other}/updates/{first}").status_code == 404

    assert sari.delete(f"{address}/{first}").json["success"] is True
    assert code_of(sari.delete(f"{address}/{first}")) == (404, "CAMPAIGN_UPDATE_NOT_FOUND")
    assert [one["id"] for one in guest.get(address).json["updates"]] == [second]
    assert admin.delete(f"{address}/{second}").status_code == 200
    assert guest.get(address).json["total"] == 0
