"""The start page and the pages that mails lead to, in a real browser."""

import email
import email.policy
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from people import PASSWORD
from servers import Server

SARI = {"email": "sari@contoh.id", "password": PASSWORD, "username": "sari", "full_name": "Sari"}


def register(server: Server) -> str:
    with server.client() as client:
        response = client.post("/api/auth/register", json=SARI)
    assert response.status_code == 201, response.text
    return str(response.json()["token"])


def body_of(path: Path) -> str:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]


def mailed_link(server: Server, path_of_link: str) -> str:
    """The link of the mail that leads there, once it is sent."""
    assert server.command("maintenance", "run", "deliver-mails").wait(60) == 0
    for path in Path(server.environment["MAIL_FOLDER"]).glob("*.eml"):
        if path_of_link in (text := body_of(path)):
            return str(re.search(r"http\S+token=\S+", text)[0])  # type: ignore[index]
    raise AssertionError(f"no mail leads to {path_of_link}")


def test_the_start_page_tells_what_this_is(page: Page, server: Server, shoot: Callable[[str], None]) -> None:
    register(server)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aksi kecil di kampung, dampak besar bersama")
    shoot("start")
    page.get_by_role("link", name="Coba sekarang").click()
    expect(page.get_by_role("heading", name=re.compile("Ruang Hijau"))).to_be_visible()


def test_the_address_is_proved_through_the_mailed_link(
    page: Page, server: Server, shoot: Callable[[str], None]
) -> None:
    token = register(server)
    page.goto(mailed_link(server, "/akun/verifikasi"))
    shoot("verify")
    with server.client(token) as client:
        assert client.get("/api/auth/me").json()["is_verified"] is False  # opening the link proves nothing
        page.get_by_role("button", name="Ya, ini e-mail saya").click()
        expect(page.get_by_role("status")).to_have_text("E-mail Anda sudah terverifikasi")
        assert client.get("/api/auth/me").json()["is_verified"] is True


def test_a_forgotten_password_is_replaced_through_the_mailed_link(
    page: Page, server: Server, shoot: Callable[[str], None]
) -> None:
    register(server)
    with server.client() as client:
        assert client.post("/api/auth/forgot-password", json={"email": SARI["email"]}).status_code == 202
        link = mailed_link(server, "/akun/sandi-baru")
        page.goto(link)
        page.get_by_label("Kata sandi baru").fill("lebih-rahasia-8")
        shoot("password")
        page.get_by_role("button", name="Simpan kata sandi").click()
        expect(page.get_by_role("status")).to_have_text("Kata sandi berhasil diganti")
        login = client.post("/api/auth/login", json=SARI | {"password": "lebih-rahasia-8"})
        assert login.status_code == 200

        page.goto(link)
        page.get_by_label("Kata sandi baru").fill("sekali-lagi-9")
        page.get_by_role("button", name="Simpan kata sandi").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Belum berhasil")
