"""What a message means: vectors, intents, reasons and languages, as components of Rasa's graph."""
