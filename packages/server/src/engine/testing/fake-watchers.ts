/** The fake watchers: regional and global, with and without describe and confirm, and every kind of declared path. */
import {
  defineWatcher,
  isOperationError,
  type JsonObject,
  type JsonValue,
  OperationError,
  type Relation,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { noteConfig, vaultConfig, widgetConfig } from './fake-schemas.ts';

const pageSchema = z.object({
  Items: z.array(z.record(z.string(), z.json())),
  NextToken: z.string().optional(),
});

async function* pages(context: WatchContext, operation: string): AsyncIterable<readonly JsonObject[]> {
  let token: string | undefined;
  do {
    const page = pageSchema.parse(
      await context.send(operation, token === undefined ? {} : { NextToken: token }),
    );
    yield page.Items;
    token = page.NextToken;
  } while (token !== undefined);
}

type Part = { readonly value: JsonValue } | { readonly unreadable: Unreadable };

async function readPart(path: string, read: () => Promise<JsonValue>): Promise<Part> {
  try {
    return { value: await read() };
  } catch (error) {
    if (!isOperationError(error) || error.failure.code === 'NoSuchWidget') throw error;
    if (error.failure.code === 'NoSuchPolicy') return { value: null };
    return { unreadable: { path, ...error.failure } };
  }
}

const object = z.record(z.string(), z.json());

async function readAttachments(context: WatchContext, Name: JsonValue): Promise<JsonValue> {
  const answer = z
    .object({ Vaults: z.array(z.string()) })
    .parse(await context.send('fake:ListAttachments', { Name }));
  return answer.Vaults;
}

function attachments(vaults: JsonValue): readonly Relation[] {
  return z
    .array(z.string())
    .parse(vaults)
    .map((key) => ({ name: 'attachments', technology: 'fake.vault', key, value: { Since: 'ever' } }));
}

/** Regional; described by three calls; confirms; has secret, ephemeral and unordered paths and a relation. */
export const widgetWatcher = defineWatcher({
  id: 'fake.widget',
  accountType: 'fake',
  title: { one: 'widget', many: 'widgets' },
  documentation: 'https://example.com/ListWidgets',
  version: 1,
  scope: 'region',
  permissions: {
    'fake:ListWidgets': 'fake:ListWidgets',
    'fake:GetWidget': 'fake:GetWidget',
    'fake:GetWidgetPolicy': 'fake:GetWidgetPolicy',
    'fake:ListAttachments': 'fake:ListAttachments',
  },
  gone: ['NoSuchWidget'],
  ephemeral: ['/LastUsedAt', '/Members/*/SeenAt'],
  secret: ['/Startup'],
  unordered: [{ path: '/Members', source: 'https://example.com/GetWidget' }],
  relations: ['attachments'],
  config: widgetConfig,
  identity: (config) => `${config.Name}@${config.CreatedAt}`,
  lineage: (config, place) => `fake:${place.account}:${place.region}:widget/${config.Name}`,
  name: (config) => config.Name,
  tags: (config) => config.Tags ?? {},
  terms: (config) => (config.Rules ?? []).map((rule) => rule.Source),
  list: (context) => pages(context, 'fake:ListWidgets'),
  describe: async (context, listed) => {
    const Name = listed['Name'] ?? null;
    const body = object.parse(await context.send('fake:GetWidget', { Name }));
    const policy = await readPart('/Policy', async () => {
      const answer = object.parse(await context.send('fake:GetWidgetPolicy', { Name }));
      return answer['Policy'] ?? null;
    });
    const attached = await readPart('@attachments', () => readAttachments(context, Name));
    return {
      config: { ...listed, ...body, ...('value' in policy ? { Policy: policy.value } : {}) },
      unreadable: [policy, attached].flatMap((part) => ('unreadable' in part ? [part.unreadable] : [])),
      relations: 'value' in attached ? attachments(attached.value) : [],
    };
  },
  confirm: async (context, missing) => {
    const answer = await context.send('fake:GetWidget', { Name: missing.name });
    const { CreatedAt } = z.object({ CreatedAt: z.string() }).parse(answer);
    if (missing.identity !== `${missing.name}@${CreatedAt}`)
      throw new OperationError({
        class: 'not_found',
        code: 'NoSuchWidget',
        message: 'Another widget has its name.',
      });
  },
});

/** Global, each vault in a region; described; absence cannot be confirmed; shares a report between its items. */
export const vaultWatcher = defineWatcher({
  id: 'fake.vault',
  accountType: 'fake',
  title: { one: 'vault', many: 'vaults' },
  documentation: 'https://example.com/ListVaults',
  version: 1,
  scope: 'global',
  permissions: {
    'fake:ListVaults': 'fake:ListVaults',
    'fake:GetVault': 'fake:GetVault',
    'fake:GetReport': 'fake:GetReport',
  },
  gone: ['NoSuchVault'],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: vaultConfig,
  identity: (config) => config.Name,
  lineage: (config, place) => `fake:${place.account}:vault/${config.Name}`,
  name: (config) => config.Name,
  region: (config) => config.Region,
  list: (context) => pages(context, 'fake:ListVaults'),
  describe: async (context, listed) => {
    const report = await context.shared('report', async () =>
      object.parse(await context.send('fake:GetReport', {})),
    );
    const body = object.parse(
      await context.send('fake:GetVault', { Name: listed['Name'] ?? null, Region: listed['Region'] ?? null }),
    );
    return { config: { ...listed, ...body, Owner: report['Owner'] ?? null } };
  },
});

/** Regional; the listing is all there is. */
export const noteWatcher = defineWatcher({
  id: 'fake.note',
  accountType: 'fake',
  title: { one: 'note', many: 'notes' },
  documentation: 'https://example.com/ListNotes',
  version: 1,
  scope: 'region',
  permissions: { 'fake:ListNotes': 'fake:ListNotes' },
  gone: [],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: noteConfig,
  identity: (config) => config.Name,
  lineage: (config, place) => `fake:${place.account}:${place.region}:note/${config.Name}`,
  name: (config) => config.Name,
  list: (context) => pages(context, 'fake:ListNotes'),
});
