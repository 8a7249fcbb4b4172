"""Reporting things to the moderators."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, update

from commenting import publish, say
from crowds import at_once, devices
from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau
from ruanghijau.db import now
from ruanghijau.reports.models import Report
from statements import counted_statements

PARALLEL = 16


@pytest.fixture
def post(sari: Person) -> int:
    return publish(sari, "Isi")


@pytest.fixture
def things(sari: Person, post: int) -> dict[str, int]:
    """One of each kind, all of them Sari's."""
    form = {"title": "Dana", "description": "Untuk apa?", "goal": 1_000_000}
    return {
        "post": post,
        "comment": say(sari, post, "Beli di sini"),
        "campaign": sari.send_form("POST", "/api/campaigns/create", **form).json["campaign_id"],
        "user": sari.id,
    }


def body(kind: str, target: int, **fields: Any) -> dict[str, Any]:
    return {"target_type": kind, "target_id": target, "reason": "spam"} | fields


def report(reporter: Person, kind: str, target: int, **fields: Any) -> Any:
    return reporter.post("/api/reports", body(kind, target, **fields))


def queue(admin: Person, **query: Any) -> list[dict[str, Any]]:
    response = admin.get("/api/reports", **query)
    assert response.status_code == 200, response.json
    return list(response.json["reports"])


def test_a_report_keeps_the_text_as_it_was(sari: Person, budi: Person, admin: Person, post: int) -> None:
    made = report(budi, "post", post, details="Ini iklan")
    assert made.status_code == 201
    assert made.json["success"] is True
    assert made.json["message"].startswith("Terima kasih")
    sari.put(f"/api/posts/{post}", {"content": "Sudah diubah"})

    (queued,) = queue(admin)
    assert (queued["id"], queued["snapshot"]) == (made.json["report_id"], "Kompos\n\nIsi")
    assert (queued["details"], queued["status"]) == ("Ini iklan", "open")
    assert queued["reporter"]["username"] == "budi"


def test_the_longest_text_is_kept_to_its_end(sari: Person, budi: Person, admin: Person) -> None:
    text = "🌱" * 19_990 + "hinaan!!!!"
    report(budi, "post", publish(sari, text))
    assert queue(admin)[0]["snapshot"] == f"Kompos\n\n{text}"


def test_each_kind_of_thing_can_be_reported(
    sari: Person, budi: Person, admin: Person, things: dict[str, int]
) -> None:
    sari.patch("/api/auth/me", {"bio": "Jual obat"})
    for kind, target in things.items():
        assert report(budi, kind, target).status_code == 201
    assert {one["target_type"]: one["snapshot"] for one in queue(admin)} == {
        "post": "Kompos\n\nIsi",
        "comment": "Beli di sini",
        "campaign": "Dana\n\nUntuk apa?",
        "user": "sari\nSari\nJual obat",
    }


def test_a_repeat_changes_nothing(budi: Person, admin: Person, post: int) -> None:
    first = report(budi, "post", post)
    again = report(budi, "post", post, reason="fraud")
    assert (again.status_code, again.json["report_id"]) == (200, first.json["report_id"])
    assert [one["reason"] for one in queue(admin)] == ["spam"]


def test_two_people_report_the_same_thing(
    budi: Person, admin: Person, person: Callable[..., Person], post: int
) -> None:
    ids = {report(reporter, "post", post).json["report_id"] for reporter in (budi, person("cici"))}
    assert len(ids) == len(queue(admin)) == 2


@pytest.mark.parametrize("kind", ["post", "comment", "campaign", "user"])
def test_what_is_not_there_cannot_be_reported(budi: Person, kind: str) -> None:
    assert report(budi, kind, 999_999).status_code == 404


def test_what_one_cannot_see_cannot_be_reported(
    sari: Person, budi: Person, post: int, things: dict[str, int]
) -> None:
    sari.delete(f"/api/comments/{things['comment']}")
    assert report(budi, "comment", things["comment"]).status_code == 404
    hidden = say(sari, post)
    sari.put(f"/api/posts/{post}", {"status": "archived"})
    assert report(budi, "post", post).status_code == 404
    assert report(budi, "comment", hidden).status_code == 404


