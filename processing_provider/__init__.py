"""The Processing provider and what every algorithm inherits."""
