/** The plugin: everything that it brings, listed by name. */
import { definePlugin, type Technology } from '@security-monkey/sdk';
import { acme } from './account-type/acme.ts';
import { acmeAws } from './account-type/acme-aws.ts';
import { acmeBoard } from './board/board.ts';
import { doorTechnology } from './door/technology.ts';
import { machineTechnology } from './machine/technology.ts';
import { noCostCentre } from './s3-bucket/checks/no-cost-centre.ts';

const technologies: readonly Technology[] = [machineTechnology, doorTechnology];

export default definePlugin({
  name: 'security-monkey-plugin-acme',
  accountTypes: [acme],
  accountTypeExtensions: [acmeAws],
  watchers: technologies.map(({ watcher }) => watcher),
  checks: [...technologies.flatMap(({ checks }) => checks), noCostCentre],
  alerters: [acmeBoard],
});
