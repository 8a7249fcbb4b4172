"""Following at the same moment."""

import random
from functools import partial

from sqlalchemy import func, select

from crowds import at_once, devices
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.follows.models import Follow

PARALLEL = 16
FOLLOW = "/api/users/sari/follow"


def rows(app: RuangHijau) -> int:
    with app.runtime.database.transaction(write=False) as db:
        return db.scalar(select(func.count()).select_from(Follow)) or 0


def told(reader: Person) -> list[str]:
    return [news["kind"] for news in reader.get("/api/notifications").json["notifications"]]


def test_one_person_follows_many_times_at_once(app: RuangHijau, sari: Person, budi: Person) -> None:
    answers = at_once([partial(budi_here.put, FOLLOW) for budi_here in devices(app, budi, PARALLEL)])
    assert {(one.status_code, one.json["followers_count"]) for one in answers} == {(200, 1)}
    assert rows(app) == 1
    assert told(sari) == ["follow"]


def test_following_and_unfollowing_at_once_tells_once(app: RuangHijau, sari: Person, budi: Person) -> None:
    many = devices(app, budi, PARALLEL)
    for _ in range(8):
        methods = ["PUT", "DELETE"] * (PARALLEL // 2)
        random.shuffle(methods)
        pairs = zip(many, methods, strict=True)
        answers = at_once([partial(one.request, method, FOLLOW) for one, method in pairs])
        assert {one.status_code for one in answers} == {200}
    assert sari.get("/api/users/sari").json["followers_count"] == rows(app)
    assert told(sari) == ["follow"]


def test_two_people_follow_each_other_at_once(app: RuangHijau, sari: Person, budi: Person) -> None:
    pairs = [(one, "budi") for one in devices(app, sari, 4)] + [
        (one, "sari") for one in devices(app, budi, 4)
    ]
    for method, followers in (("PUT", 1), ("DELETE", 0)) * 4:
        acts = [partial(one.request, method, f"/api/users/{other}/follow") for one, other in pairs]
        assert {one.status_code for one in at_once(acts)} == {200}
        counts = [sari.get(f"/api/users/{name}").json["followers_count"] for name in ("sari", "budi")]
        assert counts == [followers] * 2
    assert told(sari) == told(budi) == ["follow"]
