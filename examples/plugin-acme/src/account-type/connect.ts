/** A connection to an inventory: one GET for each operation. */
import { readFile } from 'node:fs/promises';
import type { AccountSettings, Connection, JsonObject, ProviderRequest } from '@security-monkey/sdk';
import { z } from 'zod';
import type { AcmeFields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** Operation to path; what stands in braces comes from the input, or is the region asked. */
const paths: Readonly<Record<string, string>> = {
  'acme:WhoAmI': '/v1/whoami',
  'acme:ListMachines': '/v1/regions/{region}/machines',
  'acme:ListDoors': '/v1/doors',
  'acme:GetLock': '/v1/doors/{door}/lock',
  'acme:ListKeyHolders': '/v1/doors/{door}/key-holders',
};

const refusal = z.looseObject({ code: z.string(), message: z.string() });

export async function connectAcme({ fields }: AccountSettings<AcmeFields>): Promise<Connection> {
  const token = (await readFile(fields.tokenFile, 'utf8')).trim();
  return {
    send: async (request) => {
      const response = await fetch(addressOf(fields.url, request), {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        signal: request.signal,
      });
      if (response.ok) return await response.json();
      const { code, message } = refusal
        .catch({ code: `http_${response.status}`, message: response.statusText })
        .parse(await response.json().catch(() => undefined));
      throw new Refusal(response.status, code, message);
    },
    close: () => undefined,
  };
}

function addressOf(base: string, { operation, region, input }: ProviderRequest): URL {
  const path = paths[operation];
  if (path === undefined) throw new Error(`The inventory has no operation ${operation}.`);
  const values: JsonObject = { region, ...input };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return encodeURIComponent(typeof value === 'string' ? value : '');
  });
  const address = new URL(filled, base);
  if (typeof input['page'] === 'number') address.searchParams.set('page', String(input['page']));
  return address;
}
