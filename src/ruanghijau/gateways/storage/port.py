"""What the platform asks of the place where files are kept."""

from dataclasses import dataclass
from typing import Protocol


class StorageError(Exception):
    """Something about a stored file went wrong."""


class InvalidKey(StorageError):
    """A file cannot be kept under this name or as this type; see `storage.keys`."""


class FileMissing(StorageError):
    """There is no file under this name."""


class StorageUnavailable(StorageError):
    """The disk or the bucket does not do its work at the moment."""


@dataclass(frozen=True)
class StoredFile:
    data: bytes
    content_type: str


class Storage(Protocol):
    """Files by key. Every method may raise `StorageUnavailable`.

    A key that `storage.keys` does not allow is refused when writing and simply missing when reading, so
    that a route may pass on what stands in an address.
    """

    def put(self, key: str, data: bytes, content_type: str) -> None:
        """Keep the file, wholly or not at all, in place of any other of that name.

        Raises `InvalidKey` where the key is not allowed or its extension stands for another type.
        """
        ...

    def get(self, key: str) -> StoredFile:
        """Raises `FileMissing`."""
        ...

    def exists(self, key: str) -> bool: ...

    def delete(self, key: str) -> None:
        """Remove the file; one that is not there counts as removed."""
        ...

    def url(self, key: str) -> str | None:
        """Where anyone can read the file, or None where the platform itself serves it.

        Raises `InvalidKey`; does not look whether the file is there.
        """
        ...
