"""Which language this request wants to be answered in."""

from flask import has_request_context, request

from ruanghijau.texts import DEFAULT_LANGUAGE, LANGUAGES, Language, text


def language() -> Language:
    """Indonesian, unless `Accept-Language` prefers English."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    best = request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE)
    return next(known for known in LANGUAGES if known == best)


def say(key: str, /, **params: object) -> str:
    """The sentence for `key` in the language of this request."""
    return text(key, language(), **params)
