"""What holds for every page."""

import re
from pathlib import Path

import pytest

import giving
from payment_peers import Simulator
from people import Person
from reading import require_plain
from ruanghijau import pages
from ruanghijau.config import Settings
from ruanghijau.texts import LANGUAGES, catalogue

TEMPLATES = sorted((Path(pages.__file__).parent / "templates").glob("*.html"))


def test_no_page_runs_a_script_or_asks_another_host(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator, settings: Settings
) -> None:
    paid, waiting = giving.give(wati, simulator, campaign_id), giving.order(wati, campaign_id, 20_000)
    here = ["/", "/kampanye", f"/kampanye/{campaign_id}", f"/kampanye/{campaign_id}/donasi"]
    for path in [*here, f"/donasi/{paid}", f"/donasi/{waiting}", "/kampanye/999"]:
        require_plain(guest.get(path), settings.public_url)


def test_the_templates_hold_no_inline_code() -> None:
    assert len(TEMPLATES) > 10
    assert [one.name for one in TEMPLATES if "<script" in one.read_text() or "|safe" in one.read_text()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_templates_say_has_its_sentence(language: str) -> None:
    said = {key for one in TEMPLATES for key in re.findall(r"say\('([\w.]+)'[,)]", one.read_text())}
    assert len(said) > 50
    assert said - catalogue(language).keys() == set()  # type: ignore[arg-type]
