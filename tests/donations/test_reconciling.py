"""Donations whose news never came."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update

import campaigning
import giving
from crowds import at_once
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.db import now
from ruanghijau.donations import reconciling
from ruanghijau.donations.models import Donation
from ruanghijau.donations.reconciling import Outcome


def reconcile(app: RuangHijau) -> Outcome:
    with app.runtime.active():
        return reconciling.reconcile()


def grow_old(app: RuangHijau, **by: Any) -> None:
    """Let every donation have been made so long ago."""
    ago = timedelta(**by)
    with app.runtime.database.transaction() as session:
        moved = {
            "expires_at": now() + timedelta(hours=24) - ago,
            "donated_at": now() - ago,
            "checked_at": None,
        }
        session.execute(update(Donation).values(moved))


def test_a_lost_notification_is_made_up_for(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    giving.act(simulator, order_id, "pay")
    assert reconcile(app) == Outcome(asked=1, moved=1)
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")
    assert reconcile(app) == Outcome()


def test_who_has_not_chosen_how_to_pay_has_not_failed(
    app: RuangHijau, wati: Person, campaign_id: int
) -> None:
    order_id = giving.order(wati, campaign_id)
    assert reconcile(app) == Outcome(asked=1)
    assert giving.status_and_phase(wati, order_id) == ("pending", "pending")


def test_a_page_long_gone_is_closed_without_news(app: RuangHijau, wati: Person, campaign_id: int) -> None:
    order_id = giving.order(wati, campaign_id)
    grow_old(app, hours=24.5)
    reconcile(app)
    assert giving.status_and_phase(wati, order_id) == ("pending", "pending")
    grow_old(app, hours=25.5)
    assert reconcile(app) == Outcome(asked=1, moved=1)
    assert giving.status_and_phase(wati, order_id) == ("failed", "failed")
    assert giving.findings(app) == []


def test_money_that_arrives_after_the_page_expired_is_money(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    grow_old(app, hours=30)
    reconcile(app)
    assert giving.status_and_phase(wati, order_id) == ("failed", "failed")
    giving.act(simulator, order_id, "pay")
    grow_old(app, hours=48)
    assert reconcile(app).moved == 1
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")
    assert campaigning.data_of(campaign_id, wati)["current_amount"] == 50_000


def test_what_failed_long_ago_is_left_alone(app: RuangHijau, wati: Person, campaign_id: int) -> None:
    giving.order(wati, campaign_id)
    grow_old(app, hours=30)
    reconcile(app)
    grow_old(app, days=9)
    assert reconcile(app) == Outcome()


def test_two_runs_at_once_share_the_work(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    for number in range(60):
        giving.act(simulator, giving.order(wati, campaign_id, 10_000 + number), "pay")
    outcomes = at_once([lambda: reconcile(app), lambda: reconcile(app)])
    assert sum(one.moved for one in outcomes) == 60
    assert campaigning.data_of(campaign_id, wati)["current_amount"] == 60 * 10_000 + sum(range(60))
    assert giving.findings(app) == []
