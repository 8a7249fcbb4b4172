"""The feed: order, filters, pages, and what it costs."""

from collections.abc import Callable
from typing import Any

import pytest
from test_posts import write

from people import Person
from ruanghijau.app import RuangHijau
from statements import counted_statements


def ids(response: Any) -> list[int]:
    assert response.status_code == 200, response.json
    return [post["id"] for post in response.json["posts"]]


def test_the_feed_is_newest_first_and_paged(sari: Person, guest: Person) -> None:
    posts = [write(sari, f"Catatan {number}") for number in range(7)][::-1]

    first = guest.get("/api/posts/feed", limit=3)
    assert ids(first) == posts[:3]
    assert (first.json["total"], first.json["page"]) == (7, 1)
    assert ids(guest.get("/api/posts/feed", limit=3, page=2)) == posts[3:6]
    last = guest.get("/api/posts/feed", limit=3, page=3)
    assert ids(last) == posts[6:]
    assert last.json["next_cursor"] is None
    assert ids(guest.get("/api/posts/feed", page=9)) == []


def test_the_cursor_reads_every_post_once_while_others_arrive(sari: Person, guest: Person) -> None:
    posts = [write(sari) for _ in range(7)][::-1]
    read, cursor = [], None
    while True:
        page = guest.get("/api/posts/feed", limit=2, **({"cursor": cursor} if cursor else {}))
        read += ids(page)
        cursor = page.json["next_cursor"]
        if cursor is None:
            break
        write(sari, "Baru")
    assert read == posts


@pytest.mark.parametrize("cursor", ["x", "W10", "WzEsMl0", "eyJhIjoxfQ", "WyIyMDI2LTAxLTAxIiwgMV0", "é"])
def test_a_cursor_that_was_not_made_here_is_refused(guest: Person, cursor: str) -> None:
    response = guest.get("/api/posts/feed", cursor=cursor)
    assert response.status_code == 400
    assert response.json["error"]["details"][0]["field"] == "cursor"


def test_a_page_too_deep_points_to_the_cursor(guest: Person) -> None:
    response = guest.get("/api/posts/feed", page=1_000_000)
    assert response.status_code == 400
    assert "cursor" in response.json["error"]["details"][0]["message"]


def test_filters(sari: Person, budi: Person, guest: Person) -> None:
    by_sari = write(sari, "Kompos dari daun kering", category="kompos")
    by_budi = write(budi, "Memilah botol plastik", category="daur-ulang")

    assert ids(guest.get("/api/posts/feed", category="kompos")) == [by_sari]
    assert ids(guest.get("/api/posts/feed", author_id=budi.id)) == [by_budi]
    assert guest.get("/api/posts/feed", category="emas").status_code == 400


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("kompos", [0]),
        ("KOMPOS daun", [0]),
        ("daun kompos", [0]),
        ("botol", [1]),
        ("100%", [1]),
        ("%", [1]),
        ("_", []),
        ("tidak ada", []),
        ("'; DROP TABLE posts; --", []),
    ],
)
def test_search_finds_every_word(sari: Person, guest: Person, q: str, found: list[int]) -> None:
    posts = [
        write(sari, "Dibuat dari daun kering", title="Kompos"),
        write(sari, "Botol ini 100% bisa didaur ulang"),
    ]
    assert ids(guest.get("/api/posts/feed", q=q)) == [posts[number] for number in found]


def test_following_shows_only_whom_one_follows(sari: Person, budi: Person, guest: Person) -> None:
    write(sari)
    by_budi = write(budi)
    sari.put("/api/users/budi/follow")
    assert ids(sari.get("/api/posts/feed", following="true")) == [by_budi]
    assert guest.get("/api/posts/feed", following="true").status_code == 401


def test_posts_of_a_person_who_was_banned_stay(app: RuangHijau, sari: Person, guest: Person) -> None:
    """A ban hides nothing silently: what to hide is decided post by post."""
    post = write(sari)
    with app.runtime.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE users SET is_active = 0")
    assert ids(guest.get("/api/posts/feed")) == [post]


@pytest.mark.parametrize(("signed_in", "cost"), [(False, 2), (True, 4)])
def test_a_page_costs_the_same_number_of_statements_whatever_its_length(
    app: RuangHijau, person: Callable[..., Person], guest: Person, signed_in: bool, cost: int
) -> None:
    """Posts with their authors, the total; signed in also the session and one's likes."""
    for number in range(5):
        author = person(f"orang{number}")
        for _ in range(5):
            write(author)
    reader = author if signed_in else guest
    for limit in (1, 20):
        with counted_statements(app) as statements:
            assert len(ids(reader.get("/api/posts/feed", limit=limit))) == limit
        assert len(statements) == cost, statements
