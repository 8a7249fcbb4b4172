"""Mail as `.eml` files in a folder, for a machine that has no mail server; any mail program opens them."""

import hashlib
import re
from pathlib import Path

from ruanghijau.gateways.atomic import write_whole
from ruanghijau.gateways.mail.errors import MailTemporaryFailure
from ruanghijau.gateways.mail.message import Message
from ruanghijau.gateways.mail.rendering import Sender, rendered

_UNFIT_FOR_A_NAME = re.compile(r"[^A-Za-z0-9@-]+")


class FolderMailer:
    """Writes each message to a file named after its id, so a message sent twice is still one file.

    `sender` is the From header, such as `Ruang Hijau <halo@example.org>`. Raises
    `ValueError` where it is none.
    """

    def __init__(self, folder: Path, sender: str) -> None:
        self._folder = folder
        self._sender = Sender.parse(sender)

    def send(self, message: Message) -> None:
        content = rendered(message, self._sender).data
        try:
            write_whole(self._folder / file_name(message), content)
        except OSError as error:
            raise MailTemporaryFailure(str(error)) from error


def file_name(message: Message) -> str:
    """Readable, and one for each id: the digest tells apart what the readable part does not."""
    digest = hashlib.sha256(message.bare_id.encode()).hexdigest()[:32]
    return f"{_UNFIT_FOR_A_NAME.sub('-', message.bare_id)[:60]}-{digest}.eml"
