"""The last steps on finished files: search, policy, worker, the copy that is read offline."""
