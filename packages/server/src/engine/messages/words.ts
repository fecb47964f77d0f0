/** Small pieces of sentences. Pure. */
import { type Inline, isJsonObject, type JsonObject, type Mark, type Text } from '@security-monkey/sdk';
import { severityOf } from '../../query/severity.ts';

/** `1 item`, `4,203 items`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

/** `4,203`, for any reader alike. */
export function thousands(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** A name that its provider writes so, such as `allUsers` or `sqs:SendMessage`. */
const beginsWithName = /^[a-z]\S*(?:[A-Z_/]|[:.]\w)/;

/** With one full stop at its end, and a capital at its beginning unless a name stands there. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const ended = /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  if (beginsWithName.test(ended)) return ended;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** Too long a text keeps its beginning and its end, by which names differ. */
export function shortened(text: string, longest = 100): string {
  if (text.length <= longest) return text;
  const half = Math.floor((longest - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`.toWellFormed();
}

/** A link where there is an address for it, else what it would have shown. */
export function linked(text: string, href: string | undefined, how: { readonly isCode?: true } = {}): Inline {
  if (href !== undefined) return { link: text, href, ...how };
  return how.isCode === true ? { code: text } : text;
}

export function severityMark(score: number): Mark {
  return { kind: 'severity', severity: severityOf(score), score };
}

/** `Critical 10` */
export function severityWords(score: number): string {
  const severity = severityOf(score);
  return `${severity.charAt(0).toUpperCase()}${severity.slice(1)} ${score}`;
}

/** The person or program that made a change, when that is known. */
export function actorName(actor: JsonObject | null | undefined): string | undefined {
  if (!isJsonObject(actor)) return undefined;
  const { name, id } = actor;
  return [name, id].find((one): one is string => typeof one === 'string' && one !== '');
}

/** Pieces with something between them. */
export function joined(parts: readonly Text[], between: string): Text {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}
