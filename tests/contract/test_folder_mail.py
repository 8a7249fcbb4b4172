"""What the folder of `.eml` files adds to the contract of mail."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mail_samples import SENDER, message, seen_in

from ruanghijau.gateways.mail import FolderMailer, MailTemporaryFailure
from ruanghijau.gateways.mail.folder import file_name

# What a Message-ID may consist of.
LEFT = st.text("abcXYZ019.!#$%&'*+/=?^_`{|}~-", min_size=1, max_size=100)


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_sending_the_same_message_again_leaves_one_file(tmp_path: Path) -> None:
    for _ in range(3):
        # A worker that died starts over with a new mailer and an equal message.
        FolderMailer(tmp_path, SENDER).send(message(message_id="7@ruanghijau.example"))
    assert len(_files(tmp_path)) == 1


def test_brackets_around_the_id_do_not_make_it_another_message(tmp_path: Path) -> None:
    mailer = FolderMailer(tmp_path, SENDER)
    mailer.send(message(message_id="7@ruanghijau.example"))
    mailer.send(message(message_id="<7@ruanghijau.example>"))
    assert len(_files(tmp_path)) == 1


def test_ids_that_look_alike_as_names_stay_apart(tmp_path: Path) -> None:
    mailer = FolderMailer(tmp_path, SENDER)
    for left in ("a.b", "a/b", "a+b", "A.b", "a" * 100, "a" * 101):
        mailer.send(message(message_id=f"{left}@ruanghijau.example"))
    assert len(_files(tmp_path)) == 6


@given(left=LEFT)
def test_no_id_leads_out_of_the_folder(left: str) -> None:
    name = file_name(message(message_id=f"{left}@ruanghijau.example"))
    assert Path(name).name == name
    assert not name.startswith(".")
    assert name.endswith(".eml")
    assert len(name) < 120


def test_only_finished_files_are_there_and_any_mail_program_reads_them(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "mail"
    sent = message()
    FolderMailer(folder, SENDER).send(sent)
    (name,) = _files(folder)
    data = (folder / name).read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert seen_in(data).subject == sent.subject


def test_a_folder_that_cannot_be_made_is_a_temporary_failure(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file stands where the folder should be")
    with pytest.raises(MailTemporaryFailure):
        FolderMailer(tmp_path / "mail", SENDER).send(message())


@pytest.mark.parametrize("sender", ["", "Ruang Hijau", "halo@x\r\nBcc: a@b", "Ruang Hijau <halo>"])
def test_a_sender_that_is_none_is_found_at_the_start(tmp_path: Path, sender: str) -> None:
    with pytest.raises(ValueError, match="MAIL_SENDER"):
        FolderMailer(tmp_path, sender)


def test_a_sender_with_a_foreign_name_is_shown_as_written(tmp_path: Path) -> None:
    FolderMailer(tmp_path, "Ruang Hijau 🌱 <halo@ruanghijau.example>").send(message())
    (name,) = _files(tmp_path)
    data = (tmp_path / name).read_bytes()
    assert data.isascii()
    assert b"<halo@ruanghijau.example>" in data
