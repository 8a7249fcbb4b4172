"""Names under which pictures are kept: nobody can guess one, and none tells who uploaded it."""

import secrets
from datetime import UTC, datetime
from pathlib import PurePosixPath

RANDOM_BYTES = 16  # 128 bits: an address cannot be found by trying


def random_key(prefix: str, extension: str, at: datetime | None = None) -> str:
    """A fresh storage key such as `posts/2026/11/<32 hex digits>.jpg`; `at` defaults to now (UTC)."""
    month = (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y/%m")
    return f"{prefix}/{month}/{secrets.token_hex(RANDOM_BYTES)}.{extension.removeprefix('.')}"


def thumbnail_key(key: str) -> str:
    """Where the thumbnail of the picture at `key` lies: beside it, with `-thumb` before the extension."""
    path = PurePosixPath(key)
    return str(path.with_name(f"{path.stem}-thumb{path.suffix}"))
