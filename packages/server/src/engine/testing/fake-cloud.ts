/** The fake provider: accounts with regions and resources, answering calls page by page, with scripted faults. */
import type { JsonObject, JsonValue, ProviderRequest } from '@security-monkey/sdk';
import { commitFault, createFaultScript, FakeProviderError, type Fault } from './fake-faults.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type FakeKind = 'widget' | 'vault' | 'note';

export type FakeResource = {
  readonly kind: FakeKind;
  readonly region: string;
  readonly name: string;
  /** Tells a re-created resource from the one before. */
  readonly created: string;
  /** What the provider would answer of it, beside name and creation date. */
  readonly body: JsonObject;
  /** Text of the policy; undefined means that none is attached. */
  readonly policy?: string;
  /** Names of vaults attached to it. */
  readonly attached: readonly string[];
};

export type FakeAccount = {
  readonly identifier: string;
  /** Region to whether it is enabled. */
  readonly regions: Map<string, boolean>;
  /** `kind/region/name` to resource, in the order in which the provider lists them. */
  readonly resources: Map<string, FakeResource>;
  readonly put: (
    resource: Partial<FakeResource> & { readonly kind: FakeKind; readonly name: string },
  ) => FakeResource;
  readonly remove: (kind: FakeKind, name: string, region?: string) => void;
};

export type FakeCloud = {
  readonly account: (identifier: string) => FakeAccount;
  readonly setFaults: (faults: readonly Fault[]) => void;
  /** Resources per page of a listing. */
  pageSize: number;
  /** Runs before each call, while time stands still. */
  beforeCall: ((account: string, request: ProviderRequest) => Promise<void>) | undefined;
  /** Gives the lists of an answer another order, where the provider promises none. */
  shuffle: (<Element>(elements: readonly Element[]) => readonly Element[]) | undefined;
  /** What it tells of the past, of whatever it is asked. */
  past: readonly JsonObject[];
  /** Every call that was made, with the ones that failed. */
  readonly calls: ProviderRequest[];
  readonly answer: (account: string, request: ProviderRequest) => Promise<unknown>;
};

export const homeRegion = 'north';

/** An empty cloud. Accounts appear when they are first asked for, with the regions north and south enabled. */
export function createFakeCloud(clock: VirtualClock): FakeCloud {
  const accounts = new Map<string, FakeAccount>();
  const script = createFaultScript();
  const cloud: FakeCloud = {
    account: (identifier) => {
      const account = accounts.get(identifier) ?? emptyAccount(identifier, clock);
      accounts.set(identifier, account);
      return account;
    },
    setFaults: script.set,
    pageSize: 3,
    beforeCall: undefined,
    shuffle: undefined,
    past: [],
    calls: [],
    answer: async (identifier, request) => {
      cloud.calls.push(request);
      const hook = cloud.beforeCall;
      if (hook !== undefined) await clock.paused(() => hook(identifier, request));
      const fault = script.next(identifier, request);
      if (fault !== undefined) await commitFault(fault, request.signal);
      return answerCall({ cloud, account: cloud.account(identifier), request, fault });
    },
  };
  return cloud;
}

function emptyAccount(identifier: string, clock: VirtualClock): FakeAccount {
  const resources = new Map<string, FakeResource>();
  const keyOf = (kind: FakeKind, region: string, name: string): string => `${kind}/${region}/${name}`;
  return {
    identifier,
    regions: new Map([
      ['north', true],
      ['south', true],
    ]),
    resources,
    put: (given) => {
      const region = given.region ?? homeRegion;
      const key = keyOf(given.kind, region, given.name);
      const before = resources.get(key);
      const fresh = { created: clock.now().toISOString(), body: {}, attached: [], ...before };
      const resource: FakeResource = { ...fresh, ...given, region };
      resources.set(key, resource);
      return resource;
    },
    remove: (kind, name, region = homeRegion) => {
      resources.delete(keyOf(kind, region, name));
    },
  };
}

type Call = {
  readonly cloud: FakeCloud;
  readonly account: FakeAccount;
  readonly request: ProviderRequest;
  readonly fault: Fault | undefined;
};

function answerCall(call: Call): JsonObject {
  const { account, request } = call;
  switch (request.operation) {
    case 'fake:WhoAmI':
      return { Account: account.identifier };
    case 'fake:ListRegions':
      return { Regions: [...account.regions].map(([Name, Enabled]) => ({ Name, Enabled })) };
    case 'fake:ListWidgets':
      return page(call, inRegion(call, 'widget').map(listedWidget));
    case 'fake:ListNotes':
      return page(call, inRegion(call, 'note').map(listedNote));
    case 'fake:ListVaults':
      return page(
        call,
        [...account.resources.values()].filter(({ kind }) => kind === 'vault').map(listedVault),
      );
    case 'fake:GetWidget':
      return widgetBody(call, existing(call, 'widget'));
    case 'fake:GetWidgetPolicy':
      return policyOf(existing(call, 'widget'));
    case 'fake:ListAttachments':
      return { Vaults: [...existing(call, 'widget').attached] };
    case 'fake:GetVault':
      return existing(call, 'vault').body;
    case 'fake:GetReport':
      return { Owner: `owner of ${account.identifier}` };
    case 'fake:GetPast':
      return { States: [...call.cloud.past] };
    default:
      throw new FakeProviderError('rejected', 'NoSuchOperation');
  }
}

function inRegion(call: Call, kind: FakeKind): readonly FakeResource[] {
  return [...call.account.resources.values()].filter(
    (resource) => resource.kind === kind && resource.region === call.request.region,
  );
}

function existing(call: Call, kind: FakeKind): FakeResource {
  const { input, region } = call.request;
  const name = textOf(input['Name']);
  const found = call.account.resources.get(`${kind}/${textOf(input['Region'] ?? region)}/${name}`);
  if (found === undefined)
    throw new FakeProviderError('not_found', kind === 'widget' ? 'NoSuchWidget' : 'NoSuchVault');
  return found;
}

/** A name in a call's input. */
function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function page(call: Call, all: readonly JsonObject[]): JsonObject {
  const { cloud, fault, request } = call;
  const start = Number(request.input['NextToken'] ?? 0);
  const visible = fault?.kind === 'short' ? all.slice(0, Math.floor(all.length / 2)) : all;
  const items = visible.slice(start, start + cloud.pageSize);
  const end = start + cloud.pageSize;
  return {
    Items: fault?.kind === 'malformed' ? items.map(() => ({ Oops: true })) : [...reorder(cloud, items)],
    ...(end < visible.length ? { NextToken: String(end) } : {}),
  };
}

function reorder<Element>(cloud: FakeCloud, elements: readonly Element[]): readonly Element[] {
  return cloud.shuffle === undefined ? elements : cloud.shuffle(elements);
}

function listedWidget({ name, created }: FakeResource): JsonObject {
  return { Name: name, CreatedAt: created };
}

function listedNote({ name, body }: FakeResource): JsonObject {
  return { Name: name, ...body };
}

function listedVault({ name, region }: FakeResource): JsonObject {
  return { Name: name, Region: region };
}

function widgetBody(call: Call, { body, created }: FakeResource): JsonObject {
  const members = body['Members'];
  const Members: JsonValue = Array.isArray(members) ? [...reorder(call.cloud, members)] : [];
  return { Size: 1, ...body, Members, CreatedAt: created };
}

function policyOf({ policy }: FakeResource): JsonObject {
  if (policy === undefined) throw new FakeProviderError('not_found', 'NoSuchPolicy');
  return { Policy: policy };
}
