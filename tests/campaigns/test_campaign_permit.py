"""The permit of a campaign and what collecting may cost."""

from typing import Any

import pytest

from campaigning import CREATE, FORM, code_of, data_of, field_of, start
from people import Person

PERMIT = "123/HUK-PS/2026"


def permit_of(campaign: int, reader: Person) -> tuple[Any, Any]:
    shown = data_of(campaign, reader)
    return shown["permit_number"], shown["operating_cost_percent"]


def test_a_campaign_starts_with_or_without(sari: Person, guest: Person) -> None:
    assert permit_of(start(sari), guest) == (None, None)
    empty = start(sari, permit_number="", operating_cost_percent="")
    assert permit_of(empty, guest) == (None, None)
    full = start(sari, permit_number=PERMIT, operating_cost_percent="7.25")
    assert permit_of(full, guest) == (PERMIT, 7.25)


@pytest.mark.parametrize("percent", [0, 0.01, 0.57, 0.5700000000000001, 7, 9.99, 10])
def test_a_percent_reads_as_it_was_written(sari: Person, percent: float) -> None:
    campaign = start(sari)
    changed = sari.patch(f"/api/campaigns/{campaign}", {"operating_cost_percent": percent})
    assert changed.status_code == 200, changed.json
    assert permit_of(campaign, sari)[1] == round(percent, 2)


@pytest.mark.parametrize("percent", [-0.01, 10.01, 7.255, "7.5", True, 1e300, 0.001])
def test_other_percents_are_refused(sari: Person, percent: object) -> None:
    refused = sari.patch(f"/api/campaigns/{start(sari)}", {"operating_cost_percent": percent})
    assert code_of(refused) == (400, "VALIDATION_ERROR")
    assert field_of(refused) == "operating_cost_percent"


@pytest.mark.parametrize("percent", ["10.01", "7.255", "NaN", "Infinity", "tujuh"])
def test_a_form_is_held_to_the_same(sari: Person, percent: str) -> None:
    refused = sari.send_form("POST", CREATE, **FORM, operating_cost_percent=percent)
    assert code_of(refused) == (400, "VALIDATION_ERROR")
    assert field_of(refused) == "operating_cost_percent"


def test_null_clears_and_leaving_out_keeps(sari: Person) -> None:
    campaign = start(sari, permit_number=PERMIT, operating_cost_percent="5")
    address = f"/api/campaigns/{campaign}"
    assert sari.patch(address, {"city": "Semarang"}).status_code == 200
    assert permit_of(campaign, sari) == (PERMIT, 5)
    assert sari.patch(address, {"permit_number": None, "operating_cost_percent": None}).status_code == 200
    assert permit_of(campaign, sari) == (None, None)


def test_a_permit_number_is_one_short_line(sari: Person) -> None:
    address = f"/api/campaigns/{start(sari)}"
    for wrong in ("a" * 101, "satu\ndua"):
        assert field_of(sari.patch(address, {"permit_number": wrong})) == "permit_number"
