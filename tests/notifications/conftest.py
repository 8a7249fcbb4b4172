"""People whose address is proved: only they get mail."""

from collections.abc import Callable

import pytest

from mails import mails_to, token_in
from people import Person
from ruanghijau.app import RuangHijau


@pytest.fixture
def verified(app: RuangHijau, guest: Person, person: Callable[..., Person]) -> Callable[..., Person]:
    """Registers somebody and follows the link in the mail they get."""

    def register(username: str) -> Person:
        who = person(username)
        (mail,) = mails_to(app, f"{username}@contoh.id")
        assert guest.post("/api/auth/verify-email", {"token": token_in(mail)}).status_code == 200
        return who

    return register
