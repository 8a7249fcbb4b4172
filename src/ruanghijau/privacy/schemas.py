"""Wire shape of what is kept on a person."""

from typing import Any

from ruanghijau.web.schemas import Output, Timestamp


class Export(Output):
    exported_at: Timestamp
    data: dict[str, dict[str, Any]]
    """Under the name of each part of the platform, what it keeps."""
