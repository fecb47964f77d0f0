/** What the checks on resource policies say of themselves. */

export type PolicyCheckKind =
  | 'internet-accessible'
  | 'friendly-account'
  | 'third-party-account'
  | 'unknown-access'
  | 'cross-account-root';

type Texts = { readonly title: string; readonly why: string; readonly fix: string };

const texts: Readonly<Record<PolicyCheckKind, Texts>> = {
  'internet-accessible': {
    title: 'The {policy} lets everyone in',
    why: 'A statement of the {noun}’s {policy} allows everyone something, and no condition says who they must be. Conditions that the caller chooses, such as a referer, or that describe the request, such as HTTPS, hold nobody back.',
    fix: 'Name the principals, or add a condition that fixes the organisation, the account, the network or the source.',
  },
  'friendly-account': {
    title: 'The {policy} lets another account of ours in',
    why: 'Access across accounts is a way from one to the other: whoever takes the other account over has it too.',
    fix: 'Check that it is wanted, and that it names a role and the actions that are needed.',
  },
  'third-party-account': {
    title: 'The {policy} lets a third party in',
    why: 'The account is known, but it is not ours: what it may do here should be on record and looked at from time to time.',
    fix: 'Check that it is wanted, and that it names a role of theirs and no more actions than they need.',
  },
  'unknown-access': {
    title: 'The {policy} lets strangers in',
    why: 'The account, organisation or identity provider is on nobody’s record here, so nobody can say who is behind it.',
    fix: 'Find out whose it is. Add the account as one of ours or as a third party, or remove it from the {policy}.',
  },
  'cross-account-root': {
    title: 'The {policy} lets a whole account in',
    why: 'The {policy} names an account, not somebody in it: whoever administers that account decides who may use this {noun}.',
    fix: 'Name the role or user that needs it.',
  },
};

/** `noun`: what the resource is called in a sentence; `policy`: what its policy is. */
export function policyCheckTexts(
  kind: PolicyCheckKind,
  { noun, policyNoun = 'policy' }: { readonly noun: string; readonly policyNoun?: string },
): Texts {
  const filled = (text: string) => text.replaceAll('{noun}', noun).replaceAll('{policy}', policyNoun);
  const { title, why, fix } = texts[kind];
  return { title: filled(title), why: filled(why), fix: filled(fix) };
}
