"""What leaves and enters: one file per format."""
