"""Public profiles and following."""

from collections.abc import Callable

from sqlalchemy import update

from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau


def test_a_profile_shows_what_is_public(sari: Person, guest: Person) -> None:
    sari.patch("/api/auth/me", {"bio": "Suka kompos", "city": "Bandung", "phone_number": "+62 811 1234"})
    profile = guest.get("/api/users/sari").json
    assert (profile["username"], profile["bio"], profile["city"]) == ("sari", "Suka kompos", "Bandung")
    assert (profile["followers_count"], profile["following_count"], profile["followed_by_me"]) == (
        0,
        0,
        False,
    )
    assert not {"email", "phone_number", "address"} & profile.keys()


def test_following_counts_once_and_is_taken_back(sari: Person, budi: Person) -> None:
    for _ in range(2):
        answer = budi.put("/api/users/sari/follow").json
        assert (answer["following"], answer["followers_count"]) == (True, 1)
    assert budi.get("/api/users/sari").json["followed_by_me"] is True
    assert [p["username"] for p in budi.get("/api/users/sari/followers").json["people"]] == ["budi"]
    assert [p["username"] for p in budi.get("/api/users/budi/following").json["people"]] == ["sari"]
    for _ in range(2):
        assert budi.delete("/api/users/sari/follow").json["followers_count"] == 0


def test_nobody_follows_themselves(sari: Person) -> None:
    response = sari.put("/api/users/sari/follow")
    assert (response.status_code, response.json["error"]["code"]) == (409, "CANNOT_FOLLOW_SELF")


def test_following_again_and_again_tells_once(sari: Person, budi: Person) -> None:
    for _ in range(3):
        budi.put("/api/users/sari/follow")
        budi.delete("/api/users/sari/follow")
    told = sari.get("/api/notifications").json["notifications"]
    assert [news["kind"] for news in told] == ["follow"]


def test_who_is_banned_or_unknown_has_no_profile(app: RuangHijau, sari: Person, budi: Person) -> None:
    assert budi.get("/api/users/tidak.ada").status_code == 404
    with app.runtime.database.transaction() as db:
        db.execute(update(User).where(User.username == "sari").values(is_active=False))
    assert budi.get("/api/users/sari").status_code == 404
    assert budi.put("/api/users/sari/follow").status_code == 404


def test_lists_are_paged(sari: Person, person: Callable[..., Person]) -> None:
    for number in range(3):
        person(f"warga{number}").put("/api/users/sari/follow")
    first = sari.get("/api/users/sari/followers", limit=2).json
    assert (len(first["people"]), first["total"]) == (2, 3)
    rest = sari.get("/api/users/sari/followers", limit=2, cursor=first["next_cursor"]).json
    assert (len(rest["people"]), rest["next_cursor"]) == (1, None)
