/** Sends operations by name (`compute:firewalls.list`) as plain REST. It never retries: the engine does, and knows when it is no use. */
import { isJsonObject, type JsonObject } from '@security-monkey/sdk';
import { ApiError, ForeignAnswer, type Target } from './api-error.ts';
import { parseExactly } from './parse-exactly.ts';
import { restRequest } from './request.ts';

export type RestCall = {
  /** `service:method`. */
  readonly operation: string;
  readonly input: JsonObject;
  readonly signal?: AbortSignal;
};

export type RestOptions = {
  readonly token: () => Promise<string>;
  /** Where all APIs lie, each below its host; Google's own hosts unless given. */
  readonly endpoint?: string | undefined;
  /** The project that calls are counted and billed for; that of the credentials or of the resource unless given. */
  readonly quotaProject?: string | undefined;
};

export type Rest = {
  /**
   * The answer as JSON. Rejects with an {@link ApiError}, a {@link ForeignAnswer}, the error of `fetch`, or the signal's reason
   * when that ended the call.
   */
  readonly send: (call: RestCall, target?: Target) => Promise<JsonObject>;
};

export function createRest({ token, endpoint, quotaProject }: RestOptions): Rest {
  return {
    send: async ({ operation, input, signal }, target) => {
      const { verb, url, body } = restRequest({ operation, input }, endpoint);
      const headers = {
        authorization: `Bearer ${await token()}`,
        'user-agent': 'security-monkey',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(quotaProject !== undefined && { 'x-goog-user-project': quotaProject }),
      };
      try {
        const response = await fetch(url, {
          method: verb,
          headers,
          // Google redirects no API call, and the token is for nobody else.
          redirect: 'manual',
          ...(body !== undefined && { body }),
          ...(signal !== undefined && { signal }),
        });
        return await answerOf(response, target);
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        throw error;
      }
    },
  };
}

async function answerOf(response: Response, target: Target | undefined): Promise<JsonObject> {
  const body = parsed(await response.text());
  if (!response.ok) {
    const headers = {
      'retry-after': response.headers.get('retry-after') ?? undefined,
      date: response.headers.get('date') ?? undefined,
    };
    throw new ApiError({ status: response.status, body, headers, target });
  }
  if (!isJsonObject(body)) throw new ForeignAnswer('The answer is not one of Google: it is no JSON object');
  return body;
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
}
