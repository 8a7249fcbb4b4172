"""What every test stands on: a fresh database of each kind there is, the application, and people."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from databases import DatabaseKind, MysqlDatabases, SqliteDatabases
from payment_peers import Simulator, running_simulator
from people import Person, join
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Environment, Settings
from ruanghijau.gateways.mail import RecordingMailer

NOBODY = "http://127.0.0.1:9/"
LEFT_OUT = {
    "TEST_MYSQL_URL": "MySQL",
    "TEST_REDIS_URL": "Redis",
    "CHROMIUM_PATH": "the browser",
}


def pytest_configure(config: pytest.Config) -> None:
    missing = [name for name in LEFT_OUT if not os.environ.get(name)]
    if missing and os.environ.get("REQUIRE_ALL"):
        raise pytest.UsageError(f"REQUIRE_ALL is set, but these are not: {', '.join(missing)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    missing = [name for name in LEFT_OUT if not os.environ.get(name)]
    if missing:
        parts = ", ".join(LEFT_OUT[name] for name in missing)
        terminalreporter.write_line(
            f"Left out: tests on {parts}. To include them, set {', '.join(missing)} "
            "(see CONTRIBUTING.md; .ci/services starts all of them)."
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if os.environ.get("REQUIRE_ALL") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though REQUIRE_ALL is set: {report.longrepr}"
    return report


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_kind" in metafunc.fixturenames:
        kinds = ["sqlite"] + (["mysql"] if os.environ.get("TEST_MYSQL_URL") else [])
        metafunc.parametrize("database_kind", kinds, scope="session")


@pytest.fixture(scope="session")
def databases(database_kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DatabaseKind]:
    if database_kind == "sqlite":
        yield SqliteDatabases(tmp_path_factory.mktemp("databases"))
    else:
        mysql = MysqlDatabases(os.environ["TEST_MYSQL_URL"], os.environ.get("PYTEST_XDIST_WORKER", "main"))
        yield mysql
        mysql.drop()


@pytest.fixture
def database_url(databases: DatabaseKind) -> Iterator[str]:
    """A migrated, empty database."""
    url = databases.fresh()
    yield url
    databases.clean()


@pytest.fixture(scope="session")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    """The payment gateway. It tells nobody anything: tests deliver its notifications as they want."""
    with running_simulator(tmp_path_factory.mktemp("simulator"), notify=NOBODY) as simulator:
        yield simulator


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        app_env=Environment.testing,
        database_url=database_url,
        upload_folder=tmp_path / "uploads",
        mail_folder=tmp_path / "mail",
        # The method of production at its cheapest: a test makes many people.
        password_hash_method="scrypt:1024:8:1",
        rate_limits=False,
        knowledge_folder=tmp_path / "knowledge",
        language_model="none",
    )


@pytest.fixture
def mailer() -> RecordingMailer:
    return RecordingMailer()


@pytest.fixture
def app(settings: Settings, mailer: RecordingMailer) -> Iterator[RuangHijau]:
    app = create_app(settings, mailer=mailer)
    yield app
    app.runtime.database.engine.dispose()
    shutil.rmtree(settings.upload_folder, ignore_errors=True)


@pytest.fixture
def guest(app: RuangHijau) -> Person:
    """Somebody who is not signed in."""
    return Person(app.test_client())


@pytest.fixture
def person(app: RuangHijau) -> Callable[..., Person]:
    """Registers people: `person("sari")` signs Sari in and returns her."""
    return lambda username="sari", **fields: join(app, username, **fields)


@pytest.fixture
def sari(person: Callable[..., Person]) -> Person:
    return person("sari")


@pytest.fixture
def budi(person: Callable[..., Person]) -> Person:
    return person("budi")


@pytest.fixture
def admin(person: Callable[..., Person]) -> Person:
    return person("admina", role="admin")
