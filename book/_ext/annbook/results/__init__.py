"""What a chapter computes: when it is stale, how it runs, what is committed."""
