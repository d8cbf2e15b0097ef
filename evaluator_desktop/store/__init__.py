"""The workspace on disk: append-only history in SQLite, rows for the screens, evidence files."""
