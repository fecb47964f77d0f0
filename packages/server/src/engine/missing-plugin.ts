/** What is said of something that is recorded and that no plugin of today brings. */
import type { Failure } from '@security-monkey/sdk';

export function missingType(accountType: string): string {
  return `No plugin brings the account type ${accountType}.`;
}

/** Why a scope is frozen whose technology, or whose account's type, no plugin brings. */
export function missingFailure(message: string): Failure {
  return { class: 'plugin_missing', message };
}
