"""Reading a page as a browser does: its tags, its words, and the form that it offers."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "link", "input", "img", "br", "hr"}


@dataclass
class Tag:
    """One tag with its attributes; of a textarea also its text."""

    name: str
    attributes: dict[str, str]


@dataclass
class Reading(HTMLParser):
    """A page taken apart."""

    tags: list[Tag] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, name: str, /, **attributes: str) -> list[dict[str, str]]:
        """The attributes of all tags of this name that have these attributes."""
        wanted = attributes.items()
        return [t.attributes for t in self.tags if t.name == name and wanted <= t.attributes.items()]

    def meta(self, name: str) -> str | None:
        """What a `<meta>` with this name or property says."""
        for tag in self.all("meta"):
            if name in (tag.get("property"), tag.get("name"), tag.get("http-equiv")):
                return tag["content"]
        return None

    @property
    def form(self) -> dict[str, str]:
        """What the page's form would send if nobody touched it."""
        hidden = {"hidden", "text", "email", "password"}
        fields = {
            t["name"]: t.get("value", "")
            for t in self.all("input")
            if t.get("type") in hidden and "name" in t
        }
        return fields | {t["name"]: t["value"] for t in self.all("input") if "checked" in t}


def read(response: Any) -> Reading:
    """The page in a response, which has to be one."""
    assert response.mimetype == "text/html", response.data
    reading = Reading()
    reading.feed(response.text)
    return reading


def require_plain(response: Any, public_url: str) -> None:
    """That a page runs no script, keeps nothing at its reader's, and loads nothing from elsewhere."""
    page = read(response)
    assert page.all("script") + page.all("style") + page.all("iframe") == []
    assert [tag for tag in page.tags if {"style", "onclick"} & tag.attributes.keys()] == []
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response.headers
    for tag in (*page.all("img"), *page.all("link")):
        assert (tag.get("src") or tag["href"]).startswith(("/", public_url))
