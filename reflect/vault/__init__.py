"""Bytes at rest: one authenticated, append-only file and what stands beside it."""
