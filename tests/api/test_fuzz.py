"""Schemathesis over the whole document of the API, against a running server.

It sends what the document allows and what it forbids, and holds every answer against the document. A few
requests for each operation in a normal run; `make fuzz` sends 200, and the cases that take longer as well.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gauntlets import FUZZED

from payment_peers import Simulator
from servers import running_server

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "10"))
THOROUGH = EXAMPLES >= 100
PHASES = "examples,coverage,fuzzing,stateful" if THOROUGH else "examples,fuzzing"
ROLES = ["user", "guest"] if THOROUGH else ["mixed"]
FOLDER = Path(__file__).parent / "fuzz"
CONFIGURATION = str(FOLDER / "schemathesis.toml")
COMMAND = [sys.executable, "-m", "schemathesis.cli", "--no-color", "--config-file", CONFIGURATION, "run"]
OPTIONS = ["--checks", "all", "--phases", PHASES, "--max-examples", str(EXAMPLES)]


@pytest.mark.parametrize("role", ROLES)
def test_the_api_does_what_its_document_says(
    database_url: str,
    tmp_path: Path,
    simulator: Simulator,
    role: str,
    record_property: Callable[[str, Any], None],
) -> None:
    with running_server(database_url, tmp_path, SIMULATOR_URL=simulator.url) as server:
        environment = server.environment | {
            "FUZZ_URL": server.url,
            "FUZZ_ROLE": role,
            "SCHEMATHESIS_HOOKS": str(FOLDER / "hooks.py"),
        }
        assert server.command("knowledge", "index").wait() == 0
        run = subprocess.run(
            [*COMMAND, f"{server.url}/api/openapi.json", *OPTIONS],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]
    cases, operations = told(r"(\d+) generated", run.stdout), told(r"Tested: (\d+)", run.stdout)
    assert operations == told(r"Selected: \d+/(\d+)", run.stdout)
    record_property(FUZZED, f"{cases} cases over {operations} operations as {role}")


def told(pattern: str, output: str) -> int:
    found = re.search(pattern, output)
    assert found, output[-5000:]
    return int(found[1])
