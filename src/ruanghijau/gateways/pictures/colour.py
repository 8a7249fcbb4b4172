"""Brings every kind of pixel to 8-bit sRGB on white, which is what browsers take a bare JPEG for."""

from io import BytesIO

from PIL import Image, ImageCms

_PLAIN_MODES = {"L", "RGB", "RGBA", "CMYK"}


def plain(image: Image.Image) -> Image.Image:
    """The picture as 8-bit grey, RGB, RGBA or CMYK: the modes that can be resized and colour-managed."""
    if image.mode.startswith("I"):
        return _upper_byte(image)
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in _PLAIN_MODES else image.convert("RGB")


def _upper_byte(image: Image.Image) -> Image.Image:
    # `convert("L")` would clip 16-bit grey: all but the darkest 256 of its levels would turn white.
    return image.point(lambda level: level * (1 / 256)).convert("L")


def on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB. A profile that is damaged or made for other pixels is left aside."""
    if profile:
        try:
            return _managed(image, profile)
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert("RGB")


def _managed(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    target = ImageCms.createProfile("sRGB")
    managed = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    if managed is None:
        raise ImageCms.PyCMSError("no transform was made")
    return managed
