"""A server that is killed again and again while people give: nothing lost, nothing doubled.

`CRASHES=100` kills it as often as it takes to be sure; a normal run kills it five times.
"""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import httpx
import paying
import pytest

from payment_peers import Simulator, running_simulator
from servers import Server, free_port, running_server

CRASHES = int(os.environ.get("CRASHES", "5"))
# The gateway waits minutes between two attempts; here it waits a thousandth of that.
SPEED = 1000
# How long a server lives, in seconds: long enough to do something, too short to finish.
LIFE = (0.1, 1.2)
MOST = 8000


class Giver(Thread):
    """Gives and pays until told to stop, patient with a server that is away."""

    def __init__(self, donor: httpx.Client, campaign_id: int, simulator: Simulator, first: int) -> None:
        super().__init__(daemon=True)
        self.donor, self.campaign_id, self.simulator = donor, campaign_id, simulator
        self.amounts = iter(range(first, first + MOST))
        self.paid: dict[str, int] = {}
        self.enough = Event()

    def run(self) -> None:
        while not self.enough.is_set():
            amount = next(self.amounts)
            order_id = self._begin(amount)
            if order_id:
                self.simulator.act(order_id, "pay")
                self.paid[order_id] = amount

    def _begin(self, amount: int) -> str | None:
        while not self.enough.is_set():
            try:
                response = self.donor.post(
                    "/api/donations/donate",
                    json={"campaign_id": self.campaign_id, "amount": amount},
                    headers={"Idempotency-Key": f"sekali-saja-{amount}"},
                )
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if response.status_code in {200, 201}:
                return str(response.json()["order_id"])
            assert response.status_code == 503, response.text
            time.sleep(0.1)
        return None


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def simulator(tmp_path: Path, port: int) -> Iterator[Simulator]:
    notify = f"http://127.0.0.1:{port}/api/donations/callback"
    with running_simulator(tmp_path, notify=notify, speed=SPEED) as simulator:
        yield simulator


@pytest.fixture
def server(database_url: str, tmp_path: Path, port: int, simulator: Simulator) -> Iterator[Server]:
    with running_server(database_url, tmp_path, port=port, SIMULATOR_URL=simulator.url) as server:
        yield server


def test_nothing_is_lost_or_doubled(server: Server, simulator: Simulator, database_url: str) -> None:
    donors = [paying.join(server, f"donatur{number}") for number in range(4)]
    campaign_id = paying.start_campaign(donors[0])
    givers = [
        Giver(donor, campaign_id, simulator, 10_000 + MOST * number) for number, donor in enumerate(donors)
    ]
    for giver in givers:
        giver.start()
    for _ in range(CRASHES):
        time.sleep(random.uniform(*LIFE))
        server.kill()
        server.start()
    for giver in givers:
        giver.enough.set()
    for giver in givers:
        giver.join()

    assert paying.run(server, "donations", "reconcile") == 0
    assert paying.run(server, "donations", "audit") == 0
    paid = {order: amount for giver in givers for order, amount in giver.paid.items()}
    assert len(paid) > CRASHES
    books = "SELECT transaction_id, amount FROM donations WHERE phase = 'paid'"
    assert {order: int(amount) for order, amount in paying.rows(database_url, books)} == paid
    ((current,),) = paying.rows(database_url, "SELECT current_amount FROM campaigns")
    assert int(current) == sum(paid.values())
