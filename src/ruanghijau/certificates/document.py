"""The certificate as a PDF: one page to keep, to print and to show, with a QR code that proves it.

Everything is drawn in vectors; the same certificate gives the same bytes.
"""

from pathlib import Path

import segno
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from ruanghijau.certificates.amounts import rupiah_in_words
from ruanghijau.certificates.dates import long_date
from ruanghijau.certificates.service import Certificate
from ruanghijau.rupiah import in_rupiah
from ruanghijau.texts import Language, text

FONTS = Path(__file__).parent / "fonts"
# A4, landscape, in millimetres.
WIDTH, HEIGHT, MARGIN = 297.0, 210.0, 10.0
QR_SIZE = 30.0
GREEN, LEAF, SOFT, INK, GREY = (27, 107, 58), (76, 154, 90), (222, 238, 222), (24, 40, 30), (90, 105, 95)
TEXT_WIDTH = WIDTH - 60
SMALLEST = 14.0


def draw(certificate: Certificate, address: str, language: Language) -> bytes:
    """The PDF of a certificate; `address` is where its code is checked."""
    page = FPDF(orientation="L", unit="mm", format="A4")
    _prepare(page, certificate, language)
    _frame(page)
    _words(page, certificate, language)
    _proof(page, certificate, address, language)
    return bytes(page.output())


def _prepare(page: FPDF, certificate: Certificate, language: Language) -> None:
    page.set_auto_page_break(False)
    page.add_font("serif", fname=FONTS / "DejaVuSerif-Bold.ttf")
    page.add_font("sans", fname=FONTS / "DejaVuSans.ttf")
    page.set_fallback_fonts(["sans"])
    page.set_creation_date(certificate.paid_at)
    page.set_title(f"{text('certificate.title', language)} {certificate.grouped_code}")
    page.set_author("Ruang Hijau")
    page.set_lang(language)
    page.add_page()


def _frame(page: FPDF) -> None:
    page.set_draw_color(*GREEN)
    page.set_line_width(1.2)
    page.rect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    page.set_line_width(0.3)
    page.rect(MARGIN + 2.5, MARGIN + 2.5, WIDTH - 2 * MARGIN - 5, HEIGHT - 2 * MARGIN - 5)
    for x, y, across, down in (
        (MARGIN, MARGIN, 1, 1),
        (WIDTH - MARGIN, MARGIN, -1, 1),
        (MARGIN, HEIGHT - MARGIN, 1, -1),
        (WIDTH - MARGIN, HEIGHT - MARGIN, -1, -1),
    ):
        _sprig(page, x, y, across, down)


def _sprig(page: FPDF, x: float, y: float, across: int, down: int) -> None:
    """Three leaves that grow out of a corner."""
    for reach, lift, colour in ((34, 7, SOFT), (26, 19, LEAF), (9, 30, SOFT)):
        tip = x + across * reach, y + down * lift
        _leaf(page, (x + across * 4, y + down * 4), tip, colour)


def _leaf(
    page: FPDF, stem: tuple[float, float], tip: tuple[float, float], colour: tuple[int, int, int]
) -> None:
    """A pointed oval from stem to tip, as the outline of two arcs."""
    (x, y), (u, v) = stem, tip
    across, along = (u - x, v - y), 24
    side = (-across[1] * 0.28, across[0] * 0.28)
    edge = [_bulge(stem, across, side, step / along) for step in range(along + 1)]
    other = [_bulge(stem, across, (-side[0], -side[1]), step / along) for step in range(along, -1, -1)]
    page.set_fill_color(*colour)
    page.polygon([*edge, *other], style="F")


def _bulge(
    stem: tuple[float, float], across: tuple[float, float], side: tuple[float, float], part: float
) -> tuple[float, float]:
    width = 4 * part * (1 - part)
    return stem[0] + across[0] * part + side[0] * width, stem[1] + across[1] * part + side[1] * width


def _words(page: FPDF, certificate: Certificate, language: Language) -> None:
    name = certificate.donor_name or text("certificate.unnamed", language)
    amount = int(certificate.amount)
    words = rupiah_in_words(amount, language)
    _line(page, 28, "Ruang Hijau", 15, GREEN, "serif")
    _line(page, 40, text("certificate.title", language), 32, GREEN, "serif")
    _line(page, 62, text("certificate.to", language), 13, GREY)
    _line(page, 73, name, 28, INK, "serif")
    _line(page, 93, text("certificate.gift", language), 13, GREY)
    _line(page, 102, in_rupiah(amount), 24, GREEN, "serif")
    _line(page, 115, f"({words})", 12, INK)
    _line(page, 126, text("certificate.campaign", language), 13, GREY)
    _line(page, 135, certificate.campaign_title, 18, INK, "serif")
    if certificate.organiser:
        _line(page, 147, text("certificate.organiser", language, name=certificate.organiser), 11, GREY)


def _line(
    page: FPDF, y: float, words: str, size: float, colour: tuple[int, int, int], font: str = "sans"
) -> None:
    """One centred line; what is too wide is set smaller, and cut where that is not enough."""
    words = " ".join(words.split())
    page.set_font(font, size=size)
    while page.get_string_width(words) > TEXT_WIDTH and size > SMALLEST:
        size -= 1
        page.set_font(font, size=size)
    while page.get_string_width(words) > TEXT_WIDTH:
        words = words.removesuffix("…")[:-1] + "…"
    page.set_text_color(*colour)
    page.set_xy((WIDTH - TEXT_WIDTH) / 2, y)
    page.cell(TEXT_WIDTH, size * 0.45, words, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _proof(page: FPDF, certificate: Certificate, address: str, language: Language) -> None:
    """What the holder can show: date, code, permit, and the QR code of the page that confirms it."""
    lines = [
        text("certificate.date", language, date=long_date(certificate.paid_at, language)),
        text("certificate.code", language, code=certificate.grouped_code),
        text("certificate.check", language, address=address),
    ]
    if certificate.permit_number:
        lines.append(text("certificate.permit", language, number=certificate.permit_number))
    page.set_text_color(*GREY)
    page.set_font("sans", size=10)
    for number, line in enumerate(lines):
        page.set_xy(38, 164 + 6 * number)
        page.cell(WIDTH - 38 - 38 - QR_SIZE - 6, 5, line)
    _qr(page, WIDTH - 38 - QR_SIZE, 160, address)


def _qr(page: FPDF, x: float, y: float, address: str) -> None:
    rows = _modules(address)
    size = QR_SIZE / len(rows)
    page.set_fill_color(255, 255, 255)
    page.rect(x, y, QR_SIZE, QR_SIZE, style="F")
    page.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                # A little overlap: between modules no light may show.
                page.rect(x + across * size, y + down * size, size * 1.02, size * 1.02, style="F")


def _modules(address: str) -> tuple[tuple[int, ...], ...]:
    """The code's squares with the quiet zone that ISO/IEC 18004 asks for, four modules wide."""
    return tuple(tuple(row) for row in segno.make_qr(address, error="m").matrix_iter(border=4))
