/** What to do about a failed look at a provider. */
import type { Failure, FailureClass } from '@security-monkey/sdk';

const hints: Readonly<Record<FailureClass, string>> = {
  access_denied:
    'Grant the permission to the role that Security Monkey uses; `security-monkey permissions` prints the whole role.',
  organization_denied: 'A policy of the organisation forbids it: exempt the role that Security Monkey uses.',
  credentials: 'Check the credentials in the environment, and the fields of the account that sign in.',
  account_mismatch:
    'The credentials lead into another account: correct the identifier or the role of the account.',
  misconfigured:
    'What Security Monkey itself runs on is not set up for this: follow the message, which names what to switch on or correct.',
  account_suspended: 'The provider has suspended the account; it is frozen until it is back.',
  region_disabled: 'The region is not switched on in the account; it is frozen until it is.',
  api_disabled: 'The service is not switched on in the account; it is frozen until it is.',
  switched_off:
    'A setting or a field of the account says so; what was known stays as it was until it says otherwise.',
  plugin_missing:
    'Name the plugin that brings it in the configuration, or correct it; what was known is frozen until then.',
  throttled: 'The provider limits the calls; the next run tries again.',
  timeout: 'The provider did not answer in time; the next run tries again.',
  server_error: 'The provider had an error of its own; the next run tries again.',
  network: 'Check the network and the endpoint settings; the next run tries again.',
  invalid_response: 'The answer made no sense; check the endpoint settings and proxies in between.',
  not_found: 'It is not there any more; the next run finds out.',
  rejected: 'The provider refused the call as it was made; report it when it persists.',
  canceled: 'The run was stopped; run it again.',
  defect: 'This is a defect: report it with what --debug prints.',
};

/** One sentence, naming the missing permission where it is known. */
export function failureHint(failure: Pick<Failure, 'class' | 'permission'>): string {
  if (failure.class === 'access_denied' && failure.permission !== undefined)
    return `Grant ${failure.permission} to the role that Security Monkey uses; \`security-monkey permissions\` prints the whole role.`;
  return hints[failure.class];
}

/** What happened and what to do about it, as sentences. */
export function failureLine(failure: Pick<Failure, 'class' | 'message' | 'permission'>): string {
  const { message } = failure;
  return `${message}${/[.!?]$/.test(message) ? '' : '.'} ${failureHint(failure)}`;
}

/** That the accounts in an account could not be found, or that it is not believed how many are gone. */
export function discoveryLine(account: string, failure: Failure): string {
  return `What lies in ${account} is not known for certain: ${failureLine(failure)}`;
}

/** Whether a stored text is a class of failures that this version knows. */
export function isFailureClass(text: string): text is FailureClass {
  return Object.hasOwn(hints, text);
}
