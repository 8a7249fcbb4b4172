"""Files in a bucket of any service that speaks the S3 protocol."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from ruanghijau.gateways.storage.keys import check_put, content_type_of
from ruanghijau.gateways.storage.port import (
    FileMissing,
    InvalidKey,
    StorageUnavailable,
    StoredFile,
)

# Names are random and a file under one never changes, so a browser may keep it for a year (RFC 8246).
CACHE_CONTROL = "public, max-age=31536000, immutable"
_MISSING_CODES = {"NoSuchKey", "404", "NotFound"}


class S3Storage:
    """Keeps each file as the object `key` of `bucket`. Needs the extra `s3` (boto3).

    Without `endpoint_url` the bucket is Amazon's; without keys boto3 looks for them in its usual places.
    `public_base_url` is where the bucket can be read by anyone; without it the platform hands files on.
    """

    def __init__(
        self,
        bucket: str,
        *,
        endpoint_url: str | None = None,
        region: str | None = None,
        access_key: str | None = None,
        secret_key: str | None = None,
        public_base_url: str | None = None,
    ) -> None:
        self._bucket = bucket
        self._public_base_url = public_base_url.rstrip("/") if public_base_url else None
        self._client = _client(
            endpoint_url=endpoint_url,
            region_name=region,
            aws_access_key_id=access_key,
            aws_secret_access_key=secret_key,
        )

    def put(self, key: str, data: bytes, content_type: str) -> None:
        check_put(key, content_type)
        with _service_trouble(key):
            self._client.put_object(
                Bucket=self._bucket,
                Key=key,
                Body=data,
                ContentType=content_type,
                CacheControl=CACHE_CONTROL,
            )

    def get(self, key: str) -> StoredFile:
        with _service_trouble(key):
            content_type = content_type_of(key)
            data = self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read()
            return StoredFile(data, content_type)

    def exists(self, key: str) -> bool:
        with suppress(FileMissing), _service_trouble(key):
            content_type_of(key)
            self._client.head_object(Bucket=self._bucket, Key=key)
            return True
        return False

    def delete(self, key: str) -> None:
        with suppress(FileMissing), _service_trouble(key):
            content_type_of(key)
            self._client.delete_object(Bucket=self._bucket, Key=key)

    def url(self, key: str) -> str | None:
        content_type_of(key)
        return None if self._public_base_url is None else f"{self._public_base_url}/{key}"


def _client(**where: Any) -> Any:
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise RuntimeError("STORAGE=s3 needs boto3: install ruanghijau[s3]") from error
    config = Config(
        connect_timeout=5,
        read_timeout=20,
        retries={"mode": "standard", "max_attempts": 3},
        # Several S3-compatible services do not know the newer checksums.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        # Other services than Amazon's seldom have a host name for every bucket.
        s3={"addressing_style": "path" if where["endpoint_url"] else "auto"},
    )
    return boto3.client("s3", config=config, **where)


@contextmanager
def _service_trouble(key: str) -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except InvalidKey as error:
        raise FileMissing(key) from error
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _MISSING_CODES:
            raise FileMissing(key) from error
        raise StorageUnavailable(str(error)) from error
    except (BotoCoreError, OSError) as error:
        raise StorageUnavailable(str(error)) from error
