"""Bytes: deterministic archives, an atomic output folder, a build cache. Knows nothing of curricula."""
