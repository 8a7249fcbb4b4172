"""Bad input for every operation of the API: values, bodies, and the cases made of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from operations import FORM, JSON, Operation, Schema, is_file

MEGABYTE = 1024 * 1024
DEPTH = 10_000
# Text that wants to be something else than text. It is stored as it is, or refused.
HOSTILE: dict[str, str] = {
    "NUL": "a\x00b",
    "terminal escape": "\x1b]0;judul\x07\x1b[2J",
    "C1 control": "\x9b31m",
    "emoji": "🌱👩‍🌾🇮🇩🏳️‍🌈",
    "right to left": "\u202egpj.exe\u202c مرحبا \u2067x\u2069",
    "zero width": "\u200b\u200d\u2060\ufeff",
    "stacked marks": "Z" + "\u0300\u0489\u0336" * 60,
    "noncharacters": "\uffff\ufffe\U0010ffff\ufdd0",
    "lone surrogate": "a\ud83cb",
    "surrogates reversed": "\udf31\ud83c",
    "line separators": "a\u2028b\u2029c\x85d\x0be",
    "header": "a\r\nSet-Cookie: sesi=1",
    "blank": " \t \u3000 ",
    "empty": "",
    "SQL ends": "'; DROP TABLE users; -- ",
    "SQL is true": "' OR '1'='1' /*",
    "SQL union": "x') UNION SELECT password_hash FROM users #",
    "SQL waits": "1 AND SLEEP(9) -- ') AND 1=RANDOMBLOB(500000000) --",
    "SQL backslash": "\\' OR 1=1 -- \\",
    "SQL wildcards": "%__%\\%",
    "script": "<script>alert(document.cookie)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "vector": "<svg/onload=alert(1)>",
    "script address": "javascript:alert(1)//https://contoh.id",
    "template": "{{7*7}} {% for x in config %}{{x}}{% endfor %} ${7*7} <%= 7 %>",
    "format": "{0.__class__} {name} {link!r:>99999999} %s%n%(x)s",
    "lookup": "${jndi:ldap://127.0.0.1/x}",
    "path": "../../../../etc/passwd",
    "formula": '=HYPERLINK("http://contoh.id";"klik")',
    "word null": "null",
    "JSON in text": '{"$ne": null, "__proto__": {"admin": true}}',
    "digits": "9" * 5000,
    "a megabyte": "x" * MEGABYTE,
}
NOT_JSON: dict[str, bytes] = {
    "no body": b"",
    "cut off": b'{"email": "sari@con',
    "no value": b'{"email":}',
    "single quotes": b"{'email': 1}",
    "two documents": b"{} {}",
    "comment": b"{} // x",
    "not UTF-8": b'{"email": "\xff\xfe\xed\xa0\x80"}',
    "NUL": b"\x00",
    "lists nested deeply": b"[" * DEPTH + b"]" * DEPTH,
    "lists never closed": b"[" * DEPTH,
    "objects nested deeply": b'{"email":' * DEPTH + b"1" + b"}" * DEPTH,
    "a number of 5,000 digits": b'{"email": ' + b"9" * 5000 + b"}",
    "a form": b"email=sari%40contoh.id",
    "markup": b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
}
NOT_AN_OBJECT: dict[str, Any] = {"null": None, "list": [], "text": "x", "number": 1, "true": True}
NUMBERS = [float("nan"), float("inf"), -float("inf"), 2**63, 2**64, -(2**63) - 1, 10**400, 1e308, -1, 0, 1.5]
WRONG_TYPE: dict[str, list[Any]] = {
    "string": [1, 1.5, True, [], ["x"], {}, {"x": "y"}],
    "integer": ["x", "", "1.5", 1.5, [], [1], {}, 2**64, -(2**64), float("nan"), float("inf"), "٣x"],
    "boolean": ["mungkin", "", 2, 1.5, [], {}],
    "array": ["x", 1, True, {}],
    "object": ["x", 1, True, []],
}
WRONG_MEDIA = ["text/plain", "application/xml", "application/octet-stream", "", "text/json", "a/b; c"]


@dataclass(frozen=True)
class Case:
    """One request, the statuses that may answer it, and the field that a 400 has to name.

    Places in `path`, such as `{post_id}`, are filled with ids of what exists.
    """

    name: str
    method: str
    path: str
    options: dict[str, Any] = field(default_factory=dict)
    allowed: frozenset[int] | None = None
    """None: anything that is not the server's fault."""
    names: str | None = None


def refused(
    operation: Operation, name: str, options: dict[str, Any], *status: int, names: Any = None
) -> Case:
    """A request that must be turned down with one of these statuses; 400 unless told."""
    allowed = frozenset(status or (400,))
    return Case(f"{operation.name}: {name}", operation.method, operation.path, options, allowed, names)


def survived(operation: Operation, name: str, options: dict[str, Any]) -> Case:
    """A request that may be accepted or turned down, but must not hurt."""
    return Case(f"{operation.name}: {name}", operation.method, operation.path, options)


