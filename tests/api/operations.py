"""The operations of the API, read from its own document: what a new route brings is tested at once."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from people import Person
from ruanghijau.app import RuangHijau

JSON, FORM = "application/json", "multipart/form-data"
Schema = dict[str, Any]


def document(app: RuangHijau) -> Schema:
    response = app.test_client().get("/api/openapi.json")
    assert response.status_code == 200
    return dict(response.json)


def operations(app: RuangHijau) -> "list[Operation]":
    """All of them, those that end something last."""
    spec = document(app)
    found = [
        Operation(method.upper(), _named(path, operation), operation, spec["components"]["schemas"])
        for path, item in spec["paths"].items()
        for method, operation in item.items()
    ]
    return sorted(found, key=lambda one: (one.ends_sessions, one.path, one.method))


def _named(path: str, operation: Schema) -> str:
    """The path with its places called what they are the ids of, where the document can only say `id`."""
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path" and parameter["name"] == "id":
            parameter["name"] = parameter["description"]
            path = path.replace("{id}", f"{{{parameter['name']}}}")
    return path


def small_picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), "seagreen").save(file, "JPEG")
    return file.getvalue()


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    spec: Schema
    schemas: dict[str, Schema]

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def ends_sessions(self) -> bool:
        """Whether its success may leave the caller without a valid token."""
        return self.path.startswith("/api/auth/") and self.method != "GET"

    @property
    def needs_token(self) -> bool:
        security = self.spec.get("security")
        return bool(security) and {} not in security

    @property
    def takes_token(self) -> bool:
        return bool(self.spec.get("security"))

    @property
    def media(self) -> str | None:
        return next(iter(self.spec.get("requestBody", {}).get("content", {})), None)

    @cached_property
    def fields(self) -> dict[str, Schema]:
        """The properties of its body, each resolved."""
        body = self._body
        return {name: self.resolved(schema) for name, schema in body.get("properties", {}).items()}

    @property
    def required(self) -> list[str]:
        return list(self._body.get("required", []))

    @property
    def example(self) -> dict[str, Any]:
        """The body that the document shows."""
        media = self.spec.get("requestBody", {}).get("content", {}).get(self.media, {})
        return dict(media.get("example", {}))

    def parameters(self, place: str) -> dict[str, Schema]:
        found = (one for one in self.spec.get("parameters", []) if one["in"] == place)
        return {one["name"]: self.resolved(one["schema"]) for one in found}

    @property
    def required_headers(self) -> dict[str, str]:
        """The headers it cannot do without, as the document shows them."""
        found = (one for one in self.spec.get("parameters", []) if one["in"] == "header" and one["required"])
        return {one["name"]: one["schema"]["examples"][0] for one in found}

    @property
    def is_list(self) -> bool:
        return self.method == "GET" and {"page", "limit", "cursor"} <= set(self.parameters("query"))

    def body(self, *, without: str | None = None, **changes: Any) -> dict[str, Any]:
        """Options of a request with the example as its body, less one field, and with these changes."""
        content = self.example
        if self.media == FORM:
            files = (name for name in self.required if is_file(self.fields[name]))
            content |= {name: (io.BytesIO(small_picture()), "foto.jpg") for name in files}
        content = {name: value for name, value in (content | changes).items() if name != without}
        body = {"json": content} if self.media == JSON else form(content) if self.media == FORM else {}
        return body | ({"headers": self.required_headers} if self.required_headers else {})

    def resolved(self, schema: Schema) -> Schema:
        """Without references, and with what null may stand beside."""
        if reference := schema.get("$ref"):
            return self.resolved(self.schemas[reference.rpartition("/")[2]] | {"$ref": None})
        variants = [one for one in schema.get("anyOf", []) if one.get("type") != "null"]
        if len(variants) == 1:
            nullable = len(schema["anyOf"]) > 1
            return self.resolved(variants[0]) | {"nullable": nullable}
        return schema

    @property
    def _body(self) -> Schema:
        content = self.spec.get("requestBody", {}).get("content", {})
        return self.resolved(content[self.media]["schema"]) if content else {}


def filled(path: str, ids: Mapping[str, object]) -> str:
    """A path with every place filled; an unknown one with 1."""
    return re.sub(r"{(\w+)}", lambda place: str(ids.get(place[1], 1)), path)


def form(content: dict[str, Any]) -> dict[str, Any]:
    """Options of a request with this multipart form as its body; a file in it is `(stream, name)`."""
    boundary, data = encode_multipart({name: _part(value) for name, value in content.items()})
    return {"data": data, "content_type": f"{FORM}; boundary={boundary}"}


def _part(value: Any) -> Any:
    if isinstance(value, list):
        return [_part(one) for one in value]
    return FileStorage(*value) if isinstance(value, tuple) else value


def is_file(field: Schema) -> bool:
    return field.get("format") == "binary"


def known_ids(person: Person, found: list[Operation]) -> dict[str, object]:
    """Make one of everything that can be made with its example; the ids by their names in paths."""
    ids: dict[str, object] = {"username": person.account.get("user_data", {}).get("username", "sari")}
    makers = [one for one in found if "201" in one.spec["responses"] and not one.ends_sessions]
    for maker in sorted(makers, key=lambda one: one.path.count("{")):
        if not set(maker.parameters("path")) <= set(ids):
            continue
        known = {name: value for name, value in ids.items() if name in maker.fields}
        made = person.request(maker.method, filled(maker.path, ids), **maker.body(**known))
        if made.status_code == 201:
            ids |= {name: value for name, value in made.json.items() if name.endswith("_id")}
    return ids
