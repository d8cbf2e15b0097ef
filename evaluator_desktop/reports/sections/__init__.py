"""What each section of a provider's report says; one module a section."""
