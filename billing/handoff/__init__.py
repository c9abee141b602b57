"""Customers of the assistant who want a person: what it asks of the desk, and what it is told."""
