/** Law 6: no secret at rest, in logs, events or views. A canary is put wherever a secret may stand, and then looked for everywhere. */
import { type JsonObject, type JsonValue, redactConfig, redactText } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { scan } from '../../packages/server/src/engine/scan.ts';
import type { FakeCloud } from '../../packages/server/src/engine/testing/fake-cloud.ts';
import { FakeProviderError } from '../../packages/server/src/engine/testing/fake-faults.ts';
import { fakePlugin } from '../../packages/server/src/engine/testing/fake-plugin.ts';
import { seededRandom } from '../../packages/server/src/engine/testing/seeded.ts';
import { testDigestKey } from '../../packages/server/src/engine/testing/test-runtime.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';
import { sinkPlugin } from './history/sink.ts';
import { createStage, deliver, deliverAll, type Stage } from './history/stage.ts';
import { runs, seed, settings, tellRuns } from './runs.ts';
import { everyView } from './views.ts';

const database = useTestDatabase();
const random = seededRandom(seed);

/** A text that stands nowhere by chance and looks as random as a key does. */
function canary(length: number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

type Seeded = {
  readonly place: string;
  /** What must be found nowhere. */
  readonly secret: string;
  /** What the provider says. */
  readonly body: (secret: string) => JsonObject;
};

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

/** By place: the form that a secret has there, and where it stands in a config. */
const places: readonly Seeded[] = [
  { place: 'declared path', secret: canary(24), body: (s) => ({ Startup: `run --with ${s}` }) },
  {
    place: 'environment map',
    secret: canary(24),
    body: (s) => ({ Environment: { Variables: { ADDRESS: s } } }),
  },
  {
    place: 'environment list',
    secret: canary(24),
    body: (s) => ({ Deep: [{ env: [{ Name: 'ADDRESS', Value: s }] }] }),
  },
  { place: 'metadata', secret: canary(24), body: (s) => ({ Metadata: { anything: s } }) },
  { place: 'user data', secret: base64(canary(40)), body: (s) => ({ UserData: s }) },
  { place: 'password', secret: canary(16), body: (s) => ({ Endpoint: { MasterUserPassword: s } }) },
  { place: 'token', secret: canary(32), body: (s) => ({ Access: [{ AuthToken: s }] }) },
  { place: 'api key', secret: canary(32), body: (s) => ({ ApiKey: s }) },
  { place: 'tag map', secret: canary(16), body: (s) => ({ Tags: { password: s } }) },
  { place: 'tag list', secret: canary(16), body: (s) => ({ TagList: [{ Key: 'db_password', Value: s }] }) },
  {
    place: 'PEM',
    secret: canary(64),
    body: (s) => ({ Text: `-----BEGIN RSA PRIVATE KEY-----\n${s}\n-----END RSA PRIVATE KEY-----` }),
  },
  {
    place: 'JWT',
    secret: canary(43),
    body: (s) => ({
      Note: `see ${base64('{"alg":"HS256","typ":"JWT"}')}.${base64('{"sub":"1234567890"}')}.${s}`,
    }),
  },
  {
    place: 'AWS secret in text',
    secret: canary(40),
    body: (s) => ({ Script: `aws_secret_access_key = ${s}` }),
  },
  { place: 'GitHub token', secret: `ghp_${canary(36)}`, body: (s) => ({ Comment: `use ${s} for now` }) },
  { place: 'Slack token', secret: `xoxb-${canary(11)}-${canary(24)}`, body: (s) => ({ Hook: { by: s } }) },
  {
    place: 'Google key',
    secret: `AIza${canary(35)}`,
    body: (s) => ({ Map: `https://example.com/?key=${s}` }),
  },
  {
    place: 'password in a URL',
    secret: canary(20),
    body: (s) => ({ Database: `postgres://app:${s}@db.example.com/app` }),
  },
  {
    place: 'JSON in text',
    secret: canary(20),
    body: (s) => ({ Json: JSON.stringify({ user: 'a', password: s }) }),
  },
  { place: 'an ephemeral path', secret: canary(20), body: (s) => ({ LastUsedAt: `password=${s}` }) },
  { place: 'an unordered list', secret: canary(20), body: (s) => ({ Members: [{ Id: 'm1', Password: s }] }) },
  { place: 'a name of a member', secret: `ghp_${canary(36)}`, body: (s) => ({ Labels: { [s]: 'x' } }) },
];

const inPolicy = canary(24);
const inName = `ghp_${canary(36)}`;
const inRelation = `ghp_${canary(36)}`;
const inMessage = canary(32);
const inSink = canary(32);
const secrets = [
  ...places.map(({ place, secret }) => ({ place, secret })),
  { place: 'policy text', secret: inPolicy },
  { place: 'name', secret: inName },
  { place: 'relation', secret: inRelation },
  { place: "provider's message", secret: inMessage },
  { place: "sink's message", secret: inSink },
];

afterAll(() => tellRuns('6', { places: secrets.length, 'redacted configs': runs.pure }));

/** A provider that repeats a secret in what it says of a failure. */
function loquacious(cloud: FakeCloud): FakeCloud {
  return {
    ...cloud,
    answer: async (account, request) => {
      if (request.input['Name'] !== 'denied') return await cloud.answer(account, request);
      const error = new FakeProviderError('access_denied', 'AccessDenied');
      error.message = `Denied for Authorization: Bearer ${inMessage}, password=${inMessage}`;
      throw error;
    },
  };
}

async function givenScanned(): Promise<Stage & { readonly progress: readonly string[] }> {
  const stage = await createStage(database(), ['a1']);
  const { cloud } = stage;
  const estate = cloud.account('a1');
  const policy = `public; {"Statement":[{"Sid":"x","Condition":{"StringEquals":{"aws:x":"password=${inPolicy}"}}}]}`;
  const attached = [`v-${inRelation}`];
  for (const [index, { body, secret }] of places.entries())
    estate.put({ kind: 'widget', name: `w${index}`, policy, attached, body: body(secret) });
  estate.put({ kind: 'note', name: `note ${inName}`, body: { Text: 'account:x9' } });
  estate.put({ kind: 'vault', name: `v-${inRelation}`, body: { Locked: false } });
  estate.put({ kind: 'widget', name: 'denied', body: {} });
  const registry = createRegistry([fakePlugin(loquacious(cloud)), sinkPlugin(stage.sink)]);
  const progress: string[] = [];
  const runtime = {
    ...stage.runtime,
    registry,
    progress: (event: object) => progress.push(JSON.stringify(event)),
  };
  const run = async (): Promise<void> => {
    stage.clock.advance(60_000);
    progress.push(JSON.stringify(await scan(runtime, { signal: new AbortController().signal })));
  };
  await run();
  for (const [index, { body, secret }] of places.entries())
    estate.put({
      kind: 'widget',
      name: `w${index}`,
      policy,
      attached,
      body: { Size: 2, ...body(`${secret}2`) },
    });
  estate.remove('widget', 'w0');
  await run();
  stage.sink.failure = `The sink said token=${inSink}`;
  await deliver({ ...stage, runtime }, 'refuses');
  await deliverAll({ ...stage, runtime });
  return { ...stage, runtime, progress };
}

/** Every row of every table as text. */
async function dump(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
    database(),
  );
  const texts = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} as t`.execute(
        database(),
      );
      return [`table ${name}`, found.rows.map(({ row }) => row).join('\n')] as const;
    }),
  );
  return Object.fromEntries(texts);
}

describe('a canary', () => {
  async function gather(): Promise<Readonly<Record<string, string>>> {
    const stage = await givenScanned();
    const views = await everyView(database(), systemViewer, stage.clock.now());
    return {
      ...(await dump()),
      ...Object.fromEntries(
        Object.entries(views).map(([name, rows]) => [`view ${name}`, JSON.stringify(rows)]),
      ),
      log: JSON.stringify(stage.logged),
      progress: stage.progress.join('\n'),
      sink: [...stage.sink.taken].flat().join('\n'),
    };
  }

  it('of every place is in no table, log, event or view', async () => {
    const outputs = await gather();
    const found = Object.entries(outputs).flatMap(([output, text]) =>
      secrets.filter(({ secret }) => text.includes(secret)).map(({ place }) => `${place} in ${output}`),
    );
    expect(found).toEqual([]);
    // The search has something to find, and would find it.
    expect(outputs['table item']).toContain('redacted:k1:');
    expect(outputs['table config']).toContain('redacted:k1:');
    expect(outputs['view listItems']).toContain('w1');
    expect(outputs['view itemHistory']).toContain('changed');
    expect(outputs['sink']).toContain('item.changed');
    expect(outputs['log']).toContain('An alerter did not take events.');
    expect(outputs['table failure']).toContain('Denied for');
  });
});

describe('the redactor', () => {
  const { digest } = testDigestKey('k1');
  const place = fc.constantFrom(
    ...places.filter(({ place: name }) => !['declared path', 'an ephemeral path'].includes(name)),
  );

  /** The body somewhere inside other values. */
  const wrapped: fc.Arbitrary<(body: JsonObject) => JsonObject> = fc
    .array(fc.constantFrom('list', 'object', 'sibling'), { maxLength: 6 })
    .map((wraps) => (body: JsonObject) => {
      let value: JsonObject = body;
      for (const wrap of wraps) value = wrapIn(wrap, value);
      return value;
    });

  function wrapIn(wrap: string, value: JsonObject): JsonObject {
    if (wrap === 'list') return { Elements: ['x', value] };
    return wrap === 'object' ? { Inner: value } : { Name: 'y', Size: 1, Rest: value };
  }

  it('leaves no secret of a known form, however deep it stands', () => {
    fc.assert(
      fc.property(place, wrapped, ({ body, secret }, wrap) => {
        const text = JSON.stringify(redactConfig(wrap(body(secret)), { secret: [], digest }));
        expect(text).not.toContain(secret);
        expect(text).toContain('redacted:k1:');
      }),
      settings(runs.pure),
    );
  });

  it('says the same of what it has redacted already', () => {
    fc.assert(
      fc.property(place, wrapped, ({ body, secret }, wrap) => {
        const once: JsonValue = redactConfig(wrap(body(secret)), { secret: [], digest });
        expect(redactConfig(once, { secret: [], digest })).toEqual(once);
        expect(redactText(JSON.stringify(once), { digest })).toBe(JSON.stringify(once));
      }),
      settings(runs.pure),
    );
  });
});
