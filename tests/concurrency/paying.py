"""Many who give at once, and a gateway that tells of it, against real server processes."""

import random
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from sqlalchemy import create_engine, text

from payment_peers import Simulator
from people import PASSWORD
from ruanghijau.gateways.payments import SIMULATOR_KEY
from servers import Server

PICTURELESS = {"title": "Hutan kota", "description": "Menanam bersama.", "goal": "9000000000"}


def join(server: Server, name: str) -> httpx.Client:
    with server.client() as guest:
        body = {"email": f"{name}@contoh.id", "password": PASSWORD, "username": name}
        response = guest.post("/api/auth/register", json=body)
    assert response.status_code == 201, response.text
    return server.client(response.json()["token"])


def start_campaign(organiser: httpx.Client) -> int:
    # A form, as a browser sends it: httpx makes one of "files" even where there is none.
    form = {name: (None, value) for name, value in PICTURELESS.items()}
    response = organiser.post("/api/campaigns/create", files=form)
    assert response.status_code == 201, response.text
    return int(response.json()["campaign_id"])


def donate(donor: httpx.Client, campaign_id: int, amount: int) -> str:
    wish = {"campaign_id": campaign_id, "amount": amount}
    response = donor.post("/api/donations/donate", json=wish)
    assert response.status_code in {200, 201}, response.text
    return str(response.json()["order_id"])


def pay(simulator: Simulator, order_id: str) -> dict[str, Any]:
    """Pay at the gateway; what it tells of it."""
    simulator.act(order_id, "pay")
    answer = httpx.get(f"{simulator.url}/v2/{order_id}/status", auth=(SIMULATOR_KEY, ""))
    news: dict[str, Any] = answer.json()
    return news


def deliver(server: Server, news: list[dict[str, Any]], senders: int) -> list[list[int]]:
    """Send each until it is taken, 503 meaning again; the statuses that each one met."""
    client = httpx.Client(base_url=server.url, timeout=60, limits=httpx.Limits(max_connections=senders))

    def send(one: dict[str, Any]) -> list[int]:
        met: list[int] = []
        while not met or (met[-1] == 503 and len(met) < 50):
            met.append(client.post("/api/donations/callback", json=one).status_code)
        return met

    random.shuffle(news)
    with client, ThreadPoolExecutor(senders) as pool:
        return list(pool.map(send, news))


def rows(database_url: str, query: str) -> list[Any]:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def run(server: Server, *arguments: str) -> int:
    """A command of the platform with the server's settings; its exit status."""
    process: subprocess.Popen[bytes] = server.command(*arguments)
    return process.wait(120)
