"""What a person photographed: read, put right, deleted."""

from people import Person
from ruanghijau.app import RuangHijau
from waste_photos import encoded, landscape

PHOTO = encoded(landscape())


def detected(who: Person) -> int:
    response = who.send_form("POST", "/api/waste/detect", picture=PHOTO)
    assert response.status_code == 200, response.json
    return int(response.json["detection_id"])


def stored(app: RuangHijau) -> int:
    return len(list(app.runtime.settings.upload_folder.rglob("*.jpg")))


def test_the_history_has_the_newest_first_with_its_picture(sari: Person, guest: Person) -> None:
    first, second = detected(sari), detected(sari)

    history = sari.get("/api/waste/history").json

    assert [one["id"] for one in history["detections"]] == [second, first]
    assert history["total"] == 2
    newest = history["detections"][0]
    for url in (newest["image_url"], newest["thumbnail_url"]):
        assert guest.get(url.removeprefix("http://localhost:5000")).content_type == "image/jpeg"
    assert newest["corrected_category"] is None
    assert newest["detected_at"].endswith("Z")


def test_the_history_is_read_page_by_page(sari: Person) -> None:
    ids = [detected(sari) for _ in range(3)]
    first = sari.get("/api/waste/history", limit=2).json
    rest = sari.get("/api/waste/history", limit=2, cursor=first["next_cursor"]).json
    assert [one["id"] for one in first["detections"] + rest["detections"]] == ids[::-1]


def test_a_history_is_its_person_s_own(sari: Person, budi: Person, guest: Person) -> None:
    mine = detected(sari)

    assert budi.get("/api/waste/history").json["detections"] == []
    assert guest.get("/api/waste/history").status_code == 401
    assert sari.get("/api/waste/history", user_id=sari.id).status_code == 200
    assert sari.get("/api/waste/history", user_id=budi.id).status_code == 403
    wrong = {"category": "kaca"}
    assert budi.post(f"/api/waste/history/{mine}/correct", wrong).status_code == 404
    assert budi.delete(f"/api/waste/history/{mine}").status_code == 404
    assert sari.get("/api/waste/history").json["detections"][0]["corrected_category"] is None


def test_a_wrong_answer_is_put_right_and_the_last_word_counts(sari: Person) -> None:
    wrong = detected(sari)
    for category in ("kaca", "lainnya"):
        answer = sari.post(f"/api/waste/history/{wrong}/correct", {"category": category})
        assert answer.json["detection"]["corrected_category"] == category
    assert sari.get("/api/waste/history").json["detections"][0]["corrected_category"] == "lainnya"


def test_only_a_category_corrects(sari: Person) -> None:
    wrong = detected(sari)
    refused = sari.post(f"/api/waste/history/{wrong}/correct", {"category": "plastik"})
    assert refused.status_code == 400
    assert refused.json["error"]["details"][0]["field"] == "category"


def test_deleting_takes_the_pictures_along(sari: Person, budi: Person, app: RuangHijau) -> None:
    one = detected(sari)
    detected(sari)
    detected(sari)
    detected(budi)
    assert stored(app) == 8  # each with its thumbnail

    assert sari.delete(f"/api/waste/history/{one}").status_code == 200
    assert sari.delete(f"/api/waste/history/{one}").status_code == 404
    assert stored(app) == 6
    assert "2" in sari.delete("/api/waste/history").json["message"]
    assert stored(app) == 2
    assert len(budi.get("/api/waste/history").json["detections"]) == 1
