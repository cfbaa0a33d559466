"""Screens: each composes, binds and delegates."""
