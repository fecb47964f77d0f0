/** An explanation in two sentences that a person can check against the policy. */
import type { WhyNot } from '../condition/read-values.ts';
import type { AccessLevel } from '../facts/iam-facts.ts';
import { issuerOf } from '../trust/web-identity.ts';
import type { GrantExplanation, Restriction } from './explain-grant.ts';

/** First who may do what on what, and where it says so; then what holds callers back, or why nothing does. */
export function sentencesOf(explanation: GrantExplanation): readonly [string, string] {
  const { statement, resource } = explanation;
  const place = statement.sid === undefined ? statement.path : `${statement.path} ("${statement.sid}")`;
  const target = `${resource.but ? 'everything but ' : ''}${resource.patterns.join(' and ')}`;
  return [
    `${subjectOf(explanation)} may ${actionsText(explanation)} on ${target}, says ${place}.`,
    `${restrictionsOf(explanation)}${deputyOf(explanation)}${denialsOf(explanation)}`,
  ];
}

function subjectOf(explanation: GrantExplanation): string {
  const { isPublic, isOpenFederation, strength, principal, restrictions } = explanation;
  if (isOpenFederation && !isPublic) return `Anyone with an identity at ${issuerOf({ text: principal })}`;
  if (isPublic) return strength === 'anonymous' ? 'Anyone on the internet' : 'Anyone with an AWS account';
  if (!/^\*+$/.test(principal)) return principal;
  return restrictions.some(({ why }) => why === undefined)
    ? 'Those of everyone who meet the conditions'
    : 'Those of everyone whom no Deny hits';
}

const levels: readonly AccessLevel[] = ['permissions-management', 'write', 'tagging', 'read', 'list'];

/** The gravest level first, an action each, and how many more. */
export function actionsText({
  actions,
  unknownActions,
}: Pick<GrantExplanation, 'actions' | 'unknownActions'>): string {
  const groups = levels.flatMap((level) => {
    const [first, ...more] = actions[level] ?? [];
    if (first === undefined) return [];
    return [`${first}${more.length === 0 ? '' : ` and ${more.length} more`} (${level.replace('-', ' ')})`];
  });
  const others = unknownActions.length === 0 ? [] : [`${unknownActions.join(', ')} (not documented)`];
  return [...groups, ...others].join(', ') || 'do whatever is not documented';
}

const reasons: Readonly<Record<WhyNot, string>> = {
  'unknown operator': 'its operator is not known',
  'unreadable values': 'its values cannot be read',
  'not about the caller': 'the key does not say who the caller is',
  negated: 'it lets in everyone but those',
  'true when the key is absent': 'it holds for callers without the key',
  'a wildcard': 'a value fits anybody',
  'a policy variable': 'a value depends on the request',
  'an open network': 'the addresses are open or as wide as the internet',
  'an operator that does not suit the key': 'the operator does not suit the key',
};

function restrictionsOf({ restrictions, isPublic, isOpenFederation, principal }: GrantExplanation): string {
  if (restrictions.length === 0)
    return isPublic || isOpenFederation || /^\*+$/.test(principal)
      ? 'No condition limits it.'
      : 'The principal is named and no condition limits it further.';
  const pins = restrictions.filter(({ why }) => why === undefined);
  const others = restrictions.filter(({ why }) => why !== undefined);
  const held = pins.length === 0 ? '' : `It is held to ${pins.map(({ text }) => text).join(' and ')}.`;
  const loose = others.map(looseText).join('; ');
  return [held, loose === '' ? '' : `${pins.length === 0 ? 'Nothing says who: ' : 'Besides, '}${loose}.`]
    .filter((part) => part !== '')
    .join(' ');
}

function deputyOf({ isForAnybody }: GrantExplanation): string {
  return isForAnybody
    ? ' Nothing says on whose behalf the service comes: a stranger may have it act here (confused deputy).'
    : '';
}

function looseText({ text, why }: Restriction): string {
  return `${text} does not count, for ${why === undefined ? '' : reasons[why]}`;
}

function denialsOf({ denials, sparing }: GrantExplanation): string {
  const taking = denials.filter((path) => !sparing.includes(path));
  return [
    sparing.length === 0 ? '' : ` A Deny hits all but some: ${sparing.join(', ')}.`,
    taking.length === 0 ? '' : ` A Deny takes from it: ${taking.join(', ')}.`,
  ].join('');
}
