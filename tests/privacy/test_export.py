"""All that is kept on a person, for that person alone."""

import json
from typing import Any

import pytest
from lives import EMAIL, MARK, PHONE, USERNAME, Life

from people import Person
from ruanghijau.privacy.service import ROOMS


@pytest.fixture
def data(life: Life) -> dict[str, Any]:
    answer = life.sari.get("/api/auth/export")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.json["exported_at"].endswith("Z")
    exported: dict[str, Any] = answer.json["data"]
    return exported


def test_every_room_has_its_say(data: dict[str, Any], life: Life) -> None:
    assert set(data) == set(ROOMS)
    profile = data["accounts"]["profile"]
    assert (profile["email"], profile["username"], profile["phone_number"]) == (EMAIL, USERNAME, PHONE)
    assert profile["bio"] == f"{MARK} bio"
    assert profile["profile_picture_url"].startswith("http")
    assert [one["user_agent"] for one in data["accounts"]["sessions"]][-1] == f"{MARK} browser"
    assert [one["title"] for one in data["posts"]["posts"]] == [
        f"{MARK} judul",
        f"{MARK} draf",
        f"{MARK} dihapus",
    ]
    assert [one["post_id"] for one in data["posts"]["likes"]] == [life.others_post]
    assert [one["content"] for one in data["comments"]["comments"]] == [f"{MARK} komentar", f"{MARK} balasan"]
    assert [one["comment_id"] for one in data["comments"]["likes"]] == [life.others_comment]
    assert [one["username"] for one in data["follows"]["following"]] == ["budi"]
    assert [one["username"] for one in data["follows"]["followers"]] == ["budi"]
    titles = {one["title"]: one for one in data["campaigns"]["campaigns"]}
    assert set(titles) == {f"{MARK} kampanye", f"{MARK} batal", "Kampanye berdana"}
    assert titles["Kampanye berdana"]["current_amount"] == 50_000
    permits = {title: (one["permit_number"], one["operating_cost_percent"]) for title, one in titles.items()}
    assert permits == {
        f"{MARK} kampanye": (f"{MARK}/HUK-PS/2026", 7.25),
        f"{MARK} batal": (f"{MARK}/HUK-PS/2026", 7.25),
        "Kampanye berdana": (None, None),
    }
    assert [one["content"] for one in data["campaigns"]["updates"]] == [f"{MARK} isi kabar"]
    assert [one["campaign_id"] for one in data["volunteers"]["volunteering"]] == [life.others_campaign]
    assert [(one["amount"], one["message"]) for one in data["donations"]["donations"]] == [
        (50_000, "Semoga lancar")
    ]
    assert [one["details"] for one in data["reports"]["reports"]] == ["Tolong diperiksa"]
    assert [one["content"] for one in data["feedback"]["feedback"]] == [f"{MARK} masukan"]
    assert [one["detected_category"] for one in data["waste"]["detections"]] == ["plastik"]
    assert [one["question"] for one in data["chatbot"]["history"]] == [f"{MARK} tanya"]
    assert {"like", "comment", "follow", "volunteer_joined"} <= {
        one["kind"] for one in data["notifications"]["notifications"]
    }
    assert data["notifications"]["preferences"] == [{"kind": "like", "in_app": True, "email": True}]
    assert {one["recipient"] for one in data["outbox"]["mails"]} == {EMAIL}
    assert len(data["outbox"]["mails"]) >= 3


def test_no_key_to_the_account_is_handed_out(data: dict[str, Any]) -> None:
    names: set[str] = set()

    def collect(node: Any) -> None:
        if isinstance(node, dict):
            names.update(node)
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            collect(child)

    collect(data["accounts"])
    assert not names & {"password_hash", "refresh_token_id"}
    assert "id" not in data["accounts"]["sessions"][0]
    assert "scrypt" not in json.dumps(data)


def test_nothing_private_of_others_is_in_it(data: dict[str, Any]) -> None:
    exported = json.dumps(data)
    for private in ("budi@contoh.id", "citra@contoh.id", "Semangat"):
        assert private not in exported


def test_who_has_done_nothing_has_an_empty_export(sari: Person, guest: Person) -> None:
    data = sari.get("/api/auth/export").json["data"]
    assert set(data) == set(ROOMS)
    assert data["posts"] == {"posts": [], "likes": []}
    assert len(data["outbox"]["mails"]) == 1
    assert guest.get("/api/auth/export").status_code == 401
