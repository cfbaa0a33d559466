"""What a person can do, one Command each."""
