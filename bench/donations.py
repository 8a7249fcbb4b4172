"""What a donation costs: asking for it, and being told that it is paid, each with the gateway's answer.

    python bench/donations.py [--donations 300] [--database URL]

Starts the platform (one process) and the payment simulator on loopback, and gives one donation after the
other. Prints the median and the 95th percentile of both, and their ratio to an answer that only reads a
session (`GET /api/auth/me`) from the same run. The mission allows 500-1000 ms. The database given must be
migrated or empty, and is filled and left; without one it makes an SQLite file in a temporary folder.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import httpx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "concurrency"))

import paying

from payment_peers import running_simulator
from ruanghijau.db import migrate
from ruanghijau.db.engine import create_engine
from ruanghijau.gateways.payments import SIMULATOR_KEY
from servers import running_server

NOBODY = "http://127.0.0.1:9/"
WARM_UP = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--donations", type=int, default=300)
    parser.add_argument("--database", default=f"sqlite:///{tempfile.mkdtemp()}/donations.db")
    options = parser.parse_args()
    engine = create_engine(options.database)
    migrate.upgrade(engine)
    engine.dispose()
    folder = Path(tempfile.mkdtemp())
    with (
        running_simulator(folder, notify=NOBODY) as simulator,
        running_server(options.database, folder, SIMULATOR_URL=simulator.url) as server,
    ):
        donor = paying.join(server, f"pemberi{time.time_ns()}")
        campaign_id = paying.start_campaign(donor)
        costs: dict[str, list[float]] = {"read a session": [], "donate": [], "callback": []}
        for number in range(WARM_UP + options.donations):
            measure(costs, donor, simulator, campaign_id, 10_000 + number)
    report({name: cost[WARM_UP:] for name, cost in costs.items()})


def measure(
    costs: dict[str, list[float]], donor: httpx.Client, simulator, campaign_id: int, amount: int
) -> None:
    """One donation from the wish to the money, with something plain to compare it with."""
    costs["read a session"].append(timed(lambda: donor.get("/api/auth/me").raise_for_status()))
    wish = {"campaign_id": campaign_id, "amount": amount}
    started: list[httpx.Response] = []
    costs["donate"].append(timed(lambda: started.append(donor.post("/api/donations/donate", json=wish))))
    order_id = started[0].raise_for_status().json()["order_id"]
    simulator.act(order_id, "pay")
    news = httpx.get(f"{simulator.url}/v2/{order_id}/status", auth=(SIMULATOR_KEY, "")).json()
    told = lambda: donor.post("/api/donations/callback", json=news).raise_for_status()  # noqa: E731
    costs["callback"].append(timed(told))


def report(costs: dict[str, list[float]]) -> None:
    plain = median(costs["read a session"])
    for name, cost in costs.items():
        p95 = quantiles(cost, n=20)[-1]
        print(
            f"{name:<16} p50 {median(cost):7.2f} ms   p95 {p95:7.2f} ms   {median(cost) / plain:5.2f} x plain"
        )


def timed(action: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
