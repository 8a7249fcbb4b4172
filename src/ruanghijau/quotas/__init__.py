"""How often a day somebody may ask for what costs much to answer."""
