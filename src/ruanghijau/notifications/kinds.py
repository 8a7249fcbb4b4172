"""What people can be told of, and how they are told unless they wish otherwise."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Each has its texts under `notifications.<kind>` in the catalogues."""

    like = "like"
    comment = "comment"
    reply = "reply"
    comment_like = "comment_like"
    follow = "follow"
    campaign_update = "campaign_update"
    campaign_cancelled = "campaign_cancelled"
    campaign_ended = "campaign_ended"
    volunteer_joined = "volunteer_joined"
    volunteer_status = "volunteer_status"
    goal_reached = "goal_reached"
    donation_received = "donation_received"
    donation_succeeded = "donation_succeeded"
    donation_refunded = "donation_refunded"
    donation_withdrawn = "donation_withdrawn"
    disbursement = "disbursement"
    badge = "badge"
    system = "system"


# What somebody can do and undo with two clicks.
QUIET_KINDS: Final = frozenset({Kind.like, Kind.comment_like, Kind.follow})


@dataclass(frozen=True)
class Ways:
    """By which ways somebody is told."""

    in_app: bool
    email: bool


# What comes many times a day stays out of the mailbox unless somebody wants it there.
_IN_APP, _BOTH = Ways(in_app=True, email=False), Ways(in_app=True, email=True)
DEFAULTS: Final[dict[Kind, Ways]] = {
    Kind.like: _IN_APP,
    Kind.comment: _BOTH,
    Kind.reply: _BOTH,
    Kind.comment_like: _IN_APP,
    Kind.follow: _IN_APP,
    Kind.campaign_update: _BOTH,
    Kind.campaign_cancelled: _BOTH,
    Kind.campaign_ended: _BOTH,
    Kind.volunteer_joined: _IN_APP,
    Kind.volunteer_status: _BOTH,
    Kind.goal_reached: _BOTH,
    Kind.donation_received: _IN_APP,
    Kind.donation_succeeded: _BOTH,
    Kind.donation_refunded: _BOTH,
    Kind.donation_withdrawn: _IN_APP,
    Kind.disbursement: _BOTH,
    Kind.badge: _IN_APP,
    Kind.system: _BOTH,
}
