"""One campaign, with those who support it."""

from collections.abc import Callable
from typing import Any

from campaigning import join, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.supporters.service import SHOWN_PEOPLE
from statements import counted_statements


def detail(campaign_id: int, reader: Person) -> Any:
    response = reader.get(f"/api/campaigns/{campaign_id}")
    assert response.status_code == 200, response.json
    return response.json


def test_volunteers_are_counted_and_shown_by_what_everybody_may_know(
    sari: Person, budi: Person, admin: Person, guest: Person
) -> None:
    campaign = start(sari)
    assert detail(campaign, guest)["volunteers"] == {"count": 0, "people": [], "mine": None}
    join(budi, campaign)
    join(admin, campaign)
    volunteers = detail(campaign, guest)["volunteers"]
    assert volunteers["count"] == detail(campaign, guest)["campaign_data"]["volunteers_count"] == 2
    assert [one["username"] for one in volunteers["people"]] == ["budi", "admina"]
    assert not {"email", "phone_number", "address"} & set(volunteers["people"][0])

    budi.post("/api/volunteers/leave", {"campaign_id": campaign})
    volunteers = detail(campaign, guest)["volunteers"]
    assert (volunteers["count"], [p["username"] for p in volunteers["people"]]) == (1, ["admina"])


def test_ones_own_part_is_shown_to_oneself(sari: Person, budi: Person, guest: Person) -> None:
    campaign = start(sari)
    volunteer = join(budi, campaign)
    mine = detail(campaign, budi)["volunteers"]["mine"]
    assert (mine["volunteer_id"], mine["status"], mine["hours_contributed"]) == (volunteer, "joined", 0)
    for someone in (sari, guest):
        assert detail(campaign, someone)["volunteers"]["mine"] is None
    budi.post("/api/volunteers/leave", {"campaign_id": campaign})
    assert detail(campaign, budi)["volunteers"]["mine"] is None


def test_a_campaign_nobody_gave_to_has_no_donors(sari: Person, guest: Person) -> None:
    assert detail(start(sari), guest)["donors_count"] == 0


def test_a_campaign_that_was_taken_away_is_gone_everywhere(
    app: RuangHijau, sari: Person, budi: Person, guest: Person
) -> None:
    campaign = start(sari)
    volunteer = join(budi, campaign)
    with app.runtime.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE campaigns SET deleted_at = '2026-01-01 00:00:00'")
    for address in ("", "/updates"):
        assert guest.get(f"/api/campaigns/{campaign}{address}").status_code == 404
    assert guest.get(f"/api/volunteers/campaign/{campaign}").status_code == 404
    assert sari.patch(f"/api/campaigns/{campaign}", {"title": "Kembali"}).status_code == 404
    assert sari.patch(f"/api/volunteers/{volunteer}", {"status": "active"}).status_code == 404
    assert sari.post("/api/volunteers/join", {"campaign_id": campaign}).status_code == 404
    for reader, address in ((guest, "campaigns/list"), (sari, "campaigns/mine"), (budi, "volunteers/my")):
        assert reader.get(f"/api/{address}").json["campaigns"] == []


def test_a_campaign_costs_the_same_however_many_help(
    app: RuangHijau, sari: Person, guest: Person, person: Callable[..., Person]
) -> None:
    """The campaign with its creator, the donors' number, the first volunteers."""
    campaign = start(sari)
    for number in range(SHOWN_PEOPLE + 2):
        with counted_statements(app) as statements:
            volunteers = detail(campaign, guest)["volunteers"]
        assert len(statements) == 4, statements
        assert (volunteers["count"], len(volunteers["people"])) == (number, min(number, SHOWN_PEOPLE))
        join(person(f"relawan{number}"), campaign)
