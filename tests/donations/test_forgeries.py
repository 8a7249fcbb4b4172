"""A thousand notifications that the gateway did not send."""

import logging
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

import giving
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.gateways.payments import SIMULATOR_KEY, signature_of
from ruanghijau.schema import metadata

FORGED = 1000
MONEY = ("donations", "donation_ledger", "campaigns", "admin_logs", "notifications", "user_badges")


def forgeries(news: list[dict[str, Any]], dice: Random) -> Iterator[dict[str, Any]]:
    """Genuine notifications with something wrong, each kind in turn, without end."""
    while True:
        for one in news:
            order, code, gross = one["order_id"], one["status_code"], one["gross_amount"]
            other = dice.choice([two for two in news if two is not one])
            more = f"{dice.randint(1, 9_999_999)}.00"
            yield one | {"signature_key": f"{dice.getrandbits(512):0128x}"}
            yield one | {"signature_key": signature_of(order, code, gross, "kunci-orang-lain")}
            yield one | {"signature_key": one["signature_key"].upper()}
            yield one | {"gross_amount": more}
            yield one | {
                "gross_amount": more,
                "signature_key": signature_of(order, code, more, SIMULATOR_KEY),
            }
            yield one | {"order_id": other["order_id"]}
            yield one | {"signature_key": other["signature_key"]}
            yield one | {"currency": "USD"}
            yield one | {"gross_amount": gross.removesuffix(".00")}


def everything(app: RuangHijau) -> dict[str, list[Any]]:
    with app.runtime.database.transaction(write=False) as session:
        return {name: list(session.execute(select(metadata.tables[name]))) for name in MONEY}


def test_none_changes_a_row_and_each_is_logged(
    app: RuangHijau,
    guest: Person,
    wati: Person,
    budi: Person,
    campaign_id: int,
    simulator: Simulator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    orders = [giving.order(donor, campaign_id, 50_000) for donor in (wati, budi)]
    # Paid at the gateway, which would confirm it if it were asked.
    news = [giving.act(simulator, order, "pay") for order in orders]
    before = everything(app)
    with caplog.at_level(logging.WARNING, "ruanghijau.donations"):
        for forged in islice(forgeries(news, Random(7)), FORGED):
            response = giving.tell(guest, forged)
            assert response.status_code == 403, forged
            assert response.json["error"]["code"] == "NOTIFICATION_REFUSED"

    assert everything(app) == before
    refusals = [record for record in caplog.records if "refused" in record.message]
    assert len(refusals) == FORGED
    assert {record.order for record in refusals} == set(orders)  # type: ignore[attr-defined]
    # And the genuine ones are still welcome.
    assert [giving.tell(guest, one).status_code for one in news] == [200, 200]
