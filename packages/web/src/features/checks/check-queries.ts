/** One check with its documentation, and changing what is set about it. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';

export type CheckDetail = Schema<'CheckDetail'>;

export const checkQuery = (check: string) =>
  queryOptions({
    queryKey: ['checks', check],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/checks/{check}', { params: { path: { check } }, signal })),
  });

export type CheckChange = { readonly enabled?: boolean | null; readonly score?: number | null };

export async function changeCheck(check: string, body: CheckChange): Promise<CheckDetail> {
  return await answerOf(client.PATCH('/api/v1/checks/{check}', { params: { path: { check } }, body }));
}
