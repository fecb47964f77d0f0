/** `start` in the background, while something else is tried in the same place. */
import { succeed } from './watching.ts';
import type { Workspace } from './workspace.ts';

const accounts = ['prod', 'partner'] as const;

/** Does something while `start` runs in the same place; it watches nothing meanwhile. */
export async function besideStart<Made>(workspace: Workspace, make: () => Promise<Made>): Promise<Made> {
  for (const name of accounts) await succeed(workspace, 'account', 'update', name, '--active', 'no');
  const running = workspace.begin('start');
  await running.printed('is running');
  try {
    return await make();
  } finally {
    await running.end();
    for (const name of accounts) await succeed(workspace, 'account', 'update', name, '--active', 'yes');
  }
}
