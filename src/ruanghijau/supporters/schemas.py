"""Wire shapes of a campaign together with its supporters."""

from typing import Self

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.supporters.service import SupportedCampaign
from ruanghijau.volunteers.schemas import OwnVolunteering
from ruanghijau.web.schemas import Output, RupiahAmount


class CampaignVolunteers(Output):
    count: int
    people: list[PublicUser]
    """The first who joined; all are at `/api/volunteers/campaign/<id>`."""
    mine: OwnVolunteering | None
    """The caller's own part; null for who does not help, and for a guest."""


class CampaignDetail(Output):
    campaign_data: CampaignOutput
    donors_count: int
    disbursed_amount: RupiahAmount
    """What was spent of it, as accounted for at `/api/campaigns/<id>/disbursements`."""
    volunteers: CampaignVolunteers

    @classmethod
    def of(cls, source: SupportedCampaign) -> Self:
        return cls(
            campaign_data=CampaignOutput.of(source.campaign),
            donors_count=source.donors_count,
            disbursed_amount=source.disbursed_amount,
            volunteers=CampaignVolunteers(
                count=source.campaign.volunteers_count,
                people=[PublicUser.of(person) for person in source.people],
                mine=OwnVolunteering.of(source.mine) if source.mine else None,
            ),
        )
