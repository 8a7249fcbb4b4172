"""One's own profile, and the picture on it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from people import Person
from ruanghijau.app import RuangHijau

PROFILE = {
    "full_name": "Sari Lestari",
    "bio": "Suka berkebun.\nTinggal dekat sungai.",
    "phone_number": "+62 812-3456-789",
    "address": "Jl. Melati 7",
    "city": "Bandung",
    "country": "Indonesia",
    "language": "en",
}
RED, BLUE = (200, 30, 30), (30, 40, 190)


def photo(*, size: tuple[int, int] = (96, 64), turned: bool = False) -> bytes:
    """A photo, red above blue when upright; `turned` as a phone stores it, with where it was taken."""
    upright = Image.new("RGB", size, RED)
    upright.paste(BLUE, (0, size[1] // 2, *size))
    tags = Image.Exif()
    if turned:
        tags[ExifTags.Base.Orientation] = 6
        tags.get_ifd(ExifTags.IFD.GPSInfo).update(
            {1: "S", 2: (6.0, 54.0, 0.0), 3: "E", 4: (107.0, 36.0, 0.0)}
        )
        upright = upright.transpose(Image.Transpose.ROTATE_90)
    file = BytesIO()
    upright.save(file, "JPEG", quality=95, exif=tags)
    return file.getvalue()


def files(app: RuangHijau) -> set[Path]:
    return {path for path in app.runtime.settings.upload_folder.rglob("*") if path.is_file()}


def set_picture(person: Person, data: bytes) -> Any:
    response = person.send_form("PUT", "/api/auth/me/picture", data)
    assert response.status_code == 200, response.json
    return response.json["user"]["profile_picture_url"]


def opened(person: Person, url: str) -> Image.Image:
    response = person.get(url)
    assert response.status_code == 200
    return Image.open(BytesIO(response.data))


def test_every_field_of_a_profile_is_kept(sari: Person) -> None:
    changed = sari.patch("/api/auth/me", PROFILE)
    assert changed.status_code == 200
    assert changed.json["success"] is True
    me = sari.get("/api/auth/me").json
    assert me == changed.json["user"]
    assert {name: me[name] for name in PROFILE} == PROFILE


def test_fields_left_out_stay_and_null_clears(sari: Person) -> None:
    sari.patch("/api/auth/me", PROFILE)
    assert sari.patch("/api/auth/me", {"city": "Bogor"}).status_code == 200
    cleared = sari.patch("/api/auth/me", {"bio": None, "phone_number": None}).json["user"]
    expected = PROFILE | {"city": "Bogor", "bio": None, "phone_number": None}
    assert {name: cleared[name] for name in PROFILE} == expected
    everything = dict.fromkeys(set(PROFILE) - {"language"})
    assert sari.patch("/api/auth/me", everything).status_code == 200
    assert {name: sari.get("/api/auth/me").json[name] for name in everything} == everything


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", "x" * 256),
        ("full_name", "dua\nbaris"),
        ("full_name", 7),
        ("bio", "x" * 1001),
        ("bio", "nol\x00"),
        ("phone_number", "telepon saya"),
        ("phone_number", "0812"),
        ("address", ["Jl. Melati"]),
        ("city", "\x1b[31mmerah"),
        ("country", "x" * 101),
        ("language", "jv"),
        ("language", None),
    ],
)
def test_a_bad_field_changes_nothing(sari: Person, field: str, value: object) -> None:
    before = sari.get("/api/auth/me").json
    response = sari.patch("/api/auth/me", {"address": "Jl. Melati 7", field: value})
    assert response.status_code == 400
    assert response.json["error"]["details"][0]["field"] == field
    assert sari.get("/api/auth/me").json == before


def test_what_a_person_cannot_give_themselves_is_ignored(sari: Person) -> None:
    before = sari.get("/api/auth/me").json
    wished = {
        "id": 1,
        "email": "lain@contoh.id",
        "username": "lain",
        "role": "admin",
        "is_verified": True,
        "is_active": False,
        "password_hash": "!",
        "google_subject": "1",
        "profile_picture_url": "https://contoh.id/x.jpg",
    }
    assert sari.patch("/api/auth/me", wished).status_code == 200
    assert sari.get("/api/auth/me").json == before


def test_a_picture_is_upright_bare_and_has_a_thumbnail(app: RuangHijau, sari: Person) -> None:
    data = photo(size=(960, 640), turned=True)
    assert Image.open(BytesIO(data)).size == (640, 960)
    url = set_picture(sari, data)

    full = opened(sari, url)
    assert full.size == (960, 640)
    assert not full.getexif()
    red, blue = full.getpixel((10, 10)), full.getpixel((10, 630))
    assert max(abs(a - b) for a, b in zip(red, RED, strict=True)) < 12
    assert max(abs(a - b) for a, b in zip(blue, BLUE, strict=True)) < 12
    assert len(files(app)) == 2
    for path in files(app):
        assert b"Exif" not in path.read_bytes()

    post = sari.send_form("POST", "/api/posts/create", content="Halo").json["post_id"]
    shown = sari.get(f"/api/posts/{post}").json["post_data"]["author"]["profile_picture_url"]
    assert max(opened(sari, shown).size) < 960
    assert shown != url


def test_a_new_picture_replaces_the_files_of_the_old(app: RuangHijau, sari: Person) -> None:
    first = set_picture(sari, photo())
    old = files(app)
    second = set_picture(sari, photo())
    assert second != first
    assert len(files(app)) == 2
    assert not files(app) & old
    assert sari.get(first).status_code == 404
    assert sari.get("/api/auth/me").json["profile_picture_url"] == second


def test_a_picture_can_be_taken_away(app: RuangHijau, sari: Person) -> None:
    set_picture(sari, photo())
    for _ in range(2):
        removed = sari.delete("/api/auth/me/picture")
        assert removed.json["user"]["profile_picture_url"] is None
    assert files(app) == set()


def test_a_refused_picture_leaves_the_present_one(app: RuangHijau, sari: Person) -> None:
    url = set_picture(sari, photo())
    before = files(app)
    for bad in (b"", b"GIF89a", photo()[:-200]):
        refused = sari.send_form("PUT", "/api/auth/me/picture", bad)
        assert refused.status_code == 400, bad[:10]
        assert refused.json["error"]["details"][0]["field"] == "image"
    assert files(app) == before
    assert sari.get("/api/auth/me").json["profile_picture_url"] == url


def test_a_picture_that_cannot_be_kept_in_the_books_is_deleted(
    app: RuangHijau, sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction fails after the files were written: the new ones go, the old ones stay."""
    url = set_picture(sari, photo())
    before = files(app)

    def fail(*args: object) -> None:
        assert len(files(app)) == 4
        raise RuntimeError("no space left on device")

    monkeypatch.setattr("ruanghijau.accounts.service.set_picture", fail)
    response = sari.send_form("PUT", "/api/auth/me/picture", photo())
    assert response.status_code == 500
    assert "space" not in response.text
    assert files(app) == before
    assert sari.get(url).status_code == 200


def test_only_who_is_signed_in_has_a_profile(guest: Person) -> None:
    assert guest.get("/api/auth/me").status_code == 401
    assert guest.patch("/api/auth/me", {"city": "Bogor"}).status_code == 401
    assert guest.send_form("PUT", "/api/auth/me/picture", photo()).status_code == 401
