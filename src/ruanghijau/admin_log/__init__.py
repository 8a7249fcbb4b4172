"""The log of what administrators, and the platform by itself, did to what others rely on."""
