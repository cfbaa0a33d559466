"""The shapes of `--json`: part of the stable contract; a file for each group of verbs, `contract` names them all."""
