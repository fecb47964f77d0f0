/** Replaces secrets inside text: those of known forms, and values assigned to secret names. */
import { assignmentHint, redactAssignments } from './secret-assignment.ts';
import { awsSecretKey, looksLikeAwsSecret, secretForms } from './secret-forms.ts';
import { needsLook } from './secret-scan.ts';

/** Gives what stands in place of a secret: `redacted:<key id>:<hex>`. */
export type Digest = (text: string) => string;

/** One look that nearly every text passes, before each form is tried on its own. */
const anyHint = new RegExp([...secretForms.map((form) => form.hint), assignmentHint].join('|'));
const awsSecretOnce = new RegExp(awsSecretKey, '');

/** Whether a text may hold a secret; when not, it certainly holds none of a known form. */
export function mayHoldSecret(text: string): boolean {
  return needsLook(text) && (anyHint.test(text) || (text.length >= 40 && awsSecretOnce.test(text)));
}

/** The text with every secret replaced by its digest. The same text when there is none. */
export function redactSecrets(text: string, digest: Digest): string {
  return replaceSecrets(text, () => digest);
}

/** What kinds of secrets a text holds, in words, sorted; it tells nothing of their values. */
export function secretKinds(text: string): readonly string[] {
  const kinds = new Set<string>();
  replaceSecrets(text, (kind) => () => {
    kinds.add(kind);
    return 'redacted:0:0';
  });
  return [...kinds].toSorted();
}

/** The text with every secret replaced by what stands for its kind. */
function replaceSecrets(text: string, digestOf: (kind: string) => Digest): string {
  if (!mayHoldSecret(text)) return text;
  try {
    return replaceForms(text, digestOf);
  } catch (error) {
    // Megabytes of quotes or dashes can exhaust the engine's stack. What cannot be searched is taken for a secret.
    if (error instanceof RangeError) return digestOf('text that cannot be searched')(text);
    throw error;
  }
}

function replaceForms(text: string, digestOf: (kind: string) => Digest): string {
  let result = text;
  for (const { kind, pattern } of secretForms) result = result.replace(pattern, replacer(digestOf(kind)));
  const awsSecret = digestOf('AWS secret key');
  result = result.replace(awsSecretKey, (match) => (looksLikeAwsSecret(match) ? awsSecret(match) : match));
  return redactAssignments(result, digestOf('value under the name of a secret'));
}

function replacer(digest: Digest): (match: string, ...rest: readonly unknown[]) => string {
  return (match, ...rest) => {
    const groups = rest.at(-1);
    const { secret, bare }: { secret?: string; bare?: string } =
      typeof groups === 'object' && groups !== null ? groups : {};
    const found = secret ?? bare ?? match;
    if (found.startsWith('redacted:')) return match;
    const at = match.lastIndexOf(found);
    return `${match.slice(0, at)}${digest(found)}${match.slice(at + found.length)}`;
  };
}
