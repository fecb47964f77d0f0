/** Who looks after what is other people's: administrators who see all accounts. */
import { CodedError } from '../../errors/coded-error.ts';
import { systemViewer, type Viewer, visibleAccounts } from '../../store/viewer.ts';
import type { SignedIn } from '../route.ts';
import { mayAct } from './roles.ts';

type Person = Pick<SignedIn, 'role' | 'viewer'>;

/** Reads what people own: administrators who see all accounts everybody's, others their own. */
export function ownerViewer({ role, viewer }: Person): Viewer {
  return mayAct(role, 'admin') && visibleAccounts(viewer) === 'all' ? systemViewer : viewer;
}

/** @throws CodedError for everybody who does not look after what is other people's */
export function requireOverseer({ role, viewer }: Person): void {
  if (!mayAct(role, 'admin')) throw new CodedError('role_missing', { needed: 'admin', role });
  if (visibleAccounts(viewer) !== 'all') throw new CodedError('accounts_missing');
}
