"""People, how they sign in, and the sessions they hold."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, false, true
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, Updated, now, table_args
from ruanghijau.db.types import UtcDateTime, enum_column

# Stored instead of a hash for somebody who only signs in with Google: no hash method ever yields it.
NO_PASSWORD = "!"  # noqa: S105


class Role(StrEnum):
    user = "user"
    volunteer = "volunteer"
    ambassador = "ambassador"
    admin = "admin"


class User(Base, Created, Updated):
    """A person. `is_active` is false for who was banned; `deleted_at` is set for who left."""

    __tablename__ = "users"

    id: Mapped[IntPk]
    email: Mapped[str] = mapped_column(String(255), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    username: Mapped[str] = mapped_column(String(100), unique=True)
    full_name: Mapped[str | None] = mapped_column(String(255))
    profile_picture_url: Mapped[str | None] = mapped_column(String(500))
    bio: Mapped[str | None] = mapped_column(Text)
    phone_number: Mapped[str | None] = mapped_column(String(20))
    address: Mapped[str | None] = mapped_column(Text)
    city: Mapped[str | None] = mapped_column(String(100))
    country: Mapped[str | None] = mapped_column(String(100))
    is_verified: Mapped[bool] = mapped_column(default=False, server_default=false())
    role: Mapped[Role] = enum_column(Role, "role", Role.user)
    is_active: Mapped[bool] = mapped_column(default=True, server_default=true())
    google_subject: Mapped[str | None] = mapped_column(String(255), unique=True)
    language: Mapped[str] = mapped_column(String(5), default="id", server_default="id")
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = table_args(Index(None, "email"), Index(None, "username"))

    @property
    def may_sign_in(self) -> bool:
        return self.is_active and self.deleted_at is None

    @property
    def has_password(self) -> bool:
        return self.password_hash != NO_PASSWORD

    def erase(self) -> None:
        """Leave a row that others' rows can point to, and nothing in it that says who this was.

        No address in `.invalid` is ever delivered (RFC 2606), and no username may have a hyphen.
        """
        self.email, self.username = f"dihapus-{self.id}@dihapus.invalid", f"dihapus-{self.id}"
        self.full_name = self.bio = self.phone_number = self.address = self.city = self.country = None
        self.profile_picture_url = self.google_subject = None
        self.password_hash, self.is_verified, self.role = NO_PASSWORD, False, Role.user
        self.language = "id"
        self.deleted_at = self.deleted_at or now()


class AuthSession(Base, Created):
    """One sign-in on one device: the family that all its tokens belong to.

    `refresh_token_id` names the only refresh token that is still good; showing an older one means that
    somebody else holds a copy, and ends the whole family.
    """

    __tablename__ = "auth_sessions"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    refresh_token_id: Mapped[str] = mapped_column(String(36))
    user_agent: Mapped[str | None] = mapped_column(String(255))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = table_args(Index(None, "user_id"), Index(None, "expires_at"))

    @property
    def is_live(self) -> bool:
        return self.revoked_at is None and self.expires_at > now()

    def revoke(self) -> None:
        if self.revoked_at is None:
            self.revoked_at = now()
