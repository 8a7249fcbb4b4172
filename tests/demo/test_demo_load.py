"""`ruanghijau demo`: all of it, once, and true to the rules of the platform."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import Engine, create_engine, text


def run(folder: Path, *arguments: str) -> str:
    settings = {"RATE_LIMITS": "false", "PASSWORD_HASH_METHOD": "scrypt:1024:8:1"}
    done = subprocess.run(
        [sys.executable, "-m", "ruanghijau", *arguments],
        cwd=folder,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    run(folder, "demo", "--load-only")
    return folder


@pytest.fixture(scope="module")
def engine(demo: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{demo}/var/demo/ruanghijau.db")
    yield engine
    engine.dispose()


def count(engine: Engine, query: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(query)).scalar_one())


def test_the_demo_is_rich_enough_to_judge(engine: Engine) -> None:
    assert count(engine, "SELECT COUNT(*) FROM users") >= 40
    assert count(engine, "SELECT COUNT(*) FROM posts") >= 200
    assert count(engine, "SELECT COUNT(*) FROM posts WHERE image_url IS NOT NULL") >= 100
    assert count(engine, "SELECT COUNT(*) FROM comments") >= 400
    assert count(engine, "SELECT COUNT(*) FROM campaigns") >= 12
    assert count(engine, "SELECT COUNT(DISTINCT status) FROM campaigns") == 3


def test_its_counters_are_true(engine: Engine) -> None:
    pairs = {
        "likes_count <> (SELECT COUNT(*) FROM likes WHERE post_id = posts.id)": "posts",
        "comments_count <> (SELECT COUNT(*) FROM comments WHERE post_id = posts.id)": "posts",
        "volunteers_count <> (SELECT COUNT(*) FROM volunteers WHERE campaign_id = campaigns.id)": "campaigns",
        "updated_at <> created_at": "posts",
    }
    for wrong, table in pairs.items():
        assert count(engine, f"SELECT COUNT(*) FROM {table} WHERE {wrong}") == 0, wrong


def test_gifts_are_listed_in_the_order_they_came(engine: Engine) -> None:
    pairs = "donations AS one JOIN donations AS next ON next.campaign_id = one.campaign_id"
    wrong = "one.id < next.id AND one.donated_at > next.donated_at"
    assert count(engine, f"SELECT COUNT(*) FROM {pairs} WHERE {wrong}") == 0


def test_no_campaign_spends_what_it_has_not(engine: Engine) -> None:
    assert count(engine, "SELECT COUNT(DISTINCT campaign_id) FROM disbursements") >= 4
    assert count(engine, "SELECT COUNT(*) FROM disbursements WHERE voided_at IS NOT NULL") == 1
    # Entry by entry: what had been spent by that day had been given by then.
    by_then = (
        "SELECT COUNT(*) FROM disbursements AS entry WHERE"
        " (SELECT SUM(amount) FROM disbursements WHERE campaign_id = entry.campaign_id"
        "  AND id <= entry.id AND (voided_at IS NULL OR id = entry.id))"
        " > (SELECT SUM(amount) FROM donation_ledger WHERE campaign_id = entry.campaign_id"
        "  AND created_at <= entry.created_at)"
    )
    assert count(engine, by_then) == 0
    foreign = "entry.spent_on < campaigns.start_date OR entry.author_id <> campaigns.creator_id"
    joined = "disbursements AS entry JOIN campaigns ON campaigns.id = entry.campaign_id"
    assert count(engine, f"SELECT COUNT(*) FROM {joined} WHERE {foreign}") == 0


def test_receipts_can_be_looked_at(demo: Path, engine: Engine) -> None:
    with engine.connect() as connection:
        query = text("SELECT receipt_url FROM disbursements WHERE receipt_url IS NOT NULL")
        keys = [str(key) for key in connection.execute(query).scalars()]
    assert len(keys) == len(set(keys)) >= 8
    for key in keys:
        with Image.open(demo / "var/demo/uploads" / key) as picture:
            assert picture.size == (720, 960)


def test_its_books_balance_and_a_false_entry_is_found(demo: Path, engine: Engine) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{demo}/var/demo/ruanghijau.db")
        assert "balance" in run(demo, "donations", "audit")
        with engine.begin() as connection:
            connection.execute(text("UPDATE donation_ledger SET amount = amount + 1000 WHERE id = 1"))
        with pytest.raises(AssertionError, match=r"campaign.*the ledger says"):
            run(demo, "donations", "audit")
        with engine.begin() as connection:
            connection.execute(text("UPDATE donation_ledger SET amount = amount - 1000 WHERE id = 1"))


def test_running_it_again_changes_nothing_and_tells_the_accounts(demo: Path, engine: Engine) -> None:
    before = count(engine, "SELECT COUNT(*) FROM posts")
    told = run(demo, "demo", "--load-only")
    assert count(engine, "SELECT COUNT(*) FROM posts") == before
    assert "http://localhost:5000" in told
    assert len(re.findall(r"\S+@demo\.ruanghijau\.example", told)) == 4
