"""What a page of the feed costs at the top, and behind 100,000 posts.

    python bench/feed_depth.py [--posts 200000] [--database URL]

Prints the median and the 95th percentile of both, their ratio, and the number of SQL statements. Without a
database of your own it makes an SQLite file in a temporary folder. The database given is filled and left.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import Engine, func, insert, select

from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Settings
from ruanghijau.db import migrate, now
from ruanghijau.db.paging import cursor_of
from ruanghijau.posts.feed import NEWEST
from ruanghijau.posts.models import Post, PostStatus

BATCH = 5_000
AUTHORS = 500
ROUNDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--posts", type=int, default=200_000)
    parser.add_argument("--depth", type=int, default=100_000)
    parser.add_argument("--database", default=f"sqlite:///{tempfile.mkdtemp()}/feed.db")
    options = parser.parse_args()
    app = create_app(
        Settings(
            _env_file=None,
            database_url=options.database,
            rate_limits=False,
            upload_folder=Path(tempfile.mkdtemp()),
        )
    )
    engine = app.runtime.database.engine
    migrate.upgrade(engine)
    fill(engine, options.posts)
    report(app, options.depth)


def fill(engine: Engine, wanted: int) -> None:
    """Write authors and posts, one post a minute into the past, until there are `wanted` posts."""
    start = now()
    with engine.begin() as connection:
        have = connection.scalar(select(func.count()).select_from(Post)) or 0
        if not have:
            people = [
                {"email": f"w{n}@contoh.id", "username": f"warga{n}", "password_hash": "!"}
                for n in range(AUTHORS)
            ]
            connection.execute(insert(User), people)
        authors = connection.scalars(select(User.id).limit(AUTHORS)).all()
    for first in range(have, wanted, BATCH):
        rows = []
        for number in range(first, min(first + BATCH, wanted)):
            moment = start - timedelta(minutes=wanted - number)
            rows.append(
                {
                    "user_id": authors[number % len(authors)],
                    "title": f"Catatan ke-{number}",
                    "content": "Hari ini kami memilah sampah bersama. " * 8,
                    "status": PostStatus.published,
                    "published_at": moment,
                    "created_at": moment,
                }
            )
        with engine.begin() as connection:
            connection.execute(insert(Post), rows)
        print(f"\r{min(first + BATCH, wanted):>9,} posts", end="", flush=True)
    print()


def cursor_behind(app: RuangHijau, depth: int) -> str:
    """The cursor that a reader holds after `depth` posts; made as the feed makes it."""
    with app.runtime.database.transaction(write=False) as db:
        post = db.scalars(
            select(Post).order_by(Post.published_at.desc(), Post.id.desc()).offset(depth - 1).limit(1)
        ).one()
    return cursor_of(post, NEWEST)


def report(app: RuangHijau, depth: int) -> None:
    client = app.test_client()
    cursor = cursor_behind(app, depth)

    def first() -> None:
        assert len(client.get("/api/posts/feed").json["posts"]) == 20

    def deep() -> None:
        assert len(client.get(f"/api/posts/feed?cursor={cursor}").json["posts"]) == 20

    for _ in range(5):
        first()
        deep()
    costs = {"page 1": [], f"page after {depth:,} posts": []}
    for _ in range(ROUNDS):  # in turn, so that whatever slows the machine slows both
        for cost, read in zip(costs.values(), (first, deep), strict=True):
            cost.append(timed(read))
    for name, cost in costs.items():
        print(f"{name:<28} p50 {median(cost):6.2f} ms   p95 {quantiles(cost, n=20)[-1]:6.2f} ms")
    top, bottom = (median(cost) for cost in costs.values())
    print(f"{'ratio':<28} {bottom / top:.2f}")


def timed(action: Callable[[], None]) -> float:
    """How long it takes, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
