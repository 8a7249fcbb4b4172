"""Wire shapes of a campaign together with its supporters."""

from typing import Self

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.supporters.service import SupportedCampaign
from ruanghijau.volunteers.schemas import OwnVolunteering
from ruanghijau.web.schemas import Output


class CampaignVolunteers(Output):
    count: int
    people: list[PublicUser]
    """The first who joined; all are at `/api/volunteers/campaign/<id>`."""
    mine: OwnVolunteering | None
    """The caller's own part; null for who does not help, and for a guest."""


class CampaignDetail(Output):
    campaign_data: CampaignOutput
    donors_count: int
    volunteers: CampaignVolunteers

    @classmethod
    def of(cls, source: SupportedCampaign) -> Self:
        return cls(
            campaign_data=CampaignOutput.of(source.campaign),
            donors_count=source.donors_count,
            volunteers=CampaignVolunteers(
                count=source.campaign.volunteers_count,
                people=[PublicUser.of(person) for person in source.people],
                mine=OwnVolunteering.of(source.mine) if source.mine else None,
            ),
        )
