/** `gcp-escalation`: whether permissions are enough to gain others, and by which ways. */
import { escalationsOf, parseLevel } from '../gcp/escalation.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readTexts } from './read-texts.ts';

export const gcpEscalation: Judge = ({ permissions, scope }) => {
  if (!Array.isArray(permissions)) return problems(['permissions is no list']);
  const heldAt = parseLevel(scope);
  if (heldAt === undefined) return problems(['scope is no level']);
  const { texts, unread } = readTexts(permissions, 'permissions');
  const ways = escalationsOf(texts, heldAt).map(({ id }) => id);
  return { escalates: ways.length > 0, ways, ...problems(unread) };
};
