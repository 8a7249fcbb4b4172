"""Public profiles and following."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau
from ruanghijau.db import now
from ruanghijau.notifications.models import Notification
from statements import counted_statements

BANNED = {"is_active": False}
DELETED = {"deleted_at": now()}


def change(app: RuangHijau, username: str, **fields: Any) -> None:
    with app.runtime.database.transaction() as db:
        db.execute(update(User).where(User.username == username).values(**fields))


def names(reader: Person, path: str, **query: Any) -> list[str]:
    response = reader.get(f"/api/users/{path}", **query)
    assert response.status_code == 200, response.json
    return [one["username"] for one in response.json["people"]]


def told(reader: Person) -> list[str]:
    return [news["kind"] for news in reader.get("/api/notifications").json["notifications"]]


def test_a_profile_shows_what_is_public(sari: Person, guest: Person) -> None:
    sari.patch("/api/auth/me", {"bio": "Suka kompos", "city": "Bandung", "phone_number": "+62 811 1234"})
    profile = guest.get("/api/users/sari").json
    assert (profile["username"], profile["bio"], profile["city"]) == ("sari", "Suka kompos", "Bandung")
    counts = (profile["followers_count"], profile["following_count"])
    assert (*counts, profile["followed_by_me"]) == (0, 0, False)
    assert not {"email", "phone_number", "address"} & profile.keys()


def test_following_counts_once_and_is_taken_back(sari: Person, budi: Person) -> None:
    for _ in range(2):
        answer = budi.put("/api/users/sari/follow").json
        assert (answer["following"], answer["followers_count"]) == (True, 1)
    assert budi.get("/api/users/sari").json["followed_by_me"] is True
    assert sari.get("/api/users/budi").json["followed_by_me"] is False
    assert sari.get("/api/users/budi").json["following_count"] == 1
    assert names(budi, "sari/followers") == ["budi"]
    assert names(budi, "budi/following") == ["sari"]
    for _ in range(2):
        assert budi.delete("/api/users/sari/follow").json["followers_count"] == 0
    assert names(budi, "sari/followers") == []


def test_nobody_follows_themselves(sari: Person) -> None:
    response = sari.put("/api/users/sari/follow")
    assert (response.status_code, response.json["error"]["code"]) == (409, "CANNOT_FOLLOW_SELF")
    assert sari.get("/api/users/sari").json["followers_count"] == 0


def test_a_guest_follows_nobody(sari: Person, guest: Person) -> None:
    assert guest.put("/api/users/sari/follow").status_code == 401
    assert guest.delete("/api/users/sari/follow").status_code == 401


def test_following_again_and_again_tells_once_a_day(app: RuangHijau, sari: Person, budi: Person) -> None:
    for _ in range(3):
        budi.put("/api/users/sari/follow")
        budi.delete("/api/users/sari/follow")
    assert told(sari) == ["follow"]

    with app.runtime.database.transaction() as db:
        db.execute(update(Notification).values(created_at=now() - timedelta(hours=24, minutes=1)))
    budi.put("/api/users/sari/follow")
    assert told(sari) == ["follow", "follow"]


def test_each_new_follower_is_told_of(sari: Person, budi: Person, person: Callable[..., Person]) -> None:
    budi.put("/api/users/sari/follow")
    person("cici").put("/api/users/sari/follow")
    assert told(sari) == ["follow", "follow"]
    assert told(budi) == []


@pytest.mark.parametrize("gone", [BANNED, DELETED], ids=["banned", "deleted"])
def test_who_is_gone_has_no_profile_and_is_counted_nowhere(
    app: RuangHijau, sari: Person, budi: Person, gone: dict[str, Any]
) -> None:
    sari.put("/api/users/budi/follow")
    budi.put("/api/users/sari/follow")
    change(app, "sari", **gone)
    for path in ("sari", "sari/followers", "sari/following"):
        assert budi.get(f"/api/users/{path}").status_code == 404
    assert budi.put("/api/users/sari/follow").status_code == 404
    assert budi.delete("/api/users/sari/follow").status_code == 404

    profile = budi.get("/api/users/budi").json
    assert (profile["followers_count"], profile["following_count"]) == (0, 0)
    assert names(budi, "budi/followers") == names(budi, "budi/following") == []


def test_nobody_of_that_name_is_found(budi: Person) -> None:
    for path in ("tidak.ada", "tidak.ada/followers", "tidak.ada/following"):
        assert budi.get(f"/api/users/{path}").status_code == 404
    assert budi.put("/api/users/tidak.ada/follow").status_code == 404


@pytest.mark.parametrize("which", ["followers", "following"])
def test_lists_are_paged_at_a_constant_cost(
    app: RuangHijau, sari: Person, guest: Person, person: Callable[..., Person], which: str
) -> None:
    for number in range(3):
        other = person(f"warga{number}")
        other.put("/api/users/sari/follow")
        sari.put(f"/api/users/warga{number}/follow")
    path = f"/api/users/sari/{which}"
    first = guest.get(path, limit=2).json
    assert (len(first["people"]), first["total"]) == (2, 3)
    rest = guest.get(path, limit=2, cursor=first["next_cursor"]).json
    assert (len(rest["people"]), rest["next_cursor"]) == (1, None)
    everybody = {one["username"] for one in first["people"] + rest["people"]}
    assert everybody == {"warga0", "warga1", "warga2"}
    for limit in (1, 3):
        with counted_statements(app) as statements:
            assert len(names(guest, f"sari/{which}", limit=limit)) == limit
        assert len(statements) == 3, statements  # the person, a page of people, their number
