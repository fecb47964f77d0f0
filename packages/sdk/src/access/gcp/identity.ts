/** Whether one principal of a policy is, or may be, among those that another one names. */
import { parseMember } from './member.ts';

/** Whether everyone whom `inner` names is named by `outer`. Errs towards no: a yes is certain. */
export function coversMember(outer: string, inner: string): boolean {
  const [all, member] = [parseMember(outer), parseMember(inner)];
  if (all.kind === 'anyone') return all.strength === 'anonymous' || isSignedIn(inner);
  if (keyOf(outer) === keyOf(inner)) return true;
  if (isServiceAccountsOfProject(outer) && member.kind === 'service-account' && all.kind === 'federated')
    return all.home.kind === 'project' && isSameHome(all.home.project, member.home);
  const pool = /^principalSet:\/\/(.+\/)\*$/.exec(outer)?.[1];
  return pool !== undefined && inner.replace(/^principal(?:Set)?:\/\//, '').startsWith(pool);
}

/** Whether somebody may be named by both. Errs towards yes: a no is certain. */
export function mayOverlap(a: string, b: string): boolean {
  if (coversMember(a, b) || coversMember(b, a)) return true;
  return !isSingle(a) || !isSingle(b);
}

/** Whether the member names one identity, of which it is clear that it is no other. */
function isSingle(written: string): boolean {
  const { kind } = parseMember(written);
  return kind === 'user' || (kind === 'service-account' && keyOf(written).startsWith('serviceAccount:'));
}

function isSignedIn(written: string): boolean {
  const member = parseMember(written);
  return member.kind === 'anyone' ? member.strength === 'any-account' : member.kind === 'user';
}

function isServiceAccountsOfProject(written: string): boolean {
  return /^principalSet:\/\/cloudresourcemanager\.googleapis\.com\/projects\/\d+\/type\/ServiceAccount$/.test(
    written,
  );
}

function isSameHome(project: string, home: { readonly kind: string; readonly project?: string }): boolean {
  return home.kind === 'project' && home.project === project;
}

/** The same for every form in which policies write the same principal. */
function keyOf(written: string): string {
  const member = parseMember(written);
  if (member.kind === 'user' || member.kind === 'group') return `${member.kind}:${member.mail}`;
  if (member.kind === 'service-account' && member.account !== undefined)
    return `serviceAccount:${member.account.mail}`;
  return written;
}
