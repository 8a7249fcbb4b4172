"""What the tests of the API as a whole share."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from envelopes import Envelope
from gauntlets import COUNTED, FUZZED, Gauntlet
from operations import Operation, document, operations

from knowledge_index import bring_up_to_date
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.config import Settings


@pytest.fixture
def settings(settings: Settings, simulator: Simulator) -> Settings:
    """Somebody who answers payments, and quotas that no test uses up."""
    quotas = {"chat_daily_person": 1_000_000, "chat_daily_guest": 1_000_000, "waste_daily_guest": 1_000_000}
    return settings.model_copy(update={"simulator_url": simulator.url, **quotas})


@pytest.fixture
def envelope(app: RuangHijau) -> Envelope:
    return Envelope(document(app))


@pytest.fixture
def api(app: RuangHijau) -> list[Operation]:
    return operations(app)


@pytest.fixture
def gauntlet(
    person: Callable[..., Person],
    envelope: Envelope,
    api: list[Operation],
    record_property: Callable[[str, Any], None],
    monkeypatch: pytest.MonkeyPatch,
    app: RuangHijau,
) -> Iterator[Gauntlet]:
    """Runs cases as an administrator, whom no rule stops before the input is looked at."""
    bring_up_to_date(app, monkeypatch)
    numbers = iter(range(1_000_000))
    runner = Gauntlet(lambda: person(f"penguji{next(numbers)}", role="admin"), envelope, api)
    yield runner
    record_property(COUNTED, runner.count)
    assert not runner.failures, f"{len(runner.failures)} of {runner.count}:\n" + "\n".join(runner.failures)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = [one for one in terminalreporter.getreports("") if getattr(one, "when", "") == "teardown"]
    for kind in ("SQLite", "MySQL"):
        told = [dict(one.user_properties) for one in reports if f"[{kind.lower()}" in one.nodeid]
        if total := sum(properties.get(COUNTED, 0) for properties in told):
            terminalreporter.write_line(f"Bad input: {total} cases on {kind}, in Indonesian and English.")
        for properties in told:
            if FUZZED in properties:
                terminalreporter.write_line(f"Schemathesis: {properties[FUZZED]} on {kind}.")
