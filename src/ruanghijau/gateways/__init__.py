"""Ports to the outside world, each with its adapters: files, pictures, mail, virus scan, sign-in."""
