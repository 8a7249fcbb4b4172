"""What the demo's people are, write and organise: read from the TOML files beside this module.

Every file is checked against the shapes below when it is read, so that a misspelt field is an error.
"""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from ruanghijau.accounts.models import Role
from ruanghijau.campaigns.models import CampaignStatus
from ruanghijau.demo.drawings import Item
from ruanghijau.posts.categories import PostCategory
from ruanghijau.posts.models import PostStatus
from ruanghijau.volunteers.models import VolunteerStatus


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DemoPerson(Entry):
    """`portrait` and `skin` (1 light .. 5 deep) are for `drawings.draw_avatar`."""

    username: str
    full_name: str
    city: str
    role: Role
    bio: str
    portrait: str
    skin: Literal[1, 2, 3, 4, 5]
    interests: tuple[PostCategory, ...]

    @property
    def email(self) -> str:
        return f"{self.username}@demo.ruanghijau.example"  # a domain reserved for examples (RFC 2606)


class DemoPost(Entry):
    """`scene` is for `drawings.draw_scene`; None is a post without a picture."""

    key: str
    author: str
    title: str
    content: str
    category: PostCategory
    days_ago: float
    scene: str | None = None
    status: PostStatus = PostStatus.published


class DemoComment(Entry):
    """A comment and what answers it; the order is that of time."""

    author: str
    content: str
    replies: tuple["DemoComment", ...] = ()


class DemoThread(Entry):
    """What is written under the post with the key `post`."""

    post: str
    comments: tuple[DemoComment, ...]


class DemoUpdate(Entry):
    title: str
    content: str
    days_ago: float
    scene: str | None = None


class DemoDisbursement(Entry):
    """Money that was spent, in rupiah; `receipt` is for `drawings.draw_receipt`, empty for none."""

    days_ago: int = Field(ge=1)
    purpose: str
    recipient: str
    amount: int
    receipt: tuple[Item, ...] = ()
    void_reason: str | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.receipt and sum(item.total for item in self.receipt) != self.amount:
            raise ValueError(f"the receipt of {self.purpose!r} is not over {self.amount}")
        return self


class DemoVolunteer(Entry):
    username: str
    status: VolunteerStatus
    hours: int
    joined_days_ago: float


class DemoCampaign(Entry):
    """Days are offsets from today, negative in the past; `goal` is whole rupiah, `share` what came of it."""

    key: str
    creator: str
    title: str
    description: str
    category: str
    city: str
    goal: int
    share: float
    status: CampaignStatus
    cancel_reason: str | None = None
    created_day: int
    start_day: int
    end_day: int
    volunteer_capacity: int | None = None
    permit_number: str | None = None
    operating_cost_percent: Decimal | None = None
    scene: str
    updates: tuple[DemoUpdate, ...] = ()
    disbursements: tuple[DemoDisbursement, ...] = ()
    volunteers: tuple[DemoVolunteer, ...] = ()

    @property
    def collected(self) -> int:
        """Rupiah collected so far."""
        return round(self.goal * self.share)

    @property
    def spent(self) -> int:
        """Rupiah spent so far; what was voided does not count."""
        return sum(entry.amount for entry in self.disbursements if entry.void_reason is None)


@cache
def people() -> tuple[DemoPerson, ...]:
    return TypeAdapter(tuple[DemoPerson, ...]).validate_python(_read("people"))


@cache
def posts() -> tuple[DemoPost, ...]:
    """All posts, oldest first."""
    found = TypeAdapter(tuple[DemoPost, ...]).validate_python(_read("posts"))
    return tuple(sorted(found, key=lambda post: -post.days_ago))


@cache
def threads() -> tuple[DemoThread, ...]:
    return TypeAdapter(tuple[DemoThread, ...]).validate_python(_read("threads"))


@cache
def campaigns() -> tuple[DemoCampaign, ...]:
    return TypeAdapter(tuple[DemoCampaign, ...]).validate_python(_read("campaigns"))


def _read(name: str) -> list[object]:
    """The entries of `name.toml`, or of every file in the folder `name`.

    Each file holds one list of the same name; what stands above the list is true for all its entries.
    """
    place = files(__name__)
    sources = (
        sorted(place.joinpath(name).iterdir(), key=lambda file: file.name)
        if place.joinpath(name).is_dir()
        else [place.joinpath(f"{name}.toml")]
    )
    entries: list[object] = []
    for source in sources:
        document = tomllib.loads(source.read_text(encoding="utf-8"))
        found = document.pop(name)
        entries += [document | entry for entry in found]
    return entries
