"""Proof of a gift: a PDF whose code everybody can check."""

import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

import giving
from campaigning import code_of
from payment_peers import Simulator
from people import Person
from ruanghijau.certificates import document
from ruanghijau.certificates.service import Certificate


@pytest.fixture
def donation(wati: Person, campaign_id: int, simulator: Simulator) -> Any:
    """Wati's paid gift, which the public is not to know by her name."""
    giving.give(wati, simulator, campaign_id, 150_000, is_anonymous=True)
    return wati.get("/api/donations/my").json["donations"][0]


def page_of(pdf: bytes) -> tuple[str, str]:
    """What stands on the only page, and what its QR code says."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as file:
        assert len(file) == 1
        words = file[0].get_textpage().get_text_range()
        picture = file[0].render(scale=2).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    return words, code.text


def test_the_donors_own_bears_their_name(wati: Person, donation: Any) -> None:
    response = wati.get(f"/api/donations/{donation['id']}/certificate")
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    code = donation["certificate_code"]
    assert response.headers["Content-Disposition"] == f'attachment; filename="sertifikat-{code}.pdf"'
    words, leads_to = page_of(response.data)
    grouped = "-".join(code[start : start + 4] for start in range(0, 16, 4))
    for part in ("Wati", "Rp150.000", "(seratus lima puluh ribu rupiah)", "Tanam seribu mangrove", grouped):
        assert part in words
    assert leads_to == f"http://localhost:5000/sertifikat/{code}"


def test_it_speaks_the_readers_language(wati: Person, donation: Any) -> None:
    path = f"/api/donations/{donation['id']}/certificate"
    response = wati.request("GET", path, headers={"Accept-Language": "en"})
    words, _ = page_of(response.data)
    assert "Certificate of Donation" in words
    assert "(one hundred fifty thousand rupiah)" in words


def test_everybody_can_check_the_code(guest: Person, donation: Any) -> None:
    code = donation["certificate_code"]
    grouped = "-".join(code[start : start + 4] for start in range(0, 16, 4)).lower()
    shown = guest.get(f"/api/certificates/{code}").json
    assert guest.get(f"/api/certificates/{grouped}").json == shown
    assert (shown["is_valid"], shown["amount"], shown["donor_name"]) == (True, 150_000, None)
    assert shown["campaign_title"] == "Tanam seribu mangrove"
    assert shown["organiser"] == "Sari"


@pytest.mark.parametrize("code", ["0" * 16, "x", "'; DROP TABLE donations", "é" * 16, "0" * 500])
def test_an_invented_code_proves_nothing(guest: Person, donation: Any, code: str) -> None:
    assert code_of(guest.get(f"/api/certificates/{code}")) == (404, "CERTIFICATE_NOT_FOUND")


def test_only_the_donor_and_admins_fetch_it(
    wati: Person, budi: Person, sari: Person, admin: Person, guest: Person, donation: Any
) -> None:
    path = f"/api/donations/{donation['id']}/certificate"
    assert [one.get(path).status_code for one in (budi, sari, guest, admin)] == [404, 404, 401, 200]


def test_what_is_not_paid_is_not_certified(wati: Person, campaign_id: int) -> None:
    donation_id = giving.donate(wati, campaign_id).json["donation_id"]
    answer = wati.get(f"/api/donations/{donation_id}/certificate")
    assert code_of(answer) == (409, "DONATION_NOT_PAID")


def test_what_is_given_back_is_withdrawn(
    wati: Person, guest: Person, simulator: Simulator, donation: Any
) -> None:
    giving.tell(wati, giving.act(simulator, donation["order_id"], "refund", amount=50_000))
    shown = guest.get(f"/api/certificates/{donation['certificate_code']}").json
    assert (shown["is_valid"], shown["given"], shown["amount"]) == (True, 150_000, 100_000)
    words, _ = page_of(wati.get(f"/api/donations/{donation['id']}/certificate").data)
    assert "Rp100.000" in words

    giving.tell(wati, giving.act(simulator, donation["order_id"], "refund"))
    shown = guest.get(f"/api/certificates/{donation['certificate_code']}").json
    assert (shown["is_valid"], shown["amount"]) == (False, 0)
    answer = wati.get(f"/api/donations/{donation['id']}/certificate")
    assert code_of(answer) == (409, "CERTIFICATE_WITHDRAWN")


def certificate(**fields: Any) -> Certificate:
    return Certificate(
        **{
            "code": "8F14E45FCEEA167A",
            "donor_name": "Siti",
            "given": Decimal(10_000),
            "amount": Decimal(10_000),
            "campaign_id": 1,
            "campaign_title": "Hutan kota",
            "organiser": "Sari",
            "permit_number": "PUB/1",
            "paid_at": datetime(2026, 1, 31, 18, 30, tzinfo=UTC),
        }
        | {"is_valid": True}
        | fields
    )


def test_the_same_certificate_is_the_same_file() -> None:
    drawn = {document.draw(certificate(), "http://x/sertifikat/1", "id") for _ in range(2)}
    assert len(drawn) == 1


def test_the_day_is_that_of_jakarta() -> None:
    words, _ = page_of(document.draw(certificate(), "http://x/sertifikat/1", "id"))
    assert "1 Februari 2026" in words


@given(st.text(max_size=255), st.text(max_size=255))
@settings(deadline=None, max_examples=60)
def test_any_name_and_title_make_a_page(name: str, title: str) -> None:
    drawn = document.draw(certificate(donor_name=name, campaign_title=title), "http://x/sertifikat/1", "id")
    assert page_of(drawn)[1] == "http://x/sertifikat/1"


@pytest.mark.parametrize("name", ["Łukasz Žižek", "Ελένη", "Наталья", "محمد", "I Gusti 🌱 Ayu", "山田"])
def test_names_in_other_scripts(name: str) -> None:
    words, _ = page_of(document.draw(certificate(donor_name=name), "http://x/sertifikat/1", "id"))
    assert "Sertifikat Donasi" in words
