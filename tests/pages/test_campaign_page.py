"""What everybody can see of a campaign without the API."""

import io
from contextlib import closing
from typing import Any

import pytest

import campaigning
import giving
from payment_peers import Simulator
from people import Person
from reading import read
from ruanghijau.app import RuangHijau
from ruanghijau.config import Settings
from statements import counted_statements

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


def test_a_campaign_tells_what_it_is_and_how_far_it_came(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, 1_250_000, message="Semoga tumbuh subur")
    page = read(guest.get(f"/kampanye/{campaign_id}"))

    for told in (
        "Tanam seribu mangrove",
        "Memulihkan pesisir bersama.",
        "Semarang",
        "Sedang berjalan",
        "Rp1.250.000",
        "Rp5.000.000 (25%)",
        "Wati Rahayu",
        "Semoga tumbuh subur",
    ):
        assert told in page.text
    assert page.all("progress")[0]["value"] == "25"
    assert page.all("a", href=f"/kampanye/{campaign_id}/donasi")


def test_an_anonymous_donor_stays_unnamed(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, is_anonymous=True)
    page = read(guest.get(f"/kampanye/{campaign_id}"))
    assert "Orang baik" in page.text
    assert "Wati" not in page.text
    assert "wati" not in page.text


def test_what_people_write_stays_text(guest: Person, person: Any, sari: Person, simulator: Simulator) -> None:
    campaign_id = campaigning.start(sari, title=HOSTILE, description=HOSTILE, city=HOSTILE)
    donor = person("hostile", full_name=HOSTILE)
    giving.give(donor, simulator, campaign_id, message=HOSTILE)
    update = {"title": HOSTILE, "content": HOSTILE}
    assert sari.send_form("POST", f"/api/campaigns/{campaign_id}/updates", **update).status_code == 201

    page = read(guest.get(f"/kampanye/{campaign_id}"))
    assert page.text.count(HOSTILE) >= 7
    assert page.all("script") == []
    assert [tag for tag in page.tags if any(name.startswith("on") for name in tag.attributes)] == []


def test_addresses_in_a_description_become_links_that_vouch_for_nothing(guest: Person, sari: Person) -> None:
    text = "Lihat https://contoh.id/a?b=1&c=2 dan javascript:alert(1)"
    page = read(guest.get(f"/kampanye/{campaigning.start(sari, description=text)}"))
    [link] = page.all("a", href="https://contoh.id/a?b=1&c=2")
    assert {"nofollow", "ugc", "noopener"} <= set(link["rel"].split())
    assert not [one for one in page.all("a") if one["href"].startswith("javascript")]


def test_a_shared_link_shows_title_text_and_picture(guest: Person, sari: Person, settings: Settings) -> None:
    response = sari.send_form("POST", campaigning.CREATE, campaigning.picture(), **campaigning.FORM)
    path = f"/kampanye/{response.json['campaign_id']}"
    page = read(guest.get(path))

    assert page.meta("og:title") == "Tanam seribu mangrove"
    assert page.meta("og:description") == "Memulihkan pesisir bersama."
    assert page.meta("og:url") == settings.public_url + path
    assert page.meta("og:type") == "website"
    assert page.meta("og:locale") == "id_ID"
    assert page.meta("twitter:card") == "summary_large_image"
    assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": settings.public_url + path}]
    assert (page.meta("og:image") or "").startswith(f"{settings.public_url}/uploads/")
    with closing(guest.get(str(page.meta("og:image")).removeprefix(settings.public_url))) as picture:
        assert picture.status_code == 200


def test_what_has_no_picture_is_shared_with_ours(guest: Person, campaign_id: int, settings: Settings) -> None:
    for path in ("/", f"/kampanye/{campaign_id}"):
        picture = str(read(guest.get(path)).meta("og:image"))
        with closing(guest.get(picture.removeprefix(settings.public_url))) as response:
            assert response.mimetype == "image/png"


def test_it_can_be_shared_without_a_script(guest: Person, campaign_id: int) -> None:
    page = read(guest.get(f"/kampanye/{campaign_id}"))
    for begins in ("https://wa.me/?", "https://t.me/share/url?", "mailto:?", "https://www.facebook.com/"):
        [link] = [one["href"] for one in page.all("a") if one["href"].startswith(begins)]
        assert f"kampanye%2F{campaign_id}" in link


