"""What all packages for learning management systems have in common, whatever their standard: the files, what they are called,
what a manifest says of them, and what an administrator is told."""
