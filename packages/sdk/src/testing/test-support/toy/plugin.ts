/** A small faultless plugin in the conventional folders. */
import { z } from 'zod';
import { defineAccountType } from '../../../define/account-type.ts';
import { defineAlerter } from '../../../define/alerter.ts';
import { definePlugin } from '../../../define/plugin.ts';
import { openBox } from './box/checks/open.ts';
import { toyWatcher } from './box/watcher.ts';

export const toyAccounts = defineAccountType({
  id: 'toy',
  title: 'Toy shop',
  identifier: {
    label: 'Shop number',
    example: '7',
    parse: (text) => (text === '' ? { problem: 'a shop has a number' } : { value: text }),
  },
  fields: z.object({ door: z.string().describe('Which door to use') }),
  permissions: {},
  connect: () => Promise.reject(new Error('the toy shop has no network')),
  probe: () => Promise.reject(new Error('the toy shop has no network')),
  classify: () => ({ class: 'rejected', message: 'refused' }),
  budgetKey: ({ account }) => account,
});

export const toyBell = defineAlerter({
  id: 'toy-bell',
  title: 'Bell',
  options: z.object({ loud: z.boolean().describe('Whether to ring loudly') }),
  on: ['issue.opened'],
  send: () => Promise.resolve(),
});

export const toyPost = defineAlerter({
  id: 'toy-post',
  title: 'Post',
  options: z.object({ stamp: z.string().describe('What to stick on') }),
  on: ['issue.opened'],
  address: {
    label: 'Street',
    example: 'Toy street 1',
    parse: (text) => (text === '' ? { problem: 'a street has a name' } : { value: text }),
  },
  send: () => Promise.resolve(),
});

export const toyPlugin = definePlugin({
  name: 'toy-plugin',
  accountTypes: [toyAccounts],
  watchers: [toyWatcher],
  checks: [openBox],
  alerters: [toyBell],
});
