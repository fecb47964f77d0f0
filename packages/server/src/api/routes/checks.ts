/** The catalogue: technologies and checks, with what is set about them. */
import type { Check } from '@security-monkey/sdk';
import { z } from 'zod';
import { ruleFileOf } from '../../engine/rules/rules-plugin.ts';
import type { Settings } from '../../engine/settings/schema.ts';
import { loadSettings } from '../../engine/settings/settings.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { changeCheck } from '../../front/checks/change-check.ts';
import { requireTechnologies } from '../../front/require-technology.ts';
import { visibleAccounts } from '../../store/viewer.ts';
import { countsOfCheck } from '../../store/views/check-counts.ts';
import type { ApiContext } from '../context.ts';
import { defineRoute, type SignedIn } from '../route.ts';
import { checkChangeSchema, checkDetailSchema, checkSchema, technologySchema } from '../schema/check.ts';
import { jsonSchemaOf } from '../schema/json-schema.ts';

const tag = 'Checks';

export const getTechnologies = defineRoute({
  method: 'GET',
  path: '/technologies',
  tag,
  summary: 'What is watched: every technology with its checks and the permissions that it needs.',
  role: 'view',
  response: z.object({ rows: z.array(technologySchema).readonly() }),
  run: async ({ api: { runtime } }) => {
    const { registry } = runtime;
    const { activation, intervals } = await loadSettings(runtime.db);
    const rows = registry.allWatchers.map((watcher) => ({
      id: watcher.id,
      accountType: watcher.accountType,
      title: watcher.title,
      scope: watcher.scope,
      legacyIndex: watcher.legacyIndex ?? null,
      documentation: watcher.documentation,
      checks: registry.checksFor(watcher.id).map(({ id }) => id),
      permissions: [...new Set(Object.values(watcher.permissions))].toSorted(),
      watched: activation.technologies[watcher.id] ?? true,
      minutes: intervals.technologies[watcher.id] ?? intervals.minutes,
    }));
    return { rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  },
});

function shown(check: Check, { checks }: Settings): z.output<typeof checkSchema> {
  const { id, watcher, title, category, score, frameworks } = check;
  const own = checks[id];
  return {
    id,
    technology: watcher.id,
    title,
    category,
    score,
    enabled: own?.enabled ?? true,
    ownScore: own?.score ?? null,
    frameworks,
    rule: ruleFileOf(check) ?? null,
  };
}

export const getChecks = defineRoute({
  method: 'GET',
  path: '/checks',
  tag,
  summary: 'The checks of all technologies, or of one.',
  role: 'view',
  query: z.strictObject({ technology: z.string().optional() }),
  response: z.object({ rows: z.array(checkSchema).readonly() }),
  run: async ({ api: { runtime }, query: { technology } }) => {
    if (technology !== undefined) requireTechnologies(runtime.registry, [technology]);
    const settings = await loadSettings(runtime.db);
    const rows = runtime.registry.allChecks
      .filter(({ watcher }) => technology === undefined || watcher.id === technology)
      .map((check) => shown(check, settings));
    return { rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  },
});

const checkParams = z.object({ check: z.string() });

async function oneCheck({ runtime }: ApiContext, { viewer }: SignedIn, id: string) {
  const check = runtime.registry.check(id);
  if (check === undefined) throw new CodedError('check_unknown', { check: id });
  const settings = await loadSettings(runtime.db);
  const { version, why, fix, links, messages, options, examples } = check;
  // Options and overrides may name accounts.
  const seesAll = visibleAccounts(viewer) === 'all';
  return {
    ...shown(check, settings),
    version,
    why,
    fix,
    links,
    messages,
    examples: [
      ...examples.good.map(({ name, config }) => ({ name, config, reports: [] })),
      ...examples.bad.map(({ name, config, reports }) => ({ name, config, reports })),
    ],
    optionsSchema: options === undefined ? null : jsonSchemaOf(options),
    options: seesAll ? (settings.checks[id]?.options ?? {}) : null,
    overrides: seesAll ? overridesOf(settings, id) : null,
    ...(await countsOfCheck(runtime.db, viewer, id)),
  };
}

function overridesOf({ overrides }: Settings, id: string) {
  return Object.entries(overrides).flatMap(([account, { [id]: own }]) => {
    if (own === undefined) return [];
    const { enabled = null, score = null, options = null } = own;
    return [{ account, enabled, score, options }];
  });
}

export const getCheck = defineRoute({
  method: 'GET',
  path: '/checks/:check',
  tag,
  summary:
    'One check: why it matters, how to fix it, examples, options, what is set about it and what it found.',
  role: 'view',
  params: checkParams,
  response: checkDetailSchema,
  run: async ({ api, person, params }) => await oneCheck(api, person, params.check),
});

export const patchCheck = defineRoute({
  method: 'PATCH',
  path: '/checks/:check',
  tag,
  summary: 'Switch a check on or off, or set its score or options, for all accounts or some.',
  role: 'admin',
  sees: 'all',
  audited: 'check.set',
  target: ({ params, body }) => ({ check: params.check, ...body }),
  params: checkParams,
  body: checkChangeSchema,
  response: checkDetailSchema,
  run: async ({ api, person, params: { check }, body }) => {
    if (api.runtime.registry.check(check) === undefined) throw new CodedError('check_unknown', { check });
    await changeCheck(api.runtime, person.name, { check, ...body });
    return await oneCheck(api, person, check);
  },
});
