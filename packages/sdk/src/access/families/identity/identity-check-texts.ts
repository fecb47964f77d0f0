/** What the checks on the statements of identities' policies say of themselves. */
import type { StatementRuleName } from './statement-rules.ts';

type Texts = { readonly title: string; readonly why: string; readonly fix: string };

const texts: Readonly<Record<StatementRuleName, Texts>> = {
  'administrator-access': {
    title: 'A policy allows every action',
    why: 'Whoever has this {noun} can do everything that the resources allow, today’s services and those to come, and can hide it afterwards.',
    fix: 'List the actions that are needed. Keep administration for a role that is taken on rarely, with a second factor.',
  },
  'iam-full-access': {
    title: 'A policy allows every action of IAM',
    why: 'Who rules IAM gives themselves whatever is missing: full access to IAM is administration by a detour.',
    fix: 'Allow the actions of IAM that are needed, on the users, roles and policies that are meant, and set a permissions boundary.',
  },
  'permissions-management': {
    title: 'A policy allows permissions to be changed',
    why: 'Actions that change policies, grants or sharing decide who else gets in. By them a {noun} widens its own reach, or opens a resource to strangers.',
    fix: 'Leave such actions to those who administer the service, and hold them to the resources that they look after.',
  },
  'sensitive-service-write': {
    title: 'A policy allows changes in a sensitive service',
    why: 'Which services matter most is for the option to say; by default every service counts. What can change a resource can also break it.',
    fix: 'Allow the changes that are needed, on the resources that are meant.',
  },
  'pass-role': {
    title: 'A policy allows roles to be passed to services',
    why: 'A service to which a role was passed acts with the permissions of that role: whoever may pass it and tell the service what to run has them too.',
    fix: 'Name the roles that may be passed, and the service that may have them by the condition iam:PassedToService.',
  },
  'security-group-changes': {
    title: 'A policy allows security groups to be opened',
    why: 'Rules of security groups are what keeps strangers from machines and databases. One rule too many opens them to the internet.',
    fix: 'Leave the rules of security groups to those who run the network, and hold everyone else to groups of their own.',
  },
  'not-action': {
    title: 'A policy allows everything but a list of actions',
    why: 'NotAction in an Allow gives every action that is not listed, those of services that do not exist yet included. Few who write it mean that.',
    fix: 'List the allowed actions under Action. To keep something away whatever else is allowed, use a Deny.',
  },
  'not-resource': {
    title: 'A policy allows actions on everything but a list of resources',
    why: 'NotResource in an Allow gives the actions on every resource that is not listed, also on those that are made later.',
    fix: 'List the resources under Resource. To keep some away whatever else is allowed, use a Deny.',
  },
  'credentials-exposure': {
    title: 'A policy allows credentials to be had',
    why: 'These actions hand out keys, passwords or sessions of others. What is done with them is no longer held to the permissions of this {noun}.',
    fix: 'Allow them on the users, roles and pools that are meant, or not at all.',
  },
  'data-exfiltration': {
    title: 'A policy allows data to be taken from all resources of a service',
    why: 'The actions read content, or copy it to where others read it, and the policy names no resource that they are held to.',
    fix: 'Name the buckets, tables, secrets or queues whose data is needed.',
  },
};

/** `noun`: what the item is called in a sentence. */
export function identityCheckTexts(rule: StatementRuleName, noun: string): Texts {
  const { title, why, fix } = texts[rule];
  return { title, why: why.replaceAll('{noun}', noun), fix };
}
