"""An example of every request body, put together from the examples of its fields."""

from typing import Any

Schema = dict[str, Any]


def body_example(schema: Schema, schemas: dict[str, Schema]) -> Schema:
    """A body a client may send: the required fields, and the others that have an example of their own.

    Empty for a body that needs a file, which no document can show.
    """
    resolved = _resolved(schema, schemas)
    fields, required = resolved.get("properties", {}), resolved.get("required", [])
    if any(_is_file(fields[name]) for name in required):
        return {}
    return {
        name: _value(field, schemas)
        for name, field in fields.items()
        if name in required or "examples" in field
    }


def _value(field: Schema, schemas: dict[str, Schema]) -> Any:
    if examples := field.get("examples"):
        return examples[0]
    field = _resolved(field, schemas)
    if "const" in field:
        return field["const"]
    return field["enum"][0] if "enum" in field else field.get("default")


def _resolved(schema: Schema, schemas: dict[str, Schema]) -> Schema:
    reference = schema.get("$ref")
    return schemas[reference.rpartition("/")[2]] if reference else schema


def _is_file(field: Schema) -> bool:
    return field.get("format") == "binary"
