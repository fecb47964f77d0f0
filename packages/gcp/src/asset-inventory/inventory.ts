/** The assets of one type, asked for once for all projects whose organization has its inventory read. */
import {
  isOperationError,
  type JsonObject,
  OperationError,
  type Send,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { assetsList, listPolicies, listResources, type Policy, type Resource } from './assets.ts';
import { createPacked, type Packed } from './packed.ts';

/** A resource of one project, or of none. */
export type Entry = {
  /** The full resource name. */
  readonly name: string;
  readonly assetType: string;
  readonly location?: string;
  /** The full resource name of what it lies in. */
  readonly parent?: string;
  /** Null where the inventory has sent something else than a JSON object. */
  readonly body: JsonObject | null;
};

/** What one project has of it, or what lies in none. */
export type PartOfInventory = {
  readonly pages: () => Iterable<readonly Entry[]>;
  /** By full resource name; what is not among them has an empty policy. */
  readonly policies: () => ReadonlyMap<string, JsonObject>;
};

type Governed = { readonly name: string; readonly policy: JsonObject };

type Inventory = { readonly of: (project: string) => PartOfInventory };

/** Stands for a project where something lies in none. */
const noProject = '';

const fields = z.looseObject({ assetInventory: z.string().optional() });

/** Whose inventory is to be read in place of the single APIs; undefined where these are. */
export function inventoryParent({ fields: given = {} }: WatchContext): string | undefined {
  return fields.parse(given).assetInventory;
}

export type Wanted = {
  readonly parent: string;
  readonly assetTypes: readonly string[];
  /** Asset types whose policies are wanted too. */
  readonly policies: readonly string[];
};

/**
 * Complete, or it rejects: a listing that breaks off gives nothing to any project. One project's assets are told apart by its number,
 * which all of them name.
 */
export async function projectInventory(context: WatchContext, wanted: Wanted): Promise<PartOfInventory> {
  const inventory = await sharedInventory(context, wanted);
  return inventory.of(projectNumber(context));
}

/** As {@link projectInventory}, what lies in the parent and in no project: of an organization or of a folder. */
export async function inventoryOutsideProjects(
  context: WatchContext,
  wanted: Wanted,
): Promise<PartOfInventory> {
  const inventory = await sharedInventory(context, wanted);
  return inventory.of(noProject);
}

async function sharedInventory(context: WatchContext, wanted: Wanted): Promise<Inventory> {
  const key = `assets of ${wanted.parent}: ${wanted.assetTypes.join(' ')}`;
  // What one project tells is of no use to another.
  const among = wanted.parent.startsWith('projects/') ? 'account' : 'accounts-found-together';
  return await context.shared(key, () => load(ofInventory(context.send), wanted), among);
}

/** That the inventory's own API is off says nothing of whether the project uses what was asked for. */
export function ofInventory(send: Send): Send {
  return async (operation, input) => {
    try {
      return await send(operation, input);
    } catch (error) {
      if (!isOperationError(error) || error.failure.class !== 'api_disabled') throw error;
      const advice =
        'Switch on cloudasset.googleapis.com in the project that calls are counted for, or assetInventory and otherAssets off';
      const message = `${advice}: ${error.failure.message}`;
      throw new OperationError({ ...error.failure, class: 'misconfigured', message }, { cause: error });
    }
  };
}

async function load(send: Send, { parent, assetTypes, policies }: Wanted): Promise<Inventory> {
  const resources = createPacked<Entry>();
  const governed = createPacked<Governed>();
  let at: string | undefined;
  for await (const page of listResources(send, { parent, assetTypes })) {
    at = page.readTime ?? at;
    for (const one of page.resources) keepResource(resources, one);
  }
  if (policies.length > 0)
    for await (const page of listPolicies(send, { parent, assetTypes: policies, readTime: at }))
      for (const one of page) keepPolicy(governed, one);
  return {
    of: (project) => ({
      pages: () => resources.read(project),
      policies: () => policiesIn(governed.read(project)),
    }),
  };
}

function keepResource(
  resources: Packed<Entry>,
  { project = noProject, name, assetType, location, parent, body }: Resource,
): void {
  resources.add(project, {
    name,
    assetType,
    body: body ?? null,
    ...(location !== undefined && { location }),
    ...(parent !== undefined && { parent }),
  });
}

function keepPolicy(governed: Packed<Governed>, { project = noProject, name, policy }: Policy): void {
  governed.add(project, { name, policy });
}

function policiesIn(pages: Iterable<readonly Governed[]>): ReadonlyMap<string, JsonObject> {
  const policies = new Map<string, JsonObject>();
  for (const page of pages) for (const { name, policy } of page) policies.set(name, policy);
  return policies;
}

/** Assets name the project by number, people by either. */
export function projectNumber({ place, facts }: WatchContext): string {
  const number = [place.account, ...(facts.aliases ?? [])].find((name) => /^\d+$/.test(name));
  if (number !== undefined) return number;
  throw new OperationError({
    class: 'invalid_response',
    message: `The number of the project ${place.account} is not known, by which its assets are told from others`,
    operation: assetsList,
  });
}
