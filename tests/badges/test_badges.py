"""Badges follow what somebody gave, and nothing else."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import campaigning
import giving
from crowds import at_once, devices
from payment_peers import Simulator
from people import PASSWORD, Person
from ruanghijau.accounts import service as accounts
from ruanghijau.app import RuangHijau
from ruanghijau.badges import service
from ruanghijau.badges.kinds import CONDITIONS, Badge, earned


def held(reader: Person, user_id: int) -> set[str]:
    response = reader.get(f"/api/badges/user/{user_id}")
    assert response.status_code == 200, response.json
    return {one["badge"] for one in response.json["badges"]}


def settle(app: RuangHijau, user_id: int, count: int, total: int) -> None:
    with app.runtime.active(), app.runtime.database.transaction():
        accounts.lock_user(user_id)
        service.settle(user_id, count, Decimal(total))


def test_every_badge_says_what_earns_it(guest: Person) -> None:
    kinds = guest.get("/api/badges").json["badges"]
    assert [one["badge"] for one in kinds] == [badge.value for badge in CONDITIONS] == [*Badge]
    assert kinds[0] == {
        "badge": "benih",
        "name": "Benih",
        "description": "Donasi pertama.",
        "donations": 1,
        "rupiah": 0,
    }
    english = guest.request("GET", "/api/badges", headers={"Accept-Language": "en"}).json["badges"]
    assert english[0]["name"] == "Seed"


def test_who_is_unknown_has_no_page(guest: Person) -> None:
    assert guest.get("/api/badges/user/999999").status_code == 404


def test_giving_earns_a_badge_and_news_of_it(
    app: RuangHijau, wati: Person, guest: Person, campaign_id: int, simulator: Simulator
) -> None:
    assert held(guest, wati.id) == set()
    giving.give(wati, simulator, campaign_id, 60_000)
    assert held(guest, wati.id) == {"benih"}
    giving.give(wati, simulator, campaign_id, 40_000)
    assert held(guest, wati.id) == {"benih", "tetes"}
    kinds = [kind for kind, _ in campaigning.news_of(app, wati)]
    assert kinds.count("badge") == 2


def test_what_is_given_back_is_not_earned(
    wati: Person, guest: Person, campaign_id: int, simulator: Simulator
) -> None:
    first = giving.give(wati, simulator, campaign_id, 100_000)
    giving.give(wati, simulator, campaign_id, 20_000)
    assert held(guest, wati.id) == {"benih", "tetes"}
    giving.tell(wati, giving.act(simulator, first, "refund"))
    assert held(guest, wati.id) == {"benih"}


def test_gifts_to_two_campaigns_at_once_count_both(
    app: RuangHijau, sari: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    campaigns = [campaign_id, *(campaigning.start(sari) for _ in range(4))]
    news = [giving.act(simulator, giving.order(wati, one, 20_000), "pay") for one in campaigns]
    answers = at_once(
        [
            lambda device=device, one=one: giving.tell(device, one)
            for device, one in zip(devices(app, wati, 5), news, strict=True)
        ]
    )
    assert [one.status_code for one in answers] == [200] * 5
    assert held(wati, wati.id) == {"benih", "tunas", "tetes"}


gifts = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20_000_000)), min_size=1, max_size=5)


@given(gifts)
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_held_follows_from_the_last_count_alone(
    app: RuangHijau, sari: Person, gifts: list[tuple[int, int]]
) -> None:
    for count, total in gifts:
        settle(app, sari.id, count, total)
        settle(app, sari.id, count, total)
        assert held(sari, sari.id) == {badge.value for badge in earned(count, total)}


def test_who_leaves_keeps_none(app: RuangHijau, wati: Person) -> None:
    settle(app, wati.id, 5, 500_000)
    exported = wati.get("/api/auth/export").json["data"]["badges"]["badges"]
    assert {one["badge"] for one in exported} == {"benih", "tunas", "tetes"}
    leaving = {"password": PASSWORD, "confirm": "HAPUS"}
    assert wati.delete("/api/auth/me", leaving).status_code == 200
    with app.runtime.active(), app.runtime.database.transaction(write=False):
        assert service.badges_of([wati.id]) == {}
