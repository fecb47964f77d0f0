/** What is known of a function where Lambda says no, says nothing, or has more versions than may be asked. */
import { type JsonObject, OperationError, redactConfig } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { watchContext } from '../test-support/watch-context.ts';
import { describeFunction } from './describe-function.ts';

const listed = {
  FunctionName: 'pay',
  FunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:pay',
};

const nothing: Readonly<Record<string, JsonObject>> = {
  'lambda:ListAliases': {},
  'lambda:ListVersionsByFunction': {},
  'lambda:ListEventSourceMappings': {},
  'lambda:ListTags': {},
};

function refusal(failureClass: 'not_found' | 'access_denied', operation: string): OperationError {
  const code = failureClass === 'not_found' ? 'ResourceNotFoundException' : 'AccessDeniedException';
  return new OperationError({ class: failureClass, code, message: code, operation });
}

type Answers = Readonly<Record<string, JsonObject | OperationError>>;

/** Describes the function; whatever has no answer is said not to exist. */
async function describeWith(answers: Answers, item: JsonObject = listed) {
  const asked: string[] = [];
  const context = watchContext((operation, { Qualifier = '' }) => {
    if (operation === 'lambda:GetPolicy' && typeof Qualifier === 'string') asked.push(Qualifier);
    const answer = answers[operation] ?? nothing[operation] ?? refusal('not_found', operation);
    if (answer instanceof OperationError) throw answer;
    return answer;
  });
  const { config, unreadable = [], relations = [] } = await describeFunction(context, item);
  return { config, asked, relations, paths: unreadable.map(({ path }) => path) };
}

const bare = { Aliases: [], Versions: [], QualifiedPolicies: [], QualifiedUrls: [], Tags: {} };
const aliasesOf = (...pairs: readonly (readonly [string, string])[]) => ({
  Aliases: pairs.map(([Name, FunctionVersion]) => ({ Name, FunctionVersion })),
});
const versionsTo = (count: number) => ({
  Versions: ['$LATEST', ...Array.from({ length: count }, (_, index) => String(index + 1))].map((version) => ({
    Version: version,
  })),
});

describe('a policy and a URL', () => {
  it('that do not exist are null, though the code is that of a function that is gone', async () => {
    const { config, paths } = await describeWith({});
    expect({ config, paths }).toEqual({ config: { ...listed, ...bare, Policy: null, Url: null }, paths: [] });
  });

  it.each(['lambda:ListAliases', 'lambda:ListVersionsByFunction', 'lambda:ListTags'])(
    'are nobody’s when %s says that the function is gone',
    async (operation) => {
      await expect(describeWith({ [operation]: refusal('not_found', operation) })).rejects.toMatchObject({
        failure: { code: 'ResourceNotFoundException' },
      });
    },
  );

  it('that are denied are not null', async () => {
    const { config, paths } = await describeWith({
      'lambda:GetPolicy': refusal('access_denied', 'lambda:GetPolicy'),
      'lambda:GetFunctionUrlConfig': refusal('access_denied', 'lambda:GetFunctionUrlConfig'),
      'lambda:ListAliases': aliasesOf(['live', '1']),
    });
    expect(config).toEqual({ ...listed, ...aliasesOf(['live', '1']), Versions: [], Tags: {} });
    expect(paths.toSorted()).toEqual(['/Policy', '/QualifiedPolicies', '/QualifiedUrls', '/Url']);
  });

  it('that is cut off is not null', async () => {
    const { config, paths } = await describeWith({ 'lambda:GetPolicy': { Policy: '{"Statement":[' } });
    expect([config['Policy'], paths]).toEqual([undefined, ['/Policy']]);
  });

  it('of aliases are unknown when the aliases are', async () => {
    const { paths } = await describeWith({ 'lambda:ListAliases': refusal('access_denied', 'x') });
    expect(paths.toSorted()).toEqual(['/Aliases', '/QualifiedPolicies', '/QualifiedUrls']);
  });
});

describe('the versions that are asked for their policy', () => {
  it('are all of twenty', async () => {
    const { asked, paths } = await describeWith({ 'lambda:ListVersionsByFunction': versionsTo(20) });
    expect([asked.length, paths]).toEqual([21, []]);
  });

  it('are the newest and those of aliases when there are more, and the rest is said to be unknown', async () => {
    const { asked, paths } = await describeWith({
      'lambda:ListVersionsByFunction': versionsTo(110),
      'lambda:ListAliases': aliasesOf(['live', '3'], ['test', '99']),
    });
    const newest = ['99', '3', ...Array.from({ length: 19 }, (_, index) => String(110 - index))];
    const versions = newest.filter((version, index) => newest.indexOf(version) === index).slice(0, 20);
    expect(asked.toSorted()).toEqual(['', 'live', 'test', ...versions].toSorted());
    expect(paths).toEqual(['/OlderVersionPolicies']);
  });
});

describe('the environment', () => {
  const Variables = { STAGE: 'prod', DB_PASSWORD: 'word', EMPTY: '' };

  it('keeps its names and no value', async () => {
    const { config } = await describeWith({}, { ...listed, Environment: { Variables } });
    const stored = redactConfig(config, {
      secret: ['/Environment/Variables'],
      digest: () => 'redacted:k:00',
    });
    expect(stored['Environment']).toEqual({
      Variables: { STAGE: 'redacted:k:00', DB_PASSWORD: 'redacted:k:00', EMPTY: '' },
    });
  });

  it('that Lambda could not decrypt for us is unreadable, not empty', async () => {
    const Environment = { Error: { ErrorCode: 'AccessDeniedException', Message: 'no' } };
    const { config, paths } = await describeWith({}, { ...listed, Environment });
    expect([config['Environment'], paths]).toEqual([{}, ['/Environment/Variables']]);
  });

  it('of a published version is not kept', async () => {
    const Versions = [{ Version: '1', CodeSha256: 'abc', Environment: { Variables } }];
    const { config } = await describeWith({ 'lambda:ListVersionsByFunction': { Versions } });
    expect(config['Versions']).toEqual([{ Version: '1', CodeSha256: 'abc' }]);
  });
});

it('an event source of an alias is one of the function, and one of a longer name is not', async () => {
  const mapping = (UUID: string, name: string) => ({
    UUID,
    FunctionArn: `arn:aws:lambda:us-east-1:111122223333:function:${name}`,
    State: 'Enabled',
    LastModified: '2026-03-01T09:00:00.000Z',
  });
  const EventSourceMappings = [mapping('1', 'pay'), mapping('2', 'pay:live'), mapping('3', 'payer')];
  const { relations } = await describeWith({ 'lambda:ListEventSourceMappings': { EventSourceMappings } });
  expect(relations.map(({ key }) => key)).toEqual(['1', '2']);
});
