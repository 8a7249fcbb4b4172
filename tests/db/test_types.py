"""Times, money and enums come back as they went in, on every database."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from ruanghijau.accounts.models import Role, User
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns.models import Campaign
from ruanghijau.donations.models import Donation

# MySQL's TIMESTAMP begins in 1970 and ends in January 2038.
moments = st.datetimes(datetime(1971, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
rupiah = st.integers(0, 9_999_999_999).map(Decimal)
per_example = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def make_user(**fields: Any) -> User:
    defaults = {"email": "a@contoh.id", "password_hash": "!", "username": "a"}
    return User(**defaults | fields)


@per_example
@given(moment=moments)
def test_a_moment_survives_to_the_microsecond(app: RuangHijau, moment: datetime) -> None:
    with app.runtime.database.transaction() as db:
        user = make_user(created_at=moment)
        db.add(user)
        db.flush()
        db.expire(user)
        assert user.created_at == moment
        assert user.created_at.utcoffset() == timedelta(0)
        db.rollback()


def test_a_moment_in_another_zone_is_the_same_moment(app: RuangHijau) -> None:
    jakarta = datetime(2026, 1, 28, 17, 30, tzinfo=timezone(timedelta(hours=7)))
    with app.runtime.database.transaction() as db:
        user = make_user(created_at=jakarta)
        db.add(user)
        db.flush()
        db.expire(user)
        assert user.created_at == datetime(2026, 1, 28, 10, 30, tzinfo=UTC)


def test_a_naive_moment_is_refused(app: RuangHijau) -> None:
    with pytest.raises(StatementError), app.runtime.database.transaction() as db:
        db.add(make_user(created_at=datetime(2026, 1, 28)))  # noqa: DTZ001 - the point


def test_the_databases_own_clock_is_utc(app: RuangHijau) -> None:
    insert = "INSERT INTO users (email, password_hash, username) VALUES ('b@contoh.id', '!', 'b')"
    with app.runtime.database.transaction() as db:
        db.execute(text(insert))
        user = db.query(User).one()
        assert abs(user.created_at - datetime.now(UTC)) < timedelta(seconds=5)
        assert (user.role, user.is_active, user.language) == (Role.user, True, "id")


def test_an_unknown_enum_value_is_refused_by_the_database(app: RuangHijau) -> None:
    insert = (
        "INSERT INTO users (email, password_hash, username, role) VALUES ('b@contoh.id', '!', 'b', 'raja')"
    )
    with pytest.raises(DBAPIError), app.runtime.database.transaction() as db:
        db.execute(text(insert))


def test_a_foreign_key_is_enforced(app: RuangHijau) -> None:
    nobody = {"campaign_id": 12345, "donor_id": 12345, "amount": Decimal(10_000)}
    with pytest.raises(IntegrityError), app.runtime.database.transaction() as db:
        db.execute(insert(Donation).values(**nobody, expires_at=datetime.now(UTC)))


@per_example
@given(amount=rupiah)
def test_money_survives_to_the_rupiah(app: RuangHijau, amount: Decimal) -> None:
    day = datetime.now(UTC).date()
    with app.runtime.database.transaction() as db:
        db.add(user := make_user())
        db.flush()
        campaign = Campaign(
            creator_id=user.id, title="t", description="d", goal_amount=amount, start_date=day, end_date=day
        )
        db.add(campaign)
        db.flush()
        db.expire(campaign)
        assert campaign.goal_amount == amount
        assert isinstance(campaign.goal_amount, Decimal)
        db.rollback()


def test_a_part_of_a_rupiah_is_refused(app: RuangHijau) -> None:
    with pytest.raises(StatementError), app.runtime.database.transaction() as db:
        db.add(Donation(campaign_id=1, donor_id=1, amount=Decimal("10000.50")))
