/** An account, with what protects its root user and all of its resources. */
import { type AccountData, accounts, homeRegion, stageOf } from '../world/organisation.ts';
import type { Resource } from '../world/resource.ts';

export type Account = Resource & {
  readonly alias: string;
  readonly canonicalId: string;
  /** Undefined where nobody has written one. */
  readonly passwordLength: number | undefined;
  /** Whether public access to all buckets is blocked; undefined where nobody has decided. */
  readonly block: boolean | undefined;
  readonly rootHasMfa: boolean;
  readonly securityContact: boolean;
};

export function accountsOf(): readonly Account[] {
  return accounts.map(accountOf);
}

function accountOf({ number, alias, canonicalId }: AccountData): Account {
  const isProduction = stageOf(number) === 'prod';
  return {
    account: number,
    region: homeRegion,
    name: number,
    tags: {},
    alias,
    canonicalId,
    passwordLength: isProduction ? 14 : 8,
    block: isProduction ? false : undefined,
    rootHasMfa: stageOf(number) !== 'data',
    securityContact: isProduction,
  };
}
