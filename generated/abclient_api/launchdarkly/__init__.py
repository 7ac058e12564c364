"""LaunchDarkly Experiments: requests described, answers parsed, nothing sent."""
