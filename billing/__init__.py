"""The reference billing backend: the operator's side, spoken to over HTTP alone."""
