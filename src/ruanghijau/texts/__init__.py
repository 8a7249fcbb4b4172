"""Every sentence the server says to a person, in Indonesian and in English.

One TOML file a language, keyed alike (a test holds the two together). Error texts are keyed by the
error's code, so that raising an error and wording it stay two separate jobs.
"""

import string
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")
DEFAULT_LANGUAGE: Final[Language] = "id"


class UnknownText(KeyError):
    """A key that no catalogue has: a defect of the caller, never of a person's input."""


@cache
def catalogue(language: Language) -> dict[str, str]:
    """All texts of one language, flattened to dotted keys such as `errors.NOT_FOUND`."""
    source = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flatten(tomllib.loads(source)))


def text(key: str, language: Language = DEFAULT_LANGUAGE, /, **params: object) -> str:
    """The sentence for `key`, with `{name}` places filled from `params`.

    Raises `UnknownText` when the key is missing: tests walk every code path that words something.
    """
    try:
        template = catalogue(language)[key]
    except KeyError as error:
        raise UnknownText(key) from error
    return string.Formatter().vformat(template, (), params)


def language_of(preference: str) -> Language:
    """The language a stored preference names; Indonesian for anything unknown."""
    return next((known for known in LANGUAGES if known == preference), DEFAULT_LANGUAGE)


def has_text(key: str) -> bool:
    return key in catalogue(DEFAULT_LANGUAGE)


def _flatten(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            rows += _flatten(value, f"{prefix}{name}.")
        else:
            rows.append((prefix + name, str(value)))
    return rows
