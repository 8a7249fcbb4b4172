"""`ruanghijau donations` as an operator runs it."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import update

import giving
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns.models import Campaign
from servers import environment_for


@pytest.fixture
def environment(database_url: str, tmp_path: Path, simulator: Simulator) -> dict[str, str]:
    return environment_for(database_url, tmp_path, 5000, SIMULATOR_URL=simulator.url)


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruanghijau", "donations", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_reconciling_brings_in_what_was_paid(
    environment: dict[str, str], wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    giving.act(simulator, order_id, "pay")
    done = run(environment, "reconcile")
    assert (done.returncode, done.stdout) == (0, "Asked about 1, moved 1, without an answer 0.\n")
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")


def test_reconciling_says_when_the_gateway_is_silent(
    environment: dict[str, str], wati: Person, campaign_id: int
) -> None:
    giving.order(wati, campaign_id)
    done = run(environment | {"SIMULATOR_URL": "http://127.0.0.1:9"}, "reconcile")
    assert done.returncode == 1
    assert "without an answer 1" in done.stdout


def test_the_audit_finds_a_campaign_that_has_more_than_its_ledger(
    app: RuangHijau, environment: dict[str, str], wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, 50_000)
    assert run(environment, "audit").returncode == 0
    with app.runtime.database.transaction() as session:
        session.execute(update(Campaign).values(current_amount=Campaign.current_amount + Decimal(1)))
    found = run(environment, "audit")
    assert found.returncode == 1
    assert f"campaign {campaign_id}: the ledger says 50000, found 50001" in found.stderr
