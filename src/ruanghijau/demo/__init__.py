"""The demo: a community to look at, with its people, posts, conversations and campaigns."""
