"""Writing mails to be sent: part of the transaction of the event, so both happen or neither."""

import secrets

from ruanghijau.db import session
from ruanghijau.outbox.models import OutgoingMail
from ruanghijau.runtime import runtime
from ruanghijau.texts import language_of, text


def enqueue(
    recipient: str, template: str, language: str, *, user_id: int | None = None, **params: object
) -> OutgoingMail:
    """Write the mail named `template` (texts `mail.<template>.subject` and `.body`) for the worker."""
    chosen = language_of(language)
    mail = OutgoingMail(
        message_id=f"<{secrets.token_hex(16)}@ruanghijau>",
        user_id=user_id,
        recipient=recipient,
        subject=text(f"mail.{template}.subject", chosen, **params)[:255],
        body=text(f"mail.{template}.body", chosen, url=runtime().settings.public_url, **params),
    )
    session().add(mail)
    return mail
