/** The alerters that Security Monkey ships with, listed by name. */
import { definePlugin } from '@security-monkey/sdk';
import { mail } from './mail/mail.ts';

export default definePlugin({
  name: '@security-monkey/alerters',
  accountTypes: [],
  watchers: [],
  checks: [],
  alerters: [mail],
});
