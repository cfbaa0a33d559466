"""The onboarding on the screen: the room, the plan, two views, a vignette."""
