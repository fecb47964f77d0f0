/** The pages of an EC2 listing. */
import type { JsonObject } from '@security-monkey/sdk';
import { nextToken, parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';

type Ec2Listing = {
  /** `ec2:Describe…`. */
  readonly operation: string;
  /** The member of an answer that holds the list. */
  readonly member: string;
  /** Makes the call for one page. */
  readonly call: (input: PageInput) => Promise<unknown>;
};

type PageInput = { readonly MaxResults: number; readonly NextToken?: string };

const next = z.looseObject({ NextToken: z.string().optional() });

/** Every page as EC2 gives it, up to the one without a token for the next. */
export async function* ec2Pages({
  operation,
  member,
  call,
}: Ec2Listing): AsyncIterable<readonly JsonObject[]> {
  const list = z.looseObject({ [member]: z.array(z.looseObject({})) });
  let token: string | undefined;
  do {
    const input = { MaxResults: 1000, ...(token !== undefined && { NextToken: token }) };
    const answer = await call(input);
    const found = parseAnswer(operation, list, answer)[member];
    // An element without content is read as an empty text.
    token = nextToken(operation, { used: token, named: parseAnswer(operation, next, answer).NextToken });
    // What a loose schema has parsed is the JSON it was given.
    yield found as readonly JsonObject[];
  } while (token !== undefined);
}
