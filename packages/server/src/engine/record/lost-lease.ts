/** Tells that another run has taken a scope over: this one writes nothing more, and nothing is wrong. */
import { StoreError } from '../../store/database/store-error.ts';

export function isLostLease(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'lost_lease';
}
