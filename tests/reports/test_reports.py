"""Reporting things to the moderators."""

from typing import Any

import pytest

from people import Person


@pytest.fixture
def post(sari: Person) -> int:
    return int(sari.send_form("POST", "/api/posts/create", title="Judul", content="Isi").json["post_id"])


def report(reporter: Person, kind: str, target: int, **fields: Any) -> Any:
    return reporter.post(
        "/api/reports", {"target_type": kind, "target_id": target, "reason": "spam"} | fields
    )


def test_a_report_keeps_the_text_as_it_was(sari: Person, budi: Person, admin: Person, post: int) -> None:
    made = report(budi, "post", post, details="Ini iklan")
    assert made.status_code == 201
    assert made.json["message"].startswith("Terima kasih")
    sari.put(f"/api/posts/{post}", {"content": "Sudah diubah"})

    (queued,) = admin.get("/api/reports").json["reports"]
    assert queued["id"] == made.json["report_id"]
    assert queued["snapshot"] == "Judul\n\nIsi"
    assert (queued["details"], queued["status"], queued["reporter"]["username"]) == (
        "Ini iklan",
        "open",
        "budi",
    )


def test_a_repeat_changes_nothing(budi: Person, post: int) -> None:
    first = report(budi, "post", post)
    again = report(budi, "post", post, reason="fraud")
    assert (again.status_code, again.json["report_id"]) == (200, first.json["report_id"])
    assert budi.get("/api/reports/mine").json["total"] == 1


def test_each_kind_of_thing_can_be_reported(sari: Person, budi: Person, post: int) -> None:
    comment = sari.post("/api/comments/add", {"post_id": post, "content": "Beli di sini"}).json["comment_id"]
    form = {"title": "Dana", "description": "Untuk apa?", "goal": 1_000_000}
    campaign = sari.send_form("POST", "/api/campaigns/create", **form).json["campaign_id"]
    for kind, target in {"comment": comment, "campaign": campaign, "user": sari.id}.items():
        assert report(budi, kind, target).status_code == 201
    assert [r["target_type"] for r in budi.get("/api/reports/mine").json["reports"]] == [
        "user",
        "campaign",
        "comment",
    ]


@pytest.mark.parametrize("kind", ["post", "comment", "campaign", "user"])
def test_what_is_not_there_cannot_be_reported(budi: Person, kind: str) -> None:
    assert report(budi, kind, 999_999).status_code == 404


def test_what_one_cannot_see_cannot_be_reported(sari: Person, budi: Person) -> None:
    draft = sari.send_form("POST", "/api/posts/create", content="Draf", status="draft").json["post_id"]
    assert report(budi, "post", draft).status_code == 404


def test_nobody_reports_what_is_their_own(sari: Person, post: int) -> None:
    for kind, target in {"post": post, "user": sari.id}.items():
        response = report(sari, kind, target)
        assert (response.status_code, response.json["error"]["code"]) == (409, "CANNOT_REPORT_OWN")


def test_only_an_admin_reads_the_queue(sari: Person, guest: Person, admin: Person) -> None:
    assert guest.get("/api/reports").status_code == 401
    assert sari.get("/api/reports").status_code == 403
    assert admin.get("/api/reports", status="resolved").json["reports"] == []
