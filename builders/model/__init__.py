"""What a curriculum is: frozen, typed nodes without input, output or formats."""
