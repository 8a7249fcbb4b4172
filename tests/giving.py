"""What tests of giving have in common: donating over HTTP, and the gateway's part in it."""

from typing import Any

import httpx
from sqlalchemy import select

from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.donations import audit
from ruanghijau.donations.models import Donation, LedgerEntry
from ruanghijau.gateways.payments import SIMULATOR_KEY

CALLBACK = "/api/donations/callback"


def donate(
    donor: Person, campaign_id: int, amount: int = 50_000, *, key: str | None = None, **body: Any
) -> Any:
    """Ask to give; the response as it is."""
    headers = {"Idempotency-Key": key} if key else {}
    wish = {"campaign_id": campaign_id, "amount": amount} | body
    return donor.request("POST", "/api/donations/donate", json=wish, headers=headers)


def order(donor: Person, campaign_id: int, amount: int = 50_000, **body: Any) -> str:
    """Ask to give; the order's name."""
    response = donate(donor, campaign_id, amount, **body)
    assert response.status_code in {200, 201}, response.json
    return str(response.json["order_id"])


def status_of(simulator: Simulator, order_id: str) -> dict[str, Any]:
    """What the gateway says of an order: word for word what it also notifies."""
    answer = httpx.get(f"{simulator.url}/v2/{order_id}/status", auth=(SIMULATOR_KEY, ""))
    body: dict[str, Any] = answer.json()
    return body


def act(simulator: Simulator, order_id: str, action: str, **fields: Any) -> dict[str, Any]:
    """Let something happen at the gateway; the notification of it."""
    simulator.act(order_id, action, **fields)
    return status_of(simulator, order_id)


def tell(guest: Person, notification: dict[str, Any]) -> Any:
    """Deliver a notification as the gateway does; the response as it is."""
    return guest.post(CALLBACK, notification)


def give(donor: Person, simulator: Simulator, campaign_id: int, amount: int = 50_000, **body: Any) -> str:
    """The whole way from the wish to the money; the order's name."""
    order_id = order(donor, campaign_id, amount, **body)
    response = tell(donor, act(simulator, order_id, "pay"))
    assert response.status_code == 200, response.json
    return order_id


def findings(app: RuangHijau) -> list[audit.Finding]:
    """What is wrong with the books."""
    with app.runtime.active(), app.runtime.database.transaction(write=False):
        return audit.audit()


def ledger(app: RuangHijau) -> list[tuple[str, int]]:
    """Event and amount of every row, the oldest first."""
    with app.runtime.database.transaction(write=False) as session:
        rows = session.scalars(select(LedgerEntry).order_by(LedgerEntry.id))
        return [(row.event, int(row.amount)) for row in rows]


def status_and_phase(donor: Person, order_id: str) -> tuple[str, str]:
    mine = donor.get("/api/donations/my", limit=50).json["donations"]
    found = next(one for one in mine if one["order_id"] == order_id)
    return found["status"], found["phase"]


def donation_id(somebody: Person, order_id: str) -> int:
    """Our number for an order, which only its donor is told."""
    with somebody.app.runtime.database.transaction(write=False) as session:
        return session.scalars(select(Donation.id).where(Donation.transaction_id == order_id)).one()
