"""Reading the mails that wait to be sent."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import select

from ruanghijau.app import RuangHijau
from ruanghijau.outbox.models import OutgoingMail


def mails_to(app: RuangHijau, recipient: str) -> list[OutgoingMail]:
    """What was written to this address, the oldest first."""
    with app.runtime.database.transaction(write=False) as session:
        mails = session.scalars(select(OutgoingMail).order_by(OutgoingMail.id))
        return [mail for mail in mails if mail.recipient == recipient]


def link_in(mail: OutgoingMail) -> str:
    """The address a mail asks to open."""
    return next(link for link in re.findall(r"https?://\S+", mail.body) if "token=" in link)


def token_in(mail: OutgoingMail) -> Any:
    return parse_qs(urlsplit(link_in(mail)).query)["token"][0]
