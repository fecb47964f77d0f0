/** The settings as the API gives them with what they may name, setting one as a whole, and the import of networks. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';
import type { Json } from '../../words/json.ts';

export type Setting = Schema<'Setting'>;
export type SettingNames = Schema<'SettingNames'>;
export type Follows = Schema<'SettingFollows'>;

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: async ({ signal }) => await answerOf(client.GET('/api/v1/settings', { signal })),
});

type NewValue = { readonly value: Json | undefined; readonly basedOn: string | null };

export async function setSetting(key: string, { value, basedOn }: NewValue): Promise<Follows> {
  const answer = await answerOf(
    client.PUT('/api/v1/settings/{key}', { params: { path: { key } }, body: { value, basedOn } }),
  );
  return answer.follows;
}

export type Networks = { readonly networks: Json; readonly authoritative: boolean };

export async function importNetworks(body: Networks) {
  return await answerOf(client.POST('/api/v1/settings/networks/import', { body }));
}
