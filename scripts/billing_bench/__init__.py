"""How fast the billing backend is with as many calls as an operator has."""
