/** Where the tokens come from: a key file or the environment, perhaps acting as another service account. */
import { readFile } from 'node:fs/promises';
import { isJsonObject, type JsonObject, OperationError } from '@security-monkey/sdk';
import type { AuthClient } from 'google-auth-library';
import { below } from './request.ts';

export type CredentialFields = {
  readonly keyFile?: string | undefined;
  /** The service account to act as. */
  readonly impersonate?: string | undefined;
  readonly endpoint?: string | undefined;
};

export type TokenSource = {
  /** A token that holds for some minutes more; asked for anew only shortly before its end. */
  readonly get: () => Promise<string>;
  /** Drops it, because Google has refused it: the next call asks anew. */
  readonly forget: () => void;
};

/** Reading is all that is done, and this is the one scope that every API takes: https://developers.google.com/identity/protocols/oauth2/scopes */
const scope = 'https://www.googleapis.com/auth/cloud-platform';

/** Reads the file and the environment at the first token. `get` rejects with the library's error, or an OperationError for a bad file. */
export function tokenSource(fields: CredentialFields): TokenSource {
  let client: Promise<AuthClient> | undefined;
  const connected = (): Promise<AuthClient> => {
    const loading = client ?? createClient(fields);
    client = loading;
    loading.catch(() => {
      if (client === loading) client = undefined;
    });
    return loading;
  };
  return {
    get: async () => {
      const { token } = await (await connected()).getAccessToken();
      if (typeof token === 'string' && token !== '') return token;
      throw new OperationError({
        class: 'credentials',
        message: 'Google gave no token for these credentials',
      });
    },
    forget: () => {
      client = undefined;
    },
  };
}

/** Loaded only here: the library takes a while. */
async function createClient({ keyFile, impersonate, endpoint }: CredentialFields): Promise<AuthClient> {
  const { gaxios, GoogleAuth, Impersonated } = await import('google-auth-library');
  const transporter = new gaxios.Gaxios();
  if (endpoint !== undefined) {
    transporter.interceptors.request.add({
      resolved: async (request) => {
        request.url = through(endpoint, request.url);
        return request;
      },
    });
  }
  const auth = new GoogleAuth({ scopes: [scope], clientOptions: { transporter } });
  const source =
    keyFile === undefined
      ? await auth.getClient()
      : auth.fromJSON(redirected(await readKey(keyFile), endpoint), { transporter });
  if (impersonate === undefined) return source;
  return new Impersonated({
    sourceClient: source,
    targetPrincipal: impersonate,
    targetScopes: [scope],
    transporter,
  });
}

/** Sign-in goes where the calls go; what is no host of Google's, such as the token issuer of one's own, stays. */
function through(endpoint: string, url: URL): URL {
  if (!url.hostname.endsWith('.googleapis.com')) return url;
  return new URL(below(endpoint, `${url.hostname}${url.pathname}${url.search}`));
}

/** A workload identity's file names its addresses itself, and the library asks some of them by a way of its own. */
function redirected(key: JsonObject, endpoint: string | undefined): JsonObject {
  if (endpoint === undefined) return key;
  const addresses = ['token_url', 'token_info_url', 'service_account_impersonation_url'].flatMap((name) => {
    const address = key[name];
    if (typeof address !== 'string' || !URL.canParse(address)) return [];
    return [[name, through(endpoint, new URL(address)).href] as const];
  });
  return { ...key, ...Object.fromEntries(addresses) };
}

/** The forms of files that Google hands out: https://cloud.google.com/docs/authentication/application-default-credentials */
const keyTypes: readonly unknown[] = [
  'authorized_user',
  'external_account',
  'external_account_authorized_user',
  'impersonated_service_account',
  'service_account',
];

/** What is wrong with the file is told without a letter of what it holds. */
async function readKey(path: string): Promise<JsonObject> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw badKey(`The key file ${path} cannot be read: correct the path, or its permissions`);
  }
  const key = parsed(text);
  if (!isJsonObject(key)) throw badKey(`The key file ${path} is no JSON: download the key anew`);
  if (!keyTypes.includes(key['type']))
    throw badKey(
      `The key file ${path} is no key of Google's: its "type" must be one of ${keyTypes.join(', ')}`,
    );
  const isCut =
    key['type'] === 'service_account' && [key['private_key'], key['client_email']].some((part) => !part);
  if (isCut) throw badKey(`The key file ${path} lacks private_key or client_email: download the key anew`);
  return key;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function badKey(message: string): OperationError {
  return new OperationError({ class: 'credentials', code: 'KEY_FILE', message });
}
