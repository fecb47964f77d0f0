/** Whatever was thrown, as an error of the table. */
import { isOperationError } from '@security-monkey/sdk';
import { StoreError, type StoreErrorCode } from '../store/database/store-error.ts';
import { CodedError } from './coded-error.ts';
import type { ErrorCode } from './error-table.ts';
import { failureHint } from './failure-hint.ts';

/** A coded error as it is; known errors of the layers below as theirs; the rest is a defect. */
export function toCodedError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof StoreError)
    return new CodedError(storeCodes[error.code], { problem: firstLine(error.message) }, { cause: error });
  if (isOperationError(error)) {
    const { failure } = error;
    const subject = failure.operation ?? 'The provider';
    const values = { subject, problem: firstLine(failure.message), hint: failureHint(failure) };
    return new CodedError('provider_failed', values, { cause: error });
  }
  if (!(error instanceof Error)) return new CodedError('internal', { problem: firstLine(String(error)) });
  if (isSettingsError(error)) return ofSettings(error);
  if (isSubscriptionError(error)) {
    const { part, problem } = error;
    return new CodedError('subscription_invalid', { part, problem: firstLine(problem) }, { cause: error });
  }
  if (error.name === 'LeaseLost')
    return new CodedError('lease_lost', { problem: firstLine(error.message) }, { cause: error });
  const code = 'code' in error && diskFullCodes.has(error.code) ? 'disk_full' : 'internal';
  return new CodedError(code, { problem: firstLine(error.message) }, { cause: error });
}

const storeCodes: Readonly<Record<StoreErrorCode, ErrorCode>> = {
  database_newer: 'database_newer',
  database_unsupported: 'database_unsupported',
  database_unreachable: 'database_unreachable',
  database_refused: 'database_unreachable',
  database_broken: 'database_failed',
  database_closed: 'database_failed',
  directory_held: 'database_held',
  directory_unusable: 'data_directory_unusable',
  disk_full: 'disk_full',
  lost_lease: 'lease_lost',
  transaction_misuse: 'internal',
};

const diskFullCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100']);

type OfSettings = Error & {
  readonly kind: 'unknown' | 'invalid' | 'changed';
  readonly key: string;
  readonly problem: string;
};

function ofSettings(error: OfSettings): CodedError {
  const { kind, key, problem } = error;
  const options = { cause: error };
  switch (kind) {
    case 'unknown':
      return new CodedError('setting_unknown', { key, known: problem.replace(/^.*there are /, '') }, options);
    case 'changed':
      return new CodedError('setting_changed', { key, by: problem }, options);
    case 'invalid':
      return new CodedError('setting_invalid', { key, problem: firstLine(problem) }, options);
  }
}

/** The engine's error for settings, known by its name: errors stand below the engine. */
function isSettingsError(error: Error): error is OfSettings {
  return error.name === 'SettingsError' && 'kind' in error && 'key' in error && 'problem' in error;
}

/** The engine's error for subscriptions, known alike. */
function isSubscriptionError(
  error: Error,
): error is Error & { readonly part: string; readonly problem: string } {
  return error.name === 'SubscriptionError' && 'part' in error && 'problem' in error;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim().replace(/\.$/, '');
}
