"""What people write comes back as they wrote it, and is never more than text."""

import re
import time

import pytest
from corpus import HOSTILE, MEGABYTE
from operations import form
from sqlalchemy import func, select

from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau
from ruanghijau.posts.models import Post

# Everything hostile that is nevertheless text.
TEXTS = {
    name: text
    for name, text in HOSTILE.items()
    if len(text) < MEGABYTE
    and text.strip()
    and not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
}


def test_there_is_enough_to_try() -> None:
    assert len(TEXTS) >= 20


def test_a_post_is_kept_letter_by_letter(sari: Person, guest: Person) -> None:
    for name, text in TEXTS.items():
        title = text[:255].strip() if "\n" not in text and "\u2028" not in text else "Judul"
        created = sari.send_form("POST", "/api/posts/create", content=text, title=title)
        assert created.status_code == 201, name
        post = guest.get(f"/api/posts/{created.json['post_id']}")
        assert post.content_type == "application/json"
        assert (post.json["post_data"]["content"], post.json["post_data"]["title"]) == (
            text.strip(),
            title,
        ), name
        found = guest.get("/api/posts/feed", q=text.split()[0][:100])
        assert created.json["post_id"] in [one["id"] for one in found.json["posts"]], name


def test_a_profile_is_kept_letter_by_letter(sari: Person) -> None:
    for name, text in TEXTS.items():
        if len(text) <= 500:
            changed = sari.patch("/api/auth/me", {"bio": text, "address": text})
            assert changed.status_code == 200, name
            me = sari.get("/api/auth/me").json
            assert (me["bio"], me["address"]) == (text.strip(), text.strip()), name


def test_the_start_page_shows_markup_as_text(sari: Person, guest: Person) -> None:
    sari.patch("/api/auth/me", {"full_name": "<script>alert(2)</script>"})
    sari.send_form("POST", "/api/posts/create", title="<b>tebal</b>", content="<script>alert(1)</script>")
    page = guest.get("/")
    assert page.status_code == 200
    assert "&lt;b&gt;tebal&lt;/b&gt;" in page.text
    assert not re.search(r"<script|<b>", page.text)


def test_a_text_that_is_far_too_long_costs_little(sari: Person) -> None:
    """In seconds of this process alone; reading 15 MB letter by letter took two."""
    for send in (
        lambda text: sari.request("POST", "/api/posts/create", **form({"content": text})),
        lambda text: sari.patch("/api/auth/me", {"bio": text}),
    ):
        begin = time.process_time()
        response = send("x" * 15 * MEGABYTE)
        assert response.status_code == 400
        assert time.process_time() - begin < 1.5


@pytest.mark.parametrize("field", ["email", "password"])
def test_sql_in_a_login_signs_nobody_in(app: RuangHijau, sari: Person, guest: Person, field: str) -> None:
    for name, text in HOSTILE.items():
        if name.startswith("SQL"):
            body = {"email": "sari@contoh.id", "password": "salah-sekali"} | {field: text}
            assert guest.post("/api/auth/login", body).status_code == 401, name
    with app.runtime.database.transaction(write=False) as db:
        assert db.scalar(select(func.count(User.id))) == 1
        assert db.scalar(select(func.count(Post.id))) == 0
