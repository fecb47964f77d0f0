/** Lists assets: https://cloud.google.com/asset-inventory/docs/reference/rest/v1/assets/list */
import { type JsonObject, parseAnswer, type Send } from '@security-monkey/sdk';
import { z } from 'zod';
import { normalPolicy } from '../client/normal-policy.ts';
import { listPages } from '../client/read-pages.ts';

export const assetsList = 'cloudasset:assets.list';
export const policiesList = 'cloudasset:assets.list#iamPolicy';

/** The calls with their permissions, which are needed where the listing begins: on the organization, usually. */
export const resourcePermission: Readonly<Record<string, string>> = {
  [assetsList]: 'cloudasset.assets.listResource',
};
export const inventoryPermissions: Readonly<Record<string, string>> = {
  ...resourcePermission,
  [policiesList]: 'cloudasset.assets.listIamPolicy',
};

/** Google's most. */
const pageSize = 1_000;

export type Asset = {
  /** The full resource name. */
  readonly name: string;
  readonly assetType: string;
  /** The number of the project that it lies in; undefined for what lies in none. */
  readonly project: string | undefined;
};

const asset = z.looseObject({
  name: z.string(),
  assetType: z.string(),
  /** The closest first: `projects/1234`, folders, the organization. */
  ancestors: z.array(z.string()),
});

const described = asset.extend({
  resource: z
    .looseObject({
      data: z.unknown().optional(),
      location: z.string().optional(),
      parent: z.string().optional(),
    })
    .optional(),
});
const governed = asset.extend({ iamPolicy: z.record(z.string(), z.json()).optional() });

const timed = z.looseObject({ readTime: z.string().optional() });

export type Question = {
  /** `organizations/1234`, a folder or a project. */
  readonly parent: string;
  readonly assetTypes: readonly string[];
};

export type Resource = Asset & {
  /** As its own API writes it, nearly; undefined where the inventory has sent something else. */
  readonly body: JsonObject | undefined;
  readonly location: string | undefined;
  /** The full resource name of what it lies in. */
  readonly parent: string | undefined;
};

export type ResourcePage = {
  /** The moment that the listing tells of, so that another one can tell of the same. */
  readonly readTime: string | undefined;
  readonly resources: readonly Resource[];
};

export const body = z.record(z.string(), z.json());

export async function* listResources(send: Send, question: Question): AsyncIterable<ResourcePage> {
  let readTime: string | undefined;
  const noting: Send = async (operation, input) => {
    const answer = await send(operation, input);
    readTime = parseAnswer(operation, timed, answer).readTime ?? readTime;
    return answer;
  };
  const input = { ...inputOf(question), contentType: 'RESOURCE' };
  for await (const page of listPages(noting, { operation: assetsList, input, member: 'assets' })) {
    const resources = page.map((one) => {
      const { resource, ...rest } = parseAnswer(assetsList, described, one);
      return {
        ...placed(rest),
        body: body.safeParse(resource?.data).data,
        location: resource?.location,
        parent: resource?.parent,
      };
    });
    yield { readTime, resources };
  }
}

export type Policy = Asset & { readonly policy: JsonObject };

/** The policies that are not empty: others are not listed. */
export async function* listPolicies(
  send: Send,
  { readTime, ...question }: Question & { readonly readTime: string | undefined },
): AsyncIterable<readonly Policy[]> {
  const input = {
    ...inputOf(question),
    contentType: 'IAM_POLICY',
    ...(readTime !== undefined && { readTime }),
  };
  for await (const page of listPages(send, { operation: policiesList, input, member: 'assets' }))
    yield page.map((one) => {
      const { iamPolicy = {}, ...rest } = parseAnswer(policiesList, governed, one);
      return { ...placed(rest), policy: normalPolicy(iamPolicy) };
    });
}

function inputOf({ parent, assetTypes }: Question): JsonObject {
  return { parent, assetTypes: [...assetTypes], pageSize };
}

function placed({ name, assetType, ancestors }: z.output<typeof asset>): Asset {
  const project = ancestors.find((ancestor) => ancestor.startsWith('projects/'))?.replace('projects/', '');
  return { name, assetType, project };
}
