/** The history of assets: https://cloud.google.com/asset-inventory/docs/reference/rest/v1/TopLevel/batchGetAssetsHistory */
import { isOperationError, type JsonObject, parseAnswer, type Send } from '@security-monkey/sdk';
import { z } from 'zod';

export const resourceHistory = 'cloudasset:batchGetAssetsHistory';
export const policyHistory = 'cloudasset:batchGetAssetsHistory#iamPolicy';

/** The calls with their permissions: https://cloud.google.com/asset-inventory/docs/access-control */
export const resourceHistoryPermission: Readonly<Record<string, string>> = {
  [resourceHistory]: 'cloudasset.assets.exportResource',
};
export const historyPermissions: Readonly<Record<string, string>> = {
  ...resourceHistoryPermission,
  [policyHistory]: 'cloudasset.assets.exportIamPolicy',
};

/** Google's most. */
const mostNames = 100;

/** Characters of names in one address: proxies take eight thousand in all. */
const mostCharacters = 7_000;

/** What an asset was for a while. */
export type Span = {
  /** The full resource name of the asset. */
  readonly name: string;
  readonly from: Date;
  /** Absent for what lasted until it was asked for. */
  readonly to: Date | undefined;
  readonly isDeleted: boolean;
  /** The resource or the policy; undefined where the inventory has sent something else. */
  readonly body: JsonObject | undefined;
};

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const body = z.record(z.string(), z.json());

const temporalAsset = z.looseObject({
  window: z.looseObject({ startTime: time.optional(), endTime: time.optional() }),
  deleted: z.boolean().optional(),
  asset: z.looseObject({
    name: z.string(),
    resource: z.looseObject({ data: z.unknown().optional() }).optional(),
    iamPolicy: z.unknown().optional(),
  }),
});
const history = z.looseObject({ assets: z.array(temporalAsset).optional() });

export type HistoryQuestion = {
  readonly operation: typeof resourceHistory | typeof policyHistory;
  /** `projects/1234`. */
  readonly parent: string;
  /** Full resource names. */
  readonly names: readonly string[];
  readonly since: Date;
  /** Names that another content type has answered for: that Google refuses all of them says nothing against the question. */
  readonly isProven: boolean;
};

/**
 * Everything that overlaps the time since then, in any order. Google refuses a whole question for one asset that it does not know:
 * it is put again in halves, so that only that one gives nothing. Rejects when all are refused.
 */
export async function assetHistory(send: Send, question: HistoryQuestion): Promise<readonly Span[]> {
  const asked = await askParts(send, question, piecesOf(question.names));
  const refusal = asked.find((one) => 'refusal' in one);
  const isAnswered = asked.some((one) => 'spans' in one);
  if (refusal !== undefined && !isAnswered && !question.isProven) throw refusal.refusal;
  return asked.flatMap((one) => ('spans' in one ? one.spans : []));
}

type Asked = { readonly spans: readonly Span[] } | { readonly refusal: unknown };

async function askParts(
  send: Send,
  question: HistoryQuestion,
  parts: readonly (readonly string[])[],
): Promise<readonly Asked[]> {
  const all: Asked[] = [];
  for (const names of parts) {
    const asked = await ask(send, question, names);
    const half = Math.ceil(names.length / 2);
    if ('spans' in asked || names.length === 1) all.push(asked);
    else all.push(...(await askParts(send, question, [names.slice(0, half), names.slice(half)])));
  }
  return all;
}

async function ask(
  send: Send,
  { operation, parent, since }: HistoryQuestion,
  names: readonly string[],
): Promise<Asked> {
  const isPolicy = operation === policyHistory;
  try {
    const answer = await send(operation, {
      parent,
      assetNames: [...names],
      contentType: isPolicy ? 'IAM_POLICY' : 'RESOURCE',
      'readTimeWindow.startTime': since.toISOString(),
    });
    const { assets = [] } = parseAnswer(operation, history, answer);
    const spans = assets.map(({ window, deleted = false, asset }) => ({
      name: asset.name,
      from: window.startTime ?? since,
      to: window.endTime,
      isDeleted: deleted,
      body: body.safeParse(isPolicy ? asset.iamPolicy : asset.resource?.data).data,
    }));
    return { spans };
  } catch (error) {
    if (isOperationError(error) && error.failure.class === 'rejected') return { refusal: error };
    throw error;
  }
}

function piecesOf(names: readonly string[]): readonly (readonly string[])[] {
  const pieces: string[][] = [];
  let length = 0;
  for (const name of names) {
    const size = `&assetNames=${encodeURIComponent(name)}`.length;
    const piece = pieces.at(-1);
    if (piece === undefined || piece.length >= mostNames || length + size > mostCharacters) {
      pieces.push([name]);
      length = size;
      continue;
    }
    piece.push(name);
    length += size;
  }
  return pieces;
}
