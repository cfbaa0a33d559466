"""Line by line, for screen readers and braille displays: nothing is addressed by row and column."""
