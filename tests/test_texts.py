"""Every sentence is there in both languages, and every code that the source raises has one."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import ruanghijau
from ruanghijau import errors
from ruanghijau.notifications.kinds import Kind
from ruanghijau.texts import DEFAULT_LANGUAGE, LANGUAGES, UnknownText, catalogue, has_text, text

SOURCE = Path(ruanghijau.__file__).parent
ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.DomainError)
}


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def spoken(sentence: str) -> str:
    """The words of a sentence without its placeholders."""
    return "".join(words for words, _, _, _ in string.Formatter().parse(sentence))


def test_both_languages_say_the_same_things() -> None:
    first, second = (catalogue(language) for language in LANGUAGES)
    assert first.keys() == second.keys()
    assert {k for k in first if placeholders(first[k]) != placeholders(second[k])} == set()


def test_no_sentence_is_the_same_in_both_languages() -> None:
    """Which would be one left untranslated; what is nothing but a placeholder aside."""
    first, second = (catalogue(language) for language in LANGUAGES)
    worded = {key for key, sentence in first.items() if any(map(str.isalpha, spoken(sentence)))}
    assert {key for key in worded if first[key] == second[key]} == set()


def calls() -> Iterator[ast.Call]:
    for path in SOURCE.rglob("*.py"):
        yield from (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))


def first_text(call: ast.Call, position: int = 0) -> str | None:
    """The argument at `position`, where it is a plain text."""
    arguments = call.args[position : position + 1]
    if arguments and isinstance(arguments[0], ast.Constant) and isinstance(arguments[0].value, str):
        return arguments[0].value
    return None


def raised_codes() -> set[str]:
    named = (c for c in calls() if isinstance(c.func, ast.Name) and c.func.id in ERRORS)
    return {code for call in named if (code := first_text(call))}


def field_codes() -> set[str]:
    """What `Invalid.field`, `FieldError` and `PydanticCustomError` say of a field."""
    found = set()
    for call in calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr == "field":
            found.add(first_text(call, 1))
        if isinstance(call.func, ast.Name) and call.func.id == "FieldError":
            found.add(first_text(call, 1))
        if isinstance(call.func, ast.Name) and call.func.id == "PydanticCustomError":
            found.add(first_text(call, 0))
    return found - {None}  # type: ignore[return-value]


def said() -> set[str]:
    words = (c for c in calls() if isinstance(c.func, ast.Name) and c.func.id in {"say", "text"})
    return {key for call in words if (key := first_text(call))}


def test_every_error_has_its_sentence() -> None:
    codes = raised_codes() | {getattr(errors, name).default_code for name in ERRORS} - {"DOMAIN_ERROR"}
    assert len(codes) > 30
    assert {code for code in codes if not has_text(f"errors.{code}")} == set()


def test_everything_wrong_with_a_field_has_its_sentence() -> None:
    assert len(field_codes()) > 5
    assert {code for code in field_codes() if not has_text(f"validation.{code}")} == set()


def test_everything_said_has_its_sentence() -> None:
    assert len(said()) > 10
    assert {key for key in said() if not has_text(key)} == set()


@pytest.mark.parametrize("kind", list(Kind))
def test_every_piece_of_news_has_its_words(kind: Kind) -> None:
    for part in ("title", "content"):
        assert has_text(f"notifications.{kind}.{part}")


def test_an_unknown_key_is_a_defect() -> None:
    with pytest.raises(UnknownText):
        text("tidak.ada", DEFAULT_LANGUAGE)
