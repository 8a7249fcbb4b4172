"""A gift in a real browser: from the start page over the gateway's own page to the certificate."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

import campaigning
from payment_peers import Simulator, running_simulator
from people import PASSWORD
from servers import Server, free_port, running_server

DONOR = {"email": "wati@contoh.id", "password": PASSWORD, "username": "wati", "full_name": "Wati Rahayu"}
ORGANISER = {"email": "sari@contoh.id", "password": PASSWORD, "username": "sari", "full_name": "Sari"}


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def simulator(tmp_path: Path, port: int) -> Iterator[Simulator]:
    """The gateway, which tells this test's server what happens."""
    notify = f"http://127.0.0.1:{port}/api/donations/callback"
    with running_simulator(tmp_path, notify=notify) as simulator:
        yield simulator


@pytest.fixture
def server(database_url: str, tmp_path: Path, port: int, simulator: Simulator) -> Iterator[Server]:
    with running_server(database_url, tmp_path, port=port, SIMULATOR_URL=simulator.url) as server:
        yield server


@pytest.fixture
def peers(simulator: Simulator) -> set[str]:
    return {urlsplit(simulator.url).netloc}


def account(server: Server, who: dict[str, str]) -> str:
    with server.client() as client:
        response = client.post("/api/auth/register", json=who)
    assert response.status_code == 201, response.text
    return str(response.json()["token"])


@pytest.fixture
def campaign(server: Server) -> str:
    """The path of a running campaign's page."""
    account(server, DONOR)
    with server.client(account(server, ORGANISER)) as client:
        picture = {"image": ("foto.jpg", campaigning.picture(), "image/jpeg")}
        form = {"title": "Tanam seribu mangrove", "description": "Bersama warga pesisir.", "goal": "1000000"}
        response = client.post("/api/campaigns/create", data=form, files=picture)
    assert response.status_code == 201, response.text
    return f"/kampanye/{response.json()['campaign_id']}"


def fill(page: Page) -> None:
    page.get_by_label("Jumlah lain", exact=True).check()
    page.get_by_label("Tulis jumlah lain").fill("250.000")
    page.get_by_label("Doa atau pesan").fill("Semoga tumbuh subur")
    page.get_by_label("Alamat e-mail").fill(DONOR["email"])
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Lanjut ke pembayaran").click()


def test_a_gift_goes_all_the_way(
    page: Page, campaign: str, simulator: Simulator, shoot: Callable[[str], None]
) -> None:
    page.goto("/")
    page.get_by_role("link", name="Tanam seribu mangrove").click()
    expect(page.get_by_role("progressbar", name="Dana terkumpul")).to_have_attribute("value", "0")
    shoot("campaign-before")
    page.get_by_role("link", name="Donasi sekarang").click()
    shoot("give")
    fill(page)

    page.wait_for_url(f"{simulator.url}/**")
    expect(page.get_by_text("250.000").first).to_be_visible()
    shoot("simulator")
    pay(page)

    page.wait_for_url("**/donasi/donation-*")
    expect(page.get_by_role("heading", name="Terima kasih, orang baik!")).to_be_visible(timeout=20_000)
    shoot("thanks")
    page.get_by_role("link", name="Lihat sertifikat").click()
    expect(page.get_by_role("heading", name="Sertifikat ini asli dan berlaku")).to_be_visible()
    expect(page.get_by_text("Wati Rahayu")).to_be_visible()
    shoot("certificate")
    paper = page.request.get(f"{page.url}.pdf")
    assert (paper.status, paper.headers["content-type"]) == (200, "application/pdf")

    page.goto(campaign)
    expect(page.get_by_role("progressbar", name="Dana terkumpul")).to_have_attribute("value", "25")
    expect(page.get_by_text("Semoga tumbuh subur")).to_be_visible()
    shoot("campaign-after")


def test_a_typing_error_is_told_and_nothing_typed_is_lost(
    page: Page, campaign: str, shoot: Callable[[str], None]
) -> None:
    page.goto(f"{campaign}/donasi")
    page.get_by_label("Rp100.000").check()
    expect(page.get_by_label("Tulis jumlah lain")).to_be_hidden()
    page.get_by_label("Alamat e-mail").fill(DONOR["email"])
    page.get_by_label("Kata sandi").fill("salah-sekali")
    page.get_by_role("button", name="Lanjut ke pembayaran").click()

    expect(page.get_by_text("E-mail atau kata sandi salah.")).to_be_visible()
    expect(page.get_by_label("Rp100.000")).to_be_checked()
    expect(page.get_by_label("Alamat e-mail")).to_have_value(DONOR["email"])
    expect(page.get_by_label("Kata sandi")).to_have_value("")
    shoot("give-refused")


def test_everything_fits_the_screen(page: Page, campaign: str) -> None:
    for path in ("/", "/kampanye", campaign, f"{campaign}/donasi", "/sertifikat", "/kampanye/999"):
        page.goto(path)
        width: Any = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0, path


def pay(page: Page) -> None:
    """What a person clicks at the gateway."""
    page.get_by_role("button", name=re.compile("^Bayar (Rp|sekarang)")).click()
