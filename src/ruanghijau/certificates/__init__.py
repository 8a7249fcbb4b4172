"""Certificates of donations: a PDF to keep, and a code by which everybody can check it."""
