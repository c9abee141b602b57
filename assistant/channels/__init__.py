"""The ways in which a customer's words reach Rasa, and Rasa's reach the customer."""
