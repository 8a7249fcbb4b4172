"""Pictures of the demo, drawn in code: scenes for posts and campaigns, portraits for people, receipts."""

from ruanghijau.demo.drawings.avatars import PORTRAITS, draw_avatar
from ruanghijau.demo.drawings.receipts import Item, draw_receipt
from ruanghijau.demo.drawings.scenes import SCENES, draw_scene

__all__ = ["PORTRAITS", "SCENES", "Item", "draw_avatar", "draw_receipt", "draw_scene"]
