"""What every command of this package needs from its terminal and its process; the client does not use it."""
