"""What leaves a workspace and comes into it as files: packages and workbooks."""
