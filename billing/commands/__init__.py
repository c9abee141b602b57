"""`python -m billing …`: a module for each field of work, each with its `add_commands`."""
