"""How a page looks where it is shared, and links that share it without any script."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ruanghijau.campaigns.models import Campaign
from ruanghijau.pages import addresses
from ruanghijau.pictures import service as pictures
from ruanghijau.web.language import say

DESCRIPTION_LENGTH = 200


@dataclass(frozen=True)
class Card:
    """What Open Graph tells of a page. `url` and `image` are absolute."""

    title: str
    description: str
    url: str
    image: str

    @property
    def links(self) -> list[tuple[str, str]]:
        """Where it can be shared, by name, and the address that begins doing so."""
        both = f"{self.title} {self.url}"
        post = {"text": self.title, "url": self.url}
        mail = {"subject": self.title, "body": self.url}
        return [
            ("WhatsApp", f"https://wa.me/?{urlencode({'text': both})}"),
            ("Telegram", f"https://t.me/share/url?{urlencode(post)}"),
            ("X", f"https://twitter.com/intent/tweet?{urlencode(post)}"),
            ("Facebook", f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': self.url})}"),
            ("E-mail", f"mailto:?{urlencode(mail, quote_via=quote)}"),  # mail programs keep a + as it is
        ]


def of_start() -> Card:
    title = f"Ruang Hijau – {say('pages.tagline')}"
    return Card(title, say("pages.description"), addresses.absolute("/"), _our_picture())


def of_campaign(campaign: Campaign) -> Card:
    text = " ".join(campaign.description.split())
    short = text if len(text) <= DESCRIPTION_LENGTH else f"{text[: DESCRIPTION_LENGTH - 1].rstrip()}…"
    picture = pictures.url(campaign.image_url) or _our_picture()
    return Card(campaign.title, short, addresses.of_campaign(campaign.id), picture)


def _our_picture() -> str:
    return addresses.absolute("/static/share.png")
