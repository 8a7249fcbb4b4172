"""A payment gateway that moves no money: what Midtrans does, for demos and tests, as a server of its own."""
