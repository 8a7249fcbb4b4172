"""Addresses that do not exist, methods they do not have, and more than a body may hold."""

import io
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from corpus import HOSTILE, MEGABYTE, Case, refused
from envelopes import Envelope
from gauntlets import Gauntlet
from operations import FORM, JSON, Operation, filled

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.web.schemas import MAX_ID

NO_ID = [
    "0", "-1", "+1", "00", "abc", "1.5", "1e3", "0x1", "NaN", "null", "1,2", "1;2", "%20", "1%20", "%00",
    "1%00", "%ff", "%ed%a0%80", "%F0%9F%8C%B1", "%E2%80%AE1", "1%20OR%201=1", "1'%20--", "%3Cscript%3E",
    "%2e%2e", "%D9%A0", str(2**31), str(2**32 + 1), str(2**63), str(2**64), "9" * 400,
]  # fmt: skip
NOWHERE = [
    "/api", "/api/", "/api/tidak-ada", "/api/posts", "/api/posts/", "/api/posts/feed/", "/API/posts/feed",
    "/api/posts/feed.json", "/api//posts/feed", "/api/posts/feed%00", "/api/posts/feed;x=1", "/api/%ff%fe",
    "/api/%F0%9F%8C%B1", "/api/%E2%80%AExcod", "/api/../etc/passwd", "/api/%2e%2e/%2e%2e/etc/passwd",
    "/api/posts/1/2/3/4", "/api/" + "x" * 8000, "/api/<script>alert(1)</script>", "/api/.env", "/api/graphql",
    "//api/posts/feed", "/api/docs/tidak-ada", "/api/docs/%2e%2e/%2e%2e/__init__.py", "/uploads/",
    "/uploads/tidak-ada.jpg", "/uploads/%2e%2e/ruanghijau.db", "/uploads/..%2f..%2fetc%2fpasswd",
    "/uploads/%00", "/uploads/%ff.jpg", "/uploads/posts", "/uploads//etc/passwd", "/uploads/C:%5Cx",
    "/uploads/" + "x" * 5000,
]  # fmt: skip
NOT_FOUND = frozenset({404})
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "SEDUH"]


def places(api: list[Operation], kind: str) -> Iterator[tuple[Operation, str]]:
    """Each operation with a place of this type in its path, and the name of the place."""
    for operation in api:
        for name, schema in operation.parameters("path").items():
            if schema.get("type") == kind:
                yield operation, name


def test_ids_that_cannot_be(gauntlet: Gauntlet, api: list[Operation]) -> None:
    for operation, name in places(api, "integer"):
        for bad in NO_ID:
            path = filled(operation.path, gauntlet.ids | {name: bad})
            gauntlet.run([Case(f"{operation.method} {path:.60}", operation.method, path, {}, NOT_FOUND)])


def test_ids_of_nothing(gauntlet: Gauntlet, api: list[Operation]) -> None:
    """A correct request about something that does not exist."""
    for operation, name in places(api, "integer"):
        path = filled(operation.path, gauntlet.ids | {name: MAX_ID})
        gauntlet.run(
            [Case(f"{operation.method} {path}", operation.method, path, operation.body(), NOT_FOUND)]
        )


def test_names_in_addresses(gauntlet: Gauntlet, api: list[Operation]) -> None:
    for operation, name in places(api, "string"):
        for word, text in HOSTILE.items():
            if len(text) < MEGABYTE:
                encoded = quote(text.encode(errors="surrogatepass"), safe="")
                path = filled(operation.path, gauntlet.ids | {name: encoded})
                case = Case(f"{operation.name}: {word}", operation.method, path, operation.body())
                gauntlet.run([case])


def test_addresses_that_do_not_exist(gauntlet: Gauntlet, guest: Person) -> None:
    cases = [Case(f"GET {path:.60}", "GET", path, {}, NOT_FOUND) for path in NOWHERE]
    gauntlet.run(cases, guest)


def test_methods_that_an_address_does_not_have(app: RuangHijau, gauntlet: Gauntlet, guest: Person) -> None:
    adapter = app.url_map.bind("localhost")
    paths = {filled(rule.rule.replace("<int:", "<").replace("<", "{").replace(">", "}"), {})
             for rule in app.url_map.iter_rules()
             if rule.rule.startswith("/api/") and "path:" not in rule.rule}  # fmt: skip
    assert len(paths) > 15
    for path in sorted(paths):
        allowed = set(adapter.allowed_methods(path))
        for method in set(METHODS) - allowed:
            gauntlet.run([Case(f"{method} {path}", method, path, {}, frozenset({405}))], guest)
            told = guest.request(method, path).headers["Allow"]
            assert set(told.split(", ")) == allowed, (method, path, told)


def test_more_than_a_body_may_hold(app: RuangHijau, gauntlet: Gauntlet, api: list[Operation]) -> None:
    limit = app.runtime.settings.max_content_length
    assert limit == 16 * MEGABYTE
    content = b'{"x": "' + b"x" * limit
    for operation in api:
        if operation.media:
            media = {JSON: JSON, FORM: f"{FORM}; boundary=x"}[operation.media]
            options = {"data": content, "content_type": media}
            gauntlet.run([refused(operation, "17 MB", options, 413)])


@pytest.mark.parametrize("media", [JSON, f"{FORM}; boundary=x"])
def test_a_body_that_does_not_tell_its_length(sari: Person, envelope: Envelope, media: str) -> None:
    """Sent in chunks, it is counted as it comes in."""
    data = b'--x\r\nContent-Disposition: form-data; name="content"\r\n\r\n' + b"x" * 17 * MEGABYTE
    method, path = ("POST", "/api/posts/create") if FORM in media else ("PATCH", "/api/auth/me")
    response = sari.request(
        method,
        path,
        input_stream=io.BytesIO(data),
        content_type=media,
        environ_overrides={"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"},
    )
    assert response.status_code == 413
    assert envelope.check(response)["code"] == "REQUEST_ENTITY_TOO_LARGE"
