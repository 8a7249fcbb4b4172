"""Pictures of the demo, drawn in code: scenes for posts and campaigns, portraits for people."""

from ruanghijau.demo.drawings.scenes import SCENES, draw_scene

__all__ = ["SCENES", "draw_scene"]
