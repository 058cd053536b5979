"""The HTTP client: honest about who asks, careful about whom, bounded in what comes back."""
