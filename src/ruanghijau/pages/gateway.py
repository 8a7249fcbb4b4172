"""Where the payment page stands, which the donation form's policy has to name."""

from urllib.parse import urlsplit

from ruanghijau.config import Settings

# Midtrans, "Snap: API base URL": the page is served by the same host.
SANDBOX, PRODUCTION = "https://app.sandbox.midtrans.com", "https://app.midtrans.com"


def origin(settings: Settings) -> str:
    """The origin of payment pages. Browsers hold a form's redirects, too, to `form-action`."""
    if settings.payment == "simulator":
        address = settings.simulator_url
    else:
        address = settings.midtrans_snap_url or (PRODUCTION if settings.midtrans_production else SANDBOX)
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
