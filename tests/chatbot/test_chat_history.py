"""What a person asked: read again, rated, deleted."""

from people import Person

QUESTION = "baterai bekas dibuang ke mana"


def test_the_history_is_one_s_own_and_by_conversation(ask, sari: Person, budi: Person, guest: Person) -> None:
    ask(sari, QUESTION, session_id="a")
    ask(sari, "kompos itu apa", session_id="b")
    ask(budi, "kompos itu apa")

    mine = sari.get("/api/chatbot/history").json
    assert [one["question"] for one in mine["messages"]] == ["kompos itu apa", QUESTION]
    assert mine["total"] == 2
    newest = mine["messages"][0]
    assert newest["answer"]
    assert newest["sources"][0]["title"]
    conversation = sari.get("/api/chatbot/history", session_id="a").json["messages"]
    assert [one["question"] for one in conversation] == [QUESTION]
    assert sari.get("/api/chatbot/history", user_id=budi.id).status_code == 403
    assert guest.get("/api/chatbot/history").status_code == 401


def test_of_a_guest_nothing_is_kept(ask, guest: Person, admin: Person) -> None:
    assert ask(guest, QUESTION)["message_id"] is None


def test_an_id_in_the_body_must_be_one_s_own(indexed, sari: Person, budi: Person) -> None:
    body = {"message": QUESTION, "user_id": budi.id}
    assert sari.post("/api/chatbot/chat", body).status_code == 403


def test_a_thumb_may_be_turned(ask, sari: Person, budi: Person) -> None:
    number = ask(sari, QUESTION)["message_id"]
    path = f"/api/chatbot/messages/{number}/rating"
    for helpful in (True, False):
        answer = sari.put(path, {"helpful": helpful, "reason": "kurang lengkap"})
        assert answer.json["message"]["helpful"] is helpful
    assert budi.put(path, {"helpful": True}).status_code == 404
    assert sari.get("/api/chatbot/history").json["messages"][0]["helpful"] is False


def test_a_history_is_deleted(ask, sari: Person, budi: Person) -> None:
    ask(sari, QUESTION)
    ask(budi, QUESTION)
    assert "1" in sari.delete("/api/chatbot/history").json["message"]
    assert sari.get("/api/chatbot/history").json["messages"] == []
    assert budi.get("/api/chatbot/history").json["total"] == 1
