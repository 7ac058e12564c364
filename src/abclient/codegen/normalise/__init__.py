"""Published OpenAPI documents, rewritten in the form that packages are generated from."""
