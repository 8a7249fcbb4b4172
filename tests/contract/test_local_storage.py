"""What a folder adds to the contract: links, half-written files, where it may lie."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import ruanghijau
from ruanghijau.gateways.storage import FileMissing, InvalidKey, LocalStorage, StorageUnavailable

KEY = "posts/2026/11/a.jpg"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "uploads"


@pytest.fixture
def storage(root: Path) -> LocalStorage:
    return LocalStorage(root)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_file_lies_at_its_key_and_a_web_server_may_read_it(storage: LocalStorage, root: Path) -> None:
    storage.put(KEY, b"picture", "image/jpeg")
    assert _files(root) == [root / KEY]
    assert (root / KEY).stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert storage.url(KEY) is None


def _umask() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("Umask")).split()[1], 8)


def test_the_folder_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "uploads").symlink_to(tmp_path / "disk")
    storage = LocalStorage(tmp_path / "uploads")
    storage.put(KEY, b"picture", "image/jpeg")
    assert storage.get(KEY).data == b"picture"


@pytest.mark.parametrize("linked", ["posts", "posts/2026", "posts/2026/11", KEY])
def test_a_link_out_of_the_folder_is_not_followed(
    storage: LocalStorage, root: Path, tmp_path: Path, linked: str
) -> None:
    outside = tmp_path / "outside"
    secret = outside / KEY
    secret.parent.mkdir(parents=True)
    secret.write_bytes(b"secret")
    (root / linked).parent.mkdir(parents=True, exist_ok=True)
    (root / linked).symlink_to(outside / linked)
    assert (root / KEY).read_bytes() == b"secret"

    with pytest.raises(InvalidKey):
        storage.put(KEY, b"mine", "image/jpeg")
    with pytest.raises(FileMissing):
        storage.get(KEY)
    assert not storage.exists(KEY)
    storage.delete(KEY)
    assert secret.read_bytes() == b"secret"
    assert _files(outside) == [secret]


def test_a_link_in_a_circle_is_not_followed(storage: LocalStorage, root: Path) -> None:
    root.mkdir()
    (root / "posts").symlink_to(root / "posts")
    with pytest.raises(StorageUnavailable):
        storage.put(KEY, b"mine", "image/jpeg")
    with pytest.raises(StorageUnavailable):
        storage.get(KEY)


@contextmanager
def _largest_file(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_file_and_no_rubbish(storage: LocalStorage, root: Path) -> None:
    storage.put(KEY, b"old", "image/jpeg")
    with _largest_file(100_000), pytest.raises(StorageUnavailable):
        storage.put(KEY, b"n" * 200_000, "image/jpeg")
    assert storage.get(KEY).data == b"old"
    assert _files(root) == [root / KEY]


def test_a_folder_that_cannot_be_made_is_said_to_be_unavailable(tmp_path: Path) -> None:
    (tmp_path / "uploads").write_text("a file stands where the folder should be")
    storage = LocalStorage(tmp_path / "uploads")
    with pytest.raises(StorageUnavailable):
        storage.put(KEY, b"picture", "image/jpeg")


@pytest.mark.parametrize("inside", ["", "uploads", "texts/../uploads"])
def test_uploads_are_never_kept_inside_the_package(inside: str) -> None:
    package = Path(ruanghijau.__file__).parent
    with pytest.raises(ValueError, match="inside the package"):
        LocalStorage(package / inside)
