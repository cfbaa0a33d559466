"""From text to findings, and from decisions to text that may leave."""
