"""What the tests of the API as a whole share."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from corpus import Case
from envelopes import Envelope
from operations import Operation, document, filled, known_ids, operations
from werkzeug.test import TestResponse

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.texts import LANGUAGES, Language

COUNTED = "bad input cases"


@pytest.fixture
def envelope(app: RuangHijau) -> Envelope:
    return Envelope(document(app))


@pytest.fixture
def api(app: RuangHijau) -> list[Operation]:
    return operations(app)


class Gauntlet:
    """Sends cases in both languages and collects what went wrong."""

    def __init__(self, newcomer: Callable[[], Person], envelope: Envelope, api: list[Operation]) -> None:
        self._newcomer, self._envelope = newcomer, envelope
        self.caller = newcomer()
        self.ids = known_ids(self.caller, api)
        self.count = 0
        self.failures: list[str] = []

    def run(self, cases: Iterable[Case], caller: Person | None = None) -> None:
        for case in cases:
            self.count += 1
            # What may be accepted says something only if it is not: one language has to do.
            for language in LANGUAGES if case.allowed else LANGUAGES[self.count % 2 :][:1]:
                response = self._send(case, language, caller)
                try:
                    self._check(case, response, language)
                except AssertionError as error:
                    self.failures.append(f"{case.name} ({language}): {str(error).splitlines()[0][:300]}")

    def _send(self, case: Case, language: Language, caller: Person | None) -> TestResponse:
        headers = {"Accept-Language": language} if language != "id" else {}
        headers |= case.options.get("headers", {})
        options = case.options | {"headers": headers}
        path = filled(case.path, self.ids)
        response = (caller or self.caller).request(case.method, path, **options)
        if response.status_code < 300 and case.method != "GET" and case.path.startswith("/api/auth/"):
            self.caller = self._newcomer()  # that may have been the end of this one
        return response

    def _check(self, case: Case, response: TestResponse, language: Language) -> None:
        status = response.status_code
        assert status < 500, f"{status} {response.text}"
        assert case.allowed is None or status in case.allowed, f"{status} {response.text}"
        if status >= 400:
            error = self._envelope.check(response, language)
            named = {detail["field"].partition(".")[0] for detail in error["details"]}
            assert case.names is None or case.names in named, error


@pytest.fixture
def gauntlet(
    person: Callable[..., Person],
    envelope: Envelope,
    api: list[Operation],
    record_property: Callable[[str, Any], None],
) -> Iterator[Gauntlet]:
    """Runs cases as an administrator, whom no rule stops before the input is looked at."""
    numbers = iter(range(1_000_000))
    runner = Gauntlet(lambda: person(f"penguji{next(numbers)}", role="admin"), envelope, api)
    yield runner
    record_property(COUNTED, runner.count)
    assert not runner.failures, f"{len(runner.failures)} of {runner.count}:\n" + "\n".join(runner.failures)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = [one for one in terminalreporter.getreports("") if getattr(one, "when", "") == "teardown"]
    counts = [(dict(report.user_properties).get(COUNTED, 0), "mysql" in report.nodeid) for report in reports]
    for kind, is_mysql in (("SQLite", False), ("MySQL", True)):
        if total := sum(count for count, mysql in counts if mysql is is_mysql):
            terminalreporter.write_line(f"Bad input: {total} cases on {kind}, in Indonesian and English.")
