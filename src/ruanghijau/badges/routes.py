"""`/api/badges`: the badges there are, and who holds which."""

from apiflask import APIBlueprint

from ruanghijau.accounts import service as accounts
from ruanghijau.badges import service
from ruanghijau.badges.kinds import Badge
from ruanghijau.badges.schemas import BadgeKind, BadgeKinds, HeldBadge, HeldBadges

bp = APIBlueprint("badges", __name__, url_prefix="/api/badges", tag="Donations")


@bp.get("")
@bp.output(BadgeKinds)
def read_kinds() -> BadgeKinds:
    """Every badge, and what earns it."""
    return BadgeKinds(badges=[BadgeKind.of(badge) for badge in Badge])


@bp.get("/user/<int:user_id>")
@bp.output(HeldBadges)
def read_held(user_id: int) -> HeldBadges:
    """The badges of a person, the oldest first."""
    accounts.get_user(user_id)
    held = service.badges_of([user_id]).get(user_id, [])
    return HeldBadges(badges=[HeldBadge.held(row) for row in held])
