"""Commenting, answering, editing and liking."""

from collections.abc import Callable

import pytest

from commenting import counter, publish, say, threads
from people import Person


def test_a_comment_is_written_and_read(budi: Person, guest: Person, post: int) -> None:
    created = budi.post("/api/comments/add", {"post_id": post, "content": "Saya ikut!"})
    assert created.status_code == 201
    assert created.json["success"] is True
    assert created.json["created_at"].endswith("Z")

    (comment,) = threads(guest, post)
    assert comment["id"] == created.json["comment_id"]
    assert (comment["content"], comment["author"]["username"]) == ("Saya ikut!", "budi")
    assert (comment["edited"], comment["replies"], comment["liked_by_me"]) == (False, [], False)
    assert not {"email", "phone_number", "address"} & comment["author"].keys()
    assert counter(guest, post) == 1


def test_nobody_speaks_without_signing_in(budi: Person, guest: Person, post: int) -> None:
    comment = say(budi, post)
    assert guest.post("/api/comments/add", {"post_id": post, "content": "Halo"}).status_code == 401
    assert guest.put(f"/api/comments/{comment}", {"content": "Halo"}).status_code == 401
    assert guest.delete(f"/api/comments/{comment}").status_code == 401
    assert guest.put(f"/api/comments/{comment}/like").status_code == 401
    assert guest.delete(f"/api/comments/{comment}/like").status_code == 401
    assert [one["content"] for one in threads(guest, post)] == ["Saya ikut!"]


@pytest.mark.parametrize("content", ["x", "🌱" * 2_000])
def test_a_comment_has_up_to_2000_characters(budi: Person, post: int, content: str) -> None:
    say(budi, post, content)
    assert threads(budi, post)[0]["content"] == content


@pytest.mark.parametrize("content", ["", " \n ", "x" * 2_001])
def test_other_lengths_are_refused(budi: Person, post: int, content: str) -> None:
    comment = say(budi, post)
    assert budi.post("/api/comments/add", {"post_id": post, "content": content}).status_code == 400
    assert budi.put(f"/api/comments/{comment}", {"content": content}).status_code == 400
    assert [one["content"] for one in threads(budi, post)] == ["Saya ikut!"]


def test_an_answer_belongs_to_a_comment_of_the_same_post(sari: Person, post: int) -> None:
    body = {"post_id": post, "content": "Salah alamat", "parent_comment_id": say(sari, publish(sari))}
    response = sari.post("/api/comments/add", body)
    assert (response.status_code, response.json["error"]["code"]) == (409, "COMMENT_OF_ANOTHER_POST")
    assert sari.post("/api/comments/add", body | {"parent_comment_id": 999999}).status_code == 404
    assert counter(sari, post) == 0


def test_nobody_answers_what_was_deleted(sari: Person, post: int) -> None:
    comment = say(sari, post)
    sari.delete(f"/api/comments/{comment}")
    body = {"post_id": post, "content": "Terlambat", "parent_comment_id": comment}
    response = sari.post("/api/comments/add", body)
    assert (response.status_code, response.json["error"]["code"]) == (404, "COMMENT_NOT_FOUND")
    assert counter(sari, post) == 0


def test_only_its_author_or_an_admin_edits_a_comment(
    sari: Person, budi: Person, admin: Person, post: int
) -> None:
    comment = say(budi, post)
    # Also the post's author may not.
    assert sari.put(f"/api/comments/{comment}", {"content": "Diubah"}).status_code == 403
    edited = budi.put(f"/api/comments/{comment}", {"content": "Saya tidak jadi ikut"}).json["comment"]
    assert (edited["content"], edited["edited"]) == ("Saya tidak jadi ikut", True)
    assert edited["updated_at"] > edited["created_at"]
    assert admin.put(f"/api/comments/{comment}", {"content": "Disunting"}).status_code == 200
    assert threads(sari, post)[0]["content"] == "Disunting"


def test_a_like_is_no_edit(sari: Person, budi: Person, post: int) -> None:
    comment = say(budi, post)
    for _ in range(2):
        assert sari.put(f"/api/comments/{comment}/like").json["likes_count"] == 1
    (shown,) = threads(sari, post)
    assert (shown["edited"], shown["likes_count"], shown["liked_by_me"]) == (False, 1, True)
    assert threads(budi, post)[0]["liked_by_me"] is False
    for _ in range(2):
        assert sari.delete(f"/api/comments/{comment}/like").json["likes_count"] == 0


def test_the_comments_of_a_deleted_post_are_gone(sari: Person, budi: Person, post: int) -> None:
    comment = say(budi, post)
    sari.delete(f"/api/posts/{post}")
    assert budi.get(f"/api/comments/{post}").status_code == 404
    assert budi.post("/api/comments/add", {"post_id": post, "content": "Halo?"}).status_code == 404
    assert budi.put(f"/api/comments/{comment}", {"content": "Halo?"}).status_code == 404
    assert budi.delete(f"/api/comments/{comment}").status_code == 404
    assert budi.put(f"/api/comments/{comment}/like").status_code == 404


def test_a_draft_has_no_comments_for_others(sari: Person, budi: Person) -> None:
    draft = sari.send_form("POST", "/api/posts/create", content="Draf", status="draft").json["post_id"]
    assert threads(sari, draft) == []
    assert budi.get(f"/api/comments/{draft}").status_code == 404
    assert budi.post("/api/comments/add", {"post_id": draft, "content": "Halo?"}).status_code == 404


def told(reader: Person) -> list[str]:
    return [news["kind"] for news in reader.get("/api/notifications").json["notifications"]]


def test_who_is_told(sari: Person, budi: Person, person: Callable[..., Person], post: int) -> None:
    cici = person("cici")
    root = say(budi, post)
    say(cici, post, "Aku juga", root)
    say(sari, post, "Siap", root)
    cici.put(f"/api/comments/{root}/like")
    assert told(sari) == ["comment", "comment"]  # not of her own answer
    assert told(budi) == ["comment_like", "reply", "reply"]
    assert told(cici) == []


def test_who_is_answered_under_their_own_post_is_told_once(sari: Person, budi: Person, post: int) -> None:
    say(budi, post, "Setuju", say(sari, post))
    assert told(sari) == ["reply"]


def test_nobody_is_told_of_what_they_do_themselves(sari: Person, post: int) -> None:
    root = say(sari, post)
    say(sari, post, "Catatan", root)
    sari.put(f"/api/comments/{root}/like")
    assert told(sari) == []
