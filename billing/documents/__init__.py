"""A bill as a PDF in its customer's language: read, put into words, laid out, drawn."""
