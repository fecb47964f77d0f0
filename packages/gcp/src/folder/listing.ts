/** Lists the folders of an organization, level by level, and finds out whether one is gone. */
import {
  type JsonObject,
  type MissingItem,
  OperationError,
  parseAnswer,
  type WatchContext,
} from '@security-monkey/sdk';
import { gone } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { listPages } from '../client/read-pages.ts';
import { folderConfig } from './config.ts';

const listOperation = 'cloudresourcemanager:folders.list';
export const folderGet = 'cloudresourcemanager:folders.get';

/** Those that are to be deleted are left out by Google. */
export async function* listFolders({ send, place }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const waiting = [`organizations/${place.account}`];
  const seen = new Set<string>();
  for (let parent = waiting.shift(); parent !== undefined; parent = waiting.shift()) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    const listing = { operation: listOperation, input: { parent }, member: 'folders' };
    for await (const page of listPages(send, listing)) {
      waiting.push(...page.map((folder) => parseAnswer(listOperation, folderConfig, folder).name));
      yield page.map((body) => normalBody({ int64: [] }, body));
    }
  }
}

/** Resolves when the folder is still there: one that is deleted can be read for another month. */
export async function confirmFolder({ send }: WatchContext, { identity }: MissingItem): Promise<void> {
  const { state } = parseAnswer(folderGet, folderConfig, await send(folderGet, { name: identity }));
  if (state !== 'DELETE_REQUESTED') return;
  const [code = ''] = gone;
  const message = `The folder ${identity} is to be deleted`;
  throw new OperationError({ class: 'not_found', code, message, operation: folderGet });
}
