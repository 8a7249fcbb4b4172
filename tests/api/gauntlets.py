"""Running cases of bad input against the application."""

from collections.abc import Callable, Iterable

from corpus import Case
from envelopes import Envelope
from operations import Operation, filled, known_ids
from werkzeug.test import TestResponse

from people import Person
from ruanghijau.texts import LANGUAGES, Language

# What a test tells the summary at the end of a run.
COUNTED, FUZZED = "bad input cases", "fuzzed"


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
