/** A call to Google Cloud as the simulator answers it. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Call, textOf } from '../../answers/call.ts';
import { pageOf } from '../../answers/pages.ts';
import { ProviderError } from '../../answers/provider-error.ts';
import type { GoogleWorld } from '../world/google-world.ts';

/** `account` is the id of the project or organization that is watched. */
export type GoogleCall = Omit<Call, 'region' | 'world'> & { readonly world: GoogleWorld };

/** Operation, by Google's own id of the method, to what answers it with the JSON body of the REST API. */
export type GoogleAnswers = Readonly<Record<string, (call: GoogleCall) => JsonObject>>;

/** What Google says of something that is not there. */
export const notFound = 'NOT_FOUND';

/** @throws ProviderError when the call lacks the text */
export function named({ input }: GoogleCall, member: string): string {
  return textOf(input, member, 'INVALID_ARGUMENT');
}

/** The call itself. @throws ProviderError when it is about another project than the watched one */
export function inOwn(call: GoogleCall, member = 'project'): GoogleCall {
  if (named(call, member) === call.account) return call;
  throw denied(named(call, member));
}

export function denied(name: string): ProviderError {
  return new ProviderError('PERMISSION_DENIED', `The caller may not see ${name}`);
}

type Listing = {
  /** The member that holds what is listed. Google leaves it out when it is empty. */
  readonly member: string;
  readonly all: readonly JsonObject[];
  /** What older services say of the kind of answer. */
  readonly kind?: string;
};

/** One page of a listing. */
export function listed({ input }: GoogleCall, { member, all, kind }: Listing): JsonObject {
  const { elements, next } = pageOf(all, input['pageToken'], { most: 5, refusal: 'INVALID_ARGUMENT' });
  return {
    ...(kind !== undefined && { kind }),
    ...(elements.length > 0 && { [member]: elements }),
    ...(next !== undefined && { nextPageToken: next }),
  };
}
