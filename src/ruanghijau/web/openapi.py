"""`/api/openapi.json` and `/api/docs`: the document of the API, and a page to read it."""

import re
from collections import Counter
from http import HTTPStatus
from typing import Any

from apiflask import APIFlask
from flask import Response, jsonify
from flask_swagger_ui import get_swaggerui_blueprint

from ruanghijau.web.examples import body_example
from ruanghijau.web.schemas import MAX_ID, ErrorEnvelope

SPEC_PATH = "/api/openapi.json"
DOCS_PATH = "/api/docs"
ENVELOPE = "ErrorEnvelope"
Operation = dict[str, Any]
PLACE = re.compile(r"{\w+}")


def register(app: APIFlask) -> None:
    app.config.update(
        AUTO_VALIDATION_ERROR_RESPONSE=False,
        AUTO_AUTH_ERROR_RESPONSE=False,
        AUTO_404_RESPONSE=False,
        AUTO_SERVERS=False,
        AUTO_OPERATION_ID=True,
        HTTP_ERROR_SCHEMA={},
        SECURITY_SCHEMES={"BearerAuth": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
    )
    app.security_schemes = app.config["SECURITY_SCHEMES"]
    app.spec_processor(_complete)
    app.add_url_rule(SPEC_PATH, "openapi_document", lambda: _document(app))
    # Swagger UI would show the document to a validator on the net.
    config = {"app_name": "Ruang Hijau API", "validatorUrl": None}
    docs = get_swaggerui_blueprint(DOCS_PATH, SPEC_PATH, config=config)
    docs.after_request(_only_from_here)
    app.register_blueprint(docs, url_prefix=DOCS_PATH)


def _only_from_here(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        "script-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
    )
    return response


def _document(app: APIFlask) -> Response:
    return jsonify(app._get_spec())


def _complete(spec: Any) -> Any:
    """Say what holds for every operation, so that no route has to repeat it."""
    spec["info"]["license"] = {"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"}
    spec["tags"] = [{"name": name} for name in dict.fromkeys(tag["name"] for tag in spec["tags"])]
    paths = {path: item for path, item in spec["paths"].items() if path.startswith("/api/")}
    spec["paths"] = _joined(
        {path: item for path, item in paths.items() if path not in {SPEC_PATH, DOCS_PATH}}
    )
    schemas = spec.setdefault("components", {}).setdefault("schemas", {})
    for path, item in spec["paths"].items():
        for operation in item.values():
            _bound_ids(operation)
            _add_errors(path, operation)
    _flatten_names(spec)
    _drop_false_defaults(schemas)
    _add_examples(spec)
    schemas[ENVELOPE] = ErrorEnvelope.model_json_schema(ref_template="#/components/schemas/{model}")
    for name, schema in schemas[ENVELOPE].pop("$defs").items():
        schemas[name] = schema
    return spec


def _joined(paths: dict[str, Any]) -> dict[str, Any]:
    """Paths that differ only in the names of their places are one to OpenAPI: those places become `{id}`."""
    shapes = Counter(PLACE.sub("{}", path) for path in paths)
    joined: dict[str, Any] = {}
    for path, item in paths.items():
        if shapes[PLACE.sub("{}", path)] > 1:
            for operation in item.values():
                _rename_place(operation)
            path = PLACE.sub("{id}", path)
        joined.setdefault(path, {}).update(item)
    return joined


def _rename_place(operation: Operation) -> None:
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            parameter |= {"name": "id", "description": parameter["name"]}


def _bound_ids(operation: Operation) -> None:
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path" and parameter["schema"] == {"type": "integer"}:
            parameter["schema"] = {"type": "integer", "minimum": 1, "maximum": MAX_ID}
        if parameter["in"] == "path":
            parameter["required"] = True


def _add_errors(path: str, operation: Operation) -> None:
    """Add the refusals that follow from what an operation takes."""
    statuses = {429, 500, 503}
    if "requestBody" in operation:
        operation["requestBody"]["required"] = True
        statuses |= {400, 413, 415}
    if any(parameter["in"] in {"query", "header"} for parameter in operation["parameters"]):
        statuses.add(400)
    if operation.get("security"):
        statuses |= {401, 403}
    if "{" in path:
        statuses.add(404)
    statuses |= {int(status) for status in operation["responses"] if status[0] in "45"}
    for status in sorted(statuses):
        operation["responses"][str(status)] = _error_response(status)


def _drop_false_defaults(schemas: dict[str, Any]) -> None:
    """Take away the null that stands for a file nobody sent: it is no value of such a field."""
    for schema in schemas.values():
        for field in schema.get("properties", {}).values():
            if field.get("format") == "binary" and field.get("default", "") is None:
                del field["default"]


def _add_examples(spec: dict[str, Any]) -> None:
    schemas = spec["components"]["schemas"]
    for item in spec["paths"].values():
        for operation in item.values():
            for media in operation.get("requestBody", {}).get("content", {}).values():
                if example := body_example(media["schema"], schemas):
                    media["example"] = example


def _error_response(status: int) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{ENVELOPE}"}
    return {
        "description": HTTPStatus(status).phrase,
        "content": {"application/json": {"schema": schema}},
    }


def _flatten_names(spec: dict[str, Any]) -> None:
    """Name a nested schema once: APIFlask lists it again under each parent, as `Parent.Child`."""
    schemas = spec["components"]["schemas"]
    for name in [name for name in schemas if "." in name]:
        schema, short = schemas.pop(name), name.rpartition(".")[2]
        schemas.setdefault(short, schema)
    _rename_references(spec)


def _rename_references(node: Any) -> None:
    if isinstance(node, list):
        for item in node:
            _rename_references(item)
    elif isinstance(node, dict):
        if isinstance(target := node.get("$ref"), str):
            prefix, _, name = target.rpartition("/")
            node["$ref"] = f"{prefix}/{name.rpartition('.')[2]}"
        for item in node.values():
            _rename_references(item)
