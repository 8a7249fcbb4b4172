"""Mails that wait, without people and events around them."""

from collections.abc import Callable

from sqlalchemy import select, update

from ruanghijau.app import RuangHijau
from ruanghijau.outbox import delivery, service
from ruanghijau.outbox.models import OutgoingMail
from ruanghijau.outbox.service import Letter


class Outbox:
    """The outbox of a running platform, as its worker and its database see it."""

    def __init__(self, app: RuangHijau) -> None:
        self.app = app

    def write(self, *recipients: str) -> None:
        params = {"name": "Sari", "link": "http://localhost/akun"}
        letters = [Letter(one, "verify_email", "id", params=params) for one in recipients]
        self.do(lambda: service.enqueue_many(letters))

    def deliver(self, limit: int = 100) -> int:
        with self.app.runtime.active():
            return delivery.deliver_due(limit)

    def do(self, action: Callable[[], object]) -> object:
        with self.app.runtime.active(), self.app.runtime.database.transaction():
            return action()

    def rows(self) -> list[OutgoingMail]:
        with self.app.runtime.database.transaction(write=False) as session:
            return list(session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))

    def row(self) -> OutgoingMail:
        (only,) = self.rows()
        return only

    def set(self, **columns: object) -> None:
        """Write into every row, as if time had passed or a worker had died."""
        with self.app.runtime.database.transaction() as session:
            session.execute(update(OutgoingMail).values(columns))
