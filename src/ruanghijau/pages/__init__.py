"""The few pages the server itself shows: the start page, and where mailed links lead."""
