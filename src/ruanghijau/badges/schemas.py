"""Wire shapes of badges."""

from typing import Self

from ruanghijau.badges.kinds import CONDITIONS, Badge
from ruanghijau.badges.models import UserBadge
from ruanghijau.web.language import say
from ruanghijau.web.schemas import Output, RupiahAmount, Timestamp


class BadgeOutput(Output):
    badge: Badge
    name: str
    description: str

    @classmethod
    def of(cls, source: Badge) -> Self:
        return cls(badge=source, **_words(source))


class BadgeKind(BadgeOutput):
    """A badge, and what earns it: so many donations and so many rupiah in all."""

    donations: int
    rupiah: RupiahAmount

    @classmethod
    def of(cls, source: Badge) -> Self:
        needed = CONDITIONS[source]
        return cls(badge=source, donations=needed.donations, rupiah=needed.rupiah, **_words(source))


class HeldBadge(BadgeOutput):
    since: Timestamp

    @classmethod
    def held(cls, source: UserBadge) -> Self:
        badge = Badge(source.badge)
        return cls(badge=badge, since=source.created_at, **_words(badge))


class BadgeKinds(Output):
    badges: list[BadgeKind]


class HeldBadges(Output):
    badges: list[HeldBadge]


def _words(badge: Badge) -> dict[str, str]:
    key = f"badges.{badge.value}"
    return {"name": say(f"{key}.name"), "description": say(f"{key}.description")}
