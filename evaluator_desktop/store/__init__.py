"""The workspace on disk: append-only history in SQLite, projections for the screens, evidence files."""
