"""Wire shapes of notifications."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, Strict

from ruanghijau.notifications.kinds import Kind, Ways
from ruanghijau.notifications.models import Notification
from ruanghijau.web.schemas import Done, Input, Output, PageOutput, PageQuery, Timestamp

Choice = Annotated[bool, Strict()]


class NotificationQuery(PageQuery):
    unread: bool = False
    """Only what has not been read."""


class NotificationOutput(Output):
    id: int
    kind: str
    title: str
    content: str
    related_id: int | None
    """What it is about: a post, a comment, a campaign, a person or a donation, depending on `kind`."""
    is_read: bool
    created_at: Timestamp

    @classmethod
    def of(cls, source: Notification) -> Self:
        return cls(
            id=source.id,
            kind=source.type or Kind.system,
            title=source.title or "",
            content=source.content or "",
            related_id=source.related_id,
            is_read=source.is_read,
            created_at=source.created_at,
        )


class NotificationPage(PageOutput):
    notifications: list[NotificationOutput]
    unread_count: int
    """All that is unread, on this page or not."""


class UnreadCount(Output):
    unread_count: int


class NotificationsRead(Done):
    unread_count: int


class Preference(Output):
    """How one kind of news comes: in the app, by mail, both, or not at all."""

    kind: Kind
    in_app: bool
    email: bool
    """Mail is only sent to an address that was verified."""


class Preferences(Output):
    preferences: list[Preference]

    @classmethod
    def of(cls, source: Mapping[Kind, Ways]) -> Self:
        shown = [Preference(kind=kind, in_app=ways.in_app, email=ways.email) for kind, ways in source.items()]
        return cls(preferences=shown)


class PreferenceInput(Input):
    kind: Kind
    in_app: Choice
    email: Choice


class PreferencesInput(Input):
    """Kinds left out stay as they are; of one named twice, the last counts."""

    preferences: list[PreferenceInput] = Field(
        max_length=50, examples=[[{"kind": "like", "in_app": True, "email": False}]]
    )

    @property
    def wishes(self) -> dict[Kind, Ways]:
        return {wish.kind: Ways(wish.in_app, wish.email) for wish in self.preferences}
