"""People: registering, signing in, profiles, sessions."""
