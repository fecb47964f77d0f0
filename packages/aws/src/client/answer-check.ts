/** Refuses successful answers that AWS cannot have given, before the SDK reads them. */
import type { AwsClient } from './services.ts';

/**
 * Checks every answer of a client. The SDK reads the page of a proxy or an empty body as an answer without fields: a listing
 * of nothing, a setting that is off. Could not look would be taken for absence.
 */
export function refuseForeignAnswers(client: AwsClient): void {
  // The lowest priority of this step stands next to the wire: the answer is whole and unread there.
  const place = { step: 'deserialize', priority: 'low', name: 'refuseForeignAnswers' };
  Reflect.apply(client.middlewareStack.add, client.middlewareStack, [checked, place]);
}

type Answer = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
};

type Handler = (call: { readonly request: { readonly method: string } }) => Promise<{
  readonly response: Answer;
}>;

function checked(next: Handler): Handler {
  return async (call) => {
    const result = await next(call);
    const { response } = result;
    if (response.statusCode >= 300 || call.request.method === 'HEAD') return result;
    if (!hasRequestId(response)) throw foreignAnswer('it carries no request id', response);
    const body = await wholeBody(response);
    if (body.length === 0) throw foreignAnswer('it is empty', response);
    return { ...result, response: Object.assign(response, { body }) };
  };
}

/** Every answer of AWS has one, under one of these names: https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html */
function hasRequestId({ headers }: Answer): boolean {
  return ['x-amz-request-id', 'x-amzn-requestid', 'x-amzn-request-id'].some((name) => headers[name]);
}

async function wholeBody({ body }: Answer): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function foreignAnswer(reason: string, { statusCode }: Answer): Error {
  return Object.assign(new Error(`The answer is not one of AWS: ${reason}`), {
    name: 'ForeignAnswer',
    $metadata: { httpStatusCode: statusCode },
  });
}
