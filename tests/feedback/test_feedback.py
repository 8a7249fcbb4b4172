"""Feedback through HTTP: said, heard, read again, put right."""

import pytest

from people import Person

EXAMPLE = "Aplikasi ini sangat bagus dan membantu!"


def say(who: Person, content: str = EXAMPLE, **fields: object) -> dict[str, object]:
    response = who.post("/api/feedback/submit", {"content": content, **fields})
    assert response.status_code == 201, response.json
    answer: dict[str, object] = response.json
    return answer


def test_the_documented_answer(sari: Person) -> None:
    answer = say(sari, category="aplikasi")

    assert isinstance(answer.pop("feedback_id"), int)
    assert 0 <= answer.pop("confidence") <= 1
    assert answer == {
        "success": True,
        "sentiment": "positive",
        "score": 0.84,
        "keywords": ["bagus", "membantu"],
        "suggestion": "Terima kasih atas masukan Anda! Senang mendengarnya.",
        "contributions": None,
    }


def test_every_word_is_explained_where_asked(sari: Person) -> None:
    told = {one["read_as"]: one for one in say(sari, explain=True)["contributions"]}

    assert told["bagus"]["weight"] == 0.7
    assert told["bagus"]["polarity"] == pytest.approx(0.84)
    assert told["bagus"]["changed_by"]


def test_the_suggestion_follows_the_sentiment_and_the_language(sari: Person) -> None:
    assert say(sari, "Aplikasinya error terus, kecewa")["suggestion"].startswith("Maaf")
    response = sari.request(
        "POST", "/api/feedback/submit", json={"content": EXAMPLE}, headers={"Accept-Language": "en"}
    )
    assert response.json["suggestion"].startswith("Thank you")


def test_one_reads_what_one_said_and_nothing_else(sari: Person, budi: Person) -> None:
    say(sari, "Lumayan lambat", category="kecepatan")
    say(sari)
    say(budi)

    page = sari.get("/api/feedback/my").json

    assert [one["content"] for one in page["feedback"]] == [EXAMPLE, "Lumayan lambat"]
    assert page["total"] == 2
    newest = page["feedback"][0]
    assert (newest["sentiment"], newest["score"], newest["status"]) == ("positive", 0.84, "new")
    first = sari.get("/api/feedback/my", limit=1).json
    rest = sari.get("/api/feedback/my", limit=1, cursor=first["next_cursor"]).json
    assert rest["feedback"][0]["category"] == "kecepatan"


@pytest.mark.parametrize("content", ["", "   ", "x" * 5001, None])
def test_something_must_be_said(sari: Person, content: str | None) -> None:
    refused = sari.post("/api/feedback/submit", {"content": content})
    assert refused.status_code == 400
    assert refused.json["error"]["details"][0]["field"] == "content"


def test_only_who_is_signed_in_is_heard(guest: Person) -> None:
    assert guest.post("/api/feedback/submit", {"content": EXAMPLE}).status_code == 401
    assert guest.get("/api/feedback/my").status_code == 401


def test_an_administrator_puts_a_label_right(sari: Person, admin: Person) -> None:
    number = say(sari, "Waduh, sampahnya numpuk lagi")["feedback_id"]

    for _ in range(2):  # again changes nothing
        answer = admin.post(f"/api/feedback/{number}/correct", {"sentiment": "negative"})
        assert answer.json["feedback"]["sentiment"] == "negative"

    assert sari.get("/api/feedback/my").json["feedback"][0]["sentiment"] == "negative"
    assert sari.post(f"/api/feedback/{number}/correct", {"sentiment": "positive"}).status_code == 403
    assert admin.post("/api/feedback/999999/correct", {"sentiment": "positive"}).status_code == 404
    assert admin.post(f"/api/feedback/{number}/correct", {"sentiment": "happy"}).status_code == 400
