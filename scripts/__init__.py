"""What the Makefile calls; the standard library only, since no environment exists yet."""
