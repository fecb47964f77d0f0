/** The ways in which a look at a provider fails, in words that begin a sentence. */

const words: Readonly<Record<string, string>> = {
  access_denied: 'Missing permission',
  organization_denied: 'Denied by a policy of the organisation',
  credentials: 'Credentials refused',
  account_mismatch: 'Credentials of another account',
  misconfigured: 'Scanner not set up for it',
  account_suspended: 'Account suspended',
  region_disabled: 'Region switched off',
  api_disabled: 'API switched off',
  switched_off: 'Not watched',
  plugin_missing: 'Plugin missing',
  throttled: 'Too many calls',
  timeout: 'No answer in time',
  server_error: 'Fault at the provider',
  network: 'Provider not reached',
  invalid_response: 'Answer not understood',
  not_found: 'Not found',
  rejected: 'Call rejected',
  canceled: 'Stopped',
  defect: 'Fault of a plugin',
};

/** "Missing permission"; a class that a newer server knows is given as it is. */
export function classWords(failure: string): string {
  return words[failure] ?? failure;
}
