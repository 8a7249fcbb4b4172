"""The document of the API, the page that shows it, and who may call from another site."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from operations import Operation, document, is_file

from people import Person
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Settings

HERE, FRIEND, STRANGER = "http://localhost", "https://aplikasi.contoh.id", "https://jahat.contoh.id"


@pytest.fixture
def spec(app: RuangHijau) -> dict[str, Any]:
    return document(app)


def test_the_document_is_openapi_31(spec: dict[str, Any]) -> None:
    assert spec["openapi"].startswith("3.1.")
    errors = list(OpenAPIV31SpecValidator(spec).iter_errors())
    assert not errors, [error.message for error in errors]


def test_every_schema_is_a_schema(spec: dict[str, Any]) -> None:
    for name, schema in spec["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert "." not in name


def test_every_operation_is_described(spec: dict[str, Any], api: list[Operation]) -> None:
    tags = [tag["name"] for tag in spec["tags"]]
    assert len(tags) == len(set(tags))
    for operation in api:
        assert operation.spec["summary"], operation.name
        assert set(operation.spec["tags"]) <= set(tags), operation.name
        assert all(one["description"] for one in operation.spec["responses"].values()), operation.name
    ids = [operation.spec["operationId"] for operation in api]
    assert len(ids) == len(set(ids))


def test_every_operation_says_how_it_may_fail(api: list[Operation]) -> None:
    for operation in api:
        told = set(operation.spec["responses"])
        assert {"429", "500", "503"} <= told, operation.name
        assert not operation.takes_token or {"401", "403"} <= told, operation.name
        assert not operation.media or {"400", "413", "415"} <= told, operation.name
        assert not operation.parameters("path") or "404" in told, operation.name
        for status, response in operation.spec["responses"].items():
            (content,) = response["content"].values()
            assert (content["schema"].get("$ref", "").endswith("/ErrorEnvelope")) is (status >= "4")


def test_every_body_has_an_example_that_is_valid(spec: dict[str, Any], api: list[Operation]) -> None:
    for operation in api:
        if not operation.media or any(is_file(operation.fields[name]) for name in operation.required):
            continue
        assert operation.example, operation.name
        (content,) = operation.spec["requestBody"]["content"].values()
        schema = content["schema"] | {"components": spec["components"]}
        Draft202012Validator(schema).validate(operation.example)


def test_the_examples_are_accepted(person: Any, api: list[Operation]) -> None:
    """Whoever tries them out is not turned down for what they sent."""
    for number, operation in enumerate(api):
        if operation.media:
            response = person(f"pembaca{number}").request(
                operation.method, re.sub(r"{\w+}", "1", operation.path), **operation.body()
            )
            assert response.status_code not in (400, 413, 415, 500), (operation.name, response.json)


def test_parameters_and_fields_have_types(api: list[Operation]) -> None:
    for operation in api:
        for name, schema in operation.parameters("path").items():
            assert schema["type"] in ("integer", "string"), (operation.name, name)
            assert schema["type"] != "integer" or schema["minimum"] == 1, (operation.name, name)
        for name, field in operation.fields.items():
            assert {"type", "enum", "const", "anyOf"} & set(field), (operation.name, name)
            bounded = {"maxLength", "enum", "format", "const", "pattern"} & set(field)
            assert field.get("type") != "string" or bounded, f"{operation.name}: {name} has no end"


def test_the_page_needs_nothing_from_elsewhere(guest: Person) -> None:
    """The page, and every script and style that it names, come from this server; none names another."""
    page = fetch(guest, "/api/docs/")
    named = re.findall(r"""(?:src|href)=["']([^"']+)""", page)
    assert any(name.endswith(".js") for name in named)
    styles = [name for name in named if name.endswith(".css")]
    assert styles
    for name in named:
        assert not urlsplit(name).netloc, name
        fetch(guest, urljoin("/api/docs/", name))
    for name in styles:
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", fetch(guest, name)), name
    assert '"url": "/api/openapi.json"' in page
    assert '"validatorUrl": null' in page


def test_the_browser_keeps_the_page_from_asking_elsewhere(guest: Person) -> None:
    response = guest.get("/api/docs/")
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"https?:|\*", policy)


def fetch(person: Person, path: str) -> str:
    with person.get(path) as response:
        assert response.status_code == 200, path
        return response.get_data().decode(errors="replace")


@pytest.fixture
def visitor(settings: Settings) -> Any:
    """A browser on another site; the server knows one of the sites."""
    app = create_app(settings.model_copy(update={"cors_origins": (HERE, FRIEND)}))
    yield Person(app.test_client())
    app.runtime.database.engine.dispose()


def cors(response: Any) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name.startswith("Access-Control")}


@pytest.mark.parametrize("path", ["/api/posts/feed", "/api/auth/me", "/api/tidak-ada"])
def test_a_known_site_may_read_answers_and_errors(visitor: Person, path: str) -> None:
    told = cors(visitor.request("GET", path, headers={"Origin": FRIEND}))
    assert told["Access-Control-Allow-Origin"] == FRIEND
    assert told["Access-Control-Allow-Credentials"] == "true"
    assert {"X-Request-ID", "Retry-After"} <= set(told["Access-Control-Expose-Headers"].split(", "))


@pytest.mark.parametrize("origin", [STRANGER, FRIEND + ".jahat.id", "http://aplikasi.contoh.id", "null", "*"])
def test_an_unknown_site_may_not(visitor: Person, origin: str) -> None:
    assert not cors(visitor.request("GET", "/api/posts/feed", headers={"Origin": origin}))
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    assert not cors(visitor.request("OPTIONS", "/api/posts/create", headers=asked))


def test_a_known_site_is_told_what_it_may_send(visitor: Person, api: list[Operation]) -> None:
    for operation in api:
        path = re.sub(r"{\w+}", "1", operation.path)
        asked = {
            "Origin": FRIEND,
            "Access-Control-Request-Method": operation.method,
            "Access-Control-Request-Headers": "authorization, content-type, accept-language",
        }
        answer = visitor.request("OPTIONS", path, headers=asked)
        assert answer.status_code == 200
        told = cors(answer)
        assert told["Access-Control-Allow-Origin"] == FRIEND
        assert operation.method in told["Access-Control-Allow-Methods"].split(", "), operation.name
        allowed = told["Access-Control-Allow-Headers"].lower().split(", ")
        assert {"authorization", "content-type", "accept-language"} <= set(allowed)


def test_an_answer_for_one_site_is_not_kept_for_another(visitor: Person) -> None:
    answer = visitor.request("GET", "/api/posts/feed", headers={"Origin": FRIEND})
    assert "Origin" in answer.headers["Vary"]
