"""The TM Forum Open APIs, v4: the parts that the assistant needs."""
