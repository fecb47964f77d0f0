/** Whether an issue may have been there before it was opened: nobody saw it become so. */
import { sql } from 'kysely';

/**
 * Over `issue` with its `item` and `account`. It was opened by other rules, settings or accounts in the world, and not by a change of what is
 * judged; or the account was enrolled with the item as it is. Without its history nothing is known.
 */
export const mayBeOlder = sql<boolean>`coalesce((
  select opening.cause not in ('config', 'related', 'due')
    or issue.opened_at < item.first_seen
    or (opening.cause <> 'due' and opening.from_status is null
      and item.first_seen <= coalesce(account.enrolled_at, 'infinity')
      and not exists (
        select from revision
        where revision.item_id = issue.item_id and revision.kind <> 'rebaseline'
          and revision.valid_from > item.first_seen and revision.valid_from <= issue.opened_at))
  from issue_transition as opening
  where opening.issue_id = issue.id and opening.to_status in ('open', 'justified')
    and (opening.from_status is null or opening.from_status = 'fixed')
  order by opening.at desc, opening.id desc limit 1), true)`;
