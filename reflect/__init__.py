"""reflect: guided self-reflection and supervision for social work, on one laptop."""

__version__ = "0.2.0"
