"""Pictures of the demo, drawn in code: scenes for posts and campaigns, portraits for people."""

from ruanghijau.demo.drawings.avatars import PORTRAITS, draw_avatar
from ruanghijau.demo.drawings.scenes import SCENES, draw_scene

__all__ = ["PORTRAITS", "SCENES", "draw_avatar", "draw_scene"]
