"""What posts are about."""

from enum import StrEnum


class PostCategory(StrEnum):
    sampah = "sampah"
    kompos = "kompos"
    daur_ulang = "daur-ulang"
    air = "air"
    energi = "energi"
    penghijauan = "penghijauan"
    laut = "laut"
    transportasi = "transportasi"
    edukasi = "edukasi"
    kegiatan = "kegiatan"
