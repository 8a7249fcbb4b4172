"""Who may leave, and leaving while other things happen."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from lives import leave, ok, said, written
from sqlalchemy import select, update

from campaigning import code_of
from people import Person
from ruanghijau.accounts.models import NO_PASSWORD, User
from ruanghijau.app import RuangHijau
from ruanghijau.comments.models import Comment
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
    leavers, others = ([person(f"{name}{n}") for n in range(3)] for name in ("pergi", "tinggal"))
    for who in leavers:
        for post in posts:
            ok(who.put(f"/api/posts/{post}/like"))
            said(who, post, "Dadah")
    start = threading.Barrier(len(leavers) + len(others))

    def go(one: Person) -> set[int]:
        start.wait()
        return {int(leave(one).status_code)}

    def stay(one: Person) -> set[int]:
        start.wait()
        answers = [one.put(f"/api/posts/{post}/like") for post in posts for _ in range(3)]
        answers += [one.post("/api/comments/add", {"post_id": post, "content": "Halo"}) for post in posts]
        return {answer.status_code for answer in answers}

    with ThreadPoolExecutor(6) as pool:
        running = [pool.submit(go, one) for one in leavers] + [pool.submit(stay, one) for one in others]
        assert set().union(*(one.result() for one in running)) <= {200, 201}
    assert [counts(author, post) for post in posts] == [(3, 3)] * 3


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
