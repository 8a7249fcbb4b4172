"""`POST /api/waste/detect`, as the mission's flow has it."""

import io
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.waste.bins import bins
from ruanghijau.waste.models import WasteDetection
from waste_photos import blank, encoded, landscape

PHOTO = encoded(landscape())
COLOURS = {
    "organik": "Hijau",
    "anorganik": "Kuning",
    "kertas": "Biru",
    "kaca": "Putih",
    "logam": "Abu-abu",
}


def detect(who: Person, photo: bytes = PHOTO, **fields: object) -> dict[str, object]:
    response = who.send_form("POST", "/api/waste/detect", picture=photo, **fields)
    assert response.status_code == 200, response.json
    answer: dict[str, object] = response.json
    return answer


def rows(app: RuangHijau) -> list[WasteDetection]:
    with app.runtime.database.transaction(write=False) as session:
        return list(session.scalars(select(WasteDetection)))


@pytest.mark.usefixtures("sure")
def test_the_answer_is_the_documented_one(sari: Person) -> None:
    answer = detect(sari)

    said = answer["classification"]
    assert set(said) == {"primary_category", "bin_color", "confidence", "confidence_percentage"}
    assert said["bin_color"] == COLOURS[said["primary_category"]]
    assert said["confidence_percentage"] == f"{said['confidence']:.0%}"
    others = answer["alternatives"]
    assert [set(other) for other in others] == [{"category", "confidence", "bin_color"}] * 2
    assert all(other["bin_color"] == COLOURS[other["category"]] for other in others)
    assert len({said["primary_category"], *(other["category"] for other in others)}) == 3
    assert said["confidence"] >= others[0]["confidence"] >= others[1]["confidence"]
    assert set(answer["tips"]) == {"disposal", "environmental_impact", "recycling_options"}
    assert answer["tips"]["disposal"] == bins()[said["primary_category"]].facts["id"].disposal
    kinds = answer["predictions"]
    assert len(kinds) == 5
    assert all(set(kind) == {"class", "confidence", "label"} for kind in kinds)
    assert kinds == sorted(kinds, key=lambda kind: -kind["confidence"])
    assert isinstance(answer["processed_time_ms"], int)
    assert datetime.fromisoformat(answer["timestamp"]).tzinfo is not None
    assert (answer["success"], answer["uncertain"], answer["message"], answer["retake"]) == (
        True,
        False,
        None,
        [],
    )


def test_what_is_no_waste_gets_no_bin_but_advice(sari: Person) -> None:
    answer = detect(sari, encoded(blank("white")))

    said, (first, second) = answer["classification"], answer["alternatives"]
    assert (said["primary_category"], said["bin_color"], answer["uncertain"]) == ("tidak yakin", None, True)
    for other in (first, second):
        assert bins()[other["category"]].facts["id"].name in answer["message"]
    assert said["confidence"] == first["confidence"]
    assert len(answer["retake"]) >= 3
    assert all(answer["tips"].values())


def test_english_is_spoken_to_who_asks_for_it(guest: Person) -> None:
    response = guest.request(
        "POST",
        "/api/waste/detect",
        data={"image": (io.BytesIO(encoded(blank("white"))), "photo.jpg")},
        headers={"Accept-Language": "en"},
    )
    assert response.json["message"].startswith("We are not sure")


def test_the_photo_may_come_under_either_documented_name(guest: Person) -> None:
    file = {"image_file": (io.BytesIO(PHOTO), "foto.jpg")}
    assert guest.request("POST", "/api/waste/detect", data=file).status_code == 200


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF"])
def test_every_format_of_a_phone_is_welcome(guest: Person, kind: str) -> None:
    name = {"PNG": "a.PNG", "WEBP": "a.webp", "HEIF": "IMG_0001.HEIC"}[kind]
    file = {"image": (io.BytesIO(encoded(landscape(), kind)), name)}
    assert guest.request("POST", "/api/waste/detect", data=file).status_code == 200


def test_a_person_s_photo_is_kept_small_and_without_its_place(sari: Person, app: RuangHijau) -> None:
    located = landscape().getexif()
    located.get_ifd(0x8825)[2] = (6.0, 10.0, 31.0)
    answer = detect(sari, encoded(landscape(), exif=located))

    (row,) = rows(app)
    assert (row.user_id, row.id) == (sari.id, answer["detection_id"])
    assert answer["image_url"].endswith(row.image_url)
    stored = app.runtime.storage.get(row.image_url).data
    assert b"Exif" not in stored
    assert len(stored) < 200_000


def test_of_a_guest_nothing_is_kept_but_the_answer(guest: Person, app: RuangHijau) -> None:
    answer = detect(guest)

    (row,) = rows(app)
    assert (row.user_id, row.image_url, row.detected_category is None) == (None, None, False)
    assert (answer["detection_id"], answer["image_url"]) == (None, None)
    assert not list(app.runtime.settings.upload_folder.rglob("*.jpg"))


def test_an_id_in_the_form_must_be_one_s_own(sari: Person, budi: Person, guest: Person) -> None:
    assert detect(sari, user_id=sari.id)["success"]
    for who in (sari, guest):
        refused = who.send_form("POST", "/api/waste/detect", picture=PHOTO, user_id=budi.id)
        assert (refused.status_code, refused.json["error"]["code"]) == (403, "NOT_YOUR_ID")


def test_a_file_must_be_there(guest: Person) -> None:
    refused = guest.send_form("POST", "/api/waste/detect")
    assert refused.status_code == 400
    assert refused.json["error"]["details"][0]["field"] == "image"


def test_the_bins_are_explained_with_their_sources(guest: Person) -> None:
    told = guest.get("/api/waste/bins").json["bins"]

    assert {one["category"]: one["bin_color"] for one in told} == COLOURS
    for one in told:
        assert re.fullmatch(r"#[0-9A-F]{6}", one["color"])
        assert one["sources"]
        assert len(one["examples"]) >= 3
    english = guest.request("GET", "/api/waste/bins", headers={"Accept-Language": "en"}).json["bins"]
    assert [one["bin_color"] for one in english] == ["Green", "Yellow", "Blue", "White", "Gray"]


def test_the_quota_of_the_day_is_counted_and_ends(
    app: RuangHijau, person: Callable[..., Person], guest: Person
) -> None:
    app.runtime.settings.waste_daily_person, app.runtime.settings.waste_daily_guest = 3, 1
    wati = person("wati")

    left = [detect(wati)["quota"]["remaining"] for _ in range(3)]
    over = wati.send_form("POST", "/api/waste/detect", picture=PHOTO)

    assert left == [2, 1, 0]
    assert (over.status_code, over.json["error"]["code"]) == (429, "DAILY_QUOTA_USED_UP")
    assert 0 < int(over.headers["Retry-After"]) <= 24 * 3600
    assert detect(guest)["quota"]["limit"] == 1
    assert guest.send_form("POST", "/api/waste/detect", picture=PHOTO).status_code == 429


def test_a_photo_that_is_refused_costs_nothing_of_the_quota(sari: Person, app: RuangHijau) -> None:
    app.runtime.settings.waste_daily_person = 1
    for _ in range(3):
        assert sari.send_form("POST", "/api/waste/detect", picture=b"no picture").status_code == 400
    assert detect(sari)["quota"]["remaining"] == 0
