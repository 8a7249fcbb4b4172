"""A stranger's first visit, through the API documentation in a real browser.

Registers, shares a photo, comments, starts a campaign and joins one, with nothing but what the page offers.
"""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from people import PASSWORD


class Documentation:
    """The page at `/api/docs/`, as a person uses it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.goto("/api/docs/")
        expect(page.get_by_role("heading", name="Ruang Hijau")).to_be_visible()

    def send(self, operation: str, fill: Callable[[Locator], None]) -> tuple[int, Any]:
        """Open an operation, try it out, and read the answer."""
        block = self._page.locator(f"[id$='-{operation}']")
        block.locator(".opblock-summary-control").click()
        block.get_by_role("button", name="Try it out").click()
        fill(block)
        block.get_by_role("button", name="Execute").click()
        answer = block.locator(".live-responses-table").first
        status = int(answer.locator(".response-col_status").last.inner_text().split()[0])
        body = json.loads(answer.locator(".response-col_description .microlight").first.inner_text())
        block.locator(".opblock-summary-control").click()
        return status, body

    def authorize(self, token: str) -> None:
        self._page.locator(".auth-wrapper .authorize").first.click()
        self._page.locator(".auth-container input").fill(token)
        self._page.locator(".modal-btn.authorize").click()
        self._page.locator(".btn-done").click()


def body(content: dict[str, Any]) -> Callable[[Locator], None]:
    return lambda block: block.locator("textarea.body-param__text").fill(json.dumps(content))


def form(fields: dict[str, str], picture: Path | None = None) -> Callable[[Locator], None]:
    def fill(block: Locator) -> None:
        rows = block.locator(".opblock-section-request-body tr[data-property-name]")
        for row in rows.all():
            # An optional field that is left alone would be sent as an empty text.
            name = row.get_attribute("data-property-name")
            if name == "image" and picture:
                row.locator("input[type=file]").set_input_files(picture)
            elif name in fields:
                row.locator("input, textarea, select").first.fill(fields[name])

    return fill


def photo(folder: Path) -> Path:
    path = folder / "foto.jpg"
    file = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").resize((1600, 1200)).save(file, "JPEG")
    path.write_bytes(file.getvalue())
    return path


def test_a_stranger_registers_shares_comments_organises_and_joins(
    page: Page, shoot: Callable[[str], None], tmp_path: Path
) -> None:
    docs = Documentation(page)
    shoot("docs")
    sari = {"email": "sari@contoh.id", "password": PASSWORD, "username": "sari", "full_name": "Sari"}
    status, account = docs.send("post_auth_register", body(sari))
    assert status == 201, account
    docs.authorize(account["token"])

    fields = {"title": "Pantai kami", "content": "Hari ini kami memungut sampah."}
    status, post = docs.send("post_posts_create", form(fields, photo(tmp_path)))
    assert status == 201, post
    assert page.request.get(post["image_url"]).status == 200

    comment = {"post_id": post["post_id"], "content": "Besok lagi!"}
    status, commented = docs.send("post_comments_add", body(comment))
    assert status == 201, commented

    fields = {"title": "Bersih pantai", "description": "Sebulan sekali", "goal": "1500000"}
    status, campaign = docs.send("post_campaigns_create", form(fields))
    assert status == 201, campaign

    status, joined = docs.send("post_volunteers_join", body({"campaign_id": campaign["campaign_id"]}))
    assert (status, joined["status"]) == (201, "joined")

    page.goto("/")
    expect(page.get_by_text("Hari ini kami memungut sampah.")).to_be_visible()
    shoot("start-after-journey")
