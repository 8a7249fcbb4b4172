"""Calling a campaign off."""

import pytest

from campaigning import code_of, data_of, in_days, join, news_of, run, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns import service
from ruanghijau.db import calendar

REASON = {"reason": "Lokasi penanaman terendam banjir."}


def test_its_creator_calls_a_campaign_off_once(
    app: RuangHijau, sari: Person, budi: Person, guest: Person
) -> None:
    campaign = start(sari)
    join(budi, campaign)
    address = f"/api/campaigns/{campaign}/cancel"
    assert guest.post(address, REASON).status_code == 401
    assert budi.post(address, REASON).status_code == 403
    assert data_of(campaign, guest)["status"] == "active"

    cancelled = sari.post(address, REASON)
    assert cancelled.status_code == 200
    assert cancelled.json["campaign"] == data_of(campaign, guest)
    assert data_of(campaign, guest)["status"] == "cancelled"
    assert data_of(campaign, guest)["cancel_reason"] == REASON["reason"]
    assert news_of(app, budi) == [("campaign_cancelled", campaign)]

    assert code_of(sari.post(address, REASON)) == (409, "CAMPAIGN_CANCELLED")
    assert len(news_of(app, budi)) == 1


def test_an_admin_calls_campaigns_off_and_their_creator_is_told_once(
    app: RuangHijau, sari: Person, admin: Person
) -> None:
    campaigns = [start(sari), start(sari)]
    join(sari, campaigns[1])
    for campaign in campaigns:
        assert admin.post(f"/api/campaigns/{campaign}/cancel", REASON).status_code == 200
    assert news_of(app, sari) == [("campaign_cancelled", campaign) for campaign in campaigns]


def test_a_campaign_that_has_not_begun_can_be_called_off(sari: Person) -> None:
    campaign = start(sari, start_date=in_days(5).isoformat())
    assert sari.post(f"/api/campaigns/{campaign}/cancel", REASON).status_code == 200


@pytest.mark.parametrize("flipped", [False, True])
def test_a_campaign_that_is_over_cannot_be_called_off(app: RuangHijau, sari: Person, flipped: bool) -> None:
    campaign = start(sari, end_date=in_days(0).isoformat())
    if flipped:
        run(app, service.complete_ended, in_days(1))
    with calendar.on(in_days(1)):
        refused = sari.post(f"/api/campaigns/{campaign}/cancel", REASON)
    assert code_of(refused) == (409, "CAMPAIGN_ENDED")


def test_a_campaign_whose_goal_is_reached_cannot_be_called_off(app: RuangHijau, sari: Person) -> None:
    campaign = start(sari)
    run(app, lambda: service.lock_campaign(campaign).complete())
    refused = sari.post(f"/api/campaigns/{campaign}/cancel", REASON)
    assert code_of(refused) == (409, "CAMPAIGN_COMPLETED")


@pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": "  "}, {"reason": "a" * 501}, {"reason": 5}])
def test_a_reason_is_owed(sari: Person, body: dict[str, object]) -> None:
    campaign = start(sari)
    assert code_of(sari.post(f"/api/campaigns/{campaign}/cancel", body)) == (400, "VALIDATION_ERROR")
    assert data_of(campaign, sari)["status"] == "active"
