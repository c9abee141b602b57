"""What happens to reports, told to those who listen: TMF621's events, through an outbox."""
