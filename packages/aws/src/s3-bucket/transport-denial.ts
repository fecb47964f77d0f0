/** Finds in a bucket policy the statements that deny requests over plain HTTP, and what they cover. */
import type { Evidence } from '@security-monkey/sdk';
import { z } from 'zod';
import type { BucketConfig } from './config.ts';

const strings = z.union([z.string().transform((text) => [text]), z.array(z.string())]);

const denial = z.looseObject({
  Effect: z.literal('Deny'),
  Principal: z.union([
    z.literal('*').transform(() => ['*']),
    z.looseObject({ AWS: strings }).transform(({ AWS }) => AWS),
  ]),
  Action: strings,
  Resource: strings,
  Condition: z.record(z.string(), z.record(z.string(), strings)),
});

type Denial = z.output<typeof denial>;

/** The parts of the bucket that no such statement covers: its own ARN, the ARN of its objects, or both. */
export function openToPlainHttp(config: BucketConfig, partition: string): readonly string[] {
  const bucketArn = `arn:${partition}:s3:::${config.Name}`;
  const covered = denialsOf(config).flatMap(({ statement }) => statement.Resource);
  return [bucketArn, `${bucketArn}/*`].filter((arn) => !covered.some((resource) => coversAll(resource, arn)));
}

/** Statements that go some way to it, each where it stands. */
export function denialEvidence(config: BucketConfig): readonly Evidence[] {
  return denialsOf(config).map(({ index, statement }) => ({
    path: `/Policy/Statement/${index}/Resource`,
    value: statement.Resource,
  }));
}

function denialsOf({
  Policy,
}: BucketConfig): readonly { readonly index: number; readonly statement: Denial }[] {
  const statements = z.array(z.unknown()).safeParse(Policy?.['Statement']).data ?? [];
  return statements.flatMap((candidate, index) => {
    const statement = denial.safeParse(candidate).data;
    return statement !== undefined && isTotal(statement) && isAboutPlainHttp(statement)
      ? [{ index, statement }]
      : [];
  });
}

/** For everyone and every action of S3: a denial to some leaves the others free. */
function isTotal({ Principal, Action }: Denial): boolean {
  return (
    Principal.includes('*') && Action.some((action) => action === '*' || action.toLowerCase() === 's3:*')
  );
}

/** One condition and no other, as a second one would narrow the denial. A demand for a TLS version does not count: a request without TLS has none, so the denial does not match it. */
function isAboutPlainHttp({ Condition }: Denial): boolean {
  const operators = Object.entries(Condition);
  const [operator, tests] = operators[0] ?? ['', {}];
  const keys = Object.entries(tests);
  const [key, values] = keys[0] ?? ['', []];
  if (operators.length !== 1 || keys.length !== 1) return false;
  return (
    /^bool(ifexists)?$/i.test(operator) &&
    key.toLowerCase() === 'aws:securetransport' &&
    values.length === 1 &&
    values[0]?.toLowerCase() === 'false'
  );
}

/**
 * Whether the pattern matches everything that the ARN, which may end in `*`, matches. Each part is taken where it comes
 * first, in linear time: whoever may write the policy could make a regular expression run for ever.
 */
function coversAll(pattern: string, arn: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return pattern === arn;
  if (!arn.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = arn.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return arn.length - tail.length >= at && arn.endsWith(tail);
}
