/** The log of what people changed. */
import { z } from 'zod';
import { listAuditLog } from '../../store/audit-log.ts';
import { defineRoute } from '../route.ts';
import { id, jsonObject, pageQuery, pageSchema, time } from '../schema/common.ts';

export const auditEntrySchema = z
  .object({
    id,
    at: time,
    person: id.nullable(),
    author: z.string().describe('The name at that time.'),
    address: z.string(),
    action: z.string(),
    target: jsonObject,
  })
  .meta({ id: 'AuditEntry' });

export const getAuditLog = defineRoute({
  method: 'GET',
  path: '/audit-log',
  tag: 'People',
  summary: 'What people changed, the newest first.',
  role: 'admin',
  sees: 'all',
  query: z.strictObject(pageQuery),
  response: pageSchema(auditEntrySchema),
  run: async ({ api: { runtime }, person, query }) => {
    const { rows, next } = await listAuditLog(runtime.db, person.viewer, query);
    return { rows: rows.map(({ user_id, ...entry }) => ({ ...entry, person: user_id })), next };
  },
});
