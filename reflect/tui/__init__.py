"""The screen: composes, binds and delegates to workflows."""
