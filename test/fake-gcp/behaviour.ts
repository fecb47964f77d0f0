/** What Google leaves out of an answer unless it is asked for: the traps of its APIs in which a reader would be silently wrong. */
import type { Found } from './estate.ts';

type Body = Readonly<Record<string, unknown>>;

export type Question = {
  readonly id: string;
  readonly query: URLSearchParams;
  readonly sent: unknown;
};

/** The answer as Google cuts it for this question. */
export function asAsked(found: Found, question: Question): Found {
  const cut = (body: Body): Body => policyAsAsked(bucketAsAsked(body, question), question);
  if (found.kind === 'whole') return { ...found, body: cut(found.body) };
  const shown = found.elements.filter((one) => isShown(one, question) && isInTime(one, question));
  return { ...found, elements: shown.map(cut) };
}

/**
 * A history is that of the assets named, as far as it overlaps the time asked for:
 * https://cloud.google.com/asset-inventory/docs/reference/rest/v1/TopLevel/batchGetAssetsHistory
 */
function isInTime({ asset, window }: Body, { id, query }: Question): boolean {
  if (id !== 'cloudasset.batchGetAssetsHistory') return true;
  const [name, end] = [field(asset, 'name'), field(window, 'endTime')];
  const isOver = typeof end === 'string' && end <= (query.get('readTimeWindow.startTime') ?? '');
  return typeof name === 'string' && query.getAll('assetNames').includes(name) && !isOver;
}

/** The lists of CRM show what is to be deleted only when asked: https://cloud.google.com/resource-manager/reference/rest/v3/projects/list */
function isShown({ state }: Body, { id, query }: Question): boolean {
  if (!id.startsWith('cloudresourcemanager.') || !id.endsWith('.list')) return true;
  return state !== 'DELETE_REQUESTED' || query.get('showDeleted') === 'true';
}

/** ACLs come with the full projection only: https://cloud.google.com/storage/docs/json_api/v1/buckets/list */
function bucketAsAsked(body: Body, { id, query }: Question): Body {
  if (!/^storage\.buckets\.(get|list)$/.test(id) || query.get('projection') === 'full') return body;
  const { acl: _, defaultObjectAcl: __, owner: ___, ...rest } = body;
  return rest;
}

/** Who does not ask for version 3 is given roles without their conditions: https://cloud.google.com/iam/docs/policies#specifying-version-get */
function policyAsAsked(body: Body, { id, query, sent }: Question): Body {
  if (!id.endsWith('.getIamPolicy') || askedVersion(query, sent) >= 3) return body;
  const bindings = Array.isArray(body['bindings']) ? body['bindings'] : [];
  return { ...body, version: 1, bindings: bindings.map(withoutCondition) };
}

function askedVersion(query: URLSearchParams, sent: unknown): number {
  const options = field(sent, 'options');
  const inQuery = query.get('optionsRequestedPolicyVersion') ?? query.get('options.requestedPolicyVersion');
  return Number(inQuery ?? field(options, 'requestedPolicyVersion') ?? 1);
}

function withoutCondition(binding: unknown): unknown {
  if (typeof binding !== 'object' || binding === null || !('condition' in binding)) return binding;
  const { condition: _, ...rest } = { role: '', ...binding };
  return { ...rest, role: `${rest.role}_withcond_0123456789abcdef0123` };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
