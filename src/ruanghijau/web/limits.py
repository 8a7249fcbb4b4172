"""How often somebody may do something.

Counted for each person where somebody is signed in, for each address otherwise; in Redis when one is
configured, in the process otherwise. A Redis that is down makes the count local, never the request fail.
"""

from flask import Flask, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from ruanghijau.config import Settings

limiter = Limiter(key_func=get_remote_address, headers_enabled=True, swallow_errors=True)


def by_email() -> str:
    """Counts attempts on one account together, wherever they come from."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # nested too deeply; raised here, it would switch the counting off
        body = None
    email = body.get("email") if isinstance(body, dict) else None
    return f"email:{str(email).strip().lower()[:255]}"


def register(app: Flask, settings: Settings) -> None:
    app.config.update(
        RATELIMIT_ENABLED=settings.rate_limits,
        RATELIMIT_STORAGE_URI=settings.redis_url or "memory://",
        RATELIMIT_STRATEGY="moving-window",
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=bool(settings.redis_url),
    )
    limiter.init_app(app)
