"""Many who join at the same moment, on a real server with threads and two processes."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from campaigning import data_of, news_of, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.volunteers.models import Volunteer
from servers import running_server

PARALLEL = 50
CAPACITY = 10


class Crowd:
    """People who send their requests at the same moment."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def post(self, people: list[Person], path: str, body: dict[str, int]) -> list[httpx.Response]:
        """The same request from each of `people`; one who is named twice sends it twice."""
        barrier = Barrier(len(people))

        def send(one: Person) -> httpx.Response:
            barrier.wait()
            return self.send(one, "POST", path, body)

        with ThreadPoolExecutor(len(people)) as pool:
            return list(pool.map(send, people))

    def send(self, one: Person, method: str, path: str, body: dict[str, Any]) -> httpx.Response:
        headers = {"Authorization": f"Bearer {one.token}"}
        return self._client.request(method, f"/api/volunteers/{path}", json=body, headers=headers)


@pytest.fixture
def crowd(database_url: str, tmp_path: Path) -> Iterator[Crowd]:
    limits = httpx.Limits(max_connections=PARALLEL)
    with (
        running_server(database_url, tmp_path, workers=2) as server,
        httpx.Client(base_url=server.url, limits=limits, timeout=60) as client,
    ):
        yield Crowd(client)


def rows(app: RuangHijau, campaign_id: int) -> list[Volunteer]:
    with app.runtime.database.transaction(write=False) as session:
        statement = select(Volunteer).where(Volunteer.campaign_id == campaign_id)
        return list(session.scalars(statement))


def test_one_person_joins_fifty_times_at_once(
    app: RuangHijau, sari: Person, budi: Person, crowd: Crowd
) -> None:
    campaign = start(sari)
    answers = crowd.post([budi] * PARALLEL, "join", {"campaign_id": campaign})
    assert Counter(answer.status_code for answer in answers) == {201: 1, 200: PARALLEL - 1}
    assert {answer.json()["volunteer_id"] for answer in answers} == {rows(app, campaign)[0].id}
    assert len(rows(app, campaign)) == data_of(campaign, sari)["volunteers_count"] == 1
    assert news_of(app, sari) == [("volunteer_joined", campaign)]


def test_fifty_people_join_where_there_is_room_for_ten(
    app: RuangHijau, sari: Person, person: Callable[..., Person], crowd: Crowd
) -> None:
    campaign = start(sari, volunteer_capacity=CAPACITY)
    people = [person(f"relawan{number}") for number in range(PARALLEL)]
    answers = crowd.post(people, "join", {"campaign_id": campaign})
    assert Counter(answer.status_code for answer in answers) == {201: CAPACITY, 409: PARALLEL - CAPACITY}
    refused = {answer.json()["error"]["code"] for answer in answers if answer.status_code == 409}
    assert refused == {"VOLUNTEERS_FULL"}
    joined = {one.id for one, answer in zip(people, answers, strict=True) if answer.status_code == 201}
    assert {one.user_id for one in rows(app, campaign)} == joined
    assert data_of(campaign, sari)["volunteers_count"] == CAPACITY


def test_people_come_and_go_while_the_organiser_takes_notes(
    app: RuangHijau, sari: Person, person: Callable[..., Person], crowd: Crowd
) -> None:
    campaign = start(sari, volunteer_capacity=CAPACITY)
    people = [person(f"relawan{number}") for number in range(12)]
    volunteer = crowd.send(people[0], "POST", "join", {"campaign_id": campaign}).json()["volunteer_id"]

    def come_and_go(one: Person) -> list[int]:
        paths = ["join", "leave", "leave", "join", "join"] * 3
        return [crowd.send(one, "POST", path, {"campaign_id": campaign}).status_code for path in paths]

    def take_notes(_: int) -> list[int]:
        bodies = [{"hours_contributed": hours} for hours in range(15)]
        return [crowd.send(sari, "PATCH", str(volunteer), body).status_code for body in bodies]

    with ThreadPoolExecutor(len(people) + 2) as pool:
        notes = pool.map(take_notes, range(2))
        seen = {status for statuses in pool.map(come_and_go, people) for status in statuses}
        assert {status for statuses in notes for status in statuses} <= {200, 409}
    # 404: who found no room never joined, and has nothing to leave.
    assert seen <= {200, 201, 404, 409}
    helping = [one for one in rows(app, campaign) if one.left_at is None]
    assert len(helping) == data_of(campaign, sari)["volunteers_count"] <= CAPACITY
    assert len({one.user_id for one in rows(app, campaign)}) == len(rows(app, campaign))
