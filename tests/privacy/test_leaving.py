"""Who may leave, and leaving while other things happen."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from lives import leave, ok, said, written
from sqlalchemy import select, update

from campaigning import code_of
from people import Person
from ruanghijau.accounts.identity import Identity
from ruanghijau.accounts.models import NO_PASSWORD, Role, User
from ruanghijau.app import RuangHijau
from ruanghijau.comments import likes as comment_likes
from ruanghijau.comments import service as comments
from ruanghijau.comments.models import Comment
from ruanghijau.posts import likes as post_likes
from ruanghijau.posts.models import Like, Post
from ruanghijau.worker import consumer, jobs


def here(app: RuangHijau) -> set[str]:
    with app.runtime.database.transaction(write=False) as session:
        return set(session.scalars(select(User.username).where(User.deleted_at.is_(None))))


def counts(reader: Person, post: int) -> tuple[int, int]:
    data = ok(reader.get(f"/api/posts/{post}"))["post_data"]
    return data["likes_count"], data["comments_count"]


def test_the_last_admin_stays(app: RuangHijau, admin: Person, sari: Person) -> None:
    assert code_of(leave(admin)) == (409, "LAST_ADMIN")
    with app.runtime.database.transaction() as session:
        session.execute(update(User).where(User.id == sari.id).values(role="admin", is_active=False))
    assert code_of(leave(admin)) == (409, "LAST_ADMIN")  # a banned admin administers nothing
    with app.runtime.database.transaction() as session:
        session.execute(update(User).where(User.id == sari.id).values(is_active=True))
    assert leave(admin).status_code == 200
    assert code_of(leave(sari)) == (409, "LAST_ADMIN")
    assert here(app) == {"sari"}


def test_of_admins_who_leave_at_once_one_stays(app: RuangHijau, person: Callable[..., Person]) -> None:
    admins = [person(f"admin{number}", role="admin") for number in range(4)]
    start = threading.Barrier(len(admins))

    def go(one: Person) -> int:
        start.wait()
        return int(leave(one).status_code)

    with ThreadPoolExecutor(len(admins)) as pool:
        assert sorted(pool.map(go, admins)) == [200, 200, 200, 409]
    assert len(here(app)) == 1


def test_who_signs_in_with_google_alone_needs_no_password(app: RuangHijau, sari: Person) -> None:
    with app.runtime.database.transaction() as session:
        session.execute(update(User).values(password_hash=NO_PASSWORD, google_subject="g-1"))
    assert sari.delete("/api/auth/me", {"confirm": "HAPUS"}).status_code == 200
    with app.runtime.database.transaction(write=False) as session:
        assert session.scalar(select(User.google_subject)) is None


def test_leaving_twice_is_leaving_once(app: RuangHijau, sari: Person) -> None:
    assert leave(sari).status_code == 200
    assert leave(sari).status_code == 401
    assert here(app) == set()


def test_a_guest_cannot_leave(guest: Person) -> None:
    assert leave(guest).status_code == 401


def test_counters_stay_right_while_everybody_is_busy(app: RuangHijau, person: Callable[..., Person]) -> None:
    author = person("penulis")
    posts = [written(author, text="Bersama") for _ in range(3)]
    leavers, others = ([person(f"{name}{n}") for n in range(4)] for name in ("pergi", "tinggal"))
    for who in leavers:
        for post in posts:
            ok(who.put(f"/api/posts/{post}/like"))
            said(who, post, "Dadah")
    start = threading.Barrier(3 * len(leavers))

    def go(one: Person) -> set[int]:
        start.wait()
        return {int(leave(one).status_code)}

    def act(one: Person) -> set[int]:
        """Like and unlike and comment, as those who stay do, and those who leave on another device."""
        start.wait()
        codes = set()
        for post in posts * 3:
            codes.add(one.delete(f"/api/posts/{post}/like").status_code)
            codes.add(one.put(f"/api/posts/{post}/like").status_code)
        codes.add(one.post("/api/comments/add", {"post_id": posts[0], "content": "Halo"}).status_code)
        return codes

    devices = [Person(app.test_client(), one.token, one.account) for one in leavers]
    with ThreadPoolExecutor(3 * len(leavers)) as pool:
        leaving = [pool.submit(go, one) for one in leavers]
        acting = [pool.submit(act, one) for one in (*devices, *others)]
        assert set().union(*(one.result() for one in leaving)) == {200}
        assert set().union(*(one.result() for one in acting)) <= {200, 201, 401}
    with app.runtime.database.transaction(write=False) as session:
        likes = Counter(session.scalars(select(Like.post_id)))
        comments = Counter(session.scalars(select(Comment.post_id).where(Comment.deleted_at.is_(None))))
    assert [counts(author, post) for post in posts] == [(likes[post], comments[post]) for post in posts]


@pytest.mark.parametrize("taken_back", ["like", "comment_like", "comment"])
def test_what_another_device_takes_back_at_that_moment_is_taken_off_once(
    app: RuangHijau, sari: Person, budi: Person, taken_back: str
) -> None:
    post = written(budi, text="Tulisan Budi")
    remark = said(budi, post, "Halo")
    if taken_back == "like":
        ok(sari.put(f"/api/posts/{post}/like"))
        take_back = partial(post_likes.unlike, post, sari.id)
    elif taken_back == "comment_like":
        ok(sari.put(f"/api/comments/{remark}/like"))
        take_back = partial(comment_likes.unlike, remark, sari.id)
    else:
        me = Identity(sari.id, Role.user, "")
        take_back = partial(comments.delete_comment, said(sari, post, "Dihapus"), me)
    with ThreadPoolExecutor(1) as pool:
        with app.runtime.active(), app.runtime.database.transaction():
            take_back()
            leaving = pool.submit(leave, sari)
            time.sleep(0.5)  # long enough to look at what is not committed yet
        assert leaving.result().status_code == 200
    assert counts(budi, post) == (0, 1)
    assert ok(budi.get(f"/api/comments/{post}"))["comments"][0]["likes_count"] == 0


def test_what_was_written_at_the_moment_of_leaving_is_erased_by_the_worker(
    app: RuangHijau, sari: Person, budi: Person
) -> None:
    post = written(budi, text="Tulisan Budi")
    assert leave(sari).status_code == 200
    with app.runtime.database.transaction() as session:  # a request that had passed the guard before
        session.add(Comment(post_id=post, user_id=sari.id, content="Masih di sini"))
        session.add(Like(post_id=post, user_id=sari.id))
        session.add(Post(user_id=sari.id, content="Masih di sini juga"))
        session.execute(update(Post).where(Post.id == post).values(likes_count=1, comments_count=1))

    (job,) = (job for job in jobs.JOBS if job.name == "finish-erasures")
    assert consumer.run(job, app.runtime) == 1
    assert counts(budi, post) == (0, 0)
    with app.runtime.database.transaction(write=False) as session:
        assert set(session.scalars(select(Comment.content))) == {""}
        assert set(session.scalars(select(Post.content))) == {"", "Tulisan Budi"}
    assert ok(budi.get("/api/posts/feed"))["total"] == 1
