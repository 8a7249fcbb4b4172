"""The payment simulator as a process of its own, as the platform meets it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from servers import environment_for, free_port

START_SECONDS = 30


@dataclass
class Simulator:
    """A running `ruanghijau simulator`."""

    url: str
    command_line: list[str]
    environment: dict[str, str]

    def start(self) -> None:
        self.process = subprocess.Popen(self.command_line, env=self.environment, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the simulator ended with {self.process.returncode}")
            try:
                self.deliveries()
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("the simulator did not come up")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def restart(self) -> None:
        self.kill()
        self.start()

    def act(self, order_id: str, action: str, **fields: Any) -> dict[str, Any]:
        """Let something happen to an order; what the gateway then says of it."""
        answer = httpx.post(f"{self.url}/simulator/orders/{order_id}/{action}", json=fields, timeout=30)
        body: dict[str, Any] = answer.json()
        assert "transaction_status" in body, body
        return body

    def deliveries(self) -> list[dict[str, Any]]:
        """Every notification: its body, and the status of each answer it met (0: none)."""
        told: list[dict[str, Any]] = httpx.get(f"{self.url}/simulator/deliveries", timeout=30).json()
        return told


@contextmanager
def running_simulator(folder: Path, notify: str, speed: float = 1000) -> Iterator[Simulator]:
    """Simulate payments on a free port until the block ends; orders are kept in `folder`."""
    url = f"http://127.0.0.1:{free_port()}"
    environment = environment_for("sqlite://", folder, 5000, SIMULATOR_URL=url)
    environment["SIMULATOR_DATABASE"] = str(folder / "simulator.db")
    command = [sys.executable, "-m", "ruanghijau", "simulator", "--notify", notify, "--speed", str(speed)]
    simulator = Simulator(url, command, environment)
    simulator.start()
    try:
        yield simulator
    finally:
        simulator.kill()
