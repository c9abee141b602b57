"""How what the assistant says looks on each channel: one module a channel."""
