"""Writing, reading, changing and deleting posts."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from people import Person
from ruanghijau.app import RuangHijau


def picture(size: tuple[int, int] = (640, 480), colour: str = "seagreen") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG")
    return file.getvalue()


def write(author: Person, content: str = "Kita perlu aksi nyata.", **fields: object) -> int:
    response = author.send_form("POST", "/api/posts/create", content=content, **fields)
    assert response.status_code == 201, response.json
    return int(response.json["post_id"])


def test_a_post_is_written_and_read(sari: Person, guest: Person) -> None:
    created = sari.send_form(
        "POST",
        "/api/posts/create",
        title="Sampah plastik di pantai",
        content="Kita perlu aksi nyata.",
        category="laut",
    )
    assert created.status_code == 201
    assert created.json["success"] is True
    assert created.json["image_url"] is None
    assert created.json["created_at"].endswith("Z")

    post = guest.get(f"/api/posts/{created.json['post_id']}").json
    assert post["comments_count"] == 0
    data = post["post_data"]
    assert (data["title"], data["content"], data["category"]) == (
        "Sampah plastik di pantai",
        "Kita perlu aksi nyata.",
        "laut",
    )
    assert data["author"]["username"] == "sari"
    assert "email" not in data["author"]
    assert data["liked_by_me"] is False


@pytest.mark.parametrize("name", ["image", "image_file"])
def test_a_post_has_its_picture_and_a_thumbnail(sari: Person, guest: Person, name: str) -> None:
    form = {"content": "Foto", name: (io.BytesIO(picture((3000, 2000))), "foto.jpg")}
    created = sari.request("POST", "/api/posts/create", data=form)
    assert created.status_code == 201, created.json
    data = guest.get(f"/api/posts/{created.json['post_id']}").json["post_data"]
    assert data["image_url"] == created.json["image_url"]

    full = guest.get(data["image_url"])
    assert full.status_code == 200
    assert full.content_type == "image/jpeg"
    assert "immutable" in full.headers["Cache-Control"]
    assert full.headers["X-Content-Type-Options"] == "nosniff"
    thumbnail = guest.get(data["thumbnail_url"])
    assert max(Image.open(io.BytesIO(thumbnail.data)).size) < max(Image.open(io.BytesIO(full.data)).size)


def stored_files(app: RuangHijau) -> list[Path]:
    return [path for path in app.runtime.settings.upload_folder.rglob("*") if path.is_file()]


def test_a_refused_post_leaves_no_file_behind(app: RuangHijau, sari: Person) -> None:
    refused = sari.send_form("POST", "/api/posts/create", content=" ", picture=picture())
    assert refused.status_code == 400
    assert stored_files(app) == []


def test_a_post_that_cannot_be_saved_takes_its_picture_along(
    app: RuangHijau, sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        assert stored_files(app)  # the picture was stored already
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("ruanghijau.posts.service.create_post", fail)
    response = sari.send_form("POST", "/api/posts/create", content="Foto", picture=picture())
    assert response.status_code == 500
    assert response.json["error"]["code"] == "INTERNAL_SERVER_ERROR"
    assert "disk" not in response.text
    assert stored_files(app) == []


def test_only_the_author_or_an_admin_changes_a_post(sari: Person, budi: Person, admin: Person) -> None:
    post = write(sari)
    assert budi.put(f"/api/posts/{post}", {"content": "Punya Budi"}).status_code == 403
    changed = sari.put(f"/api/posts/{post}", {"content": "Lebih baik", "title": "Judul"})
    assert changed.status_code == 200
    assert changed.json["success"] is True
    assert changed.json["updated_post"]["content"] == "Lebih baik"
    assert (
        admin.put(f"/api/posts/{post}", {"title": "Disunting"}).json["updated_post"]["title"] == "Disunting"
    )
    assert sari.get(f"/api/posts/{post}").json["post_data"]["content"] == "Lebih baik"


def test_an_edit_dates_the_post_and_a_like_does_not(sari: Person, budi: Person) -> None:
    post = write(sari)
    written = sari.get(f"/api/posts/{post}").json["post_data"]["updated_at"]
    budi.put(f"/api/posts/{post}/like")
    assert sari.get(f"/api/posts/{post}").json["post_data"]["updated_at"] == written
    edited = sari.put(f"/api/posts/{post}", {"content": "Lebih baik"}).json["updated_post"]["updated_at"]
    assert edited > written


def test_a_deleted_post_is_gone_for_everybody(sari: Person, budi: Person, admin: Person) -> None:
    post = write(sari)
    assert budi.delete(f"/api/posts/{post}").status_code == 403
    assert sari.delete(f"/api/posts/{post}").json["success"] is True
    for someone in (sari, budi, admin):
        assert someone.get(f"/api/posts/{post}").status_code == 404
        assert someone.put(f"/api/posts/{post}/like").status_code == 404
    assert sari.delete(f"/api/posts/{post}").status_code == 404
    assert sari.get("/api/posts/feed").json["total"] == 0


def test_a_draft_is_seen_by_its_author_alone(sari: Person, budi: Person, guest: Person) -> None:
    post = write(sari, status="draft")
    assert sari.get(f"/api/posts/{post}").status_code == 200
    assert sari.get("/api/posts/mine").json["posts"][0]["id"] == post
    for someone in (budi, guest):
        assert someone.get(f"/api/posts/{post}").status_code == 404
        assert someone.get("/api/posts/feed").json["posts"] == []
        assert someone.put(f"/api/posts/{post}/like").status_code in (401, 404)


def test_a_published_draft_enters_the_feed_on_top(sari: Person, guest: Person) -> None:
    draft = write(sari, status="draft")
    later = write(sari)
    sari.put(f"/api/posts/{draft}", {"status": "published"})
    assert [post["id"] for post in guest.get("/api/posts/feed").json["posts"]] == [draft, later]


def test_an_archived_post_leaves_the_feed_and_keeps_its_place(sari: Person, guest: Person) -> None:
    first, second = write(sari), write(sari)
    sari.put(f"/api/posts/{first}", {"status": "archived"})
    assert [post["id"] for post in guest.get("/api/posts/feed").json["posts"]] == [second]
    sari.put(f"/api/posts/{first}", {"status": "published"})
    assert [post["id"] for post in guest.get("/api/posts/feed").json["posts"]] == [second, first]


def test_likes_count_each_person_once(sari: Person, person: Callable[..., Person]) -> None:
    post = write(sari)
    fans = [person(f"fan{number}") for number in range(3)]
    for fan in (*fans, *fans):
        fan.put(f"/api/posts/{post}/like")
    assert fans[0].get(f"/api/posts/{post}").json["post_data"]["likes_count"] == 3
    assert fans[0].get(f"/api/posts/{post}").json["post_data"]["liked_by_me"] is True

    for _ in range(2):
        answer = fans[0].delete(f"/api/posts/{post}/like").json
        assert (answer["likes_count"], answer["liked_by_me"]) == (2, False)


def test_shares_are_counted(sari: Person, guest: Person) -> None:
    post = write(sari)
    assert guest.post(f"/api/posts/{post}/share").json["shares_count"] == 1
    assert sari.post(f"/api/posts/{post}/share").json["shares_count"] == 2
