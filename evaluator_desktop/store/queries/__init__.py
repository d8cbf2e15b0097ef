"""What screens and commands read, one module a screen."""
