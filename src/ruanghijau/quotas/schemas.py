"""Wire shape of what is left of a daily quota."""

from ruanghijau.web.schemas import Output, Timestamp


class Quota(Output):
    limit: int
    remaining: int
    resets_at: Timestamp
