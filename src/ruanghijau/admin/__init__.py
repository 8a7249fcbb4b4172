"""What administrators do and did."""
