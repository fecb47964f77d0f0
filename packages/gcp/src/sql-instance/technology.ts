/** Database instances: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { backupsOff } from './checks/backups-off.ts';
import { deletionProtectionOff } from './checks/deletion-protection-off.ts';
import { iamAuthenticationOff } from './checks/iam-authentication-off.ts';
import { mysqlLocalInfile } from './checks/mysql-local-infile.ts';
import { mysqlSkipShowDatabase } from './checks/mysql-skip-show-database.ts';
import { openNetwork } from './checks/open-network.ts';
import { plainTextConnections } from './checks/plain-text-connections.ts';
import { postgresLogConnections } from './checks/postgres-log-connections.ts';
import { postgresLogDisconnections } from './checks/postgres-log-disconnections.ts';
import { postgresLogErrorVerbosity } from './checks/postgres-log-error-verbosity.ts';
import { postgresLogMinDurationStatement } from './checks/postgres-log-min-duration-statement.ts';
import { postgresLogMinErrorStatement } from './checks/postgres-log-min-error-statement.ts';
import { postgresLogMinMessages } from './checks/postgres-log-min-messages.ts';
import { postgresLogStatement } from './checks/postgres-log-statement.ts';
import { postgresPgauditOff } from './checks/postgres-pgaudit-off.ts';
import { sqlPublicAddress } from './checks/public-address.ts';
import { sqlserverContainedDatabaseAuthentication } from './checks/sqlserver-contained-database-authentication.ts';
import { sqlserverCrossDbOwnershipChaining } from './checks/sqlserver-cross-db-ownership-chaining.ts';
import { sqlserverErrorDetails } from './checks/sqlserver-error-details.ts';
import { sqlserverExternalScripts } from './checks/sqlserver-external-scripts.ts';
import { sqlserverRemoteAccess } from './checks/sqlserver-remote-access.ts';
import { sqlserverUserConnections } from './checks/sqlserver-user-connections.ts';
import { sqlserverUserOptions } from './checks/sqlserver-user-options.ts';
import { sqlInstance } from './watcher.ts';

export const sqlInstanceTechnology: Technology = {
  watcher: sqlInstance,
  checks: [
    backupsOff,
    deletionProtectionOff,
    iamAuthenticationOff,
    mysqlLocalInfile,
    mysqlSkipShowDatabase,
    openNetwork,
    plainTextConnections,
    postgresLogConnections,
    postgresLogDisconnections,
    postgresLogErrorVerbosity,
    postgresLogMinDurationStatement,
    postgresLogMinErrorStatement,
    postgresLogMinMessages,
    postgresLogStatement,
    postgresPgauditOff,
    sqlPublicAddress,
    sqlserverContainedDatabaseAuthentication,
    sqlserverCrossDbOwnershipChaining,
    sqlserverErrorDetails,
    sqlserverExternalScripts,
    sqlserverRemoteAccess,
    sqlserverUserConnections,
    sqlserverUserOptions,
  ],
};
