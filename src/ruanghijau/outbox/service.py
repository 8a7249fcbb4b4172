"""Writing mails to be sent: part of the transaction of the event, so both happen or neither."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import insert

from ruanghijau.db import after_commit, session
from ruanghijau.outbox import retention
from ruanghijau.outbox.models import OutgoingMail
from ruanghijau.runtime import runtime
from ruanghijau.texts import language_of, text

MAX_SUBJECT = 255
_WOKEN = "outbox_woken"


@dataclass(frozen=True)
class About:
    """What a mail is about, and who stands in it by name."""

    kind: str
    related_id: int | None
    actor_id: int | None


@dataclass(frozen=True)
class Letter:
    """A mail before it is worded: texts `mail.<template>.subject` and `.body`, filled from `params`."""

    recipient: str
    template: str
    language: str
    user_id: int | None = None
    about: About | None = None
    params: Mapping[str, object] = field(default_factory=dict)


def enqueue(
    recipient: str, template: str, language: str, *, user_id: int | None = None, **params: object
) -> OutgoingMail:
    """Write the mail named `template` for the worker."""
    mail = OutgoingMail(**_worded(Letter(recipient, template, language, user_id, params=params)))
    session().add(mail)
    _wake_worker()
    return mail


def enqueue_many(letters: Sequence[Letter]) -> None:
    """Write many mails with one statement."""
    if letters:
        session().execute(insert(OutgoingMail), [_worded(letter) for letter in letters])
        _wake_worker()


def take_back(kinds: Iterable[str], related_ids: Sequence[int]) -> None:
    """Blank the mails about these things, which are gone; what waits is not sent any more."""
    retention.take_back(OutgoingMail.kind.in_([*kinds]) & OutgoingMail.related_id.in_(related_ids))


def _worded(letter: Letter) -> dict[str, object]:
    language, params = language_of(letter.language), letter.params
    subject = text(f"mail.{letter.template}.subject", language, **params)
    about = letter.about or About("", None, None)
    return {
        "message_id": f"<{secrets.token_hex(16)}@ruanghijau>",
        "user_id": letter.user_id,
        "recipient": letter.recipient,
        "subject": " ".join(subject.split())[:MAX_SUBJECT],  # a header is one line
        "body": text(f"mail.{letter.template}.body", language, url=runtime().settings.public_url, **params),
        "kind": about.kind or None,
        "related_id": about.related_id,
        "actor_id": about.actor_id,
    }


def _wake_worker() -> None:
    """Have the mails of this transaction sent at once, not at the worker's next round; once is enough."""
    if not session().info.setdefault(_WOKEN, False):
        session().info[_WOKEN] = True
        after_commit(runtime().wake)
