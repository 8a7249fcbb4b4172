"""A signed-in person, as the rules see them."""

from dataclasses import dataclass

from ruanghijau.accounts.models import Role
from ruanghijau.errors import Forbidden


@dataclass(frozen=True)
class Identity:
    user_id: int
    role: Role
    session_id: str

    @property
    def is_admin(self) -> bool:
        return self.role is Role.admin

    def require_owner(self, owner_id: int) -> None:
        """Raise `Forbidden` unless this person owns the thing or is an administrator."""
        if owner_id != self.user_id and not self.is_admin:
            raise Forbidden
