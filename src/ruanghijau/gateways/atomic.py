"""Writing a file so that nobody ever sees half of it."""

import os
import secrets
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of what was there; makes the folders above. Raises `OSError`.

    Written beside the target, flushed to the disk and renamed: neither a reader nor a power cut finds an
    unfinished file under that name. A name with a leading dot marks what a crash may leave behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
