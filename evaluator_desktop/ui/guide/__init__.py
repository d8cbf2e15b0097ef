"""The guide inside the program: read from docs/guide*.md, shown beside the work, without a network.

Apart from `widgets` because it alone may show rich text: it is our own, nobody else writes in it.
"""
