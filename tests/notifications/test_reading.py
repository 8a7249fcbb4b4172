"""One's list of notifications, and what of it has been read."""

import pytest

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.notifications import service


@pytest.fixture
def five(app: RuangHijau, sari: Person) -> list[int]:
    """Five pieces of news for Sari; their ids, the newest first."""
    with app.runtime.active(), app.runtime.database.transaction():
        for number in range(5):
            service.notify(sari.id, "system", number, subject=f"Kabar {number}")
    return [one["id"] for one in sari.get("/api/notifications").json["notifications"]]


def count(reader: Person) -> int:
    return int(reader.get("/api/notifications/unread-count").json["unread_count"])


def test_news_is_listed_with_the_newest_first(sari: Person, five: list[int]) -> None:
    answer = sari.get("/api/notifications").json
    assert [one["content"] for one in answer["notifications"]] == [f"Kabar {n}" for n in (4, 3, 2, 1, 0)]
    assert (answer["total"], answer["unread_count"], answer["next_cursor"]) == (5, 5, None)
    first = answer["notifications"][0]
    assert (first["kind"], first["related_id"], first["is_read"]) == ("system", 4, False)
    assert first["created_at"].endswith("Z")


def test_pages_follow_one_another(sari: Person, five: list[int]) -> None:
    seen, cursor = [], None
    while True:
        answer = sari.get("/api/notifications", limit=2, **({"cursor": cursor} if cursor else {})).json
        seen += [one["id"] for one in answer["notifications"]]
        if not (cursor := answer["next_cursor"]):
            break
    assert seen == five
    assert [
        one["id"] for one in sari.get("/api/notifications", limit=2, page=3).json["notifications"]
    ] == five[4:]


def test_reading_one_counts_once(sari: Person, five: list[int]) -> None:
    for _ in range(2):
        answer = sari.put(f"/api/notifications/{five[0]}/read")
        assert (answer.status_code, answer.json) == (200, {"success": True, "unread_count": 4})
    assert count(sari) == 4
    unread = sari.get("/api/notifications", unread="true").json
    assert [one["id"] for one in unread["notifications"]] == five[1:]
    assert unread["total"] == 4


def test_reading_all_leaves_nothing_unread(sari: Person, budi: Person, five: list[int]) -> None:
    assert budi.put("/api/notifications/read-all").json["unread_count"] == 0
    assert count(sari) == 5
    assert sari.put("/api/notifications/read-all").json == {"success": True, "unread_count": 0}
    assert count(sari) == 0
    assert sari.get("/api/notifications", unread="true").json["notifications"] == []
    assert all(one["is_read"] for one in sari.get("/api/notifications").json["notifications"])


def test_somebody_elses_news_does_not_exist(
    sari: Person, budi: Person, admin: Person, five: list[int]
) -> None:
    assert budi.get("/api/notifications").json["notifications"] == []
    for other in (budi, admin):
        refused = other.put(f"/api/notifications/{five[0]}/read")
        assert (refused.status_code, refused.json["error"]["code"]) == (404, "NOTIFICATION_NOT_FOUND")
    assert sari.put("/api/notifications/999999/read").status_code == 404
    assert count(sari) == 5


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("GET", "/unread-count"),
        ("PUT", "/1/read"),
        ("PUT", "/read-all"),
        ("GET", "/preferences"),
        ("PUT", "/preferences"),
    ],
)
def test_a_guest_has_no_news(guest: Person, method: str, path: str) -> None:
    assert guest.request(method, f"/api/notifications{path}", json={"preferences": []}).status_code == 401
