"""Outgoing mail: written with the event, sent by the worker."""
