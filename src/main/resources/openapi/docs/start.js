// Shows the description. A local host fills in what "Try it out" needs; a deployed service fills in nothing.
(async () => {
  const read = async (url) => (await fetch(url)).json();
  const [spec, { parameters = {}, token }] = await Promise.all([
    read("/file/openapi.json"),
    read("/file/docs/try-it-out.json"),
  ]);
  for (const parameter of Object.values(spec.components.parameters)) {
    parameter.example = parameters[parameter.name] ?? parameter.example;
  }

  const ui = SwaggerUIBundle({
    spec,
    dom_id: "#api",
    deepLinking: true,
    persistAuthorization: true,
    validatorUrl: null, // It would send the description to a service elsewhere.
    onComplete: () => {
      // A token that the reader entered stays, over a reload too.
      if (token && !ui.authSelectors.authorized().get("bearer")) {
        ui.preauthorizeApiKey("bearer", token);
      }
    },
  });
})();