@pytest.mark.parametrize("gone", [{"is_active": False}, {"deleted_at": now()}], ids=["banned", "deleted"])
def test_who_is_gone_cannot_be_reported(
    app: RuangHijau, sari: Person, budi: Person, gone: dict[str, Any]
) -> None:
    with app.runtime.database.transaction() as db:
        db.execute(update(User).where(User.username == "sari").values(**gone))
    response = report(budi, "user", sari.id)
    assert (response.status_code, response.json["error"]["code"]) == (404, "USER_NOT_FOUND")


@pytest.mark.parametrize("kind", ["post", "comment", "campaign", "user"])
def test_nobody_reports_what_is_their_own(sari: Person, things: dict[str, int], kind: str) -> None:
    response = report(sari, kind, things[kind])
    assert (response.status_code, response.json["error"]["code"]) == (409, "CANNOT_REPORT_OWN")
    assert sari.get("/api/reports/mine").json["total"] == 0


@pytest.mark.parametrize("wrong", [{"target_type": "song"}, {"reason": "bored"}, {"details": "x" * 1001}])
def test_a_report_says_what_and_why(budi: Person, post: int, wrong: dict[str, str]) -> None:
    assert budi.post("/api/reports", body("post", post) | wrong).status_code == 400
    assert budi.get("/api/reports/mine").json["total"] == 0


def test_one_reads_ones_own_reports_page_by_page(
    guest: Person, budi: Person, person: Callable[..., Person], things: dict[str, int]
) -> None:
    for kind, target in things.items():
        report(budi, kind, target)
    report(person("cici"), "post", things["post"])
    first = budi.get("/api/reports/mine", limit=3).json
    rest = budi.get("/api/reports/mine", limit=3, cursor=first["next_cursor"]).json
    read = [one["target_type"] for one in first["reports"] + rest["reports"]]
    assert read == list(reversed(things))
    assert (first["total"], rest["next_cursor"]) == (4, None)
    assert guest.get("/api/reports/mine").status_code == 401


def test_only_an_admin_reads_the_queue(sari: Person, guest: Person, admin: Person) -> None:
    assert guest.post("/api/reports", body("user", sari.id)).status_code == 401
    assert guest.get("/api/reports").status_code == 401
    assert sari.get("/api/reports").status_code == 403
    assert queue(admin) == []


def test_the_queue_is_read_by_status(
    app: RuangHijau, budi: Person, admin: Person, things: dict[str, int]
) -> None:
    for kind, target in things.items():
        report(budi, kind, target)
    with app.runtime.database.transaction() as db:
        db.execute(update(Report).where(Report.target_type == "comment").values(status="resolved"))
    assert [one["target_type"] for one in queue(admin)] == ["post", "campaign", "user"]
    assert [one["target_type"] for one in queue(admin, status="resolved")] == ["comment"]
    assert queue(admin, status="dismissed") == []
    assert admin.get("/api/reports", status="forgotten").status_code == 400


def test_the_queue_is_paged_at_a_constant_cost(
    app: RuangHijau, admin: Person, person: Callable[..., Person], post: int
) -> None:
    for number in range(3):
        report(person(f"warga{number}"), "post", post)
    first = admin.get("/api/reports", limit=2).json
    rest = admin.get("/api/reports", limit=2, cursor=first["next_cursor"]).json
    reporters = [one["reporter"]["username"] for one in first["reports"] + rest["reports"]]
    assert (reporters, first["total"]) == (["warga0", "warga1", "warga2"], 3)
    for limit in (1, 3):
        with counted_statements(app) as statements:
            assert len(queue(admin, limit=limit)) == limit
        assert len(statements) == 3, statements  # who asks, a page of reports, their number


def test_reporting_many_times_at_once_is_one_report(app: RuangHijau, budi: Person, post: int) -> None:
    answers = at_once([partial(report, one, "post", post) for one in devices(app, budi, PARALLEL)])
    assert Counter(one.status_code for one in answers) == {201: 1, 200: PARALLEL - 1}
    assert len({one.json["report_id"] for one in answers}) == 1
    with app.runtime.database.transaction(write=False) as db:
        assert db.scalar(select(func.count(Report.id))) == 1
