"""A real Chromium in front of a real server. Any request to another host fails the test."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from servers import Server, running_server

ARTEFACTS = Path(__file__).parents[1] / "artefacts"
SIZES = {"phone": {"width": 390, "height": 844}, "laptop": {"width": 1280, "height": 800}}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "size" in metafunc.fixturenames:
        metafunc.parametrize("size", list(SIZES))


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    # Without a browser these are left out as a whole; the last line of the run says so.
    if not os.environ.get("CHROMIUM_PATH") and collection_path.name.startswith("test_"):
        return True
    return None


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    with running_server(database_url, tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM_PATH"],
            args=["--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run"],
        )
        yield browser
        browser.close()


@pytest.fixture
def peers() -> set[str]:
    """Hosts beside the server that a journey leads to, such as the payment page's."""
    return set()


@pytest.fixture
def page(browser: Browser, server: Server, size: str, peers: set[str]) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES[size], locale="id-ID", base_url=server.url)  # type: ignore[arg-type]
    foreign: list[str] = []
    known = {urlsplit(server.url).netloc} | peers

    def watch(route: Any) -> None:
        target = urlsplit(route.request.url)
        if target.scheme in ("http", "https") and target.netloc not in known:
            foreign.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    context.route("**/*", watch)
    page = context.new_page()
    yield page
    context.close()
    assert foreign == []


@pytest.fixture
def shoot(page: Page, size: str, request: pytest.FixtureRequest) -> Any:
    """Keeps a picture of the page among the artefacts."""

    def keep(name: str) -> None:
        ARTEFACTS.mkdir(exist_ok=True)
        page.screenshot(path=ARTEFACTS / f"{name}-{size}.png", full_page=True)

    return keep
