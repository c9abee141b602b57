"""The customer's business in plain Python: sign-in, calls, disputes, reports, hours."""
