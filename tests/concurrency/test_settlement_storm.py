"""The same payments told many times at once: each counts once."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import paying
import pytest

from payment_peers import Simulator, running_simulator
from servers import Server, running_server

DONATIONS, SENDERS, TIMES = 200, 32, 5
NOBODY = "http://127.0.0.1:9/"


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[Simulator]:
    with running_simulator(tmp_path, notify=NOBODY) as simulator:
        yield simulator


@pytest.fixture
def server(database_url: str, tmp_path: Path, simulator: Simulator) -> Iterator[Server]:
    workers = 1 if database_url.startswith("sqlite") else 2
    with running_server(database_url, tmp_path, workers=workers, SIMULATOR_URL=simulator.url) as server:
        yield server


def test_each_payment_counts_once(
    server: Server,
    simulator: Simulator,
    database_url: str,
    record_testsuite_property: Callable[[str, Any], None],
) -> None:
    donors = [paying.join(server, f"donatur{number}") for number in range(4)]
    campaign_id = paying.start_campaign(donors[0])
    amounts = [10_000 + number for number in range(DONATIONS)]

    def begin(number: int) -> str:
        return paying.donate(donors[number % 4], campaign_id, amounts[number])

    with ThreadPoolExecutor(8) as pool:
        orders = list(pool.map(begin, range(DONATIONS)))
        news = list(pool.map(lambda order: paying.pay(simulator, order), orders))
    met = paying.deliver(server, news * TIMES, SENDERS)

    assert {one[-1] for one in met} == {200}
    assert {status for one in met for status in one} <= {200, 503}
    record_testsuite_property("settlement_storm", dict(Counter(status for one in met for status in one)))
    books = "SELECT event, COUNT(*), SUM(amount) FROM donation_ledger GROUP BY event ORDER BY event"
    created, paid = paying.rows(database_url, books)
    assert (created[0], created[1]) == ("created", DONATIONS)
    assert (paid[0], paid[1], int(paid[2])) == ("paid", DONATIONS, sum(amounts))
    ((current,),) = paying.rows(database_url, "SELECT current_amount FROM campaigns")
    assert int(current) == sum(amounts)
    told = "SELECT COUNT(*) FROM notifications WHERE type = 'donation_succeeded'"
    assert paying.rows(database_url, told) == [(DONATIONS,)]
    assert paying.run(server, "donations", "audit") == 0
