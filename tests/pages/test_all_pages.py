"""What holds for every page."""

import re
from pathlib import Path

import pytest

import giving
from payment_peers import Simulator
from people import Person
from reading import read
from ruanghijau import pages
from ruanghijau.config import Settings
from ruanghijau.texts import LANGUAGES, catalogue

TEMPLATES = sorted((Path(pages.__file__).parent / "templates").glob("*.html"))


def test_no_page_runs_a_script_or_asks_another_host(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator, settings: Settings
) -> None:
    paid, waiting = giving.give(wati, simulator, campaign_id), giving.order(wati, campaign_id, 20_000)
    code = wati.get("/api/donations/my").json["donations"][1]["certificate_code"]
    here = ["/", "/kampanye", f"/kampanye/{campaign_id}", f"/kampanye/{campaign_id}/donasi", "/sertifikat"]
    for path in [*here, f"/donasi/{paid}", f"/donasi/{waiting}", f"/sertifikat/{code}", "/kampanye/999"]:
        response = guest.get(path)
        page = read(response)
        assert page.all("script") + page.all("style") + page.all("iframe") == [], path
        assert [tag for tag in page.tags if {"style", "onclick"} & tag.attributes.keys()] == [], path
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; "), path
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in response.headers
        loaded = [*page.all("img"), *page.all("link")]
        for address in (one.get("src") or one["href"] for one in loaded):
            assert address.startswith(("/", settings.public_url)), address


def test_the_templates_hold_no_inline_code() -> None:
    assert len(TEMPLATES) > 10
    assert [one.name for one in TEMPLATES if "<script" in one.read_text() or "|safe" in one.read_text()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_templates_say_has_its_sentence(language: str) -> None:
    said = {key for one in TEMPLATES for key in re.findall(r"say\('([\w.]+)'[,)]", one.read_text())}
    assert len(said) > 50
    assert said - catalogue(language).keys() == set()  # type: ignore[arg-type]
