/** The OpenAPI document without a server: for the reference and for clients that are generated from it. */
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { registerOpenApi } from './openapi.ts';
import { prefix, routeSchema } from './register-route.ts';
import { routes } from './routes.ts';

export async function openApiDocument(version: string): Promise<object> {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await registerOpenApi(app, version);
  await app.register(async (scope) => {
    for (const route of routes)
      scope.route({
        method: route.method,
        url: `${prefix}${route.path}`,
        schema: routeSchema(route),
        handler: async () => null,
      });
  });
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
