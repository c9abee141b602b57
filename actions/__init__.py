"""What Rasa calls: one module per journey. Each action reads a turn, calls a service, answers."""