def bad_bodies(operation: Operation) -> Iterator[Case]:
    """Bodies that are wrong as a whole."""
    if operation.media == JSON:
        for name, data in NOT_JSON.items():
            yield refused(operation, name, {"data": data, "content_type": JSON})
        for name, value in NOT_AN_OBJECT.items():
            yield refused(operation, f"body is {name}", {"data": json.dumps(value), "content_type": JSON})
        for media in (FORM, *WRONG_MEDIA):
            yield refused(operation, f"sent as {media!r}", {"data": b"{}", "content_type": media}, 415)
    if operation.media == FORM:
        for media in (JSON, *WRONG_MEDIA):
            yield refused(operation, f"sent as {media!r}", {"data": b"{}", "content_type": media}, 415)


def bad_fields(operation: Operation) -> Iterator[Case]:
    """Each field of a JSON body in turn: left out, of a wrong type, too long, out of bounds, hostile."""
    if operation.media != JSON:
        return
    for name in operation.required:
        yield refused(operation, f"without {name}", operation.body(without=name), names=name)
    for name, schema in operation.fields.items():
        for value in wrong_values(schema):
            yield refused(operation, f"{name} is {value!r:.40}", operation.body(**{name: value}), names=name)
        for number in NUMBERS:
            yield survived(operation, f"{name} is {number!r:.40}", operation.body(**{name: number}))
        if schema.get("type") == "string":
            for word, text in HOSTILE.items():
                yield survived(operation, f"{name} is {word}", operation.body(**{name: text}))
            twice = json.dumps(operation.example)[1:-1]
            data = f'{{{twice}{"," if twice else ""} "{name}": 1, "{name}": []}}'
            options = {"data": data, "content_type": JSON}
            yield refused(operation, f"{name} twice", options, names=name)


def bad_form_fields(operation: Operation) -> Iterator[Case]:
    """The same for a form, in which everything is text or a file."""
    if operation.media != FORM:
        return
    for name in operation.required:
        yield refused(operation, f"without {name}", operation.body(without=name), names=name)
    for name, schema in operation.fields.items():
        if is_file(schema):
            yield refused(operation, f"{name} is text", operation.body(**{name: "x"}), names=name)
            if name in operation.required:
                yield refused(operation, f"{name} is empty", operation.body(**{name: ""}), names=name)
            continue
        yield refused(operation, f"{name} twice", operation.body(**{name: ["a", "b"]}), names=name)
        for value in wrong_texts(schema):
            yield refused(operation, f"{name} is {value!r:.40}", operation.body(**{name: value}), names=name)
        for word, text in HOSTILE.items():
            if "surrogate" not in word:  # no form can carry one
                yield survived(operation, f"{name} is {word}", operation.body(**{name: text}))


def bad_queries(operation: Operation) -> Iterator[Case]:
    """Each query parameter in turn: given twice, not of its type, out of bounds, hostile."""
    for name, schema in operation.parameters("query").items():
        yield refused(operation, f"?{name} twice", {"query_string": f"{name}=1&{name}=2"}, names=name)
        for value in wrong_texts(schema):
            yield refused(operation, f"?{name}={value!r:.40}", {"query_string": {name: value}}, names=name)
        for word, text in HOSTILE.items():
            if len(text) < MEGABYTE:
                encoded = f"{name}={quote(text.encode(errors='surrogatepass'))}"
                yield survived(operation, f"?{name} is {word}", {"query_string": encoded})
        yield survived(operation, f"?{name} is not UTF-8", {"query_string": f"{name}=%ff%fe%c3"})


def bad_headers(operation: Operation) -> Iterator[Case]:
    """Each header that an operation reads: empty, too short, too long, in a form that it does not have."""
    for name in operation.parameters("header"):
        for value in ("", "pendek", "x" * 65, "ada spasi di sini", "a/b/c/d/e/f", "\x80" * 10):
            options = operation.body() | {"headers": {name: value}}
            yield refused(operation, f"{name}: {value!r:.40}", options, names=name)


def wrong_values(schema: Schema) -> Iterator[Any]:
    """What a JSON field of this schema must refuse."""
    if "enum" in schema or "const" in schema:
        yield from ("tidak-ada", "", 1, [], {}, True)
        return
    yield from WRONG_TYPE.get(str(schema.get("type")), [])
    if schema.get("type") in WRONG_TYPE and not schema.get("nullable"):
        yield None
    yield from _out_of_bounds(schema)


def wrong_texts(schema: Schema) -> Iterator[str]:
    """What a form or query field of this schema must refuse."""
    if "enum" in schema:
        yield from ("tidak-ada", "SAMPAH ", "0")
    if schema.get("type") in ("integer", "number"):
        yield from (
            "abc",
            "1,5",
            "1.5",
            "0x10",
            "1e3",
            "NaN",
            "Infinity",
            str(2**64),
            str(-(2**64)),
            "9" * 5000,
        )
    if schema.get("type") == "boolean":
        yield from ("mungkin", "2", "[]")
    yield from (str(value) for value in _out_of_bounds(schema))


def _out_of_bounds(schema: Schema) -> Iterator[Any]:
    if "maxLength" in schema:
        yield "x" * (schema["maxLength"] + 1)
    if schema.get("minLength"):
        yield "x" * (schema["minLength"] - 1)
    if "maximum" in schema:
        yield schema["maximum"] + 1
    if "minimum" in schema:
        yield schema["minimum"] - 1
