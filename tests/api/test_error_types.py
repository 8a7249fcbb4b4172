"""Whatever Pydantic may find wrong with an input is worded, not only called invalid."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from ruanghijau import blueprints
from ruanghijau.texts import has_text
from ruanghijau.web.schemas import Input

assert blueprints.ALL  # which has imported the schemas of every room
VALUES = [
    None, True, 0, 1, -1, 1.5, 2**31, 2**70, -(2**70), float("nan"), float("inf"), "", " ", "x", "0", "1.5",
    "null", "x" * 30_000, "a b", "a\nb", "a\x00", "\ud800", "x@y", "x@contoh.id", "HAPUS", "2026-13-01",
    "2026-02-30", "2026-01-01T00:00:00", "2026-01-01", "9999-12-31", "0001-01-01", "-5", "9" * 5000, b"x",
    b"\xff", [], {}, [1], [{}], [{"kind": "x", "in_app": 1, "email": "x"}], [{"kind": "like"}] * 60, {"x": 1},
    ["x"] * 100, object(),
]  # fmt: skip


def inputs(kind: type[Input] = Input) -> Iterator[type[Input]]:
    for child in kind.__subclasses__():
        yield child
        yield from inputs(child)


def errors(kind: type[Input], value: Any) -> Iterator[tuple[str, str]]:
    try:
        kind.model_validate(value)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            yield error["type"], f"{kind.__name__}.{error['loc']}"


def test_every_kind_of_error_has_its_words() -> None:
    kinds = list(inputs())
    assert len(kinds) > 25
    met: dict[str, str] = {}
    for kind in kinds:
        for value in (None, [], "x", 1):
            met.update(errors(kind, value))
        for name in kind.model_fields:
            for value in VALUES:
                met.update(errors(kind, {name: value}))
    assert len(met) > 15
    unworded = {error: where for error, where in met.items() if not has_text(f"validation.{error}")}
    assert not unworded
