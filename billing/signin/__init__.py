"""Sign-in: the OAuth 2.0 device grant (RFC 8628), its pages, and the access tokens."""
