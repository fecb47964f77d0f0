/** What the server package gives to those who embed it: the engine and its parts, put together by hand. */

export { type Config, loadConfig } from './config/config.ts';
export { createJudgePool, type JudgePool, type PoolOptions } from './engine/audit/pool.ts';
export type { Judge } from './engine/judge.ts';
export { createRegistry, type Registry } from './engine/registry.ts';
export { RegistryError } from './engine/registry-error.ts';
export type { Clock, DigestKey, Log, ProgressEvent, Runtime } from './engine/runtime.ts';
export { CodedError } from './errors/coded-error.ts';
export { type ErrorCode, type ErrorEntry, errorTable } from './errors/error-table.ts';
export { toCodedError } from './errors/to-coded-error.ts';
export {
  type Database,
  type DatabaseLocation,
  type OpenDatabase,
  openDatabase,
} from './store/database/database.ts';
export { StoreError, type StoreErrorCode } from './store/database/store-error.ts';
export { systemViewer, type Viewer } from './store/viewer.ts';
