"""The command `ruanghijau`."""

from importlib import import_module

import click

# Where each command lives; only the one that runs is imported, with whatever it needs.
COMMANDS = {
    "ask": "ask",
    "db": "db",
    "demo": "demo",
    "donations": "donations",
    "maintenance": "worker",
    "feedback": "feedback",
    "knowledge": "knowledge",
    "serve": "serve",
    "simulator": "simulator",
    "waste": "waste",
    "worker": "worker",
}


class Commands(click.Group):
    """Finds its commands by name, so that a small one starts without the whole platform."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"ruanghijau.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=Commands)
@click.version_option(package_name="ruanghijau")
def main() -> None:
    """Ruang Hijau: run the platform and look after it."""
