"""`/`, `/akun`, `/kampanye`, `/donasi`, `/sertifikat`: server-rendered pages, beside the community app."""

from ruanghijau.pages import account_links, campaigns, certificates, giving, start, thanks
from ruanghijau.pages.blueprint import bp

__all__ = ["account_links", "bp", "campaigns", "certificates", "giving", "start", "thanks"]
