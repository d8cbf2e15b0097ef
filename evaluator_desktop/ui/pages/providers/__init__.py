"""Parts of the providers page: its filters, its quick look, the cell with the name."""
