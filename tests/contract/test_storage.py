"""What every `Storage` does, on a folder and on a real S3 server."""

import secrets
import string
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from s3_server import s3_bucket

from ruanghijau.gateways.storage import (
    FileMissing,
    InvalidKey,
    LocalStorage,
    Storage,
    StoredFile,
)

SEGMENTS = st.text(string.ascii_lowercase + string.digits + "_-", min_size=1, max_size=20).filter(
    lambda segment: segment[0] != "-"
)
TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "json": "application/json"}
KEYS = st.builds(
    lambda folders, name, extension: f"{'/'.join([*folders, name])}.{extension}",
    st.lists(SEGMENTS, max_size=4),
    SEGMENTS,
    st.sampled_from(sorted(TYPES)),
)
HOSTILE_KEYS = [
    "",
    ".",
    "..",
    "/",
    "../secret.jpg",
    "posts/../../secret.jpg",
    "posts/..",
    "posts/./a.jpg",
    "/etc/passwd",
    "/posts/a.jpg",
    "//posts/a.jpg",
    "posts//a.jpg",
    "posts/a.jpg/",
    "posts\\..\\a.jpg",
    "c:/a.jpg",
    "posts/a\0.jpg",
    "posts/a.jpg\0",
    "posts/a.jpg\n",
    "posts/%2e%2e/a.jpg",
    "posts/.hidden.jpg",
    ".a.jpg",
    "posts/a",
    "posts/a.html",
    "posts/a.svg",
    "posts/a.php.jpg",
    "posts/A.jpg",
    "posts/a.JPG",
    "posts/à.jpg",
    "posts/a b.jpg",
    "posts/a.jpg?x=1",
    "posts/a.jpg#x",
    "-rf/a.jpg",
    "\u202egpj.a",
    "a" * 300 + ".jpg",
    "a/" * 200 + "a.jpg",
]


@pytest.fixture(scope="module", params=["local", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    if request.param == "local":
        yield LocalStorage(tmp_path_factory.mktemp("storage") / "uploads")
    else:
        with s3_bucket() as storage:
            yield storage


def _type(key: str) -> str:
    return TYPES[key.rpartition(".")[2]]


def _fresh() -> str:
    return f"posts/{secrets.token_hex(8)}.jpg"


@settings(max_examples=60, deadline=None)
@given(key=KEYS, data=st.binary(max_size=3000))
def test_what_is_put_comes_back(storage: Storage, key: str, data: bytes) -> None:
    storage.put(key, data, _type(key))
    assert storage.exists(key)
    assert storage.get(key) == StoredFile(data, _type(key))


@settings(max_examples=25, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["put", "delete", "read"]),
            st.sampled_from(["a.jpg", "a/a.jpg", "a/b.jpg", "a/a/a.jpg"]),
            st.binary(max_size=20),
        ),
        max_size=25,
    )
)
def test_behaves_like_a_dictionary(storage: Storage, steps: list[tuple[str, str, bytes]]) -> None:
    folder, expected = f"model_{secrets.token_hex(8)}", dict[str, bytes]()
    for verb, name, data in steps:
        key = f"{folder}/{name}"
        if verb == "put":
            storage.put(key, data, "image/jpeg")
            expected[key] = data
        elif verb == "delete":
            storage.delete(key)
            expected.pop(key, None)
        assert storage.exists(key) == (key in expected)
        assert _read(storage, key) == expected.get(key)


def _read(storage: Storage, key: str) -> bytes | None:
    try:
        return storage.get(key).data
    except FileMissing:
        return None


def test_a_large_file_comes_back(storage: Storage) -> None:
    key, data = _fresh(), secrets.token_bytes(16 * 1024 * 1024)
    storage.put(key, data, "image/jpeg")
    assert storage.get(key).data == data


def test_a_missing_file_is_missing_and_deleting_it_is_fine(storage: Storage) -> None:
    key = _fresh()
    assert not storage.exists(key)
    with pytest.raises(FileMissing):
        storage.get(key)
    storage.delete(key)
    storage.delete(key)


@pytest.mark.parametrize("key", HOSTILE_KEYS)
def test_a_hostile_key_is_refused_for_writing_and_missing_for_reading(storage: Storage, key: str) -> None:
    _assert_refused(storage, key)


@settings(max_examples=150, deadline=None)
@given(
    key=st.one_of(
        st.text(max_size=40),
        st.text("./\\a\0%~: -", max_size=12).map(lambda text: f"{text}.jpg"),
        st.tuples(KEYS, st.sampled_from("./\\ \0\n%?#:é")).map("".join),
    )
)
def test_no_odd_key_does_harm(storage: Storage, key: str) -> None:
    try:
        storage.put(key, b"x", "image/jpeg")
    except InvalidKey:
        _assert_refused(storage, key)
    else:
        assert set(key) <= set(string.ascii_lowercase + string.digits + "_-/.")
        assert all(part not in ("", ".", "..") for part in key.split("/"))


def _assert_refused(storage: Storage, key: str) -> None:
    refused: list[Callable[[], object]] = [
        lambda: storage.put(key, b"x", "image/jpeg"),
        lambda: storage.url(key),
    ]
    for attempt in refused:
        with pytest.raises(InvalidKey):
            attempt()
    with pytest.raises(FileMissing):
        storage.get(key)
    assert not storage.exists(key)
    storage.delete(key)


@pytest.mark.parametrize("content_type", ["text/html", "image/png", "image/svg+xml", ""])
def test_a_type_that_the_extension_does_not_stand_for_is_refused(storage: Storage, content_type: str) -> None:
    key = _fresh()
    with pytest.raises(InvalidKey):
        storage.put(key, b"x", content_type)
    assert not storage.exists(key)


def test_a_reader_beside_many_writers_sees_one_of_their_files_whole(storage: Storage) -> None:
    key = _fresh()
    versions = [bytes([number]) * 200_000 for number in range(8)]
    storage.put(key, versions[0], "image/jpeg")
    with ThreadPoolExecutor(6) as pool:
        writes = [pool.submit(storage.put, key, data, "image/jpeg") for data in versions * 2]
        reads = [pool.submit(storage.get, key) for _ in range(24)]
    assert not any(write.exception() for write in writes)
    assert all(read.result().data in versions for read in reads)
