"""The bins, the finer kinds that the network tells apart, and which kind a photo of a known source shows.

The network ends in one output per kind and a bin is the sum of its kinds, so that a person is told
"cardboard" and not only "paper". A kind needs some dozens of photos, so produce is gathered into families.
"""

BINS = ("organik", "anorganik", "kertas", "kaca", "logam")
NONE = "none"
"""The kind of whatever belongs in none of the bins: a face, a landscape, an empty table."""

KINDS: dict[str, str] = {
    "apple": "organik",
    "banana": "organik",
    "citrus": "organik",
    "melon": "organik",
    "fruit": "organik",
    "root_vegetable": "organik",
    "vegetable": "organik",
    "leaf": "organik",
    "food_scraps": "organik",
    "plastic": "anorganik",
    "paper": "kertas",
    "cardboard": "kertas",
    "glass": "kaca",
    "metal": "logam",
    NONE: NONE,
}
"""Kind of waste and the bin it goes into, in the order of the network's outputs."""

NAMES = tuple(KINDS)

_OF_SOURCE = {
    "trashnet_plastic": "plastic",
    "trashnet_paper": "paper",
    "trashnet_cardboard": "cardboard",
    "trashnet_glass": "glass",
    "trashnet_metal": "metal",
    "coffeeleaf": "leaf",
    "compostnet": "food_scraps",
}

_NAMED_BY_KIND = frozenset({"mslearn", "tuxpaint", "datacluster", "scrapsort"})
"""Sources whose files `training.waste.gather` names `source_kind_number.jpg`."""

_PRODUCE = {
    "Apple": "apple",
    "Banana": "banana",
    "Orange": "citrus",
    "Lemon": "citrus",
    "Lime": "citrus",
    "Satsumas": "citrus",
    "Red-Grapefruit": "citrus",
    "Melon": "melon",
    "Potato": "root_vegetable",
    "Carrots": "root_vegetable",
    "Ginger": "root_vegetable",
    "Garlic": "root_vegetable",
    "Onion": "root_vegetable",
    "Red-Beet": "root_vegetable",
}


def kind_of(name: str) -> str:
    """The kind shown by the photo with this file name.

    Raises ValueError for a name of no known source: a photo without a licence on record must not slip in.
    """
    source, _, rest = name.partition("_")
    kind = rest.partition("_")[0].replace("-", "_")
    if source in _NAMED_BY_KIND and kind in KINDS:
        return kind
    for prefix, kind in _OF_SOURCE.items():
        if name.startswith(prefix + "_"):
            return kind
    if name.startswith("grocery_"):
        return _produce(name)
    raise ValueError(f"{name}: no source on record has this prefix")


def _produce(name: str) -> str:
    _, _, product = name.removesuffix(".jpg").split("_")[:3]
    group, _, rest = product.partition("-")
    for start, kind in _PRODUCE.items():
        if rest.startswith(start):
            return kind
    return "fruit" if group == "Fruit" else "vegetable"
