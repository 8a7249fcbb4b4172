"""What in a sentence can be right or wrong by itself: figures with their units, laws, names.

A small model that rewrites a passage keeps its tune and changes its numbers. So an answer's facts are read
out of it in one notation, and compared with those of the passage that it cites.
"""

import re
import unicodedata

_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_LAW = re.compile(
    r"\b(?P<kind>uu|undang-undang|pp|peraturan pemerintah|perpres|peraturan presiden|permen\s?\w*|perda|"
    r"pergub)"
    r"\s+(?:nomor|no\.?)?\s*(?P<number>\d{1,3})\s*(?:/|\s+tahun\s+)\s*(?P<year>\d{4})"
)
_KINDS = {"undang-undang": "uu", "peraturan pemerintah": "pp", "peraturan presiden": "perpres"}
_NUMBER_WORDS = {
    "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5", "enam": "6", "tujuh": "7",
    "delapan": "8", "sembilan": "9", "sepuluh": "10", "sebelas": "11", "seratus": "100", "seribu": "1000",
    "setengah": "1/2", "separuh": "1/2", "sepertiga": "1/3", "seperempat": "1/4",
}  # fmt: skip
_UNITS = {
    "%": "persen", "persen": "persen", "°c": "celsius", "° c": "celsius", "celsius": "celsius",
    "derajat": "celsius",
    "kg": "kg", "kilogram": "kg", "kilo": "kg", "g": "gram", "gram": "gram", "mg": "mg", "ton": "ton",
    "l": "liter", "liter": "liter", "ml": "ml", "cc": "ml", "m": "meter", "meter": "meter", "cm": "cm",
    "sentimeter": "cm", "mm": "mm", "milimeter": "mm", "km": "km", "kilometer": "km", "ha": "hektare",
    "hektare": "hektare", "hektar": "hektare", "detik": "detik", "menit": "menit", "jam": "jam",
    "hari": "hari", "minggu": "minggu", "pekan": "minggu", "bulan": "bulan", "tahun": "tahun", "watt": "watt",
    "w": "watt", "kw": "kw", "kwh": "kwh", "kwp": "kwp", "va": "va", "volt": "volt", "v": "volt",
    "lumen": "lumen", "ribu": "ribu", "juta": "juta", "miliar": "miliar", "kali": "kali", "lapis": "lapis",
    "orang": "orang", "bagian": "bagian", "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3", "dba": "dba",
    "rupiah": "rupiah", "pk": "pk", "mikron": "mikron", "µm": "mikron", "bar": "bar", "ppm": "ppm",
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_FIGURE = re.compile(
    r"(?:(?P<before>\brp\.?|\bpasal|\bayat|\bsni|\biso)[\s(]{0,2}|(?<![a-z\d.,]))"
    r"(?P<number>\d+(?:[.,]\d+)*(?:\s?[:/]\s?\d+)*)"
    rf"(?:\s?(?P<unit>{_UNIT})(?![a-z]))?"
)
_OF_LAWS = {"pasal", "ayat", "nomor", "tahun", "huruf", "angka", "undang", "peraturan", "pemerintah"}
_ACRONYM = re.compile(r"\b(?=[A-Z0-9-]*[A-Z][A-Z0-9-]*[A-Z0-9])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\b")
_NAME = re.compile(r"(?<=[\w,;:)] )[A-Z][a-zà-ÿ]{2,}(?: [A-Z][a-zà-ÿ]{2,})*")


def is_of_a_figure(word: str) -> bool:
    """Whether a word is a unit or a number in letters, and so counts as part of a fact."""
    return word in _UNITS or word in _NUMBER_WORDS


def facts(text: str) -> frozenset[str]:
    """The facts of a text, each in one notation: "30 menit", "2:1", "uu 18/2008", "pasal 29", "TPS3R".

    A figure with a unit counts as one fact, so that "30 menit" is not found in "30 hari".
    """
    text = unicodedata.normalize("NFKC", text)
    lowered = text.lower()
    return frozenset({*_laws(lowered), *_figures(_LAW.sub(" ", lowered)), *_names(text)})


def _laws(text: str) -> set[str]:
    return {
        f"{_KINDS.get(kind, kind.replace(' ', ''))} {found['number']}/{found['year']}"
        for found in _LAW.finditer(text)
        if (kind := found["kind"].strip())
    }


def _figures(text: str) -> set[str]:
    words = re.sub(r"[^\W\d_]+", lambda word: _NUMBER_WORDS.get(word[0], word[0]), text)
    return {_figure(found) for found in _FIGURE.finditer(words)}


def _figure(found: re.Match[str]) -> str:
    number = _number(found["number"])
    before = (found["before"] or "").rstrip(".")
    if before in ("pasal", "ayat", "sni", "iso"):
        return f"{before} {number}"
    if before == "rp":
        return f"{number} {_UNITS.get(found['unit'] or '', '')} rupiah".replace("  ", " ")
    unit = _UNITS.get(found["unit"] or "", "")
    return f"{number} {unit}".strip()


def _number(written: str) -> str:
    """Thousands without points, a decimal point for the comma, ratios without spaces."""
    parts = re.split(r"\s?([:/])\s?", written)
    return "".join(
        part.replace(".", "") if _THOUSANDS.match(part) else part.replace(",", ".") for part in parts
    ).rstrip(".")


def _names(text: str) -> set[str]:
    """Acronyms, and capitalised words inside of a sentence; its first word may be any."""
    acronyms = {found[0] for found in _ACRONYM.finditer(text)}
    names = {word.lower() for found in _NAME.finditer(text) for word in found[0].split()}
    return acronyms | (names - _OF_LAWS)
