"""Customers, numbers, bills and calls from an operator's CSV files: see docs/import.md."""
