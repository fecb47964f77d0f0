/** Turns an operation and its input into the request that Google's REST API takes. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import { operations } from './operations.ts';

export type RestRequest = {
  readonly verb: 'GET' | 'POST';
  readonly url: URL;
  /** JSON. */
  readonly body?: string;
};

/**
 * What is named in the path is taken from the input, `body` is sent, and the rest becomes the query; a list is given once for each
 * element. With an endpoint, each API is asked below it by its host: `http://127.0.0.1:8080/compute.googleapis.com/…`.
 * @throws Error for an operation that is not in the table, and for an input that lacks a part of the path: defects of a watcher
 */
export function restRequest(
  { operation, input }: { readonly operation: string; readonly input: JsonObject },
  endpoint?: string,
): RestRequest {
  const { verb, address } = addressOf(operation);
  const { body, ...given } = input;
  const names = new Set<string>();
  const filled = address.replaceAll(/\{(\+?)([^}]+)\}/g, (_whole, long: string, name: string) => {
    names.add(name);
    return pathPart(operation, { name, value: given[name], isLong: long === '+' });
  });
  const url = new URL(endpoint === undefined ? `https://${filled}` : below(endpoint, filled));
  for (const [name, value] of Object.entries(given)) if (!names.has(name)) addToQuery(url, name, value);
  return { verb, url, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

/** The address below the endpoint, which may end in a slash. */
export function below(endpoint: string, path: string): string {
  return `${endpoint.replace(/\/+$/, '')}/${path}`;
}

function addressOf(operation: string): { readonly verb: 'GET' | 'POST'; readonly address: string } {
  const known = Object.entries(operations).find(([name]) => name === operation)?.[1];
  if (known === undefined) throw new Error(`The operation ${operation} is in no table of operations.`);
  const [verb, address = ''] = known.split(' ');
  return { verb: verb === 'POST' ? 'POST' : 'GET', address };
}

type PathPart = { readonly name: string; readonly value: JsonValue | undefined; readonly isLong: boolean };

function pathPart(operation: string, { name, value, isLong }: PathPart): string {
  if (typeof value !== 'string' || value === '')
    throw new Error(`The operation ${operation} needs ${name} in its input.`);
  return isLong ? value.split('/').map(encodedOnce).join('/') : encodeURIComponent(value);
}

/** Names that hold the whole name of another resource are written with that encoded: https://cloud.google.com/iam/docs/reference/rest/v2/policies */
function encodedOnce(segment: string): string {
  return segment.split('%2F').map(encodeURIComponent).join('%2F');
}

function addToQuery(url: URL, name: string, value: JsonValue): void {
  const values = Array.isArray(value) ? value : [value];
  for (const one of values)
    url.searchParams.append(name, typeof one === 'string' ? one : JSON.stringify(one));
}