@pytest.mark.parametrize("address", ["999", "0", "abc", "99999999999", "-1", "%F0%9F%8C%B1", "٣"])
def test_an_unknown_campaign_gets_a_page_that_says_so(guest: Person, address: str) -> None:
    for path in (f"/kampanye/{address}", f"/kampanye/{address}/donasi"):
        response = guest.get(path)
        assert response.status_code == 404
        assert "Kampanye tidak ditemukan." in read(response).text
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_campaign_that_has_not_begun_says_why_it_takes_nothing(guest: Person, sari: Person) -> None:
    dates = {"start_date": campaigning.in_days(3), "end_date": campaigning.in_days(9)}
    campaign_id = campaigning.start(sari, **dates)
    page = read(guest.get(f"/kampanye/{campaign_id}"))
    assert "Kampanye ini belum dimulai." in page.text
    assert page.all("a", href=f"/kampanye/{campaign_id}/donasi") == []
    form = read(guest.get(f"/kampanye/{campaign_id}/donasi"))
    assert "Kampanye ini belum dimulai." in form.text
    assert form.all("form") == []


def test_a_cancelled_campaign_tells_the_reason(guest: Person, sari: Person, campaign_id: int) -> None:
    response = sari.post(f"/api/campaigns/{campaign_id}/cancel", {"reason": "Lokasi terendam banjir."})
    assert response.status_code == 200, response.json
    page = read(guest.get(f"/kampanye/{campaign_id}"))
    assert "Dibatalkan" in page.text
    assert "Lokasi terendam banjir." in page.text
    assert page.all("a", href=f"/kampanye/{campaign_id}/donasi") == []


def test_it_speaks_english_to_who_prefers_it(guest: Person, campaign_id: int) -> None:
    english = guest.request("GET", f"/kampanye/{campaign_id}", headers={"Accept-Language": "en"})
    page = read(english)
    assert "Donate now" in page.text
    assert "Rp5,000,000" in page.text
    assert page.all("html", lang="en")
    assert page.meta("og:locale") == "en_US"


def test_campaigns_are_browsed_by_links(guest: Person, sari: Person) -> None:
    made = {campaigning.start(sari, title=f"Kampanye {number}") for number in range(14)}
    first = read(guest.get("/kampanye"))
    [following] = first.all("a", rel="next")
    second = read(guest.request("GET", following["href"]))
    assert second.all("a", rel="next") == []
    assert [one["href"] for one in second.all("a", rel="prev")] == ["/kampanye?halaman=1"]

    shown = [one["href"] for page in (first, second) for one in page.all("a")]
    listed = [int(path.rpartition("/")[2]) for path in shown if path.startswith("/kampanye/")]
    assert len(listed) == len(made)
    assert set(listed) == made


@pytest.mark.parametrize("page", ["0", "-3", "abc", "9999", "1e3", ""])
def test_a_page_number_that_is_none_does_no_harm(guest: Person, campaign_id: int, page: str) -> None:
    response = guest.get("/kampanye", halaman=page)
    assert response.status_code in {200, 400}
    assert read(response).text


def test_the_start_page_leads_to_its_campaigns(guest: Person, campaign_id: int) -> None:
    page = read(guest.get("/"))
    for path in (f"/kampanye/{campaign_id}", "/kampanye", "/sertifikat"):
        assert page.all("a", href=path)


def test_a_page_costs_the_same_however_many_gave(
    app: RuangHijau, guest: Person, person: Any, campaign_id: int, simulator: Simulator
) -> None:
    donors = [person(name) for name in ("ani", "beni", "citra", "dewi")]
    giving.give(donors[0], simulator, campaign_id)
    with counted_statements(app) as few:
        guest.get(f"/kampanye/{campaign_id}")
    for donor in donors[1:]:
        giving.give(donor, simulator, campaign_id)
    with counted_statements(app) as many:
        guest.get(f"/kampanye/{campaign_id}")
    assert len(many) == len(few) <= 12


def test_everybody_sees_what_the_money_was_used_for(
    guest: Person, sari: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, 500_000)
    path = f"/api/campaigns/{campaign_id}/disbursements"
    spent = {"spent_on": campaigning.in_days(0), "recipient": "Toko Bibit"}
    kept = {
        "amount": 120_000,
        "purpose": "Bibit bakau",
        "receipt": (io.BytesIO(campaigning.picture()), "nota.jpg"),
    }
    wrong = {"amount": 90_000, "purpose": "Sewa perahu"}
    for entry in (kept, wrong):
        assert sari.send_form("POST", path, **entry, **spent).status_code == 201
    entry_id = sari.get(path).json["disbursements"][0]["id"]
    assert sari.post(f"{path}/{entry_id}/void", {"reason": "Salah catat."}).status_code == 200

    page = read(guest.get(f"/kampanye/{campaign_id}"))
    for told in ("Bibit bakau", "Toko Bibit", "Sewa perahu", "Salah catat."):
        assert told in page.text
    assert len(page.all("s")) == 1
    assert [one for one in page.all("a") if "/uploads/receipts/" in one["href"]]
    figures = page.text.partition("Penggunaan dana")[2]
    assert figures.index("Rp500.000") < figures.index("Rp120.000") < figures.index("Rp380.000")
