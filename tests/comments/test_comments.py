"""Commenting, answering, editing, deleting and liking."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.comments.models import Comment, CommentLike
from ruanghijau.posts.models import Post
from statements import counted_statements


@pytest.fixture
def post(sari: Person) -> int:
    response = sari.send_form("POST", "/api/posts/create", title="Kompos", content="Siapa mau ikut?")
    return int(response.json["post_id"])


def say(author: Person, post: int, content: str = "Saya ikut!", parent: int | None = None) -> int:
    body = {"post_id": post, "content": content, "parent_comment_id": parent}
    response = author.post("/api/comments/add", body)
    assert response.status_code == 201, response.json
    return int(response.json["comment_id"])


def threads(reader: Person, post: int, **query: Any) -> list[dict[str, Any]]:
    response = reader.get(f"/api/comments/{post}", **query)
    assert response.status_code == 200, response.json
    return list(response.json["comments"])


def counter(reader: Person, post: int) -> int:
    return int(reader.get(f"/api/posts/{post}").json["comments_count"])


def test_a_comment_is_written_and_read(sari: Person, budi: Person, guest: Person, post: int) -> None:
    created = budi.post("/api/comments/add", {"post_id": post, "content": "Saya ikut!"})
    assert created.status_code == 201
    assert created.json["success"] is True
    assert created.json["created_at"].endswith("Z")

    (comment,) = threads(guest, post)
    assert comment["id"] == created.json["comment_id"]
    assert (comment["content"], comment["author"]["username"]) == ("Saya ikut!", "budi")
    assert (comment["edited"], comment["replies"], comment["liked_by_me"]) == (False, [], False)
    assert counter(guest, post) == 1


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
    assert first["replies_count"] == 2
    assert guest.get(f"/api/comments/{post}").json["total"] == 2
    assert counter(guest, post) == 4


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


def test_an_answer_belongs_to_a_comment_of_the_same_post(sari: Person, post: int) -> None:
    other = sari.send_form("POST", "/api/posts/create", content="Lain").json["post_id"]
    root = say(sari, other)
    body = {"post_id": post, "content": "Salah alamat", "parent_comment_id": root}
    response = sari.post("/api/comments/add", body)
    assert (response.status_code, response.json["error"]["code"]) == (409, "COMMENT_OF_ANOTHER_POST")
    assert sari.post("/api/comments/add", body | {"parent_comment_id": 999999}).status_code == 404
    assert counter(sari, post) == 0


def test_only_its_author_or_an_admin_edits_a_comment(
    sari: Person, budi: Person, admin: Person, post: int
) -> None:
    comment = say(budi, post)
    assert sari.put(f"/api/comments/{comment}", {"content": "Diubah"}).status_code == 403
    edited = budi.put(f"/api/comments/{comment}", {"content": "Saya tidak jadi ikut"}).json["comment"]
    assert (edited["content"], edited["edited"]) == ("Saya tidak jadi ikut", True)
    assert admin.put(f"/api/comments/{comment}", {"content": "Disunting"}).status_code == 200
    assert threads(sari, post)[0]["content"] == "Disunting"


def test_a_like_is_no_edit(sari: Person, budi: Person, post: int) -> None:
    comment = say(budi, post)
    assert sari.put(f"/api/comments/{comment}/like").json["likes_count"] == 1
    assert sari.put(f"/api/comments/{comment}/like").json["likes_count"] == 1
    (shown,) = threads(sari, post)
    assert (shown["edited"], shown["likes_count"], shown["liked_by_me"]) == (False, 1, True)
    assert threads(budi, post)[0]["liked_by_me"] is False
    for _ in range(2):
        assert sari.delete(f"/api/comments/{comment}/like").json["likes_count"] == 0


def test_deleting_takes_everything_below_along(
    sari: Person, budi: Person, admin: Person, guest: Person, post: int
) -> None:
    root = say(budi, post)
    answer = say(sari, post, "Asyik", root)
    below = say(budi, post, "Jam berapa?", answer)
    sibling = say(sari, post, "Bawa karung", root)

    assert budi.delete(f"/api/comments/{answer}").status_code == 403
    assert sari.delete(f"/api/comments/{answer}").json["success"] is True
    (thread,) = threads(guest, post)
    assert [reply["id"] for reply in thread["replies"]] == [sibling]
    assert counter(guest, post) == 2
    for gone in (answer, below):
        assert sari.put(f"/api/comments/{gone}/like").status_code == 404
        assert sari.delete(f"/api/comments/{gone}").status_code == 404

    admin.delete(f"/api/comments/{root}")
    assert threads(guest, post) == []
    assert counter(guest, post) == 0


def test_the_comments_of_a_deleted_post_are_gone(sari: Person, budi: Person, post: int) -> None:
    comment = say(budi, post)
    sari.delete(f"/api/posts/{post}")
    assert budi.get(f"/api/comments/{post}").status_code == 404
    assert budi.post("/api/comments/add", {"post_id": post, "content": "Halo?"}).status_code == 404
    assert budi.put(f"/api/comments/{comment}", {"content": "Halo?"}).status_code == 404


def test_who_is_told(sari: Person, budi: Person, person: Callable[..., Person], post: int) -> None:
    def told(reader: Person) -> list[str]:
        return [n["kind"] for n in reader.get("/api/notifications").json["notifications"]]

    cici = person("cici")
    root = say(budi, post)
    say(cici, post, "Aku juga", root)
    say(sari, post, "Siap", root)
    cici.put(f"/api/comments/{root}/like")
    assert told(sari) == ["comment", "comment"]  # not of her own answer
    assert told(budi) == ["comment_like", "reply", "reply"]
    assert told(cici) == []


def test_a_page_costs_the_same_number_of_statements_whatever_its_length(
    app: RuangHijau, sari: Person, guest: Person, post: int
) -> None:
    """The post with its author, a page of threads, the total, the first answers of all of them."""
    for _ in range(12):
        root = say(sari, post)
        say(sari, post, "Jawaban", root)
    for limit in (1, 12):
        with counted_statements(app) as statements:
            assert len(threads(guest, post, limit=limit)) == limit
        assert len(statements) == 4, statements


steps = st.lists(
    st.tuples(st.sampled_from(["add", "answer", "delete", "like", "unlike"]), st.integers(0, 20)), max_size=12
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_counters_equal_the_rows_after_any_sequence(
    app: RuangHijau, sari: Person, post: int, steps: list[tuple[str, int]]
) -> None:
    known: list[int] = []
    for step, number in steps:
        chosen = known[number % len(known)] if known else 999999
        if step == "add":
            known.append(say(sari, post))
        elif step == "answer":
            response = sari.post(
                "/api/comments/add", {"post_id": post, "content": "Ya", "parent_comment_id": chosen}
            )
            if response.status_code == 201:
                known.append(response.json["comment_id"])
        elif step == "delete":
            sari.delete(f"/api/comments/{chosen}")
        else:
            method = "PUT" if step == "like" else "DELETE"
            sari.request(method, f"/api/comments/{chosen}/like")
    require_true_counters(app)


def require_true_counters(app: RuangHijau) -> None:
    """Every counter of posts and comments says how many rows there are."""
    with app.runtime.database.transaction(write=False) as db:
        visible = (
            select(func.count())
            .where(Comment.post_id == Post.id, Comment.deleted_at.is_(None))
            .correlate(Post)
            .scalar_subquery()
        )
        assert db.execute(select(Post.id).where(Post.comments_count != visible)).all() == []
        likes = (
            select(func.count())
            .where(CommentLike.comment_id == Comment.id)
            .correlate(Comment)
            .scalar_subquery()
        )
        assert db.execute(select(Comment.id).where(Comment.likes_count != likes)).all() == []
        parent = aliased(Comment)
        orphans = (
            select(Comment.id)
            .join(parent, Comment.parent_comment_id == parent.id)
            .where(Comment.deleted_at.is_(None), parent.deleted_at.is_not(None))
        )
        assert db.execute(orphans).all() == []
