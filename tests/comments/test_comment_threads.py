"""Reading comments in threads, page by page."""

import pytest

from commenting import counter, say, threads
from people import Person
from ruanghijau.app import RuangHijau
from statements import counted_statements


def test_answers_stand_under_the_comment_their_thread_began_with(
    sari: Person, budi: Person, guest: Person, post: int
) -> None:
    root = say(budi, post)
    answer = say(sari, post, "Asyik", root)
    below = say(budi, post, "Jam berapa?", answer)
    other = say(sari, post, "Pengumuman")

    first, second = threads(guest, post)
    assert (first["id"], second["id"]) == (root, other)
    assert [(r["id"], r["parent_comment_id"]) for r in first["replies"]] == [(answer, root), (below, answer)]
    assert (first["replies_count"], second["replies_count"]) == (2, 0)
    assert guest.get(f"/api/comments/{post}").json["total"] == 2
    assert counter(guest, post) == 4


def test_threads_are_read_page_by_page(sari: Person, guest: Person, post: int) -> None:
    roots = [say(sari, post, f"Utas {number}") for number in range(5)]
    first = guest.get(f"/api/comments/{post}", limit=2).json
    second = guest.get(f"/api/comments/{post}", limit=2, cursor=first["next_cursor"]).json
    third = guest.get(f"/api/comments/{post}", limit=2, page=3).json
    assert [[one["id"] for one in page["comments"]] for page in (first, second, third)] == [
        roots[:2],
        roots[2:4],
        roots[4:],
    ]
    assert (first["total"], first["page"], third["page"], third["next_cursor"]) == (5, 1, 3, None)


def test_a_long_thread_shows_its_first_answers_and_is_read_on_its_own(
    sari: Person, guest: Person, post: int
) -> None:
    root = say(sari, post)
    answers = [say(sari, post, f"Jawaban {number}", root) for number in range(8)]

    (thread,) = threads(guest, post)
    assert [reply["id"] for reply in thread["replies"]] == answers[:5]
    assert thread["replies_count"] == 8

    first = guest.get(f"/api/comments/{post}", thread=root, limit=6).json
    assert [comment["id"] for comment in first["comments"]] == answers[:6]
    rest = guest.get(f"/api/comments/{post}", thread=root, limit=6, cursor=first["next_cursor"]).json
    assert [comment["id"] for comment in rest["comments"]] == answers[6:]
    assert rest["total"] == 8


def test_my_likes_are_marked_on_roots_and_answers(sari: Person, budi: Person, post: int) -> None:
    root = say(sari, post)
    liked, other = (say(sari, post, text, root) for text in ("Satu", "Dua"))
    budi.put(f"/api/comments/{liked}/like")
    (thread,) = threads(budi, post)
    assert thread["liked_by_me"] is False
    assert {reply["id"]: reply["liked_by_me"] for reply in thread["replies"]} == {liked: True, other: False}
    assert [one["liked_by_me"] for one in threads(budi, post, thread=root)] == [True, False]


@pytest.mark.parametrize(
    ("reader", "whole", "one_thread"),
    [
        # The post with its author, a page of threads, their number; for a whole page the first answers.
        ("guest", 4, 3),
        # And who asks, and what of it they like.
        ("budi", 6, 5),
    ],
)
def test_a_page_costs_the_same_number_of_statements_whatever_its_length(
    app: RuangHijau,
    sari: Person,
    post: int,
    reader: str,
    whole: int,
    one_thread: int,
    request: pytest.FixtureRequest,
) -> None:
    asking: Person = request.getfixturevalue(reader)
    long = say(sari, post)
    for _ in range(12):
        say(sari, post, "Jawaban", long)
        say(sari, post, "Jawaban", say(sari, post))
    for limit in (1, 12):
        with counted_statements(app) as statements:
            assert len(threads(asking, post, limit=limit)) == limit
        assert len(statements) == whole, statements
        with counted_statements(app) as statements:
            assert len(threads(asking, post, thread=long, limit=limit)) == limit
        assert len(statements) == one_thread, statements
