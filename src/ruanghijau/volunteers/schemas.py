"""Wire shapes of volunteering."""

from typing import Annotated, Self

from pydantic import Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.volunteers.models import Volunteer, VolunteerStatus
from ruanghijau.web.schemas import NUMBER, Done, Id, Input, Output, PageOutput, PageQuery, Timestamp

MAX_HOURS = 10_000


class CampaignChoice(Input):
    campaign_id: Annotated[Id, NUMBER]


class VolunteerChange(Input):
    """Fields left out or null stay as they are."""

    status: VolunteerStatus | None = Field(None, examples=["active"])
    """Only forward: joined, active, completed."""
    hours_contributed: Annotated[int, Field(ge=0, le=MAX_HOURS), NUMBER] | None = None
    """All hours given so far."""


class OwnVolunteeringQuery(PageQuery):
    status: VolunteerStatus | None = None


class Volunteering(Done):
    """Where somebody stands in a campaign."""

    volunteer_id: int
    status: VolunteerStatus

    @classmethod
    def of(cls, source: Volunteer) -> Self:
        return cls(volunteer_id=source.id, status=source.status)


class OwnVolunteering(Output):
    volunteer_id: int
    status: VolunteerStatus
    hours_contributed: int
    joined_at: Timestamp

    @classmethod
    def of(cls, source: Volunteer) -> Self:
        return cls(
            volunteer_id=source.id,
            status=source.status,
            hours_contributed=source.hours_contributed,
            joined_at=source.joined_at,
        )


class JoinedCampaign(CampaignOutput):
    volunteering: OwnVolunteering

    @classmethod
    def joined(cls, source: Volunteer) -> Self:
        return cls.of(source.campaign, volunteering=OwnVolunteering.of(source))


class JoinedCampaignPage(PageOutput):
    campaigns: list[JoinedCampaign]


class VolunteerOutput(Output):
    volunteer_id: int
    status: VolunteerStatus
    joined_at: Timestamp
    hours_contributed: int | None
    """For the campaign's organiser alone; null for everybody else."""
    user: PublicUser

    @classmethod
    def seen(cls, source: Volunteer, *, by_organiser: bool) -> Self:
        return cls(
            volunteer_id=source.id,
            status=source.status,
            joined_at=source.joined_at,
            hours_contributed=source.hours_contributed if by_organiser else None,
            user=PublicUser.of(source.user),
        )


class VolunteerPage(PageOutput):
    volunteers: list[VolunteerOutput]


class VolunteerChanged(Done):
    volunteer: VolunteerOutput
