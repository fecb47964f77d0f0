/** Virtual machines that act as the default service account with access to everything. */
import { defaultAccount, instanceActingAs, ofKubernetes } from '../example.ts';
import { actingAsCheck, fullScope } from '../family/acting-as-check.ts';

export const defaultServiceAccountFullAccess = actingAsCheck({
  name: 'default-service-account-full-access',
  score: 7,
  category: 'administrator-access',
  title: 'The machine acts as the default service account with access to all APIs',
  why: 'Scopes are all that holds back the default service account, which may change nearly everything by default. Without them, a flaw in one program on the machine is enough to take the project.',
  fix: 'Make a service account for the machine with the roles that it needs, stop the machine, and set it.',
  frameworks: { 'cis-gcp-5.0': ['4.2'] },
  isMeant: ({ scopes = [] }) => scopes.includes(fullScope),
  good: [
    { name: 'with narrow scopes', config: instanceActingAs(defaultAccount, 'logging.write') },
    {
      name: 'a node of Kubernetes Engine',
      config: { ...instanceActingAs(defaultAccount, 'cloud-platform'), ...ofKubernetes },
    },
  ],
  bad: [{ name: 'with the scope of everything', config: instanceActingAs(defaultAccount, 'cloud-platform') }],
});
