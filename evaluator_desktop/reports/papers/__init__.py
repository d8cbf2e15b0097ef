"""Papers beside the report: what each of them contains, one file a paper."""
