/** Finds the projects of an organization, folder by folder. */
import {
  type AccountSettings,
  type FoundAccount,
  type JsonObject,
  OperationError,
  parseAnswer,
  type Send,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { projectAnswer } from '../account-type/project.ts';
import { listPages } from '../client/read-pages.ts';
import { listOf } from '../other-assets/asset-types.ts';
import type { OrganizationFields } from './fields.ts';

const projectsList = 'cloudresourcemanager:projects.list';
const foldersList = 'cloudresourcemanager:folders.list';

const folderAnswer = z.looseObject({ name: z.string(), state: z.string().optional() });

/** More of them are a circle, or no organization that anybody has: Google allows 300 in one parent, and ten levels. */
const mostFolders = 100_000;

type Asking = {
  readonly send: Send;
  readonly account: AccountSettings<OrganizationFields>;
};

/**
 * The projects of the chosen folders and all below them, those to be deleted too. `projects.list` is refused where projects may not
 * be listed; `projects.search` would give those that may be seen, down to the one project of the credentials, as if there were no
 * others: https://cloud.google.com/resource-manager/reference/rest/v3/projects/list
 */
export async function* findProjects(asking: Asking): AsyncIterable<readonly FoundAccount[]> {
  const { identifier, fields } = asking.account;
  const chosen = listOf(fields.folders).map((id) => `folders/${id}`);
  const roots = chosen.length === 0 ? [`organizations/${identifier}`] : chosen;
  const waiting = roots.map((root) => ({ parent: root, root }));
  const seen = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { parent, root } = next;
    if (seen.has(parent)) continue;
    seen.add(parent);
    if (seen.size > mostFolders) throw tooMany(identifier);
    yield* projectsIn(asking, parent, root);
    waiting.push(...(await foldersIn(asking, parent)).map((folder) => ({ parent: folder, root })));
  }
}

/** `root`: where the search began, above the parent. */
async function* projectsIn(
  { send, account }: Asking,
  parent: string,
  root: string,
): AsyncIterable<readonly FoundAccount[]> {
  const input = { parent, showDeleted: true };
  for await (const page of listPages(send, { operation: projectsList, input, member: 'projects' }))
    yield page.map((project) => foundIn(account, project, root));
}

async function foldersIn({ send }: Asking, parent: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const page of listPages(send, { operation: foldersList, input: { parent }, member: 'folders' }))
    for (const folder of page) {
      const { name, state } = parseAnswer(foldersList, folderAnswer, folder);
      if (state !== 'DELETE_REQUESTED') names.push(name);
    }
  return names;
}

function foundIn(
  { identifier, fields }: AccountSettings<OrganizationFields>,
  project: JsonObject,
  root: string,
): FoundAccount {
  const { projectId, state = 'ACTIVE' } = parseAnswer(projectsList, projectAnswer, project);
  const { folders: _, exclude, assetInventory: inventory, ...connection } = fields;
  const assetInventory = inventory === 'on' ? root : undefined;
  const leftOut = reasonFor(projectId, { state, excluded: listOf(exclude) });
  const given = Object.entries({ ...connection, organizationId: identifier, assetInventory }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
  );
  return {
    identifier: projectId,
    fields: Object.fromEntries(given),
    ...(leftOut !== undefined && { leftOut }),
  };
}

function reasonFor(
  projectId: string,
  { state, excluded }: { readonly state: string; readonly excluded: readonly string[] },
): string | undefined {
  if (excluded.includes(projectId)) return `The field exclude of the organization names ${projectId}.`;
  if (state === 'ACTIVE') return undefined;
  return `The project ${projectId} is to be deleted: what was known of it is frozen.`;
}

function tooMany(identifier: string): OperationError {
  return new OperationError({
    class: 'invalid_response',
    message: `The organization ${identifier} has more than ${mostFolders} folders, which cannot be`,
    operation: foldersList,
  });
}
