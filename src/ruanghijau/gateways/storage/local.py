"""Files in a folder of this machine, served by the platform itself or by a web server in front of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ruanghijau.gateways.atomic import write_whole
from ruanghijau.gateways.storage.keys import check_put, content_type_of
from ruanghijau.gateways.storage.port import (
    FileMissing,
    InvalidKey,
    StorageUnavailable,
    StoredFile,
)

_PACKAGE = Path(__file__).resolve().parents[2]


class LocalStorage:
    """Keeps each file at `root`/`key`; `root` is made when it is first needed.

    Raises `ValueError` for a `root` within the program itself, where an update would delete it.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        if self._root.is_relative_to(_PACKAGE):
            raise ValueError(f"uploads cannot be kept inside the package: {root}")

    def put(self, key: str, data: bytes, content_type: str) -> None:
        check_put(key, content_type)
        path = self._path(key)
        try:
            write_whole(path, data)
        except OSError as error:
            raise StorageUnavailable(str(error)) from error

    def get(self, key: str) -> StoredFile:
        with _reading(key):
            return StoredFile(self._path(key).read_bytes(), content_type_of(key))

    def exists(self, key: str) -> bool:
        with suppress(FileMissing), _reading(key):
            return self._path(key).is_file()
        return False

    def delete(self, key: str) -> None:
        with suppress(FileMissing), _reading(key):
            self._path(key).unlink()

    def url(self, key: str) -> str | None:
        content_type_of(key)
        return None

    def _path(self, key: str) -> Path:
        content_type_of(key)
        path = self._root / key
        # A key has no `..` in it, so only a symbolic link can make these two differ.
        if os.path.realpath(path) != str(path):
            raise InvalidKey(f"{key!r} leaves the storage through a link")
        return path


@contextmanager
def _reading(key: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, InvalidKey) as error:
        raise FileMissing(key) from error
    except OSError as error:
        raise StorageUnavailable(str(error)) from error
