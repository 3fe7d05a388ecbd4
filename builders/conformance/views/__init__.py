"""What several rules look at: the outline of a manifest, its resources, addresses, launch pages, sequencing."""
