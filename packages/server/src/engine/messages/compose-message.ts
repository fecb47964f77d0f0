/** Makes up the message that a subscription is due: of one issue, of a first scan, of a run or of a day. */
import type { Block, Message } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { Subscriber } from '../../store/subscriptions.ts';
import { eventsOfMessage, type MessageEvent } from '../../store/views/message-events.ts';
import { composeEnrolment } from './compose-enrolment.ts';
import { composeIssue } from './compose-issue.ts';
import { type Composed, composeSummary } from './compose-summary.ts';
import { type Composing, createComposing } from './composing.ts';
import { reasonBlock } from './reason.ts';
import { type Told, toldOf } from './told.ts';
import { thousands } from './words.ts';

/** Undefined when nothing of what it was to tell may be seen by its receiver any more. */
export async function composeMessage(
  runtime: Composing['runtime'],
  subscriber: Subscriber,
  message: Row<'message'>,
): Promise<Message | undefined> {
  const composing = createComposing(runtime, subscriber, message);
  const found = await eventsOfMessage(runtime.db, subscriber.viewer, {
    messageId: message.id,
    limit: mostEvents + 1,
  });
  const events = found.slice(0, mostEvents);
  const span = spanOf(events);
  if (span === undefined) return undefined;
  const composed = await compose(composing, { events, span });
  const end = [...(found.length > mostEvents ? [cutNote] : []), await reasonBlock(composing)];
  return wholeMessage(message, composed, end);
}

/** A message that tells of more would not be read, and would not fit into memory. */
const mostEvents = 20_000;

const cutNote: Block = {
  kind: 'unknown',
  text: [
    { strong: 'This message is cut. ' },
    `More happened than the ${thousands(mostEvents)} events that it counts; the gravest issues are among them.`,
  ],
};

type Happened = {
  readonly events: readonly MessageEvent[];
  /** From the first to the last. */
  readonly span: { readonly from: Date; readonly to: Date };
};

function spanOf(events: readonly MessageEvent[]): Happened['span'] | undefined {
  const [first, last] = [events[0], events.at(-1)];
  return first && last && { from: first.at, to: last.at };
}

/** The end is the same for all. */
function wholeMessage(message: Row<'message'>, composed: Composed, end: readonly Block[]): Message {
  return {
    key: message.id,
    ...(composed.thread === undefined ? {} : { thread: composed.thread }),
    subject: composed.subject,
    at: message.created_at.toISOString(),
    blocks: [...composed.blocks, ...end],
  };
}

async function compose(composing: Composing, { events, span }: Happened): Promise<Composed> {
  const told = toldOf(events);
  const { kind } = composing.message;
  if (kind === 'digest') return await composeSummary(composing, { told, span, kind });
  const [enrolment] = told.enrolled;
  if (enrolment !== undefined && events.length === 1) return await composeEnrolment(composing, enrolment);
  const [issue, ...others] = told.issues;
  if (issue !== undefined && others.length === 0 && isAboutOneItem(told, issue.item))
    return await composeIssue(composing, { issue, revisions: told.items });
  return await composeSummary(composing, { told, span, kind: 'run' });
}

/** Whether a run brought nothing but one issue and, perhaps, the change behind it. */
function isAboutOneItem({ enrolled, scopes, items }: Told, item: string): boolean {
  return enrolled.length === 0 && scopes.length === 0 && items.every((one) => one.item === item);
}
