"""Many customers at the chat at once: what is lost, what is doubled, and how long they wait."""
