"""What must be known of a file before a decoder may see it.

Python's and C's decoders take every part of a file at its word. These walks over the outer structure stop
the two attacks that a bound on bytes and pixels does not: a file of countless tiny parts, and a progressive
JPEG whose scans, a hundred bytes each, make the decoder pass over the whole frame thousands of times.
"""

import re

from ruanghijau.gateways.pictures.rules import PictureProblem, PictureRefused

# Cameras and encoders write 1 to about 20 scans; each may cost a pass over the whole frame.
MAX_JPEG_SCANS = 64
# A segment holds up to 64 KiB, so 16 MB of well filled ones are about 250.
MAX_JPEG_SEGMENTS = 4096
# Encoders write 4 to 32 KiB into each data chunk, so 16 MB are at most about 4,000.
MAX_PNG_CHUNKS = 32_768

_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
# Neither a stuffed zero, nor a restart marker, nor a fill byte: all three occur within coded data.
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)

_PNG_SIGNATURE_LENGTH = 8
_STILL_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"eXIf", b"IDAT", b"IEND"}


def check_jpeg(data: bytes) -> None:
    """Refuse a JPEG with more scans or segments than any encoder writes; ITU T.81, annex B."""
    segments = scans = position = 0
    while marker := _MARKER.search(data, position):
        code, position = marker[1][0], marker.end()
        if code == _EOI:
            return
        segments += 1
        scans += code == _SOS
        if segments > MAX_JPEG_SEGMENTS or scans > MAX_JPEG_SCANS:
            raise PictureRefused(PictureProblem.broken)
        if code not in (_SOI, _TEM):
            position += int.from_bytes(data[position : position + 2], "big")


def still_png(data: bytes) -> bytes:
    """The PNG reduced to its still picture: no animation, no text, nothing behind its end."""
    source = memoryview(data)
    kept, position, chunks = [source[:_PNG_SIGNATURE_LENGTH]], _PNG_SIGNATURE_LENGTH, 0
    while position < len(data):
        chunks += 1
        if chunks > MAX_PNG_CHUNKS:
            raise PictureRefused(PictureProblem.broken)
        kind = data[position + 4 : position + 8]
        end = position + 12 + int.from_bytes(data[position : position + 4], "big")
        if kind in _STILL_CHUNKS:
            kept.append(source[position:end])
        if kind == b"IEND":
            break
        position = end
    return b"".join(kept)
