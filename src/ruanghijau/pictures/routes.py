"""`/uploads`: stored files, where the storage does not serve them itself."""

from apiflask import APIBlueprint
from flask import Response

from ruanghijau.errors import NotFound, Unavailable
from ruanghijau.gateways.storage import FileMissing, StorageUnavailable
from ruanghijau.runtime import runtime
from ruanghijau.web.files import stored_file

bp = APIBlueprint("uploads", __name__, url_prefix="/uploads", enable_openapi=False)


@bp.get("/<path:key>")
def read(key: str) -> Response:
    """One stored file."""
    try:
        file = runtime().storage.get(key)
    except FileMissing as error:
        raise NotFound from error
    except StorageUnavailable as error:
        raise Unavailable("STORAGE_UNAVAILABLE", retry_after=30) from error
    return stored_file(file.data, file.content_type)
