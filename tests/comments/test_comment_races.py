"""Many people under one post at the same moment; the storm on a real server with threads.

`STORM_SECONDS=10` lets the storm last as long as it takes to be sure; a normal run takes two seconds.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from commenting import counter, publish, require_true_counters, say, threads
from crowds import at_once, devices
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.comments.models import Comment, CommentLike
from servers import Server, running_server

PEOPLE = 16
SECONDS = float(os.environ.get("STORM_SECONDS", "2"))


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    workers = 1 if database_url.startswith("sqlite") else 2
    with running_server(database_url, tmp_path, workers=workers) as server:
        yield server


class Guest:
    """Somebody who does whatever comes to mind under one post, to any comment that anybody wrote."""

    def __init__(self, client: httpx.Client, post: int, written: list[int]) -> None:
        self._client, self._post, self._written = client, post, written
        self._own: list[int] = []
        self.seen: Counter[tuple[str, int]] = Counter()

    def go_on(self) -> None:
        end = time.monotonic() + SECONDS
        acts = [self.comment, self.answer, self.answer, self.delete, self.like, self.like, self.unlike]
        while time.monotonic() < end:
            act = random.choice(acts)
            self.seen[act.__name__, act().status_code] += 1

    def comment(self, parent: int | None = None) -> httpx.Response:
        body = {"post_id": self._post, "content": "Halo", "parent_comment_id": parent}
        response = self._client.post("/api/comments/add", json=body)
        if response.status_code == 201:
            self._own.append(response.json()["comment_id"])
            self._written.append(self._own[-1])
        return response

    def answer(self) -> httpx.Response:
        return self.comment(self._any())

    def like(self) -> httpx.Response:
        return self._client.put(f"/api/comments/{self._any()}/like")

    def unlike(self) -> httpx.Response:
        return self._client.delete(f"/api/comments/{self._any()}/like")

    def delete(self) -> httpx.Response:
        if not self._own:
            return self.comment()
        return self._client.delete(f"/api/comments/{self._own.pop()}")

    def _any(self) -> int:
        # Among the latest, so that many meet at the same comment.
        return random.choice(self._written[-8:])


def test_counters_equal_the_rows_after_a_storm(
    app: RuangHijau,
    sari: Person,
    person: Callable[..., Person],
    server: Server,
    post: int,
    record_testsuite_property: Callable[[str, Any], None],
) -> None:
    written = [say(sari, post)]
    people = [person(f"warga{number}") for number in range(PEOPLE)]
    guests = [Guest(server.client(one.token), post, written) for one in people]
    at_once([guest.go_on for guest in guests])

    seen = sum((guest.seen for guest in guests), Counter[tuple[str, int]]())
    record_testsuite_property("requests", {f"{act} {status}": n for (act, status), n in seen.items()})
    # Not found: what somebody deleted in between.
    assert {status for _, status in seen} <= {200, 201, 404}, seen
    for act, status in (("answer", 201), ("delete", 200), ("like", 200), ("unlike", 200)):
        assert seen[act, status] > 0, seen
    require_true_counters(app)
    with app.runtime.database.transaction(write=False) as db:
        left = db.scalar(select(func.count(Comment.id)).where(Comment.deleted_at.is_(None)))
        assert left == counter(sari, post)
        assert db.scalar(select(func.count(CommentLike.id)))


def test_no_answer_outlives_a_question_deleted_at_the_same_moment(
    app: RuangHijau, sari: Person, person: Callable[..., Person]
) -> None:
    """Whether an answer came just before or just after, it is gone or was refused."""
    answering = [person(f"warga{number}") for number in range(5)]
    for _ in range(8):
        post = publish(sari)
        question = say(sari, post)
        body = {"post_id": post, "content": "Ya", "parent_comment_id": question}
        deletion = partial(sari.delete, f"/api/comments/{question}")
        deleted, *answered = at_once(
            [deletion, *(partial(one.post, "/api/comments/add", body) for one in answering)]
        )
        assert deleted.status_code == 200
        assert {one.status_code for one in answered} <= {201, 404}
        assert counter(sari, post) == 0
    require_true_counters(app)


def test_one_person_likes_a_comment_sixteen_times_at_once(
    app: RuangHijau, sari: Person, budi: Person, post: int
) -> None:
    comment = say(sari, post)
    path = f"/api/comments/{comment}/like"
    answers = at_once([partial(budi_here.put, path) for budi_here in devices(app, budi, PEOPLE)])
    assert {(one.status_code, one.json["likes_count"]) for one in answers} == {(200, 1)}
    news = sari.get("/api/notifications").json["notifications"]
    assert [one["kind"] for one in news] == ["comment_like"]
    require_true_counters(app)


def test_a_comment_is_deleted_once_however_often_at_once(app: RuangHijau, sari: Person, post: int) -> None:
    other = say(sari, post, "Tetap")
    path = f"/api/comments/{say(sari, post)}"
    answers = at_once([partial(sari_here.delete, path) for sari_here in devices(app, sari, PEOPLE)])
    assert Counter(one.status_code for one in answers) == {200: 1, 404: PEOPLE - 1}
    assert counter(sari, post) == 1
    assert [one["id"] for one in threads(sari, post)] == [other]
    require_true_counters(app)
