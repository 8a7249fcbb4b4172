"""What a bucket adds to the contract: addresses, headers, and the ways a service fails."""

import socket
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest
from s3_server import BUCKET, KEYS, s3_server

from ruanghijau.gateways.storage import S3Storage, StorageUnavailable

KEY = "posts/2026/11/a.jpg"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with s3_server() as endpoint:
        yield endpoint


def _storage(endpoint: str, bucket: str = BUCKET, public: str | None = None) -> S3Storage:
    return S3Storage(bucket, endpoint_url=endpoint, region="us-east-1", public_base_url=public, **KEYS)


def test_a_browser_gets_the_type_and_may_keep_the_file(endpoint: str) -> None:
    storage = _storage(endpoint, public=f"{endpoint}/{BUCKET}/")
    storage.put(KEY, b"picture", "image/jpeg")
    url = storage.url(KEY)
    assert url == f"{endpoint}/{BUCKET}/{KEY}"
    answer = httpx.get(url)
    assert answer.content == b"picture"
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_without_a_public_address_the_platform_serves_the_file(endpoint: str) -> None:
    assert _storage(endpoint).url(KEY) is None


def test_a_bucket_that_is_not_there_is_trouble_and_not_a_missing_file(endpoint: str) -> None:
    storage = _storage(endpoint, bucket="no-such-bucket")
    with pytest.raises(StorageUnavailable):
        storage.put(KEY, b"picture", "image/jpeg")
    with pytest.raises(StorageUnavailable):
        storage.get(KEY)
    with pytest.raises(StorageUnavailable):
        storage.delete(KEY)


def test_a_service_that_is_down_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        endpoint = f"http://127.0.0.1:{closed.getsockname()[1]}"
    storage = _storage(endpoint)
    with pytest.raises(StorageUnavailable):
        storage.exists(KEY)
    with pytest.raises(StorageUnavailable):
        storage.put(KEY, b"picture", "image/jpeg")


def _python(code: str) -> str:
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, capture_output=True, text=True)
    return result.stdout + result.stderr


def test_boto3_is_loaded_only_by_those_who_use_a_bucket() -> None:
    code = "import sys, ruanghijau.gateways.storage; print('boto3' in sys.modules)"
    assert _python(code) == "False\n"


def test_a_missing_boto3_names_what_to_install() -> None:
    code = (
        "import sys; sys.modules['boto3'] = None; "
        "from ruanghijau.gateways.storage import S3Storage; S3Storage('bucket')"
    )
    assert "install ruanghijau[s3]" in _python(code)
