"""What several rules look at: passages, addresses, paths through a graph, days on the clock, items by kind."""
