"""The person's choices, the organisation's defaults, the places on disk."""
