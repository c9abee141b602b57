"""The operator's site: its front page, the chat on it, and what the pages share."""
