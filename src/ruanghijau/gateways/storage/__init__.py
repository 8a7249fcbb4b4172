"""Keeps files: on this machine's disk, or in a bucket that speaks the S3 protocol."""

from ruanghijau.gateways.storage.local import LocalStorage
from ruanghijau.gateways.storage.port import (
    FileMissing,
    InvalidKey,
    Storage,
    StorageError,
    StorageUnavailable,
    StoredFile,
)
from ruanghijau.gateways.storage.s3 import S3Storage

__all__ = [
    "FileMissing",
    "InvalidKey",
    "LocalStorage",
    "S3Storage",
    "Storage",
    "StorageError",
    "StorageUnavailable",
    "StoredFile",
]
