"""What a campaign's money was used for: entering, voiding, reading, and who is told."""

import io
from functools import partial
from typing import Any

import pytest

from accounting import fund, give_back, spend, totals, void
from campaigning import code_of, data_of, field_of, in_days, join, news_of, picture, start
from crowds import at_once, devices
from people import PASSWORD, Person
from ruanghijau.app import RuangHijau


@pytest.fixture
def campaign(app: RuangHijau, sari: Person, budi: Person) -> int:
    """Sari's campaign, which Budi gave Rp100.000 to."""
    campaign = start(sari)
    fund(app, campaign, budi, 100_000)
    return campaign


def entries(reader: Person, campaign: int, **query: Any) -> Any:
    response = reader.get(f"/api/campaigns/{campaign}/disbursements", **query)
    assert response.status_code == 200, response.json
    return response.json


def test_everybody_reads_what_was_spent(campaign: int, sari: Person, guest: Person) -> None:
    made = spend(sari, campaign, receipt=(io.BytesIO(picture()), "nota.jpg"))
    assert made.status_code == 201, made.json
    shown = entries(guest, campaign)
    [entry] = shown["disbursements"]
    assert (entry["id"], entry["amount"]) == (made.json["disbursement_id"], 40_000)
    assert (entry["purpose"], entry["recipient"]) == ("200 bibit bakau", "Toko Bibit Makmur")
    assert (entry["spent_on"], entry["author"]["username"]) == (in_days(0).isoformat(), "sari")
    assert guest.get(entry["receipt_url"]).status_code == guest.get(entry["thumbnail_url"]).status_code == 200
    assert shown["totals"] == {"collected": 100_000, "spent": 40_000, "left": 60_000}
    assert guest.get(f"/api/campaigns/{campaign}").json["disbursed_amount"] == 40_000


def test_the_newest_comes_first_page_by_page(campaign: int, sari: Person, guest: Person) -> None:
    made = [spend(sari, campaign, amount=n).json["disbursement_id"] for n in (10_000, 20_000, 30_000)][::-1]
    first = entries(guest, campaign, limit=2)
    assert ([one["id"] for one in first["disbursements"]], first["total"]) == (made[:2], 3)
    rest = entries(guest, campaign, cursor=first["next_cursor"])
    assert [one["id"] for one in rest["disbursements"]] == made[2:]
    assert first["totals"] == rest["totals"]


def test_who_may_enter_and_void(
    campaign: int, sari: Person, budi: Person, admin: Person, guest: Person, person: Any
) -> None:
    dewi = person("dewi")
    start(dewi)
    join(budi, campaign)
    assert [spend(who, campaign).status_code for who in (guest, budi, dewi)] == [401, 403, 403]
    entry = spend(admin, campaign).json["disbursement_id"]
    assert [void(who, campaign, entry).status_code for who in (guest, budi, dewi)] == [401, 403, 403]
    assert void(sari, campaign, entry).status_code == 200
    assert spend(sari, 9_999).status_code == guest.get("/api/campaigns/9999/disbursements").status_code == 404


def test_no_more_is_spent_than_there_is(campaign: int, sari: Person) -> None:
    assert spend(sari, campaign, amount=70_000).status_code == 201
    refused = spend(sari, campaign, amount=30_001)
    assert code_of(refused) == (409, "DISBURSEMENT_EXCEEDS_FUNDS")
    assert all(part in refused.json["error"]["message"] for part in ("Rp100.000", "Rp70.000", "Rp30.000"))
    assert spend(sari, campaign, amount=30_000).status_code == 201
    assert totals(sari, campaign) == (100_000, 100_000, 0)


