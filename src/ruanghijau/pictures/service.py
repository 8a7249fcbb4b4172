"""Taking a picture in, and giving its addresses out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from ruanghijau.db import after_commit, after_rollback
from ruanghijau.errors import Invalid, TooLarge, Unavailable
from ruanghijau.gateways.malware import ScannerUnavailable
from ruanghijau.gateways.pictures import (
    Picture,
    PictureRefused,
    prepare_picture,
    random_key,
    thumbnail_key,
)
from ruanghijau.gateways.storage import StorageUnavailable
from ruanghijau.runtime import runtime

UPLOADS_PATH = "/uploads/"


def store(file: IO[bytes], folder: str, field: str = "image") -> str:
    """Check, clean and store an uploaded picture with its thumbnail; returns its key.

    Raises `Invalid` naming `field` when it is not an acceptable picture. The files are taken away again if
    the transaction in progress is rolled back.
    """
    data = file.read()
    refuse_malware(data, field)
    with refusing(field):
        picture = prepare_picture(data)
    return keep(picture, folder)


@contextmanager
def refusing(field: str) -> Iterator[None]:
    """Turn the refusal of a file into the one that a client of the API understands."""
    try:
        yield
    except PictureRefused as error:
        if error.reason == "too_large":
            raise TooLarge from error
        raise Invalid.field(field, f"picture_{error.reason}") from error


def keep(picture: Picture, folder: str) -> str:
    """Store a picture that is clean already, with its thumbnail; returns its key."""
    key = random_key(folder, picture.extension)
    after_rollback(lambda: _delete(key))
    try:
        runtime().storage.put(key, picture.full, picture.content_type)
        runtime().storage.put(thumbnail_key(key), picture.thumbnail, picture.content_type)
    except StorageUnavailable as error:
        raise Unavailable("STORAGE_UNAVAILABLE", retry_after=30) from error
    return key


def remove(key: str | None) -> None:
    """Delete a picture once the transaction in progress is committed."""
    if key:
        after_commit(lambda: _delete(key))


def url(key: str | None) -> str | None:
    """The absolute address of a stored file; None for none."""
    if not key:
        return None
    return runtime().storage.url(key) or f"{runtime().settings.public_url}{UPLOADS_PATH}{key}"


def thumbnail_url(key: str | None) -> str | None:
    return url(thumbnail_key(key)) if key else None


def refuse_malware(data: bytes, field: str) -> None:
    """Raises `Invalid` naming `field` for a file that the scanner knows, `Unavailable` while it is away."""
    try:
        result = runtime().scanner.scan(data)
    except ScannerUnavailable as error:
        raise Unavailable("SCANNER_UNAVAILABLE", retry_after=30) from error
    if not result.clean:
        raise Invalid.field(field, "picture_infected")


def _delete(key: str) -> None:
    storage = runtime().storage
    storage.delete(key)
    storage.delete(thumbnail_key(key))
