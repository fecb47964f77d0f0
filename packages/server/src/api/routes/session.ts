/** Signing in and out, and who one is. */
import { z } from 'zod';
import { insertAuditEntry } from '../../store/audit-log.ts';
import { linkPurpose } from '../../store/sign-in-links.ts';
import { visibleAccounts } from '../../store/viewer.ts';
import { useSignInLink } from '../auth/links.ts';
import { personOf, signOut } from '../auth/session.ts';
import { clearSessionCookie, setSessionCookie } from '../auth/session-cookie.ts';
import { changePassword, signIn } from '../auth/sign-in.ts';
import { csrfToken, tokenHash } from '../auth/token.ts';
import type { ApiContext } from '../context.ts';
import { defineRoute } from '../route.ts';
import { done, isDone } from '../schema/common.ts';
import { emailAddress, newPassword, personName, roleSchema } from '../schema/person.ts';

const tag = 'Session';
/** So many guesses a minute from one address. */
const guesses = 10;

const sessionSchema = z
  .object({
    person: z
      .object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        role: roleSchema,
        seesAll: z.boolean().describe('Whether the person sees all accounts, or some only.'),
      })
      .nullable(),
    csrf: z.string().nullable().describe('To be sent as x-csrf-token with every write.'),
    demo: z.boolean().describe('Whether everything that is shown is made up.'),
    version: z.string().nullable(),
    failedPlugins: z
      .array(
        z.object({
          name: z.string().describe('As the configuration has it.'),
          message: z.string().describe('What is wrong, and what to do about it.'),
        }),
      )
      .readonly()
      .describe(
        'Plugins that could not be loaded: what they bring is frozen. Empty for who is not signed in.',
      ),
  })
  .meta({ id: 'Session' });

async function sessionOf(
  api: ApiContext,
  cookie: string | undefined,
): Promise<z.output<typeof sessionSchema>> {
  const person = cookie === undefined ? undefined : await personOf(api, cookie);
  if (cookie === undefined || person === undefined)
    return { person: null, csrf: null, demo: api.demo, version: null, failedPlugins: [] };
  const { userId: id, name, email, role, viewer } = person;
  const seesAll = visibleAccounts(viewer) === 'all';
  return {
    person: { id, name, email, role, seesAll },
    csrf: csrfToken(cookie),
    demo: api.demo,
    version: api.version,
    failedPlugins: api.runtime.registry.failedPlugins,
  };
}

/** Who is signed in now; that they did so is written down. */
async function begun(api: ApiContext, token: string, address: string) {
  const session = await sessionOf(api, token);
  const { runtime } = api;
  await insertAuditEntry(runtime.db, {
    id: runtime.nextId(),
    at: runtime.clock.now(),
    user_id: session.person?.id ?? null,
    author: session.person?.name ?? '',
    address,
    action: 'session.begin',
    target: {},
  });
  return session;
}

export const getSession = defineRoute({
  method: 'GET',
  path: '/session',
  tag,
  summary: 'Who is signed in.',
  role: 'nobody',
  response: sessionSchema,
  run: async ({ api, cookie }) => await sessionOf(api, cookie),
});

export const postSession = defineRoute({
  method: 'POST',
  path: '/session',
  tag,
  summary: 'Sign in by address and password.',
  role: 'nobody',
  perMinute: guesses,
  body: z.strictObject({ email: z.string().max(320), password: z.string().max(1_024) }),
  response: sessionSchema,
  run: async ({ api, body, answer, address }) => {
    const token = await signIn(api, body);
    setSessionCookie(api, answer, token);
    return await begun(api, token, address);
  },
});

const linkToken = z.string().min(20).max(200);

export const checkLink = defineRoute({
  method: 'POST',
  path: '/session/link/check',
  tag,
  summary: 'Whether a one-time link can still be used.',
  role: 'nobody',
  perMinute: guesses,
  body: z.strictObject({ token: linkToken }),
  response: z.object({
    usable: z.boolean(),
    purpose: z
      .enum(['first-administrator', 'person'])
      .nullable()
      .describe(
        'Whether it makes the first administrator, or sets the password of somebody who was invited.',
      ),
  }),
  run: async ({ api: { runtime }, body: { token } }) => {
    const at = runtime.clock.now();
    const purpose = (await linkPurpose(runtime.db, { tokenHash: tokenHash(token), at })) ?? null;
    return { usable: purpose !== null, purpose };
  },
});

export const postLink = defineRoute({
  method: 'POST',
  path: '/session/link',
  tag,
  summary: 'Set a password by a one-time link, and sign in.',
  role: 'nobody',
  perMinute: guesses,
  body: z.strictObject({
    token: linkToken,
    password: newPassword,
    email: emailAddress.optional().describe('For the first administrator.'),
    name: personName.optional().describe('For the first administrator.'),
  }),
  response: sessionSchema,
  run: async ({ api, body, answer, address }) => {
    const token = await useSignInLink(api, body);
    setSessionCookie(api, answer, token);
    return await begun(api, token, address);
  },
});

export const deleteSession = defineRoute({
  method: 'DELETE',
  path: '/session',
  tag,
  summary: 'Sign out.',
  role: 'view',
  response: done,
  run: async ({ api, person, answer }) => {
    await signOut(api, person);
    clearSessionCookie(api, answer);
    return isDone;
  },
});

export const putPassword = defineRoute({
  method: 'PUT',
  path: '/session/password',
  tag,
  summary: 'Change one’s own password; every other session of one’s own ends.',
  role: 'view',
  perMinute: guesses,
  audited: 'person.password',
  body: z.strictObject({ present: z.string().max(1_024), password: newPassword }),
  response: done,
  run: async ({ api, person, body }) => {
    await changePassword(api, person, body);
    return isDone;
  },
});
