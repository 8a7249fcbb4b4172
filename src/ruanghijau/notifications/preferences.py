"""How each person wishes to be told of each kind of news."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from ruanghijau.accounts import service as accounts
from ruanghijau.db import session
from ruanghijau.notifications.kinds import DEFAULTS, Kind, Ways
from ruanghijau.notifications.models import NotificationPreference


def ways(user_ids: Sequence[int], kind: Kind) -> dict[int, Ways]:
    """By which ways each of these people is told of one kind."""
    statement = select(NotificationPreference).where(
        NotificationPreference.user_id.in_(user_ids), NotificationPreference.kind == kind.value
    )
    chosen = {wish.user_id: Ways(wish.in_app, wish.email) for wish in session().scalars(statement)}
    return dict.fromkeys(user_ids, DEFAULTS[kind]) | chosen


def read(user_id: int) -> dict[Kind, Ways]:
    """A person's ways for every kind there is."""
    kept = _kept(user_id)
    return {
        kind: Ways(kept[kind].in_app, kept[kind].email) if kind in kept else DEFAULTS[kind] for kind in Kind
    }


def change(user_id: int, wishes: Mapping[Kind, Ways]) -> None:
    """Set a person's ways for the given kinds and leave the others as they are."""
    accounts.lock_user(user_id)  # two devices that change the same wish take turns
    kept = _kept(user_id)
    for kind, wish in wishes.items():
        _keep(user_id, kind, wish, kept.get(kind))
    session().flush()


def _keep(user_id: int, kind: Kind, wish: Ways, before: NotificationPreference | None) -> None:
    if wish == DEFAULTS[kind]:
        if before is not None:
            session().delete(before)
    elif before is not None:
        before.in_app, before.email = wish.in_app, wish.email
    else:
        row = NotificationPreference(user_id=user_id, kind=kind.value, in_app=wish.in_app, email=wish.email)
        session().add(row)


def _kept(user_id: int) -> dict[Kind, NotificationPreference]:
    statement = select(NotificationPreference).where(NotificationPreference.user_id == user_id)
    fresh = statement.execution_options(populate_existing=True)
    return {Kind(wish.kind): wish for wish in session().scalars(fresh) if wish.kind in DEFAULTS}
