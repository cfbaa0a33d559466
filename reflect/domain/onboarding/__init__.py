"""The first ninety days: the plan with its signed tasks, and the vignettes."""
