/** The settings as the API gives them, and setting one as a whole. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';
import type { Json } from '../../words/json.ts';

export type Setting = Schema<'Setting'>;

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: async ({ signal }) => (await answerOf(client.GET('/api/v1/settings', { signal }))).rows,
});

export async function setSetting(key: string, value: Json): Promise<void> {
  await answerOf(client.PUT('/api/v1/settings/{key}', { params: { path: { key } }, body: { value } }));
}
