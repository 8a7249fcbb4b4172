"""Ruang Hijau: a platform for Indonesian environmental communities."""
