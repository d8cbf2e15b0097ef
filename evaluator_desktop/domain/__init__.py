"""The rules and nothing else: pure functions and frozen values; no files, no database, no Qt."""