def test_two_at_once_do_not_spend_the_same_rupiah(campaign: int, app: RuangHijau, sari: Person) -> None:
    one, other = devices(app, sari, 2)
    answers = at_once(
        [partial(spend, one, campaign, amount=60_000), partial(spend, other, campaign, amount=50_000)]
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert totals(sari, campaign)[2] in {40_000, 50_000}


def test_a_repeated_click_enters_once(campaign: int, app: RuangHijau, sari: Person, guest: Person) -> None:
    clicks = [partial(spend, device, campaign, amount=10_000) for device in devices(app, sari, 2)]
    assert sorted(answer.status_code for answer in at_once(clicks)) == [201, 409]
    assert code_of(spend(sari, campaign, amount=10_000)) == (409, "DISBURSEMENT_REPEATED")
    assert spend(sari, campaign, amount=10_000, purpose="Bambu").status_code == 201
    assert entries(guest, campaign)["total"] == 2


def test_a_voided_entry_stays_with_its_reason(campaign: int, sari: Person, guest: Person) -> None:
    entry = spend(sari, campaign, amount=100_000).json["disbursement_id"]
    voided = void(sari, campaign, entry, "Salah ketik jumlahnya.")
    assert voided.json["disbursement"]["void_reason"] == "Salah ketik jumlahnya."
    [shown] = entries(guest, campaign)["disbursements"]
    assert shown["voided_at"].endswith("Z")
    assert shown == voided.json["disbursement"]
    assert totals(guest, campaign) == (100_000, 0, 100_000)
    assert code_of(void(sari, campaign, entry)) == (409, "DISBURSEMENT_VOIDED")
    assert spend(sari, campaign, amount=100_000).status_code == 201


def test_an_entry_is_voided_where_it_belongs(campaign: int, sari: Person) -> None:
    entry = spend(sari, campaign).json["disbursement_id"]
    assert code_of(void(sari, start(sari), entry)) == (404, "DISBURSEMENT_NOT_FOUND")
    assert code_of(void(sari, campaign, entry, " ")) == (400, "VALIDATION_ERROR")
    assert totals(sari, campaign)[1] == 40_000


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_outside_of_the_campaign_is_refused(campaign: int, sari: Person, days: int) -> None:
    refused = spend(sari, campaign, spent_on=in_days(days).isoformat())
    assert code_of(refused) == (409, "DISBURSEMENT_DATE_REFUSED")
    assert field_of(refused) == "spent_on"


@pytest.mark.parametrize(
    ("field", "value"),
    [("amount", "0"), ("amount", "1.5"), ("purpose", " "), ("spent_on", "kemarin"), ("receipt", "nota")],
)
def test_an_entry_is_complete(campaign: int, sari: Person, field: str, value: str) -> None:
    refused = spend(sari, campaign, **{field: value})
    assert code_of(refused) == (400, "VALIDATION_ERROR")
    assert field_of(refused) == field


def test_a_receipt_is_a_picture(campaign: int, sari: Person, guest: Person) -> None:
    refused = spend(sari, campaign, receipt=(io.BytesIO(b"%PDF-1.7"), "nota.pdf"))
    assert (refused.status_code, field_of(refused)) == (400, "receipt")
    assert entries(guest, campaign)["total"] == 0


def test_a_cancelled_campaign_accounts_for_its_money(campaign: int, sari: Person) -> None:
    sari.post(f"/api/campaigns/{campaign}/cancel", {"reason": "Banjir."})
    assert spend(sari, campaign).status_code == 201


def test_what_was_given_back_after_it_was_spent_is_missing(
    app: RuangHijau, sari: Person, budi: Person
) -> None:
    campaign = start(sari)
    gift = fund(app, campaign, budi, 50_000)
    assert spend(sari, campaign).status_code == 201
    give_back(app, gift)
    assert totals(budi, campaign) == (0, 40_000, -40_000)
    assert code_of(spend(sari, campaign, amount=1)) == (409, "DISBURSEMENT_EXCEEDS_FUNDS")


def test_donors_and_volunteers_are_told_once(
    campaign: int, app: RuangHijau, sari: Person, budi: Person, person: Any
) -> None:
    dewi, eko = person("dewi"), person("eko")
    join(budi, campaign)
    join(dewi, campaign)
    spend(sari, campaign)
    told = ("disbursement", campaign)
    assert [news_of(app, who).count(told) for who in (budi, dewi, eko, sari)] == [1, 1, 0, 0]


def test_entries_outlive_who_wrote_them(campaign: int, sari: Person, guest: Person) -> None:
    spend(sari, campaign, receipt=(io.BytesIO(picture()), "nota.jpg"))
    left = sari.delete("/api/auth/me", {"password": PASSWORD, "confirm": "HAPUS"})
    assert left.status_code == 200, left.json
    [entry] = entries(guest, campaign)["disbursements"]
    assert entry["purpose"] == "200 bibit bakau"
    assert entry["author"]["username"] != "sari"
    assert entry["author"] == data_of(campaign, guest)["creator"]
    assert guest.get(entry["receipt_url"]).status_code == 200


def test_an_erased_campaign_keeps_amounts_but_no_words(app: RuangHijau, sari: Person, budi: Person) -> None:
    campaign = start(sari)
    gift = fund(app, campaign, budi, 50_000)
    spend(sari, campaign, receipt=(io.BytesIO(picture()), "nota.jpg"))
    [before] = entries(budi, campaign)["disbursements"]
    give_back(app, gift)
    assert sari.delete("/api/auth/me", {"password": PASSWORD, "confirm": "HAPUS"}).status_code == 200
    [entry] = entries(budi, campaign)["disbursements"]
    assert (entry["amount"], entry["purpose"], entry["recipient"], entry["receipt_url"]) == (
        40_000,
        "",
        None,
        None,
    )
    assert budi.get(before["receipt_url"]).status_code == 404
    assert ("disbursement", campaign) not in news_of(app, budi)
