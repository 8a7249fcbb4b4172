"""Pictures people upload: checked, cleaned, stored, and where to find them."""
