"""Deleting comments with everything below them, and counters after whatever happened."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from commenting import counter, publish, require_true_counters, say, threads
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.comments.models import Comment
from ruanghijau.comments.service import CHUNK
from ruanghijau.posts.models import Post


def test_deleting_takes_everything_below_along(sari: Person, budi: Person, guest: Person, post: int) -> None:
    root = say(budi, post)
    answer = say(sari, post, "Asyik", root)
    below = say(budi, post, "Jam berapa?", answer)
    sibling = say(sari, post, "Bawa karung", root)

    assert sari.delete(f"/api/comments/{answer}").json["success"] is True
    (thread,) = threads(guest, post)
    assert [reply["id"] for reply in thread["replies"]] == [sibling]
    assert thread["replies_count"] == 1
    assert [one["id"] for one in threads(guest, post, thread=root)] == [sibling]
    assert counter(guest, post) == 2
    for gone in (answer, below):
        assert sari.put(f"/api/comments/{gone}/like").status_code == 404
        assert sari.delete(f"/api/comments/{gone}").status_code == 404

    budi.delete(f"/api/comments/{root}")
    assert threads(guest, post) == threads(guest, post, thread=root) == []
    assert counter(guest, post) == 0


def test_only_its_author_or_an_admin_deletes_a_comment(
    sari: Person, budi: Person, admin: Person, post: int
) -> None:
    first, second = say(budi, post), say(budi, post)
    # Also the post's author may not.
    assert sari.delete(f"/api/comments/{first}").status_code == 403
    assert counter(sari, post) == 2
    assert budi.delete(f"/api/comments/{first}").status_code == 200
    assert admin.delete(f"/api/comments/{second}").status_code == 200
    assert counter(sari, post) == 0


def grow(app: RuangHijau, author: Person, root: int, answers: int, deep: bool) -> None:
    """Let `root` be answered this often: each answer by the next, or all of them side by side."""
    with app.runtime.database.transaction() as db:
        post = db.get_one(Comment, root).post_id
        rows = [
            {
                "id": root + number,
                "post_id": post,
                "user_id": author.id,
                "parent_comment_id": root + number - 1 if deep else root,
                "thread_id": root,
                "content": "Ya",
            }
            for number in range(1, answers + 1)
        ]
        db.execute(insert(Comment), rows)
        db.execute(update(Post).where(Post.id == post).values(comments_count=Post.comments_count + answers))


@pytest.mark.parametrize("deep", [True, False], ids=["deep", "wide"])
def test_no_subtree_is_too_large_to_delete(app: RuangHijau, sari: Person, post: int, deep: bool) -> None:
    """Deeper than MySQL recurses by itself, and more than fits into one statement."""
    root = say(sari, post)
    grow(app, sari, root, 2 * CHUNK + 1, deep)
    assert counter(sari, post) == 2 * CHUNK + 2
    assert sari.delete(f"/api/comments/{root}").status_code == 200
    assert threads(sari, post) == []
    require_true_counters(app)
    assert counter(sari, post) == 0


@dataclass
class Talk:
    """What there should be to see under one post: each comment's parent, and who likes it."""

    parents: dict[int, int | None] = field(default_factory=dict)
    likes: dict[int, set[int]] = field(default_factory=dict)

    def add(self, comment: int, parent: int | None) -> None:
        self.parents[comment], self.likes[comment] = parent, set()

    def delete(self, comment: int) -> None:
        for answer in [one for one, parent in self.parents.items() if parent == comment]:
            self.delete(answer)
        del self.parents[comment], self.likes[comment]

    def root(self, comment: int) -> int:
        parent = self.parents[comment]
        return comment if parent is None else self.root(parent)

    def threads(self) -> dict[int, int]:
        roots = [self.root(comment) for comment in self.parents]
        return {root: roots.count(root) - 1 for root in sorted(set(roots))}


ACTS = ("add", "answer", "answer", "delete", "like", "unlike")
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 50), st.booleans()), max_size=25)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_what_is_shown_and_counted_follows_any_sequence(
    app: RuangHijau,
    sari: Person,
    budi: Person,
    admin: Person,
    steps: list[tuple[str, int, bool]],
) -> None:
    talk, post = Talk(), publish(sari)
    for act, number, second in steps:
        someone = budi if second else sari
        there = sorted(talk.parents)
        if act == "add" or not there:
            talk.add(say(someone, post), None)
            continue
        chosen = there[number % len(there)]
        if act == "answer":
            talk.add(say(someone, post, "Ya", chosen), chosen)
        elif act == "delete":
            assert admin.delete(f"/api/comments/{chosen}").status_code == 200
            talk.delete(chosen)
        elif act == "like":
            talk.likes[chosen].add(someone.id)
            assert someone.put(f"/api/comments/{chosen}/like").json["likes_count"] == len(talk.likes[chosen])
        else:
            talk.likes[chosen].discard(someone.id)
            left = someone.delete(f"/api/comments/{chosen}/like").json["likes_count"]
            assert left == len(talk.likes[chosen])

    shown = threads(sari, post, limit=50)
    assert {one["id"]: one["replies_count"] for one in shown} == talk.threads()
    seen = [one for root in shown for one in (root, *threads(sari, post, thread=root["id"], limit=50))]
    assert {one["id"]: one["likes_count"] for one in seen} == {c: len(by) for c, by in talk.likes.items()}
    assert {one["id"] for one in seen if one["liked_by_me"]} == {
        comment for comment, by in talk.likes.items() if sari.id in by
    }
    assert counter(sari, post) == len(talk.parents)
    require_true_counters(app)
