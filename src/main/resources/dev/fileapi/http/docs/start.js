// No validator: it would send the description to a service elsewhere.
SwaggerUIBundle({ url: "/file/openapi.yaml", dom_id: "#api", deepLinking: true, validatorUrl: null });
