"""The command line: `check`, `question`, `explain`, `pack`."""
