/** Renders a check's message. Only for people: rendered text is never a key. */
import type { Finding } from '../define/check.ts';

type MessageValues = Pick<Finding, 'subject' | 'details'>;

const placeholder = /\{([A-Za-z][\w.-]*)\}/g;

/**
 * Fills a template's `{name}` with the value of that name in the finding's subject, else in its details.
 * A name that neither has stays as it is, so that the mistake is seen; `testCheck` finds it beforehand.
 *
 * @example renderMessage('{port} is open to {source}', { subject: { port: 22, source: '0.0.0.0/0' } })
 */
export function renderMessage(template: string, finding: MessageValues): string {
  return template.replaceAll(placeholder, (whole, name: string) => valueOf(name, finding) ?? whole);
}

/** The names that a template wants and the finding does not have. */
export function unfilledPlaceholders(template: string, finding: MessageValues): readonly string[] {
  const names = [...template.matchAll(placeholder)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => valueOf(name, finding) === undefined);
}

function valueOf(name: string, { subject, details }: MessageValues): string | undefined {
  if (Object.hasOwn(subject, name)) return String(subject[name]);
  if (details && Object.hasOwn(details, name)) return String(details[name]);
  return undefined;
}
