"""What campaigns are for."""

from enum import StrEnum


class CampaignCategory(StrEnum):
    penghijauan = "penghijauan"
    sampah = "sampah"
    energi = "energi"
    air = "air"
    laut = "laut"
    edukasi = "edukasi"
