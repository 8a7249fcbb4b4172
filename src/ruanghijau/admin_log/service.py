"""Writing the log: in the transaction of the action, so that neither is there without the other."""

import json
from collections.abc import Mapping
from typing import Any

from ruanghijau.admin_log.models import AdminLog
from ruanghijau.db import session


def record(action: str, details: Mapping[str, Any], admin_id: int | None = None) -> None:
    """Note an action; without an administrator it was the platform's own.

    `details` are kept as JSON: what, on whom, before and after; no secrets, no addresses of people.
    """
    text = json.dumps(details, ensure_ascii=False, sort_keys=True, default=str)
    session().add(AdminLog(action=action, details=text, admin_id=admin_id))
