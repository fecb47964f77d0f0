/** `gcp-bigquery-access`: whether a dataset's access list lets everybody in. */
import { isPublicEntry, readDatasetEntries } from '../gcp/dataset-access.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const gcpBigqueryAccess: Judge = ({ access }) => {
  if (!Array.isArray(access)) return problems(['access is no list']);
  const { rules, unread } = readDatasetEntries(access, '/access');
  const by = rules.filter(isPublicEntry).map(({ at }) => at);
  return { public: by.length > 0, by, ...problems(unread) };
};
