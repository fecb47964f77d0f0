/** What a change of a config means for who may do what. */
import type { JsonValue } from '../../json/value.ts';
import { changeSentences, type Telling } from './change-sentences.ts';
import { type PlacedPolicy, policiesOfConfig } from './policies-of-config.ts';
import { differencePolicies, type PolicyDifference } from './policy-difference.ts';

export type ToldPolicyChange = {
  /** JSON pointer of the policy; `*` stands for the indexes of a list, whose policies are taken together. */
  readonly path: string;
  /** Each with its full stop. */
  readonly sentences: readonly string[];
  readonly difference: PolicyDifference;
};

/**
 * For each policy of a config, of any technology, that means something else after than before: who may do more and less.
 * Empty for rewritings and for whatever is no policy. A policy that comes or goes is told against none. Where statements
 * could not be read, that is said: what they mean is in no difference.
 *
 * @example tellPolicyChanges(before, after, { noun: 'S3 bucket' })
 * // [{ path: '/Policy', sentences: ['This change lets account 999988887777 write to the S3 bucket (s3:PutObject on …).'], … }]
 */
export function tellPolicyChanges(
  before: JsonValue,
  after: JsonValue,
  telling: Telling,
): readonly ToldPolicyChange[] {
  const [old, now] = [policiesOfConfig(before), policiesOfConfig(after)];
  const places = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return places.flatMap((path) => {
    const [one, other] = [old.get(path) ?? none, now.get(path) ?? none];
    if (one.text === other.text) return [];
    const difference = differencePolicies(one.document, other.document);
    const sentences = [
      ...changeSentences(difference, telling),
      ...unreadSentences(path, one, 'before'),
      ...unreadSentences(path, other, 'now'),
    ];
    return sentences.length === 0 ? [] : [{ path, sentences, difference }];
  });
}

const none: PlacedPolicy = {
  document: { hasVariables: false, statements: [], malformed: [] },
  text: '',
};

function unreadSentences(path: string, { document }: PlacedPolicy, when: string): readonly string[] {
  if (document.malformed.length === 0) return [];
  return [`What ${path} means ${when} cannot be told whole: ${document.malformed.join('; ')}.`];
}
