"""What the worker does, and when. Each job opens its own transactions and may run twice at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from ruanghijau.accounts import sessions
from ruanghijau.campaigns import service as campaigns
from ruanghijau.db.calendar import today
from ruanghijau.donations import reconciling
from ruanghijau.outbox import delivery, retention
from ruanghijau.privacy import service as privacy
from ruanghijau.quotas import service as quotas
from ruanghijau.runtime import runtime

# A worker that is asked to stop finishes what it has in hand, so that must not be much.
BATCH = 20

T = TypeVar("T")


@dataclass(frozen=True)
class Job:
    """`run` returns how much it did. `when` is a crontab in UTC; what it leaves out stands for every."""

    name: str
    run: Callable[[], int]
    when: Mapping[str, str] = field(default_factory=dict)


def deliver_mails() -> int:
    """Send a batch of mails that are due, and see to it that the next batch follows."""
    taken = delivery.deliver_due(BATCH)
    if taken == BATCH:
        runtime().wake()
    return taken


def complete_campaigns() -> int:
    """Complete the campaigns whose last day is over."""
    return _until_nothing_is_left(lambda: campaigns.complete_ended(today()))


def reconcile_donations() -> int:
    """Ask the payment gateway about donations that wait."""
    return reconciling.reconcile().moved


def finish_erasures() -> int:
    """Erase what somebody wrote in the very moment in which they were being erased."""
    left = _in_transaction(privacy.lately_left)
    for user_id in left:
        _in_transaction(partial(privacy.erase_remains, user_id))
    return len(left)


def purge_sessions() -> int:
    """Forget sign-ins that have expired."""
    return _until_nothing_is_left(sessions.purge_expired)


def purge_mails() -> int:
    """Forget what old mails said."""
    return _until_nothing_is_left(retention.purge_bodies)


def purge_quotas() -> int:
    """Forget how often something was asked on days that are over."""
    return _until_nothing_is_left(quotas.purge_old)


def _until_nothing_is_left(action: Callable[[], int]) -> int:
    total = 0
    while done := _in_transaction(action):
        total += done
    return total


def _in_transaction(action: Callable[[], T]) -> T:
    with runtime().database.transaction():
        return action()


DELIVERY = Job("deliver-mails", deliver_mails)
JOBS = (
    DELIVERY,
    Job("complete-campaigns", complete_campaigns, {"minute": "5"}),
    Job("reconcile-donations", reconcile_donations, {"minute": "*/15"}),
    Job("finish-erasures", finish_erasures, {"minute": "35"}),
    Job("purge-sessions", purge_sessions, {"minute": "20", "hour": "19"}),
    Job("purge-mails", purge_mails, {"minute": "40", "hour": "19"}),
    Job("purge-quotas", purge_quotas, {"minute": "50", "hour": "19"}),
)
