"""Files for every operation that takes one."""

import gc
import io
import re
from collections.abc import Iterator
from typing import Any

import bad_files
import pytest
from corpus import Case, refused, survived
from gauntlets import Gauntlet
from operations import FORM, Operation, form, is_file
from PIL import Image

from ruanghijau.app import RuangHijau

BOUNDARY = f"{FORM}; boundary=pagar"
PART = b'--pagar\r\nContent-Disposition: form-data; name="content"\r\n\r\nHalo\r\n'
STORED = re.compile(r"[a-z]+/\d{4}/\d{2}/[0-9a-f]{32}(-thumb)?\.jpg")
BROKEN_FORMS: dict[str, tuple[str, bytes]] = {
    "no boundary": (FORM, PART + b"--pagar--\r\n"),
    "empty boundary": (f"{FORM}; boundary=", PART + b"--pagar--\r\n"),
    "another boundary": (f"{FORM}; boundary=lain", PART + b"--pagar--\r\n"),
    "boundary of 10 KB": (f"{FORM}; boundary={'x' * 10_000}", PART),
    "boundary with controls": (f'{FORM}; boundary="a\x01b"', PART),
    "empty": (BOUNDARY, b""),
    "end alone": (BOUNDARY, b"--pagar--\r\n"),
    "cut in a part": (BOUNDARY, PART[:-10]),
    "cut in a header": (BOUNDARY, PART[:30]),
    "never ended": (BOUNDARY, PART),
    "JSON": (BOUNDARY, b'{"content": "Halo"}'),
    "part without a name": (BOUNDARY, b"--pagar\r\nContent-Disposition: form-data\r\n\r\nx\r\n--pagar--\r\n"),
    "part without headers": (BOUNDARY, b"--pagar\r\n\r\nx\r\n--pagar--\r\n"),
    "header without an end": (BOUNDARY, b"--pagar\r\nX: " + b"x" * 100_000),
    "header that is not UTF-8": (BOUNDARY, PART.replace(b"content", b"\xff\xfe") + b"--pagar--\r\n"),
    "lines ended by LF": (BOUNDARY, PART.replace(b"\r\n", b"\n") + b"--pagar--\n"),
    "value that is not UTF-8": (BOUNDARY, PART.replace(b"Halo", b"\xff\xfe\xed\xa0\x80") + b"--pagar--\r\n"),
    "unknown charset": (
        BOUNDARY,
        PART.replace(b"\r\n\r\n", b"\r\nContent-Type: text/plain; charset=x\r\n\r\n"),
    ),
    "2,000 parts": (BOUNDARY, PART * 2000 + b"--pagar--\r\n"),
    "20,000 boundaries": (BOUNDARY, b"--pagar\r\n" * 20_000),
}


def takers(api: list[Operation]) -> Iterator[tuple[Operation, str]]:
    """Each operation that takes a file, with the field for it."""
    found = [(one, name) for one in api for name, field in one.fields.items() if is_file(field)]
    assert len(found) >= 2
    yield from found


def upload(operation: Operation, field: str, data: bytes, name: str = "foto.jpg") -> dict[str, Any]:
    return operation.body(**{field: (io.BytesIO(data), name)})


def accepted(operation: Operation, name: str, options: dict[str, Any]) -> Case:
    """A request that must be accepted, as far as its file is concerned."""
    # A receipt is looked at before it is known that the campaign of these tests has no money to spend.
    fine = {409} if operation.path.endswith("/disbursements") else {200, 201}
    return Case(f"{operation.name}: {name}", operation.method, operation.path, options, frozenset(fine))


def test_what_is_no_picture_is_refused_and_not_kept(
    app: RuangHijau, gauntlet: Gauntlet, api: list[Operation]
) -> None:
    before = stored(app)
    for operation, field in takers(api):
        for name, data in bad_files.NO_PICTURES.items():
            gauntlet.run([refused(operation, name, upload(operation, field, data), names=field)])
    assert stored(app) == before


def test_pictures_with_something_else_in_them_are_kept_without_it(
    app: RuangHijau, gauntlet: Gauntlet, api: list[Operation]
) -> None:
    for operation, field in takers(api):
        for name, data in bad_files.PICTURES.items():
            gauntlet.run([accepted(operation, name, upload(operation, field, data))])
    files = stored(app)
    assert files
    for path in files:
        kept = path.read_bytes()
        assert Image.open(io.BytesIO(kept)).format == "JPEG"
        assert b"script" not in kept
        assert b"index.html" not in kept


def test_the_name_of_a_file_means_nothing(app: RuangHijau, gauntlet: Gauntlet, api: list[Operation]) -> None:
    for operation, field in takers(api):
        # The mission has the detector look at the extension; of what it stores, the name means nothing too.
        expected = survived if operation.path == "/api/waste/detect" else accepted
        for name in bad_files.NAMES:
            gauntlet.run([expected(operation, repr(name), upload(operation, field, bad_files.drawn(), name))])
    folder = app.runtime.settings.upload_folder
    for path in stored(app):
        assert STORED.fullmatch(path.relative_to(folder).as_posix()), path


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_forms_that_are_broken(gauntlet: Gauntlet, api: list[Operation]) -> None:
    for operation, field in takers(api):
        for name, (media, data) in BROKEN_FORMS.items():
            gauntlet.run([survived(operation, name, {"data": data, "content_type": media})])
        whole = upload(operation, field, bad_files.drawn(size=(300, 200)))
        for length in range(0, len(whole["data"]), max(1, len(whole["data"]) // 40)):
            gauntlet.run([survived(operation, f"cut at {length}", whole | {"data": whole["data"][:length]})])
    gc.collect()  # Werkzeug leaves the file of a form that breaks off to the garbage collector


def test_two_files_where_one_is_meant(gauntlet: Gauntlet, api: list[Operation]) -> None:
    for operation, field in takers(api):
        files = [(io.BytesIO(bad_files.drawn()), "a.jpg"), (io.BytesIO(bad_files.SCRIPT), "b.jpg")]
        gauntlet.run([survived(operation, "two files", operation.body(**{field: files}))])


def test_what_is_served_can_never_run(gauntlet: Gauntlet) -> None:
    data = bad_files.PICTURES["page behind a JPEG"]
    body = form({"content": "x", "image": (io.BytesIO(data), "x.html")})
    created = gauntlet.caller.request("POST", "/api/posts/create", **body)
    served = gauntlet.caller.get(created.json["image_url"])
    assert served.content_type == "image/jpeg"
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in served.headers["Content-Security-Policy"]


def stored(app: RuangHijau) -> set[Any]:
    return {path for path in app.runtime.settings.upload_folder.rglob("*") if path.is_file()}
