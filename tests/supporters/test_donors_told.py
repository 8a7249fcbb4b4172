"""Who gave hears what became of the gift: reports, and that the campaign is called off."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

import giving
from campaigning import join, news_of, start
from mails import mails_to, token_in
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau

REASON = "Lokasi penanaman terendam banjir."


@dataclass(frozen=True)
class Doing:
    """Something an organiser does that donors hear of."""

    kind: str
    path: str
    fields: dict[str, str]

    def by(self, organiser: Person, campaign_id: int) -> None:
        path = f"/api/campaigns/{campaign_id}/{self.path}"
        is_form = self.kind == "campaign_update"
        done = (
            organiser.send_form("POST", path, **self.fields) if is_form else organiser.post(path, self.fields)
        )
        assert done.status_code in {200, 201}, done.json


UPDATE = Doing("campaign_update", "updates", {"title": "Bibit ditanam", "content": "Hari ini 200 bibit."})
CANCELLATION = Doing("campaign_cancelled", "cancel", {"reason": REASON})


@pytest.fixture(params=[UPDATE, CANCELLATION], ids=lambda doing: doing.kind)
def doing(request: pytest.FixtureRequest) -> Doing:
    chosen: Doing = request.param
    return chosen


def news_about(app: RuangHijau, reader: Person, kind: str, campaign_id: int) -> int:
    """How often somebody was told so in the app."""
    return news_of(app, reader).count((kind, campaign_id))


def address_of(reader: Person) -> str:
    return str(reader.account["user_data"]["email"])


def letters_about(app: RuangHijau, reader: Person, kind: str, campaign_id: int) -> int:
    """How often somebody was told so by mail."""
    mails = mails_to(app, address_of(reader))
    return [(mail.kind, mail.related_id) for mail in mails].count((kind, campaign_id))


def verify(app: RuangHijau, reader: Person) -> None:
    token = token_in(mails_to(app, address_of(reader))[0])
    assert reader.post("/api/auth/verify-email", {"token": token}).status_code == 200


def test_a_donor_is_told_in_the_app_and_by_mail(
    app: RuangHijau, sari: Person, budi: Person, simulator: Simulator, doing: Doing
) -> None:
    campaign, other = start(sari), start(sari)
    verify(app, budi)
    giving.give(budi, simulator, campaign)
    doing.by(sari, other)
    assert (doing.kind, other) not in news_of(app, budi)
    doing.by(sari, campaign)
    assert news_about(app, budi, doing.kind, campaign) == 1
    assert letters_about(app, budi, doing.kind, campaign) == 1
    assert letters_about(app, budi, doing.kind, other) == 0


def test_an_unverified_address_gets_no_mail(
    app: RuangHijau, sari: Person, budi: Person, simulator: Simulator, doing: Doing
) -> None:
    campaign = start(sari)
    giving.give(budi, simulator, campaign)
    doing.by(sari, campaign)
    assert news_about(app, budi, doing.kind, campaign) == 1
    assert letters_about(app, budi, doing.kind, campaign) == 0


def test_who_gives_twice_and_helps_is_told_once(
    app: RuangHijau, sari: Person, budi: Person, simulator: Simulator, doing: Doing
) -> None:
    campaign = start(sari)
    verify(app, budi)
    giving.give(budi, simulator, campaign, 50_000)
    giving.give(budi, simulator, campaign, 25_000, is_anonymous=True)
    join(budi, campaign)
    doing.by(sari, campaign)
    assert news_about(app, budi, doing.kind, campaign) == 1
    assert letters_about(app, budi, doing.kind, campaign) == 1


def test_who_did_not_pay_or_got_all_back_is_not_told(
    app: RuangHijau,
    sari: Person,
    admin: Person,
    person: Callable[..., Person],
    simulator: Simulator,
    doing: Doing,
) -> None:
    campaign = start(sari)
    unpaid, refunded, partly = person("unpaid"), person("refunded"), person("partly")
    for donor in (unpaid, refunded, partly):
        verify(app, donor)
    giving.order(unpaid, campaign)
    for donor, amount in ((refunded, 50_000), (partly, 20_000)):
        giving.give(donor, simulator, campaign, 50_000)
        give_back(admin, donor, amount)
    doing.by(sari, campaign)
    told = [is_told(app, donor, doing, campaign) for donor in (unpaid, refunded, partly)]
    assert told == [False, False, True]


def is_told(app: RuangHijau, reader: Person, doing: Doing, campaign_id: int) -> bool:
    in_app = news_about(app, reader, doing.kind, campaign_id)
    assert letters_about(app, reader, doing.kind, campaign_id) == in_app
    return bool(in_app)


def give_back(admin: Person, donor: Person, amount: int) -> None:
    """Refund so much of the donor's only gift."""
    [gift] = donor.get("/api/donations/my").json["donations"]
    response = admin.request(
        "POST",
        f"/api/donations/{gift['id']}/refund",
        json={"reason": "Salah kirim.", "amount": amount},
        headers={"Idempotency-Key": f"kembali-{donor.id}"},
    )
    assert response.status_code == 200, response.json


def test_an_organiser_who_gave_hears_nothing_of_their_own_doing(
    app: RuangHijau, sari: Person, simulator: Simulator, doing: Doing
) -> None:
    campaign = start(sari)
    verify(app, sari)
    giving.give(sari, simulator, campaign)
    doing.by(sari, campaign)
    assert not is_told(app, sari, doing, campaign)


def test_an_admin_who_gave_and_acts_hears_nothing_but_the_donors_do(
    app: RuangHijau, sari: Person, budi: Person, admin: Person, simulator: Simulator, doing: Doing
) -> None:
    campaign = start(sari)
    for donor in (budi, admin):
        verify(app, donor)
        giving.give(donor, simulator, campaign)
    doing.by(admin, campaign)
    assert not is_told(app, admin, doing, campaign)
    assert is_told(app, budi, doing, campaign)
