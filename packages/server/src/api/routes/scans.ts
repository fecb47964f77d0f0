/** Looking now: trying an account's permissions, and asking for a scan before its time. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { askForScan } from '../../engine/ask-for-scan.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { failureHint, isFailureClass } from '../../errors/failure-hint.ts';
import { type Trial, tryAccount } from '../../front/accounts/try-account.ts';
import { jsonLinesOf } from '../../front/export/csv.ts';
import { requireTechnologies } from '../../front/require-technology.ts';
import { itemsByIds } from '../../store/items.ts';
import type { Row } from '../../store/schema.ts';
import type { ApiContext } from '../context.ts';
import { accountOf } from '../find.ts';
import { defineRoute } from '../route.ts';
import { scanAskedSchema, type trialSchema } from '../schema/account.ts';
import { idParams } from '../schema/common.ts';

const tag = 'Scans';
/** Each makes many calls to a provider. */
const perMinute = 20;

export const postAccountTest = defineRoute({
  method: 'POST',
  path: '/accounts/:id/test',
  tag,
  summary:
    'Try every permission that watching an account needs, recording nothing: a line for each call as it is made.',
  role: 'admin',
  perMinute,
  audited: 'account.test',
  params: idParams,
  produces: ['application/jsonl'],
  response: z.custom<Readable>((value) => value instanceof Readable),
  run: async ({ api: { runtime }, person, params, answer, signal }) => {
    const account = await accountOf(runtime.db, person.viewer, params.id);
    answer.header('content-type', 'application/jsonl; charset=utf-8');
    return Readable.from(jsonLinesOf(hinted(tryAccount({ runtime, account, signal }))));
  },
});

async function* hinted(trials: AsyncIterable<Trial>): AsyncGenerator<z.output<typeof trialSchema>, void> {
  for await (const trial of trials) yield { ...trial, hint: hintOf(trial) };
}

function hintOf({ class: kind, permission }: Trial): string | null {
  if (kind === null || !isFailureClass(kind)) return null;
  return failureHint({ class: kind, ...(permission !== null && { permission }) });
}

async function ask({ runtime }: ApiContext, account: Row<'account'>, technology: string | undefined) {
  if (!account.active) throw new CodedError('account_inactive', { account: account.name });
  const askedAt = runtime.clock.now();
  return { askedAt, technologies: await askForScan(runtime, { account, technology }) };
}

export const postAccountRescan = defineRoute({
  method: 'POST',
  path: '/accounts/:id/rescan',
  tag,
  summary: 'Ask for a scan of an account now, or of one technology in it; coverage tells when it is done.',
  role: 'comment',
  perMinute,
  audited: 'account.rescan',
  params: idParams,
  body: z.strictObject({ technology: z.string().optional() }),
  response: scanAskedSchema,
  run: async ({ api, person, params, body: { technology } }) => {
    const account = await accountOf(api.runtime.db, person.viewer, params.id);
    if (technology !== undefined) requireTechnologies(api.runtime.registry, [technology]);
    return await ask(api, account, technology);
  },
});

export const postItemRescan = defineRoute({
  method: 'POST',
  path: '/items/:id/rescan',
  tag,
  summary: 'Ask for a scan of an item’s technology in its account now.',
  role: 'comment',
  perMinute,
  audited: 'item.rescan',
  params: idParams,
  response: scanAskedSchema,
  run: async ({ api, person, params }) => {
    const [item] = await itemsByIds(api.runtime.db, person.viewer, [params.id]);
    if (item === undefined) throw new CodedError('item_unknown', { item: params.id });
    return await ask(api, await accountOf(api.runtime.db, person.viewer, item.account_id), item.technology);
  },
});
