/** A client of the Security Monkey API: typed by its OpenAPI document, nothing more than `fetch` inside. */
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './api.generated.ts';

export type { components, operations, paths } from './api.generated.ts';

/** What the API calls by name: `Schema<'Issue'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type ApiClient = Client<paths>;

/**
 * Answers of a request are `{ data }` or `{ error }`, the error a problem of RFC 9457; nothing throws but the network.
 *
 * @example const { data, error } = await createClient({ baseUrl: 'http://127.0.0.1:8420' }).GET('/api/v1/issues')
 */
export function createClient(options: ClientOptions): ApiClient {
  return createFetchClient<paths>(options);
}
