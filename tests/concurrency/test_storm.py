"""Many people at the same post at the same moment, against real server processes.

`STORM_SECONDS=10` runs the storm as long as it takes to be sure; a normal run takes two seconds.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine, text

from people import PASSWORD
from servers import Server, running_server

CLIENTS = 64
SECONDS = float(os.environ.get("STORM_SECONDS", "2"))


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    workers = 1 if database_url.startswith("sqlite") else 2
    with running_server(database_url, tmp_path, workers=workers) as server:
        yield server


def join(server: Server, name: str) -> httpx.Client:
    with server.client() as guest:
        body = {"email": f"{name}@contoh.id", "password": PASSWORD, "username": name}
        response = guest.post("/api/auth/register", json=body)
    assert response.status_code == 201, response.text
    return server.client(response.json()["token"])


def crowd(server: Server, size: int) -> list[httpx.Client]:
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(lambda number: join(server, f"warga{number}"), range(size)))


def run_together(clients: list[httpx.Client], act: Callable[[httpx.Client], Any]) -> list[Any]:
    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(act, clients))


def rows(database_url: str, query: str) -> list[Any]:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def test_counters_equal_the_rows_after_a_storm_on_one_post(
    server: Server, database_url: str, record_testsuite_property: Callable[[str, Any], None]
) -> None:
    clients = crowd(server, CLIENTS)
    post = clients[0].post("/api/posts/create", files={"content": (None, "Badai")}).json()["post_id"]
    statuses: Counter[int] = Counter()

    def storm(client: httpx.Client) -> Counter[int]:
        seen: Counter[int] = Counter()
        dice = random.Random()
        end = time.monotonic() + SECONDS
        comments: list[int] = []
        while time.monotonic() < end:
            response = act(client, dice.random(), comments)
            seen[response.status_code] += 1
        return seen

    def act(client: httpx.Client, chance: float, comments: list[int]) -> httpx.Response:
        if chance < 0.35:
            return client.put(f"/api/posts/{post}/like")
        if chance < 0.6:
            return client.delete(f"/api/posts/{post}/like")
        if chance < 0.9 or not comments:
            response = client.post("/api/comments/add", json={"post_id": post, "content": "Halo"})
            if response.status_code == 201:
                comments.append(response.json()["comment_id"])
            return response
        return client.delete(f"/api/comments/{comments.pop()}")

    for seen in run_together(clients, storm):
        statuses += seen

    record_testsuite_property("requests", dict(statuses))
    assert set(statuses) <= {200, 201}, statuses
    assert sum(statuses.values()) > CLIENTS
    (found,) = rows(
        database_url,
        f"""SELECT likes_count, (SELECT COUNT(*) FROM likes WHERE post_id = {post}), comments_count,
                   (SELECT COUNT(*) FROM comments WHERE post_id = {post} AND deleted_at IS NULL)
            FROM posts WHERE id = {post}""",
    )
    likes, like_rows, comments, comment_rows = found
    assert (likes, comments) == (like_rows, comment_rows)
    assert comment_rows > 0
