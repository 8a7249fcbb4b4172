"""Taking payments: Midtrans, or a simulator that speaks like it."""

from ruanghijau.config import Settings
from ruanghijau.gateways.payments.midtrans import MidtransGateway
from ruanghijau.gateways.payments.port import PaymentGateway
from ruanghijau.gateways.payments.signature import signature_of

__all__ = ["SIMULATOR_KEY", "open_gateway", "signature_of"]

SIMULATOR_KEY = "SB-Mid-server-simulator"
"""Known to everybody: the simulator moves no money, and is refused in production."""
SNAP = {False: "https://app.sandbox.midtrans.com", True: "https://app.midtrans.com"}
API = {False: "https://api.sandbox.midtrans.com", True: "https://api.midtrans.com"}


def open_gateway(settings: Settings) -> PaymentGateway:
    """The gateway that `settings` choose; nothing is asked of it yet."""
    if settings.payment == "simulator":
        return MidtransGateway(settings.simulator_url, settings.simulator_url, SIMULATOR_KEY)
    key = settings.midtrans_server_key.get_secret_value() if settings.midtrans_server_key else ""
    live = settings.midtrans_production
    return MidtransGateway(
        settings.midtrans_snap_url or SNAP[live], settings.midtrans_api_url or API[live], key
    )
