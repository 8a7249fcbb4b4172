"""How people wish to be told."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select

from mails import mails_to
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.notifications import service
from ruanghijau.notifications.kinds import DEFAULTS, Kind
from ruanghijau.notifications.models import NotificationPreference

PATH = "/api/notifications/preferences"


def chosen(reader: Person) -> dict[str, tuple[bool, bool]]:
    answer = reader.get(PATH)
    assert answer.status_code == 200
    return {one["kind"]: (one["in_app"], one["email"]) for one in answer.json["preferences"]}


def choose(reader: Person, **wishes: tuple[bool, bool]) -> Any:
    preferences = [{"kind": kind, "in_app": way[0], "email": way[1]} for kind, way in wishes.items()]
    return reader.put(PATH, {"preferences": preferences})


def kept(app: RuangHijau) -> int:
    with app.runtime.database.transaction(write=False) as session:
        return session.scalar(select(func.count()).select_from(NotificationPreference)) or 0


def test_everybody_begins_with_the_defaults(sari: Person) -> None:
    assert chosen(sari) == {kind.value: (ways.in_app, ways.email) for kind, ways in DEFAULTS.items()}
    assert set(chosen(sari)) == {kind.value for kind in Kind}


def test_a_choice_concerns_only_its_kind_and_its_person(sari: Person, budi: Person) -> None:
    before = chosen(budi)
    answer = choose(sari, like=(False, True), follow=(False, False))
    assert answer.status_code == 200
    assert chosen(sari) == before | {"like": (False, True), "follow": (False, False)}
    assert chosen(budi) == before


def test_going_back_to_the_default_keeps_nothing(app: RuangHijau, sari: Person) -> None:
    choose(sari, like=(False, True))
    choose(sari, like=(False, False))
    assert (kept(app), chosen(sari)["like"]) == (1, (False, False))
    choose(sari, like=(True, False))
    assert (kept(app), chosen(sari)["like"]) == (0, (True, False))


@pytest.mark.parametrize("in_app", [True, False])
@pytest.mark.parametrize("email", [True, False])
def test_each_way_is_taken_exactly_if_wished(
    app: RuangHijau, verified: Callable[..., Person], in_app: bool, email: bool
) -> None:
    citra = verified("citra")
    choose(citra, like=(in_app, email))
    with app.runtime.active(), app.runtime.database.transaction():
        service.notify(citra.id, "like", 1)
    assert citra.get("/api/notifications").json["total"] == int(in_app)
    mails = [mail for mail in mails_to(app, "citra@contoh.id") if mail.kind == "like"]
    assert len(mails) == int(email)


@pytest.mark.parametrize(
    "wish",
    [
        {"kind": "gosip", "in_app": True, "email": True},
        {"kind": "like", "in_app": "ya", "email": True},
        {"kind": "like", "in_app": 1, "email": True},
        {"kind": "like", "in_app": None, "email": True},
        {"kind": "like", "in_app": True},
        "like",
        None,
    ],
)
def test_a_wish_that_makes_no_sense_changes_nothing(app: RuangHijau, sari: Person, wish: Any) -> None:
    good = {"kind": "follow", "in_app": False, "email": False}
    answer = sari.put(PATH, {"preferences": [good, wish]})
    assert (answer.status_code, answer.json["error"]["code"]) == (400, "VALIDATION_ERROR")
    assert answer.json["error"]["details"][0]["field"].startswith("preferences.1")
    assert kept(app) == 0


def test_of_a_kind_named_twice_the_last_counts(sari: Person) -> None:
    twice = [{"kind": "like", "in_app": False, "email": email} for email in (True, False)]
    assert sari.put(PATH, {"preferences": twice}).status_code == 200
    assert chosen(sari)["like"] == (False, False)


def test_the_same_choice_from_many_devices_at_once(app: RuangHijau, sari: Person) -> None:
    start = threading.Barrier(8)

    def device(_: int) -> set[int]:
        one = Person(app.test_client(), sari.token, sari.account)
        codes = set()
        for way in ((False, True), (True, False)) * 3:  # kept and forgotten again
            start.wait()
            codes.add(int(choose(one, like=way, reply=way, follow=way).status_code))
        return codes

    with ThreadPoolExecutor(8) as pool:
        assert set().union(*pool.map(device, range(8))) == {200}
    assert {chosen(sari)[kind] for kind in ("like", "reply", "follow")} == {(True, False)}
