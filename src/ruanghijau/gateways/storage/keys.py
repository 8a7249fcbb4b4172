"""Which names a stored file may have.

Folders without a dot, then a file with an extension from a fixed list, all in lower case: no traversal, no
absolute path, no hidden file, nothing to escape in a URL, no file where another key needs a folder, and no
two keys that a case-insensitive disk takes for one. The list holds no type that a browser would run.
"""

import re

from ruanghijau.gateways.storage.port import InvalidKey

CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "json": "application/json",
    "csv": "text/csv",
    "txt": "text/plain",
    "zip": "application/zip",
}
MAX_KEY_LENGTH = 255
_SEGMENT = "[a-z0-9_][a-z0-9_-]{0,99}"
_KEY = re.compile(rf"(?:{_SEGMENT}/)*{_SEGMENT}\.({'|'.join(CONTENT_TYPES)})")


def content_type_of(key: str) -> str:
    """The type that the key's extension stands for. Raises `InvalidKey` where the key is not allowed."""
    match = _KEY.fullmatch(key) if len(key) <= MAX_KEY_LENGTH else None
    if match is None:
        raise InvalidKey(repr(key[:MAX_KEY_LENGTH]))
    return CONTENT_TYPES[match[1]]


def check_put(key: str, content_type: str) -> None:
    """Raises `InvalidKey` unless a file of this type may be kept under this key."""
    if content_type != content_type_of(key):
        raise InvalidKey(f"{key!r} does not stand for {content_type!r}")
