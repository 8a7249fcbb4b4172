"""Whether a certificate is genuine: a page for everybody who holds its code."""

import pytest

import giving
from payment_peers import Simulator
from people import Person
from reading import read, require_plain
from ruanghijau.config import Settings


def code_of(donor: Person) -> str:
    return str(donor.get("/api/donations/my").json["donations"][0]["certificate_code"])


def test_a_genuine_certificate_tells_what_it_stands_for(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, 150_000)
    code = code_of(wati)
    page = read(guest.get(f"/sertifikat/{code}"))
    for told in (
        "Sertifikat ini asli dan berlaku",
        "Rp150.000",
        "Wati Rahayu",
        "Tanam seribu mangrove",
        "-".join(code[start : start + 4] for start in range(0, 16, 4)),
    ):
        assert told in page.text
    assert page.all("a", href=f"/sertifikat/{code}.pdf")


def test_the_paper_comes_as_a_pdf(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id)
    response = guest.get(f"/sertifikat/{code_of(wati)}.pdf")
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert response.data.startswith(b"%PDF-")


def test_an_anonymous_donor_stays_unnamed(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, is_anonymous=True)
    page = read(guest.get(f"/sertifikat/{code_of(wati)}"))
    assert "Orang baik" in page.text
    assert "Wati" not in page.text


def test_a_certificate_of_a_gift_given_back_is_withdrawn(
    guest: Person, wati: Person, admin: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id)
    code = code_of(wati)
    gift = wati.get("/api/donations/my").json["donations"][0]
    refund = {"json": {"reason": "Salah jumlah."}, "headers": {"Idempotency-Key": "kembalikan-1"}}
    assert admin.request("POST", f"/api/donations/{gift['id']}/refund", **refund).status_code == 200
    page = read(guest.get(f"/sertifikat/{code}"))
    assert "Sertifikat ini sudah ditarik" in page.text
    assert page.all("a", href=f"/sertifikat/{code}.pdf") == []
    paper = guest.get(f"/sertifikat/{code}.pdf")
    assert (paper.status_code, paper.mimetype) == (409, "text/html")


@pytest.mark.parametrize("code", ["ABCDEF0123456789", "x", "%3Cscript%3E", "A" * 100])
def test_an_unknown_code_is_said_beside_the_field(guest: Person, code: str) -> None:
    for path in (f"/sertifikat/{code}", f"/sertifikat/{code}.pdf"):
        response = guest.get(path)
        assert response.status_code == 404
        assert "tidak kami kenal" in read(response).text
    assert read(guest.get(f"/sertifikat/{code}")).all("input", name="kode")


def test_a_typed_code_leads_to_its_page(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id)
    code = code_of(wati)
    spaced = f" {code[:8].lower()}-{code[8:]} "
    response = guest.get("/sertifikat", kode=spaced)
    assert (response.status_code, response.location) == (303, f"/sertifikat/{code}")


def test_these_pages_run_no_script_either(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator, settings: Settings
) -> None:
    giving.give(wati, simulator, campaign_id)
    for path in ("/sertifikat", "/sertifikat/ABCDEF0123456789", f"/sertifikat/{code_of(wati)}"):
        require_plain(guest.get(path), settings.public_url)
