"""What the pages are built of: each widget owns one way of showing or asking something."""
