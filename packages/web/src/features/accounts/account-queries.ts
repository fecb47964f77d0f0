/** One account, and what can be done with it. */
import { queryOptions } from '@tanstack/react-query';
import type { Account } from '../../api/accounts.ts';
import { answerOf, client, type Schema } from '../../api/client.ts';
import type { JsonObject } from '../../words/json.ts';

export type Trial = Schema<'Trial'>;

export type AccountDraft = {
  readonly type: string;
  readonly identifier: string;
  readonly name: string;
  readonly fields: JsonObject;
  readonly thirdParty: boolean;
  readonly active: boolean;
  readonly notes: string;
};

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', id],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });

export async function addAccount(draft: AccountDraft): Promise<Account> {
  return await answerOf(client.POST('/api/v1/accounts', { body: { ...draft, fields: { ...draft.fields } } }));
}

export async function changeAccount(id: string, draft: AccountDraft): Promise<Account> {
  const { name, fields, thirdParty, active, notes } = draft;
  const body = { name, fields: { ...fields }, thirdParty, active, notes };
  return await answerOf(client.PATCH('/api/v1/accounts/{id}', { params: { path: { id } }, body }));
}

export async function removeAccount({ id, name }: Pick<Account, 'id' | 'name'>): Promise<void> {
  await answerOf(client.DELETE('/api/v1/accounts/{id}', { params: { path: { id }, query: { name } } }));
}

export async function rescanAccount(id: string) {
  return await answerOf(client.POST('/api/v1/accounts/{id}/rescan', { params: { path: { id } }, body: {} }));
}

/** The role that such an account needs, ready to be created. */
export const roleQuery = (type: string, format: 'json' | 'cloudformation' | 'terraform' | 'gcloud') =>
  queryOptions({
    queryKey: ['account-types', type, 'role', format],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          client.GET('/api/v1/account-types/{type}/role', {
            params: { path: { type }, query: { format } },
            signal,
          }),
        )
      ).text,
    staleTime: 5 * 60_000,
  });
