/** Signs in to Google Cloud, and learns which project an account is about. */
import { type AccountSettings, type Connection, OperationError } from '@security-monkey/sdk';
import type { Target } from '../client/api-error.ts';
import { type TokenSource, tokenSource } from '../client/credentials.ts';
import { createRest, type Rest } from '../client/rest.ts';
import { classifyGcpError } from './classify.ts';
import type { ConnectionFields } from './fields.ts';
import { projectFrom, projectGet, targetOf } from './project.ts';

/** The `connect` of a project. Rejects with an OperationError when nobody lets us in. */
export async function connectProject(account: AccountSettings<ConnectionFields>): Promise<Connection> {
  const { rest, tokens } = signedIn(account.fields);
  await firstToken(tokens);
  const target = await identify(rest, account.identifier);
  return connection(rest, tokens, target);
}

/** The `connect` of what is no project: every call is counted for a project that is not the watched one. */
export async function connectOrganization(account: AccountSettings<ConnectionFields>): Promise<Connection> {
  const { rest, tokens } = signedIn(account.fields);
  await firstToken(tokens);
  return connection(rest, tokens);
}

type SignedIn = { readonly rest: Rest; readonly tokens: TokenSource };

function signedIn(fields: ConnectionFields): SignedIn {
  const tokens = tokenSource(fields);
  const { endpoint, quotaProject } = fields;
  return { tokens, rest: createRest({ token: tokens.get, endpoint, quotaProject }) };
}

function connection(rest: Rest, tokens: TokenSource, target?: Target): Connection {
  return {
    send: async ({ operation, input, signal }) => {
      try {
        return await rest.send({ operation, input, signal }, target);
      } catch (error) {
        if (classifyGcpError(error).class === 'credentials') tokens.forget();
        throw error;
      }
    },
    // Connections are kept by `fetch` itself, for all accounts together.
    close: () => undefined,
  };
}

async function firstToken(tokens: TokenSource): Promise<void> {
  try {
    await tokens.get();
  } catch (error) {
    const failure = classifyGcpError(error);
    // What refuses us here is the sign-in, whatever the status it does so with.
    const isRefusal = ['rejected', 'access_denied', 'not_found'].includes(failure.class);
    const kind = isRefusal ? 'credentials' : failure.class;
    throw new OperationError(
      { ...failure, class: kind, message: `Google does not let us sign in: ${failure.message}` },
      { cause: error },
    );
  }
}

async function identify(rest: Rest, identifier: string): Promise<Target> {
  const input = { name: `projects/${identifier}` };
  try {
    return targetOf(projectFrom(await rest.send({ operation: projectGet, input }), identifier));
  } catch (error) {
    throw refused(error, identifier);
  }
}

/** Resource Manager answers alike for what may not be seen and for what is not there. */
function refused(error: unknown, identifier: string): OperationError {
  const failure = classifyGcpError(error);
  const isHidden = failure.class === 'access_denied' || failure.class === 'not_found';
  const sentence = isHidden
    ? `The project ${identifier} may not be seen, or there is none of that id: ${failure.message}`
    : failure.message;
  return new OperationError(
    {
      ...failure,
      message: sentence,
      operation: projectGet,
      ...(isHidden && { permission: 'resourcemanager.projects.get' }),
    },
    { cause: error },
  );
}
