/** The alerter `mail`: tells people by e-mail. */
import { defineAlerter } from '@security-monkey/sdk';
import { parseAddress } from './address.ts';
import { mailOptions } from './options.ts';
import { sendMail } from './send-mail.ts';

export const mail = defineAlerter({
  id: 'mail',
  title: 'Mail',
  options: mailOptions,
  on: [
    'account.enrolled',
    'item.created',
    'item.changed',
    'item.deleted',
    'issue.opened',
    'issue.reopened',
    'issue.fixed',
    'scope.failed',
    'scope.recovered',
  ],
  address: { label: 'E-mail address', example: 'mara@example.com', parse: parseAddress },
  send: sendMail,
});
